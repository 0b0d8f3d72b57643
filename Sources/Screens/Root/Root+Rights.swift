import SENDDomain
import TerminalKit

/// What the role in which somebody works does not record. What the store refuses is refused here
/// before anything is typed, with the reason.
extension Root {
  /// What is recorded of a child's case.
  private static let casework = Set(forms.keys).union(assessmentForms.keys)
    .union(adviceForms.keys).union([
      .assessBegin, .promise, .panel, .assign, .provisionRecord, .provisionAdd, .provisionCorrect,
    ])

  /// Acts of the authority.
  private static let authoritys: Set<ActionID> = [
    .decision, .notice, .finalPlan, .assessDecide, .assessDraft, .assessFinal, .assessException,
    .assessConsult,
  ]

  func disabledByRole(_ action: ActionID) -> String? {
    let sight = setting.sight
    if Root.casework.contains(action), let why = sight.refusesRecording {
      return why.lowercasedFirst.withoutStop
    }
    if Root.authoritys.contains(action), !sight.decides {
      return "case officers and managers record what the authority decides and sends"
    }
    return nil
  }
}
