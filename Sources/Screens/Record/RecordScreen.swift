import SENDDomain
import TerminalKit

/// One child's record: a single time line from birth to 25, then parts for the plan, the
/// reviews, the notes, and who has looked at or changed it.
package struct RecordScreen: Sendable {
  package enum Part: String, CaseIterable, Hashable, Sendable {
    case timeLine, plan, reviews, assessment, signposts, notes, trail

    var title: String {
      switch self {
      case .timeLine: "Time line"
      case .plan: "Plan"
      case .reviews: "Reviews"
      case .assessment: "Assessment"
      case .signposts: "Signposting"
      case .notes: "Notes"
      case .trail: "Who looked"
      }
    }
  }

  package internal(set) var record: ChildRecord
  package internal(set) var part: Part
  package internal(set) var timeLine: VirtualList<TimeLineItem>
  var text = ScrollText([])

  init(_ record: ChildRecord, part: Part, _ words: Words) {
    self.record = record
    self.part = part
    let items = record.timeLine(by: words.rules)
    timeLine = VirtualList(items)
    if let next = RecordScreen.firstOpen(items, words.today) { timeLine.select(next) }
  }

  /// The first thing that is open: unknown, else the earliest due.
  private static func firstOpen(_ items: [TimeLineItem], _ today: Day) -> Int? {
    items.first {
      if case .due = $0.kind { return true }
      return false
    }?.id ?? items.last { $0.day.map { $0 <= today } ?? true }?.id
  }

  /// Whether keys are the assessment's: its part is in front, or there is no plan that stands.
  var isAboutAssessment: Bool {
    if part == .assessment { return true }
    let hasPlan = record.plans.contains { $0.plan.ceased == nil }
    return !hasPlan && record.assessments.contains { !$0.stage.isClosed }
  }

  /// Takes the record as it is after a change, keeping place.
  mutating func replace(_ fresh: ChildRecord, _ words: Words) {
    let selected = timeLine.selected.map { [$0.words, $0.remark] }
    record = fresh
    let items = fresh.timeLine(by: words.rules)
    timeLine.replace(rows: items, atStart: true, atEnd: true)
    if let same = items.first(where: { [$0.words, $0.remark] == selected }) {
      timeLine.select(same.id)
    }
  }

  /// The plan that actions are for: the one that stands, else the latest.
  var plan: ChildRecord.PlanRecord? { record.plans.first }

  mutating func turn(_ step: Int) {
    let all = Part.allCases
    guard let index = all.firstIndex(of: part) else { return }
    part = all[(index + step + all.count) % all.count]
    text = ScrollText([])
  }

  mutating func move(_ move: ListMove) {
    if part == .timeLine { _ = timeLine.move(move) } else { text.move(move) }
  }

  /// The open deadlines that `w` explains: the focused one first.
  var deadlines: [OpenDeadline] {
    let open = plan?.open ?? []
    guard part == .timeLine, let focused = timeLine.selected?.deadline else { return open }
    return [focused] + open.filter { $0 != focused }
  }
}
