import Testing

@testable import SENDDomain

@Suite struct OfferSafeguardingTests {
  private static let directory = DirectoryCatalogue(
    DirectorySample.entries.enumerated().map { DirectoryHit(id: Int64($0 + 1), entry: $1) },
    .shipped, beside: OfferVocabulary([]))

  @Test(arguments: [
    "suicidal", "she says she wants to die", "not safe at home", "Abuse?", "sucidal teenager",
    "self-harm", "dad hits him", "came to school with bruises", "he isn't safe", "is fgm legal",
    "my daughter is being groomed online", "domestic violence refuge",
    "he doesn't want to be alive any more", "he doesnt want to be here anymore",
    "uncle touches her", "stepdad touched her", "my partner beats me", "mum hits me",
    "im going to hurt him if he doesnt stop", "scared of his dad", "he ran away last night",
    "she wants to kill herself", "he took an overdose", "he was raped", "she wants to end her life",
    "he wishes he was dead", "my husband is violent", "dad keeps hitting him",
  ])
  func `words that suggest harm say what to do at once`(_ typed: String) {
    #expect(
      Self.directory.safeguarding(typed, .shipped)
        == "In danger now: ring 999. Worried about safety: Children's social care front door (MASH), "
        + "020 7946 0100.", "\(typed)")
  }

  @Test(arguments: [
    "", "   ", "road safety", "hitting and kicking", "hits", "autism club", "self esteem",
    "safe space", "beating drums", "sleep", "amuse", "cutting and sticking", "dog grooming",
    "is it safe to swim", "respite", "short breaks abu",
    "swimming", "football hits", "running club", "hit and miss attendance", "touch typing",
    "kick boxing", "scared of dogs", "hates people touching him", "runs away in the park",
    "doesnt want to be here", "doesnt want to live with his dad", "my son hits me", "end of life",
  ])
  func `other words say nothing of it`(_ typed: String) {
    #expect(Self.directory.safeguarding(typed, .shipped) == nil, "\(typed)")
  }

  @Test func `a number of the file goes before the directory, and no directory is needed`() {
    let empty = DirectoryCatalogue([], .shipped, beside: OfferVocabulary([]))
    #expect(
      empty.safeguarding("suicidal", .shipped)
        == "In danger now: ring 999. Worried about safety: your safeguarding team.")
    var dictionary = OfferDictionary.shipped
    dictionary.safeguarding.number = "the front door, 020 7946 0999"
    #expect(
      Self.directory.safeguarding("suicidal", dictionary)
        == "In danger now: ring 999. Worried about safety: the front door, 020 7946 0999.")
  }

  @Test func `its own words of an area stand instead of the built-in ones`() {
    var dictionary = OfferDictionary.shipped
    dictionary.safeguarding = OfferSafeguarding(
      concerns: [OfferSafeguarding.Concern(say: ["zebra crossing"])], text: "Ring now.")
    let directory = DirectoryCatalogue([], dictionary, beside: OfferVocabulary([]))
    #expect(directory.safeguarding("suicidal", dictionary) == nil)
    #expect(
      directory.safeguarding("a Zebra-crossing", dictionary)
        == "Ring now. Worried about safety: your safeguarding team.")
  }
}
