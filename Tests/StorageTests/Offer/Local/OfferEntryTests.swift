import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct OfferEntryTests {
  private typealias S = OfferLocalSample

  @Test func `a service added by hand is found at once, and undo takes it out of the search`()
    throws
  {
    try S.withServices { (store) throws in
      #expect(try S.found("trampoline", store) == [])
      let id = try store.addOffer(S.entry, isConfirmed: true, today: S.today)
      #expect(try S.found("trampolin", store) == ["Trampoline for all"])
      #expect(try S.found("rebound", store) == ["Trampoline for all"])
      let hit = try S.hit(id, store)
      #expect(hit.service.places.map(\.postcode) == ["SW9 8EF"])
      #expect(hit.service.links.map(\.address) == ["https://www.brockwell.example.org"])
      #expect(hit.service.schedules.map(\.weekdays) == [[6]])
      #expect(hit.checkedInWords(on: S.today) == "confirmed 23 Nov")
      #expect(
        hit.localSentences(on: S.today).remarks == [
          "Added here on Mon 23 Nov by K Osei.",
          "Details confirmed here on Mon 23 Nov by K Osei.",
        ])
      try S.expectDerivedIsRight(store)
      #expect(try store.undo() == .done(words: "service added by hand"))
      #expect(try S.found("trampoline", store) == [])
      #expect(try store.searchOffer(OfferQuery(), today: S.today).count == 3)
      try S.expectDerivedIsRight(store)
      #expect(try store.redo() == .done(words: "service added by hand"))
      #expect(try S.found("trampoline", store) == ["Trampoline for all"])
      #expect(try S.hit(id, store).service.name == "Trampoline for all")
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `it is added where no source was ever read, and no import takes it away`() throws {
    try Sample.withStore { (store) throws in
      let id = try store.addOffer(S.entry, today: S.today)
      #expect(try store.hasOffer())
      try OfferSample.load(S.services, into: store)
      #expect(try S.found("trampoline", store) == ["Trampoline for all"])
      #expect(try S.hit(id, store).notSeenOn == nil)
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `a postcode typed by hand lies where a table says, whenever that comes`() throws {
    try S.withServices { (store) throws in
      _ = try store.addOffer(S.entry, today: S.today)
      try store.importPlaces([
        OfferPlaceEntry(
          name: "SW9 8EF", point: OfferPoint(latitude: 51.4637, longitude: -0.1126)),
        OfferPlaceEntry(
          name: "SW9 8AA", point: OfferPoint(latitude: 51.4700, longitude: -0.1126)),
      ])
      let results = try store.searchOffer(
        OfferQuery(text: "trampoline", place: "SW9 8EF"), today: S.today)
      #expect(results.hits.first?.miles.map { $0 < 0.1 } == true)
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `what cannot be read is refused field by field, and nothing is stored`() throws {
    try S.withServices { (store) throws in
      let entry = OfferEntry([
        .name: " ", .phone: "ask for Jo", .email: "at work", .web: "javascript:alert(1)",
        .ageFrom: "19", .ageTo: "5", .postcode: "Brixton", .needs: "autism; chess",
      ])
      var problems: [OfferEntryField: String] = [:]
      do {
        _ = try store.addOffer(entry, today: S.today)
      } catch let found as OfferEntry.Problems {
        problems = found.byField.mapValues(\.sentence)
      }
      #expect(
        problems == [
          .name: "A service needs a name.",
          .phone: "\"ask for Jo\" has no number in it: a phone looks like 020 7946 0123.",
          .email: "\"at work\" is no e-mail address: they look like help@example.org.",
          .web: "A web address begins with http:// or https://, such as https://example.org.",
          .ageTo: "Ages from 19 to 5 are the wrong way round: from 5 to 19?",
          .postcode: "\"Brixton\" is no postcode: they look like SW9 8EF.",
          .needs: "\"chess\" is no area of need: communication and interaction; "
            + "cognition and learning; social, emotional and mental health; "
            + "sensory or physical; autism; hearing; vision.",
        ])
      #expect(try store.undo() == .nothingLeft)
    }
  }

  @Test func `a correction stands over the source, survives its import, and can be taken back`()
    throws
  {
    try S.withServices { (store) throws in
      #expect(
        try store.correctOffer(
          3, [.name: "Saturday club", .phone: "020 7946 0199", .needs: "autism"],
          today: S.today) == .done(count: 1))
      #expect(try S.hit(3, store).service.phones.map(\.text) == ["020 7946 0199"])
      #expect(
        try S.hit(3, store).localSentences(on: S.today).remarks == [
          "Phone corrected here on Mon 23 Nov by K Osei; its source said nothing.",
          "Areas of need corrected here on Mon 23 Nov by K Osei; its source said nothing.",
        ])
      // The name stands as the source has it: no correction.
      #expect(try S.hit(3, store).local?.corrections.map(\.field) == [.phone, .needs])
      let autism = OfferQuery(choices: [.need: ["autism"]])
      #expect(try store.searchOffer(autism, today: S.today).hits.map(\.id) == [3])
      try S.expectDerivedIsRight(store)
      let entries = try journal(store)
      #expect(try OfferSample.load(S.services, into: store) == OfferSample.outcome(unchanged: 3))
      #expect(try journal(store) == entries)
      // The source changes something else: no reason to look again.
      var changed = S.services
      changed[2].description = "Swimming and trips."
      try OfferSample.load(changed, into: store)
      #expect(try S.hit(3, store).service.phones.map(\.text) == ["020 7946 0199"])
      #expect(try S.found("swimming", store) == ["Saturday club"])
      #expect(try store.offerReviewItems().isEmpty)
      try S.expectDerivedIsRight(store)
      // It changes what was corrected.
      changed[2].phones = [OfferPhone(text: "020 7946 0150", numbers: ["020 7946 0150"])]
      try OfferSample.load(changed, into: store)
      let item = try #require(try store.offerReviewItems().first)
      guard case .sourceChanged(let correction) = item.kind else {
        Issue.record("no change of the source")
        return
      }
      #expect(
        [correction.value, correction.before, correction.source]
          == ["020 7946 0199", "", "020 7946 0150"])
      // An empty field takes the source's value.
      #expect(
        try store.correctOffer(3, [.phone: ""], today: S.today) == .done(count: 1))
      #expect(try S.hit(3, store).service.phones.map(\.text) == ["020 7946 0150"])
      #expect(try store.offerReviewItems().isEmpty)
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `after correction, undo, redo and import the search equals the records`() throws {
    try S.withServices { (store) throws in
      _ = try store.correctOffer(
        1, [.name: "Talking together", .ageFrom: "2", .ageTo: "11", .times: "Mon-Wed 9-5"],
        today: S.today)
      try S.expectDerivedIsRight(store)
      #expect(try S.found("talking together", store) == ["Talking together"])
      _ = try store.undo()
      try S.expectDerivedIsRight(store)
      #expect(
        try S.found("speech therapy", store).first == "Children's Speech and Language Therapy")
      _ = try store.redo()
      try S.expectDerivedIsRight(store)
      var changed = S.services
      changed[0].name = "Children's Talking Therapy"
      changed[0].ages = OfferAges(lowest: 0, highest: 25)
      try OfferSample.load(changed, into: store)
      try S.expectDerivedIsRight(store)
      let hit = try S.hit(1, store)
      #expect(hit.service.name == "Talking together")
      #expect(hit.service.ages == OfferAges(lowest: 2, highest: 11))
      #expect(hit.service.schedules.map(\.weekdays) == [[1, 2, 3]])
      // Undone after the source's change: what the source says now stands.
      #expect(try store.undo() == .done(words: "service corrected"))
      #expect(try S.hit(1, store).service.name == "Children's Talking Therapy")
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `an entry by hand is corrected in itself, and an empty field is empty`() throws {
    try S.withServices { (store) throws in
      let id = try store.addOffer(S.entry, today: S.today)
      #expect(
        try store.correctOffer(id, [.phone: "", .name: "Trampolines"], today: S.today)
          == .done(count: 1))
      #expect(try S.hit(id, store).service.phones.isEmpty)
      #expect(try S.hit(id, store).local?.corrections == [])
      #expect(try S.found("trampolines", store) == ["Trampolines"])
      #expect(
        try store.correctOffer(id, [.name: "Trampolines"], today: S.today) == .done(count: 0))
      _ = try store.undo()
      #expect(try S.hit(id, store).service.phones.map(\.text) == ["020 7946 0123"])
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `a slip of the source beside what is corrected is no reason to refuse`() throws {
    try Sample.withStore { (store) throws in
      var odd = OfferSample.club
      odd.emails = ["nobody"]
      odd.ages = OfferAges(lowest: 12, highest: 3)
      try OfferSample.load([odd], into: store)
      var values = OfferEntry(try S.hit(1, store).service).values
      values[.phone] = "020 7946 0123"
      #expect(try store.correctOffer(1, values, today: S.today) == .done(count: 1))
      #expect(try S.hit(1, store).local?.corrections.map(\.field) == [.phone])
    }
  }

  @Test func `check finds facets, words and counts that are not the records'`() throws {
    try S.withServices { (store) throws in
      try S.expectDerivedIsRight(store)
      try store.write { db in
        try db.execute(sql: "UPDATE offerService SET lowestAge = 3 WHERE id = 1")
        try db.execute(sql: "UPDATE offerText SET body = 'other words' WHERE id = 2")
      }
      #expect(
        try store.check().filter { $0.kind == "offer_differs" }.map(\.subject)
          == ["offerService:1", "offerService:2", "offerWord", "offerSearch"])
      // Said to be wanted, the same import makes it anew, and is still one that changes nothing.
      #expect(
        try OfferSample.load(S.services, into: store, isConfirmed: true)
          == OfferSample.outcome(unchanged: 3))
      try S.expectDerivedIsRight(store)
      #expect(try S.found("choir", store) == ["Community choir"])
    }
  }

  private func journal(_ store: Store) throws -> [String] {
    try store.read { try String.fetchAll($0, sql: "SELECT action FROM journal ORDER BY seq") }
  }
}
