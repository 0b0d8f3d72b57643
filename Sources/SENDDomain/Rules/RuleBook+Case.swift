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
    /// A day to know of; no fact shows it done.
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

  /// The fact that is missing for a date; nil where none is.
  public var missing: FactName? {
    if case .unknown(.missing(let fact, _)) = standing { return fact }
    return nil
  }

  /// How it stands on a day; nil for a milestone, which is neither done nor late.
  public func state(on today: Day, soonWithin days: Int = DeadlineState.usualSoon)
    -> DeadlineState?
  {
    let lateFrom = deadline.isBefore ? deadline.due : deadline.due?.adding(days: 1)
    switch standing {
    case .milestone: return nil
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
  /// is unknown, with that fact's name; where the facts lead to no date there is none.
  ///
  /// - Returns: In the order of the book, the child's own first, then episode by episode.
  public func deadlines(of facts: CaseFacts) -> [CaseDeadline] {
    var found = deadlines(facts.child, episode: nil) { _ in true }
    for (index, episode) in facts.episodes.enumerated() {
      let own = Set(episode.values.map(\.name))
      let all = RuleFacts(
        facts.child.values.filter { !own.contains($0.name) } + episode.values)
      // What comes from the child's facts alone is there once already.
      found += deadlines(all, episode: index) { counted in counted.contains { own.contains($0) } }
    }
    return found
  }

  private func deadlines(
    _ given: RuleFacts, episode: Int?, isWanted: ([FactName]) -> Bool
  ) -> [CaseDeadline] {
    var facts = given
    var origins: [FactName: [String]] = [:]
    var found: [CaseDeadline] = []
    for id in ruleIDs {
      guard let rule = self[id], rule.limit != .none,
        let counted = rule.limit.counted(in: facts), isAbout(rule, facts),
        isWanted(counted) || counted.contains(where: { origins[$0] != nil })
      else { continue }
      let taken = Set(self.facts(of: id))
      let asked = RuleFacts(facts.values.filter { taken.contains($0.name) })
      var deadline: Deadline
      var standing = CaseDeadline.Standing.open
      do throws(RuleProblem) {
        deadline = try answer(id, asked)
        if deadline.due == nil { continue }
      } catch {
        deadline = Deadline(
          rule: id, title: rule.title, due: nil, kind: rule.kind, isBefore: rule.isBefore,
          source: rule.source, ruleSet: newestSet(of: id), steps: [], notes: [])
        standing = .unknown(error)
      }
      deadline.steps = counted.flatMap { origins[$0] ?? [] } + deadline.steps
      if let name = rule.gives, facts[name] == nil || origins[name] != nil,
        let due = deadline.due
      {
        // Two rules that give the same fact the same day are one date under two names; where
        // they differ, the later one knows more: the decision after the first review.
        if facts.day(name) == due { continue }
        found.removeAll { self[$0.deadline.rule]?.gives == name && $0.episode == episode }
        facts[name] = .day(due)
        origins[name] = deadline.steps
      }
      if case .open = standing {
        standing =
          rule.metBy.map { name in facts.day(name).map { .met($0) } ?? .open } ?? .milestone
      }
      found.append(CaseDeadline(deadline: deadline, standing: standing, episode: episode))
    }
    return found
  }
}

extension RuleBook {
  /// Whether the facts are of the rule's part of the law. Some names stand in two: a review
  /// meeting is an annual review's, unless something else says that it is of an off-site
  /// direction.
  private func isAbout(_ rule: Rule, _ facts: RuleFacts) -> Bool {
    let topics = facts.values.compactMap { topic(of: $0.name) }
    return rule.limit.facts.contains { facts[$0] != nil && topic(of: $0) == nil }
      || topics.contains(rule.topic)
  }
}

extension Limit {
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
