import SENDDomain
import TerminalKit

/// Forms about an EHC needs assessment and the advice for it.
extension RecordingForm {
  /// Parts of advice that something is recorded on.
  package struct AdviceParts: Hashable, Sendable {
    package var ids: [Advice.ID]
    package var adviser: Adviser
    /// The one part as it was seen when the form was opened; nil for several.
    package var seen: Advice?
    /// The assessment of the one part.
    package var assessment: Assessment?
  }

  static func assessmentFields(
    _ kind: Kind, _ assessment: Assessment, _ today: Day
  ) -> [FormField] {
    let day = dayField("Sent on", today)
    switch kind {
    case .assessDecide:
      var choices: [(String, String)] = [("assess", "assess"), ("refuse", "not assess")]
      let isAgreed = assessment.outcome == .assess
      if isAgreed { choices.append(("no_plan", "not issue a plan")) }
      // What ends a matter that was agreed takes more than one digit.
      return [
        chosen("Decision", choices, savesAtOnce: !isAgreed), day,
        reason("Reason", isNeeded: false),
      ]
    case .assessDraft: return [day]
    case .assessViews:
      return [dayField("Came on", today), .text("note", "Their words", hint: "optional")]
    case .assessFinal: return [day]
    case .assessException:
      var code = FormField.choice(
        "what", "Exception",
        ["a", "b", "c", "d", "e"].map { .init($0, "\($0): \(ExceptionCode.meaning($0))") },
        reader: mustChoose)
      code.goesOn = true
      return [
        code, reason("What shows it", isNeeded: true), dayField("Recorded on", today),
      ]
    case .adviceAsk:
      return [
        chosen(
          "Of whom",
          [("usual", "usual: family, school, EP, social, paed")]
            + askable.map { ($0.rawValue, $0.words) }),
        .text("provider", "Team or provider", hint: "optional"), dayField("Asked on", today),
      ]
    case .assessConsult:
      return [
        .picks(
          "note", "Settings", [], savesAtOnce: true,
          reader: {
            $0.isEmpty ? .failure(FieldProblem("Mark one or more settings.")) : .success("")
          }), day,
      ]
    case .assessReply:
      let parts = assessment.advice.filter(\.isAwaited).map {
        ("advice \($0.id.rawValue)", "\($0.adviser.words) advice")
      }
      let replies = assessment.consultations.filter { $0.answered == nil }.flatMap { setting in
        Consultation.Reply.allCases.map {
          (
            "setting \(setting.id.rawValue) \($0.rawValue)",
            "\(setting.setting) \($0.words)"
          )
        }
      }
      return [
        chosen("What came", parts + replies), .text("note", "In words", hint: "optional"),
        dayField("Came on", today),
      ]
    case .assessOther:
      return [
        .choice(
          "what", "Step", RecordingForm.otherSteps.map { .init($0.word, $0.phrase) },
          reader: mustChoose),
        reason("Words", isNeeded: false, hint: "why, or which authority"),
        dayField("On", today),
      ]
    default: return []
    }
  }

  static func adviceFields(
    _ kind: Kind, _ parts: AdviceParts, _ today: Day
  ) -> [FormField] {
    let desk = parts.adviser.desk
    let isBulk = parts.ids.count > 1
    switch kind {
    case .adviceDecide:
      return [
        chosen(
          "Decision", (desk?.decisions ?? []).map { ($0.rawValue, $0.words) },
          savesAtOnce: !isBulk),
        reason("Words", isNeeded: false, hint: "a reason where it goes back"),
        dayField("Decided on", today),
      ]
    case .adviceKnown:
      return [
        chosen(
          "The service's own system says",
          (desk?.knownResults ?? []).map { ($0.rawValue, $0.words) }, savesAtOnce: !isBulk),
        dayField("Checked on", today),
      ]
    case .adviceChase: return [dayField("Chased on", today)]
    case .adviceIn:
      return [
        chosen("What came", [("advice", "advice"), ("nil", "advice that finds no needs")]),
        .text("note", "In words", hint: "for nil advice a standard text stands ready"),
        dayField("Came on", today),
      ]
    case .adviceCheck:
      return (desk?.criteria ?? []).map { criterion in
        var field = FormField.choice(
          FieldID(criterion.rawValue),
          criterion.words.prefix(1).uppercased()
            + criterion.words.dropFirst(), [.init("yes", "yes"), .init("no", "no")],
          chosen: parts.seen?.quality[criterion].map { $0 ? "yes" : "no" }, reader: mustChoose)
        field.goesOn = true
        return field
      }
    case .adviceAssign:
      return [.text("note", "To", parts.seen?.assignee ?? "", hint: "a name or a team")]
    case .adviceMeetings:
      return [
        dayToCome("review", "Looked-after review", parts.seen?.lookedAfterReview, today),
        dayToCome("meeting", "Education plan meeting", parts.seen?.educationPlanMeeting, today),
      ]
    default: return []
    }
  }

  static func requestFields(_ today: Day) -> [FormField] {
    [
      dayField("Received on", today),
      .choice(
        "source", "Asked by",
        CodeSet.requestSource.entries.map { .init($0.code, $0.meaning) }, chosen: "1"),
      .text("setting", "Setting", hint: "optional"),
      .text(
        "consent", "Consent on", hint: "optional",
        reader: { typed in
          typed.allSatisfy { $0 == " " } ? .success("") : read(typed, today)
        }),
      .text("note", "In words", hint: "optional"),
    ]
  }

  // MARK: - Fields

  private static let mustChoose: FieldReader = {
    $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("")
  }

  private static func chosen(
    _ label: String, _ choices: [(String, String)], savesAtOnce: Bool = true
  ) -> FormField {
    .choice(
      "what", label, choices.map { .init($0.0, $0.1) }, savesAtOnce: savesAtOnce,
      reader: mustChoose)
  }

  private static func dayField(_ label: String, _ today: Day) -> FormField {
    .text("day", label, hint: "today", reader: { read($0, today) })
  }

  private static func read(_ typed: String, _ today: Day) -> Result<String, FieldProblem> {
    do throws(DayInput.Problem) {
      let day = try day(typed, today, .past)
      return .success(day == today ? "today, \(day.long)" : day.long)
    } catch { return .failure(FieldProblem(error.sentence)) }
  }

  private static func dayToCome(
    _ id: FieldID, _ label: String, _ known: Day?, _ today: Day
  ) -> FormField {
    .text(
      id, label, known?.description ?? "", hint: "optional",
      reader: { typed in
        if typed.allSatisfy({ $0 == " " }) { return .success("") }
        do throws(DayInput.Problem) {
          return .success(try day(typed, today, .future).long)
        } catch { return .failure(FieldProblem(error.sentence)) }
      })
  }

  private static func reason(
    _ label: String, isNeeded: Bool, hint: String = "optional"
  ) -> FormField {
    .text(
      "note", label, hint: isNeeded && hint == "optional" ? "" : hint,
      reader: {
        isNeeded && $0.allSatisfy(\.isWhitespace)
          ? .failure(FieldProblem("Say it in a few words.")) : .success("")
      })
  }

  /// Those that can be asked one by one, the most frequent first.
  private static let askable: [Adviser] =
    [.socialCare, .psychology, .education, .speech, .occupational, .paediatrics, .camhs, .family]
    + Adviser.allCases.filter {
      ![
        .socialCare, .psychology, .education, .speech, .occupational, .paediatrics, .camhs,
        .family,
      ].contains($0)
    }

  /// Whom an authority always asks.
  private static let usual: [Adviser] = [
    .family, .education, .psychology, .socialCare, .paediatrics,
  ]

  /// Steps that have no key of their own.
  private static let otherSteps: [AssessmentStep] = [
    .received, .consent, .withdrawn, .movedAway, .movedIn, .mediationContact,
    .mediationWanted, .mediationHeld, .mediationCertificate, .appealReceived, .appealAnswered,
    .orderedToAssess, .orderedToIssue,
  ]

  // MARK: - What it keeps

  /// What the filled form keeps; nil where it is about something else or a field still has a
  /// problem.
  var assessmentChange: AssessmentChange? {
    let note = form.value("note")
    guard let day = try? RecordingForm.day(form.value("day"), today, .past) else { return nil }
    switch about {
    case .request(let child):
      let consent =
        form.value("consent").allSatisfy { $0 == " " }
        ? nil : try? RecordingForm.day(form.value("consent"), today, .past)
      return .begin(
        AssessmentRequest(
          child: child, received: day, source: form.value("source"),
          setting: form.value("setting").trimmed, consent: consent, note: note))
    case .assessment(let assessment): return change(of: assessment, day, note)
    case .advice(let parts):
      return adviceChange.map { .advice($0, parts.ids, on: day, seen: parts.seen) }
    default: return nil
    }
  }

  private func change(of assessment: Assessment, _ day: Day, _ note: String) -> AssessmentChange? {
    let what = form.value("what")
    func step(_ step: AssessmentStep, _ decision: RequestDecision? = nil) -> AssessmentChange {
      .record(
        AssessmentRecording(step, on: day, decision: decision, note: note), seen: assessment)
    }
    switch kind {
    case .assessDecide:
      return what == "no_plan"
        ? step(.notIssuing) : step(.decided, RequestDecision(rawValue: what))
    case .assessDraft: return step(.draftServed)
    case .assessViews: return step(.representations)
    case .assessFinal: return step(.finalSent)
    case .assessOther:
      return RecordingForm.otherSteps.first { $0.word == what }.map { step($0) }
    case .assessException:
      return ExceptionCode(what).map {
        .except(.init(code: $0, evidence: note.trimmed, day: day), assessment.id)
      }
    case .adviceAsk:
      let provider = form.value("provider").trimmed
      let advisers = what == "usual" ? RecordingForm.usual : Adviser(rawValue: what).map { [$0] }
      return advisers.map {
        .ask($0.map { AdviserAsked($0, provider: provider) }, assessment.id, on: day)
      }
    case .assessConsult:
      return .consult(
        note.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty },
        assessment.id, on: day)
    case .assessReply:
      let parts = what.split(separator: " ")
      guard parts.count > 1, let id = Int64(parts[1]) else { return nil }
      if parts[0] == "advice" {
        let seen = assessment.advice.first { $0.id.rawValue == id }
        return .advice(
          .arrived(isNil: false, words: note), [Advice.ID(rawValue: id)], on: day, seen: seen)
      }
      return parts.count < 3
        ? nil
        : Consultation.Reply(rawValue: String(parts[2])).map {
          .consultation(
            .answered($0, words: note), Consultation.ID(rawValue: id), on: day)
        }
    default: return nil
    }
  }

  private var adviceChange: AdviceChange? {
    guard case .advice(let parts) = about else { return nil }
    let (what, note) = (form.value("what"), form.value("note").trimmed)
    switch kind {
    case .adviceDecide: return TriageDecision(rawValue: what).map { .decided($0, words: note) }
    case .adviceKnown: return KnownResult(rawValue: what).map { .known($0) }
    case .adviceChase: return .chased
    case .adviceIn:
      let isNil = what == "nil"
      return .arrived(
        isNil: isNil, words: isNil && note.isEmpty ? Advice.standardNil(parts.adviser) : note)
    case .adviceCheck:
      var checked: [QualityCriterion: Bool] = [:]
      for criterion in parts.adviser.desk?.criteria ?? [] {
        checked[criterion] = form.value(FieldID(criterion.rawValue)) == "yes"
      }
      return .checked(checked)
    case .adviceAssign: return .assigned(note)
    case .adviceMeetings:
      func day(_ id: FieldID) -> Day? {
        let typed = form.value(id)
        return typed.allSatisfy { $0 == " " }
          ? nil : try? RecordingForm.day(typed, today, .future)
      }
      return .joined(lookedAfterReview: day("review"), educationPlanMeeting: day("meeting"))
    default: return nil
    }
  }

  /// Why what stands there could not be kept, as things were when the form was opened.
  var assessmentProblem: AssessmentProblem? {
    guard let change = assessmentChange else { return nil }
    switch change {
    case .record(let recording, let seen): return seen.problem(with: recording, today: today)
    case .except(let exception, _):
      guard case .assessment(let assessment) = about else { return nil }
      return assessment.problem(with: exception, today: today)
    case .advice(let change, _, let day, let seen?):
      let assessment: Assessment? =
        if case .assessment(let assessment) = about { assessment } else { onePartsAssessment }
      return assessment?.problem(with: change, on: day, of: seen, today: today)
    default: return nil
    }
  }

  private var onePartsAssessment: Assessment? {
    if case .advice(let parts) = about { parts.assessment } else { nil }
  }

  /// The field that a refusal belongs to.
  var refusedField: FieldID {
    switch assessmentProblem {
    case .wordsMissing, .evidenceMissing, .settingMissing, .knownAndNil: "note"
    case .decisionMissing, .wrongDesk: "what"
    default: "day"
    }
  }

  /// - Parameter name: Of the child, as the announcement says it.
  func assessmentDoneWords(_ name: String) -> String? {
    guard let change = assessmentChange else { return nil }
    let said: String
    switch change {
    case .begin(let request): said = "request received \(request.received.long)"
    case .record(let recording, _):
      let what =
        recording.decision.map { "decision to \($0.words) sent" } ?? recording.step.phrase
      said = "\(what) \(recording.day.long)"
    case .except(let exception, _): said = "exception \(exception.code.letter) recorded"
    case .ask(let advisers, _, _):
      said =
        advisers.count == 1
        ? "\(advisers[0].adviser.words) advice asked for"
        : "advice asked of \(advisers.count) advisers"
    case .advice(let change, let parts, _, _):
      said = change.phrase + (parts.count > 1 ? ", \(parts.count)" : "")
    case .consult(let settings, _, _):
      said = settings.count == 1 ? "setting consulted" : "\(settings.count) settings consulted"
    case .consultation(let change, _, _): said = change.phrase
    }
    return "\(said.prefix(1).uppercased() + said.dropFirst()): \(name)"
  }
}
