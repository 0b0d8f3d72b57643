/// Postcodes of the United Kingdom by their shape.
public enum Postcode {
  /// `sw81sj`, `SW8  1SJ.` as `SW8 1SJ`; nil for anything else.
  public static func read(_ raw: String) -> String? {
    let kept = raw.uppercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard
      kept.count
        == raw.unicodeScalars.filter({ !" .,\u{A0}\n\r\t".unicodeScalars.contains($0) }).count
    else { return nil }
    return shaped(Array(String(String.UnicodeScalarView(kept)).utf8))
  }

  /// A postcode of capital letters and digits without its space.
  public static func shaped(_ code: [UInt8]) -> String? {
    guard (5...7).contains(code.count) else { return nil }
    let outward = Array(code.dropLast(3))
    let inward = Array(code.suffix(3))
    guard isDigit(inward[0]), isCapital(inward[1]), isCapital(inward[2]),
      !inward.dropFirst().contains(where: { "CIKMOV".utf8.contains($0) }), isOutward(outward)
    else { return nil }
    return String(decoding: outward, as: UTF8.self) + " " + String(decoding: inward, as: UTF8.self)
  }

  /// The first half of a postcode, of one that lacks its last letters, or of nothing more than
  /// that half: `SE11` for `se115aa`, `se11 5` and `SE11`; nil for what begins with none.
  public static func outward(_ raw: String) -> String? {
    if let whole = read(raw) { return whole.split(separator: " ").first.map(String.init) }
    let code = Array(raw.uppercased().utf8).filter { $0 != UInt8(ascii: " ") }
    let spaced = raw.uppercased().split(separator: " ").map { Array($0.utf8) }
    if spaced.count > 1, isOutward(spaced[0]), isDigit(spaced[1][0]) {
      return String(decoding: spaced[0], as: UTF8.self)
    }
    return isOutward(code) ? String(decoding: code, as: UTF8.self) : nil
  }

  private static func isOutward(_ code: [UInt8]) -> Bool {
    let letters = code.prefix(while: isCapital).count
    let rest = code.dropFirst(letters)
    return (1...2).contains(letters) && (1...2).contains(rest.count)
      && rest.first.map(isDigit) == true
      && (rest.count == 1 || rest.last.map { isDigit($0) || isCapital($0) } == true)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
}
