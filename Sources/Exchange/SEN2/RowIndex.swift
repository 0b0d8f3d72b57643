/// Where the rows of a child table stand, found by the key of the row they belong to.
///
/// 24 bytes a row: enough to find all rows of a child without keeping any of them.
struct RowIndex {
  private struct Entry {
    var parent: UInt64
    var offset: Int
    var line: UInt32
    var isUsed: Bool
  }

  private var entries: [Entry] = []
  private var isSorted = true
  /// Where the last look-up ended: files mostly come in their parents' order.
  private var cursor = 0

  var count: Int { entries.count }

  mutating func append(parent: UInt64, offset: Int, line: Int) {
    if let last = entries.last, last.parent > parent { isSorted = false }
    entries.append(
      Entry(
        parent: parent, offset: offset, line: UInt32(truncatingIfNeeded: line), isUsed: false))
  }

  /// A row by its number from 0; only before ``finish(dropping:)``.
  func place(of row: Int) -> (offset: Int, line: Int) {
    (entries[row].offset, Int(entries[row].line))
  }

  /// The key of the row it belongs to; only before ``finish(dropping:)``.
  func parent(of row: Int) -> UInt64 { entries[row].parent }

  /// Must be called after the last ``append(parent:offset:line:)``.
  mutating func finish(dropping dropped: Set<Int>) {
    if !dropped.isEmpty {
      var index = -1
      entries.removeAll { _ in
        index += 1
        return dropped.contains(index)
      }
    }
    if !isSorted {
      entries.sort { ($0.parent, $0.offset) < ($1.parent, $1.offset) }
    }
  }

  /// The rows that belong under a key, in the file's order; they count as used from now on.
  mutating func take(_ key: UInt64) -> [(offset: Int, line: Int)] {
    var index = cursor
    if !(index < entries.count && entries[index].parent == key) {
      index = lowerBound(key)
    }
    var found: [(offset: Int, line: Int)] = []
    while index < entries.count, entries[index].parent == key {
      if !entries[index].isUsed {
        entries[index].isUsed = true
        found.append((entries[index].offset, Int(entries[index].line)))
      }
      index += 1
    }
    cursor = index
    return found
  }

  /// The rows nothing has asked for, in the file's order.
  var unused: [(offset: Int, line: Int)] {
    entries.filter { !$0.isUsed }.sorted { $0.offset < $1.offset }
      .map { ($0.offset, Int($0.line)) }
  }

  private func lowerBound(_ key: UInt64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].parent < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A table key as a number: its own value where it is one, else a hash with the top bit set.
enum RowKey {
  /// Stands for an empty cell.
  static let none: UInt64 = 0

  static func of(_ text: String) -> UInt64 {
    let text = text.trimmedSpaces.withoutSpreadsheetFraction
    let bytes = text.utf8
    guard !bytes.isEmpty else { return none }
    if bytes.count <= 18, bytes.first != 48, bytes.allSatisfy({ (48...57).contains($0) }) {
      return bytes.reduce(0) { $0 * 10 + UInt64($1 - 48) }
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in text.uppercased().utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return hash | 1 << 63
  }
}
