import SENDDomain

/// Writes a tree of plain values as YAML that people can read and edit: a field or item a line,
/// and what is short on one line between brackets.
///
/// The same tree gives the same text, and the text read back gives the same tree.
struct YAMLWriter {
  private(set) var text = ""

  /// In columns.
  private static let width = 100

  /// Writes the fields of a whole file. A list of fields has an empty line before each item.
  mutating func write(_ fields: [DataTree.Field]) {
    for field in fields { write(field, indent: 0) }
  }

  private mutating func write(_ field: DataTree.Field, indent: Int) {
    let name = YAMLScalar.writtenName(field.name, inFlow: false)
    // Directly below the top, fields have a line each even where they are short.
    let isOpen = indent == 0 && field.value.isFields
    write(field.value, after: spaces(indent) + name + ":", indent: indent, isOpen: isOpen)
  }

  private mutating func write(
    _ value: DataTree, after head: String, indent: Int, isOpen: Bool = false
  ) {
    if !isOpen, let short = flow(value), head.count + 1 + short.count <= YAMLWriter.width {
      line(head + " " + short)
      return
    }
    switch value {
    case .text(let text):
      fold(head + " " + YAMLScalar.written(text, inFlow: false), indent: indent + 2)
    case .number, .flag: line(head + " " + (flow(value) ?? ""))
    case .list(let items):
      if let words = words(items) {
        fold(head + " [" + words.joined(separator: ", ") + "]", indent: indent + 2)
        return
      }
      line(head)
      for item in items { write(item: item, indent: indent + 2) }
    case .fields(let fields):
      line(head)
      for field in fields { write(field, indent: indent + 2) }
    }
  }

  private mutating func write(item: DataTree, indent: Int) {
    guard case .fields(let fields) = item, let first = fields.first, flow(item) == nil else {
      write(item, after: spaces(indent) + "-", indent: indent)
      return
    }
    if indent == 2 { line("") }
    let name = YAMLScalar.writtenName(first.name, inFlow: false)
    write(first.value, after: spaces(indent) + "- " + name + ":", indent: indent + 2)
    for field in fields.dropFirst() { write(field, indent: indent + 2) }
  }

  // MARK: - On one line

  /// A value on one line; nil where a line each is easier to read, as for texts of many words in
  /// lists and fields.
  private func flow(_ value: DataTree) -> String? {
    switch value {
    case .text(let text):
      let written = YAMLScalar.written(text, inFlow: false)
      return written.contains(" ") && written.count > YAMLWriter.width / 2 ? nil : written
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items):
      var parts: [String] = []
      for item in items {
        guard let part = flowPart(item) else { return nil }
        parts.append(part)
      }
      return "[" + parts.joined(separator: ", ") + "]"
    case .fields(let fields):
      var parts: [String] = []
      for field in fields {
        guard let part = flowPart(field.value) else { return nil }
        parts.append(YAMLScalar.writtenName(field.name, inFlow: true) + ": " + part)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  private func flowPart(_ value: DataTree) -> String? {
    if case .text(let text) = value {
      return text.contains(" ") ? nil : YAMLScalar.written(text, inFlow: true)
    }
    return flow(value)
  }

  /// The items of a list of single words; nil for any other.
  private func words(_ items: [DataTree]) -> [String]? {
    var words: [String] = []
    for item in items {
      guard item.isScalar, let word = flowPart(item) else { return nil }
      words.append(word)
    }
    return words
  }

  // MARK: - Lines

  private mutating func line(_ line: String) { text += line + "\n" }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Breaks a line at single spaces, which YAML joins again.
  private mutating func fold(_ whole: String, indent: Int) {
    let rest = Substring(whole)
    let lead = rest.prefix { $0 == " " }
    var current = String(lead)
    var isEmpty = true
    for word in rest.dropFirst(lead.count).split(separator: " ", omittingEmptySubsequences: false) {
      // An empty word stands between two spaces: a break there would be lost.
      let fits = current.count + 1 + word.count <= YAMLWriter.width
      if isEmpty {
        current += word
      } else if fits || word.isEmpty || current.last == " " || current.count <= indent + 24 {
        current += " " + word
      } else {
        line(current)
        current = spaces(indent) + word
      }
      isEmpty = false
    }
    line(current)
  }
}

extension DataTree {
  fileprivate var isFields: Bool {
    if case .fields = self { return true }
    return false
  }

  fileprivate var isScalar: Bool {
    switch self {
    case .text, .number, .flag: true
    case .list, .fields: false
    }
  }
}
