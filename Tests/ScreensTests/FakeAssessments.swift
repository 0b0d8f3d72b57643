import SENDDomain
import TerminalKit

@testable import Screens

/// The assessments of the workspace in memory: the domain's own rules, and what the store does.
extension FakeWorkspace {
  func assessmentRows(_ query: ListQuery) -> [AssessmentRow] {
    assessments.compactMap { assessment -> AssessmentRow? in
      guard !assessment.stage.isClosed, let entry = entry(assessment.child) else { return nil }
      var row = AssessmentRow(
        id: assessment.id, child: assessment.child, name: entry.child.name,
        born: entry.child.born, assessment: assessment,
        steps: assessment.openDeadlines(by: .england), owner: entry.owner,
        key: ListKey(number: 0, text: "", id: 0))
      row.key = key(row.open, entry, assessment.id.rawValue, query)
      return row
    }
    .filter { passes($0.name, $0.open, query) }
    .sorted { FakeWorkspace.precedes($0.key, $1.key) }
  }

  func adviceRows(_ desk: AdviceDesk, _ query: ListQuery) -> [AdviceRow] {
    assessments.flatMap { assessment -> [AdviceRow] in
      guard let entry = entry(assessment.child) else { return [] }
      return assessment.advice.compactMap { part in
        guard part.adviser.desk == desk, part.isAwaited || part.isUnchecked else { return nil }
        let facts = RuleFacts(days: [("adviser_received_request", part.clockStart)])
        let open = OpenDeadline(
          rule: "ehcna-advice-due", due: RuleBook.england.due("ehcna-advice-due", facts),
          kind: .statutory, facts: facts)
        return AdviceRow(
          id: part.id, child: assessment.child, name: entry.child.name, born: entry.child.born,
          advice: part, assessment: assessment, open: open, owner: entry.owner,
          key: key(open, entry, part.id.rawValue, query))
      }
    }
    .filter { passes($0.name, $0.open, query) }
    .sorted { FakeWorkspace.precedes($0.key, $1.key) }
  }

  var assessmentDueRows: [DueRow] {
    assessments.flatMap { assessment -> [DueRow] in
      guard let entry = entry(assessment.child) else { return [] }
      return assessment.openDeadlines(by: .england).enumerated().map { index, step in
        let id = 2_000_000 + assessment.id.rawValue * 100 + Int64(index)
        return DueRow(
          id: DueRow.ID(rawValue: id), subject: .assessment(assessment, step.part),
          child: assessment.child, name: entry.child.name, born: entry.child.born,
          open: step.open, setting: assessment.setting, owner: entry.owner, need: "",
          key: ListKey(
            number: step.open.due?.number ?? .min, text: entry.child.name.listed.lowercased(),
            id: id))
      }
    }
  }

  private func entry(_ child: Child.ID) -> Entry? { entries.first { $0.child.id == child } }

  private func key(_ open: OpenDeadline, _ entry: Entry, _ id: Int64, _ query: ListQuery)
    -> ListKey
  {
    ListKey(
      number: query.sort == .name ? 0 : open.due?.number ?? .min,
      text: entry.child.name.listed.lowercased(), id: id)
  }

  /// Does what the store does, or says why not.
  func keep(_ change: AssessmentChange, _ today: Day) -> ActionReply {
    var changed = assessments
    if let problem = apply(change, to: &changed, today) {
      return .refused(sentence: problem.sentence, child: nil)
    }
    self.change("assessment changed") { _ in }
    assessments = changed
    return .done(count: 1)
  }

  private func apply(
    _ change: AssessmentChange, to all: inout [Assessment], _ today: Day
  ) -> AssessmentProblem? {
    func index(_ id: Assessment.ID) -> Int? { all.firstIndex { $0.id == id } }
    switch change {
    case .begin(let request):
      let id = Assessment.ID(rawValue: Int64(all.count + 1))
      var new = Assessment(
        id: id, child: request.child, source: request.source, setting: request.setting)
      let recording = AssessmentRecording(.received, on: request.received)
      if let problem = new.problem(with: recording, today: today) { return problem }
      new.entered[.received] = .init(day: request.received, note: request.note)
      all.append(new)
    case .record(let recording, let seen):
      guard let index = index(seen.id) else { return .gone }
      if let problem = all[index].problem(with: recording, today: today) { return problem }
      all[index].entered[recording.step] = .init(day: recording.day, note: recording.note)
      if let decision = recording.decision { all[index].decision = decision }
    case .except(let exception, let id):
      guard let index = index(id) else { return .gone }
      if let problem = all[index].problem(with: exception, today: today) { return problem }
      all[index].exceptions.append(exception)
    case .ask(let advisers, let id, let day):
      guard let index = index(id) else { return .gone }
      for asked in advisers {
        let part = Advice.ID(rawValue: Int64(all.flatMap(\.advice).count + 1))
        all[index].advice.append(
          Advice(id: part, adviser: asked.adviser, provider: asked.provider, asked: day))
      }
    case .advice(let change, let parts, let day, _):
      for index in all.indices {
        for part in all[index].advice.indices where parts.contains(all[index].advice[part].id) {
          let advice = all[index].advice[part]
          if let problem = all[index].problem(with: change, on: day, of: advice, today: today) {
            return problem
          }
          FakeWorkspace.apply(change, on: day, to: &all[index].advice[part])
        }
      }
    case .consult(let settings, let id, let day):
      guard let index = index(id) else { return .gone }
      for setting in settings {
        let part = Consultation.ID(rawValue: Int64(all.flatMap(\.consultations).count + 1))
        all[index].consultations.append(Consultation(id: part, setting: setting, sent: day))
      }
    case .consultation(.answered(let reply, let words), let id, let day):
      for index in all.indices {
        for part in all[index].consultations.indices
        where all[index].consultations[part].id == id {
          all[index].consultations[part].answered = day
          all[index].consultations[part].reply = reply
          all[index].consultations[part].words = words
        }
      }
    case .consultation: return .gone
    }
    return nil
  }

  private static func apply(_ change: AdviceChange, on day: Day, to advice: inout Advice) {
    switch change {
    case .known(let result): advice.known = .init(result: result, day: day, by: "K Osei")
    case .decided(let decision, let words):
      advice.triage = .init(decision: decision, day: day, words: words)
      if decision.isNilAdvice {
        advice.arrived = day
        advice.isNil = true
        advice.words = Advice.standardNil(advice.adviser)
      }
    case .chased: advice.chased.append(day)
    case .arrived(let isNil, let words):
      advice.arrived = day
      advice.isNil = isNil
      advice.words = words
    case .checked(let criteria): advice.quality.merge(criteria) { $1 }
    case .assigned(let name): advice.assignee = name
    case .joined(let review, let meeting):
      advice.lookedAfterReview = review
      advice.educationPlanMeeting = meeting
    case .asked, .reached: break
    }
  }
}

extension Stage {
  /// The borough with assessments at several stages, and a desk that has something to do.
  static func assessing(size: Size = Size(width: 80, height: 24), glyphs: Glyphs = .unicode)
    -> Stage
  {
    var stage = Stage(size: size, glyphs: glyphs)
    func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
      Day(year, month, day)!  // a day of the calendar
    }
    func assessment(_ id: Int64, _ child: Int64, _ received: Day) -> Assessment {
      var assessment = Assessment(
        id: .init(rawValue: id), child: .init(rawValue: child), source: "2",
        setting: "Elm Court")
      assessment.entered[.received] = .init(day: received)
      return assessment
    }
    // Requested 5 October: to be decided by 16 November, a week ago.
    let first = assessment(1, 1, day(2026, 10, 5))
    var second = assessment(2, 3, day(2026, 8, 3))
    second.decision = .assess
    second.entered[.decided] = .init(day: day(2026, 9, 10))
    second.advice = [
      Advice(
        id: .init(rawValue: 1), adviser: .socialCare, provider: "Team 3", asked: day(2026, 10, 5)),
      Advice(
        id: .init(rawValue: 2), adviser: .speech, provider: "Fernhill NHS", asked: day(2026, 10, 19)
      ),
      Advice(
        id: .init(rawValue: 3), adviser: .education, asked: day(2026, 9, 10),
        arrived: day(2026, 10, 12)),
    ]
    var third = assessment(3, 4, day(2026, 7, 20))
    third.decision = .assess
    third.entered[.decided] = .init(day: day(2026, 8, 28))
    third.entered[.draftServed] = .init(day: day(2026, 11, 16))
    third.consultations = [
      Consultation(id: .init(rawValue: 1), setting: "Quayside FE", sent: day(2026, 11, 16))
    ]
    third.advice = [
      Advice(
        id: .init(rawValue: 4), adviser: .socialCare, provider: "Team 1", asked: day(2026, 9, 28),
        arrived: day(2026, 11, 9))
    ]
    stage.workspace.assessments = [first, second, third]
    stage.tell(.changedElsewhere)
    stage.play("R")
    return stage
  }
}
