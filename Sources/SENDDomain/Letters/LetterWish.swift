/// A letter that somebody asks for: which, and about what.
public struct LetterWish: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case plan(Plan.ID)
    case assessment(Assessment.ID)
    case advice(Advice.ID)
    case consultation(Consultation.ID)
  }

  public enum Which: Hashable, Sendable {
    case kind(LetterKind)
    /// The chaser of the number that the logged ones lead to.
    case chaser
    /// The letter that asks the adviser.
    case request
  }

  public var subject: Subject
  public var which: Which

  public init(_ which: Which, about subject: Subject) {
    self.which = which
    self.subject = subject
  }

  /// The letter's kind, once it is known which part it is about; nil where there is none.
  public func kind(about advice: Advice?) -> LetterKind? {
    switch which {
    case .kind(let kind): kind
    // What is in is chased no more.
    case .chaser: advice.flatMap { $0.isAwaited ? .chaser(after: $0.chased.count) : nil }
    case .request: advice.map { .request(of: $0.adviser) }
    }
  }
}

/// Letters that were made, and what somebody should know before they are written.
public struct LettersMade: Hashable, Sendable {
  public var letters: [Letter]
  /// Other children whom what people wrote in a letter names.
  public var alsoNamed: [PersonName]
  /// Why some were not made, each once.
  public var refused: [String]

  public init(
    _ letters: [Letter] = [], alsoNamed: [PersonName] = [], refused: [String] = []
  ) {
    self.letters = letters
    self.alsoNamed = alsoNamed
    self.refused = refused
  }
}
