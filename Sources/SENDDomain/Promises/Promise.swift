/// Something that was agreed or promised about a child: "yes, I will", with who does it and by when.
///
/// It is no duty of the law and never moves one: it stands in the lists after what the law sets.
public struct Promise: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  /// What was agreed.
  public enum Kind: String, Sendable {
    /// Somebody will do something.
    case promise
    /// A panel looks at the case: the words are the question, the day is the panel's.
    case panel
  }

  public var id: ID
  public var kind: Kind
  public var child: Child.ID
  /// What will be done.
  public var words: String
  /// The day it is to be done by.
  public var due: Day
  /// Who does it: a colleague's name, or anybody's.
  public var owner: String
  /// The day it was made.
  public var made: Day
  /// The name of whoever wrote it down.
  public var author: String
  public var ending: Ending?
  /// The stored row's version, by which a change made elsewhere is noticed.
  public var version: Int

  /// How it ended.
  public enum Ending: Hashable, Sendable {
    case done(Day, by: String)
    case dropped(Day, why: String)
  }

  public init(
    id: ID, kind: Kind = .promise, child: Child.ID, words: String, due: Day, owner: String,
    made: Day, author: String, ending: Ending? = nil, version: Int
  ) {
    self.id = id
    self.kind = kind
    self.child = child
    self.words = words
    self.due = due
    self.owner = owner
    self.made = made
    self.author = author
    self.ending = ending
    self.version = version
  }

  public var isOpen: Bool { ending == nil }

  /// The agreed day; nil where it was kept or dropped.
  public var open: OpenDeadline? {
    guard isOpen else { return nil }
    return OpenDeadline(
      rule: .promise, due: due, kind: .local,
      facts: RuleFacts([
        ("promised", .text(words)), ("promised_by", .text(owner)), ("promised_on", .day(made)),
        ("promised_kind", .text(kind.rawValue)),
      ]))
  }

  /// That there is one and by when, and no more.
  public var withoutWords: Promise {
    var bare = self
    bare.words = ""
    bare.ending = nil
    return bare
  }
}

extension RuleID {
  /// Not law: the day by which somebody said they would do something.
  public static let promise: RuleID = "promise"
}

/// What becomes of promises: what a screen sends and the domain checks.
public enum PromiseChange: Hashable, Sendable {
  /// - Parameter owner: As typed; empty for whoever writes it down.
  case make(
    child: Child.ID, words: String, due: Day, owner: String, kind: Promise.Kind = .promise)
  /// With the promise as it was seen, by which a clash with others is noticed.
  case done(seen: Promise, on: Day)
  case drop(seen: Promise, why: String, on: Day)

  public var child: Child.ID {
    switch self {
    case .make(let child, _, _, _, _): child
    case .done(let seen, _), .drop(let seen, _, _): seen.child
    }
  }

  /// Why it cannot stand; nil where it can.
  public func problem(today: Day) -> PromiseProblem? {
    switch self {
    case .make(_, let words, let due, _, _):
      if !words.contains(where: { !$0.isWhitespace }) { return .noWords }
      return due < today ? .past(due) : nil
    case .done(let seen, let day):
      if day > today { return .inTheFuture(day) }
      return day < seen.made ? .beforeItWasMade(day, seen.made) : nil
    case .drop(let seen, let why, let day):
      if day > today { return .inTheFuture(day) }
      if day < seen.made { return .beforeItWasMade(day, seen.made) }
      return why.contains { !$0.isWhitespace } ? nil : .noReason
    }
  }
}

/// Why something about a promise cannot be stored, with what would be right.
public enum PromiseProblem: Error, Hashable, Sendable {
  case noWords
  case past(Day)
  case inTheFuture(Day)
  case beforeItWasMade(Day, Day)
  case noReason
  /// The child is not there, or not to be written about.
  case noChild
  /// It was undone meanwhile.
  case gone
  /// It was kept or dropped since the form was opened.
  case endedMeanwhile

  /// One sentence for the person at the keyboard.
  public var sentence: String {
    switch self {
    case .noWords: "Say what will be done, in a few words."
    case .past(let day): "\(day.long) is past: a promise is for today or a day to come."
    case .inTheFuture(let day): "\(day.long) is still ahead: enter the day it happened."
    case .beforeItWasMade(let day, let made):
      "\(day.long) is before it was promised on \(made.long): enter a later day."
    case .noReason: "Say why it will not be done, in a few words."
    case .noChild: "That child is no longer here, or not yours to record."
    case .gone: "That promise is no longer here: it was undone meanwhile."
    case .endedMeanwhile: "Somebody else has ended it meanwhile: leave the form and look."
    }
  }
}
