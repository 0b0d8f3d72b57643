import GRDB
import SENDDomain

extension Store {
  /// Makes letters of what is recorded, each about one child.
  ///
  /// What the role does not see is in none of them; a letter that the role may not write, or whose
  /// child it does not reach, is refused as if the child were not there. Nothing is journalled: that
  /// is ``noteExport(of:)``'s, before anything is written.
  ///
  /// - Cost: A record's read for each.
  package func letters(
    _ wishes: [LetterWish], from set: LetterSet, scope: Scope, today: Day
  ) throws -> LettersMade {
    if let why = LetterKind.refusal(by: sight) { return LettersMade(refused: [why]) }
    var made = LettersMade()
    let contacts = try read { db in
      try LetterContact.found(
        in: DirectoryReportRows.marked(DirectorySourceRow.hits(db), db))
    }
    for wish in wishes {
      switch try letter(wish, set, contacts, scope, today) {
      case .success(let letter): made.letters.append(letter)
      case .failure(let refusal):
        if !made.refused.contains(refusal.sentence) { made.refused.append(refusal.sentence) }
      }
    }
    for letter in made.letters where !letter.freeTexts.isEmpty {
      for name in try children(namedIn: letter.freeTexts, beside: letter.child, scope: scope)
      where !made.alsoNamed.contains(name) {
        made.alsoNamed.append(name)
      }
    }
    return made
  }

  private func letter(
    _ wish: LetterWish, _ set: LetterSet, _ contacts: [LetterContact: String], _ scope: Scope,
    _ today: Day
  ) throws -> Result<Letter, LetterProblem> {
    guard let child = try child(of: wish.subject),
      let record = try record(of: child, scope: scope),
      var facts = LetterFacts(record, wish.subject, today, contacts)
    else { return .failure(.gone) }
    guard let kind = wish.kind(about: facts.advice) else {
      return .failure(
        wish.which == .chaser && facts.advice != nil
          ? LetterProblem(sentence: "What is in, or was sent back, is not chased: no letter of it.")
          : .gone)
    }
    let opened = sight.opened.subtracting(record.hidden)
    if let why = kind.refusal(by: sight, adviser: facts.advice?.adviser, opened: opened) {
      return .failure(LetterProblem(sentence: why))
    }
    if let assessment = facts.assessment { facts.officer = try officer(of: assessment.id) }
    return .success(facts.letter(kind, from: set, by: rules))
  }

  /// Whose it is, whether within reach or not: reading the record decides that.
  private func child(of subject: LetterWish.Subject) throws -> Child.ID? {
    let (sql, id): (String, Int64) =
      switch subject {
      case .plan(let id): ("SELECT childId FROM plan WHERE id = ?", id.rawValue)
      case .assessment(let id): ("SELECT childId FROM assessment WHERE id = ?", id.rawValue)
      case .advice(let id):
        (
          """
          SELECT assessment.childId FROM advice
          JOIN assessment ON assessment.id = advice.assessmentId WHERE advice.id = ?
          """, id.rawValue
        )
      case .consultation(let id):
        (
          """
          SELECT assessment.childId FROM consultation
          JOIN assessment ON assessment.id = consultation.assessmentId WHERE consultation.id = ?
          """, id.rawValue
        )
      }
    return try read { try Int64.fetchOne($0, sql: sql, arguments: [id]) }
      .map(Child.ID.init(rawValue:))
  }

  private func officer(of assessment: Assessment.ID) throws -> String {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT practitioner.name FROM assessment
          JOIN practitioner ON practitioner.id = assessment.ownerId WHERE assessment.id = ?
          """, arguments: [assessment.rawValue])
    } ?? ""
  }

  /// A child's chronology; nil where the record is out of reach.
  package func chronology(
    of child: Child.ID, scope: Scope, today: Day
  ) throws -> Result<Chronology, LetterProblem> {
    if let why = LetterKind.refusal(by: sight) { return .failure(LetterProblem(sentence: why)) }
    guard let record = try record(of: child, scope: scope) else {
      return .failure(.gone)
    }
    return .success(Chronology(of: record, by: rules, today: today))
  }

  /// The advice that each provider still owes on a desk, a list each.
  ///
  /// - Parameter provider: Only this one's.
  /// - Cost: Reads the desk's open advice.
  package func providerLists(
    of desk: AdviceDesk, provider: String?, scope: Scope, today: Day
  ) throws -> Result<[ProviderList], LetterProblem> {
    let why =
      LetterKind.refusal(by: sight)
      ?? LetterKind.chaserFirst.refusal(by: sight, adviser: desk.advisers.first)
    if let why { return .failure(LetterProblem(sentence: why)) }
    var query = ListQuery(scope: scope, today: today)
    query.provider = provider
    let rows = try advice(of: desk, query, .start, limit: Store.mostListed).rows
    return .success(ProviderList.lists(of: rows, desk: desk))
  }

  /// More open advice than any desk has.
  private static let mostListed = 20_000

  // MARK: - The journal

  /// Notes that letters leave the program: for each the kind and the child, and no text.
  package func noteExport(of letters: [Letter]) throws {
    try noteExports(letters.map { ("letter exported: \($0.kind.words)", [$0.child]) })
  }

  /// The same of lists for providers, with all their children.
  package func noteExport(of lists: [ProviderList]) throws {
    try noteExports(lists.map { ("list for a provider exported: \($0.lines.count)", $0.children) })
  }

  package func noteExport(of chronology: Chronology) throws {
    try noteExports([("chronology exported", [chronology.child])])
  }

  func noteExports(_ exports: [(words: String, children: [Child.ID])]) throws {
    guard access == .readWrite, !exports.isEmpty else { return }
    let role = sight.isBounded ? ", as \(sight.role.words)" : ""
    try write { db in
      for export in exports {
        let children = export.children.map(\.rawValue)
        try Journal.append(
          Journal.Entry(
            action: Journal.Reading.exported.rawValue,
            subject: children.count == 1 ? "child:\(children[0])" : "rows",
            words: export.words + role, children: children), user, db)
      }
    }
  }
}

/// Why something is not made for the outside, in a sentence.
package struct LetterProblem: Error, Hashable, Sendable {
  package var sentence: String

  /// The same for what is not there and for what is out of reach.
  static let gone = LetterProblem(
    sentence: "That is no longer here, or not yours to write about.")
}

extension LetterFacts {
  /// What a record holds for a letter; nil where what it is about is not in it.
  fileprivate init?(
    _ record: ChildRecord, _ subject: LetterWish.Subject, _ today: Day,
    _ contacts: [LetterContact: String]
  ) {
    self.init(
      child: record.child.id, name: record.child.name, born: record.child.born, today: today,
      contacts: contacts)
    let current = record.plans.first { $0.plan.ceased == nil }
    switch subject {
    case .plan(let id):
      guard let plan = record.plans.first(where: { $0.plan.id == id }) else { return nil }
      history = plan.history
      setting = plan.setting
      officer = plan.owner
    case .assessment(let id): assessment = record.assessments.first { $0.id == id }
    case .advice(let id):
      assessment = record.assessments.first { $0.advice.contains { $0.id == id } }
      advice = assessment?.advice.first { $0.id == id }
      if advice == nil { return nil }
    case .consultation(let id):
      assessment = record.assessments.first { $0.consultations.contains { $0.id == id } }
      consultation = assessment?.consultations.first { $0.id == id }
      if consultation == nil { return nil }
    }
    if case .plan = subject { return }
    guard let assessment else { return nil }
    setting = assessment.setting.isEmpty ? current?.setting ?? "" : assessment.setting
  }
}
