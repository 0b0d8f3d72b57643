import SENDDomain
import Yams

/// A place in a text file, both from 1; the column in Unicode scalars.
struct YAMLPlace: Hashable {
  var line: Int
  var column: Int
}

/// A tree of plain values with the place of each in the file.
struct YAMLTree {
  let tree: DataTree
  let place: YAMLPlace
  /// Of a list's items or of the fields' values, in order.
  fileprivate let children: [YAMLTree]
  /// Where each field's name stands.
  fileprivate let names: [YAMLPlace]

  /// The place that a path leads to, or as far as it can be followed: a field's name or an item.
  func place(of path: [DataTree.Problem.Step]) -> YAMLPlace {
    var (tree, place) = (self, place)
    for step in path {
      switch (step, tree.tree) {
      case (.field(let name), .fields(let fields)):
        // The last of two that are alike: the first is right until there is a second.
        guard let index = fields.lastIndex(where: { $0.name == name }) else { return place }
        (tree, place) = (tree.children[index], tree.names[index])
      case (.item(let index), .list) where tree.children.indices.contains(index):
        tree = tree.children[index]
        place = tree.place
      default: return place
      }
    }
    return place
  }
}

extension YAMLTree {
  /// Reads the one document of a file.
  ///
  /// Cost: bounded by ``YAMLText`` and the limits here, whatever the file holds.
  ///
  /// - Throws: A ``FileProblem`` for what is no YAML or more than the trees of this program need.
  init(_ file: NamedBytes) throws(FileProblem) {
    let text = try YAMLText(file)
    let root: Node?
    do {
      // The encoding is said because Yams would else look for it in the environment, and print.
      root = try Yams.compose(yaml: text.text, .default, .default, .utf8)
    } catch let error as YamlError {
      throw FileProblem(file.name, error)
    } catch {
      throw FileProblem(file: file.name, message: "The file should be YAML text.")
    }
    guard let root else {
      throw FileProblem(
        file: file.name, message: "The file is empty; it should hold lines such as \"name: value\"."
      )
    }
    var reading = YAMLReading(file: file.name)
    self = try reading.tree(root, depth: 0)
  }

  fileprivate init(_ tree: DataTree, at place: YAMLPlace) {
    self.init(tree: tree, place: place, children: [], names: [])
  }
}

/// Nodes being turned into plain values.
private struct YAMLReading {
  let file: String
  private var count = 0

  /// The deepest tree there is holds a rule's limit of two counts, each from a list of facts.
  private static let deepest = 12
  private static let mostValues = 60_000
  /// In characters.
  private static let longestText = 2_000

  init(file: String) { self.file = file }

  mutating func tree(_ node: Node, depth: Int) throws(FileProblem) -> YAMLTree {
    let place = YAMLPlace(node.mark)
    count += 1
    guard count <= YAMLReading.mostValues else {
      throw problem(
        place, "The file holds too much: it should have at most 60,000 names and values.")
    }
    guard depth <= YAMLReading.deepest else {
      throw problem(place, "Lists and fields stand too deep inside each other here.")
    }
    switch node {
    case .scalar(let scalar): return YAMLTree(try value(scalar, place), at: place)
    case .sequence(let sequence):
      try checkTag(sequence.tag.rawValue, place)
      var items: [YAMLTree] = []
      for item in sequence { items.append(try tree(item, depth: depth + 1)) }
      return YAMLTree(
        tree: .list(items.map(\.tree)), place: place, children: items, names: [])
    case .mapping(let mapping):
      try checkTag(mapping.tag.rawValue, place)
      return try fields(mapping, place, depth: depth)
    case .alias: throw problem(place, FileProblem.alias)
    }
  }

  private mutating func fields(
    _ mapping: Node.Mapping, _ place: YAMLPlace, depth: Int
  ) throws(FileProblem) -> YAMLTree {
    var fields: [DataTree.Field] = []
    var values: [YAMLTree] = []
    var names: [YAMLPlace] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      let keyPlace = YAMLPlace(key.mark)
      guard case .scalar(let name) = key else {
        throw problem(keyPlace, "A field's name should be a text, not a list or fields.")
      }
      try check(name.string, keyPlace)
      guard seen.insert(name.string).inserted else {
        throw problem(keyPlace, "\"\(name.string)\" stands here twice; keep one of them.")
      }
      let tree = try tree(value, depth: depth + 1)
      fields.append(DataTree.Field(name.string, tree.tree))
      values.append(tree)
      names.append(keyPlace)
    }
    return YAMLTree(tree: .fields(fields), place: place, children: values, names: names)
  }

  private func value(_ scalar: Node.Scalar, _ place: YAMLPlace) throws(FileProblem) -> DataTree {
    try checkTag(scalar.tag.rawValue, place)
    switch scalar.style {
    case .plain where scalar.tag.rawValue.isEmpty:
      guard let tree = YAMLScalar.plain(scalar.string) else {
        throw problem(place, "A value is missing here; write it, or take the line out.")
      }
      if case .text(let text) = tree { try check(text, place) }
      return tree
    case .literal, .folded:
      // The lines of a block are one text: where it breaks is the editor's business.
      let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      try check(text, place)
      return .text(text)
    default:
      try check(scalar.string, place)
      return .text(scalar.string)
    }
  }

  /// Texts from files are shown on screens: nothing in them may steer a terminal.
  private func check(_ text: String, _ place: YAMLPlace) throws(FileProblem) {
    guard text.unicodeScalars.count <= YAMLReading.longestText else {
      throw problem(place, "This text is too long: it should have at most 2,000 characters.")
    }
    if let scalar = text.unicodeScalars.first(where: \.isUnfitForFiles) {
      throw problem(
        place, "This text holds the control character \(scalar.codePoint); take it out.")
    }
  }

  private func checkTag(_ tag: String, _ place: YAMLPlace) throws(FileProblem) {
    guard tag.isEmpty || tag == "tag:yaml.org,2002:str" else {
      throw problem(place, "A tag such as \"!!int\" is not read here; write the value alone.")
    }
  }

  private func problem(_ place: YAMLPlace, _ message: String) -> FileProblem {
    FileProblem(file, at: place, message)
  }
}

extension YAMLPlace {
  fileprivate init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
