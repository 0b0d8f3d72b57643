/// One line of provision in its desk's list.
public struct ProvisionRow: Hashable, Sendable, Identifiable {
  public var id: ProvisionLine.ID
  public var child: Child.ID
  public var name: PersonName
  public var born: Day?
  public var line: ProvisionLine
  /// Why there is no more than the name; nil where there is.
  public var withheld: Withheld?
  public var key: ListKey

  public init(
    id: ProvisionLine.ID, child: Child.ID, name: PersonName, born: Day?, line: ProvisionLine,
    key: ListKey
  ) {
    self.id = id
    self.child = child
    self.name = name
    self.born = born
    self.line = line
    self.key = key
  }

  /// Leaves the name: a restricted record is opened with a reason.
  public mutating func withholdRestricted() {
    withheld = .restricted
    born = nil
    line = line.withheld
  }
}

extension ProvisionLine {
  /// That there is one, and no more.
  public var withheld: ProvisionLine {
    ProvisionLine(
      id: id, child: child,
      text: ProvisionText(
        section: section, words: "", service: section.desk.advisers.last ?? .other),
      version: version)
  }

  /// Without what people wrote, which may hold any name.
  public var withoutWords: ProvisionLine {
    var bare = self
    bare.text.words = ""
    bare.gap?.words = ""
    return bare
  }
}

/// How many lines of a desk stand in each state on one day, as its list's heading says them.
public struct ProvisionCounts: Hashable, Sendable {
  private var counts: [ProvisionState: Int] = [:]
  /// Of those not ended, the ones that a personal budget pays for.
  public var personalBudgets = 0

  public init() {}

  public subscript(_ state: ProvisionState) -> Int {
    get { counts[state] ?? 0 }
    set { counts[state] = newValue == 0 ? nil : newValue }
  }

  /// How many lines a list shows, but for what is typed to filter it.
  public func count(of query: ListQuery) -> Int { query.provision.map { self[$0] } ?? open }

  /// All that have not ended.
  public var open: Int {
    counts.reduce(0) { $0 + ($1.key == .ended ? 0 : $1.value) }
  }
}

/// What a desk's board is told of its work, before small numbers are held back.
public struct DeskThemes: Hashable, Sendable {
  public var desk: AdviceDesk
  /// What was decided on requests for advice.
  public var decisions: [TriageDecision: Int]
  /// Gaps in provision that are open, by reason.
  public var gaps: [GapReason: Int]
  /// Days from asking to the advice that came in, of each that has.
  public var turnaround: [Int]

  public init(
    desk: AdviceDesk, decisions: [TriageDecision: Int] = [:], gaps: [GapReason: Int] = [:],
    turnaround: [Int] = []
  ) {
    self.desk = desk
    self.decisions = decisions
    self.gaps = gaps
    self.turnaround = turnaround
  }

  /// The middle one of the days; nil where there are too few to be published.
  public var medianTurnaround: Int? {
    let sorted = turnaround.sorted()
    guard sorted.count > PublishedCounts.small.upperBound else { return nil }
    return sorted[(sorted.count - 1) / 2]
  }
}
