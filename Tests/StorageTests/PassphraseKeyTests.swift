import Foundation
import Testing

@testable import Storage

@Suite struct PassphraseKeyTests {
  /// Cheap, for all but the one test of what is usual.
  static let cheap = PassphraseKey.Cost(rounds: 16, blockSize: 8, parallelism: 1)

  @Test func `a key is that of its passphrase and of no other`() throws {
    let key = try PassphraseKey.make("correct horse", cost: PassphraseKeyTests.cheap)
    #expect(try key.isMade(from: "correct horse"))
    #expect(try key.isMade(from: "correct horse", times: 3))
    for other in ["correct hors", "correct horse ", "Correct horse", ""] {
      #expect(try !key.isMade(from: other))
    }
    let again = try PassphraseKey.make("correct horse", cost: PassphraseKeyTests.cheap)
    #expect(again.salt != key.salt && again.key != key.key)
  }

  @Test func `an accent is the same however the terminal sends it`() throws {
    let key = try PassphraseKey.make("caf\u{E9} noir", cost: PassphraseKeyTests.cheap)
    #expect(try key.isMade(from: "cafe\u{301} noir"))
  }

  /// RFC 7914, section 12: the third test vector, its first 32 bytes.
  @Test func `the key is that of scrypt`() throws {
    let key = PassphraseKey(
      method: "scrypt", cost: PassphraseKey.Cost(rounds: 16_384, blockSize: 8, parallelism: 1),
      salt: Data("SodiumChloride".utf8),
      key: Data([
        0x70, 0x23, 0xBD, 0xCB, 0x3A, 0xFD, 0x73, 0x48, 0x46, 0x1C, 0x06, 0xCD, 0x81, 0xFD, 0x38,
        0xEB, 0xFD, 0xA8, 0xFB, 0xBA, 0x90, 0x4F, 0x8E, 0x3E, 0xA9, 0xB5, 0x43, 0xF6, 0x54, 0x5D,
        0xA1, 0xF2,
      ]))
    #expect(try key.isMade(from: "pleaseletmein"))
  }

  @Test func `what is stored holds costs, salt and key, and reads back`() throws {
    let key = try PassphraseKey.make("correct horse")
    #expect(key.isSound)
    #expect(key.cost == PassphraseKey.Cost(rounds: 32_768, blockSize: 8, parallelism: 3))
    let bytes = try JSONEncoder().encode(key)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("horse"))
    let read = try JSONDecoder().decode(PassphraseKey.self, from: bytes)
    #expect(read == key)
    #expect(try read.isMade(from: "correct horse"))
  }

  @Test(arguments: [
    PassphraseKey.Cost(rounds: 1 << 40, blockSize: 8, parallelism: 1),
    PassphraseKey.Cost(rounds: 1_000, blockSize: 8, parallelism: 1),
    PassphraseKey.Cost(rounds: 0, blockSize: 8, parallelism: 1),
    PassphraseKey.Cost(rounds: 1 << 20, blockSize: 32, parallelism: 1),
    PassphraseKey.Cost(rounds: 16, blockSize: -8, parallelism: 1),
    PassphraseKey.Cost(rounds: 16, blockSize: 8, parallelism: 1_000_000),
  ])
  func `costs that no machine can bear are not sound`(_ cost: PassphraseKey.Cost) {
    let key = PassphraseKey(
      method: "scrypt", cost: cost, salt: Data(count: 16), key: Data(count: 32))
    #expect(!key.isSound)
  }
}
