import SENDDomain

/// A return as a set of CSV files: headings read, rows not yet.
struct CSVReturn: Sendable {
  /// One file of the set.
  struct Part: Sendable {
    let table: CSVTable
    /// For each column of the module, its position in the file.
    let positions: [Int?]
    let key: Int?
    let parentKey: Int?
    let order: Int?
  }

  let parts: [SEN2Module: Part]
  let header: ReturnHeader
  /// Faults of the set and its headings.
  let problems: [ImportProblem]

  init(_ files: [NamedBytes]) throws(SEN2Error) {
    var parts: [SEN2Module: Part] = [:]
    var problems: [ImportProblem] = []
    var prefix = ""
    var day: Day?
    for file in files {
      guard let name = ModuleFile(file.name), parts[name.module] == nil else { continue }
      prefix = name.prefix
      day = day ?? name.day
      if let table = CSVTable(file), let part = Part(table, name.module) {
        parts[name.module] = part
        problems += part.headingProblems(name.module)
      } else if name.module == .person {
        throw .unreadable(file: file.name)
      } else {
        problems.append(
          ImportProblem(
            kind: ProblemKind.unreadableFile.rawValue, file: file.name,
            message: "The first line should hold the column names of \(name.module.name)."))
      }
    }
    guard parts[.person] != nil else { throw .noPersons(set: prefix) }
    let version = CSVReturn.version(parts)
    for module in SEN2Module.allCases {
      if let part = parts[module] {
        problems += part.missingColumns(module, version)
      } else if !problems.contains(where: { ModuleFile($0.file)?.module == module }) {
        problems.append(
          ImportProblem(
            kind: ProblemKind.missingFile.rawValue, file: "\(prefix)\(module.name).csv",
            message: "This file belongs to the set and is not there: export it as well."))
      }
    }
    header = CSVReturn.header(parts, version, exportDay: day)
    self.parts = parts
    self.problems = problems
  }

  private static func has(
    _ parts: [SEN2Module: Part], _ module: SEN2Module, _ column: SEN2Column
  ) -> Bool {
    guard let part = parts[module], let slot = module.columns.firstIndex(of: column) else {
      return false
    }
    return part.positions[slot] != nil
  }

  /// Decided by columns, never by the year.
  private static func version(_ parts: [SEN2Module: Part]) -> ReturnHeader.Version {
    if has(parts, .activeplans, .phasetransferduedate) || has(parts, .requests, .requestsource)
      || has(parts, .sen2, .dsco)
    {
      return .v1_3
    }
    if has(parts, .person, .sex) || has(parts, .activeplans, .reviewmeeting) { return .v1_2 }
    return .before1_2
  }

  private static func header(
    _ parts: [SEN2Module: Part], _ version: ReturnHeader.Version, exportDay: Day?
  ) -> ReturnHeader {
    var header = ReturnHeader(version: version, knowledge: [])
    if has(parts, .activeplans, .reviewmeeting) { header.knowledge.insert(.meetings) }
    if has(parts, .activeplans, .reviewdraft) { header.knowledge.insert(.drafts) }
    if has(parts, .activeplans, .phasetransferduedate) {
      header.knowledge.insert(.phaseTransfers)
    }
    if let row = parts[.sen2]?.firstRow(.sen2) { header.fill(from: row) }
    if header.authority.isEmpty { header.authority = parts[.person]?.nativeID ?? "" }
    header.madeOn = header.madeOn ?? exportDay
    return header
  }
}

extension ReturnHeader {
  /// Takes what the header's row or element says.
  mutating func fill(from row: SourceRow) {
    authority = row[.lea]
    year = Int(row[.year])
    referenceDay = DateText.day(row[.referencedate])
    madeOn = DateText.day(row[.datetime])
  }
}

// MARK: - One file

extension CSVReturn.Part {
  /// Nil where no column of the heading is one of the module's.
  init?(_ table: CSVTable, _ module: SEN2Module) {
    self.table = table
    let columns = table.columns.map(SEN2Column.init(heading:))
    positions = module.columns.map { column in columns.firstIndex { $0 == column } }
    key = table.columns.firstIndex(of: module.keyColumn)
    parentKey = table.columns.firstIndex(of: module.parentKeyColumn)
    order = table.columns.firstIndex(of: module.orderColumn)
    guard key != nil || positions.contains(where: { $0 != nil }) else { return nil }
  }

  fileprivate func headingProblems(_ module: SEN2Module) -> [ImportProblem] {
    var seen: Set<String> = []
    var twice: [String] = []
    for column in table.columns where !column.isEmpty {
      let isRead =
        SEN2Column(heading: column).map { module.columns.contains($0) } ?? false
        || column == module.keyColumn || column == module.parentKeyColumn
      if !seen.insert(column).inserted, isRead { twice.append(column) }
    }
    var problems = twice.map {
      ImportProblem(
        kind: ProblemKind.duplicateColumn.rawValue, file: table.name, field: $0,
        message: "The column stands in the heading twice; the first is read.")
    }
    if table.hasZeroBytes {
      problems.append(
        ImportProblem(
          kind: ProblemKind.controlCharacters.rawValue, file: table.name,
          message: "The file holds zero bytes, which no text has; they were dropped."))
    }
    return problems
  }

  fileprivate func missingColumns(
    _ module: SEN2Module, _ version: ReturnHeader.Version
  ) -> [ImportProblem] {
    var missing: [String] = []
    // The header's own columns are not missed but for the two that are used.
    let wanted = module == .sen2 ? [.lea, .datetime] : module.columns
    for column in wanted where column.isExpected(in: module, version) {
      guard let slot = module.columns.firstIndex(of: column), positions[slot] == nil else {
        continue
      }
      missing.append(column.name)
    }
    if !module.isLeaf, module != .sen2, key == nil { missing.append(module.keyColumn) }
    if module != .sen2, module != .person, parentKey == nil {
      missing.append(module.parentKeyColumn)
    }
    return missing.map {
      ImportProblem(
        kind: ProblemKind.missingColumn.rawValue, file: table.name, field: $0,
        message: "The column is not in the file; what it holds is read as not known.")
    }
  }

  fileprivate func firstRow(_ module: SEN2Module) -> SourceRow? {
    var row: SourceRow?
    table.forEachRow { scanner, split, line in
      row = self.row(module, scanner, split, line)
      return false
    }
    return row
  }

  /// The authority's number that every row repeats.
  fileprivate var nativeID: String? {
    guard let index = table.columns.firstIndex(of: "nativeid") else { return nil }
    var found: String?
    table.forEachRow { scanner, split, _ in
      if split.cells.indices.contains(index) {
        found = SEN2Column.lea.normalised(scanner.text(split.cells[index], table.encoding))
      }
      return false
    }
    return found
  }

  func row(
    _ module: SEN2Module, _ scanner: CSVScanner, _ split: CSVSplit, _ line: Int
  ) -> SourceRow {
    let columns = module.columns
    var values: [String] = []
    values.reserveCapacity(columns.count)
    for (slot, position) in positions.enumerated() {
      guard let position, position < split.cells.count else {
        values.append("")
        continue
      }
      let cell = split.cells[position]
      values.append(
        cell.from == cell.to ? "" : columns[slot].normalised(scanner.text(cell, table.encoding)))
    }
    return SourceRow(module: module, line: line, offset: split.start, values: values)
  }

  /// The number for the key in a cell; ``RowKey/none`` where it is empty or there is no cell.
  func key(at position: Int?, _ scanner: CSVScanner, _ split: CSVSplit) -> UInt64 {
    guard let position, position < split.cells.count else { return RowKey.none }
    let cell = split.cells[position]
    // Nearly all keys are a few digits: read in place, without making a text of them.
    var value: UInt64 = 0
    if cell.to > cell.from, cell.to - cell.from <= 18, scanner.bytes[cell.from] != 48 {
      var index = cell.from
      while index < cell.to, (48...57).contains(scanner.bytes[index]) {
        value = value * 10 + UInt64(scanner.bytes[index] - 48)
        index += 1
      }
      if index == cell.to { return value }
    }
    return RowKey.of(scanner.text(cell, table.encoding))
  }
}
