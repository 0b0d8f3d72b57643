/// All rule sets over time, with the bank holidays and calendars they count on: what every date
/// is worked out by.
///
/// A case keeps the rules that were in force on its trigger day, which is the day a rule counts
/// from, or the day it falls on where it counts from a birth date or a year.
public struct RuleBook: Hashable, Sendable {
  /// In the order they came into force.
  public let sets: [RuleSet]
  public let context: RuleContext
  /// Each rule's versions, the newest first.
  private let versions: [RuleID: [RuleVersion]]
  /// In the order of the sets, each once.
  private let ids: [RuleID]
  private let kinds: [String: PlanKind]
  private let factKinds: [FactName: FactKind]
  let orders: [FactOrder]
  /// The topics of the rules that count from a fact; none for a birth date, which is every topic's.
  private let factTopics: [FactName: [String]]
  /// Softer dates that stand beside a statutory rule.
  private let targets: [RuleID: [RuleID]]

  public init(_ sets: [RuleSet], _ context: RuleContext = RuleContext()) {
    let sets = sets.sorted { ($0.inForceFrom, $0.id) < ($1.inForceFrom, $1.id) }
    self.sets = sets
    self.context = context
    var versions: [RuleID: [RuleVersion]] = [:]
    var ids: [RuleID] = []
    for set in sets {
      for id in set.repeals { RuleBook.end(id, before: set.inForceFrom, &versions) }
      for rule in set.rules {
        let from = rule.inForceFrom ?? set.inForceFrom
        if versions[rule.id] == nil { ids.append(rule.id) }
        RuleBook.end(rule.id, before: from, &versions)
        let version = RuleVersion(
          rule: rule, ruleSet: set.id, inForceFrom: from,
          inForceTo: rule.inForceTo ?? set.inForceTo)
        versions[rule.id, default: []].insert(version, at: 0)
      }
    }
    self.versions = versions
    self.ids = ids
    kinds = Dictionary(
      sets.flatMap(\.planKinds).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    factKinds = sets.reduce(into: [:]) { $0.merge($1.facts) { $1 } }
    orders = sets.flatMap(\.order)
    var topics: [FactName: [String]] = [:]
    for rule in ids.compactMap({ versions[$0]?.first?.rule }) where !rule.limit.isAboutAge {
      for name in rule.limit.facts
      where rule.beside == nil && !(topics[name, default: []].contains(rule.topic)) {
        topics[name, default: []].append(rule.topic)
      }
    }
    factTopics = topics
    var targets: [RuleID: [RuleID]] = [:]
    for id in ids {
      if let beside = versions[id]?.first?.rule.beside { targets[beside, default: []].append(id) }
    }
    self.targets = targets
  }

  /// These sets and calendars with others put in, a set of the same id replacing its like.
  public func adding(_ more: [RuleSet], context: RuleContext? = nil) -> RuleBook {
    let replaced = Set(more.map(\.id))
    return RuleBook(
      sets.filter { !replaced.contains($0.id) } + more, context ?? self.context)
  }

  private static func end(
    _ id: RuleID, before day: Day, _ versions: inout [RuleID: [RuleVersion]]
  ) {
    guard let last = versions[id]?.first, last.inForceTo.map({ $0 >= day }) ?? true else { return }
    versions[id]?[0] = RuleVersion(
      rule: last.rule, ruleSet: last.ruleSet, inForceFrom: last.inForceFrom,
      inForceTo: day.adding(days: -1))
  }

  // MARK: - What there is

  /// Every version of every rule, in the order people read them.
  public var allVersions: [RuleVersion] { ids.flatMap { (versions[$0] ?? []).reversed() } }

  /// The newest version of a rule; nil where no set has it.
  public subscript(id: RuleID) -> Rule? { versions[id]?.first?.rule }

  /// The rule set that the newest version of a rule is of; empty where no set has the rule.
  public func newestSet(of id: RuleID) -> String { versions[id]?.first?.ruleSet ?? "" }

  /// Every rule's id, in the order people read them.
  public var ruleIDs: [RuleID] { ids }

  /// What a fact is written as; a day where no set says otherwise.
  public func kind(of fact: FactName) -> FactKind { factKinds[fact] ?? .day }

  /// A kind of plan; nil where no set has it.
  public func planKind(_ id: String) -> PlanKind? { kinds[id] }

  /// The parts of the law that count from a fact, in order; none where it is every part's.
  func topics(of fact: FactName) -> [String] { factTopics[fact] ?? [] }

  /// The softer dates that stand beside a statutory rule.
  public func targets(beside id: RuleID) -> [RuleID] { targets[id] ?? [] }

  // MARK: - Answers

  /// The version of a rule that holds for these facts, and what it counts to. Nil where no set
  /// has the rule.
  ///
  /// - Throws: What is wrong with the facts.
  private func pick(
    _ id: RuleID, _ facts: RuleFacts
  ) throws(RuleProblem) -> (version: RuleVersion, result: Counting.Result)? {
    guard let versions = versions[id] else { return nil }
    for version in versions {
      let trigger = version.rule.limit.trigger(facts)
      if let trigger, trigger < version.inForceFrom { continue }
      let result = try version.rule.count(facts, context)
      guard let day = trigger ?? result.due else { return (version, result) }
      if day < version.inForceFrom { continue }
      if let last = version.inForceTo, day > last {
        return (version, Counting.Result(notes: ["Not in force after \(last.long): no date."]))
      }
      return (version, result)
    }
    let oldest = versions[versions.count - 1]
    // A softer date is not kept for what happened before anybody set it.
    if oldest.rule.beside != nil {
      return (
        oldest,
        Counting.Result(
          notes: [
            "A target since \(oldest.inForceFrom.long); this case is older: no date by it."
          ])
      )
    }
    var result = try oldest.rule.count(facts, context)
    result.notes.append(
      "Counted by the rules in force from \(oldest.inForceFrom.long); this case is older.")
    return (oldest, result)
  }

  /// The rule's due day for facts at hand; nil where one is missing or the facts lead to no
  /// date. The one place where a plan's dates are counted.
  public func due(_ id: RuleID, _ facts: RuleFacts) -> Day? {
    guard let found = try? pick(id, facts) else { return nil }
    return capped(found.result.due, found.version.rule, facts)?.day
  }

  /// A local target is never later than the statutory date beside which it stands.
  private func capped(
    _ due: Day?, _ rule: Rule, _ facts: RuleFacts
  ) -> (day: Day, isCapped: Bool)? {
    guard let due else { return nil }
    guard let beside = rule.beside, let law = self.due(beside, facts) else { return (due, false) }
    // "Before X" leaves the day before X as the last.
    let isBefore = self[beside]?.isBefore == true && !rule.isBefore
    let last = isBefore ? law.adding(days: -1) : law
    return last < due ? (last, true) : (due, false)
  }

  /// The rule's answer with its arithmetic, or what is wrong with the question.
  ///
  /// - Parameter today: With it the notes say which day looks like a slip of the pen.
  public func answer(
    _ id: RuleID, _ facts: RuleFacts, asOf today: Day? = nil
  ) throws(RuleProblem) -> Deadline {
    guard self[id] != nil else {
      let near = NearestName.find(id.rawValue, among: ids.map(\.rawValue))
      throw .unknownRule(id.rawValue, nearest: near.map { RuleID(rawValue: $0) })
    }
    let taken = self.facts(of: id)
    for (name, value) in facts.values {
      guard taken.contains(name) else {
        let near = NearestName.find(name.rawValue, among: taken.map(\.rawValue))
        throw .unknownFact(
          name.rawValue, rule: id, nearest: near.map { FactName(rawValue: $0) }, takes: taken)
      }
      guard kind(of: name).holds(value) else {
        throw .wrongKind(name, rule: id, wanted: kind(of: name).wanted)
      }
    }
    try checkOrder(facts)
    guard let found = try pick(id, facts) else {
      throw .unknownRule(id.rawValue, nearest: nil)
    }
    var deadline = deadline(found.version, found.result, facts)
    if let today { deadline.notes += doubts(found.version.rule, facts, today) }
    return deadline
  }

  /// The facts that any version of a rule takes.
  public func facts(of id: RuleID) -> [FactName] {
    var names: [FactName] = []
    for name in (versions[id] ?? []).flatMap(\.rule.facts) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  private func deadline(
    _ version: RuleVersion, _ result: Counting.Result, _ facts: RuleFacts
  ) -> Deadline {
    let rule = version.rule
    var notes = result.notes + rule.notes
    var steps = result.steps
    let due = capped(result.due, rule, facts)
    if let due, due.isCapped {
      steps.append("The statutory date is earlier and stands = \(due.day.long)")
      notes.append("A local target never loosens a statutory date.")
    }
    if let day = due?.day { notes += self.notes(of: day, by: rule, facts) }
    if let doubt = rule.confidence.note { notes.append(doubt) }
    return Deadline(
      rule: rule.id, title: rule.title, due: due?.day, kind: rule.kind, isBefore: rule.isBefore,
      isExcepted: result.isExcepted, source: rule.source, ruleSet: version.ruleSet, steps: steps,
      notes: notes)
  }

  /// What must be said of the day itself: "before X", a non-working day.
  func notes(of due: Day, by rule: Rule, _ facts: RuleFacts) -> [String] {
    var notes: [String] = []
    if rule.isBefore {
      notes.append("Before \(due.long): the last day in time is \(due.adding(days: -1).long).")
    }
    if !context.holidays(given: facts).isWorkingDay(due) {
      notes.append("Falls on a non-working day (\(due.long)); the date does not move.")
    }
    return notes
  }
}

extension Rule.Confidence {
  /// What an answer must say of a reading that is not certain.
  var note: String? {
    switch self {
    case .seen, .derived: nil
    case .secondHand: "Read in a secondary source, not in the instrument itself."
    case .knowledge: "General knowledge of the law; not read in a source for this edition."
    }
  }
}

extension FactKind {
  /// Whether a value is of this kind.
  func holds(_ value: RuleFacts.Value) -> Bool {
    switch (self, value) {
    case (.day, .day), (.number, .number), (.flag, .flag), (.days, .days), (.spans, .spans),
      (.daysOrSpans, .spans), (.daysOrSpans, .days), (.calendar, .calendar), (.calendar, .text),
      (.exceptions, .words):
      true
    case (.academicYear, .text(let text)): AcademicYear(text) != nil
    case (.word(let words), .text(let text)): words.isEmpty || words.contains(text)
    default: false
    }
  }
}

extension Limit {
  /// Whether it follows a birth date alone.
  fileprivate var isAboutAge: Bool {
    switch self {
    case .yearTurning, .birthday, .schoolLeaving, .prescribedDay, .planAgeLimit: true
    default: false
    }
  }

  /// The day that decides which rules a case keeps; nil where it is the day counted to.
  func trigger(_ facts: RuleFacts) -> Day? {
    func first(_ names: [FactName]) -> Day? { names.lazy.compactMap { facts.day($0) }.first }
    switch self {
    case .span(let span), .earlier(let span, _), .appealWindow(let span, _):
      return first(span.facts + (span.posted.map { [$0] } ?? []))
    case .later(_, let span): return first(span.facts)
    case .closureWindow(_, let closed, _, _, _): return facts.day(closed)
    case .move(let moved, _, _): return facts.day(moved)
    case .runOfSchoolDays(_, let name), .absentSchoolDay(_, let name, _):
      switch facts[name] {
      case .spans(let spans): return spans.map(\.lowerBound).min()
      case .days(let days): return days.min()
      default: return nil
      }
    case .yearTurning, .birthday, .schoolLeaving, .prescribedDay, .planAgeLimit, .weekdayOfMonth,
      .transferDay, .none:
      return nil
    }
  }
}
