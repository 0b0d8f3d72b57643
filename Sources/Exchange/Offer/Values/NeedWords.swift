import SENDDomain

/// The areas of need that the words of a source's terms belong to.
///
/// - Source: SEND Code of Practice 2015, 6.28 to 6.35. Autism, hearing and vision are filters of
///   councils beside the area that the Code puts them in.
enum NeedWords {
  /// The areas of some terms, in the order of ``SENDDomain/OfferNeed``.
  static func needs(_ terms: [OfferTerm]) -> [OfferNeed] {
    var found: Set<OfferNeed> = []
    for term in terms {
      let words = " " + spaced(term.name) + " "
      if excluded.contains(where: words.holds) { continue }
      for (phrase, needs) in phrases where words.holds(phrase) { found.formUnion(needs) }
    }
    return OfferNeed.allCases.filter(found.contains)
  }

  /// Letters and digits in small letters, with one space between words.
  private static func spaced(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static let excluded = [" perinatal", " postnatal", " maternal", " antenatal"]

  /// A space at an end asks for a word's beginning or end there.
  private static let phrases: [(String, [OfferNeed])] = [
    (" communication and interaction", [.communication]),
    (" speech", [.communication]),
    (" language and communication", [.communication]),
    (" communication needs", [.communication]),
    (" communication difficult", [.communication]),
    (" slcn ", [.communication]),
    (" stammer", [.communication]),
    (" autis", [.communication, .autism]),
    (" asperger", [.communication, .autism]),
    (" asd ", [.communication, .autism]),
    (" asc ", [.communication, .autism]),
    (" cognition", [.cognition]),
    (" cognitive", [.cognition]),
    (" learning difficult", [.cognition]),
    (" learning disab", [.cognition]),
    (" learning need", [.cognition]),
    (" dyslexia", [.cognition]),
    (" dyscalculia", [.cognition]),
    (" spld ", [.cognition]),
    (" mld ", [.cognition]),
    (" sld ", [.cognition]),
    (" pmld ", [.cognition]),
    (" down s syndrome", [.cognition]),
    (" down syndrome", [.cognition]),
    (" social emotional", [.socialEmotional]),
    (" semh ", [.socialEmotional]),
    (" mental health", [.socialEmotional]),
    (" emotional wellbeing", [.socialEmotional]),
    (" adhd ", [.socialEmotional]),
    (" attention deficit", [.socialEmotional]),
    (" sensory", [.sensoryPhysical]),
    (" physical disab", [.sensoryPhysical]),
    (" physical need", [.sensoryPhysical]),
    (" physical impair", [.sensoryPhysical]),
    (" physical difficult", [.sensoryPhysical]),
    (" physically disab", [.sensoryPhysical]),
    (" or physical ", [.sensoryPhysical]),
    (" mobility ", [.sensoryPhysical]),
    (" wheelchair", [.sensoryPhysical]),
    (" cerebral palsy", [.sensoryPhysical]),
    (" hearing", [.sensoryPhysical, .hearing]),
    (" deaf", [.sensoryPhysical, .hearing]),
    (" sign language", [.sensoryPhysical, .hearing]),
    (" visual", [.sensoryPhysical, .vision]),
    (" vision", [.sensoryPhysical, .vision]),
    (" blind", [.sensoryPhysical, .vision]),
    (" sight ", [.sensoryPhysical, .vision]),
  ]
}
