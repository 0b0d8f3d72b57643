/// What is known of one child, as dated facts: what holds for all that happens to the child, and
/// one group of facts for each thing that happens.
public struct CaseFacts: Hashable, Sendable {
  /// Birth date, calendar, whether looked after: what every episode shares.
  public var child: RuleFacts
  /// A request, one adviser's advice, a review, a run of suspensions: each on its own, so that
  /// the second review never counts from the first one's meeting.
  public var episodes: [RuleFacts]

  public init(child: RuleFacts, episodes: [RuleFacts] = []) {
    self.child = child
    self.episodes = episodes
  }
}

/// A date that the facts of a case lead to, and how it stands.
public struct CaseDeadline: Hashable, Sendable {
  public enum Standing: Hashable, Sendable {
    case open
    /// Done on this day, in time or not.
    case met(Day)
    /// Nothing more is to be done: this fact, of this day, shows it.
    case ended(FactName, Day)
    /// A day to know of; no fact shows it done, or nothing says that it is to be done.
    case milestone
    /// No date can be given: what is missing or wrong.
    case unknown(RuleProblem)
  }

  /// With the steps of every date it was counted from before its own.
  public var deadline: Deadline
  public var standing: Standing
  /// The episode it comes from, counted from 0; nil where it comes from what holds for the child.
  public var episode: Int?

  /// The day it was done; nil while it is open.
  public var met: Day? {
    if case .met(let day) = standing { return day }
    return nil
  }

  /// The fact that shows that nothing more is to be done, and its day; nil where none does.
  public var ended: (fact: FactName, day: Day)? {
    if case .ended(let fact, let day) = standing { return (fact, day) }
    return nil
  }

  /// The fact that is missing for a date; nil where none is.
  public var missing: FactName? {
    if case .unknown(.missing(let fact, _)) = standing { return fact }
    return nil
  }

  /// How it stands on a day; nil for a milestone, and for what has ended, which are neither done
  /// nor late.
  public func state(on today: Day, soonWithin days: Int = DeadlineState.usualSoon)
    -> DeadlineState?
  {
    let lateFrom = deadline.isBefore ? deadline.due : deadline.due?.adding(days: 1)
    switch standing {
    case .milestone, .ended: return nil
    case .unknown: return .unknown
    case .met(let day):
      let state = lateFrom.map { DeadlineState(met: day, lateFrom: $0) } ?? .met
      return state == .metLate && deadline.isExcepted ? .excepted : state
    case .open:
      let state = DeadlineState(
        due: deadline.due, lateFrom: lateFrom, today: today, soonWithin: days)
      return state == .late && deadline.isExcepted ? .excepted : state
    }
  }
}

extension RuleBook {
  /// Every date that the facts lead to, open or met, with the arithmetic from the first fact on.
  ///
  /// A rule is asked where the fact it counts from is known. Where it then lacks another the date
  /// is unknown, with that fact's name; where the facts lead to no date there is none. A fact shows
  /// a step done only on a day on which the step could be done: the meeting before the last
  /// decision is not the next review's. What is done and comes again is counted anew.
  ///
  /// - Parameter today: With it the notes say which day looks like a slip of the pen.
  /// - Returns: In the order of the book, the child's own first, then episode by episode.
  public func deadlines(of facts: CaseFacts, asOf today: Day? = nil) -> [CaseDeadline] {
    var found = deadlines(facts.child, episode: nil, today) { _ in true }
    for (index, episode) in facts.episodes.enumerated() {
      let own = Set(episode.values.map(\.name))
      let all = RuleFacts(
        facts.child.values.filter { !own.contains($0.name) } + episode.values)
      // What comes from the child's facts alone is there once already.
      found += deadlines(all, episode: index, today) { counted in
        counted.contains { own.contains($0) }
      }
    }
    return found
  }

  private func deadlines(
    _ given: RuleFacts, episode: Int?, _ today: Day?, isWanted: ([FactName]) -> Bool
  ) -> [CaseDeadline] {
    var facts = given
    var origins: [FactName: Origin] = [:]
    var found: [CaseDeadline] = []
    var next: (fact: FactName, day: Day)?
    for id in ruleIDs {
      guard let rule = self[id], rule.limit != .none,
        let counted = rule.limit.counted(in: facts), isAbout(rule, facts),
        isWanted(counted) || counted.contains(where: { origins[$0] != nil })
      else { continue }
      let taken = Set(self.facts(of: id))
      let asked = rule.own(RuleFacts(facts.values.filter { taken.contains($0.name) }))
      let begins = counted.lazy.compactMap { origins[$0]?.begins }.first
      var deadline: Deadline
      var standing: CaseDeadline.Standing
      do throws(RuleProblem) {
        deadline = try answer(id, asked)
        if deadline.due == nil { continue }
        // What is told of the case besides the rule's own facts can be doubtful too.
        if let today { deadline.notes += doubts(rule, facts, today) }
        standing = self.standing(of: rule, facts, begins: begins, today, &deadline.notes)
      } catch {
        deadline = Deadline(
          rule: id, title: rule.title, due: nil, kind: rule.kind, isBefore: rule.isBefore,
          source: rule.source, ruleSet: newestSet(of: id), steps: [], notes: [])
        standing = .unknown(error)
      }
      deadline.steps = counted.flatMap { origins[$0]?.steps ?? [] } + deadline.steps
      if let name = rule.gives, facts[name] == nil || origins[name] != nil,
        let due = deadline.due
      {
        // Two rules that give the same fact the same day are one date under two names; where
        // they differ, the later one knows more: the decision after the first review.
        if facts.day(name) == due { continue }
        found.removeAll { self[$0.deadline.rule]?.gives == name && $0.episode == episode }
        next = nil
        facts[name] = .day(due)
        origins[name] = Origin(steps: deadline.steps, begins: rule.limit.trigger(facts))
      }
      if let again = rule.restarts, case .met(let day) = standing {
        if facts.day(again).map({ $0 < day }) ?? true { next = (again, day) }
      }
      found.append(CaseDeadline(deadline: deadline, standing: standing, episode: episode))
    }
    if let next {
      var facts = given
      facts[next.fact] = .day(next.day)
      let again = deadlines(facts, episode: episode, today) { $0.contains(next.fact) }
      // What lacks a fact lacks it every time; once is enough.
      found += again.filter { date in
        guard case .unknown = date.standing else { return true }
        return !found.contains { $0.deadline.rule == date.deadline.rule }
      }
    }
    return found
  }

  /// - Parameters:
  ///   - begins: The day from which what it counts from was itself counted; nil where that is a
  ///     fact.
  ///   - notes: Gets what was told and is not counted.
  private func standing(
    of rule: Rule, _ facts: RuleFacts, begins: Day?, _ today: Day?, _ notes: inout [String]
  ) -> CaseDeadline.Standing {
    // A target beside a rule is done with what the rule asks for.
    let done = rule.metBy.isEmpty ? rule.beside.flatMap { self[$0]?.metBy } ?? [] : rule.metBy
    let ended =
      rule.endedBy.isEmpty ? rule.beside.flatMap { self[$0]?.endedBy } ?? [] : rule.endedBy
    let trigger = begins ?? rule.limit.trigger(facts)
    // The decision that begins a year is not the one that ends it, nor its meeting that year's.
    let isCycle = begins != nil || rule.restarts != nil
    func isLateEnough(_ day: Day) -> Bool {
      trigger.map { isCycle ? day > $0 : day >= $0 } ?? true
    }
    // What is due before an event may be done at any time before it.
    let isAnyTime = begins == nil && rule.limit.countsBack
    for name in done {
      guard let day = facts.day(name) else { continue }
      if let today, day > today {
        notes.append("\(name.words.capitalisedFirst) \(day.long) is still to come: not yet done.")
      } else if isAnyTime || isLateEnough(day) {
        return .met(day)
      } else if !isCycle {
        notes.append(
          "\(name.words.capitalisedFirst) \(day.long) lies before what it would answer and is not "
            + "counted.")
      }
    }
    for name in ended {
      if let day = facts.day(name), isLateEnough(day), today.map({ day <= $0 }) ?? true {
        return .ended(name, day)
      }
    }
    let isAssumed = rule.condition?.isAssumed(in: facts) ?? false
    return done.isEmpty || isAssumed ? .milestone : .open
  }
}

/// Where a fact that a rule gave comes from.
private struct Origin {
  var steps: [String]
  /// The day counted from; nil where there is none.
  var begins: Day?
}

extension RuleBook {
  /// Whether the facts are of the rule's part of the law. Some names stand in two: a review
  /// meeting is an annual review's, unless something else says that it is of an off-site
  /// direction.
  private func isAbout(_ rule: Rule, _ facts: RuleFacts) -> Bool {
    let topic = rule.beside.flatMap { self[$0]?.topic } ?? rule.topic
    let known = facts.values.map(\.name)
    if rule.limit.facts.contains(where: { facts[$0] != nil && topics(of: $0).isEmpty }) {
      return true
    }
    // What stands in one part alone tells which part is meant.
    let certain = Set(known.map(topics(of:)).filter { $0.count == 1 }.flatMap(\.self))
    let counted = rule.limit.facts.filter { facts[$0] != nil }
    let isShared = counted.allSatisfy { topics(of: $0).count > 1 }
    guard isShared else { return certain.contains(topic) }
    let possible = Set(counted.flatMap(topics(of:)))
    if !possible.isDisjoint(with: certain) { return certain.contains(topic) }
    // Nothing tells which: the usual part, and what is only taken to be meant.
    return counted.contains { topics(of: $0).first == topic } || rule.condition?.assumed != nil
  }
}

extension Rule {
  /// The facts with those exceptions alone that lift this rule's duty: others lift others'.
  fileprivate func own(_ facts: RuleFacts) -> RuleFacts {
    guard case .words(let codes)? = facts["exceptions"] else { return facts }
    var facts = facts
    let mine = codes.filter { code in
      guard let letter = ExceptionCode(code)?.letter else { return true }
      return exceptions.contains(letter)
    }
    facts["exceptions"] = mine.isEmpty ? nil : .words(mine)
    return facts
  }
}

extension Limit {
  /// Whether it leads to a day before the fact it counts from.
  fileprivate var countsBack: Bool {
    if case .span(let span) = self { return span.direction == .before }
    return false
  }

  /// The facts that are known and counted from; nil where the one that starts the count is not.
  fileprivate func counted(in facts: RuleFacts) -> [FactName]? {
    let known = self.facts.filter { facts[$0] != nil }
    let starts: [FactName] =
      switch self {
      case .span(let span), .earlier(let span, _), .appealWindow(let span, _), .later(_, let span):
        span.facts + (span.posted.map { [$0] } ?? [])
      case .transferDay: ["transfer"]
      default: self.facts
      }
    return starts.contains { facts[$0] != nil } ? known : nil
  }
}
