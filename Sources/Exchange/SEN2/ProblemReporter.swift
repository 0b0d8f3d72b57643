import SENDDomain

/// Turns what the checks find into problems, placed in the file.
struct ProblemReporter {
  /// What a return has under a column, over all its rows.
  enum Content {
    case noColumn
    /// The column is there and empty in every row, of which there are some.
    case nothing
    case values

    /// In fewer rows than this an empty column is a coincidence, and each row is named.
    static let fewRows = 20
  }

  /// The name of a table's file; in XML the one file.
  let fileName: (SEN2Module) -> String
  /// Where a row's value under a column stands.
  let place: (SourceRow, SEN2Column) -> SourceRow.Place?
  /// What the return has under a column.
  let content: (SEN2Module, SEN2Column) -> Content
  /// Whether the return has the file at all.
  let hasFile: (SEN2Module) -> Bool
  let emit: (ImportProblem) -> Void
  private var saidOnce: Set<String> = []

  init(
    fileName: @escaping (SEN2Module) -> String,
    place: @escaping (SourceRow, SEN2Column) -> SourceRow.Place?,
    content: @escaping (SEN2Module, SEN2Column) -> Content,
    hasFile: @escaping (SEN2Module) -> Bool,
    emit: @escaping (ImportProblem) -> Void
  ) {
    self.fileName = fileName
    self.place = place
    self.content = content
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
    switch content(row.module, column) {
    case .noColumn: break
    case .values: report(kind, row, column, message)
    case .nothing:
      guard saidOnce.insert("\(row.module.name).\(column.name)").inserted else { return }
      emit(
        ImportProblem(
          kind: kind.rawValue, file: fileName(row.module), field: column.name,
          message: message + " The whole return has none."))
    }
  }
}
