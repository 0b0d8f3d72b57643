import SENDDomain
import Testing

@Suite struct OfferWordsTests {
  @Test(arguments: [
    ("half-term", ["half", "term"]), ("children's centre", ["children", "centre"]),
    ("CHILDREN’S", ["children"]), ("don't", ["dont"]), ("O'Brien", ["obrien"]),
    ("C.A.M.H.S. team", ["camhs", "team"]), ("C.A.M.H.S", ["camhs"]), ("J. Smith", ["j", "smith"]),
    ("e.g. a club", ["eg", "a", "club"]), ("Apoio em português", ["apoio", "em", "portugues"]),
    ("Straße, Łódź & Ngũgĩ", ["strasse", "lodz", "ngugi"]), ("e\u{301}te\u{301}", ["ete"]),
    ("ＡＤＨＤ", ["adhd"]), ("5-11", ["5", "11"]), ("\" * AND :", ["and"]), ("", []), ("🎉🎉", []),
    ("zero\u{200B}width", ["zerowidth"]), ("end. Next", ["end", "next"]), ("Привет", ["привет"]),
  ])
  func `a text is taken apart into`(_ text: String, _ words: [String]) {
    #expect(OfferWords.words(of: text).map(\.text) == words)
  }

  @Test func `words of capitals are told from the same words in small letters`() {
    let words = OfferWords.words(of: "SEND us; send IT, A.D.H.D. and Mind")
    #expect(words.filter(\.isCapitals).map(\.text) == ["send", "it", "adhd"])
    #expect(OfferWords.indexed(["SEND advice", "for you"]) == "send \u{E000}send advice for you")
  }

  @Test func `no more is read than the limit`() {
    #expect(OfferWords.words(of: "abcdef", limit: 3).map(\.text) == ["abc"])
  }

  @Test func `a service comes back from its bytes as it was`() throws {
    var service = OfferService(sourceID: "a-1", name: "Club")
    #expect(try OfferService(bytes: service.bytes) == service)
    service.status = .other("paused")
    service.provider = OfferProvider(
      name: "Bright Buddies", link: OfferLink(address: "https://b.example", isWeb: true),
      email: "")
    service.ages = OfferAges(lowest: 0, highest: nil)
    service.cost = OfferCost(state: .free, text: "£2 a snack", isContradictory: true)
    service.access = [.dropIn, .planNeeded]
    service.needs = [.autism, .socialEmotional]
    service.terms = [OfferTerm(id: "7", name: "Breaks", vocabulary: "Categories")]
    service.schedules = [
      OfferSchedule(weekdays: [1, 6], opens: 570, text: "term time", validTo: Day(2026, 12, 18))
    ]
    service.places = [
      OfferPlace(
        name: "Hall", postcode: "SE11 5AA", latitude: 51.48479, longitude: -0.119821,
        accessibility: ["Hoist"])
    ]
    service.phones = [OfferPhone(text: "020 7946 0049 (office)", numbers: ["020 7946 0049"])]
    service.details = [OfferDetail(heading: "How to apply", text: "Ask")]
    service.sector = .voluntary
    service.checked = Day(2026, 10, 13)
    service.hints.prices = ["£5"]
    #expect(try OfferService(bytes: service.bytes) == service)
    #expect(throws: RecordReader.Damaged.self) {
      try OfferService(bytes: Array(service.bytes.dropLast()))
    }
  }

  @Test func `the age limit is 25 where the text says 25 with SEND`() {
    var service = OfferService(sourceID: "1", name: "Club")
    service.ages = OfferAges(lowest: 11, highest: 19)
    service.description = "Aged 11 to 19 (25 with SEND)."
    #expect(OfferFacts(service).ages.highest == 25)
    service.description = "25 places with support."
    #expect(OfferFacts(service).ages.highest == 19)
  }

  @Test func `miles are those of a map`() {
    let school = OfferPoint(latitude: 51.48479, longitude: -0.119821)
    // Big Ben, 1.1 miles north by a map's ruler.
    #expect(
      abs(school.miles(to: OfferPoint(latitude: 51.50073, longitude: -0.12463)) - 1.12) < 0.02)
    #expect(school.miles(to: school) == 0)
  }
}
