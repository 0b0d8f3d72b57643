/// Writes values one after another, each with its length, so that equal records give equal
/// bytes and nothing else does. No names, no nesting marks: the order is the format.
public struct RecordWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  public init() { bytes.reserveCapacity(256) }

  /// One to ten bytes, the fewer the nearer to zero.
  public mutating func write(_ number: Int) {
    // ZigZag and seven bits a byte: small numbers of either sign stay small.
    var value = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  /// The length in UTF-8 bytes, then those bytes.
  public mutating func write(_ text: String) {
    let utf8 = text.utf8
    write(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  /// One byte: 0 for nil, 1 for no, 2 for yes.
  public mutating func write(_ flag: Bool?) { bytes.append(flag.map { $0 ? 2 : 1 } ?? 0) }

  /// Nil is 0; any other number follows a 1.
  public mutating func write(_ number: Int?) {
    guard let number else { return write(0) }
    write(1)
    write(number)
  }

  /// Nil is 0; from 1 January 1970 on the day's number is one more, so that none is 0.
  public mutating func write(_ day: Day?) {
    write(day.map { $0.number >= 0 ? $0.number + 1 : $0.number } ?? 0)
  }
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

  /// Reads a number that is always there.
  public mutating func number() throws(Damaged) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard index < bytes.count, shift < 64 else { throw Damaged() }
      let byte = bytes[index]
      index += 1
      // The tenth byte has room for one bit.
      if shift == 63, byte > 1 { throw Damaged() }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(Int64(bitPattern: value >> 1)) ^ -Int(Int64(bitPattern: value & 1))
  }

  /// How many things follow. Each takes at least a byte, so no more than there are bytes left.
  public mutating func count() throws(Damaged) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - index else { throw Damaged() }
    return count
  }

  /// Reads a text; one that is no UTF-8 is damage.
  public mutating func text() throws(Damaged) -> String {
    let count = try count()
    let utf8 = bytes[index..<(index + count)]
    guard let text = String(validating: utf8, as: UTF8.self) else { throw Damaged() }
    index += count
    return text
  }

  /// Reads yes, no or nil.
  public mutating func flag() throws(Damaged) -> Bool? {
    guard index < bytes.count, bytes[index] <= 2 else { throw Damaged() }
    defer { index += 1 }
    return bytes[index] == 0 ? nil : bytes[index] == 2
  }

  /// Reads a number or nil.
  public mutating func optionalNumber() throws(Damaged) -> Int? {
    switch try number() {
    case 0: return nil
    case 1: return try number()
    default: throw Damaged()
    }
  }

  /// A day of the years 1 to 9999, or none.
  public mutating func day() throws(Damaged) -> Day? {
    let value = try number()
    if value == 0 { return nil }
    let day = Day(number: value > 0 ? value - 1 : value)
    guard RecordReader.days.contains(day) else { throw Damaged() }
    return day
  }

  /// Whether nothing is left to read.
  public var isAtEnd: Bool { index == bytes.count }

  private static let days =
    Day(uncheckedYear: 1, month: 1, day: 1)...Day(uncheckedYear: 9999, month: 12, day: 31)
}
