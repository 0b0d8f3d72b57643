import SENDDomain

@testable import Screens

/// Letters of the workspace in memory: the domain's own, as the store makes them.
extension FakeWorkspace {
  func made(_ wish: ExportWish, _ today: Day) -> ExportReply {
    switch wish {
    case .letters(let wishes):
      let letters = wishes.compactMap { wish -> Letter? in
        guard let facts = facts(wish.subject, today), let kind = wish.kind(about: facts.advice)
        else { return nil }
        return facts.letter(kind, from: .shipped, by: .england)
      }
      let isNaming = letters.contains { !$0.freeTexts.isEmpty }
      return .made(
        .letters(
          LettersMade(
            letters, alsoNamed: isNaming ? [PersonName(family: "Begum", given: "Safa")] : [])))
    case .lists(let desk, let provider):
      let rows = adviceRows(desk, ListQuery(scope: .all, today: today))
        .filter { provider == nil || $0.advice.provider == provider }
      return .made(.lists(ProviderList.lists(of: rows, desk: desk)))
    case .chronology(let child):
      guard let record = record(child) else { return .refused(sentence: "Gone.") }
      return .made(.chronology(Chronology(of: record, by: .england, today: today)))
    case .agenda:
      let items = promises.filter { $0.kind == .panel && $0.isOpen }.map { promise in
        let name = entries.first { $0.child.id == promise.child }?.child.name
        return PanelAgenda.Item(
          child: promise.child, initials: name?.initials ?? "", year: "8",
          question: promise.words, clock: nil, owner: promise.owner)
      }
      guard let panel = promises.first(where: { $0.kind == .panel })?.due else {
        return .refused(sentence: "Nothing is put to a panel.")
      }
      return .made(.agenda(PanelAgenda(panel: panel, made: today, items: items)))
    }
  }

  func write(_ export: Export) -> FileReply {
    let new: [(String, String)] =
      switch export {
      case .letters(let made): made.letters.map { ($0.fileName, $0.text()) }
      case .lists(let lists):
        lists.map { list in
          (
            list.fileName(on: FakeWorkspace.today),
            list.cells.map { $0.joined(separator: ",") }.joined(separator: "\n")
          )
        }
      case .chronology(let chronology): [(chronology.fileName, chronology.text())]
      case .agenda(let agenda): [(agenda.fileName, agenda.text(by: .england))]
      }
    for (name, text) in new { files[name] = text }
    return .done(path: new.count == 1 ? "/home/k/\(new[0].0)" : "/home/k/letters-2026-11-23")
  }

  private func facts(_ subject: LetterWish.Subject, _ today: Day) -> LetterFacts? {
    let assessment = assessments.first { one in
      switch subject {
      case .assessment(let id): one.id == id
      case .advice(let id): one.advice.contains { $0.id == id }
      case .consultation(let id): one.consultations.contains { $0.id == id }
      case .plan: false
      }
    }
    let entry = entries.first { entry in
      if case .plan(let id) = subject { return id.rawValue == entry.child.id.rawValue * 10 }
      return entry.child.id == assessment?.child
    }
    guard let entry else { return nil }
    var facts = LetterFacts(
      child: entry.child.id, name: entry.child.name, born: entry.child.born, today: today,
      setting: entry.setting, officer: entry.owner, assessment: assessment,
      contacts: [.team: "SEND team, 020 7946 0107"])
    if case .plan = subject { facts.history = entry.history }
    if case .advice(let id) = subject { facts.advice = assessment?.advice.first { $0.id == id } }
    if case .consultation(let id) = subject {
      facts.consultation = assessment?.consultations.first { $0.id == id }
    }
    return facts
  }
}
