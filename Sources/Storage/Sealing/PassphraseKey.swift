import Crypto
import Foundation
import _CryptoExtras

/// A key made from a passphrase, with what it takes to make it again: salt and costs, but nothing
/// of the passphrase.
///
/// Made by scrypt (RFC 7914), which needs memory as well as time, so that trying many passphrases
/// is dear on any machine. The costs stand beside the key: they can be raised later, and a key made
/// with less still opens.
package struct PassphraseKey: Codable, Equatable, Sendable {
  /// What a derivation costs: `128 * rounds * blockSize` bytes of memory, `parallelism` times over.
  package struct Cost: Codable, Equatable, Sendable {
    /// A power of two.
    package var rounds: Int
    package var blockSize: Int
    package var parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
      self.rounds = rounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// 32 MiB three times over: as dear as the 128 MiB once that OWASP's Password Storage Cheat
    /// Sheet puts first, and kinder to a server that forty people share.
    package static let usual = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)

    /// Whether it can be afforded: a damaged file must not eat the machine's memory.
    var isSane: Bool {
      rounds >= 2 && rounds <= 1 << 20 && rounds & (rounds - 1) == 0 && (1...32) ~= blockSize
        && (1...16) ~= parallelism && 128 * rounds * blockSize <= 256 << 20
    }
  }

  /// The function's name, for when there is another one.
  package let method: String
  package let cost: Cost
  package let salt: Data
  package let key: Data

  private static let method = "scrypt"

  /// Makes the key of a passphrase, with a new salt. Takes a good part of a second by design.
  ///
  /// - Throws: What the cryptographic library throws, such as for lack of memory.
  package static func make(_ passphrase: String, cost: Cost = .usual) throws -> PassphraseKey {
    let salt = Data(StoreUser.systemRandom(16))
    return PassphraseKey(
      method: method, cost: cost, salt: salt, key: try derive(passphrase, salt, cost))
  }

  /// Whether the key is that of the passphrase. Takes as long whatever the answer.
  ///
  /// - Parameter times: How often to derive it: each wrong answer may cost more than the last.
  package func isMade(from passphrase: String, times: Int = 1) throws -> Bool {
    var isSame = false
    for _ in 0..<max(1, times) {
      let other = try PassphraseKey.derive(passphrase, salt, cost)
      // Every byte is looked at, so that the time tells nothing.
      isSame = zip(key, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
    return isSame
  }

  /// Whether it can be a key that this program made: what is read from a file may be anything.
  package var isSound: Bool {
    method == PassphraseKey.method && cost.isSane && salt.count >= 16 && salt.count <= 64
      && key.count == 32
  }

  /// 32 bytes from passphrase, salt and cost.
  static func derive(_ passphrase: String, _ salt: Data, _ cost: Cost) throws -> Data {
    // Terminals differ in how they send an accent; the letter is the same.
    let bytes = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
    let key = try KDF.Scrypt.deriveKey(
      from: bytes, salt: salt, outputByteCount: 32, rounds: cost.rounds,
      blockSize: cost.blockSize, parallelism: cost.parallelism)
    return key.withUnsafeBytes { Data($0) }
  }
}
