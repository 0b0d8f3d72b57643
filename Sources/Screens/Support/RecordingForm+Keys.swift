import TerminalKit

/// What the keys do in a form now, as its last line says it.
///
/// One rule: a digit for what the form asks first saves it all, for nothing else is needed; a digit
/// in any other list only chooses. Where saving would do more than the digit says (for several
/// children, over what is on file) the first list only chooses too. Enter goes on, and saves on the
/// last field; where a field is still to be filled in or put right, both go there instead.
extension RecordingForm {
  func keys(_ words: Words) -> String {
    let save = words.key(.save)
    let end = " · Esc leaves"
    guard let field = form.focusedField else { return "Esc leaves" }
    if kind == .offerAdd || kind == .offerCorrect {
      return "\(save) saves · Tab or Enter next of \(form.fields.count) fields" + end
    }
    let many = max(plans.count, parts)
    let all = many > 1 ? " for all \(many)" : ""
    let isLast = form.focused == form.fields.count - 1
    let bad = badField
    switch field.input {
    case .area: return "\(save) saves · \(words.key(.editor)) your editor" + end
    case .choice where kind == .provisionRecord && field.id == "what" && !isForMany:
      return "1 2 3 6 save · 4 5 ask more · Tab first for the rest" + end
    case .choice(let list):
      let digits = list.choices.count > 1 ? "1-\(min(9, list.choices.count))" : "1"
      if field.goesOn {
        return "\(digits) "
          + (isLast ? "saves" : "goes on, \(form.fields.count - form.focused) left")
          + end
      }
      if field.savesAtOnce {
        if let bad { return "\(digits) chooses, then to: \(bad)" + end }
        return "\(digits) saves at once" + (isLast ? "" : " · Tab first for the rest") + end
      }
      return "\(digits) chooses\(all) · " + (isLast ? "Enter saves" : "Enter next field") + end
    case .picks(let list) where list.isNarrowed:
      return "Enter marks it · Backspace takes letters away" + end
    case .picks:
      return "Space marks · Enter " + (field.savesAtOnce ? "saves them" : "goes on")
        + (isLast ? "" : " · Tab first for the rest") + end
    case .text:
      if !isLast { return "Enter next field" + (bad == nil ? " · \(save) saves\(all)" : "") + end }
      if let bad { return "Enter goes to: \(bad)" + end }
      return "Enter saves\(all)"
        + (form.fields.count > 1 && all.isEmpty ? " · Tab next field" : "") + end
    }
  }

  /// How many parts of advice or lines of provision are recorded on.
  private var parts: Int {
    switch about {
    case .advice(let parts): parts.ids.count
    case .provision(let parts): parts.ids.count
    default: 0
    }
  }

  /// The first field, but the one in front, that cannot be taken as it stands.
  private var badField: String? {
    zip(0..., form.fields).first { index, field in
      guard index != form.focused, case .failure? = field.reading else { return false }
      return true
    }?.1.label
  }
}
