import SENDDomain
import TerminalKit

@testable import Screens

/// The lines of provision of the workspace in memory: the domain's own rules, and what the store
/// does.
extension FakeWorkspace {
  func provisionRows(_ desk: AdviceDesk, _ query: ListQuery) -> [ProvisionRow] {
    let order = ProvisionState.allCases
    return provision.compactMap { line -> ProvisionRow? in
      guard line.section.desk == desk,
        let child = entries.first(where: { $0.child.id == line.child })?.child
      else { return nil }
      let state = line.state(on: query.today)
      guard query.provision.map({ $0 == state }) ?? (state != .ended) else { return nil }
      let looked = [child.name.listed, line.text.provider, line.text.service.words]
      guard
        query.filter.isEmpty
          || looked.contains(where: { $0.lowercased().contains(query.filter.lowercased()) })
      else { return nil }
      return ProvisionRow(
        id: line.id, child: line.child, name: child.name, born: child.born, line: line,
        key: ListKey(
          number: query.sort == .name ? 0 : order.firstIndex(of: state) ?? 0,
          text: child.name.listed.lowercased(), id: line.id.rawValue))
    }
    .sorted { FakeWorkspace.precedes($0.key, $1.key) }
  }

  func provisionCounts(_ desk: AdviceDesk, _ query: ListQuery) -> StateCounts {
    var counts = ProvisionCounts()
    for line in provision where line.section.desk == desk {
      counts[line.state(on: query.today)] += 1
      if line.text.hasPersonalBudget, line.standing != .ended { counts.personalBudgets += 1 }
    }
    return StateCounts(provision: counts)
  }

  /// Does what the store does, or says why not.
  func keep(_ change: ProvisionChange, _ today: Day) -> ActionReply {
    var changed = provision
    if let problem = apply(change, to: &changed, today) {
      return .refused(sentence: problem.sentence, child: nil)
    }
    self.change("provision changed") { _ in }
    provision = changed
    return .done(count: 1)
  }

  private func apply(
    _ change: ProvisionChange, to all: inout [ProvisionLine], _ today: Day
  ) -> ProvisionProblem? {
    switch change {
    case .add(let request):
      if let problem = request.text.problem { return problem }
      var line = ProvisionLine(
        id: .init(rawValue: Int64(all.count + 1)), child: request.child,
        plan: .init(rawValue: request.child.rawValue), text: request.text)
      for recording in request.facts {
        if let problem = line.problem(with: recording, today: today) { return problem }
        line.apply(recording)
      }
      all.append(line)
    case .record(let recording, let ids, _):
      for index in all.indices where ids.contains(all[index].id) {
        if let problem = all[index].problem(with: recording, today: today) { return problem }
        all[index].apply(recording)
      }
    case .correct(let text, let seen):
      guard let index = all.firstIndex(where: { $0.id == seen.id }) else { return .gone }
      if let problem = all[index].problem(correctedTo: text) { return problem }
      all[index].text = text
    }
    return nil
  }
}

extension Stage {
  /// The borough with lines of provision in every state.
  static func providing(
    size: Size = Size(width: 80, height: 24), glyphs: Glyphs = .unicode,
    groups: Set<FieldGroup> = Set(FieldGroup.allCases)
  ) -> Stage {
    var stage = Stage(size: size, glyphs: glyphs, groups: groups)
    func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
      Day(year, month, day)!  // a day of the calendar
    }
    func line(
      _ id: Int64, _ child: Int64, _ section: PlanSection, _ words: String, _ service: Adviser,
      _ provider: String = "Fernhill NHS", _ facts: [ProvisionRecording] = []
    ) -> ProvisionLine {
      var line = ProvisionLine(
        id: .init(rawValue: id), child: .init(rawValue: child), plan: .init(rawValue: child),
        text: ProvisionText(
          section: section, words: words, service: service, provider: provider,
          quantity: section.isNeed ? "" : "weekly, 45 minutes"))
      for fact in facts { line.apply(fact) }
      return line
    }
    stage.workspace.provision = [
      line(
        1, 1, .g, "Speech and language therapy in class, with a programme for staff", .speech,
        "Fernhill NHS",
        [
          ProvisionRecording(.agreed, on: day(2026, 7, 6)),
          ProvisionRecording(.started, on: day(2026, 9, 7)),
          ProvisionRecording(.reviewBy, on: day(2026, 11, 16)),
        ]),
      line(
        2, 2, .g, "Occupational therapy: sensory diet, reviewed each term", .occupational,
        "Fernhill NHS",
        [
          ProvisionRecording(.started, on: day(2026, 9, 7)),
          ProvisionRecording(.gap, on: day(2026, 11, 2), reason: .noStaff, words: "OT has left"),
        ]),
      line(3, 3, .g, "Community nursing visits the school", .nursing, "", []),
      line(
        4, 4, .g, "CAMHS: six sessions of anxiety management", .camhs, "Riverside Trust",
        [ProvisionRecording(.agreed, on: day(2026, 10, 5))]),
      line(5, 1, .c, "Sleeps little and tires in the afternoon", .paediatrics, "", []),
      line(
        6, 4, .g, "Physiotherapy programme at home", .physiotherapy, "Fernhill NHS",
        [
          ProvisionRecording(.started, on: day(2026, 9, 14)),
          ProvisionRecording(.reviewBy, on: day(2027, 3, 1)),
        ]),
      line(7, 3, .h1, "Short breaks, two nights a month", .socialCare, "Wren House", []),
    ]
    stage.tell(.changedElsewhere)
    stage.play("R")
    return stage
  }
}
