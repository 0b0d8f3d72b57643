import SENDDomain
import Testing

/// What is typed by hand about a service, field by field.
@Suite struct OfferEntryFieldTests {
  private func read(_ field: OfferEntryField, _ typed: String) -> String {
    do throws(OfferEntry.Problem) { return try field.read(typed) } catch { return error.sentence }
  }

  @Test(arguments: [
    (OfferEntryField.postcode, " sw98ef. ", "SW9 8EF"),
    (.web, "www.example.org/a", "https://www.example.org/a"),
    (.web, "HTTP://example.org", "HTTP://example.org"),
    (
      .web, "file:///etc/passwd",
      "A web address begins with http:// or https://, such as https://example.org."
    ),
    (.email, "a@b.org; c@d.org", "a@b.org, c@d.org"),
    (.phone, "Ring Jo on 020 7946 0123", "Ring Jo on 020 7946 0123"),
    (.ageFrom, "eleven", "An age is a number of whole years, such as 11."),
    (.ageTo, "121", "An age is a number of whole years, such as 11."),
    (.needs, "ASD, semh", "social, emotional and mental health; autism"),
    (.needs, "social, emotional and mental health", "social, emotional and mental health"),
    (.access, "drop in, EHCP, by bus only", "just go, EHC plan needed, by bus only"),
    (.description, "Bold\u{1B}[31m \u{202E}text\r\n\r\n\r\nmore\u{0}", "Bold[31m text\n\nmore"),
    (.name, "Two\nlines\tand  spaces ", "Two lines and spaces"),
    (.languages, "Portuguese,Somali, Portuguese", "Portuguese, Somali"),
  ])
  func `is stored in one way, or what would be right is said`(
    field: OfferEntryField, typed: String, expected: String
  ) {
    #expect(read(field, typed) == expected)
  }

  @Test(arguments: OfferEntryField.allCases)
  func `what is put into a service is what is read from it again`(field: OfferEntryField) {
    let typed: [OfferEntryField: String] = [
      .postcode: "SW9 8EF", .web: "https://example.org", .email: "a@b.org, c@d.org",
      .ageFrom: "5", .ageTo: "11", .cost: "free", .needs: "autism; vision",
      .access: "just go, by bus only", .times: "Mon-Fri 9-5, Sat 10-12",
      .languages: "Portuguese, Somali", .phone: "020 7946 0123 / 020 7946 0124",
    ]
    let text = typed[field] ?? "Some words"
    var service = OfferService(sourceID: "1", name: "Club")
    field.put(read(field, text), into: &service)
    #expect(field.value(in: service) == text)
    var copy = service
    field.put(field.value(in: service), into: &copy)
    #expect(copy == service)
  }

  @Test(arguments: [
    ("Sat 10-12", [6]), ("Mon-Wed", [1, 2, 3]), ("Tuesdays and Thursdays", [2, 4]),
    ("Monday to Friday", [1, 2, 3, 4, 5]), ("weekends", [6, 7]), ("by arrangement", []),
    ("Sunshine club, monthly", []), ("Fri–Sun", [5, 6, 7]),
  ])
  func `days are read from words`(typed: String, days: [Int]) {
    var service = OfferService(sourceID: "1", name: "Club")
    OfferEntryField.times.put(typed, into: &service)
    #expect(service.schedules.map(\.weekdays) == [days])
  }

  @Test(arguments: [
    ("SE11 5AA", "SE11"), ("se115aa", "SE11"), ("SE11", "SE11"), ("se11 5", "SE11"),
    ("N1", "N1"), ("Brixton", nil), ("12 Acre Lane", nil), ("", nil),
  ])
  func `of a postcode the first half is known`(typed: String, outward: String?) {
    #expect(Postcode.outward(typed) == outward)
  }

  @Test func `a range of ages over more than two bands says nothing of whom it was for`() {
    let wide = OfferTheme(
      OfferQuery(text: "", ages: 0...25), OfferResults(), isCommon: { _ in false },
      isKnown: { _ in true })
    #expect(wide.isEmpty)
    let narrow = OfferTheme(
      OfferQuery(text: "", ages: 5...6), OfferResults(), isCommon: { _ in false },
      isKnown: { _ in true })
    #expect(narrow.ages == ["3-5", "6-11"])
  }
}
