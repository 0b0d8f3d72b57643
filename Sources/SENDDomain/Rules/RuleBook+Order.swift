/// What cannot be, and what hardly can: the days of facts against each other.
extension RuleBook {
  /// Refuses facts in an order in which they cannot happen, and days of another age.
  public func checkOrder(_ facts: RuleFacts) throws(RuleProblem) {
    for (name, value) in facts.values {
      if let day = value.outsideLivingTime {
        throw .implausible(name, day)
      }
      if name != "dob", let born = facts.day("dob"), let first = value.firstEvent, first < born {
        throw .outOfOrder("dob", born, later: name, first)
      }
    }
    for order in orders where !order.isDoubtOnly && order.isAsked(of: facts) {
      if let earlier = facts.day(order.earlier), let later = facts.day(order.later),
        later < earlier
      {
        throw .outOfOrder(order.earlier, earlier, later: order.later, later)
      }
    }
  }

  /// What is possible but looks like a slip: a day counted from over five years back or still to
  /// come, a decision over twelve months after its meeting.
  func doubts(_ rule: Rule, _ facts: RuleFacts, _ today: Day) -> [String] {
    var doubts: [String] = []
    if let trigger = rule.limit.trigger(facts), trigger < today.adding(months: -60) {
      doubts.append("Counted from \(trigger.long), over five years back: check the year.")
    }
    if let trigger = rule.limit.trigger(facts), trigger > today {
      doubts.append("Counted from \(trigger.long), a day still to come.")
    }
    for order in orders where order.isDoubtOnly && order.isAsked(of: facts) {
      guard let earlier = facts.day(order.earlier), let later = facts.day(order.later),
        later < earlier
      else { continue }
      doubts.append(
        "\(order.later.words.capitalisedFirst) (\(later.long)) lies before \(order.earlier.words) "
          + "(\(earlier.long)): check both.")
    }
    for order in orders {
      guard let months = order.usuallyWithinMonths, rule.facts.contains(order.earlier),
        let earlier = facts.day(order.earlier), let later = facts.day(order.later),
        later > earlier.adding(months: months)
      else { continue }
      doubts.append(
        "\(order.later.words.capitalisedFirst) (\(later.long)) is over \(months) months after "
          + "\(order.earlier.words) (\(earlier.long)): check both.")
    }
    return doubts
  }
}

extension FactOrder {
  /// Whether nothing among the facts makes the other order possible.
  fileprivate func isAsked(of facts: RuleFacts) -> Bool {
    !unless.contains { facts[$0] != nil }
  }
}

extension RuleFacts.Value {
  /// The first day on which something happened to the child; nil for what is no event.
  fileprivate var firstEvent: Day? {
    switch self {
    case .day(let day): day
    case .spans(let spans): spans.map(\.lowerBound).min()
    default: nil
    }
  }

  /// A day that nobody now alive, or yet to be helped, can mean.
  fileprivate var outsideLivingTime: Day? {
    let days: [Day] =
      switch self {
      case .day(let day): [day]
      case .days(let days): days
      case .spans(let spans): spans.flatMap { [$0.lowerBound, $0.upperBound] }
      default: []
      }
    return days.first { !RuleBook.livingTime.contains($0.year) }
  }
}

extension RuleBook {
  /// The years in which a fact's day can lie.
  public static let livingTime = 1900...2199
}
