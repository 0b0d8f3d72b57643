/// Writes values one after another, each with its length, so that equal records give equal
/// bytes and nothing else does. No names, no nesting marks: the order is the format.
public struct RecordWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() { bytes.reserveCapacity(256) }

  public mutating func write(_ number: Int) {
    // ZigZag and seven bits a byte: small numbers of either sign stay small.
    var value = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  public mutating func write(_ text: String) {
    let utf8 = text.utf8
    write(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  public mutating func write(_ flag: Bool?) { bytes.append(flag.map { $0 ? 2 : 1 } ?? 0) }

  /// Nil is 0; any other number is one further from zero on its side.
  public mutating func write(_ number: Int?) {
    write(number.map { $0 >= 0 ? $0 + 1 : $0 } ?? 0)
  }

  public mutating func write(_ day: Day?) { write(day?.number) }
}

/// Reads what ``RecordWriter`` wrote, in the same order.
public struct RecordReader: Sendable {
  /// The bytes end early or are not what the writer writes.
  public struct Damaged: Error, Equatable, Sendable {
    public init() {}
  }

  private let bytes: [UInt8]
  private var index = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public mutating func number() throws(Damaged) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard index < bytes.count, shift < 64 else { throw Damaged() }
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1)) ^ -Int(Int64(bitPattern: value & 1))
  }

  public mutating func text() throws(Damaged) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - index else { throw Damaged() }
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }

  public mutating func flag() throws(Damaged) -> Bool? {
    guard index < bytes.count, bytes[index] <= 2 else { throw Damaged() }
    defer { index += 1 }
    return bytes[index] == 0 ? nil : bytes[index] == 2
  }

  public mutating func optionalNumber() throws(Damaged) -> Int? {
    let value = try number()
    return value == 0 ? nil : value > 0 ? value - 1 : value
  }

  public mutating func day() throws(Damaged) -> Day? {
    try optionalNumber().map(Day.init(number:))
  }
}
