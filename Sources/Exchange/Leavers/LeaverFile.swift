/// A list of people who have left, as a personnel system writes it: CSV with the columns `login`
/// and, where it is known, `left`.
package enum LeaverFile {
  /// - Returns: Each row with a login, the day as it is written, empty where there is none; nil for
  ///   a file without the column.
  package static func read(_ file: NamedBytes) -> [(login: String, left: String)]? {
    guard let table = CSVTable(file), let login = table.columns.firstIndex(of: "login") else {
      return nil
    }
    let left = table.columns.firstIndex(of: "left")
    var leavers: [(login: String, left: String)] = []
    table.forEachRow { scanner, split, _ in
      func text(_ index: Int?) -> String {
        guard let index, split.cells.indices.contains(index) else { return "" }
        return scanner.text(split.cells[index], table.encoding)
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      if !text(login).isEmpty { leavers.append((text(login), text(left))) }
      return true
    }
    return leavers
  }
}
