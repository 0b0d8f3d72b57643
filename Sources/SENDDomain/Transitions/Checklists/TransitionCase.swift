/// A move that was begun for a child, with its checklist and what happened around it.
public struct TransitionCase: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  public var child: Child.ID
  public var list: TransitionList
  /// In the order they were recorded.
  public var steps: [TransitionFactEntry]
  /// Who began it.
  public var author: String
  /// The stored row's version, by which a change made elsewhere is noticed.
  public var version: Int

  public init(
    id: ID, child: Child.ID, list: TransitionList, steps: [TransitionFactEntry] = [],
    author: String = "", version: Int = 1
  ) {
    self.id = id
    self.child = child
    self.list = list
    self.steps = steps
    self.author = author
    self.version = version
  }

  public var kind: TransitionKind { list.facts.transition.kind }
  public var year: AcademicYear { list.facts.transition.year }
}

/// A move that is begun.
public struct TransitionStart: Hashable, Sendable {
  public var child: Child.ID
  public var kind: TransitionKind
  public var year: AcademicYear
  /// The day of the move; nil where it is not known yet.
  public var day: Day?
  /// The year group left, where somebody recorded it; nil where the birth date tells it.
  public var taught: TaughtYear?
  /// The version that the child's list begins with.
  public var checklist: Checklist

  public init(
    child: Child.ID, kind: TransitionKind, year: AcademicYear, day: Day?,
    taught: TaughtYear? = nil, checklist: Checklist
  ) {
    self.child = child
    self.kind = kind
    self.year = year
    self.day = day
    self.taught = taught
    self.checklist = checklist
  }

  /// Why it cannot stand; nil where it can.
  public func problem(born: Day?) -> TransitionProblem? {
    if !checklist.kinds.contains(kind) { return .noChecklist(kind) }
    if let born, let day, day < born { return .beforeBirth(day, born: born) }
    return nil
  }
}

/// A child in a coming transition, as a list shows it.
public struct TransitionRow: Hashable, Sendable, Identifiable {
  public var transition: TransitionCase
  public var name: PersonName
  public var born: Day?
  public var progress: TransitionProgress
  public var next: TransitionLine?
  /// Why its details are not shown; nil where they are.
  public var withheld: Withheld?
  /// Where it stands in the list.
  public var key: ListKey

  public var id: TransitionCase.ID { transition.id }

  public init(
    transition: TransitionCase, name: PersonName, born: Day?, progress: TransitionProgress,
    next: TransitionLine?, withheld: Withheld? = nil, key: ListKey
  ) {
    self.transition = transition
    self.name = name
    self.born = born
    self.progress = progress
    self.next = next
    self.withheld = withheld
    self.key = key
  }
}

extension TransitionCase {
  /// What whoever looks may see of it: items of services whose group the role does not see are not
  /// there, in no count either.
  public func seen(by sight: Sight) -> TransitionCase {
    var seen = self
    seen.list.checklist.items.removeAll { !sight.sees($0.owner.group) }
    let known = Set(seen.list.checklist.items.map(\.id))
    seen.list.entries = list.entries.filter { known.contains($0.key) }
    return seen
  }

  /// That there is one, of a child whose record is restricted.
  public var withheld: TransitionCase {
    var bare = self
    bare.list.checklist.items = []
    bare.list.checklist.notes = []
    bare.list.entries = [:]
    bare.list.facts.born = nil
    bare.list.facts.review = nil
    bare.list.facts.deadline = nil
    bare.list.facts.transition.leaves = nil
    bare.steps = []
    bare.author = ""
    return bare
  }
}
