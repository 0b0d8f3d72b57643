import SENDDomain

extension CSVReturn {
  /// See ``SEN2Reader/read(today:child:problem:progress:)``.
  func read(
    today: Day, child: (ReturnedChild) throws -> Void,
    problem: @escaping (ImportProblem) -> Void, progress: (Int, Int?) -> Bool
  ) throws -> SEN2Reader.Result {
    problems.forEach(problem)
    var indexed: [SEN2Module: IndexedPart] = [:]
    for (module, part) in parts where module != .sen2 {
      indexed[module] = IndexedPart(part, module, emit: problem)
      guard progress(0, nil) else { throw SEN2Error.cancelled }
    }
    let contents = indexed.mapValues { (filled: $0.filled, rows: $0.count) }
    let reporter = ProblemReporter(
      fileName: { parts[$0]?.table.name ?? "" },
      place: { row, column in place(of: column, in: row) },
      content: { module, column in
        guard let slot = module.columns.firstIndex(of: column), let content = contents[module],
          parts[module]?.positions[slot] != nil
        else { return .noColumn }
        return content.filled & 1 << slot != 0 || content.rows < ProblemReporter.Content.fewRows
          ? .values : .nothing
      },
      hasFile: { parts[$0] != nil }, emit: problem)
    var maker = ChildMaker(header: header, today: today, reporter: reporter)
    var gatherer = RowGatherer(source: self, indexed: indexed)
    indexed = [:]
    try gatherer.forEachPerson(progress) { rows in try child(maker.child(rows)) }
    gatherer.reportUnplaced(problem)
    return maker.result
  }

  private func place(of column: SEN2Column, in row: SourceRow) -> SourceRow.Place? {
    guard let part = parts[row.module], let slot = row.module.columns.firstIndex(of: column),
      let position = part.positions[slot]
    else { return nil }
    return SourceRow.Place(
      line: row.line, column: part.table.column(ofCell: position, inRowAt: row.offset))
  }
}

/// Brings together the rows of one person after another.
private struct RowGatherer {
  let source: CSVReturn
  private var rows: [RowIndex]
  private let droppedPersons: Set<Int>
  private let total: Int
  private var split = CSVSplit()

  /// How often progress is told, in children.
  private static let step = 512

  init(source: CSVReturn, indexed: [SEN2Module: IndexedPart]) {
    self.source = source
    rows = SEN2Module.allCases.map { indexed[$0]?.rows ?? RowIndex() }
    droppedPersons = indexed[.person]?.dropped ?? []
    total = (indexed[.person]?.count ?? 0) - droppedPersons.count
  }

  mutating func forEachPerson(
    _ progress: (Int, Int?) -> Bool, _ body: (PersonRows) throws -> Void
  ) throws {
    guard let part = source.parts[.person] else { return }
    var children = 0
    try part.table.forEachRow { scanner, split, line in
      guard !droppedPersons.contains(split.start) else { return true }
      let row = part.row(.person, scanner, split, line)
      try body(person(row, key: part.key(at: part.key, scanner, split)))
      children += 1
      if children % RowGatherer.step == 0, !progress(children, total) {
        throw SEN2Error.cancelled
      }
      return true
    }
    guard progress(children, total) else { throw SEN2Error.cancelled }
  }

  private mutating func person(_ row: SourceRow, key: UInt64) -> PersonRows {
    var person = PersonRows(row: row)
    for (row, key) in children(.requests, of: key) {
      var request = PersonRows.Request(row: row)
      for (row, key) in children(.assessment, of: key) {
        var assessment = PersonRows.Assessment(row: row)
        for (row, key) in children(.namedplan, of: key) {
          let details = children(.plandetail, of: key).map(\.row)
          assessment.plans.append(PersonRows.Plan(row: row, details: details))
        }
        request.assessments.append(assessment)
      }
      for (row, key) in children(.activeplans, of: key) {
        request.actives.append(
          PersonRows.Active(
            row: row, placements: children(.placementdetail, of: key).map(\.row),
            needs: children(.senneed, of: key).map(\.row)))
      }
      person.requests.append(request)
    }
    return person
  }

  /// The rows under a key; none under an empty one.
  private mutating func children(
    _ module: SEN2Module, of key: UInt64
  ) -> [(row: SourceRow, key: UInt64)] {
    guard key != RowKey.none, let part = source.parts[module] else { return [] }
    let places = rows[module.rawValue].take(key)
    guard !places.isEmpty else { return [] }
    return part.table.withScanner { scanner in
      places.compactMap { offset, line in
        guard scanner.read(at: offset, into: &split) else { return nil }
        return (
          part.row(module, scanner, split, line), part.key(at: part.key, scanner, split)
        )
      }
    }
  }

  /// Reports the rows that belong under no row that was read. Where the file above them is
  /// missing altogether that is said once.
  func reportUnplaced(_ problem: (ImportProblem) -> Void) {
    for module in SEN2Module.allCases {
      guard let part = source.parts[module], let parent = module.parent, module != .person
      else { continue }
      let left = rows[module.rawValue].unused
      guard !left.isEmpty else { continue }
      let isFileWide = isCutOff(module)
      for (_, line) in isFileWide ? Array(left.prefix(1)) : left {
        problem(
          ImportProblem(
            kind: ProblemKind.orphanRow.rawValue, file: part.table.name,
            line: isFileWide ? nil : line, field: module.parentKeyColumn,
            message: isFileWide
              ? "\(left.count) rows cannot be placed: a file or key column between them and "
                + "person is missing. They were not imported."
              : "The row belongs to a row of \(parent.name) that is not in the return or was "
                + "not read. It was not imported."))
      }
    }
  }

  /// Whether a file or key column that links a table's rows to persons is missing.
  private func isCutOff(_ module: SEN2Module) -> Bool {
    guard let parent = module.parent, module != .person else { return false }
    return source.parts[module]?.parentKey == nil || source.parts[parent]?.key == nil
      || isCutOff(parent)
  }
}
