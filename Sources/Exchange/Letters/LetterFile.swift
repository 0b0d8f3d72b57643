import Foundation
import SENDDomain

/// A letter's wording, or that of a part that letters share, as a file that an area may edit.
package enum LetterFile {
  /// What a file is the wording of.
  package enum Subject: Hashable, Sendable, CaseIterable {
    case letter(LetterKind)
    case part(LetterPart)

    package static var allCases: [Subject] {
      LetterKind.allCases.map { .letter($0) } + LetterPart.allCases.map { .part($0) }
    }

    package var fileName: String {
      switch self {
      case .letter(let kind): kind.rawValue + ".txt"
      case .part(let part): part.rawValue + ".txt"
      }
    }
  }

  /// In bytes: more than any letter has.
  package static let most = 40_000

  /// Puts a file's wording into a set.
  ///
  /// - Throws: Why the file is refused, with its line. The set is as it was then.
  package static func read(_ file: NamedBytes, into set: inout LetterSet) throws(FileProblem) {
    let name = file.name.split(separator: "/").last.map(String.init) ?? ""
    guard let subject = Subject.allCases.first(where: { $0.fileName == name }) else {
      let hint = NearestName.find(name, among: Subject.allCases.map(\.fileName))
        .map { " Did you mean \($0)?" }
      throw FileProblem(
        file: file.name, message: "No letter has a file of this name.\(hint ?? "")")
    }
    guard file.bytes.count <= most else {
      throw FileProblem(file: file.name, message: "It is too large for a letter.")
    }
    guard var text = String(validating: file.bytes, as: UTF8.self) else {
      throw FileProblem(file: file.name, message: "It is no UTF-8 text: save it as UTF-8.")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace) }.count
    guard head < lines.count, lines[head].hasPrefix("version:") else {
      throw FileProblem(
        file: file.name, line: min(head + 1, lines.count),
        message: "The text begins with a line such as \"version: 2026-11\".")
    }
    let version = lines[head].dropFirst("version:".count).trimmingPrefix(while: \.isWhitespace)
    guard !version.isEmpty, version.count <= 40,
      version.allSatisfy({ $0.isLetter || $0.isNumber || ".-/ ".contains($0) })
    else {
      throw FileProblem(
        file: file.name, line: head + 1,
        message: "The version is up to 40 letters, digits, points and strokes.")
    }
    let body = lines.dropFirst(head + 1).joined(separator: "\n")
    do throws(LetterTemplate.Problem) {
      switch subject {
      case .letter(let kind):
        set[kind] = try LetterTemplate(kind, version: String(version), body)
      case .part(let part):
        set[part] = try LetterTemplate(part, version: String(version), body)
      }
    } catch {
      throw FileProblem(file: file.name, line: head + 1 + error.line, message: error.message)
    }
  }

  /// A wording as a file for people to read and edit: the same one gives the same text.
  package static func text(_ subject: Subject, of set: LetterSet) -> String {
    let template =
      switch subject {
      case .letter(let kind): set[kind]
      case .part(let part): set[part]
      }
    return header(subject) + "version: \(template.version)\n\n\(template.text)\n"
  }

  private static func header(_ subject: Subject) -> String {
    let what: String
    let fields: [LetterField]
    var parts = ""
    switch subject {
    case .letter(let kind):
      what = kind.words
      fields = LetterField.allCases.filter { $0.isKnown(in: kind) }
      if !kind.required.isEmpty {
        let names = kind.required.map { "{\($0.rawValue)}" }.joined(separator: " and ")
        parts = "# The law asks for \(names) here: without, this file is not taken.\n"
      }
    case .part(let part):
      what = "A text that letters share"
      fields = LetterField.allCases.filter(\.isKnownEverywhere)
      if !part.requiredFields.isEmpty {
        parts = "# The law asks for what stands here, its dates and addresses with it.\n"
      }
    }
    return """
      # \(what).
      #
      # To change it, copy this file to letters/\(subject.fileName) beside the configuration
      # (waymark config path) and give it a version of your own; it wins over this one.
      # "waymark config check" names the line that does not hold; the letter built in is used then.
      #
      # A paragraph runs to the next empty line. A line that begins with | keeps its own line, one
      # that begins with "- " is an item. {name} is filled in from what is recorded, {law of name}
      # with the source of a date; what is not recorded stands as [to fill: ...].
      \(parts)#
      # Fields:
      \(FieldLines(fields).text)

      """
  }
}

/// The names of fields in comment lines of at most 100 columns.
private struct FieldLines {
  var text = ""

  init(_ fields: [LetterField]) {
    var line = "#  "
    for field in fields {
      let word = " {\(field.rawValue)}"
      if line.count + word.count > 96 {
        text += line + "\n"
        line = "#  "
      }
      line += word
    }
    text += line
  }
}

extension Substring {
  fileprivate func trimmingPrefix(while test: (Character) -> Bool) -> Substring {
    var rest = self
    while let first = rest.first, test(first) { rest.removeFirst() }
    while let last = rest.last, test(last) { rest.removeLast() }
    return rest
  }
}
