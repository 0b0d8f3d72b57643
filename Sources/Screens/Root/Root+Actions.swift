import SENDDomain
import TerminalKit

extension Root {
  /// Does an action of the table, whichever way it was called: key, help or palette.
  mutating func run(_ action: ActionSpec) -> [Effect] {
    if let why = disabled(action) {
      let refusal = Announcement.problem("\(action.name): not now, \(why).")
      announce(refusal)
      refused = refusal
      return []
    }
    if let kind = Root.forms[action.id] {
      openForm(kind)
      marksWereRefused = false
      return []
    }
    if let kind = Root.offerForms[action.id] {
      openOfferForm(kind)
      return []
    }
    if openAssessmentForm(action.id) || openProvisionForm(action.id) { return [] }
    if ListMove(action.id) == nil { marksWereRefused = false }
    switch action.id {
    case .why: explain()
    case .openHidden:
      return record.map { [.openHidden($0.record.child.id, $0.part)] } ?? []
    case .open:
      if focusedChild == nil { openOutcome() } else { return openFocused(.timeLine) }
    case .trail:
      if record != nil {
        record?.part = .trail
        return []
      }
      return openFocused(.trail)
    case .filter:
      if screen == .offer { return enterOffer() }
      front.beginFilter()
    case .quickFilter where screen == .offer: openFacets()
    case .openService: openService()
    case .basket: return basketPressed()
    case .sheet: openSignpostForm(.sheet)
    case .export: openExports()
    case .signpost: return signpostPressed()
    case .outcome: openOutcome()
    case .offerConfirm: return confirmService()
    case .offerGap: return askTheme()
    case .clipboard: return sendToClipboard()
    case .nextDesk: return turnDesk(1)
    case .previousDesk: return turnDesk(-1)
    case .nextPane: offer.turn(1)
    case .previousPane: offer.turn(-1)
    case .sort, .quickFilter: openChoice(action.id == .sort ? .sort : .quickFilter)
    case .columns: openColumns()
    case .mark: return front.toggleMark()
    case .markAll:
      let effects = front.toggleAllMarks()
      if effects.isEmpty { announce(Announcement.text("No row is marked any more.")) }
      return effects
    case .detail:
      showsDetail.toggle()
      layOut()
      if focusedChild == nil {
        announce(Announcement.text("The detail of a row is \(showsDetail ? "on" : "off")."))
      }
    case .refresh: return front.reload(fromStart: false)
    case .nextTab: record?.turn(1)
    case .previousTab: record?.turn(-1)
    case .nextChild: return neighbour(.down)
    case .previousChild: return neighbour(.up)
    case .find: layers.append(.find(FindLayer()))
    case .help, .palette: openActions(action.id == .help ? .help : .palette)
    case .undo: return [.undo(isAnswered: false)]
    case .redo: return [.redo]
    case .hideNames:
      words.namesAreHidden.toggle()
      announce(
        Announcement.text(
          words.namesAreHidden
            ? "Names are hidden: initials only. \(words.key(.hideNames)) shows them again."
            : "Names are shown."))
    case .lock: return lockPressed()
    case .setPassphrase: openPassphrase(.set)
    case .removePassphrase: openPassphrase(.remove)
    case .messages: showMessages()
    case .chartTable where screen == .assessments:
      announce(Announcement.text("Counting what was sent in the last twelve months."))
      return [.assessmentFigures(front.query.scope, today: words.today)]
    case .chartTable: return loadPressed()
    case .promise: openPromise()
    case .panel: openPanel()
    case .assign: return assignPressed()
    case .handOver: return [.pick(.colleagues, .handOverFrom, today: words.today)]
    case .cover: return [.pick(.colleagues, .cover, today: words.today)]
    case .letters: toggleLetters()
    case .mouse: toggleMouse()
    case .importReturn: layers.append(.importPath(Root.importPrompt))
    case .back: return isInForm ? runInForm(.back) : back()
    case .leave: return leave()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .save, .editor: return runInForm(action.id)
    default:
      if let move = ListMove(action.id) { return moved(move) }
      if let screen = Catalogue.screens.first(where: { .screen($0.digit) == action.id }) {
        return go(to: screen.id)
      }
    }
    return []
  }

  static let forms: [ActionID: RecordingForm.Kind] = [
    .meeting: .meeting, .decision: .decision, .book: .book, .invite: .invite, .views: .views,
    .report: .report, .notice: .notice, .finalPlan: .finalPlan, .early: .early, .note: .note,
    .adjourned: .adjourned, .notHeld: .notHeld,
  ]

  private mutating func openForm(_ kind: RecordingForm.Kind) {
    guard let child = focusedChild, let person = focusedPerson else { return }
    let plans = kind == .note ? [] : targets
    var form = RecordingForm(
      kind, .plans(plans, child, plans.count > 1 ? nil : history),
      subject: plans.count > 1
        ? .instead(Words.count(plans.count, "marked plan")) : .of(person.name, person.born),
      today: words.today, rules: words.rules)
    if marksWereRefused { form.warnThatItIsForOne() }
    open(form)
  }

  private mutating func go(to id: Catalogue.ScreenID) -> [Effect] {
    record = nil
    screen = id
    if id == .offer { return enterOffer() }
    return front.isLoaded ? [] : front.reload(fromStart: true)
  }

  private mutating func openFocused(_ part: RecordScreen.Part) -> [Effect] {
    guard let child = focusedChild else { return [] }
    return [.open(child, part)]
  }

  private mutating func neighbour(_ move: ListMove) -> [Effect] {
    guard let part = record?.part else { return [] }
    let before = front.focusedRow?.childID
    let effects = front.move(move)
    let after = front.focusedRow?.childID
    guard let after, after != before else {
      announce(Announcement.text("There is no further child in the list that way."))
      return effects
    }
    return effects + [.open(after, part)]
  }

  /// Esc: one level back inside the screen.
  private mutating func back() -> [Effect] {
    if record != nil {
      record = nil
      return []
    }
    let effects = screen == .offer ? offer.back() ?? leaveFamily() : front.back()
    if let effects {
      return screen == .today ? effects + [.workload(today.query)] : effects
    }
    if screen != .today { return go(to: .today) }
    announce(Announcement.text("This is the first screen. \(words.key(.leave)) leaves Waymark."))
    return []
  }

  /// `q`: one screen back, at the first screen leave.
  private mutating func leave() -> [Effect] {
    if record != nil {
      record = nil
      return []
    }
    if screen != .today { return go(to: .today) }
    return [.quit]
  }

  private mutating func openChoice(_ kind: ChoiceKind) {
    let query = front.query
    switch kind {
    case .sort:
      let sorts: [ListQuery.Sort] =
        screen == .today
        ? [.triage, .due, .name] : screen == .reviews ? [.due, .name, .reviewDue] : [.due, .name]
      let isProvision = provisionDesk != nil
      layers.append(
        .choice(
          title: "Sort the list",
          ChoiceList(
            sorts.map {
              .init($0.rawValue, isProvision && $0 == .due ? "by how it stands" : $0.words)
            }, chosen: query.sort.rawValue),
          kind))
    case .quickFilter where provisionDesk != nil: openProvisionFilter()
    case .quickFilter:
      let counts = front.counts
      layers.append(
        .choice(
          title: "Show",
          ChoiceList(
            ListQuery.States.allCases.map { states in
              .init(
                states.rawValue, states.words,
                hint: counts.map { Words.count($0.count(of: states)) } ?? "")
            } + narrowings, chosen: query.states.rawValue), kind))
    case .columns: openColumns()
    case .facet, .facetChoice: openFacets()
    case .reason, .export, .load: break
    }
  }

  mutating func openActions(_ kind: ActionsLayer.Kind) {
    let places = Set(isInForm ? [.form] + contexts : contexts)
    // What a form has of its own stands first there.
    let own = isInForm ? table.actions(in: [.form]) : []
    let others = table.actions.filter { action in !own.contains { $0.id == action.id } }
    var lines = (own + others).map { action in
      let isHere = !action.contexts.isDisjoint(with: places)
      // In a form a letter is text.
      let keys = isInForm ? action.keys.filter { $0.inserted == nil } : action.keys
      return ActionsLayer.Line(
        id: action.id, key: keys.map(\.name).joined(separator: " "), name: action.name,
        help: action.help, isHere: isHere,
        disabled: isHere ? disabled(action) : "not on this screen")
    }
    if kind == .help { lines.removeAll { !$0.isHere || isInForm && $0.disabled != nil } }
    layers.append(.actions(ActionsLayer(kind, lines)))
  }

  private mutating func showMessages() {
    if words.namesAreHidden {
      announce(
        Announcement.text(
          "Messages name children: press \(words.key(.hideNames)) first to show names again."))
      return
    }
    let lines = log.messages.suffix(100).map(\.text)
    layers.append(
      .dialog(Dialog(title: "Last messages", lines.isEmpty ? ["No messages yet."] : lines)))
  }

  /// Explains the focused date, then the plan's other open dates.
  private mutating func explain() {
    let open: [OpenDeadline]
    if let record {
      open = record.deadlines
    } else {
      let focused = front.focusedRow?.open
      let all =
        history?.openDeadlines(by: words.rules)
        ?? front.focusedRow?.assessed?.openDeadlines(by: words.rules).map(\.open) ?? []
      open = (focused.map { [$0] } ?? []) + all.filter { $0 != focused }
    }
    if words.namesAreHidden, record?.timeLine.selected?.isMilestone == true {
      announce(
        Announcement.text(
          "An age tells the birth date, which is hidden: \(words.key(.hideNames)) shows it."))
      return
    }
    guard let first = open.first else {
      announce(Announcement.text("Nothing is due here, so there is no date to explain."))
      return
    }
    var done: Day?
    if let item = record?.timeLine.selected, case .met = item.kind, item.deadline == first {
      done = item.day
    }
    layers.append(
      .dialog(WhyDialog.dialog(first, done: done, others: Array(open.dropFirst()), words)))
  }
}
