/// Counts of children as they may be published: small ones are held back, and as many others that
/// no small one can be found by subtraction.
///
/// - Source: section 4.1 rule 4 of the indicators. Two things are ours: what is held back says only
///   that it is, so that nobody learns which was small; and together it is at least 5, and more
///   than 1 each, or another count, at last the total, is held back too.
public struct PublishedCounts: Hashable, Sendable {
  /// A count of 1 to 4 is small.
  public static let small = 1...4

  /// A count, or that it is held back.
  public enum Count: Hashable, Sendable {
    case shown(Int)
    case heldBack

    public var value: Int? {
      if case .shown(let count) = self { count } else { nil }
    }

    public var words: String { value.map(String.init) ?? "not shown" }
  }

  /// In the order they were given.
  public let counts: [Count]
  public let total: Count

  /// Said beneath whatever is published so.
  public static let note =
    "Not shown: a count from 1 to 4 (fewer than 5), or one by which such a count could be worked out."

  /// - Parameter counts: Of parts that make up the total: each child or line is in one of them.
  public init(_ counts: [Int]) {
    let total = counts.reduce(0, +)
    var held = Set(counts.indices.filter { PublishedCounts.small.contains(counts[$0]) })
    // The next smallest first; a zero tells nothing and hides nothing.
    var others = counts.indices.filter { counts[$0] > PublishedCounts.small.upperBound }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    while !held.isEmpty, !PublishedCounts.hides(held.map { counts[$0] }), !others.isEmpty {
      held.insert(others.removeFirst())
    }
    self.counts = counts.enumerated().map {
      held.contains($0.offset) ? .heldBack : .shown($0.element)
    }
    let isFound = !held.isEmpty && !PublishedCounts.hides(held.map { counts[$0] })
    self.total =
      isFound || PublishedCounts.small.contains(total) ? .heldBack : .shown(total)
  }

  /// Whether their sum, which the total tells, leaves open what each of them is.
  private static func hides(_ held: [Int]) -> Bool {
    let sum = held.reduce(0, +)
    return held.count > 1 && sum > small.upperBound && sum > held.count
  }

  /// A percentage, to the nearest whole one; nil where it is held back or there is nothing to
  /// divide by.
  public static func percentage(_ numerator: Int, of denominator: Int) -> Int? {
    guard denominator > 0, !small.contains(numerator), !small.contains(denominator - numerator)
    else { return nil }
    return (200 * numerator + denominator) / (2 * denominator)
  }
}
