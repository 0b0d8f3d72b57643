/// Tells a word that one service alone uses from somebody's name in what that service says.
///
/// It leans to the name: a word that is lost is a smaller harm than a name that is kept.
public struct OfferNameSense: Sendable {
  /// Words after which a name comes.
  private static let askers: Set<String> = [
    "contact", "contacts", "call", "ring", "phone", "email", "text", "ask", "for", "speak", "with",
    "by", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "named", "called", "manager", "leader",
    "founder", "coordinator", "coach", "teacher", "headteacher", "therapist", "dear", "and",
  ]
  /// Words that a name stands before.
  private static let doings: Set<String> = [
    "is", "was", "has", "runs", "leads", "will", "can", "and", "who",
  ]

  /// What the service says, text by text.
  private let texts: [[OfferWord]]
  /// Words that its publisher files it under: a category or a language is nobody's name.
  private let terms: Set<String>

  public init(_ service: OfferService) {
    var texts = [service.name, service.alternateName, service.description, service.alert]
    texts += [service.provider?.name ?? "", service.provider?.description ?? ""]
    texts += service.details.flatMap { [$0.heading, $0.text] } + service.areas
    texts += service.schedules.map(\.text) + [service.cost.text]
    for place in service.places { texts += [place.name, place.address] + place.accessibility }
    self.texts = texts.map { OfferWords.words(of: $0) }
    let filed = service.terms.map(\.name) + service.languages
    terms = Set(filed.flatMap { OfferWords.words(of: $0) }.map(\.text))
  }

  /// - Parameters:
  ///   - word: Folded.
  ///   - isUsual: Whether a folded word is surely an ordinary one.
  public func isOrdinary(
    _ word: String, isUsual: (String) throws -> Bool
  ) rethrows -> Bool {
    if terms.contains(word) { return true }
    var isFound = false
    for text in texts {
      for (place, written) in text.enumerated() where written.text == word {
        guard written.isCapitalised else { return true }
        isFound = true
        let before = place > 0 ? text[place - 1] : nil
        let after = place + 1 < text.count ? text[place + 1] : nil
        if let before, OfferNameSense.askers.contains(before.text) { return false }
        if let after, OfferNameSense.doings.contains(after.text) { return false }
        // A given name and a family name stand together, and neither is an ordinary word.
        for other in [before, after].compactMap(\.self) where other.isCapitalised {
          if try !isUsual(other.text) { return false }
        }
      }
    }
    return isFound
  }
}

extension OfferWord {
  fileprivate var isCapitalised: Bool { original.first?.isUppercase ?? false }
}
