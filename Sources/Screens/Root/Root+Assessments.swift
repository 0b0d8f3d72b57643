import SENDDomain
import TerminalKit

extension Root {
  /// The assessment that the focus is on; in a record the one that is open.
  var focusedAssessment: Assessment? {
    if let record { return record.record.assessments.first { !$0.stage.isClosed } }
    return screen == .offer ? nil : front.focusedRow?.assessed
  }

  /// The adviser's part that the focus is on.
  var focusedAdvice: Advice? {
    record == nil && screen != .offer ? front.focusedRow?.advicePart : nil
  }

  static let assessmentForms: [ActionID: RecordingForm.Kind] = [
    .assessDecide: .assessDecide, .assessDraft: .assessDraft, .assessViews: .assessViews,
    .assessFinal: .assessFinal, .assessException: .assessException, .adviceAsk: .adviceAsk,
    .assessConsult: .assessConsult, .assessReply: .assessReply, .assessOther: .assessOther,
  ]

  static let adviceForms: [ActionID: RecordingForm.Kind] = [
    .adviceDecide: .adviceDecide, .adviceKnown: .adviceKnown, .adviceChase: .adviceChase,
    .adviceIn: .adviceIn, .adviceCheck: .adviceCheck, .adviceAssign: .adviceAssign,
    .adviceMeetings: .adviceMeetings,
  ]

  /// Opens the form of an action about assessments; false where it is none.
  mutating func openAssessmentForm(_ action: ActionID) -> Bool {
    guard let person = focusedPerson, let child = focusedChild else { return false }
    let subject = RecordingForm.Subject.of(person.name, person.born)
    if action == .assessBegin {
      open(
        RecordingForm(
          .assessBegin, .request(child), subject: subject, today: words.today,
          rules: words.rules))
      return true
    }
    if let kind = Root.assessmentForms[action], let assessment = focusedAssessment {
      open(
        RecordingForm(
          kind, .assessment(assessment), subject: subject, today: words.today,
          rules: words.rules))
      return true
    }
    guard let kind = Root.adviceForms[action], let parts = adviceParts else { return false }
    open(
      RecordingForm(
        kind, .advice(parts),
        subject: parts.ids.count > 1
          ? .instead("\(parts.ids.count) marked requests for \(parts.adviser.desk?.words ?? "")")
          : .of(person.name, person.born, more: "  \(parts.adviser.words)"),
        today: words.today, rules: words.rules))
    return true
  }

  /// The marked parts, else the focused one.
  private var adviceParts: RecordingForm.AdviceParts? {
    if screen == .assessments, let desk, let list = advice[desk], list.list.marks.count > 1,
      let first = list.list.rows.first
    {
      return RecordingForm.AdviceParts(
        ids: list.list.marks.sorted(), adviser: first.advice.adviser)
    }
    return focusedAdvice.map {
      RecordingForm.AdviceParts(
        ids: [$0.id], adviser: $0.adviser, seen: $0, assessment: focusedAssessment)
    }
  }

  /// Why an action about assessments cannot be done now; nil where it can.
  func disabledAssessment(_ action: ActionID) -> String? {
    if action == .assessBegin {
      return focusedChild == nil
        ? "no child is in front"
        : focusedAssessment == nil ? nil : "an assessment of this child is open already"
    }
    if Root.assessmentForms[action] != nil {
      guard let assessment = focusedAssessment else {
        return front.focusedRow == nil ? "the list is empty" : "this child has no open assessment"
      }
      if action == .assessReply, !assessment.advice.contains(where: \.isAwaited),
        !assessment.consultations.contains(where: { $0.answered == nil })
      {
        return "nothing is awaited"
      }
      return nil
    }
    if Root.adviceForms[action] != nil {
      guard let part = focusedAdvice else { return "no advice is in front" }
      if part.isStateAlone { return "this role does not see what that service says" }
      let needsDesk: Set<ActionID> = [.adviceDecide, .adviceKnown, .adviceCheck]
      if needsDesk.contains(action), part.adviser.desk == nil {
        return "no desk handles \(part.adviser.words) advice"
      }
      if action == .adviceCheck, part.arrived == nil { return "it has not come in" }
    }
    return nil
  }
}
