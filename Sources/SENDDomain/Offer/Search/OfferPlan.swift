/// What is looked for, made of the words typed: one group for each word or phrase, each with the
/// words of services that stand for it.
public struct OfferPlan: Sendable {
  /// Words found instead of what was typed: "Showing results for physiotherapy".
  public struct Correction: Hashable, Sendable {
    public var typed: String
    public var shown: String

    public init(typed: String, shown: String) {
      self.typed = typed
      self.shown = shown
    }
  }

  /// One way to find a group: every slot has to be found.
  struct Alternative: Sendable {
    /// One for each word of a phrase, each with the forms of that word.
    var slots: [[(word: Int, weight: Double)]]
    var weight: Double
    var why: OfferReason.Why
    /// All that was typed for the group, as it was typed.
    var isWhole = false
  }

  struct Group: Sendable {
    var words: String
    /// How much it counts; chips and common words count little.
    var importance: Double
    var isContent: Bool
    /// A place or a day: beside other words it finds nothing by itself.
    var isBeside = false
    var alternatives: [Alternative]
  }

  var groups: [Group]
  public internal(set) var chips: [OfferChip]
  public internal(set) var corrections: [Correction]
  /// Words that nothing stands for.
  public internal(set) var unknown: [String]
  /// Whether words suggest that somebody is harmed, and something is looked for instead.
  var isHarm = false

  /// Whether nothing but chips was typed: they are what is looked for then.
  var isChipsOnly: Bool {
    !chips.isEmpty && unknown.isEmpty && !groups.contains(where: \.isContent)
  }

  /// The words of services that are looked for.
  var words: Set<Int> {
    Set(groups.flatMap { $0.alternatives.flatMap { $0.slots.flatMap { $0.map(\.word) } } })
  }
}

/// Why a service was found.
public struct OfferReason: Hashable, Sendable {
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case name, provider, category, description
    /// What a service states of itself and not in words.
    case days, cost, access
  }

  public enum Why: Hashable, Sendable {
    case asTyped
    /// Another form of the word, or a word that begins so.
    case form
    /// The word it is taken for.
    case spelling(String)
    /// What a dictionary has for it: `speech and language therapy`.
    case synonym(String)
  }

  /// As typed.
  public var words: String
  public var field: Field
  public var why: Why

  public init(words: String, field: Field, why: Why) {
    self.words = words
    self.field = field
    self.why = why
  }
}
