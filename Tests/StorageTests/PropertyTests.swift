import TestSupport
import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

/// Long random sequences of everything that writes. A failure names its seed and step.
@Suite struct PropertyTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `after every step all holds, and undoing everything leads back to the start`(seed: UInt64)
    throws
  {
    try Sample.withStore { store in
      var run = RandomRun(seed)
      try store.install(
        practitioners: (1...3).map { Practitioner(id: $0, name: "Person \($0)", role: .officer) },
        settings: [], isDemo: false)
      let start = try Sample.dump(store)
      for step in 0..<150 {
        let words = try run.step(store)
        let errors = try store.check().filter { $0.severity == .error }
        try #require(errors == [], "step \(step): \(words)")
        try #require(
          try store.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [],
          "step \(step): \(words)")
      }
      // An action of its own, so that nothing undone before it can be done again.
      let row = try #require(try Sample.rows(store).first)
      _ = try store.addNote("the last", on: row.child, day: Sample.today)
      let end = try Sample.dump(store)
      try expectAll(store.undo, lead: start, store)
      try expectAll(store.redo, lead: end, store)
      try store.write {
        try $0.execute(
          sql: "INSERT INTO childSearch (childSearch, rank) VALUES ('integrity-check', 1)")
      }
    }
  }

  private func expectAll(
    _ turn: () throws -> UndoOutcome, lead to: String, _ store: Store
  ) throws {
    var outcome = try turn()
    while case .done = outcome { outcome = try turn() }
    #expect(outcome == .nothingLeft)
    let differing = Set(try Sample.dump(store).split(separator: "\n"))
      .symmetricDifference(to.split(separator: "\n"))
    #expect(differing.sorted() == [])
    #expect(try store.check().filter { $0.severity == .error } == [])
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `two people at once leave everything whole, whatever they undo`(seed: UInt64) throws {
    try Sample.withFolder { folder in
      let path = folder + "/workspace.sqlite"
      let stores = [
        try Store.open(at: path, create: true, user: Sample.user("K Osei")),
        try Store.open(at: path, user: Sample.user("L Shah")),
      ]
      defer { for store in stores { store.close() } }
      var run = RandomRun(seed)
      for step in 0..<200 {
        let words = try run.step(stores[Int.random(in: 0...1, using: &run.random)])
        let errors = try stores[0].check().filter { $0.severity == .error }
        try #require(errors == [], "step \(step): \(words)")
      }
    }
  }
}

/// One random sequence and the return that it changes as it goes.
private struct RandomRun {
  var random: SeededRandom
  private var children: [ReturnedChild] = []
  private var readOn = Sample.day("2026-09-01")
  private var count = 0

  init(_ seed: UInt64) {
    random = SeededRandom(seed)
    for _ in 0..<6 { children.append(newChild()) }
  }

  /// Does one thing and says which.
  mutating func step(_ store: Store) throws -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0...2: return try importReturn(store)
    case 3...6: return try record(store)
    case 7, 8: return try assess(store)
    case 9: return try provide(store)
    case 10: return try note(store)
    case 11: return try give(store)
    case 12: return try promise(store)
    case 13: return "import again \(try load(store))"
    case 14...16: return "undo \(try store.undo())"
    default: return "redo \(try store.redo())"
    }
  }

  private mutating func day(_ first: String, within days: Int) -> Day {
    Sample.day(first).adding(days: Int.random(in: 0..<days, using: &random))
  }

  private mutating func newChild() -> ReturnedChild {
    count += 1
    let isEnded = Int.random(in: 0..<6, using: &random) == 0
    return Sample.child(
      ["Ali", "Begum", "Cohen"][count % 3], "Child\(count)",
      born: day("2010-01-01", within: 3_000).description, upn: "U\(count)",
      made: day("2018-01-01", within: 2_000).description,
      decision: day("2025-09-01", within: 300).description,
      ceased: isEnded ? "2026-08-01" : nil)
  }

  /// A request of the year, at any stage a return can tell.
  private mutating func openRequest() -> ReturnedRequest {
    var request = ReturnedRequest()
    request.received = day("2026-05-01", within: 200)
    request.outcome = ["A", "Y", "N", "W", ""].randomElement(using: &random) ?? "A"
    if ["Y", "N"].contains(request.outcome) {
      request.outcomeDay = request.received?.adding(days: 40)
    }
    if request.outcome == "Y" {
      var assessment = ReturnedAssessment()
      assessment.outcome = ["A", "Y", "N", "W", ""].randomElement(using: &random) ?? "A"
      assessment.exceptionTo20Weeks = Bool.random(using: &random)
      if assessment.outcome == "N" {
        assessment.outcomeDay = request.received?.adding(days: 100)
      }
      request.assessment = assessment
    }
    return request
  }

  /// Anything that can be entered of any assessment there is, or a new one.
  private mutating func assess(_ store: Store) throws -> String {
    let scope = Scope.all
    let today = Sample.today
    let on = day("2026-06-01", within: 180)
    let rows = try store.assessments(Sample.query, .start, limit: 50).rows
    guard let row = rows.randomElement(using: &random), Int.random(in: 0..<6, using: &random) > 0
    else {
      guard let child = try Sample.rows(store).randomElement(using: &random)?.child else {
        return "-"
      }
      let new = AssessmentRequest(child: child, received: on, setting: "Elm Court", consent: on)
      return "begin \(try store.begin(new, scope: scope, today: today))"
    }
    let advice = rows.flatMap(\.assessment.advice).shuffled(using: &random).prefix(3).map(\.id)
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1, 2:
      let step = AssessmentStep.allCases.randomElement(using: &random) ?? .decided
      let recording = AssessmentRecording(
        step, on: on,
        decision: step == .decided ? RequestDecision.allCases.randomElement(using: &random) : nil,
        note: step.needsNote ? "told by letter" : "")
      return "\(step) \(try store.record(recording, on: row.id, scope: scope, today: today))"
    case 3:
      let some = Adviser.allCases.shuffled(using: &random).prefix(2).map { ($0, "Team 3") }
      return "ask \(try store.ask(Array(some), in: row.id, on: on, scope: scope, today: today))"
    case 4:
      let exception = Assessment.Exception(
        code: ExceptionCode(["a", "c", "e"].randomElement(using: &random) ?? "c")!,  // a letter
        evidence: "letter", day: on)
      return "except \(try store.record(exception, on: row.id, scope: scope, today: today))"
    case 5:
      let settings = ["Elm Court", "Fernhill"]
      return
        "consult \(try store.consult(settings, in: row.id, on: on, scope: scope, today: today))"
    case 6:
      guard let part = row.assessment.consultations.randomElement(using: &random) else {
        return "-"
      }
      let change = ConsultationChange.answered(.canMeet, words: "")
      return "answer \(try store.change(change, of: part.id, on: on, scope: scope, today: today))"
    default:
      let change: AdviceChange =
        [
          .chased, .reached, .known(.notKnown), .decided(.noNeedsFound, words: ""),
          .decided(.coming, words: ""), .arrived(isNil: false, words: ""),
          .checked([.rightChild: true, .quantified: false]), .assigned("Team 3"),
        ].randomElement(using: &random) ?? .chased
      return "\(change) \(try store.change(change, of: advice, on: on, scope: scope, today: today))"
    }
  }

  /// Anything about a line of provision there is, or a new one.
  private mutating func provide(_ store: Store) throws -> String {
    let today = Sample.today
    let on = day("2026-06-01", within: 180)
    let lines = try AdviceDesk.allCases.flatMap {
      try store.provision(of: $0, Sample.query, .start, limit: 50).rows.map(\.line)
    }
    guard let line = lines.randomElement(using: &random), Int.random(in: 0..<4, using: &random) > 0
    else {
      guard let child = try Sample.rows(store).randomElement(using: &random)?.child else {
        return "-"
      }
      let section = PlanSection.allCases.randomElement(using: &random) ?? .g
      let text = ProvisionText(
        section: section, words: "weekly", service: section.desk == .health ? .speech : .socialCare,
        hasPersonalBudget: Bool.random(using: &random))
      let new = ProvisionRequest(
        child: child, text: text,
        facts: section.isNeed ? [] : [ProvisionRecording(.agreed, on: on)])
      return "line \(try store.add(new, scope: .all, today: today))"
    }
    if Int.random(in: 0..<5, using: &random) == 0 {
      var text = line.text
      text.provider = "Fernhill"
      text.hasPersonalBudget.toggle()
      return "correct \(try store.correct(line, to: text, scope: .all))"
    }
    let fact = ProvisionFact.allCases.randomElement(using: &random) ?? .started
    let some = [line] + lines.shuffled(using: &random).prefix(1)
    let recording = ProvisionRecording(
      fact, on: on, reason: fact == .gap ? GapReason.allCases.first : nil)
    return
      "\(fact) \(try store.record(recording, on: Array(Set(some.map(\.id))), scope: .all, today: today))"
  }

  private mutating func load(_ store: Store) throws -> String {
    let outcome = try Sample.load(children, into: store, readOn: readOn)
    return "\(outcome.added) \(outcome.changed) \(outcome.unchanged) \(outcome.absent)"
  }

  private mutating func importReturn(_ store: Store) throws -> String {
    readOn = readOn.adding(days: Int.random(in: 0..<9, using: &random))
    for index in children.indices where Int.random(in: 0..<3, using: &random) == 0 {
      change(index)
    }
    if Int.random(in: 0..<3, using: &random) == 0 { children.append(newChild()) }
    if children.count > 8 {
      children.remove(at: Int.random(in: 0..<children.count, using: &random))
    }
    return "import \(try load(store))"
  }

  private mutating func change(_ index: Int) {
    let last = day("2026-06-01", within: 200)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: children[index].requests[0].plan?.ceased = last
    case 1: children[index].requests[0].plan?.ceased = nil
    case 2:
      children[index].requests[0].active?.reviewMeeting = last
      children[index].requests[0].active?.lastReview = nil
    case 3:
      children[index].requests[0].active?.lastReview = last
      children[index].requests[0].active?.reviewOutcome = ["A", "M", "C"][index % 3]
    case 4: children[index].requests.append(newChild().requests[0])
    case 5: if children[index].requests.count > 1 { children[index].requests.removeLast() }
    case 7: children[index].requests.append(openRequest())
    case 6: children[index].requests[0].active?.needs.append(Need(code: "SLCN", rank: 2))
    default: children[index].born = day("2010-01-01", within: 3_000)
    }
  }

  private mutating func record(_ store: Store) throws -> String {
    let rows = try Sample.rows(store).shuffled(using: &random)
    let some = rows.prefix(Int.random(in: 1...3, using: &random)).map(\.id)
    let step = ReviewStep.allCases.randomElement(using: &random) ?? .meetingHeld
    let outcome: ReviewOutcome? = [.maintain, .amend, .cease].randomElement(using: &random)
    let recording = ReviewRecording(
      step, on: day("2026-08-01", within: 120), outcome: step == .decided ? outcome : nil,
      isEarly: Int.random(in: 0..<8, using: &random) == 0,
      namesNextSetting: step == .finalPlanSent)
    return "record \(step) \(try store.record(recording, on: some, today: Sample.today))"
  }

  private mutating func promise(_ store: Store) throws -> String {
    let today = Sample.today
    let open = try store.due(Sample.query, .start, limit: 200).rows.compactMap(\.promise)
    if let one = open.randomElement(using: &random), Bool.random(using: &random) {
      let change: PromiseChange =
        Bool.random(using: &random)
        ? .done(seen: one, on: today) : .drop(seen: one, why: "no longer needed", on: today)
      return "end \(one.id) \(try store.keep(change, scope: .all, today: today))"
    }
    guard let child = try Sample.rows(store).randomElement(using: &random)?.child else {
      return "-"
    }
    let change = PromiseChange.make(
      child: child, words: "ring the school", due: day("2026-11-23", within: 60),
      owner: ["", "Person 1", "the school"].randomElement(using: &random) ?? "")
    return "promise \(try store.keep(change, scope: .all, today: today))"
  }

  private mutating func give(_ store: Store) throws -> String {
    let (a, b) = (
      Int64.random(in: 1...3, using: &random), Int64.random(in: 1...3, using: &random)
    )
    if Bool.random(using: &random) {
      return "hand over \(try store.keep(.handOver(from: a, to: b), today: Sample.today))"
    }
    let some = try Sample.rows(store).shuffled(using: &random).prefix(3).map(\.child)
    return "assign \(try store.keep(.assign(Array(some), to: a), today: Sample.today))"
  }

  private mutating func note(_ store: Store) throws -> String {
    guard let row = try Sample.rows(store).randomElement(using: &random) else { return "-" }
    if Bool.random(using: &random) {
      _ = try store.openRecord(of: row.child, scope: .all)
      return "open"
    }
    count += 1
    return "note \(try store.addNote("note \(count)", on: row.child, day: Sample.today))"
  }
}
