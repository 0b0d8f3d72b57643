import GRDB
import SENDDomain
import TestSupport
import Testing

@testable import Storage

@Suite struct LetterStoreTests {
  private static let today = Sample.today

  /// Ada's assessment with two parts; her decision's note names Ben in full.
  private static func withWorld(
    _ decision: RequestDecision = .assess, _ body: (Store) throws -> Void
  ) throws {
    let children = [Sample.child("Abe", "Ada"), Sample.child("Bow", "Ben")]
    try Sample.withStore(children) { (store) throws in
      try store.install(
        practitioners: [Practitioner(id: 1, name: "K Osei", role: .officer)], settings: [],
        isDemo: false)
      _ = try store.begin(
        AssessmentRequest(child: .init(rawValue: 1), received: Sample.day("2026-09-01")),
        scope: .all, today: today)
      _ = try store.ask(
        [(.speech, "Evelina"), (.socialCare, "Team 3")], in: .init(rawValue: 1),
        on: Sample.day("2026-10-14"), scope: .all, today: today)
      _ = try store.record(
        AssessmentRecording(
          .decided, on: Sample.day("2026-10-12"), decision: decision, note: "As for Ben Bow."),
        on: .init(rawValue: 1), scope: .all, today: today)
      try body(store)
    }
  }

  private static func made(_ store: Store, _ wish: LetterWish) throws -> LettersMade {
    try store.letters([wish], from: .shipped, scope: .all, today: today)
  }

  @Test func `are made of what is stored, and say when another child is named`() throws {
    try Self.withWorld(.refuse) { (store) throws in
      let made = try Self.made(
        store, LetterWish(.kind(.assessRefused), about: .assessment(.init(rawValue: 1))))
      #expect(made.letters.count == 1)
      #expect(made.letters[0].text(width: .max).contains("Our reasons: As for Ben Bow."))
      #expect(made.alsoNamed == [PersonName(family: "Bow", given: "Ben")])
      // Where the other child is out of reach nothing is said of it.
      store.sight = Sight(practitioner: 1, role: .senco, settings: [], on: Self.today)
      #expect(
        try store.children(
          namedIn: ["As for Ben Bow."], beside: .init(rawValue: 1), scope: .all) == [])
    }
  }

  @Test func `a chaser has the number that is logged`() throws {
    try Self.withWorld { (store) throws in
      let part = Advice.ID(rawValue: 1)
      let wish = LetterWish(.chaser, about: .advice(part))
      #expect(try Self.made(store, wish).letters.map(\.kind) == [.chaserFirst])
      for day in ["2026-11-04", "2026-11-18"] {
        _ = try store.change(
          .chased, of: [part], on: Sample.day(day), scope: .all, today: Self.today)
      }
      let second = try Self.made(store, wish).letters
      #expect(second.map(\.kind) == [.chaserSecond])
      #expect(second[0].text(width: .max).contains("on Wednesday 4 November 2026 we reminded"))
    }
  }

  @Test func `the journal says who exported which kind for which child, and no text`() throws {
    try Self.withWorld(.refuse) { (store) throws in
      store.sight = Sight(practitioner: 1, role: .officer, settings: [], on: Self.today)
      let made = try Self.made(
        store, LetterWish(.kind(.assessRefused), about: .assessment(.init(rawValue: 1))))
      let before = try store.record(of: .init(rawValue: 1), scope: .all)?.trail.count
      #expect(before != nil)
      try store.noteExport(of: made.letters)
      let trail = try store.record(of: .init(rawValue: 1), scope: .all)?.trail ?? []
      #expect(trail.count == (before ?? 0) + 1)
      #expect(trail.first?.what == "letter exported: Decision not to assess, as case officer")
      let chain = try store.read { db in
        try String.fetchAll(db, sql: "SELECT words FROM journal WHERE action = 'exported'")
      }
      #expect(!chain.joined().contains("Ada"))
      #expect(try store.undo() != .nothingLeft)
    }
  }

  @Test func `lists are one for each provider, and the auditor writes none`() throws {
    try Self.withWorld { (store) throws in
      func lists(_ desk: AdviceDesk) throws -> Result<[ProviderList], LetterProblem> {
        try store.providerLists(of: desk, provider: nil, scope: .all, today: Self.today)
      }
      #expect(try lists(.health).get().map(\.provider) == ["Evelina"])
      #expect(try lists(.health).get().flatMap(\.cells) == [["Ada Abe", "14 March 2012", "W1-1"]])
      for role in [Practitioner.Role.auditor, .analyst, .senco, .dsco, .socialWorker] {
        store.sight = Sight(practitioner: 1, role: role, settings: [], on: Self.today)
        #expect(throws: LetterProblem.self) { try lists(.health).get() }
      }
      store.sight = Sight(practitioner: 1, role: .auditor, settings: [], on: Self.today)
      let refused = try Self.made(store, LetterWish(.chaser, about: .advice(.init(rawValue: 1))))
      #expect(refused.letters.isEmpty)
      #expect(
        refused.refused == ["In the role of auditor no letters or lists are written."])
    }
  }

  @Test func `names are looked up whichever part comes first`() {
    let names = Store.possibleNames(in: ["Saw Mary Ann O'Neill today"])
    #expect(names.contains("o'neill, mary ann"))
    #expect(Store.possibleNames(in: ["ADEYEMI, Tobi"]).contains("adeyemi, tobi"))
    #expect(Store.possibleNames(in: ["one"]).isEmpty)
  }
}
