import Foundation

/// How the bytes of a text file stand for characters: UTF-8 or Windows-1252.
///
/// Both agree on ASCII, so a file is split into cells before anything is decoded.
package enum TextEncoding: Sendable, Equatable {
  /// Bytes that are no UTF-8 are read as Windows-1252, one at a time.
  case utf8
  case windows1252

  /// Text with nothing in front of it, and how to decode it.
  struct Prepared {
    var bytes: Data
    /// Where the text begins: after a byte order mark.
    var start: Int
    var encoding: TextEncoding
  }

  /// Decides how a file is encoded. UTF-16 is turned into UTF-8, the only case that copies.
  ///
  /// A file that is not valid UTF-8 counts as UTF-8 all the same where most of its characters
  /// beyond ASCII are; else it is Windows-1252.
  ///
  /// - Cost: One pass over the bytes.
  static func prepare(_ data: Data) -> Prepared {
    let head = [UInt8](data.prefix(512))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Prepared(bytes: data, start: 3, encoding: .utf8)
    }
    if let bigEndian = utf16Order(head) {
      return Prepared(
        bytes: fromUTF16(data, bigEndian: bigEndian), start: 0, encoding: .utf8)
    }
    let (valid, broken) = data.withUnsafeBytes { countBeyondASCII($0) }
    return Prepared(
      bytes: data, start: 0, encoding: broken > 0 && broken >= valid ? .windows1252 : .utf8)
  }

  /// Decodes a run of bytes. NUL bytes are dropped: no text holds one on purpose.
  func decode(_ bytes: UnsafeRawBufferPointer) -> String {
    guard !bytes.isEmpty else { return "" }
    if memchr(bytes.baseAddress!, 0, bytes.count) != nil {  // not empty, so it has an address
      let kept = bytes.filter { $0 != 0 }
      return kept.withUnsafeBytes { decode($0) }
    }
    let units = bytes.bindMemory(to: UInt8.self)
    if self == .utf8, let text = String(validating: units, as: UTF8.self) { return text }
    var scalars = String.UnicodeScalarView()
    var index = 0
    while index < units.count {
      let length = self == .utf8 ? TextEncoding.sequenceLength(units, at: index) : 0
      if length > 0 {
        let part = UnsafeBufferPointer(rebasing: units[index..<(index + length)])
        scalars.append(contentsOf: String(decoding: part, as: UTF8.self).unicodeScalars)
        index += length
      } else {
        scalars.append(TextEncoding.windows1252Scalar(units[index]))
        index += 1
      }
    }
    return String(scalars)
  }

  /// Characters (Unicode scalars) in a run of bytes.
  func characterCount(_ bytes: UnsafeRawBufferPointer) -> Int {
    switch self {
    case .windows1252: bytes.count
    case .utf8: bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
  }
}

// MARK: - UTF-8

extension TextEncoding {
  /// The length of the valid UTF-8 sequence at an index, 0 where there is none.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard index + length <= bytes.count else { return 0 }
    for next in 1..<length where bytes[index + next] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {  // overlong forms, surrogates, beyond U+10FFFF
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return 0
    case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 0
    default: return length
    }
  }

  private static func countBeyondASCII(
    _ raw: UnsafeRawBufferPointer
  ) -> (valid: Int, broken: Int) {
    let bytes = raw.bindMemory(to: UInt8.self)
    var (valid, broken, index) = (0, 0, 0)
    while index < bytes.count {
      if index + 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      } else if bytes[index] < 0x80 {
        index += 1
      } else {
        let length = sequenceLength(bytes, at: index)
        if length > 0 { valid += 1 } else { broken += 1 }
        index += max(length, 1)
      }
    }
    return (valid, broken)
  }
}

// MARK: - Other encodings

extension TextEncoding {
  /// Whether a file is UTF-16 and its higher byte first: by its mark, or by the zero bytes that
  /// plain English leaves in every other place. Nil for anything else.
  private static func utf16Order(_ head: [UInt8]) -> Bool? {
    if head.starts(with: [0xFF, 0xFE]) { return false }
    if head.starts(with: [0xFE, 0xFF]) { return true }
    guard head.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let most = head.count * 2 / 5
    if zeros[1] >= most, zeros[0] * 10 < zeros[1] { return false }
    if zeros[0] >= most, zeros[1] * 10 < zeros[0] { return true }
    return nil
  }

  private static func fromUTF16(_ data: Data, bigEndian: Bool) -> Data {
    var units: [UInt16] = []
    units.reserveCapacity(data.count / 2)
    data.withUnsafeBytes { raw in
      for index in stride(from: 0, to: raw.count - 1, by: 2) {
        let (a, b) = (UInt16(raw[index]), UInt16(raw[index + 1]))
        units.append(bigEndian ? a << 8 | b : b << 8 | a)
      }
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return Data(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The five bytes that Windows-1252 leaves open stand for the control characters of the same
  /// number, as in web browsers.
  private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let code = windows1252High[Int(byte - 0x80)]
    return Unicode.Scalar(code) ?? Unicode.Scalar(byte)
  }

  private static let windows1252High: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
