import SENDDomain
import TerminalKit

/// The form behind every action that records something: it asks only for the day (today by
/// default) and what the law needs.
package struct RecordingForm: Sendable {
  package enum Kind: String, Hashable, Sendable {
    case meeting, decision, book, invite, views, report, notice, finalPlan, early, note
    case adjourned, notHeld
    case signpost, followUp
    /// What is made of the basket for the family to keep; nothing of it is stored.
    case sheet
    case offerReport = "offer.report"
    case offerAdd = "offer.add"
    case offerCorrect = "offer.correct"
    case offerGap = "offer.gap"
    case assessBegin = "assessment.begin"
    case assessDecide = "assessment.decide"
    case assessDraft = "assessment.draft"
    case assessViews = "assessment.views"
    case assessFinal = "assessment.final"
    case assessException = "assessment.exception"
    case assessConsult = "assessment.consult"
    case assessReply = "assessment.reply"
    case assessOther = "assessment.other"
    case adviceAsk = "advice.ask"
    case adviceDecide = "advice.decide"
    case adviceKnown = "advice.known"
    case adviceChase = "advice.chase"
    case adviceIn = "advice.in"
    case adviceCheck = "advice.check"
    case adviceAssign = "advice.assign"
    case adviceMeetings = "advice.meetings"
    case provisionRecord = "provision.record"
    case provisionAdd = "provision.add"
    case provisionCorrect = "provision.correct"
    case promise, panel
    case promised = "promise.end"

    /// Whether it is about what the Local Offer holds, and no child.
    var isOffer: Bool { [.offerReport, .offerAdd, .offerCorrect, .offerGap].contains(self) }
  }

  /// What a form is about.
  package enum About: Hashable, Sendable {
    /// A step of these plans, or a note on the child; the history is of the one plan, as it was
    /// seen when the form was opened, and nil for several.
    case plans([Plan.ID], Child.ID, PlanHistory?)
    /// Services that a family was told of.
    case services([OfferHit], Child.ID?)
    /// What came of a signpost, as it was seen when the form was opened.
    case signpost(Signpost)
    /// The entry of a service; nil for one that is added.
    case entry(OfferHit?)
    /// An entry of the directory: whom to ask.
    case asked(DirectoryHit)
    /// What would be kept of a search that found nothing.
    case theme(OfferTheme)
    /// A request that begins an assessment of this child.
    case request(Child.ID)
    /// As it was seen when the form was opened.
    case assessment(Assessment)
    case advice(AdviceParts)
    case provision(ProvisionParts)
    /// A line that is added to one of these sections of this child.
    case newProvision(Child.ID, [PlanSection])
    /// Something that is promised about this child.
    case promise(Child.ID)
    /// The child's case is put to a panel, with the question that fits it.
    case panel(Child.ID, question: String)
    /// What came of a promise, as it was seen when the form was opened.
    case promised(Promise)
  }

  package let kind: Kind
  package let about: About
  let subject: Subject
  package internal(set) var form: Form
  let today: Day
  /// All rows were to be marked and were not: it says that it is for one child alone.
  private var warnsThatItIsForOne = false
  /// Children who could be taken for the one it is for; nil until that is known.
  private(set) var lookAlikes: [LookAlike]?
  /// Whether they are being looked for: keys wait for the answer.
  var awaitsLookAlikes = false
  var awaitsSettings = false
  private var settingsAreKnown = false

  init(
    _ kind: Kind, _ about: About, subject: Subject, today: Day, rules: RuleBook,
    values: [String: String] = [:]
  ) {
    self.kind = kind
    self.about = about
    self.subject = subject
    self.today = today
    form = Form(
      title: RecordingForm.title(kind), fields: RecordingForm.fields(kind, about, today, rules))
    form.follow = RecordingForm.followProvision(kind, today)
    for (name, value) in values where !value.isEmpty {
      form.setValue(value, of: FieldID(name))
    }
    followOutcome()
  }

  /// The plans that are recorded on; none where it is about something else.
  package var plans: [Plan.ID] {
    if case .plans(let plans, _, _) = about { plans } else { [] }
  }

  /// Whether it is for several at once.
  var isForMany: Bool {
    if case .advice(let parts) = about { return parts.ids.count > 1 }
    if case .provision(let parts) = about { return parts.ids.count > 1 }
    return plans.count > 1
  }

  /// Nil where no child is named.
  package var child: Child.ID? {
    switch about {
    case .plans(_, let child, _): child
    case .services(_, let child): child
    case .signpost(let signpost): signpost.child
    case .request(let child): child
    case .assessment(let assessment): assessment.child
    case .advice(let parts): parts.assessment?.child
    case .provision(let parts): parts.seen?.child
    case .newProvision(let child, _): child
    case .promise(let child), .panel(let child, _): child
    case .promised(let promise): promise.child
    case .entry, .asked, .theme: nil
    }
  }

  /// The one plan's history as it was seen when the form was opened; nil for several.
  var history: PlanHistory? {
    if case .plans(let plans, _, let history) = about, plans.count <= 1 { history } else { nil }
  }

  private static func title(_ kind: Kind) -> String {
    switch kind {
    case .meeting: "Review meeting held"
    case .decision: "Decision after the review"
    case .book: "Book or move the meeting"
    case .invite: "Invitations and papers"
    case .views: "Views are in"
    case .report: "Report sent"
    case .notice: "Amendment notice sent"
    case .finalPlan: "Final plan sent"
    case .early: "Early or interim review"
    case .adjourned: "Meeting adjourned"
    case .notHeld: "No review meeting in the year"
    case .note: "Note or contact"
    case .signpost: "Signpost the family"
    case .followUp: "What came of it"
    case .sheet: "The family's sheet"
    case .offerReport: "Say that an entry is wrong"
    case .offerAdd: "Add a service"
    case .offerCorrect: "Correct an entry"
    case .offerGap: "Keep this search as a gap"
    case .assessBegin: "Request for an assessment received"
    case .assessDecide: "Decision on the request"
    case .assessDraft: "Draft plan sent"
    case .assessViews: "Representations are in"
    case .assessFinal: "Final plan sent"
    case .assessException: "Exception"
    case .assessConsult: "Consult settings"
    case .assessReply: "Advice or an answer is in"
    case .assessOther: "Other step of the assessment"
    case .adviceAsk: "Ask for advice"
    case .adviceDecide: "Decide on the request for advice"
    case .adviceKnown: "Known to the service?"
    case .adviceChase: "Advice chased"
    case .adviceIn: "Advice is in"
    case .adviceCheck: "Check the advice"
    case .adviceAssign: "Assign the advice"
    case .adviceMeetings: "Meetings to be joined with the review"
    case .provisionRecord: "What became of the provision"
    case .provisionAdd: "Add a line of provision"
    case .provisionCorrect: "Correct the line of provision"
    case .promise: "Yes, I will"
    case .panel: "Put to a panel"
    case .promised: "What came of the promise"
    }
  }

  private static func fields(
    _ kind: Kind, _ about: About, _ today: Day, _ rules: RuleBook
  ) -> [FormField] {
    switch about {
    case .plans(let plans, _, let history):
      fields(kind, history, isBulk: plans.count > 1, today, rules)
    case .services: kind == .sheet ? sheetFields(today) : signpostFields(today)
    case .signpost(let signpost): followUpFields(signpost, today)
    case .entry(let service): offerFields(kind, service)
    case .asked(let hit): reportFields(hit)
    case .theme: offerFields(kind, nil)
    case .request: requestFields(today)
    case .assessment(let assessment): assessmentFields(kind, assessment, today)
    case .advice(let parts): adviceFields(kind, parts, today)
    case .provision(let parts): provisionFields(kind, parts, today)
    case .newProvision(_, let sections): newProvisionFields(sections, today)
    case .promise: promiseFields(today)
    case .panel(_, let question): panelFields(question, today)
    case .promised: promisedFields(today)
    }
  }

  private static func fields(
    _ kind: Kind, _ history: PlanHistory?, isBulk: Bool, _ today: Day, _ rules: RuleBook
  ) -> [FormField] {
    func happened(_ label: String, _ step: ReviewStep) -> FormField {
      .text(
        "day", label, hint: "today",
        reader: dayReader(today, .past, step, history, rules))
    }
    // Where a digit would begin a review of its own or replace a decision, it waits for Enter.
    let isDecided = kind == .decision && history?.currentReview?.isComplete == true
    func choice(
      _ label: String, _ choices: [(String, String)]
    ) -> FormField {
      .choice(
        "what", label, choices.map { ChoiceList<String>.Choice($0.0, $0.1) },
        savesAtOnce: !isBulk && !isDecided,
        reader: {
          $0.isEmpty
            ? .failure(FieldProblem("Choose one of these."))
            : .success("")
        })
    }
    switch kind {
    case .meeting: return [happened("Held on", .meetingHeld)]
    case .report: return [happened("Sent on", .reportSent)]
    case .notice: return [happened("Sent on", .noticeSent)]
    case .decision:
      return [
        choice("Decision", [("M", "maintain"), ("A", "amend"), ("C", "cease")]),
        happened("Sent on", .decided),
      ]
    case .views:
      return [
        choice("Whose", [("child", "child or young person"), ("family", "family")]),
        happened("Came on", .childViews), .text("note", "Their words", hint: "optional"),
      ]
    case .invite:
      return [
        choice(
          "What",
          [
            ("papers", "papers sent to all invited"), ("invited", "invitations sent"),
            ("advice", "advice asked for"),
          ]), happened("Sent on", .papersSent),
      ]
    case .finalPlan:
      guard !isBulk, let history, history.phaseFinal == nil, history.openTransfer != nil else {
        return [happened("Sent on", .finalPlanSent)]
      }
      return [
        choice(
          "Which",
          [
            ("amended", "final amended plan"),
            ("transfer", "final plan that names the next setting: ends the phase transfer"),
          ]), happened("Sent on", .finalPlanSent),
      ]
    case .book, .early:
      return [
        .text(
          "day", "Meeting on", hint: "14 Oct, 14/10, +2w",
          reader: dayReader(today, .future, .meetingBooked, history, rules))
      ]
    case .adjourned:
      let booked = history?.currentReview?.day(of: .meetingBooked)
      return [
        .text("note", "Reason", reader: reasonReader),
        .text(
          "day", "Meeting of", booked?.description ?? "", hint: "the day it was booked for",
          reader: dayReader(today, .past, .adjourned, history, rules)),
      ]
    case .notHeld:
      return [
        .text("note", "Reason", reader: reasonReader), happened("Settled on", .notHeldInYear),
      ]
    case .note:
      return [
        .area(
          "text", "Note", rows: 6,
          reader: {
            $0.contains { !$0.isWhitespace }
              ? .success("") : .failure(FieldProblem("Write something, or leave the form."))
          })
      ]
    default: return []
    }
  }

  private static let reasonReader: FieldReader = {
    $0.contains { !$0.isWhitespace }
      ? .success("") : .failure(FieldProblem("Say why, in a few words."))
  }

  /// Reads a day and says it in full, with the next date that follows from it.
  private static func dayReader(
    _ today: Day, _ leaning: DayInput.Leaning, _ step: ReviewStep, _ history: PlanHistory?,
    _ rules: RuleBook
  ) -> FieldReader {
    { typed in
      do throws(DayInput.Problem) {
        let day = try day(typed, today, leaning)
        var echo = day.long
        if day == today { echo = "today, " + echo }
        if day < today.adding(months: -60) { echo += " (over five years back)" }
        if day.isWeekend {
          echo += " (a weekend)"
        } else if rules.context.holidays.contains(day) {
          echo += " (a bank holiday)"
        }
        let facts = RuleFacts(days: [("review_meeting", day)])
        let kind = history?.kind ?? PlanKind.ehcp
        func due(_ duty: PlanKind.Duty) -> Day? {
          rules.rule(for: duty, of: kind).flatMap { rules.due($0, facts) }
        }
        if step == .meetingHeld, let due = due(.decision) {
          echo += " · decision due by \(due.short(in: today))"
        }
        if step == .meetingBooked, let due = due(.papers) {
          echo += " · papers due by \(due.short(in: today))"
        }
        return .success(echo)
      } catch { return .failure(FieldProblem(error.sentence)) }
    }
  }

  /// Nothing typed is today, for what happened; for what is planned a day must be typed.
  static func day(
    _ typed: String, _ today: Day, _ leaning: DayInput.Leaning
  ) throws(DayInput.Problem) -> Day {
    let isBlank = typed.allSatisfy { $0 == " " }
    return isBlank && leaning == .past
      ? today : try DayInput.read(typed, today: today, leaning: leaning)
  }

  /// What the filled form records; nil where a field still has a problem.
  var recording: ReviewRecording? {
    let leaning: DayInput.Leaning = kind == .book || kind == .early ? .future : .past
    guard let day = try? RecordingForm.day(form.value("day"), today, leaning) else { return nil }
    let what = form.value("what")
    switch kind {
    case .meeting: return ReviewRecording(.meetingHeld, on: day)
    case .report: return ReviewRecording(.reportSent, on: day)
    case .notice: return ReviewRecording(.noticeSent, on: day)
    case .decision:
      return ReviewRecording(.decided, on: day, outcome: ReviewOutcome(rawValue: what))
    case .views:
      return ReviewRecording(
        what == "family" ? .familyViews : .childViews, on: day, note: form.value("note"))
    case .invite:
      let step: ReviewStep =
        what == "invited" ? .invited : what == "advice" ? .adviceRequested : .papersSent
      return ReviewRecording(step, on: day)
    case .finalPlan:
      return ReviewRecording(.finalPlanSent, on: day, namesNextSetting: what == "transfer")
    case .book: return ReviewRecording(.meetingBooked, on: day)
    case .early: return ReviewRecording(.meetingBooked, on: day, isEarly: true)
    case .adjourned: return ReviewRecording(.adjourned, on: day, note: form.value("note"))
    case .notHeld: return ReviewRecording(.notHeldInYear, on: day, note: form.value("note"))
    default: return nil
    }
  }

  /// Why what stands there could not be recorded, as the history was when the form was opened; nil
  /// where nothing is known against it, and for several plans at once.
  var refusal: String? {
    if let problem = signpostProblem { return problem.sentence }
    if let problem = assessmentProblem { return problem.sentence }
    if let problem = provisionProblem { return problem.sentence }
    if let problem = promiseProblem { return problem.sentence }
    guard let history, let recording else { return nil }
    do throws(RecordingProblem) {
      _ = try history.target(of: recording, today: today)
      return nil
    } catch { return error.sentence }
  }

  /// What saving would do, where it is more than adding a step: said before it is done.
  func remark(_ words: Words) -> String? {
    let warning = warnsThatItIsForOne ? "For this one child only: the rows were not marked." : nil
    let parts = [
      lookAlikeRemark(words), warning, effect, offerRemark, agesRemark(words), signpostRemark,
    ]
    .compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Says that it is for one child alone, and lets no single digit record anything.
  mutating func warnThatItIsForOne() {
    warnsThatItIsForOne = true
    form.savesNothingAtOnce()
  }

  /// Settings that can be consulted; keys wait until they are known.
  mutating func know(settings: [String]) {
    awaitsSettings = false
    settingsAreKnown = true
    guard let index = form.fields.firstIndex(where: { $0.id == "note" }),
      case .picks(let list) = form.fields[index].input
    else { return }
    form.fields[index].input = .picks(PickList(settings, marked: list.marked))
  }

  /// Whether the settings that can be consulted are still to be asked for.
  var needsSettings: Bool { kind == .assessConsult && !settingsAreKnown && !awaitsSettings }

  /// The one child it is for; nil for several and where none is named.
  var onlyChild: Child.ID? { isForMany ? nil : child }

  /// Where another child could be taken for this one, no single digit records anything.
  mutating func know(_ alike: [LookAlike]) {
    awaitsLookAlikes = false
    lookAlikes = alike
    if !alike.isEmpty { form.savesNothingAtOnce() }
  }

  private var effect: String? {
    guard let history else { return nil }
    // Before a choice is made the first stands for it: the effect hangs on step and day alone.
    var filled = recording
    if kind == .decision, filled?.outcome == nil { filled?.outcome = .maintain }
    return filled.flatMap { history.effect(of: $0).sentence }
  }

  /// What stays if the line drops now.
  var draft: Draft {
    var draft = Draft(
      action: kind.rawValue, child: child?.rawValue ?? 0, plans: plans.map(\.rawValue),
      values: Dictionary(
        uniqueKeysWithValues: form.values.map { ($0.key.rawValue, $0.value) }))
    switch about {
    case .plans: break
    case .services(let hits, _): draft.services = hits.map(\.id)
    case .signpost(let signpost): draft.signpost = signpost.id.rawValue
    case .entry(let hit): draft.services = hit.map { [$0.id] }
    case .asked(let hit): draft.asked = hit.id
    case .theme, .request, .promise, .panel: break
    case .promised(let promise): draft.promise = promise.id.rawValue
    case .assessment(let assessment): draft.assessment = assessment.id.rawValue
    case .advice(let parts):
      draft.assessment = parts.assessment?.id.rawValue
      draft.advice = parts.ids.map(\.rawValue)
    case .provision(let parts): draft.provision = parts.ids.map(\.rawValue)
    case .newProvision: break
    }
    return draft
  }

  /// What the announcement will say: "Decision to amend recorded for …".
  func doneWords(_ words: Words) -> String {
    let name = name(words)
    let done =
      signpostDoneWords(name) ?? assessmentDoneWords(name) ?? provisionDoneWords(name)
      ?? promiseDoneWords(name)
    if let done { return done }
    if kind.isOffer { return offerDoneWords }
    guard let recording else { return "Note added for \(name)" }
    var said = recording.step.phrase
    if let outcome = recording.outcome { said = "decision to \(outcome.word)" }
    if recording.isEarly { said = "early review meeting booked" }
    let verb = recording.step.isPlanned ? "for" : "on"
    return "\(said.prefix(1).uppercased() + said.dropFirst()) \(verb) \(recording.day.long): "
      + name
  }

  /// Rows that its fields have from the beginning, so that the box stands still while they are
  /// filled in.
  private var leastFields: Int {
    switch kind {
    case .signpost, .followUp, .sheet, .adviceAsk, .adviceDecide: 10
    case .provisionRecord: 11
    case .provisionAdd, .provisionCorrect: 13
    case .assessBegin, .assessOther, .adviceCheck, .adviceKnown: 8
    case .offerReport: 9
    default: 4
    }
  }

  /// Rows of its box, whom it is for, the blank one and the keys.
  private static let frame = 5

  /// Draws the form as a box over the screen.
  @discardableResult
  func draw(on canvas: inout Canvas, in rect: Rect, _ words: Words) -> Point {
    let width = min(72, rect.width)
    let remarks =
      remark(words).map { WordWrap.lines($0, width: width - 4, glyphs: canvas.glyphs) } ?? []
    // Room for a correction in full, and for the usual echo from the beginning.
    let fields = form.height(width: width - 4, glyphs: canvas.glyphs)
    let room = rect.height - fields - max(1, remarks.count) - RecordingForm.frame + 1
    let subject = subjectLines(
      words, width: width - 4, glyphs: canvas.glyphs, most: min(4, max(2, room)))
    let height = min(
      rect.height,
      max(leastFields, fields) + max(1, remarks.count) + RecordingForm.frame
        + subject.count - 1)
    let box = rect.centred(Size(width: width, height: height))
    let inner = Box.draw(on: &canvas, in: box, title: form.title).inset(columns: 1)
    for (row, line) in subject.enumerated() {
      canvas.write(line, at: inner.row(row).origin, width: inner.width, role: .title)
    }
    let (middle, foot) = inner.splitTop(subject.count).rest.splitBottom(1)
    canvas.write(keys(words), at: foot.origin, width: foot.width, role: .muted)
    for (row, remark) in remarks.enumerated() {
      canvas.write(remark, at: middle.row(row).origin, width: middle.width, role: .soon)
    }
    return form.draw(
      on: &canvas, in: middle.splitTop(max(1, remarks.count)).rest.splitBottom(1).rest)
  }
}
