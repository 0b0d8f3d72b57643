/// A service's words for the full-text search, field by field.
public struct OfferIndexText: Hashable, Sendable {
  public var name: String
  public var provider: String
  public var terms: String
  public var body: String

  public init(name: String, provider: String, terms: String, body: String) {
    self.name = name
    self.provider = provider
    self.terms = terms
    self.body = body
  }

  public init(_ service: OfferService) {
    name = OfferWords.indexed([service.name, service.alternateName])
    provider = OfferWords.indexed([service.provider?.name ?? ""])
    terms = OfferWords.indexed(service.terms.map(\.name) + service.languages)
    var texts = [service.description, service.alert]
    texts += service.details.flatMap { [$0.heading, $0.text] }
    texts += service.areas
    texts += service.schedules.map(\.text)
    texts.append(service.cost.text)
    for place in service.places {
      texts += [place.name, place.address, place.postcode] + place.accessibility
    }
    // Where it says little of itself, what its provider says stands in for it.
    if service.description.unicodeScalars.count < 40 {
      texts.append(service.provider?.description ?? "")
    }
    body = OfferWords.indexed(texts)
  }

  /// The words in it, each once.
  public var distinctWords: Set<Substring> {
    var words: Set<Substring> = []
    for text in [name, provider, terms, body] { words.formUnion(text.split(separator: " ")) }
    return words
  }
}
