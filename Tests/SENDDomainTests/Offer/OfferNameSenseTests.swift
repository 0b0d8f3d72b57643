import Testing

@testable import SENDDomain

/// A word of one service alone: an ordinary one, or somebody's name?
@Suite struct OfferNameSenseTests {
  private func isOrdinary(
    _ word: String, _ description: String, name: String = "Club", provider: String = "",
    terms: [String] = [], languages: [String] = []
  ) -> Bool {
    var service = OfferService(sourceID: "1", name: name)
    service.description = description
    service.provider = provider.isEmpty ? nil : OfferProvider(name: provider)
    service.terms = terms.map { OfferTerm(name: $0) }
    service.languages = languages
    return OfferNameSense(service).isOrdinary(word) {
      ["club", "college", "trust", "a", "the"].contains($0)
    }
  }

  @Test func `what is written small anywhere is an ordinary word`() {
    #expect(isOrdinary("bathing", "Bathing for all. We like bathing."))
    #expect(isOrdinary("makaton", "Songs in makaton. Ask for Makaton."))
  }

  @Test func `a category, a language and a title are no names`() {
    #expect(isOrdinary("minecraft", "", terms: ["Minecraft"]))
    #expect(isOrdinary("welsh", "", languages: ["Welsh"]))
    #expect(isOrdinary("welsh", "", name: "Welsh Club"))
    #expect(isOrdinary("oaklands", "", provider: "Oaklands College"))
    #expect(isOrdinary("lego", "Lego on Mondays"))
  }

  @Test(arguments: [
    "Ask for Kofi.", "Contact: Kofi", "Mr Kofi", "Kofi runs the club.", "Kofi Adeyemi",
    "A club by Kofi's sister", "Kofi will ring you", "Ring Kofi on 020 7946 0123",
  ])
  func `a name of somebody is one`(description: String) {
    #expect(!isOrdinary("kofi", description))
  }

  @Test func `so is a provider who is a person, and what no text holds`() {
    #expect(!isOrdinary("bola", "", provider: "Bola Okafor Childminding"))
    #expect(!isOrdinary("okafor", "", provider: "Bola Okafor Childminding"))
    #expect(!isOrdinary("zainab", "Songs."))
  }
}
