import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct OfferGapTests {
  private typealias S = OfferLocalSample

  @Test func `only words of the subject are kept, and facets at their widest`() throws {
    try S.withServices { (store) throws in
      let theme = try store.offerTheme(
        of: OfferQuery(
          text: "Kofi Adeyemi my son is 14, needs trvel trainng near SE11 5AA, 020 7946 0123",
          choices: [.need: ["autism"]]), today: S.today)
      #expect(!theme.words.contains("kofi") && !theme.words.contains("adeyemi"))
      #expect(theme.words.allSatisfy { !$0.contains(where: \.isNumber) })
      #expect(theme.ages == ["12-15"])
      #expect(theme.needs == [.autism])
    }
  }

  @Test func `a place is kept as the first half of its postcode or as a locality`() throws {
    try S.withServices { (store) throws in
      func place(_ typed: String) throws -> String {
        try store.offerTheme(of: OfferQuery(text: "play", place: typed), today: S.today).place
      }
      #expect(try place("se11 5aa") == "SE11")
      #expect(try place("SE11") == "SE11")
      #expect(try place("Brixton") == "brixton")
      #expect(try place("12 Acre Lane") == "")
    }
  }

  @Test func `a child's name is not kept even where services hold the word`() throws {
    let services = [
      OfferSample.service("1", "Grace Hall club"), OfferSample.service("2", "Grace Hall choir"),
    ]
    try Sample.withStore([Sample.child("GRACE", "Tobi")]) { (store) throws in
      try OfferSample.load(services, into: store)
      let theme = try store.offerTheme(of: OfferQuery(text: "grace hall"), today: S.today)
      #expect(theme.words == ["hall"])
    }
  }

  @Test func `an ordinary word is kept though one service alone uses it, and a name is not`() throws
  {
    var club = OfferSample.service("1", "Saturday Splash and Play")
    club.description = "Synchronised bathing with music. Ask for Kofi, or ring Grace Adeyemi."
    club.provider = OfferProvider(name: "Bola Okafor Childminding")
    var choir = OfferSample.service("2", "Welsh choir")
    choir.description = "Lego and songs. Zainab runs it."
    choir.terms = [OfferTerm(name: "Minecraft")]
    try Sample.withStore([Sample.child("SPLASH", "Music")]) { (store) throws in
      try OfferSample.load([club, choir], into: store)
      func words(_ typed: String) throws -> [String] {
        try store.offerTheme(of: OfferQuery(text: typed), today: S.today).words
      }
      #expect(try words("welsh bathing") == ["bathing", "welsh"])
      #expect(try words("minecraft lego synchronised") == ["lego", "minecraft", "synchronised"])
      // Names that a service speaks of.
      #expect(try words("kofi grace adeyemi bola okafor zainab") == [])
      // A child's name, though services use the word.
      #expect(try words("splash music") == [])
    }
  }

  @Test func `a name of a colleague, or of somebody to ask, is not kept`() throws {
    try S.withServices { (store) throws in
      try store.write { db in
        try db.execute(
          sql: "INSERT INTO practitioner (uuid, name, role) VALUES (x'01', 'Zeb Quill', 'officer')")
      }
      let entry = DirectoryEntry(sourceID: "1", name: "SEN team", person: "Dilys Larkfoot")
      _ = try store.importDirectory(
        DirectoryImport(DirectoryFeed(entries: [entry]), source: "directory"), today: S.today)
      var club = OfferSample.service("9", "Club")
      club.description = "Here we zeb, quill, dilys, larkfoot and juggle."
      try OfferSample.load([club], into: store, source: "another")
      let theme = try store.offerTheme(
        of: OfferQuery(text: "zeb quill dilys larkfoot juggle"), today: S.today)
      #expect(theme.words == ["juggle"])
    }
  }

  @Test func `needs and ages that were chosen are kept with the words`() throws {
    try S.withServices { (store) throws in
      let theme = try store.offerTheme(
        of: OfferQuery(
          text: "swimming",
          choices: [.need: ["hearing", "social_emotional"], .age: ["6-11", "not_stated"]],
          ages: 13...13), today: S.today)
      #expect(theme.needs == [.socialEmotional, .hearing])
      #expect(theme.ages == ["6-11", "12-15"])
      #expect(theme.words == ["swimming"])
    }
  }

  @Test func `themes are counted by month, beside nobody, and undo does not meet them`() throws {
    try S.withServices { (store) throws in
      _ = try store.confirmOffer(1, today: S.today)
      let theme = OfferTheme(words: ["bus", "travel"], ages: ["12-15"], place: "SE11")
      try store.keepGap(theme, today: S.today)
      try store.keepGap(theme, today: Sample.day("2026-11-02"))
      try store.keepGap(theme, today: Sample.day("2026-12-24"))
      try store.keepGap(OfferTheme(words: ["judo"]), today: S.today)
      try store.keepGap(OfferTheme(), today: S.today)
      #expect(
        try store.offerGaps() == [
          OfferGap(
            theme: theme, first: Sample.day("2026-11-01"), last: Sample.day("2026-12-01"),
            times: 3),
          OfferGap(
            theme: OfferTheme(words: ["judo"]), first: Sample.day("2026-11-01"),
            last: Sample.day("2026-11-01"), times: 1),
        ])
      let rows = try store.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT subject || ', ' || words || ', ' || (before IS NULL AND after IS NULL)
            FROM journal WHERE action = 'offer.gap'
            """)
      }
      #expect(
        rows
          == Array(
            repeating: "offerGap, a search that found nothing kept as a theme, 1", count: 4))
      #expect(try store.undo() == .done(words: "details of a service confirmed"))
      #expect(try store.offerGaps().count == 2)
    }
  }

  @Test func `nothing that somebody types makes it fail`() throws {
    try S.withServices { (store) throws in
      for text in ["", "\"", "*", "AND", "\u{1B}[2J", "🙂", String(repeating: "x", count: 500)] {
        let theme = try store.offerTheme(of: OfferQuery(text: text), today: S.today)
        #expect(theme.words == [] && theme.isEmpty)
      }
    }
  }
}
