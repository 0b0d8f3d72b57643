/// A tree of plain values: what a rule file holds, whatever its format.
///
/// Rules become such a tree to be written and to be digested, and are made from one when a file
/// is read; the file's reader only turns text into the tree and back.
public indirect enum DataTree: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([DataTree])
  /// In the order written.
  case fields([Field])

  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: DataTree

    public init(_ name: String, _ value: DataTree) {
      self.name = name
      self.value = value
    }
  }

  /// Where in the tree something is wrong, and what would be right.
  public struct Problem: Error, Hashable, Sendable {
    /// Field names and list positions from the root down.
    public var path: [Step]
    /// A sentence.
    public var message: String

    public enum Step: Hashable, Sendable {
      case field(String)
      case item(Int)
    }

    public init(_ message: String, path: [Step] = []) {
      self.message = message
      self.path = path
    }
  }

  /// The tree in one line that never changes: what a digest is made of.
  func write(into text: inout String) {
    switch self {
    case .text(let value):
      text += "\(value.utf8.count):"
      text += value
    case .number(let value): text += "#\(value);"
    case .flag(let value): text += value ? "+" : "-"
    case .list(let items):
      text += "["
      for item in items { item.write(into: &text) }
      text += "]"
    case .fields(let fields):
      text += "{"
      for field in fields {
        text += "\(field.name)="
        field.value.write(into: &text)
      }
      text += "}"
    }
  }
}

extension String {
  /// A short mark of the text, the same on every machine. FNV-1a: not a secret and not for security.
  var fnv1a: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// The fields of one tree node being read: each asked for by name, and none left over.
struct DataTreeReader {
  private let fields: [DataTree.Field]
  private var asked: Set<String> = []

  init(_ tree: DataTree) throws(DataTree.Problem) {
    guard case .fields(let fields) = tree else {
      throw DataTree.Problem("should hold lines such as \"name: value\"")
    }
    self.fields = fields
    var seen: Set<String> = []
    for field in fields where !seen.insert(field.name).inserted {
      throw DataTree.Problem("\"\(field.name)\" stands here twice", path: [.field(field.name)])
    }
  }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// The value of a field, read by `body`, whose problems get the field's place; nil where it is
  /// not there.
  mutating func read<T>(
    _ name: String, _ body: (DataTree) throws(DataTree.Problem) -> T
  ) throws(DataTree.Problem) -> T? {
    asked.insert(name)
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    do throws(DataTree.Problem) {
      return try body(value)
    } catch {
      throw DataTree.Problem(error.message, path: [.field(name)] + error.path)
    }
  }

  mutating func need<T>(
    _ name: String, _ body: (DataTree) throws(DataTree.Problem) -> T
  ) throws(DataTree.Problem) -> T {
    if let value = try read(name, body) { return value }
    // What is missing may stand there misspelt: then that line is the one to show.
    if name.count > 3,
      let near = fields.map(\.name).first(where: {
        !asked.contains($0) && NearestName.edits($0, name) <= 2
      })
    {
      throw DataTree.Problem(
        "there is no field \"\(near)\" here; did you mean \"\(name)\"?", path: [.field(near)])
    }
    throw DataTree.Problem("\"\(name)\" is missing")
  }

  /// Refuses what nobody asked for, with the nearest name that somebody did.
  func finish() throws(DataTree.Problem) {
    guard let stranger = fields.first(where: { !asked.contains($0.name) }) else { return }
    let near = NearestName.find(stranger.name, among: asked.sorted())
    throw DataTree.Problem(
      "there is no field \"\(stranger.name)\" here"
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""), path: [.field(stranger.name)])
  }
}

extension DataTree {
  func text() throws(Problem) -> String {
    guard case .text(let value) = self, !value.isEmpty else {
      throw Problem("should be a text")
    }
    return value
  }

  func number(_ range: ClosedRange<Int>) throws(Problem) -> Int {
    guard case .number(let value) = self, range.contains(value) else {
      throw Problem("should be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func flag() throws(Problem) -> Bool {
    guard case .flag(let value) = self else { throw Problem("should be true or false") }
    return value
  }

  func day() throws(Problem) -> Day {
    guard case .text(let text) = self, let day = Day(text) else {
      throw Problem("should be a day of the calendar, written YYYY-MM-DD")
    }
    return day
  }

  func fact() throws(Problem) -> FactName {
    let name = try text()
    guard name.allSatisfy({ $0 == "_" || $0.isASCII && ($0.isLowercase || $0.isNumber) }) else {
      throw Problem("should be a fact's name: small letters, digits and _")
    }
    return FactName(rawValue: name)
  }

  func items<T>(_ body: (DataTree) throws(Problem) -> T) throws(Problem) -> [T] {
    guard case .list(let items) = self else { throw Problem("should be a list: [a, b]") }
    var values: [T] = []
    for (index, item) in items.enumerated() {
      do throws(Problem) {
        values.append(try body(item))
      } catch {
        throw Problem(error.message, path: [.item(index)] + error.path)
      }
    }
    return values
  }

  /// One of a list of words, with the nearest where it is none of them.
  func choice<T>(_ choices: [(String, T)]) throws(Problem) -> T {
    let word = try text()
    if let found = choices.first(where: { $0.0 == word }) { return found.1 }
    let names = choices.map(\.0)
    let near = NearestName.find(word, among: names)
    throw Problem(
      "\"\(word)\" is none of \(names.joined(separator: ", "))"
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  func choice<T: RawRepresentable & CaseIterable>(
    of type: T.Type
  ) throws(Problem) -> T where T.RawValue == String {
    try choice(T.allCases.map { ($0.rawValue, $0) })
  }
}
