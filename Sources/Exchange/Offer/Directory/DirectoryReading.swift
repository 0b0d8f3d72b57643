import SENDDomain

/// The rows of a directory made into entries, with what is wrong in them.
struct DirectoryReading {
  let file: String
  let columns: [DirectoryField: [String]]
  let today: Day
  private(set) var feed = DirectoryFeed()
  private var known: Set<DirectoryEntry> = []

  private static let mostProblems = 5_000
  /// Of each kind in one entry.
  private static let mostParts = 50

  init(file: String, columns: [DirectoryField: [String]], today: Day) {
    self.file = file
    self.columns = columns
    self.today = today
  }

  mutating func report(
    _ kind: OfferProblemKind, line: Int?, record: String = "", field: DirectoryField? = nil,
    _ message: String
  ) {
    if feed.problems.count == DirectoryReading.mostProblems {
      feed.problems.append(
        OfferProblem(
          kind: OfferProblemKind.moreProblems.rawValue, file: "",
          message: "There are more problems than the \(DirectoryReading.mostProblems) told here."))
    }
    guard feed.problems.count < DirectoryReading.mostProblems else { return }
    feed.problems.append(
      OfferProblem(
        kind: kind.rawValue, file: file, line: line, record: record, field: field?.rawValue ?? "",
        message: message))
  }

  mutating func take(_ row: SheetRow, isBrokenlyQuoted: Bool) {
    var entry = DirectoryEntry()
    entry.sourceID = line(.id, row)
    entry.name = line(.team, row)
    entry.role = line(.role, row)
    entry.person = line(.name, row)
    guard !entry.name.isEmpty || !entry.role.isEmpty || !entry.person.isEmpty else {
      feed.skipped += 1
      report(
        .noName, line: row.line,
        "The row has neither a team nor a role nor a name, and is left out.")
      return
    }
    if isBrokenlyQuoted {
      report(
        .brokenRecord, line: row.line, record: entry.title,
        "A quotation mark in the row has no partner: its cells may be shifted.")
    }
    entry.topics = topics(row)
    entry.areas = parts(text(.area, row))
    entry.hours = line(.hours, row)
    entry.note = note(row, entry.title)
    entry.phones = phones(row)
    entry.emails = emails(row, entry.title)
    entry.checked = checked(row, entry.title)
    guard known.insert(entry).inserted else {
      report(
        .sameRowTwice, line: row.line, record: entry.title,
        "The row says the same as an earlier one and is left out.")
      return
    }
    if entry.phones.isEmpty, entry.emails.isEmpty {
      report(
        .noContact, line: row.line, record: entry.title,
        "The row has neither a phone nor an e-mail address.")
    }
    feed.entries.append(entry)
  }

  // MARK: - Cells

  /// What stands in a field's columns, one below the other; formulas are none.
  private mutating func text(_ field: DirectoryField, _ row: SheetRow) -> String {
    var found: [String] = []
    for column in columns[field] ?? [] {
      let raw = row[column]
      if raw.isEmpty { continue }
      guard let value = DirectoryReading.value(raw) else {
        report(
          .formula, line: row.line, field: field,
          "A formula or its error stands where its value should, and is left out.")
        continue
      }
      if !Placeholder.isOne(value) { found.append(value) }
    }
    return found.joined(separator: field == .name ? " " : "\n")
  }

  /// A cell's own text. `="020 7946 0100"` is how a spreadsheet is made to keep a leading zero; any
  /// other formula, and the error of one, is nil.
  private static func value(_ raw: String) -> String? {
    if raw.hasPrefix("=\""), raw.hasSuffix("\""), raw.count > 3 {
      let inner = raw.dropFirst(2).dropLast()
      return inner.contains("\"") ? nil : String(inner)
    }
    if raw.hasPrefix("=") || raw.hasPrefix("@") && raw.contains("(") { return nil }
    let errors = ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"]
    return errors.contains(raw.uppercased()) ? nil : raw
  }

  private mutating func line(_ field: DirectoryField, _ row: SheetRow) -> String {
    let text = OfferText.line(text(field, row))
    return Placeholder.isOne(text) ? "" : text
  }

  private func parts(_ text: String) -> [String] {
    var parts: [String] = []
    for part in RecordBuilder.parts(text) {
      let line = OfferText.line(part)
      if !line.isEmpty, !parts.contains(line), parts.count < DirectoryReading.mostParts {
        parts.append(line)
      }
    }
    return parts
  }

  /// Where nothing else parts them, commas do.
  private mutating func topics(_ row: SheetRow) -> [String] {
    let text = text(.topics, row)
    let found = parts(text)
    guard found.count == 1, text.contains(","), !text.contains(". ") else { return found }
    return parts(text.replacing(",", with: ";"))
  }

  private mutating func note(_ row: SheetRow, _ title: String) -> String {
    let (note, isCut) = OfferText.prose(text(.notes, row))
    if isCut {
      report(
        .textCut, line: row.line, record: title, field: .notes,
        "The text is longer than \(OfferText.longest) characters; the rest is left out.")
    }
    return note
  }

  private mutating func phones(_ row: SheetRow) -> [OfferPhone] {
    var phones: [OfferPhone] = []
    for part in RecordBuilder.parts(text(.phone, row)) {
      guard let phone = PhoneText.phone(part), !phones.contains(phone),
        phones.count < DirectoryReading.mostParts
      else { continue }
      phones.append(phone)
    }
    return phones
  }

  private mutating func emails(_ row: SheetRow, _ title: String) -> [String] {
    let text = text(.email, row)
    if text.isEmpty { return [] }
    var isPlaceholder = false
    let emails = LinkText.emails(text, isPlaceholder: &isPlaceholder)
    if isPlaceholder {
      report(
        .placeholder, line: row.line, record: title, field: .email,
        "The e-mail address is made up and is left out.")
    } else if emails.isEmpty {
      report(
        .badEmail, line: row.line, record: title, field: .email,
        "This is no e-mail address and is left out.")
    }
    return Array(emails.prefix(DirectoryReading.mostParts))
  }

  private mutating func checked(_ row: SheetRow, _ title: String) -> Day? {
    let text = text(.checked, row)
    switch OfferDate(.text(text)) {
    case .none: return nil
    case .day(let day) where day > today:
      report(
        .futureDate, line: row.line, record: title, field: .checked,
        "The date \(day) lies in the future and is taken as unknown.")
      return nil
    case .day(let day): return day
    case .unreadable(let text):
      report(
        .badDate, line: row.line, record: title, field: .checked,
        "\"\(OfferText.line(text, longest: 40))\" is no date and is taken as unknown.")
      return nil
    }
  }
}
