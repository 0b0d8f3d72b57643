import SENDDomain

/// Turns what the checks find into problems, placed in the file.
struct ProblemReporter {
  /// The name of a table's file; in XML the one file.
  let fileName: (SEN2Module) -> String
  /// Where a row's value under a column stands.
  let place: (SourceRow, SEN2Column) -> SourceRow.Place?
  /// Whether the return has a column with anything in it.
  let isFilled: (SEN2Module, SEN2Column) -> Bool
  /// Whether the return has the file at all.
  let hasFile: (SEN2Module) -> Bool
  let emit: (ImportProblem) -> Void
  private var saidOnce: Set<String> = []

  init(
    fileName: @escaping (SEN2Module) -> String,
    place: @escaping (SourceRow, SEN2Column) -> SourceRow.Place?,
    isFilled: @escaping (SEN2Module, SEN2Column) -> Bool,
    hasFile: @escaping (SEN2Module) -> Bool,
    emit: @escaping (ImportProblem) -> Void
  ) {
    self.fileName = fileName
    self.place = place
    self.isFilled = isFilled
    self.hasFile = hasFile
    self.emit = emit
  }

  /// A problem of one cell, or of the row where no column is given.
  func report(
    _ kind: ProblemKind, _ row: SourceRow, _ column: SEN2Column? = nil, _ message: String
  ) {
    let place = column.flatMap { self.place(row, $0) }
    emit(
      ImportProblem(
        kind: kind.rawValue, file: fileName(row.module), line: place?.line ?? row.line,
        column: place?.column, field: column?.name, message: message))
  }

  /// A value that should be there and is not. Where the whole return leaves the column empty
  /// that is said once, and not for every row; where it lacks the column, that was said.
  mutating func reportMissing(
    _ kind: ProblemKind, _ row: SourceRow, _ column: SEN2Column, _ message: String
  ) {
    if isFilled(row.module, column) {
      report(kind, row, column, message)
    } else if saidOnce.insert("\(row.module.name).\(column.name)").inserted {
      emit(
        ImportProblem(
          kind: kind.rawValue, file: fileName(row.module), field: column.name,
          message: message + " The whole return has none."))
    }
  }
}
