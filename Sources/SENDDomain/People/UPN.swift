/// What a unique pupil number's form says about it.
///
/// Thirteen characters: check letter, local authority (3), school (4), year (2), serial (3); in
/// a temporary number the last is a letter. A failing number is reported and never stops a
/// record from being kept.
///
/// - Source: DfE, Unique pupil numbers: a guide for schools and local authorities.
public enum UPN {
  /// Why a number is not a UPN.
  public enum Fault: Error, Hashable, Sendable {
    /// Not a letter, eleven digits and a digit or check-alphabet letter.
    case form
    /// The check letter should be this one.
    case checkLetter(Character)
  }

  /// Checks form and check letter of a number as written (spaces trimmed, any case).
  ///
  /// - Returns: The number in capitals.
  public static func check(_ text: String) throws(Fault) -> String {
    let upper = Array(text.uppercased().utf8.drop { $0 == 32 })
    let bytes = Array(upper.reversed().drop { $0 == 32 }.reversed())
    guard bytes.count == 13, alphabet.contains(bytes[0]) else { throw .form }
    var sum = 0
    for index in 1..<13 {
      let byte = bytes[index]
      if byte >= 48, byte <= 57 {
        sum += Int(byte - 48) * (index + 1)
      } else if index == 12, let value = alphabet.firstIndex(of: byte) {
        sum += value * (index + 1)
      } else {
        throw .form
      }
    }
    let letter = alphabet[sum % 23]
    guard letter == bytes[0] else { throw .checkLetter(Character(UnicodeScalar(letter))) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the last character marks it as temporary.
  public static func isTemporary(_ number: String) -> Bool {
    number.utf8.last.map { !(48...57).contains($0) } ?? false
  }

  /// No I, O or S.
  private static let alphabet = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  /// The check letter that makes a number of twelve following digits valid.
  ///
  /// - Parameter digits: Characters 2 to 13, all digits.
  public static func checkLetter(for digits: String) -> Character {
    var sum = 0
    for (index, byte) in digits.utf8.enumerated() { sum += Int(byte &- 48) * (index + 2) }
    return Character(UnicodeScalar(alphabet[sum % 23]))
  }
}

/// The unique learner number: ten digits, the first not 0, the last a check digit.
///
/// - Source: Learning Records Service, ULN check digit (weights 10 to 2, modulo 11).
public enum ULN {
  /// Whether the number's form and check digit hold. `900000013x` can never be valid.
  public static func isValid(_ text: String) -> Bool {
    guard let digits = decimalDigits(text, count: 10), digits[0] != 0 else { return false }
    let remainder = weighted(digits) % 11
    return remainder != 0 && digits[9] == 10 - remainder
  }
}

/// The NHS number: ten digits, the last a check digit.
///
/// - Source: NHS Data Dictionary, NHS NUMBER (modulo 11). Spaces do not count; ten identical
///   digits pass the sum and are refused all the same.
public enum NHSNumber {
  /// Whether the number's form and check digit hold, spaces left out.
  public static func isValid(_ text: String) -> Bool {
    guard let digits = decimalDigits(text.filter { $0 != " " }, count: 10),
      Set(digits).count > 1
    else { return false }
    let check = 11 - weighted(digits) % 11
    return check != 10 && digits[9] == (check == 11 ? 0 : check)
  }
}

private func decimalDigits(_ text: String, count: Int) -> [Int]? {
  let bytes = Array(text.utf8)
  guard bytes.count == count, bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return bytes.map { Int($0) - 48 }
}

/// The first nine digits times 10 down to 2, summed.
private func weighted(_ digits: [Int]) -> Int {
  (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
}
