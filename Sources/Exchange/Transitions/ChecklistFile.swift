import SENDDomain

/// A checklist of one or more kinds of move, as YAML text that an area may edit.
///
/// - Specification: The fields are those of ``SENDDomain/Checklist/tree``; the comment at the head of
///   a shipped file says what each may hold.
package enum ChecklistFile {
  /// Reads a list and checks it against the rules in use.
  ///
  /// - Throws: Why the file is refused, with its line and column. Nothing of it applies then.
  package static func read(
    _ file: NamedBytes, by rules: RuleBook
  ) throws(FileProblem) -> Checklist {
    try file.read { (tree) throws(DataTree.Problem) in try Checklist(tree, by: rules) }
  }

  /// Reads an area's own copy, which keeps every duty in law of the list it stands in for.
  package static func read(
    _ file: NamedBytes, replacing shipped: Checklist, by rules: RuleBook
  ) throws(FileProblem) -> Checklist {
    try file.read { (tree) throws(DataTree.Problem) in
      let list = try Checklist(tree, by: rules)
      try list.checkReplaces(shipped, by: rules)
      return list
    }
  }

  /// The list as a file: the same list gives the same text.
  package static func text(_ list: Checklist) -> String {
    var writer = YAMLWriter()
    if case .fields(let fields) = list.tree { writer.write(fields) }
    return writer.text
  }
}

/// The checklists as they were found: those that are shipped, and an area's own copies.
package struct ChecklistFiles: Sendable {
  package var shipped: [NamedBytes]
  package var own: [NamedBytes]

  package init(shipped: [NamedBytes], own: [NamedBytes] = []) {
    self.shipped = shipped
    self.own = own
  }

  /// The lists in use. A copy of an area's own wins over the list with its id; where it is refused
  /// the shipped one stays in use, and of two that serve one kind of move the second is refused.
  ///
  /// - Returns: The lists in the order of the files, and why each file that is refused is.
  package func lists(
    by rules: RuleBook
  ) -> (lists: [Checklist], problems: [FileProblem]) {
    var lists: [Checklist] = []
    var problems: [FileProblem] = []
    for file in shipped {
      do throws(FileProblem) {
        let list = try ChecklistFile.read(file, by: rules)
        try ChecklistFiles.checkNew(list, beside: lists, file.name)
        lists.append(list)
      } catch {
        problems.append(error)
      }
    }
    var replaced: Set<String> = []
    for file in own {
      do throws(FileProblem) {
        let list = try ChecklistFile.read(file, by: rules)
        guard let index = lists.firstIndex(where: { $0.id == list.id }) else {
          try ChecklistFiles.checkNew(list, beside: lists, file.name)
          lists.append(list)
          replaced.insert(list.id)
          continue
        }
        guard replaced.insert(list.id).inserted else {
          throw FileProblem(
            file: file.name,
            message: "Another file of this area holds the list \"\(list.id)\"; keep one of them.")
        }
        // Read again, so that what it leaves out is told with its line.
        lists[index] = try ChecklistFile.read(file, replacing: lists[index], by: rules)
      } catch {
        problems.append(error)
      }
    }
    return (lists, problems)
  }

  private static func checkNew(
    _ list: Checklist, beside others: [Checklist], _ file: String
  ) throws(FileProblem) {
    for other in others {
      if other.id == list.id {
        throw FileProblem(
          file: file, message: "There are two lists \"\(list.id)\"; keep one of the files.")
      }
      if let kind = list.kinds.first(where: { other.kinds.contains($0) }) {
        throw FileProblem(
          file: file,
          message: "The list \"\(other.id)\" is for the move \"\(kind.rawValue)\" already; take it "
            + "out of \"kinds\" here.")
      }
    }
  }
}

extension Sequence<Checklist> {
  /// The list for a kind of move; nil where none is.
  package func list(for kind: TransitionKind) -> Checklist? {
    first { $0.kinds.contains(kind) }
  }
}
