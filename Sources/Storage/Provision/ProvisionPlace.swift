import SENDDomain

/// Where a line stands in its desk's list, as one number: by how it stands, the most pressing
/// first, then by the day that counts there. So every choice of states is one stretch of an index.
///
/// What is in place stands by the day of its review, and a day turns it to be reviewed without a
/// row being written.
enum ProvisionPlace {
  private static let span = 10_000_000
  private static let middle = 5_000_000
  private static let withoutDay = span - 1

  /// What a line can stand at by its facts alone, in the list's order.
  private static let order: [ProvisionState] = [
    .gap, .notCommissioned, .notStarted, .inPlace, .need, .ended,
  ]

  static func number(_ line: ProvisionLine) -> Int {
    let standing = line.standing
    let day: Day? =
      switch standing {
      case .gap, .notStarted: line.since
      case .inPlace, .reviewOverdue, .need, .notCommissioned: line.reviewBy
      case .ended: line.endedOn
      }
    let within = day.map { standing == .ended ? middle - $0.number : middle + $0.number }
    return start(of: standing) + (within ?? withoutDay)
  }

  private static func start(of state: ProvisionState) -> Int {
    (order.firstIndex(of: state) ?? 0) * span
  }

  /// The stretch of the lines that stand so on a day; nil for all that have not ended.
  static func stretch(_ state: ProvisionState?, on today: Day) -> Range<Int> {
    guard let state else { return 0..<start(of: .ended) }
    let overdue = start(of: .inPlace) + middle + today.number
    switch state {
    case .reviewOverdue: return start(of: .inPlace)..<overdue
    case .inPlace: return overdue..<start(of: .need)
    default: return start(of: state)..<start(of: state) + span
    }
  }
}

extension AdviceDesk {
  /// Where its lines are counted.
  var tallied: Tally.List { self == .health ? .healthProvision : .socialCareProvision }
  var talliedBudgets: Tally.List { self == .health ? .healthBudgets : .socialCareBudgets }
}
