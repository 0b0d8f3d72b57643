import SENDDomain
import Storage

/// What people of the demo borough entered on its open needs assessments: advice asked for, chased,
/// in and checked, drafts and consultations, an exception; at every stage, by the same path as
/// theirs.
struct DemoAssessments {
  let store: Store
  let today: Day

  /// So many are worked on, so that the largest borough is made as fast as before.
  private static let most = 60

  /// - Throws: ``StoreError``; what was written before stays.
  func record() throws {
    let query = ListQuery(scope: .all, today: today)
    let rows = try store.assessments(query, .start, limit: DemoAssessments.most).rows
    // Each is some officer's, as the plans are; the last of every nine still waits for one.
    let officers = try store.practitioners().filter { $0.role == .officer }
    for (index, row) in rows.enumerated() {
      if row.owner.isEmpty, index % 9 != 8, !officers.isEmpty {
        _ = try store.keep(
          .assign([row.child], to: officers[index % officers.count].id), today: today)
      }
      try record(row.assessment, index)
    }
  }

  private func record(_ assessment: Assessment, _ index: Int) throws {
    guard let received = assessment.day(of: .received) else { return }
    let id = assessment.id
    if index % 2 == 0 {
      try keep(.record(AssessmentRecording(.consent, on: received), seen: assessment))
    }
    if index % 11 == 3, let code = ExceptionCode("c") {
      let exception = Assessment.Exception(
        code: code, evidence: "Family bereavement, told by the school", day: today)
      try keep(.except(exception, id))
    }
    guard assessment.outcome == .assess else { return }
    let decided = assessment.day(of: .decided) ?? received.adding(days: 42)
    let asked = min(decided, today)
    try keep(.ask(advisers(index), id, on: asked))
    guard let now = try store.assessment(id, scope: .all) else { return }
    for (place, part) in now.advice.enumerated() {
      try work(on: part, asked: asked, (index + place) % 5)
    }
    if index % 4 == 1, let drafted = drafting(of: assessment) {
      try keep(.record(AssessmentRecording(.draftServed, on: drafted), seen: assessment))
      try keep(.consult(["Larkmoor Secondary", "Quayside College"], id, on: drafted))
    }
  }

  /// Two weeks ago, where that is after the request.
  private func drafting(of assessment: Assessment) -> Day? {
    let day = today.adding(days: -14)
    let last = assessment.day(of: .decided) ?? assessment.day(of: .received) ?? day
    return last <= day ? day : nil
  }

  private func advisers(_ index: Int) -> [AdviserAsked] {
    let health: [Adviser] = [.speech, .occupational, .camhs, .paediatrics]
    return [
      AdviserAsked(.family), AdviserAsked(.education), AdviserAsked(.psychology),
      AdviserAsked(.socialCare, provider: "Children's Team \(index % 3 + 1)"),
      AdviserAsked(
        health[index % health.count],
        provider: index % 3 == 0 ? "Fernhill Hospital Trust" : "Fernhill Community Health"),
    ]
  }

  private func work(on part: Advice, asked: Day, _ kind: Int) throws {
    func day(_ days: Int) -> Day { min(asked.adding(days: days), today) }
    func keep(_ change: AdviceChange, _ days: Int) throws {
      try self.keep(.advice(change, [part.id], on: day(days), seen: nil))
    }
    let isDesk = part.adviser.desk != nil
    if isDesk, kind > 0 {
      try keep(.known(part.adviser.desk == .health ? .waiting : .notKnown), 3)
    }
    switch kind {
    case 0: break
    case 1:
      if isDesk {
        try keep(.decided(part.adviser.desk == .health ? .coming : .allocate, words: ""), 4)
      }
    case 2:
      try keep(.chased, 28)
      try keep(.chased, 40)
    case 3: try keep(.arrived(isNil: false, words: "Report on file."), 35)
    default:
      if part.adviser.desk == .socialCare {
        try keep(.decided(.noNeedsFound, words: ""), 6)
      } else {
        try keep(.arrived(isNil: false, words: "Report on file."), 30)
      }
    }
  }

  private func keep(_ change: AssessmentChange) throws {
    _ = try store.keep(change, scope: .all, today: today)
  }
}
