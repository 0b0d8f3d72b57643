/// One child's checklist: the list as it was when it was begun, and what was done of it.
public struct TransitionList: Hashable, Sendable {
  /// Where an item stands.
  public enum State: Hashable, Sendable {
    case open
    case done(on: Day, by: String)
    case notApplicable(reason: String, on: Day, by: String)

    public var isOpen: Bool { self == .open }
  }

  /// What people recorded of one item. A note, an assignment or a day may stand before it is done.
  public struct Entry: Hashable, Sendable {
    public var state: State
    /// Who is to see to it, by name; empty where it is whoever owns the item.
    public var assignee: String
    /// A day of this child's own; it can only be earlier than the law's.
    public var ownDay: Day?
    public var note: String
    public var evidence: String

    public init(
      state: State = .open, assignee: String = "", ownDay: Day? = nil, note: String = "",
      evidence: String = ""
    ) {
      self.state = state
      self.assignee = assignee
      self.ownDay = ownDay
      self.note = note
      self.evidence = evidence
    }
  }

  /// The version the list was begun with.
  public var checklist: Checklist
  public var began: Day
  public var facts: ChecklistFacts
  /// By the item's id; an item without one is open and nothing was recorded of it.
  public var entries: [String: Entry]

  public init(
    _ checklist: Checklist, began: Day, facts: ChecklistFacts, entries: [String: Entry] = [:]
  ) {
    self.checklist = checklist
    self.began = began
    self.facts = facts
    self.entries = entries
  }

  public func entry(_ id: String) -> Entry { entries[id] ?? Entry() }

  /// The day an item falls due: this child's own, else the list's, and never later than the law's.
  public func date(of item: ChecklistItem, by rules: RuleBook) -> ItemDate {
    var date = item.date(facts, by: rules)
    guard let own = entry(item.id).ownDay else { return date }
    if date.isStatutory, let last = date.last, own > last {
      date.steps.append("Own day \(own.long): the law's is earlier and stands = \(last.long)")
      return date
    }
    return ItemDate(due: own, isStatutory: false, steps: ["A day of this child's own: \(own.long)"])
  }
}

/// One line of a child's checklist: the item, its day, and where it stands.
public struct TransitionLine: Hashable, Sendable, Identifiable {
  public var item: ChecklistItem
  public var entry: TransitionList.Entry
  public var date: ItemDate

  public init(item: ChecklistItem, entry: TransitionList.Entry, date: ItemDate) {
    self.item = item
    self.entry = entry
    self.date = date
  }

  public var id: String { item.id }

  /// How it stands on a day; nil for what does not apply, and for what has no day for this child.
  public func state(on today: Day, soonWithin days: Int = DeadlineState.usualSoon)
    -> DeadlineState?
  {
    switch entry.state {
    case .notApplicable: return nil
    case .done(let day, _):
      return date.lateFrom.map { DeadlineState(met: day, lateFrom: $0) } ?? .met
    case .open:
      guard date.due != nil || date.missing != nil else { return nil }
      return DeadlineState(
        due: date.due, lateFrom: date.lateFrom, today: today, soonWithin: days)
    }
  }

  /// Done, though the evidence that the list asks for was not recorded.
  public var lacksEvidence: Bool {
    guard case .done = entry.state else { return false }
    return !item.evidence.isEmpty && entry.evidence.allSatisfy(\.isWhitespace)
  }

  /// Who is to see to it: a person's name, else the item's owner.
  public var whose: String { entry.assignee.isEmpty ? item.owner.words : entry.assignee }
}

/// How far a child's list is.
public struct TransitionProgress: Hashable, Sendable {
  public var done = 0
  public var notApplicable = 0
  public var open = 0
  /// Of the open ones: the day has passed.
  public var late = 0
  /// Of the open ones: a fact is missing for the day.
  public var unknown = 0
  /// Of those done: evidence was asked for and not recorded.
  public var lacksEvidence = 0

  public init() {}

  /// Items that count: all but those that do not apply.
  public var total: Int { done + open }
}

/// What stalls at one owner.
public struct TransitionStall: Hashable, Sendable {
  public var owner: TransitionOwner
  /// Late, the longest late first.
  public var late: [TransitionLine]
  /// Days that the longest late is over.
  public var days: Int
}

extension TransitionList {
  /// Every item with its day and where it stands, in the order of the list.
  public func lines(by rules: RuleBook) -> [TransitionLine] {
    checklist.items.map {
      TransitionLine(item: $0, entry: entry($0.id), date: date(of: $0, by: rules))
    }
  }

  public func progress(on today: Day, by rules: RuleBook) -> TransitionProgress {
    var progress = TransitionProgress()
    for line in lines(by: rules) {
      switch line.entry.state {
      case .done:
        progress.done += 1
        if line.lacksEvidence { progress.lacksEvidence += 1 }
      case .notApplicable: progress.notApplicable += 1
      case .open:
        progress.open += 1
        switch line.state(on: today) {
        case .late?: progress.late += 1
        case .unknown?: progress.unknown += 1
        default: break
        }
      }
    }
    return progress
  }

  /// The open item that falls due first, late ones included; nil where none has a day. Of two on one
  /// day the law's comes first, then the order of the list.
  public func nextDue(by rules: RuleBook) -> TransitionLine? {
    lines(by: rules).filter { $0.entry.state.isOpen && $0.date.due != nil }
      .min { a, b in
        let (x, y) = (a.date.due?.number ?? .max, b.date.due?.number ?? .max)
        return x != y ? x < y : a.date.isStatutory && !b.date.isStatutory
      }
  }

  /// What is late, by whose it is: the owner with the longest late first.
  public func stalls(on today: Day, by rules: RuleBook) -> [TransitionStall] {
    let late = lines(by: rules).filter {
      $0.entry.state.isOpen && $0.state(on: today) == .late
    }
    return TransitionOwner.allCases.compactMap { owner -> TransitionStall? in
      let own = late.filter { $0.item.owner == owner }
        .sorted { ($0.date.due?.number ?? 0) < ($1.date.due?.number ?? 0) }
      guard let due = own.first?.date.due else { return nil }
      return TransitionStall(owner: owner, late: own, days: today.days(since: due))
    }
    .sorted { $0.days > $1.days }
  }
}

/// What a newer version of a list says that a child's does not.
public struct ChecklistChanges: Hashable, Sendable {
  /// In the newer list alone.
  public var added: [ChecklistItem]
  /// In the child's list alone: it keeps them.
  public var dropped: [ChecklistItem]
  /// In both, said or dated otherwise: as it is here, and as the newer list has it.
  public var changed: [Change]

  public struct Change: Hashable, Sendable {
    public var now: ChecklistItem
    public var newer: ChecklistItem
  }

  public var isEmpty: Bool { added.isEmpty && dropped.isEmpty && changed.isEmpty }
}

extension Checklist {
  /// What another version of the list would add to this one.
  public func changes(in newer: Checklist) -> ChecklistChanges {
    ChecklistChanges(
      added: newer.items.filter { self[$0.id] == nil },
      dropped: items.filter { newer[$0.id] == nil },
      changed: items.compactMap { item in
        guard let other = newer[item.id], other != item else { return nil }
        return ChecklistChanges.Change(now: item, newer: other)
      })
  }
}

extension TransitionList {
  /// Takes over a newer version: what is done stays done, and what the newer list no longer has stays
  /// in this child's.
  public mutating func take(_ newer: Checklist) {
    let kept = checklist.changes(in: newer).dropped.filter { entries[$0.id] != nil }
    checklist = newer
    checklist.items += kept
  }
}
