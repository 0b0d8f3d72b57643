import SENDDomain
import TerminalKit

/// The whole state of the screens. Only `handle` and `receive` change it; `draw` only draws.
package struct Root: Sendable {
  /// What never changes while the program runs.
  package struct Setting: Sendable {
    package var role: String
    /// Whose rows are shown; lists say it.
    package var scope: Scope
    package var scopeWords: String
    /// Whether text may be sent to the terminal's clipboard.
    package var allowsClipboard: Bool
    /// What the role sees and writes: which letters are offered. What is refused is refused where it
    /// is made.
    package var sight = Sight.open()
    /// Whose rows the lists show at first, where that is less than may be seen.
    package var listScope: Scope?
    /// Whose caseload the lists show at first; nil for whoever has none of their own.
    package var ownCaseload: Int64?
    /// Whom they stand in for on the day.
    package var covers: [Cover] = []
    /// Whether cases may be given to colleagues.
    package var assigns = true

    package init(
      role: String, scope: Scope, scopeWords: String, allowsClipboard: Bool = false
    ) {
      self.allowsClipboard = allowsClipboard
      self.role = role
      self.scope = scope
      self.scopeWords = scopeWords
    }
  }

  package let setting: Setting
  package internal(set) var facts: WorkspaceFacts
  package internal(set) var words: Words
  package internal(set) var screen = Catalogue.ScreenID.today
  package internal(set) var today: ListPane<DueRow>
  package internal(set) var reviews: ListPane<ReviewRow>
  package internal(set) var assessments: ListPane<AssessmentRow>
  /// Each desk's open advice.
  package internal(set) var advice: [AdviceDesk: ListPane<AdviceRow>]
  /// The desk whose advice stands in the place of the assessments; nil where they do.
  package internal(set) var desk: AdviceDesk?
  /// Each desk's lines of provision.
  package internal(set) var provision: [AdviceDesk: ListPane<ProvisionRow>]
  /// Whether it is the desk's provision that stands there, and not its advice.
  package internal(set) var isOnProvision = false
  package internal(set) var offer: OfferPane
  /// What falls due in the next twelve weeks; empty until it is known.
  package internal(set) var load = Workload()
  /// Whom the person stands in for.
  package internal(set) var covers: [Cover] = []
  package internal(set) var record: RecordScreen?
  var layers: [Layer] = []
  package internal(set) var log = MessageLog()
  package internal(set) var showsDetail = true
  /// The columns that the person has hidden, of each list.
  package internal(set) var hiddenColumns: [ColumnList: Set<ColumnID>] = [:]
  /// Whether the screens show it, while plain mode does not; nil on the screens.
  var keptDetail: Bool?
  /// Long work that runs: its progress in words.
  package internal(set) var work: String?
  /// The stored dates are being computed anew: how far, in words.
  package internal(set) var recomputing: String?
  var firstStart: FirstStart?
  /// Whether there is no workspace yet.
  package var isFirstStart: Bool { firstStart != nil }
  /// Lies over everything, which stays as it is beneath.
  var lock: LockScreen?
  package internal(set) var lockSetting: LockSetting
  /// What was typed to import from, while that runs: offered again where it fails.
  var importPath: String?
  /// A write is on its way; its answer decides what the next key means.
  package internal(set) var isWriting = false
  package internal(set) var size: Size
  /// The actions with the keys that work now.
  var table: ActionTable { words.table }
  /// The same with its letters, whether they act or not.
  private let lettered: ActionTable
  /// Whether only arrows, function and Ctrl keys act.
  private(set) var lettersAreOff: Bool
  /// Whether clicks and the wheel are heard.
  var mouseIsOn: Bool
  /// What can be clicked on the frame that was drawn last, if nothing has happened since.
  var places: [Canvas.Place] = []
  /// Whether the screens are a dialogue in lines, which presses keys by itself.
  var isPlain = false
  /// Marking all rows was refused and none is marked: what is done next may be meant for all.
  var marksWereRefused = false
  /// What was said last to a key that cannot act now: the next key ends it, for it is about that key.
  var refused: TerminalKit.Message?
  /// A form that was left with what was typed in it, to be brought back.
  var kept: RecordingForm?
  /// The record that was open when the program last ended.
  var reopening: (child: Child.ID, part: RecordScreen.Part)?
  /// The basket of the last time, until its services are read.
  var returning: SavedView.Basket?
  /// What was found wrong before the screens opened: said with the first frame.
  private var remarks: [String]
  /// A form that was left when the program last ended.
  private let draft: Draft?

  /// What lies over the screen, the topmost last.
  enum Layer: Sendable {
    case find(FindLayer)
    case actions(ActionsLayer)
    case dialog(Dialog)
    /// A service of the Local Offer, read in full.
    case service(Int64, Dialog)
    /// Whom to ask: an entry of the directory, read in full.
    case asked(Int64, Dialog)
    case form(RecordingForm)
    /// The form has changes: leave all the same?
    case leaving(RecordingForm, Confirmation)
    case choice(title: String, ChoiceList<String>, ChoiceKind)
    /// Letters or lists to be read before they are written.
    case export(ExportPage)
    case importPath(Prompt)
    /// A reason was chosen for opening a restricted record: the words that go with it.
    case reasonWords(Prompt, Opening)
    /// Undo would turn round an import: really?
    case undoing(Confirmation)
    /// There is nothing to unlock with: leave?
    case leavingInstead(Confirmation)
    case passphrase(PassphraseForm)
    case pick(PickLayer, Pick)
    /// Many cases go to somebody else: really?
    case giving(Confirmation, CaseChange, words: String)
    /// Until when a colleague is covered for.
    case coverUntil(Prompt, Int64, String)
  }

  enum ChoiceKind: Sendable {
    case sort, quickFilter, columns, facet, facetChoice, load
    case reason(Child.ID, RecordScreen.Part)
    /// What each line makes.
    case export([ExportWish])
  }

  /// A restricted record that is to be opened.
  struct Opening: Sendable {
    var child: Child.ID
    var part: RecordScreen.Part
    var reason: RestrictedAccess.Reason
  }

  package init(
    setting: Setting, facts: WorkspaceFacts, today: Day, rules: RuleBook,
    table: ActionTable = .waymark, lettersAreOff: Bool = false, mouseIsOn: Bool = false, size: Size,
    isFirstStart: Bool = false,
    draft: Draft? = nil, view: SavedView? = nil, remarks: [String] = [],
    lock: LockSetting = LockSetting()
  ) {
    self.setting = setting
    lockSetting = lock
    self.draft = draft
    self.facts = facts
    lettered = table
    self.lettersAreOff = lettersAreOff
    self.mouseIsOn = mouseIsOn
    words = Words(
      today: today, rules: rules, table: lettersAreOff ? table.withLettersOff : table)
    self.size = size
    covers = setting.covers
    let usual = Root.usualScope(setting, setting.covers) ?? setting.scope
    self.today = ListPane(
      .due, query: ListQuery(scope: usual, sort: .triage, states: .needsAction, today: today))
    let query = ListQuery(scope: usual, today: today)
    reviews = ListPane(.reviews, query: query)
    assessments = ListPane(.assessments, query: query)
    // A desk is nobody's caseload.
    let all = ListQuery(scope: setting.scope, today: today)
    advice = Dictionary(
      uniqueKeysWithValues: AdviceDesk.allCases.map {
        ($0, ListPane(.advice($0), query: all))
      })
    provision = Dictionary(
      uniqueKeysWithValues: AdviceDesk.allCases.map {
        ($0, ListPane(.provision($0), query: all))
      })
    offer = OfferPane(today: today)
    firstStart = isFirstStart ? FirstStart() : nil
    self.remarks = remarks
    if let view, !isFirstStart, !restore(view) {
      self.remarks.append("Part of where you left off is not known any more and is left out.")
    }
    if lock.startsLocked { _ = lockNow() }
  }

  /// What the program asks for before its first frame: only what that frame shows.
  package mutating func start() -> [Effect] {
    guard firstStart == nil else { return [] }
    layOut()
    // The first is the latest, and so stands on the line; the others are in the messages.
    for remark in remarks.reversed() { announce(Announcement.problem(remark)) }
    if lockSetting.isTimed, lockSetting.passphrase == .none {
      announce(
        Announcement.text(
          fitting(
            "lock_after is set, but no passphrase: nothing locks: set one from the list of actions.",
            "lock_after needs a passphrase: nothing locks until it is set.",
            "Nothing locks: lock_after needs a passphrase.")))
    }
    let list: [Effect] =
      screen == .offer ? enterOffer() : front.reload(fromStart: true)
    // First, so that no key finds the basket empty that is not.
    let basket: [Effect] = returning.map { [.readBasket($0)] } ?? []
    return basket + list + [.workload(today.query)]
      + (draft.map { [.identify($0)] } ?? [])
  }

  /// What the program asks for when the first frame stands.
  package mutating func settled() -> [Effect] {
    let isNoted = lockSetting.passphrase != .none
    let note: [Effect] = isNoted ? [.noteSession(isLocked ? .locked : .open)] : []
    return note + [.readRules] + (isLocked ? [] : reopen())
  }

  /// Opens the record that was open last, which the journal notes: so not before somebody who may
  /// see it is there.
  mutating func reopen() -> [Effect] {
    guard let reopening else { return [] }
    self.reopening = nil
    // Keys wait until the record is there: they are meant for it.
    isWriting = true
    return [.open(reopening.child, reopening.part)]
  }

  /// Offers a form that was being typed when the program last ended, under the name of the child
  /// it was begun for.
  mutating func offer(_ draft: Draft, _ subject: DraftSubject) {
    guard let kind = RecordingForm.Kind(rawValue: draft.action), facts.readOnlyBecause == nil
    else { return }
    let child = subject.record?.child
    guard draft.child == 0 || child != nil else {
      announce(
        Announcement.problem(
          fitting(
            "What was typed last time was for a child who is no longer here; it is kept.",
            "Kept: what was typed last time, for a child now gone.")))
      return
    }
    if kind == .offerGap { return }
    guard let about = about(draft, kind, subject) else {
      announce(
        Announcement.problem(
          fitting(
            "What was typed last time was about something that is no longer here; it is kept.",
            "Kept: what was typed last time, about something now gone.")))
      return
    }
    let isBulk = draft.plans.count > 1
    var more = ""
    var gone = 0
    if case .services(let hits, _) = about {
      more = Root.titles(hits)
      gone = (draft.services?.count ?? 0) - hits.count
    }
    layers.append(
      .form(
        kind.isOffer
          ? .offer(kind, about, words, values: draft.values)
          : RecordingForm(
            kind, about,
            subject: isBulk
              ? .instead(Words.count(draft.plans.count, "plan") + " marked last time")
              : child.map { .of($0.name, $0.born, more: more) }
                ?? .instead(Root.nobodyNamed, more: more),
            today: words.today, rules: words.rules, values: draft.values)))
    if gone > 0 {
      announce(
        Announcement.problem(
          "\(Words.count(gone, "service")) of it \(gone == 1 ? "is" : "are") no longer here · "
            + "\(words.key(.save)) saves the rest, Esc leaves it."))
      return
    }
    // In lines it is asked first, in words of its own.
    if isPlain { return }
    announce(
      Announcement.text(
        "Left unsaved last time: \(words.key(.save)) saves it, Esc leaves it."
      )
    )
  }

  private func about(
    _ draft: Draft, _ kind: RecordingForm.Kind, _ subject: DraftSubject
  ) -> RecordingForm.About? {
    let child = subject.record?.child.id
    switch kind {
    case .signpost, .sheet:
      return subject.services.isEmpty ? nil : .services(subject.services, child)
    case .followUp: return subject.signpost.flatMap { $0.isOpen ? .signpost($0) : nil }
    case .promise: return child.map { .promise($0) }
    case .panel: return child.map { .panel($0, question: draft.values["what"] ?? "") }
    case .promised: return subject.promise.flatMap { $0.isOpen ? .promised($0) : nil }
    case .assessBegin: return child.map { .request($0) }
    case .assessDecide, .assessDraft, .assessViews, .assessFinal, .assessException,
      .assessConsult, .assessReply, .assessOther, .adviceAsk:
      return subject.assessment.map { .assessment($0) }
    case .adviceDecide, .adviceKnown, .adviceChase, .adviceIn, .adviceCheck, .adviceAssign,
      .adviceMeetings:
      guard let assessment = subject.assessment, draft.advice?.count == 1,
        let part = assessment.advice.first(where: { $0.id.rawValue == draft.advice?[0] })
      else { return nil }
      return .advice(
        RecordingForm.AdviceParts(
          ids: [part.id], adviser: part.adviser, seen: part, assessment: assessment))
    case .provisionAdd:
      let hidden = subject.record?.hidden ?? []
      return child.map { child in
        .newProvision(child, PlanSection.allCases.filter { !hidden.contains($0.group) })
      }
    case .provisionRecord, .provisionCorrect:
      guard draft.provision?.count == 1, let line = subject.provision else { return nil }
      return .provision(RecordingForm.ProvisionParts(ids: [line.id], seen: line))
    case .offerAdd: return .entry(nil)
    case .offerReport where draft.asked != nil: return subject.asked.map { .asked($0) }
    case .offerReport, .offerCorrect: return subject.services.first.map { .entry($0) }
    default:
      let plans = draft.plans.map(Plan.ID.init(rawValue:))
      let history = plans.count > 1 ? nil : subject.record?.plans.first?.history
      return child.map { .plans(plans, $0, history) }
    }
  }

  /// Where a signpost is for no child in particular.
  static let nobodyNamed = DueRow.nobodyNamed

  /// Turns letters, digits and signs as keys off, for those who set them off by speech or a
  /// tremor, or on again.
  mutating func toggleLetters() {
    lettersAreOff.toggle()
    words.table = lettersAreOff ? lettered.withLettersOff : lettered
    announce(
      Announcement.text(
        lettersAreOff
          ? fitting(
            "Letters do nothing now: arrows, function and Ctrl keys act, "
              + "\(words.key(.palette)) reaches every action.",
            "Letters do nothing now: \(words.key(.palette)) reaches every action.",
            "Letters are off: \(words.key(.palette)) has all actions.")
          : "Letters are keys again."))
  }

  // MARK: - What is focused

  /// The contexts of a key, innermost first.
  var contexts: [ContextID] {
    if let record {
      if record.part == .plan, !provisionSections.isEmpty {
        return [.provisionPart, .record, .plan, .everywhere]
      }
      return record.isAboutAssessment
        ? [.record, .assessment, .everywhere] : [.record, .plan, .everywhere]
    }
    if screen == .offer { return [.offer, .everywhere] }
    let desks: [ContextID] = screen == .assessments ? [.desks] : []
    if provisionDesk != nil { return [.provision] + desks + [.list, .everywhere] }
    if focusedAdvice != nil || desk != nil && screen == .assessments {
      return [.advice] + desks + [.list, .everywhere]
    }
    if focusedAssessment != nil || screen == .assessments {
      return [.assessment] + desks + [.list, .everywhere]
    }
    if focusedPromise != nil { return [.promised, .list, .everywhere] }
    return focusedSignpost == nil ? [.plan, .list, .everywhere] : [.followUp, .list, .everywhere]
  }

  /// What was promised, where the focus is on its day; in a record, the one to be kept first.
  var focusedPromise: Promise? {
    if let record { return record.record.promises.first(where: \.isOpen) }
    return screen == .today ? today.selected?.promise : nil
  }

  /// The plans an action is for.
  var targets: [Plan.ID] {
    if let record { return record.plan.map { [$0.plan.id] } ?? [] }
    return screen == .offer ? [] : front.targets
  }

  /// The child that the focus is on.
  var focusedChild: Child.ID? {
    if let record { return record.record.child.id }
    return screen == .offer ? nil : front.focusedRow?.childID
  }

  /// What a family was told of, where the focus is on a day to check back; in a record, the one to
  /// ask about first.
  var focusedSignpost: Signpost? {
    if let record {
      return record.record.signposts.filter(\.isOpen).min { a, b in
        (a.next?.askOn?.number ?? .max, a.id) < (b.next?.askOn?.number ?? .max, b.id)
      }
    }
    return screen == .today ? today.selected?.signpost : nil
  }

  /// Who the focus is on, with the birth date.
  var focusedPerson: (name: PersonName, born: Day?)? {
    if let child = record?.record.child { return (child.name, child.born) }
    if screen == .offer { return nil }
    return front.focusedRow.flatMap { $0.childID == nil ? nil : ($0.name, $0.born) }
  }

  /// The history of the one plan that is meant; nil for several.
  var history: PlanHistory? {
    if let record { return record.plan?.history }
    guard targets.count == 1 else { return nil }
    return front.focusedRow?.planHistory
  }

  /// Why an action cannot be done now; nil where it can.
  func disabled(_ action: ActionSpec) -> String? {
    if action.writes, let why = facts.readOnlyBecause { return "read-only, \(why)" }
    if let why = disabledByRole(action.id) { return why }
    if let why = disabledByForm(action) ?? disabledAssessment(action.id)
      ?? disabledProvision(action.id)
    {
      return why
    }
    if action.id == .export, let why = disabledExport { return why }
    if action.id == .clipboard, !setting.allowsClipboard {
      return "the policy of this installation does not allow it"
    }
    if action.id == .clipboard, screen == .offer,
      offer.focus == .people ? offer.people.isEmpty : offer.list.isEmpty
    {
      return "nothing is found"
    }
    if action.contexts.contains(.plan), screen != .offer || record != nil {
      let isAboutTheChild = [.note, .signpost, .promise, .panel, .assign].contains(action.id)
      if record != nil, targets.isEmpty, action.writes, !isAboutTheChild {
        return "this child has no plan"
      }
      if record == nil, focusedChild == nil, focusedSignpost == nil || action.id != .why {
        return focusedSignpost == nil ? "the list is empty" : "no child is named"
      }
    }
    // In the Local Offer its digit leads to the search box, for the next family.
    if record == nil, screen != .offer || isPlain,
      let digit = Catalogue.screens.first(where: { $0.id == screen })?.digit,
      action.id == .screen(digit)
    {
      return "it is in front"
    }
    if [.open, .mark, .markAll].contains(action.id), focusedChild == nil, focusedSignpost == nil {
      return "the list is empty"
    }
    if action.id == .openHidden, record?.record.openable.isEmpty != false {
      return "nothing is hidden here that can be opened"
    }
    if action.id == .mark, front.focusedRow?.isMarkable != true { return "this row is not a plan" }
    if action.id == .outcome, focusedSignpost == nil, focusedPromise == nil {
      return "there is nothing promised, and nothing to check back on"
    }
    if [.promise, .panel, .assign].contains(action.id), focusedChild == nil {
      return "no child is named"
    }
    if [.assign, .handOver, .cover].contains(action.id), !setting.assigns {
      return "this role does not assign cases"
    }
    if action.id == .cover, setting.ownCaseload == nil {
      return "you have no caseload of your own here"
    }
    if action.id == .signpost, screen == .offer, record == nil, offer.chosen.isEmpty {
      return offer.focus == .people ? "no service is chosen" : "nothing is found"
    }
    if action.id == .chartTable, screen != .assessments,
      screen != .today || load.all == 0 && load.transfers.isEmpty
    {
      return "there is no chart here"
    }
    if action.id == .openService, offer.focus == .people ? offer.people.isEmpty : offer.list.isEmpty
    {
      return "nothing is found"
    }
    if action.id == .basket || Root.serviceActions.contains(action.id), screen == .offer {
      if offer.focus == .people {
        if action.id == .offerReport { return offer.people.isEmpty ? "nothing is found" : nil }
        return action.id == .basket ? "the basket is for services" : "that is for services"
      }
      if offer.list.isEmpty { return "nothing is found" }
    }
    if action.id == .sheet, offer.chosen.isEmpty {
      return offer.focus == .people ? "no service is chosen" : "nothing is found"
    }
    if action.id == .offerGap, screen == .offer, offer.box.isEmpty, !offer.hasFacets {
      return "nothing was looked for"
    }
    return nil
  }

  mutating func announce(_ message: TerminalKit.Message) { log.announce(message) }
}

/// Makes announcements of plain words.
enum Announcement {
  static func text(_ words: String) -> TerminalKit.Message { TerminalKit.Message(words) }
  static func done(_ words: String) -> TerminalKit.Message { .done(words) }
  static func problem(_ words: String) -> TerminalKit.Message { .problem(words) }
}
