/// What is kept of a search that found nothing, so that a gap can be seen: words of the subject
/// and facets, never what could tell whose search it was.
public struct OfferTheme: Hashable, Sendable {
  /// Folded, each once, in the order of the alphabet: the order they were typed in is not kept.
  public var words: [String]
  /// Codes of age bands: `12-15`.
  public var ages: [String]
  public var needs: [OfferNeed]
  /// The first half of a postcode, or a locality; empty where none was asked for.
  public var place: String

  public init(
    words: [String] = [], ages: [String] = [], needs: [OfferNeed] = [], place: String = ""
  ) {
    self.words = words
    self.ages = ages
    self.needs = needs
    self.place = place
  }

  /// - Parameters:
  ///   - results: What the search came to: its chips and what was taken for misspelt.
  ///   - isKnown: Whether a folded word is one of the subject. What is not could be a name, and is
  ///     left out.
  ///   - isCommon: Whether a folded word says nothing of the subject: `my`, `help`.
  public init(
    _ query: OfferQuery, _ results: OfferResults, isCommon: (String) -> Bool,
    isKnown: (String) throws -> Bool
  ) rethrows {
    var asShown: [String: [String]] = [:]
    for correction in results.corrections {
      asShown[LetterFolding.fold(correction.typed)] =
        OfferWords.words(of: correction.shown).map(\.text)
    }
    var facetWords: Set<String> = []
    var bands: Set<String> = []
    if let ages = query.ages { bands.formUnion(OfferTheme.bands(ages)) }
    place = OfferTheme.locality(query.place)
    for chip in results.chips {
      switch chip.kind {
      case .age(let ages): bands.formUnion(OfferTheme.bands(ages))
      case .place(let name, _): if place.isEmpty { place = OfferTheme.locality(name) }
      default: continue
      }
      facetWords.formUnion(OfferWords.words(of: chip.words).map(\.text))
    }
    bands.formUnion((query.choices[.age] ?? []).filter { $0 != "not_stated" })
    ages = OfferFacet.age.choices.filter(bands.contains)
    let chosen = query.choices[.need] ?? []
    needs = OfferNeed.allCases.filter { chosen.contains($0.rawValue) }
    var kept: Set<String> = []
    for word in OfferWords.words(of: query.text, limit: 200).map(\.text)
    where !facetWords.contains(word) {
      for shown in asShown[word] ?? [word] {
        // Digits may be a telephone number, a birth date, a house.
        if shown.contains(where: \.isNumber) || isCommon(shown) { continue }
        if try isKnown(shown) { kept.insert(shown) }
      }
    }
    words = kept.sorted().prefix(12).map { $0 }
  }

  /// Whether there is nothing that would be kept.
  public var isEmpty: Bool { words.isEmpty && ages.isEmpty && needs.isEmpty && place.isEmpty }

  /// `bus travel · age 12 to 15 · autism · SE11`
  public var sentence: String {
    var parts: [String] = []
    if !words.isEmpty { parts.append(words.joined(separator: " ")) }
    if !ages.isEmpty {
      parts.append("age " + ages.map(OfferFacet.age.words(of:)).joined(separator: " or "))
    }
    parts += needs.map(\.words)
    if !place.isEmpty { parts.append(place) }
    return parts.joined(separator: " · ")
  }

  /// The bands that an age falls into; of a range that spans more than two, none: it says nothing.
  private static func bands(_ ages: ClosedRange<Int>) -> [String] {
    let found = OfferFacet.ageBands.filter { $0.overlaps(ages) }
    return found.count > 2 ? [] : found.map { "\($0.lowerBound)-\($0.upperBound)" }
  }

  private static func locality(_ typed: String) -> String {
    let text = OfferEntryText.clean(typed, most: 60)
    if let outward = Postcode.outward(text) { return outward }
    // A whole address is a family's; a locality has no number in it.
    return text.contains(where: \.isNumber) ? "" : text.lowercased()
  }
}

extension OfferDictionary {
  /// Every word that it has, folded.
  public var words: Set<String> {
    var words: Set<String> = []
    for phrase in entries.flatMap({ $0.say + $0.find }) + families.flatMap({ $0 }) {
      words.formUnion(OfferWords.words(of: phrase).map(\.text))
    }
    return words
  }
}
