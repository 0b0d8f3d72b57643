import Foundation
import SENDDomain

/// Names as they are sorted and searched: lower case, without marks, without anything that does
/// not show. What is stored beside it stays as given.
package enum NameFolding {
  package static func fold(_ text: String) -> String {
    if let plain = asciiLowercased(text) { return plain }
    var folded = ""
    let decomposed = text.decomposedStringWithCompatibilityMapping.lowercased()
    for scalar in decomposed.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .nonspacingMark, .enclosingMark: continue
      default: folded += letters[scalar] ?? String(scalar)
      }
    }
    return folded
  }

  private static func asciiLowercased(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      for byte in bytes where byte < 32 || byte > 126 { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for (index, byte) in bytes.enumerated() {
          buffer[index] = byte >= 65 && byte <= 90 ? byte + 32 : byte
        }
        return bytes.count
      }
    }
  }

  /// Letters that no decomposition takes apart.
  private static let letters: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
    "ı": "i", "ħ": "h", "ŧ": "t", "’": "'", "‘": "'", "ʼ": "'",
  ]

  /// Family name first: the order of every list.
  static func sortName(_ name: PersonName) -> String {
    "\(fold(name.family)), \(fold(name.given))"
  }

  /// Given, family, given and number: holds "tobi adeyemi" and "adeyemi tobi" alike.
  static func searchText(_ name: PersonName, upn: String) -> String {
    let given = fold(name.given)
    return "\(given) \(fold(name.family)) \(given) \(upn.lowercased())"
  }
}
