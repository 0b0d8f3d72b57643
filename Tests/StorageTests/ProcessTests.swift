import Foundation
import Testing

/// What several processes do to one file: one test after the other, for they are timed against
/// each other.
@Suite(.serialized) struct ProcessTests {
  /// Set by `WAYMARK_LONG=1`: the runs before a release.
  static let isLong = ProcessInfo.processInfo.environment["WAYMARK_LONG"] == "1"
}
