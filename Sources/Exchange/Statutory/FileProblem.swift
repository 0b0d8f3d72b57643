import SENDDomain

/// Why a file of rules, bank holidays or terms is not read, in one sentence that says what would
/// be right. The file counts as absent: nothing of it applies.
package struct FileProblem: Error, Hashable, Sendable {
  /// The file's name without its folder.
  package var file: String
  /// From 1; nil where the whole file is meant.
  package var line: Int?
  /// From 1, in Unicode scalars; nil where the whole line is meant.
  package var column: Int?
  package var message: String

  package init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  init(_ file: String, at place: YAMLPlace?, _ message: String) {
    self.init(file: file, line: place?.line, column: place?.column, message: message)
  }
}

extension FileProblem {
  /// What is wrong with a tree, placed in the file it was read from.
  init(_ file: String, _ problem: DataTree.Problem, in tree: YAMLTree) {
    self.init(file, at: tree.place(of: problem.path), tree.sentence(problem))
  }
}

extension YAMLTree {
  /// Fragments that begin so lack the name of what they speak of.
  private static let verbs: Set<String> = ["should", "needs", "lies", "stands", "cannot"]
  /// In characters; a refusal stands on one screen whatever the file holds.
  private static let longest = 500

  /// A problem's message as a whole sentence, with the rule or item it is about.
  fileprivate func sentence(_ problem: DataTree.Problem) -> String {
    var text = problem.message
    let verb = text.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
    if YAMLTree.verbs.contains(verb) { text = YAMLTree.subject(problem.path) + " " + text }
    if let entry = entry(on: problem.path) {
      text = "\(entry): \(text)"
    } else if let first = text.first {
      text = first.uppercased() + text.dropFirst()
    }
    if text.count > YAMLTree.longest { text = text.prefix(YAMLTree.longest) + "..." }
    return text.hasSuffix("?") || text.hasSuffix(".") ? text : text + "."
  }

  private static func subject(_ path: [DataTree.Problem.Step]) -> String {
    var item: Int?
    for step in path.reversed() {
      switch step {
      case .field(let name):
        return item.map { "item \($0 + 1) of \"\(name)\"" } ?? "\"\(name)\""
      case .item(let index): if item == nil { item = index }
      }
    }
    return item.map { "item \($0 + 1)" } ?? "the file"
  }

  /// The lists whose entries have an id, and what one is called.
  private static let entries = ["rules": "Rule", "items": "Item"]

  /// The rule or item that a path leads into, where its id can be read: `Rule ar-decision`.
  private func entry(on path: [DataTree.Problem.Step]) -> String? {
    guard path.count >= 2, case .field(let name) = path[0], let word = YAMLTree.entries[name],
      case .item(let index) = path[1], case .fields(let fields) = tree,
      case .list(let entries)? = fields.first(where: { $0.name == name })?.value,
      entries.indices.contains(index), case .fields(let entry) = entries[index],
      case .text(let id)? = entry.first(where: { $0.name == "id" })?.value
    else { return nil }
    return "\(word) \(id.prefix(60))"
  }
}

extension NamedBytes {
  /// Reads a file's tree, placing what is wrong with it.
  func read<T>(
    _ body: (DataTree) throws(DataTree.Problem) -> T
  ) throws(FileProblem) -> T {
    let tree = try YAMLTree(self)
    do throws(DataTree.Problem) {
      return try body(tree.tree)
    } catch {
      throw FileProblem(name, error, in: tree)
    }
  }
}
