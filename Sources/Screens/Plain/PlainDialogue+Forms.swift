import SENDDomain
import TerminalKit

/// Forms, asked one field at a time.
extension PlainDialogue {
  mutating func introduce(_ form: RecordingForm, isNew: Bool) {
    if isNew {
      // Not yet done: the words say so, for it is heard before it is.
      lines.append("To record: \(form.form.title.lowercasedFirst). \(form.subject(root.words))")
      lines.append(
        "An empty line takes what stands there, \"stop\" leaves the form, \"?\" tells what else.")
    }
    guard field < form.form.fields.count else {
      if let remark = form.remark(root.words) { lines.append(remark) }
      if form.plans.count > 1 { lines.append("This is for \(form.plans.count) plans.") }
      lines.append("Type y to save it, n to leave it unsaved.")
      return
    }
    let one = form.form.fields[field]
    if case .choice(let list) = one.input {
      for (index, choice) in list.choices.enumerated() {
        let hint = choice.hint.isEmpty ? "" : ", \(choice.hint)"
        lines.append("\(index + 1). \(choice.label)\(hint)")
      }
    }
    if let problem = one.problem { lines.append(problem.sentence) }
    lines.append(ask(one))
  }

  /// What is asked for, with what an empty line takes.
  private func ask(_ one: FormField) -> String {
    if case .choice(let list) = one.input {
      return list.chosen == nil
        ? one.reader == nil ? "Type a number; an empty line leaves it out." : "Type a number."
        : "Type a number; an empty line takes \(list.chosenLabel)."
    }
    if !one.value.isEmpty {
      return "\(one.label), as it stands: \(one.isFree ? root.words.free(one.value) : one.value)"
    }
    switch one.hint {
    case "today": return "\(one.label): an empty line is today."
    case "optional": return "\(one.label): an empty line leaves it out."
    case "": return "\(one.label): type it on one line."
    default:
      let isExample = one.hint.contains { $0.isNumber }
      return "\(one.label)\(isExample ? ", such as" : ""): \(one.hint)"
    }
  }

  mutating func answer(_ line: String, _ form: RecordingForm) -> [Effect] {
    let typed: String
    switch PlainDialogue.formLine(line) {
    case .stop: return stop()
    case .back:
      field = max(0, field - 1)
      return []
    case .help:
      helpInForm()
      return []
    case .elsewhere(let word):
      let isFree = form.form.fields.indices.contains(field) && form.form.fields[field].isFree
      lines.append(
        "\"\(word)\" does nothing inside a form: \"stop\" leaves it."
          + (isFree ? " \"=\(word)\" makes it the answer." : ""))
      return []
    case .answer(let answer): typed = answer
    }
    guard field < form.form.fields.count else {
      switch line.lowercased() {
      case "y", "yes":
        let effects = press(.ctrl("s"))
        if effects.isEmpty { goToProblem() }
        return effects
      case "n", "no": return stop()
      default:
        return []
      }
    }
    var form = form
    guard fill(&form, typed) else { return [] }
    form.form.fields[field].check()
    // Said now and not when all is to be saved: the day before the one it must follow.
    let asked = form.form.fields[field].id
    if asked == "day" || asked == "again", form.form.fields[field].problem == nil,
      let why = form.refusal, form.signpostProblem == nil || form.signpostField == asked
    {
      form.form.refuse(asked, FieldProblem(why))
    }
    root.layers[root.layers.count - 1] = .form(form)
    let one = form.form.fields[field]
    // What is wrong is said with what is asked next, which is the same again.
    guard one.problem == nil else { return form.form.isDirty ? [.saveDraft(form.draft)] : [] }
    if case .success(let echo)? = one.reading, !echo.isEmpty {
      lines.append("\(one.label): \(echo)")
    } else if case .choice(let list) = one.input {
      lines.append("\(one.label): \(list.chosenLabel)")
    }
    field += 1
    while field < form.form.fields.count, form.passesOver(form.form.fields[field].id) { field += 1 }
    if form.isShownSheet {
      // Nothing is written, so there is neither a file to name nor anything to save.
      while field < form.form.fields.count, form.form.fields[field].id == "path" { field += 1 }
      if field == form.form.fields.count { return press(.ctrl("s")) }
    }
    return form.form.isDirty ? [.saveDraft(form.draft)] : []
  }

  /// Puts the answer into the field that was asked for.
  ///
  /// - Returns: Whether it is one that the field can hold.
  private mutating func fill(_ form: inout RecordingForm, _ line: String) -> Bool {
    let one = form.form.fields[field]
    guard case .choice(let list) = one.input else {
      if !line.isEmpty { form.form.setValue(line == "=" ? "" : line, of: one.id) }
      return true
    }
    // Without a reader nothing need be chosen.
    if line.isEmpty, list.chosen != nil || one.reader == nil { return true }
    let typed = line.lowercased()
    let chosen =
      Int(line).flatMap { list.choices.indices.contains($0 - 1) ? list.choices[$0 - 1] : nil }
      ?? list.choices.first { $0.label.lowercased().hasPrefix(typed) && !typed.isEmpty }
    guard let chosen else {
      lines.append("\"\(line)\" is none of these.")
      return false
    }
    form.form.setValue(chosen.value, of: one.id)
    form.followOutcome()
    return true
  }

  /// What saving found wrong is asked for again.
  mutating func goToProblem() {
    guard case .form(let form)? = root.layers.last else { return }
    if let bad = form.form.fields.firstIndex(where: { $0.problem != nil }) {
      field = bad
    }
  }

  private mutating func stop() -> [Effect] {
    lines.append("Left; nothing was recorded.")
    guard case .form? = root.layers.last else { return [] }
    root.layers.removeLast()
    return [.saveDraft(nil)]
  }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension FormField {
  var isChoice: Bool {
    if case .choice = input { return true }
    return false
  }
}
