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

  @Test(arguments: [
    "020 7946 0123", "(020) 7946 0123", "+44 (0)20 7946 0123", "+44 20 7946 0123", "01632 960123",
    "0800 1111", "0169 77 1234", "111", "116 123", "Text SHOUT to 85258",
    "020 7946 0123 ext. 12345678",
    "020 7946 0123 x45", "020-7946-0123 / 07700 900123", "020 7946 0123 (Mon-Fri 9am-5pm)",
    "020 7946 0123, 9.30-17.00", "020 7946 0123 option 2", "0044 20 7946 0123", "+33 1 23 45 67 89",
    "020 7946 0123, after 4 ring 07700 900123", "18001 020 7946 0123",
    "020 7946 0594", "01632 960 001", "01632 96001", "07700 900123", "0300 123 4567", "999", "101",
    "+44 20 7946 0594", "020 7946 0594 ext 12", "0800 123456", "0808 123 4567",
  ])
  func `a telephone number that can be dialled is taken as it is typed`(typed: String) {
    #expect(read(.phone, typed) == typed)
  }

  @Test(arguments: [
    ("020 7946 01234", "020 7946 01234", 12), ("020 7946 01", "020 7946 01", 9),
    ("7946 0123", "7946 0123", 8), ("+44 20 7946 01234", "+44 20 7946 01234", 13),
    ("020 7946 059o", "020 7946 059", 10), ("0207946059", "0207946059", 10),
    ("07700 90012", "07700 90012", 10), ("0300 123 456", "0300 123 456", 10),
    ("+44 7700 90012", "+44 7700 90012", 11),
    ("020 7946 0123 / 07700 9001234", "07700 9001234", 12), ("12", "12", 2),
    ("02079460123020794601", "02079460123020794601", 20),
  ])
  func `one with too many digits or too few is refused with what would be right`(
    typed: String, number: String, count: Int
  ) {
    let said = read(.phone, typed)
    if count < 3 {
      #expect(said == "\"12\" has no number in it: a phone looks like 020 7946 0123.")
    } else {
      #expect(
        said
          == "\"\(number)\" has \(count) digits: a number has 11 with its first 0 (10 only for some "
          + "that begin 01 or 0800), as 020 7946 0123, or follows +44; short ones are as 111 or 116 "
          + "123.")
    }
  }

  @Test(arguments: ["00000000000", "12345", "999999", "04123 456789", "+00 0000 0000"])
  func `one that begins as no number does is refused`(typed: String) {
    #expect(
      read(.phone, typed)
        == "\"\(typed)\" begins as no number does: a phone looks like 020 7946 0123, 01632 960 001 or "
        + "07700 900123; short ones are as 111 or 116 123.")
  }

  @Test func `an extension without its number is refused`() {
    #expect(
      read(.phone, "020 7946 0594 ext")
        == "The extension has no number: write it as 020 7946 0123 ext 12.")
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
