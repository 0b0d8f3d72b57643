import SENDDomain

/// Postcodes as feeds write them.
enum PostcodeText {
  /// `sw81sj`, `SW8  1SJ.` as `SW8 1SJ`; nil for anything else.
  static func postcode(_ raw: String) -> String? { Postcode.read(raw) }

  /// A postcode of capital letters and digits without its space.
  static func shaped(_ code: [UInt8]) -> String? { Postcode.shaped(code) }
}

extension UInt8 {
  var isCapital: Bool { self >= 65 && self <= 90 }
}
