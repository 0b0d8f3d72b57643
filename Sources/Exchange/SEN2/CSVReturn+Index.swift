import SENDDomain

/// What one pass over a file leaves: where its rows are, which are repeats, what is wrong with
/// them as rows.
struct IndexedPart {
  var rows = RowIndex()
  /// Own keys in the file's order, only while repeats are looked for.
  private var keys: [UInt64] = []
  /// Slots of the module's columns that have a value in some row.
  var filled: UInt64 = 0
  /// The offsets of rows that repeat a key and are left out; for persons, which are read in
  /// the file's order and have no index.
  var dropped: Set<Int> = []
  private(set) var count = 0
  private var isAscending = true

  private let part: CSVReturn.Part
  private let module: SEN2Module
  private let emit: (ImportProblem) -> Void

  init(
    _ part: CSVReturn.Part, _ module: SEN2Module, emit: @escaping (ImportProblem) -> Void
  ) {
    self.part = part
    self.module = module
    self.emit = emit
    var shortRows = 0
    var firstShort: Int?
    part.table.forEachRow { scanner, split, line in
      add(scanner, split, line)
      if split.cells.count < part.table.columns.count {
        shortRows += 1
        firstShort = firstShort ?? line
      }
      return true
    }
    if let firstShort {
      report(
        .shortRow, firstShort,
        shortRows == 1
          ? "The row has fewer cells than the heading; those it lacks are read as empty."
          : "\(shortRows) rows from this one on have fewer cells than the heading; those they "
            + "lack are read as empty.")
    }
    let left = repeats()
    keys = []
    if module == .person {
      dropped = Set(left.map { rows.place(of: $0).offset })
      rows = RowIndex()
    } else {
      rows.finish(dropping: left)
    }
  }

  private mutating func add(_ scanner: CSVScanner, _ split: CSVSplit, _ line: Int) {
    count += 1
    let key = part.key(at: part.key, scanner, split)
    if let last = keys.last, key <= last { isAscending = false }
    keys.append(key)
    // Persons are read in the file's order and looked up by nothing.
    let parent = module == .person ? 0 : part.key(at: part.parentKey, scanner, split)
    rows.append(parent: parent, offset: split.start, line: line)
    for (slot, position) in part.positions.enumerated() where filled & 1 << slot == 0 {
      if let position, position < split.cells.count,
        split.cells[position].to > split.cells[position].from
      {
        filled |= 1 << slot
      }
    }
    if key == RowKey.none, !module.isLeaf, part.key != nil {
      report(
        .missingKey, line, field: module.keyColumn,
        "The row has no key; rows that belong to it cannot be found.")
    }
    if split.isUnterminated {
      report(
        .unterminatedQuote, line,
        "A quotation mark opens a cell and never closes it; it was read as an ordinary character.")
    } else if split.hasStrayQuote {
      report(.strayQuote, line, "A quotation mark inside a quoted cell should be doubled.")
    }
    if split.cells.count > part.table.columns.count {
      let beyond = split.cells[part.table.columns.count...]
      if beyond.contains(where: { !scanner.text($0, part.table.encoding).trimmedSpaces.isEmpty }) {
        report(
          .longRow, line,
          "The row has more cells than the heading: a cell with a comma in it should stand in "
            + "quotation marks.")
      }
    }
  }

  private func report(
    _ kind: ProblemKind, _ line: Int, field: String? = nil, _ message: String
  ) {
    emit(
      ImportProblem(
        kind: kind.rawValue, file: part.table.name, line: line, field: field, message: message))
  }
}

// MARK: - Repeats

extension IndexedPart {
  /// The rows, by number from 0, that repeat an earlier row's key and are left out.
  ///
  /// A repeat in every cell is imported once. Otherwise the first stays; of tables that nothing
  /// refers to also the other, where it belongs elsewhere: there the key alone is wrong.
  private func repeats() -> Set<Int> {
    guard !isAscending else { return [] }
    let order = keys.indices.filter { keys[$0] != RowKey.none }
      .sorted { (keys[$0], $0) < (keys[$1], $1) }
    var left: Set<Int> = []
    var first = 0
    for (place, row) in order.enumerated() {
      guard keys[row] == keys[order[first]], place != first else {
        first = place
        continue
      }
      judge(row, after: order[first], &left)
    }
    return left
  }

  private func judge(_ row: Int, after first: Int, _ left: inout Set<Int>) {
    let (one, other) = (rows.place(of: first), rows.place(of: row))
    if cells(at: one.offset) == cells(at: other.offset) {
      left.insert(row)
      report(
        .duplicateRow, other.line, field: module.keyColumn,
        "The row repeats line \(one.line); it was read once.")
    } else if module.isLeaf, rows.parent(of: first) != rows.parent(of: row) {
      report(
        .duplicateKey, other.line, field: module.keyColumn,
        "The row has the key of line \(one.line) and says something else; both were read. Keys "
          + "should be used once.")
    } else {
      left.insert(row)
      report(
        .duplicateKey, other.line, field: module.keyColumn,
        "The row has the key of line \(one.line) and says something else; only that one was "
          + "read. Keys should be used once.")
    }
  }

  /// A row's cells as compared with a repeat: trimmed, without the running number and empty
  /// cells at the end.
  private func cells(at offset: Int) -> [String] {
    part.table.withScanner { scanner in
      var split = CSVSplit()
      guard scanner.read(at: offset, into: &split) else { return [] }
      var texts = split.cells.map { scanner.text($0, part.table.encoding).trimmedSpaces }
      if let order = part.order, order < texts.count { texts[order] = "" }
      while texts.last == "" { texts.removeLast() }
      return texts
    }
  }
}
