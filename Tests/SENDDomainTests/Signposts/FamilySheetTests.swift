import Testing

@testable import SENDDomain

/// What a family takes home: every fixed word in their language and in English.
@Suite struct FamilySheetTests {
  private let service = OfferService(
    sourceID: "s1", name: "Saturday Makers & Co", description: "A small group.",
    emails: ["hello@example.org"],
    ages: OfferAges(lowest: 11, highest: nil),
    access: [.selfReferral, .planNeeded],
    schedules: [
      OfferSchedule(weekdays: [6, 7], opens: 600, closes: 780, text: "in term time"),
      OfferSchedule(text: "Last Friday of the month"),
    ], checked: "2026-11-01")

  private func sheet(_ language: String) -> FamilySheet {
    FamilySheet(
      services: [service], language: SheetLanguage.shipped.first { $0.id == language } ?? .english,
      day: "2026-11-25")
  }

  @Test func `English alone says everything once`() {
    #expect(
      sheet("en").text() == """
        Services that may help

        1. Saturday Makers & Co

           A small group.

           E-mail: hello@example.org
           When: Sat Sun 10–13 in term time
           When: Last Friday of the month
           Cost: not stated
           Ages: from 11
           How to get in: refer yourself, EHC plan needed

        Made Wed 25 Nov 2026.

        """)
  }

  @Test func `in Portuguese every word that is not the publisher's stands in both`() {
    #expect(
      sheet("pt").text() == """
        Serviços que podem ajudar / Services that may help

        1. Saturday Makers & Co

           A small group.

           E-mail: hello@example.org
           Quando / When: sáb dom / Sat Sun 10–13 in term time
           Quando / When: Last Friday of the month
           Preço / Cost: não indicado / not stated
           Idades / Ages: a partir dos 11 / from 11
           Como participar / How to get in: inscreva-se diretamente / refer
             yourself, é necessário um plano EHC / EHC plan needed

        Feito em 25/11/2026 / Made Wed 25 Nov 2026.

        """)
  }

  @Test(arguments: SheetLanguage.shipped.filter { $0 != .english })
  func `each language has every word, none twice`(language: SheetLanguage) {
    for word in SheetWord.allCases {
      #expect(language.own(word)?.isEmpty == false, "\(word.english)")
      let both = language.say(word).plain
      #expect(both == language.own(word) || both == "\(language.own(word) ?? "") / \(word.english)")
    }
    #expect(language.days.count == 7)
  }

  @Test func `the page says of every word in which language it is`() {
    let page = sheet("pt").page
    #expect(page.contains("<html lang=\"pt\">"))
    #expect(page.contains("<title>Serviços que podem ajudar</title>"))
    #expect(
      page.contains(
        "<h1>Serviços que podem ajudar<span lang=\"en\"> / Services that may help</span></h1>"))
    #expect(page.contains("<h2><span lang=\"en\">Saturday Makers &amp; Co</span></h2>"))
    #expect(page.contains("<p><span lang=\"en\">A small group.</span></p>"))
    #expect(page.contains("<p><b>E-mail:</b> hello@example.org</p>"))
    #expect(
      page.contains(
        "<b>Quando<span lang=\"en\"> / When</span>:</b> sáb dom<span lang=\"en\"> / Sat Sun</span>")
    )
    #expect(page.contains("Feito em 25/11/2026<span lang=\"en\"> / Made Wed 25 Nov 2026</span>."))
    let english = sheet("en").page
    #expect(english.contains("<html lang=\"en\">"))
    #expect(!english.contains("<span"))
  }

  @Test func `a warning stands in both too`() {
    var closed = service
    closed.status = .temporarilyClosed
    closed.checked = "2020-01-01"
    let pl = SheetLanguage.shipped.first { $0.id == "pl" } ?? .english
    let text = FamilySheet(services: [closed], language: pl, day: "2026-11-25").text(width: 200)
    #expect(
      text.contains(
        "Tymczasowo nieczynne. / Temporarily closed. Proszę najpierw zadzwonić / Please phone before you go."
      ))
  }
}
