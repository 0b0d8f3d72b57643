extension RuleSet {
  /// A number that changes with any rule, so that stored deadlines know by which rules they
  /// were made. FNV-1a over the rules' text; not a secret and not for security.
  public var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for rule in rules {
      let text = "\(rule.id.rawValue)|\(rule.limit.text)|\(rule.kind.rawValue)|\(rule.isBefore)\n"
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
  }
}

extension Rule.Limit {
  /// The limit in words that never change, spelt out: what Swift prints by itself is slow to make,
  /// and not promised to stay.
  fileprivate var text: String {
    switch self {
    case .weeksAfter(let fact, let n): "weeksAfter \(fact.rawValue) \(n)"
    case .weeksBefore(let fact, let n): "weeksBefore \(fact.rawValue) \(n)"
    case .daysAfter(let fact, let n): "daysAfter \(fact.rawValue) \(n)"
    case .daysBefore(let fact, let n): "daysBefore \(fact.rawValue) \(n)"
    case .daysFrom(let fact, let n): "daysFrom \(fact.rawValue) \(n)"
    case .monthsAfter(let fact, let n): "monthsAfter \(fact.rawValue) \(n)"
    case .monthsBefore(let fact, let n): "monthsBefore \(fact.rawValue) \(n)"
    case .monthsFrom(let fact, let n): "monthsFrom \(fact.rawValue) \(n)"
    case .monthsFromFirstKnown(let facts, let n):
      "monthsFromFirstKnown \(facts.map(\.rawValue).joined(separator: ",")) \(n)"
    case .earlier(let fact, let weeks, let optional, let optionalWeeks):
      "earlier \(fact.rawValue) \(weeks) \(optional.rawValue) \(optionalWeeks)"
    case .weeksAfterWhere(let fact, let n, let condition, let value):
      "weeksAfterWhere \(fact.rawValue) \(n) \(condition.rawValue) \(value)"
    case .monthsAfterWhileUnder(let fact, let n, let born, let age):
      "monthsAfterWhileUnder \(fact.rawValue) \(n) \(born.rawValue) \(age)"
    case .startOfYearTurning(let born, let age): "startOfYearTurning \(born.rawValue) \(age)"
    case .transferDay(let month, let day, let transfers, let lastSafe):
      "transferDay \(month) \(day) \(transfers.map(\.rawValue).joined(separator: ",")) \(lastSafe)"
    case .none: "none"
    }
  }
}
