/// Whole numbers that keep their totals: how margins are scaled to any size.
enum Allotment {
  /// Splits a total by weights, by largest remainder; of equal remainders the first gets more.
  static func split(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { total * $0 / sum }
    let remainders = weights.map { total * $0 % sum }
    let order = weights.indices.sorted {
      remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : $0 < $1
    }
    for index in order.prefix(total - parts.reduce(0, +)) { parts[index] += 1 }
    return parts
  }

  /// A table of whole numbers with these row and column totals, near the weights' proportions.
  ///
  /// A weight of 0 is a combination that must not be. Where the totals allow no such table (a
  /// handful of plans), the rows keep theirs and the columns come as near as they can.
  static func table(rows: [Int], columns: [Int], weights: [[Int]]) -> [[Int]] {
    var cells = weights.map { $0.map(Double.init) }
    for _ in 0..<80 {
      scale(columnsOf: &cells, to: columns)
      scale(rowsOf: &cells, to: rows)
    }
    // A row all of whose columns have a total of 0 (a few plans only) keeps its own weights.
    for row in rows.indices where rows[row] > 0 && cells[row].allSatisfy({ $0 == 0 }) {
      cells[row] = weights[row].map(Double.init)
    }
    scale(rowsOf: &cells, to: rows)
    return rounded(cells, rows: rows, columns: columns)
  }

  // Only sums, products and quotients of doubles, in a fixed order: IEEE 754 gives the same
  // bits for these everywhere.

  static func scale(rowsOf cells: inout [[Double]], to rows: [Int]) {
    for row in rows.indices {
      let sum = cells[row].reduce(0, +)
      guard sum > 0 else { continue }
      for column in cells[row].indices { cells[row][column] *= Double(rows[row]) / sum }
    }
  }

  static func scale(columnsOf cells: inout [[Double]], to columns: [Int]) {
    for column in columns.indices {
      var sum = 0.0
      for row in cells.indices { sum += cells[row][column] }
      guard sum > 0 else { continue }
      for row in cells.indices { cells[row][column] *= Double(columns[column]) / sum }
    }
  }

  /// Rounds a fitted table and keeps its totals; cells that are 0 stay so where they can.
  static func rounded(_ cells: [[Double]], rows: [Int], columns: [Int]) -> [[Int]] {
    var carry = columns.map { _ in 0.0 }
    var table = rows.indices.map { row in
      round(cells[row], to: rows[row], carry: &carry)
    }
    repair(&table, columns: columns) { cells[$0][$1] > 0 }
    return table
  }

  /// One row: floors, then one more for the largest remainders; what is left over or short is
  /// carried to the next row.
  private static func round(_ row: [Double], to total: Int, carry: inout [Double]) -> [Int] {
    let allowed = row.indices.filter { row[$0] > 0 }
    guard !allowed.isEmpty else {
      return row.indices.map { $0 == row.count - 1 ? total : 0 }
    }
    let wanted = row.indices.map { row[$0] > 0 ? max(0, row[$0] + carry[$0]) : 0 }
    var parts = wanted.map { Int($0) }
    var left = total - parts.reduce(0, +)
    let order = allowed.sorted { a, b in
      let (x, y) = (wanted[a] - Double(parts[a]), wanted[b] - Double(parts[b]))
      return x != y ? x > y : a < b
    }
    while left > 0 {
      for index in order where left > 0 {
        parts[index] += 1
        left -= 1
      }
    }
    while left < 0 {
      for index in order.reversed() where left < 0 && parts[index] > 0 {
        parts[index] -= 1
        left += 1
      }
    }
    for index in row.indices { carry[index] += row[index] - Double(parts[index]) }
    return parts
  }

  /// Moves ones within rows until the columns hold too, through other columns where needed.
  private static func repair(
    _ table: inout [[Int]], columns: [Int], allowed: (Int, Int) -> Bool
  ) {
    while true {
      let over = columns.indices.map { column in
        table.reduce(0) { $0 + $1[column] } - columns[column]
      }
      guard let from = over.firstIndex(where: { $0 > 0 }),
        let path = path(from: from, in: table, to: { over[$0] < 0 }, allowed)
      else { return }
      for step in path {
        table[step.row][step.from] -= 1
        table[step.row][step.to] += 1
      }
    }
  }

  private static func path(
    from start: Int, in table: [[Int]], to isGoal: (Int) -> Bool, _ allowed: (Int, Int) -> Bool
  ) -> [(row: Int, from: Int, to: Int)]? {
    let columns = table.first?.count ?? 0
    var reached: [(row: Int, from: Int, to: Int)?] = Array(repeating: nil, count: columns)
    var queue = [start]
    while !queue.isEmpty {
      let column = queue.removeFirst()
      for next in 0..<columns where next != start && reached[next] == nil {
        guard
          let row = table.indices.first(where: { table[$0][column] > 0 && allowed($0, next) })
        else { continue }
        reached[next] = (row, column, next)
        if isGoal(next) {
          var steps: [(row: Int, from: Int, to: Int)] = []
          var at = next
          while at != start, let step = reached[at] {
            steps.append(step)
            at = step.from
          }
          return steps
        }
        queue.append(next)
      }
    }
    return nil
  }
}
