/// One JSON document put together in memory and printed when it is whole: a command that fails
/// on the way has printed nothing.
struct JSONDocument {
  /// The document's bytes, in turn.
  let pieces: [[UInt8]]

  init(_ value: JSONValue) {
    pieces = [value.bytes, [UInt8(ascii: "\n")]]
  }

  /// An object whose last field is a long list, one element a line.
  init(_ fields: [(key: String, value: JSONValue)], _ name: String, _ rows: Rows) {
    var head = JSONValue.object(fields).bytes
    head.removeLast()
    head += (fields.isEmpty ? "\"\(name)\": [" : ", \"\(name)\": [").utf8
    pieces = [head, rows.bytes, Array((rows.count == 0 ? "]}\n" : "\n]}\n").utf8)]
  }

  /// Elements of a list as text: 640,000 of them as values would take ten times the room.
  struct Rows {
    fileprivate(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ value: JSONValue) {
      bytes += (count == 0 ? "\n" : ",\n").utf8
      value.write(into: &bytes)
      count += 1
    }
  }
}

extension Surroundings {
  func print(_ document: JSONDocument) throws {
    try print(document.pieces)
  }
}
