import ArgumentParser
import SENDDomain
import Storage

/// What both lists can be narrowed by.
struct ListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only the caseload of this person: a name, a part of one, or a number.",
      valueName: "name"))
  var owner: String?

  @Option(help: ArgumentHelp("Print at most so many rows.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError("--limit is a number of rows, 0 or more.")
    }
  }
}

extension CommandContext {
  /// Whose rows are read: those of the owner named, else in the role of a case officer their
  /// own, else all.
  func scope(_ owner: String?, _ store: Store) throws -> Scope {
    let people = try store.practitioners()
    if let owner { return .caseload(try person(owner, people).id) }
    if let own = store.sight.practitioner {
      return store.sight.role == .officer ? .caseload(own) : .all
    }
    if role == .officer, let name = options.user ?? settings.name,
      let own = people.first(where: { $0.name.lowercased() == name.lowercased() })
    {
      return .caseload(own.id)
    }
    return .all
  }

  private func person(_ typed: String, _ people: [Practitioner]) throws -> Practitioner {
    if let number = Int64(typed) {
      if let person = people.first(where: { $0.id == number }) { return person }
      throw CommandFailure.usage("nobody here has the number \(number).")
    }
    let folded = NameFolding.fold(typed)
    let names = people.map { NameFolding.fold($0.name) }
    if let index = names.firstIndex(of: folded) { return people[index] }
    let holding = people.indices.filter { !folded.isEmpty && names[$0].contains(folded) }
    if holding.count == 1 { return people[holding[0]] }
    if holding.count > 1 {
      let few = holding.prefix(5).map { people[$0].name.forMessage }.joined(separator: ", ")
      throw CommandFailure.usage(
        "\"\(typed.forMessage)\" fits \(holding.count) people: \(few)"
          + (holding.count > 5 ? " and others" : "") + ".")
    }
    throw CommandFailure.usage(
      "nobody here is called \"\(typed.forMessage)\"."
        + (people.isEmpty
          ? " This workspace has no people yet."
          : Nearest.hint(to: typed, among: people.map(\.name))))
  }
}
