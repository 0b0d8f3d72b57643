import SENDDomain
import TerminalKit

extension Root {
  /// The desk whose lines of provision are in front; nil where they are not.
  var provisionDesk: AdviceDesk? { screen == .assessments && isOnProvision ? desk : nil }

  /// The line that the focus is on.
  var focusedProvision: ProvisionLine? {
    guard record == nil, provisionDesk != nil, front.focusedRow?.withheld == nil else { return nil }
    return front.focusedRow?.provisionLine
  }

  /// The sections that a line may be added to: of the desk in front, in a record all that the role
  /// sees.
  var provisionSections: [PlanSection] {
    if let record {
      return PlanSection.allCases.filter { !record.record.hidden.contains($0.group) }
    }
    return provisionDesk?.sections ?? []
  }

  static let provisionForms: [ActionID: RecordingForm.Kind] = [
    .provisionRecord: .provisionRecord, .provisionAdd: .provisionAdd,
    .provisionCorrect: .provisionCorrect,
  ]

  /// Opens the form of an action about provision; false where it is none.
  mutating func openProvisionForm(_ action: ActionID) -> Bool {
    guard let kind = Root.provisionForms[action], let person = focusedPerson,
      let child = focusedChild
    else { return false }
    func open(_ about: RecordingForm.About, _ subject: RecordingForm.Subject) {
      self.open(
        RecordingForm(kind, about, subject: subject, today: words.today, rules: words.rules))
    }
    if kind == .provisionAdd {
      open(.newProvision(child, provisionSections), .of(person.name, person.born))
      return true
    }
    let marks = provisionDesk.flatMap { provision[$0]?.list.marks } ?? []
    if kind == .provisionRecord, marks.count > 1, let desk = provisionDesk {
      open(
        .provision(RecordingForm.ProvisionParts(ids: marks.sorted())),
        .instead("\(marks.count) marked lines of \(desk.provisionWords)"))
      return true
    }
    guard let line = focusedProvision else { return false }
    open(
      .provision(RecordingForm.ProvisionParts(ids: [line.id], seen: line)),
      .of(
        person.name, person.born,
        more: "  section \(line.section.letter), \(line.text.service.words)"))
    return true
  }

  /// Why an action about provision cannot be done now; nil where it can.
  func disabledProvision(_ action: ActionID) -> String? {
    if action == .why, provisionDesk != nil, record == nil, focusedProvision?.review.due == nil {
      return "no day is agreed for its review"
    }
    guard Root.provisionForms[action] != nil else { return nil }
    if action == .provisionAdd {
      if focusedChild == nil {
        return "no child is in front; in a child's record it adds a line"
      }
      return provisionSections.isEmpty ? "this role sees no health or social care" : nil
    }
    if front.focusedRow?.withheld != nil { return "the record is restricted" }
    return focusedProvision == nil ? "no line of provision is in front" : nil
  }

  func drawProvision(_ desk: AdviceDesk, on canvas: inout Canvas, _ layout: Layout) -> Point {
    guard let pane = provision[desk] else { return layout.list.origin }
    return ProvisionView(
      pane: pane, desk: desk, words: words, hidden: hiddenColumns[.provision] ?? []
    ).draw(on: &canvas, layout)
  }

  /// Row 2: how many lines stand how.
  func provisionParts(_ desk: AdviceDesk) -> SummaryParts {
    var parts = SummaryParts()
    parts.add(listTitle, .title, priority: 0)
    let list = front
    addFilter(to: &parts, list)
    if setting.scope != .all { parts.add(setting.scopeWords, priority: 5) }
    guard let counts = list.counts?.provision else {
      parts.add("counting", .muted, priority: 1)
      return parts
    }
    func add(_ state: ProvisionState, _ said: String, priority: Int) {
      parts.add(said, counts[state] > 0 ? state.role : .text, priority: priority)
    }
    for state in [ProvisionState.inPlace, .notStarted, .notCommissioned, .reviewOverdue] {
      // In a usual window all four have room so.
      let said = state == .reviewOverdue && size.width < 100 ? "to review" : state.shortWords
      add(
        state, "\(Words.count(counts[state])) \(said)",
        priority: state == .inPlace ? 2 : 1)
    }
    add(.gap, Words.count(counts[.gap], "gap"), priority: 0)
    if counts.personalBudgets > 0 {
      parts.add(Words.count(counts.personalBudgets, "personal budget"), .muted, priority: 6)
    }
    if list.query.sort == .name { parts.add(list.query.sort.words, .muted, priority: 4) }
    parts.add(words.today.short(in: words.today), .muted, priority: 7)
    return parts
  }

  /// The keys of a list of provision, the most useful first; nil of any other.
  var provisionFooter: [ActionID]? {
    guard contexts.contains(.provision) else { return nil }
    return [
      .provisionRecord, .provisionAdd, .provisionCorrect, .nextDesk, .why, .open, .filter,
      .quickFilter, .find, .mark, .sort, .detail, .undo,
    ]
  }

  /// The choices of what a list of provision shows, and the one for all.
  static let allProvision = "all that have not ended"

  mutating func openProvisionFilter() {
    let counts = front.counts?.provision
    let states: [ProvisionState] = ProvisionState.allCases
    layers.append(
      .choice(
        title: "Show",
        ChoiceList(
          [
            .init(
              Root.allProvision, Root.allProvision,
              hint: counts.map { Words.count($0.open) } ?? "")
          ]
            + states.map { state in
              .init(
                state.rawValue, state.words, hint: counts.map { Words.count($0[state]) } ?? "")
            }, chosen: front.query.provision?.rawValue ?? Root.allProvision), .quickFilter))
  }
}
