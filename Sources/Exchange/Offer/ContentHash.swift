/// A short mark of some content: the same on every machine and in every run.
package enum ContentHash {
  /// Sixteen hexadecimal digits.
  package static func text(_ bytes: [UInt8]) -> String {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
