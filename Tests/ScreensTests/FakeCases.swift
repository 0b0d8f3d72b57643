import SENDDomain

@testable import Screens

/// Promises, and who has which cases, in the workspace in memory.
extension FakeWorkspace {
  static let people = ["K Osei", "J Mensah", "L Shah"]

  /// Whether a row's owner stands in the scope.
  func isOwned(_ owner: String, _ query: ListQuery) -> Bool {
    let owners: [Int64]? =
      switch query.scope {
      case .caseload(let one): [one]
      case .caseloads(let many): many
      default: nil
      }
    return owners?.contains { FakeWorkspace.people[Int($0) - 1] == owner } ?? true
  }

  /// Whether a transfer before this day is shown.
  func isOfRound(_ day: Day?, _ query: ListQuery) -> Bool {
    !query.transfersOnly
      || day.map { $0.days(since: query.today) < ListQuery.transferDays } ?? false
  }

  var promiseRows: [DueRow] {
    promises.compactMap { promise in
      guard let open = promise.open,
        let entry = entries.first(where: { $0.child.id == promise.child })
      else { return nil }
      let id = 2_000_000 + promise.id.rawValue
      return DueRow(
        id: DueRow.ID(rawValue: id), subject: .promise(promise), child: promise.child,
        name: entry.child.name, born: entry.child.born, open: open, setting: "",
        owner: promise.owner, need: "",
        key: ListKey(
          number: open.due?.number ?? .min, text: entry.child.name.listed.lowercased(), id: id))
    }
  }

  func keep(_ change: PromiseChange, _ today: Day) -> ActionReply {
    if let problem = change.problem(today: today) {
      return .refused(sentence: problem.sentence, child: nil)
    }
    self.change("promise") { _ in }
    switch change {
    case .make(let child, let words, let due, let owner, let kind):
      promises.append(
        Promise(
          id: .init(rawValue: Int64(promises.count + 1)), kind: kind, child: child, words: words,
          due: due,
          owner: owner.isEmpty ? "K Osei" : owner, made: today, author: "K Osei", version: 1))
    case .done(let seen, let day): end(seen, .done(day, by: "K Osei"))
    case .drop(let seen, let why, let day): end(seen, .dropped(day, why: why))
    }
    return .done(count: 1)
  }

  private func end(_ seen: Promise, _ ending: Promise.Ending) {
    for index in promises.indices where promises[index].id == seen.id {
      promises[index].ending = ending
    }
  }

  func change(_ change: CaseChange) -> ActionReply {
    func give(_ to: Int64, where isMeant: (Entry) -> Bool) -> ActionReply {
      let name = FakeWorkspace.people[Int(to) - 1]
      let count = entries.filter { isMeant($0) && $0.owner != name }.count
      if count == 0 { return .refused(sentence: CaseProblem.nothing.sentence, child: nil) }
      self.change("case assigned to \(name)") { entries in
        for index in entries.indices where isMeant(entries[index]) { entries[index].owner = name }
      }
      return .done(count: count)
    }
    switch change {
    case .assign(let children, let to): return give(to) { children.contains($0.child.id) }
    case .assignPlans(let plans, let to):
      return give(to) { entry in plans.contains { $0.rawValue == entry.child.id.rawValue * 10 } }
    case .handOver(let from, let to):
      return give(to) { $0.owner == FakeWorkspace.people[Int(from) - 1] }
    case .assignPromise(let seen, let to):
      for index in promises.indices where promises[index].id == seen.id {
        promises[index].owner = FakeWorkspace.people[Int(to) - 1]
      }
      return .done(count: 1)
    }
  }

  func pickable(_ kind: PickKind) -> [PickRow] {
    switch kind {
    case .colleagues, .people:
      (kind == .people ? [PickRow(.team([1, 3]), "team north", hint: "2 people")] : [])
        + FakeWorkspace.people.enumerated().map { index, name in
          PickRow(.person(Int64(index + 1)), name, hint: "\(3 - index) plans")
        }
    case .settings: [PickRow(.setting("urn 990001"), "Elm Court", hint: "4 plans")]
    case .loads:
      FakeWorkspace.people.sorted().map { name in
        PickRow(
          .person(Int64((FakeWorkspace.people.firstIndex(of: name) ?? 0) + 1)), name,
          hint: "late 2, week 1, 4 weeks 3, 12 weeks 5")
      }
    }
  }

  /// The same every time, so that goldens stand still; of transfers those that are there.
  func workload(_ query: ListQuery) -> Workload {
    var load = Workload()
    for week in 0..<12 { load.statutory[week * 7] = (week * 7) % 5 }
    let days = entries.compactMap { entry in
      entry.history.openDeadlines(by: .england).first { $0.isBefore }?.due
    }.filter { $0.days(since: query.today) < ListQuery.transferDays }
    load.transfers = Set(days).sorted().map { day in
      .init(before: day, open: days.filter { $0 == day }.count)
    }
    return load
  }
}
