import SENDDomain
import Storage

/// What people of the demo borough entered of its plans' health and social care: lines in every
/// state, by the same path as theirs.
struct DemoProvision {
  let store: Store
  let today: Day

  /// So many plans have lines, so that the largest borough is made as fast as before.
  private static let most = 250

  /// - Throws: ``StoreError``; what was written before stays.
  func record() throws {
    let query = ListQuery(scope: .all, sort: .name, today: today)
    let rows = try store.reviews(query, .start, limit: DemoProvision.most).rows
    for (index, row) in rows.enumerated() {
      let first = row.history.made.map { max($0, today.adding(days: -400)) }
      try add(health(index), to: row, facts(index % 50, index, first))
      if index % 10 == 4 { try add(DemoProvision.need(.c), to: row, []) }
      guard index % 3 == 0 else { continue }
      let turn = index / 3
      try add(socialCare(turn), to: row, facts(DemoProvision.kinds[turn % 14] ?? 20, turn, first))
      if turn % 5 == 2 { try add(DemoProvision.need(.d), to: row, []) }
    }
  }

  /// Of fourteen lines of social care these four are not in place.
  private static let kinds = [0: 0, 1: 1, 2: 5, 3: 6]

  private func health(_ index: Int) -> ProvisionText {
    let lines: [(Adviser, String, String)] = [
      (.speech, "Speech and language therapy in class, with a programme for staff", "fortnightly"),
      (.occupational, "Occupational therapy: a sensory programme, set and reviewed", "termly"),
      (
        .physiotherapy, "Physiotherapy exercises at school, taught to two members of staff",
        "weekly"
      ),
      (
        .camhs, "Sessions for managing anxiety, with a parent at the first and the last",
        "six of 50 minutes"
      ),
      (.nursing, "Training of staff in the care plan for epilepsy", "yearly"),
      (.paediatrics, "Review of medication by the community paediatrician", "twice a year"),
    ]
    let (service, words, quantity) = lines[index % lines.count]
    return ProvisionText(
      section: .g, words: words, service: service,
      provider: index % 4 == 0 ? "Fernhill Hospital Trust" : "Fernhill Community Health",
      quantity: index % 9 == 7 ? "" : quantity, hasPersonalBudget: index % 40 == 9)
  }

  private func socialCare(_ turn: Int) -> ProvisionText {
    let lines: [(PlanSection, String, String, String)] = [
      (.h1, "Overnight short breaks", "two nights a month", "Wren House"),
      (.h1, "A support worker for clubs after school", "weekly, two hours", "Harbour Support"),
      (.h2, "Family support worker at home", "weekly for a term", "Early Help"),
    ]
    let (section, words, quantity, provider) = lines[turn % lines.count]
    return ProvisionText(
      section: section, words: words, service: .socialCare, provider: provider,
      quantity: quantity, hasPersonalBudget: turn % 20 == 7)
  }

  private static func need(_ section: PlanSection) -> ProvisionText {
    ProvisionText(
      section: section,
      words: section == .c
        ? "Tires easily and sleeps little" : "Needs help with safety outside the home",
      service: section == .c ? .paediatrics : .socialCare)
  }

  /// - Parameter kind: 0 a gap, 1 to 4 not started, 5 not commissioned, 6 and 7 to be reviewed.
  private func facts(_ kind: Int, _ index: Int, _ first: Day?) -> [ProvisionRecording] {
    let agreed = max(today.adding(days: -150 - index * 37 % 200), first ?? today)
    func after(_ days: Int) -> Day { min(agreed.adding(days: days), today) }
    let begun = [
      ProvisionRecording(.agreed, on: agreed), ProvisionRecording(.started, on: after(30)),
    ]
    switch kind {
    case 0:
      let reasons: [GapReason] = [.noStaff, .waitingList, .noService, .declined]
      let gap = ProvisionRecording(
        .gap, on: today.adding(days: -10 - index % 60), reason: reasons[index / 3 % 4])
      return gap.day >= after(30) ? begun + [gap] : [gap]
    case 1...3: return [ProvisionRecording(.agreed, on: agreed)]
    case 4:
      return [
        ProvisionRecording(.agreed, on: agreed), ProvisionRecording(.commissioned, on: after(20)),
      ]
    case 5: return []
    case 6, 7:
      return begun + [ProvisionRecording(.reviewBy, on: today.adding(days: -1 - index % 40))]
    default:
      return begun + [ProvisionRecording(.reviewBy, on: today.adding(days: 20 + index * 13 % 300))]
    }
  }

  private func add(
    _ text: ProvisionText, to row: ReviewRow, _ facts: [ProvisionRecording]
  ) throws {
    _ = try store.add(
      ProvisionRequest(child: row.child, text: text, facts: facts), scope: .all, today: today)
  }
}
