import Foundation

/// What was measured, as a table for people and as JSON.
struct Report {
  struct Line {
    var workspace: String
    var holding: String
    var window: String
    var what: String
    var unit: String
    var samples: Samples
  }

  private var lines: [Line] = []

  mutating func add(_ what: String, _ unit: String, _ samples: Samples, _ place: Place) {
    guard !samples.values.isEmpty else { return }
    lines.append(
      Line(
        workspace: place.workspace, holding: place.holding, window: place.window, what: what,
        unit: unit,
        samples: samples))
  }

  mutating func add(_ what: String, _ unit: String, _ value: Double, _ place: Place) {
    var samples = Samples()
    samples.add(value)
    add(what, unit, samples, place)
  }

  /// Where a measurement was taken.
  struct Place {
    var workspace: String
    /// What it has so many of.
    var holding = "plans"
    var window: String
  }

  var table: String {
    var text = ""
    var heading = ""
    for line in lines {
      let kind = Int(line.workspace) == nil ? "" : " \(line.holding)"
      let place = "\(line.workspace)\(kind)\(line.window.isEmpty ? "" : ", \(line.window)")"
      if place != heading {
        heading = place
        text += "\n\(place.padded(44)) \(" median".left(10)) \("p99".left(10)) \("n".left(5))\n"
      }
      let n = line.samples.values.count
      text +=
        "  \("\(line.what), \(line.unit)".padded(42)) \(number(line.samples.median).left(10)) "
      text += "\((n > 1 ? number(line.samples.p99) : "").left(10)) \(String(n).left(5))\n"
    }
    return text
  }

  /// One object per line: workspace, window, what, unit, n, median, p99, least.
  func json() throws -> Data {
    let objects = lines.map { line -> [String: Any] in
      [
        "workspace": line.workspace, "holding": line.holding, "window": line.window,
        "what": line.what, "unit": line.unit,
        "n": line.samples.values.count, "median": line.samples.median, "p99": line.samples.p99,
        "least": line.samples.least,
      ]
    }
    return try JSONSerialization.data(
      withJSONObject: objects, options: [.prettyPrinted, .sortedKeys])
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9
      ? String(Int(value)) : String(format: abs(value) < 100 ? "%.2f" : "%.1f", value)
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }

  fileprivate func left(_ width: Int) -> String {
    count >= width ? self : String(repeating: " ", count: width - count) + self
  }
}
