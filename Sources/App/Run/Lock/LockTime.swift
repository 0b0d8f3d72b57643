import SENDDomain

/// After how long without a key the screens lock.
enum LockTime {
  /// Minutes, where a passphrase is set and the configuration says nothing.
  static let usual = 5

  /// The same in a role that sees what health or social care holds.
  ///
  /// - Source: DP-22.
  static let usualInCare = 3

  /// - Parameter minutes: As configured; 0 is never.
  static func duration(_ minutes: Int?, in role: Practitioner.Role = .officer) -> Duration? {
    let usual = [.dsco, .dco].contains(role) ? usualInCare : usual
    return minutes == 0 ? nil : .seconds(60 * (minutes ?? usual))
  }
}
