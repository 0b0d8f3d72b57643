import SENDDomain
import TerminalKit

/// Forms about what a family was told of, and what came of it.
extension RecordingForm {
  /// What is asked first is what only the family can say; the digit keeps it all at once.
  static func signpostFields(_ today: Day) -> [FormField] {
    [
      .choice(
        "consent", "May we check back?",
        [
          .init("given", "yes", hint: "in two weeks, unless you say when"),
          .init("refused", "no"), .init("not_asked", "not asked"),
        ], savesAtOnce: true,
        reader: {
          $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("")
        }),
      .choice(
        "manner", "How it was given",
        Signpost.Manner.allCases.map { .init($0.rawValue, $0.words) },
        chosen: Signpost.Manner.readOut.rawValue),
      .text("again", "Check back on", hint: "in two weeks", reader: againReader(today)),
      .text("day", "Told on", hint: "today", reader: pastReader(today)),
      .text("language", "Language", hint: "optional"),
      .text("note", "What they will do", hint: "optional"),
    ]
  }

  static func followUpFields(_ signpost: Signpost, _ today: Day) -> [FormField] {
    [
      .choice(
        "what", signpost.next?.title ?? "",
        Signpost.Outcome.allCases.map { .init($0.rawValue, $0.words) }, savesAtOnce: true,
        reader: {
          $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("")
        }),
      .choice(
        "reason", "Why",
        [.init("none", "not said")]
          + Signpost.Reason.allCases.map { .init($0.rawValue, $0.words) }, chosen: "none"),
      .text("note", "Their words", hint: "optional"),
      .text("day", "They said so on", hint: "today", reader: pastReader(today)),
      .text("again", "Ask again on", hint: againHint(nil), reader: askAgainReader(nil, today)),
    ]
  }

  private static let neverAgain = "nobody asks again"

  private static func againHint(_ outcome: Signpost.Outcome?) -> String {
    switch outcome {
    case nil: "if waiting: in two weeks"
    case .waiting, .couldNotReach: "in two weeks, or \"no\""
    case .gotHelp, .didNotFit: neverAgain
    }
  }

  /// Where the outcome is not the end of it, two weeks on is the usual day to ask again: what the
  /// empty field means follows what was chosen.
  mutating func followOutcome() {
    guard kind == .followUp, let index = form.fields.firstIndex(where: { $0.id == "again" })
    else { return }
    let outcome = Signpost.Outcome(rawValue: form.value("what"))
    form.fields[index].hint = RecordingForm.againHint(outcome)
    form.fields[index].reader = RecordingForm.askAgainReader(outcome, today)
    if form.fields[index].problem != nil { form.fields[index].check() }
  }

  private static func pastReader(_ today: Day) -> FieldReader {
    { typed in
      do throws(DayInput.Problem) {
        let day = try day(typed, today, .past)
        return .success(day == today ? "today, \(day.long)" : day.long)
      } catch { return .failure(FieldProblem(error.sentence)) }
    }
  }

  /// Nothing typed is two weeks on.
  private static func againReader(_ today: Day) -> FieldReader {
    { typed in
      do throws(DayInput.Problem) {
        let day = try askOn(typed, today) ?? SignpostRecording.usualAsking(after: today)
        return toCome(day, today)
      } catch { return .failure(FieldProblem(error.sentence)) }
    }
  }

  private static func askAgainReader(_ outcome: Signpost.Outcome?, _ today: Day) -> FieldReader {
    { typed in
      do throws(DayInput.Problem) {
        if let day = try askAgain(typed, outcome, today) { return toCome(day, today) }
        return .success(isNever(typed) ? neverAgain : "")
      } catch { return .failure(FieldProblem(error.sentence)) }
    }
  }

  /// When to ask again; nil where nobody will.
  private static func askAgain(
    _ typed: String, _ outcome: Signpost.Outcome?, _ today: Day
  ) throws(DayInput.Problem) -> Day? {
    if isNever(typed) { return nil }
    if let day = try askOn(typed, today) { return day }
    return outcome?.isUnsettled == true ? SignpostRecording.usualAsking(after: today) : nil
  }

  /// Whether what was typed says that nobody asks again.
  private static func isNever(_ typed: String) -> Bool {
    ["no", "never", "none", "-"].contains(typed.trimmed.lowercased())
  }

  private static func toCome(_ day: Day, _ today: Day) -> Result<String, FieldProblem> {
    day < today
      ? .failure(FieldProblem("\(day.long) is past: check back on a day to come."))
      : .success(day.long + (day.isWeekend ? " (a weekend)" : ""))
  }

  /// Nil where nothing is typed.
  private static func askOn(_ typed: String, _ today: Day) throws(DayInput.Problem) -> Day? {
    let isBlank = typed.allSatisfy { $0 == " " }
    return isBlank ? nil : try DayInput.read(typed, today: today, leaning: .future)
  }

  /// What the filled form keeps of services; nil where it is about something else or a field still
  /// has a problem.
  var signpostRecording: SignpostRecording? {
    guard case .services(let hits, let child) = about,
      let consent = Signpost.Consent(rawValue: form.value("consent")),
      let day = try? RecordingForm.day(form.value("day"), today, .past),
      let again = try? RecordingForm.askOn(form.value("again"), today)
        ?? SignpostRecording.usualAsking(after: today)
    else { return nil }
    let isTyped = form.value("again").contains { $0 != " " }
    return SignpostRecording(
      child: child, day: day,
      manner: Signpost.Manner(rawValue: form.value("manner")) ?? .readOut,
      language: form.value("language").trimmed, consent: consent,
      note: form.value("note"), services: hits,
      // A day that was typed is not dropped in silence where the family did not agree.
      askOn: consent == .given || isTyped ? again : nil)
  }

  /// The same of what came of one.
  var followUpRecording: FollowUpRecording? {
    guard case .signpost(let signpost) = about, let service = signpost.next,
      let outcome = Signpost.Outcome(rawValue: form.value("what")),
      let day = try? RecordingForm.day(form.value("day"), today, .past)
    else { return nil }
    let again: Day?
    do { again = try RecordingForm.askAgain(form.value("again"), outcome, today) } catch {
      return nil
    }
    return FollowUpRecording(
      offered: service.id, outcome: outcome,
      reason: Signpost.Reason(rawValue: form.value("reason")), note: form.value("note"), day: day,
      askOn: again)
  }

  /// Why what stands there could not be kept.
  var signpostProblem: SignpostProblem? {
    if let recording = signpostRecording { return recording.problem(today: today) }
    if case .signpost(let signpost) = about {
      return followUpRecording?.problem(in: signpost, today: today)
    }
    return nil
  }

  /// The field that what is wrong stands in.
  var signpostField: FieldID {
    switch signpostProblem {
    case .noConsent: kind == .signpost ? "consent" : "again"
    case .askedBefore: "again"
    default: "day"
    }
  }

  /// - Parameter name: Of the child, as the announcement says it.
  func signpostDoneWords(_ name: String) -> String? {
    switch about {
    case .plans, .entry, .asked, .theme, .request, .assessment, .advice, .provision, .newProvision,
      .promise, .promised, .panel:
      return nil
    case .services(let hits, _):
      let what = hits.count == 1 ? hits[0].service.title : "\(hits.count) services"
      let back = signpostRecording?.askOn.map { ", check back \($0.long)" } ?? ""
      return "Signposted to \(what)\(back): \(name)"
    case .signpost(let signpost):
      guard let recording = followUpRecording, let service = signpost.next else { return nil }
      let reason = recording.reason.map { ", \($0.words)" } ?? ""
      let queue =
        reportedToo(recording, service) == nil ? "" : ", reported to the Local Offer team"
      let again = recording.askOn.map { ", ask again \($0.short(in: today))" } ?? ""
      return "\(service.title): \(recording.outcome.words)\(reason)\(again)\(queue): \(name)"
    }
  }

  /// What the queue for the Local Offer team is told of the entry besides; nil where nothing is.
  private func reportedToo(
    _ recording: FollowUpRecording, _ service: Signpost.Offered
  ) -> OfferReportReason? {
    service.service == nil ? nil : recording.reason?.aboutTheEntry
  }

  /// What saving does besides: said before it is done.
  var signpostRemark: String? {
    switch about {
    case .services(_, .some) where kind == .signpost:
      return "Kept in this child's record, whatever they answer: what they were told of, and how. "
        + "\"No\" means that nobody checks back."
    case .signpost(let signpost):
      guard let service = signpost.next,
        let reason = Signpost.Reason(rawValue: form.value("reason"))?.aboutTheEntry,
        service.service != nil
      else { return nil }
      return "Its entry is reported to the Local Offer team as well: \(reason.words)."
    default: return nil
    }
  }

  /// The same for a narrow line: when to ask, and for whom, if for somebody named.
  ///
  /// - Parameter isShort: Without the name of the service.
  func signpostDone(_ words: Words, isShort: Bool = true) -> String {
    guard case .services(let hits, _) = about else { return "" }
    let what = hits.count == 1 ? hits[0].service.title : "\(hits.count) services"
    let back = signpostRecording?.askOn.map { ", check back \($0.short(in: today))" } ?? ""
    return "Signposted" + (isShort ? "" : " to \(what)") + back
      + (subject.person == nil ? "" : ": \(name(words))")
  }

  /// When to check back, for the narrowest line; nil where nobody will.
  func checkBack(_ words: Words) -> String? {
    guard case .services = about, let day = signpostRecording?.askOn else { return nil }
    return "Check back \(day.short(in: today))" + (subject.person == nil ? "" : ": \(name(words))")
  }

  /// What is to be kept, for the store.
  var keeping: Keeping? {
    if let change = assessmentChange { return .assessment(change) }
    if let change = provisionChange { return .provision(change) }
    if let change = promiseChange { return .promise(change) }
    if let recording = signpostRecording { return .signpost(recording) }
    if case .signpost(let signpost) = about, let recording = followUpRecording {
      return .followUp(recording, seen: signpost)
    }
    return nil
  }
}
