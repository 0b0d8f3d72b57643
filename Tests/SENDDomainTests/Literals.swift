import SENDDomain

/// Lets a table say `"2026-11-25"` where a day is meant. A literal that is no day stops the
/// test, which is what a mistyped table deserves.
///
/// `Day("2026-02-30")` with a literal takes this way too; what may fail reads a `String` value.
extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    guard let day = Day(value as String) else { preconditionFailure("\(value) is no day") }
    self = day
  }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
