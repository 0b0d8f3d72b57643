/// Values of one measurement, taken several times.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var median: Double { rank(50) }
  var p99: Double { rank(99) }
  var least: Double { values.min() ?? .nan }

  /// Nearest-rank percentile; not a number where nothing was measured.
  func rank(_ percent: Int) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
  }
}
