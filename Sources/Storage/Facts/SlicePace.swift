/// How many plans are stored in one transaction.
///
/// The more they are, the fewer times the pages of the indexes are written. But others who write
/// wait for the transaction: about a second at most, whatever the machine. That is rare, for rules
/// change once in years, and the screens say whom they wait for.
struct SlicePace {
  private(set) var plans = 500

  /// Runs a transaction on so many plans and learns from its time.
  mutating func taking(_ count: Int, _ work: () throws -> Void) rethrows {
    let time = try ContinuousClock().measure(work)
    // A last few say little: their share of fixed costs is large, or they lie close together.
    guard count == plans else { return }
    let change = min(max(.milliseconds(900) / max(time, .milliseconds(1)), 0.25), 1.5)
    plans = min(max(Int(Double(plans) * change), 100), 24_000)
  }
}
