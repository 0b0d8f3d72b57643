import Foundation

/// An XML file's bytes as UTF-8 that a parser accepts.
///
/// A file that is UTF-8 as it stands is passed on; any other is copied: decoded by its content
/// and not by its declaration, with characters that XML forbids replaced by spaces, so that one
/// stray control character does not cost the whole file.
struct XMLText {
  let bytes: Data
  /// Characters replaced.
  let replaced: Int

  init(_ data: Data) {
    let prepared = TextEncoding.prepare(data)
    let declaration = XMLText.declaration(prepared.bytes.dropFirst(prepared.start))
    let saysUTF8 = declaration.isEmpty || declaration.contains("utf-8")
    if prepared.encoding == .utf8, saysUTF8, XMLText.isAllowed(prepared.bytes) {
      bytes = prepared.bytes
      replaced = 0
    } else {
      (bytes, replaced) = XMLText.repaired(prepared, declaration: declaration.utf8.count)
    }
  }

  /// `<?xml … ?>` at the start in small letters, or nothing.
  private static func declaration(_ bytes: Data) -> String {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard head.hasPrefix("<?xml "), let end = head.range(of: "?>") else { return "" }
    let declaration = String(head[..<end.upperBound])
    return declaration.contains("encoding") ? declaration : ""
  }

  private static func isAllowed(_ data: Data) -> Bool {
    data.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          guard byte >= 0x20 || byte == 9 || byte == 10 || byte == 13 else { return false }
          index += 1
        } else {
          let length = TextEncoding.sequenceLength(bytes, at: index)
          guard length > 0 else { return false }
          index += length
        }
      }
      return true
    }
  }

  private static func repaired(
    _ prepared: TextEncoding.Prepared, declaration: Int
  ) -> (Data, Int) {
    var replaced = 0
    var output = Data(capacity: prepared.bytes.count + 64)
    // Spaces where the declaration stood keep every column in its place.
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: declaration))
    prepared.bytes.withUnsafeBytes { raw in
      var start = prepared.start + declaration
      let step = 1 << 16
      while start < raw.count {
        var end = min(start + step, raw.count)
        while end < raw.count, raw[end] & 0xC0 == 0x80 { end += 1 }
        var part = [UInt8](raw[start..<end])
        for index in part.indices
        where part[index] < 0x20 && ![9, 10, 13].contains(part[index]) {
          part[index] = UInt8(ascii: " ")
          replaced += 1
        }
        output.append(
          contentsOf: part.withUnsafeBytes { Array(prepared.encoding.decode($0).utf8) })
        start = end
      }
    }
    return (output, replaced)
  }
}
