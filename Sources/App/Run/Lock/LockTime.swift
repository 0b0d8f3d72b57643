/// After how long without a key the screens lock.
enum LockTime {
  /// Minutes, where a passphrase is set and the configuration says nothing.
  static let usual = 5

  /// - Parameter minutes: As configured; 0 is never.
  static func duration(_ minutes: Int?) -> Duration? {
    minutes == 0 ? nil : .seconds(60 * (minutes ?? usual))
  }
}
