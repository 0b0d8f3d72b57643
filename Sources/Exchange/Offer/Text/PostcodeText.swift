/// Postcodes of the United Kingdom by their shape.
enum PostcodeText {
  /// `sw81sj`, `SW8  1SJ.` as `SW8 1SJ`; nil for anything else.
  static func postcode(_ raw: String) -> String? {
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
  static func shaped(_ code: [UInt8]) -> String? {
    guard (5...7).contains(code.count) else { return nil }
    let outward = Array(code.dropLast(3))
    let inward = Array(code.suffix(3))
    guard inward[0].isASCIIDigit, inward[1].isCapital, inward[2].isCapital,
      !inward.dropFirst().contains(where: { "CIKMOV".utf8.contains($0) })
    else { return nil }
    let letters = outward.prefix(while: \.isCapital).count
    let rest = outward.dropFirst(letters)
    guard (1...2).contains(letters), (1...2).contains(rest.count),
      rest.first?.isASCIIDigit == true,
      rest.count == 1 || rest.last.map({ $0.isASCIIDigit || $0.isCapital }) == true
    else { return nil }
    return String(decoding: outward, as: UTF8.self) + " " + String(decoding: inward, as: UTF8.self)
  }
}

extension UInt8 {
  var isCapital: Bool { self >= 65 && self <= 90 }
}
