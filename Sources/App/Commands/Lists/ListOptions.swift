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

  @Option(
    help: ArgumentHelp(
      "Only the children of this setting: a name, a part of one, or a URN.", valueName: "name"))
  var setting: String?

  @Option(help: ArgumentHelp("Only the caseloads of this team.", valueName: "name"))
  var team: String?

  @Option(help: ArgumentHelp("Print at most so many rows.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError("--limit is a number of rows, 0 or more.")
    }
    if [owner, setting, team].compactMap({ $0 }).count > 1 {
      throw ValidationError("Choose one of --owner, --setting and --team.")
    }
  }
}

extension CommandContext {
  /// Whose rows are read: those of the owner, team or setting named, else in the role of a case
  /// officer their own and those they cover for, else all.
  func scope(_ list: ListOptions, _ store: Store) throws -> Scope {
    let people = try store.practitioners()
    if let owner = list.owner { return .caseload(try person(owner, people).id) }
    if let team = list.team {
      let folded = NameFolding.fold(team)
      let ids = people.filter { NameFolding.fold($0.team) == folded }.map(\.id).sorted()
      if ids.isEmpty {
        throw CommandFailure.usage(
          "there is no team \"\(team.forMessage)\"."
            + Nearest.hint(to: team, among: Set(people.map(\.team)).filter { !$0.isEmpty }.sorted())
        )
      }
      return .caseloads(ids)
    }
    if let setting = list.setting {
      return .settings([try key(ofSetting: setting, store)], own: 0)
    }
    if let own = store.sight.practitioner {
      guard store.sight.role == .officer else { return .all }
      let covers = try store.covers(of: own, on: today).map(\.practitioner)
      return covers.isEmpty ? .caseload(own) : .caseloads(([own] + covers).sorted())
    }
    if role == .officer, let name = options.user ?? settings.name,
      let own = people.first(where: { $0.name.lowercased() == name.lowercased() })
    {
      return .caseload(own.id)
    }
    return .all
  }

  private func key(ofSetting typed: String, _ store: Store) throws -> String {
    let settings = try store.settingsInUse()
    let folded = NameFolding.fold(typed)
    if let exact = settings.first(where: {
      $0.key == typed || $0.key == "urn \(typed)" || NameFolding.fold($0.name) == folded
    }) {
      return exact.key
    }
    let holding = settings.filter { !folded.isEmpty && NameFolding.fold($0.name).contains(folded) }
    if holding.count == 1 { return holding[0].key }
    if holding.count > 1 {
      let few = holding.prefix(5).map { $0.name.forMessage }.joined(separator: ", ")
      throw CommandFailure.usage(
        "\"\(typed.forMessage)\" fits \(holding.count) settings: \(few)"
          + (holding.count > 5 ? " and others" : "") + ".")
    }
    throw CommandFailure.usage(
      "no setting with plans is called \"\(typed.forMessage)\"."
        + Nearest.hint(to: typed, among: settings.map(\.name)))
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
