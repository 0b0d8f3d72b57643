import SENDDomain
import TerminalKit

/// A form that was left when the program last ended: first it is asked what to do with it, so that
/// lines meant for the lists are not taken as its answers.
extension PlainDialogue {
  mutating func introduceDraft(_ form: RecordingForm) {
    guard !introduced else { return }
    lines.append("")
    lines.append(
      "An unfinished form is kept: \(form.form.title.lowercasedFirst). \(form.subject(root.words))")
    lines += form.form.fields.filter { !$0.value.isEmpty }.map { one in
      if case .choice(let list) = one.input { return "\(one.label): \(list.chosenLabel)" }
      return "\(one.label): \(one.isFree ? root.words.free(one.value) : one.value)"
    }
    lines += ["1. go on with it", "2. drop it", "3. leave it for later", "Type a number."]
  }

  mutating func answerDraft(_ line: String, _ form: RecordingForm) -> [Effect] {
    introduced = false
    switch line.lowercased() {
    case "1", "go on", "go on with it":
      offersDraft = false
      field = 0
      return []
    case "2", "drop", "drop it":
      offersDraft = false
      root.layers.removeLast()
      lines.append("Dropped; nothing was recorded.")
      return [.saveDraft(nil)]
    case "3", "later", "leave it for later":
      offersDraft = false
      root.layers.removeLast()
      root.kept = form
      lines.append("Kept: the same action on this child brings it back.")
      return []
    default:
      lines.append("First say what to do with it: 1, 2 or 3.")
      introduced = true
      return []
    }
  }
}

extension FormField {
  /// Whether it holds words of people's own, which may name somebody.
  var isFree: Bool { id == "note" || id == "text" }
}
