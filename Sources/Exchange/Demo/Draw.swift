import SENDDomain

/// A stream of draws that is the same on every platform for the same key.
///
/// SplitMix64, seeded by hashing the key: no system randomness, no floating point. Every subject
/// (a child's name, a plan's dates) draws from a stream of its own, so that a new draw in one
/// leaves all others as they were.
///
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
struct Draw {
  private var state: UInt64

  init(seed: UInt64, _ subject: Subject, _ index: Int = 0) {
    var mixed = Draw.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
    mixed = Draw.mix(mixed ^ (UInt64(truncatingIfNeeded: index) &* 0xD6E8_FEB8_6659_FD93))
    state = Draw.mix(mixed &+ subject.rawValue)
  }

  /// What a stream is for. The numbers are part of every demo borough made: add, don't change.
  enum Subject: UInt64 {
    case traits = 1
    case family, person, plan, review, entries, fault, setting, officers, ended, request, home
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Draw.mix(state)
  }

  /// A whole number from 0 to below `bound`; 0 where the bound is 0 or less.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True `perMille` times in a thousand.
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// A day from `range`, each as likely.
  mutating func day(_ range: ClosedRange<Day>) -> Day {
    Day(number: number(range.lowerBound.number...range.upperBound.number))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// An index, as likely as its weight; 0 where all weigh nothing.
  mutating func index(weights: [Int]) -> Int {
    var left = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return 0
  }

  /// Fisher and Yates, in place.
  mutating func shuffle<Element>(_ list: inout [Element]) {
    for last in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(last, below(last + 1)) }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// So many of each kind, drawn without putting back: the totals come out exactly.
struct Deck {
  private var left: [Int]
  private var count: Int

  init(_ counts: [Int]) {
    left = counts
    count = counts.reduce(0, +)
  }

  /// A kind; 0 where none is left.
  mutating func draw(_ draw: inout Draw) -> Int {
    guard count > 0 else { return 0 }
    let kind = draw.index(weights: left)
    left[kind] -= 1
    count -= 1
    return kind
  }
}
