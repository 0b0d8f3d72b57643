import Foundation

/// A file's text, found fit for the YAML parser: UTF-8, of modest size, without what a text file
/// never holds, and without anchors.
///
/// An anchor lets a few lines stand for billions of values, so that no file with one is handed to
/// the parser at all; the rule for finding them is stricter than YAML's, never laxer.
struct YAMLText {
  let text: String

  /// In bytes. The law of England takes a tenth of it.
  static let largest = 1_000_000

  init(_ file: NamedBytes) throws(FileProblem) {
    guard file.bytes.count <= YAMLText.largest else {
      throw FileProblem(
        file: file.name, message: "The file is too large: it should have at most 1 MB.")
    }
    guard var text = String(validating: file.bytes, as: UTF8.self) else {
      throw FileProblem(file: file.name, message: "The file should be text in UTF-8.")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var scan = Scan(file: file.name)
    for scalar in text.unicodeScalars { try scan.read(scalar) }
    self.text = text
  }
}

/// One pass over the text that keeps count of lines as the YAML parser does.
private struct Scan {
  let file: String
  private var line = 1
  private var column = 0
  private var last: Unicode.Scalar = "\n"
  /// Only blanks so far on this line.
  private var isIndent = true
  private var hasTab = false
  /// The place of an ampersand that an anchor's name may follow.
  private var ampersand: YAMLPlace?

  init(file: String) { self.file = file }

  mutating func read(_ scalar: Unicode.Scalar) throws(FileProblem) {
    defer { last = scalar }
    if scalar == "\n" || scalar == "\r" {
      if scalar == "\r" || last != "\r" { line += 1 }
      (column, isIndent, hasTab, ampersand) = (0, true, false, nil)
      return
    }
    column += 1
    let place = YAMLPlace(line: line, column: column)
    if scalar.isUnfitForFiles, scalar != "\t" {
      throw FileProblem(
        file, at: place,
        "The control character \(scalar.codePoint) has no place in a text file; take it out.")
    }
    if isIndent {
      if scalar == "\t" { hasTab = true }
      if scalar != "\t", scalar != " " {
        isIndent = false
        if hasTab {
          throw FileProblem(
            file, at: place, "A line should be indented with spaces, not with tabs.")
        }
      }
    }
    if let ampersand, scalar.beginsAnchor {
      throw FileProblem(
        file, at: ampersand,
        "An \"&\" with a name after it is not read here; write \"and\", or a space after the \"&\"."
      )
    }
    let follows = last.properties.isAlphabetic || last.properties.numericType != nil
    ampersand = scalar == "&" && (column == 1 || !follows) ? place : nil
  }
}

extension Unicode.Scalar {
  /// Whether an anchor's name can begin with it.
  var beginsAnchor: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
      || self == "_" || self == "-"
  }

  /// Control characters, other line breaks than those of text files, and what turns the direction
  /// of writing or is no character: none of them is seen, and some steer a terminal.
  var isUnfitForFiles: Bool {
    switch value {
    case 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF, 0xFFF9...0xFFFB:
      true
    default: properties.isNoncharacterCodePoint
    }
  }

  /// `U+0007`
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
