/// One row of a return's table, or one XML element that stands for it.
struct SourceRow {
  /// A place in a file, both from 1.
  struct Place: Equatable {
    var line: Int
    var column: Int?
  }

  let module: SEN2Module
  /// The record's line, or the element's.
  let line: Int
  /// Where a CSV row begins in the bytes.
  var offset = 0
  /// Normalised texts in the order of the module's columns; empty where there is no such cell.
  var values: [String]
  /// In XML, where each value's element stands.
  var places: [Place?] = []

  subscript(column: SEN2Column) -> String {
    module.columns.firstIndex(of: column).map { values[$0] } ?? ""
  }
}

/// A person's rows, each under the row it belongs to, in the file's order.
struct PersonRows {
  struct Request {
    var row: SourceRow
    var assessments: [Assessment] = []
    var actives: [Active] = []
  }

  struct Assessment {
    var row: SourceRow
    var plans: [Plan] = []
  }

  struct Plan {
    var row: SourceRow
    var details: [SourceRow] = []
  }

  struct Active {
    var row: SourceRow
    var placements: [SourceRow] = []
    var needs: [SourceRow] = []
  }

  var row: SourceRow
  var requests: [Request] = []
}
