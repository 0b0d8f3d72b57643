import Foundation

/// Who works with the store, and by which clock: given by the program, never asked here.
package struct StoreUser: Sendable {
  /// The account on this machine.
  package var login: String
  /// The name the journal shows.
  package var name: String
  package var host: String
  /// Milliseconds since 1 January 1970, UTC.
  package var now: @Sendable () -> Int64
  /// So many random bytes: for identifiers and salts.
  package var random: @Sendable (Int) -> [UInt8]

  package init(
    login: String, name: String, host: String, now: @escaping @Sendable () -> Int64,
    random: @escaping @Sendable (Int) -> [UInt8] = StoreUser.systemRandom
  ) {
    self.login = login
    self.name = name
    self.host = host
    self.now = now
    self.random = random
  }

  package static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// A random (version 4) UUID's bytes.
  func uuid() -> Data {
    var bytes = random(16)
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    return Data(bytes)
  }
}
