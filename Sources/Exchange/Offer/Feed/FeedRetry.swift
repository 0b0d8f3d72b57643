import Foundation

/// How long to wait before a feed is asked again.
package enum FeedRetry {
  /// How often one thing is asked for in all.
  package static let mostTries = 3
  /// In seconds; a feed that asks for a longer wait is left alone.
  package static let longestWait = 60.0

  /// The wait after a try that failed in a way that may pass.
  ///
  /// - Parameters:
  ///   - number: Which try it was, from 1.
  ///   - asked: The seconds that the feed asks to be left alone for.
  /// - Returns: Seconds; nil to give up.
  package static func wait(afterTry number: Int, asked: Double? = nil) -> Double? {
    guard number < mostTries else { return nil }
    let usual = number == 1 ? 0.5 : 2.0
    guard let asked else { return usual }
    return asked <= longestWait ? max(asked, usual) : nil
  }

  /// The seconds that a `Retry-After` asks for: a number of them, or a date.
  ///
  /// - Returns: Nil where it is neither.
  /// - Specification: RFC 9110, 10.2.3.
  package static func seconds(_ header: String, now: Date) -> Double? {
    let text = header.trimmingCharacters(in: .whitespaces)
    if let seconds = Double(text), seconds.isFinite { return max(0, seconds) }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.date(from: text).map { max(0, $0.timeIntervalSince(now)) }
  }
}
