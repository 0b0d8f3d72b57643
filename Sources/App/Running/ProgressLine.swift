import Foundation

/// One line on standard error that says how far long work is, where somebody looks at it.
final class ProgressLine {
  private let surroundings: Surroundings
  private var isShown = false
  private var last: Int64 = 0

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Redraws the line, at most ten times a second.
  ///
  /// - Parameter isStep: It stands for long and is drawn however soon after the last.
  func show(_ words: String, isStep: Bool = false) {
    guard surroundings.complainsToTerminal else { return }
    let now = surroundings.now()
    guard !isShown || isStep || now - last >= 100 else { return }
    last = now
    isShown = true
    surroundings.complain("\r\u{1B}[K\(words)")
  }

  func clear() {
    if isShown { surroundings.complain("\r\u{1B}[K") }
    isShown = false
  }
}
