import SENDDomain

/// Reads a date in every form that files of a return have.
///
/// `2022-Sep-28 00:00:00` (CSV export), `2022-09-28`, `2022-09-28T10:12:33`, `28/09/2022` (day
/// first, after Excel; also with points or dashes), `28-Sep-2022`, and a spreadsheet's serial
/// number counted from 30 December 1899. A time behind the day is ignored. English month names
/// in any case, whole or their first three letters. Two-digit years are no date: which century
/// would be a guess.
///
/// - Source: DfE SEN2 guide and template; COLLECT export.
enum DateText {
  /// The day, or nil where the text is no date or no day of the calendar.
  static func day(_ text: String) -> Day? {
    var text = text
    return text.withUTF8 { day(UnsafeRawBufferPointer($0)) }
  }

  private static func day(_ bytes: UnsafeRawBufferPointer) -> Day? {
    var reader = Parts(bytes)
    guard let first = reader.number() else { return nil }
    if reader.isAtEnd || reader.peek == UInt8(ascii: ".") {
      if let serial = serialDay(bytes) { return serial }
    }
    guard let separator = reader.separator(), let middle = reader.numberOrMonth(),
      reader.separator() == separator, let last = reader.number(), reader.isAtTimeOrEnd
    else { return nil }
    if first.digits == 4, last.digits <= 2 { return Day(first.value, middle, last.value) }
    if first.digits <= 2, last.digits == 4 { return Day(last.value, middle, first.value) }
    return nil
  }

  /// A whole number from 1954 to 2119, as a spreadsheet counts; a fraction is a time of day.
  private static func serialDay(_ bytes: UnsafeRawBufferPointer) -> Day? {
    var reader = Parts(bytes)
    guard let whole = reader.number(), whole.digits == 5, (20_000...80_000).contains(whole.value)
    else { return nil }
    if !reader.isAtEnd {
      guard reader.separator() == UInt8(ascii: "."), reader.number() != nil, reader.isAtEnd
      else { return nil }
    }
    return Day(number: whole.value - 25_569)  // 30 December 1899 to 1 January 1970
  }

  /// A date's text taken from the left.
  private struct Parts {
    let bytes: UnsafeRawBufferPointer
    var index = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }
    var peek: UInt8? { isAtEnd ? nil : bytes[index] }

    /// A time may follow: after `T` or a space, a digit.
    var isAtTimeOrEnd: Bool {
      guard !isAtEnd else { return true }
      guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[index])
      else { return false }
      let rest = bytes[(index + 1)...]
      return !rest.isEmpty
        && rest.allSatisfy {
          (48...57).contains($0) || [58, 46, 43, 45, 90, 122, 32].contains($0)  // : . + - Z z
        }
    }

    mutating func number() -> (value: Int, digits: Int)? {
      var value = 0
      let start = index
      while let byte = peek, (48...57).contains(byte), index - start < 18 {
        value = value * 10 + Int(byte - 48)
        index += 1
      }
      return index > start ? (value, index - start) : nil
    }

    mutating func separator() -> UInt8? {
      guard let byte = peek,
        [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: " ")]
          .contains(byte)
      else { return nil }
      index += 1
      return byte
    }

    mutating func numberOrMonth() -> Int? {
      if let number = number() { return number.digits <= 2 ? number.value : nil }
      var letters: [UInt8] = []
      while let byte = peek, (65...90).contains(byte & 0xDF), letters.count < 10 {
        letters.append(byte | 0x20)
        index += 1
      }
      guard letters.count >= 3 else { return nil }
      return DateText.months.firstIndex { $0.count == letters.count && $0 == letters }
        .map { $0 + 1 }
        ?? DateText.months.firstIndex { letters.count == 3 && $0.starts(with: letters) }
        .map { $0 + 1 } ?? (letters == Array("sept".utf8) ? 9 : nil)
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }
}
