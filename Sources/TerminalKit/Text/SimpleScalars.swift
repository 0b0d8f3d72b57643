/// Scalars that need no thought: visible, one column, never combining, never part of an emoji.
///
/// A text made only of these is drawn and measured without building anything.
enum SimpleScalars {
  /// Whether the scalar is one of them. Never true for a control character.
  @inline(__always)
  static func contains(_ value: UInt32) -> Bool {
    if value < 0x7F { return value >= 0x20 }
    if value < 0x300 { return value >= 0xA1 && value != 0xAD && value != 0xA9 && value != 0xAE }
    switch value {
    case 0x370...0x377, 0x38E...0x3FF, 0x400...0x482, 0x48A...0x52F, 0x1E00...0x1EFF,
      0x2010...0x2027, 0x2030...0x203B, 0x2190...0x2193, 0x2500...0x25A9, 0x25AE, 0x25AF, 0x2713:
      return true
    default: return false
    }
  }

  /// Columns of the text if every scalar is simple, nil otherwise.
  static func width(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      var allASCII = true
      for byte in bytes where byte < 0x20 || byte > 0x7E {
        allASCII = false
        break
      }
      if allASCII { return bytes.count }
      var columns = 0
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Step.decode(bytes, at: index)
        if !contains(scalar) { return nil }
        columns += 1
        index += length
      }
      return columns
    }
  }
}

/// Reads scalars straight from the bytes of a Swift string, which are always valid UTF-8.
enum UTF8Step {
  /// The scalar that begins at this byte, and its length in bytes.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    if first < 0xE0 {
      return (UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
    }
    if first < 0xF0 {
      let head = UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      return (head | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    let head = UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
    return (head | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
  }
}
