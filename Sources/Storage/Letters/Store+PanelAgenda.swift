import GRDB
import SENDDomain

extension Store {
  /// The agenda of the next panel, of what may be seen: what was put to it and is still open.
  ///
  /// - Returns: Nil where nothing is put to a panel of today or later.
  package func panelAgenda(scope: Scope, today: Day) throws -> PanelAgenda? {
    let waiting = try read { db in
      let (condition, arguments) = within(scope).condition("promise")
      return try StoredPromise.fetch(
        """
        promise.kind = 'panel' AND promise.doneOn IS NULL AND promise.droppedOn IS NULL
          AND promise.due >= ? AND \(condition)
        """, [today.number] + arguments, db
      ).filter { try sees($0) && !isSealed($0.promise.child.rawValue, db) }
        .map(\.promise)
    }
    guard let panel = waiting.first?.due else { return nil }
    let year = AcademicYear(containing: today)
    let items = try waiting.filter { $0.due == panel }.compactMap { promise in
      try record(of: promise.child, scope: scope).map { record in
        PanelAgenda.Item(
          child: promise.child, initials: record.child.name.initials,
          year: record.child.born.map { NCYear(born: $0, in: year).description } ?? "",
          question: promise.words, clock: record.earliestStep(by: rules), owner: promise.owner)
      }
    }
    return items.isEmpty ? nil : PanelAgenda(panel: panel, made: today, items: items)
  }

  /// Notes that an agenda leaves the program.
  package func noteExport(of agenda: PanelAgenda) throws {
    try noteExports([("panel agenda exported", agenda.items.map(\.child))])
  }
}

extension ChildRecord {
  /// The earliest statutory step that is open, unknown ones first.
  fileprivate func earliestStep(by rules: RuleBook) -> OpenDeadline? {
    let open =
      plans.flatMap(\.open)
      + assessments.flatMap { $0.openDeadlines(by: rules) }.filter { $0.part == .whole }
      .map(\.open)
    return open.filter { $0.kind == .statutory }
      .min { ($0.due?.number ?? .min) < ($1.due?.number ?? .min) }
  }
}
