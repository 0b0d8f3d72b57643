/// A row of a table, its cells by their headings.
struct SheetRow: Sendable {
  let line: Int
  private let cells: [String: String]

  init(line: Int, cells: [String: String]) {
    self.line = line
    self.cells = cells
  }

  /// The cells of a record that are not blank, by their headings; of two alike the first.
  init(_ record: CSVReader.Record, headings: [String]) {
    var cells: [String: String] = [:]
    for (index, text) in record.cells.enumerated()
    where index < headings.count && cells[headings[index]] == nil {
      let trimmed = text.trimmingWhitespace
      if !trimmed.isEmpty { cells[headings[index]] = trimmed }
    }
    self.init(line: record.line, cells: cells)
  }

  /// The first cell that is not blank under some headings, without spaces around it; else empty.
  subscript(keys: String...) -> String {
    for key in keys {
      if let text = cells[key], !text.isEmpty { return text }
    }
    return ""
  }

  var filled: Int { cells.count }

  /// A heading as it is compared: letters and digits in small letters.
  static func key(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Whether this is no service but a row that explains the headings above it.
  ///
  /// Its cells are advice, and none of them is what only a real row has.
  var isGuidance: Bool {
    guard cells.count >= 3 else { return false }
    let texts = Array(cells.values)
    let isReal = texts.contains {
      PostcodeText.postcode($0) != nil || !PhoneText.numbers($0).isEmpty
        || $0.contains("@") && !$0.contains(" ") || Double($0) != nil
    }
    if isReal { return false }
    let advice = texts.filter { text in
      let lower = text.lowercased()
      return text.count > 60 || SheetRow.adviceWords.contains(where: lower.holds)
    }
    return advice.count * 5 >= texts.count * 3
  }

  private static let adviceWords = [
    "required", "optional", "mandatory", "select ", "e.g", "for example", "example:", "enter ",
    "drop down", "dropdown", "format", "add the", "yes or no", "yes/no", "free text", "leave blank",
    "unique", "the name of", "dd/mm", "choose", "please", "must be", "should be",
  ]
}

/// Puts a record together from cells.
struct RecordBuilder {
  private(set) var fields: [String: LooseJSON] = [:]

  var value: LooseJSON { .fields(fields) }
  var isEmpty: Bool { fields.isEmpty }

  /// Sets a field where there is a text for it.
  mutating func set(_ name: String, _ text: String) {
    if !text.isEmpty { fields[name] = .text(text) }
  }

  mutating func set(_ name: String, _ flag: Bool?) {
    if let flag { fields[name] = .flag(flag) }
  }

  mutating func set(_ name: String, _ value: LooseJSON) {
    if !value.isBlank { fields[name] = value }
  }

  mutating func set(_ name: String, list texts: [String]) {
    if !texts.isEmpty { fields[name] = .list(texts.map(LooseJSON.text)) }
  }

  mutating func append(_ value: LooseJSON, to name: String) {
    guard !value.isBlank else { return }
    let items = fields[name]?.items ?? []
    if !items.contains(value) { fields[name] = .list(items + [value]) }
  }

  /// The values of a cell with several.
  static func parts(_ text: String, by marks: Set<Character> = ["\n", ";", "|"]) -> [String] {
    text.split(whereSeparator: marks.contains).map(\.trimmingWhitespace).filter { !$0.isEmpty }
  }
}

extension LooseJSON {
  /// What a place says once its address is withheld.
  var masked: LooseJSON {
    guard case .fields(let fields) = self, fields["maskexactaddress"]?.bool == true else {
      return self
    }
    return .fields(fields.filter { OfferSecrets.keptOfMasked.contains($0.key) })
  }
}
