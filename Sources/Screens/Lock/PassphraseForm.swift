import TerminalKit

/// Sets the lock's passphrase, or takes it away. Nothing typed in it is shown, kept as a draft or
/// said in a message.
struct PassphraseForm: Sendable {
  enum Kind: Sendable { case set, remove }

  static let leastLength = 8

  let kind: Kind
  private(set) var form: Form
  private(set) var isWaiting = false

  init(_ kind: Kind, hasOne: Bool) {
    self.kind = kind
    var fields: [FormField] = []
    if hasOne { fields.append(.hidden("current", "Passphrase now")) }
    if kind == .set {
      fields.append(
        .hidden("new", "New passphrase") { typed in
          typed.count >= PassphraseForm.leastLength
            ? .success("")
            : .failure(
              FieldProblem(
                "Type at least \(PassphraseForm.leastLength) characters: words are best."))
        })
      fields.append(.hidden("again", "The new one again"))
    }
    form = Form(
      title: kind == .set ? "Set the lock's passphrase" : "Remove the lock's passphrase",
      fields: fields)
  }

  enum Outcome: Sendable {
    case consumed
    case cancelled
    case submitted(current: Secret, new: Secret?)
  }

  mutating func handle(_ event: TerminalEvent) -> Outcome {
    switch form.handle(event) {
    case .cancel: return .cancelled
    case .consumed, .ignored: return .consumed
    case .save:
      guard !isWaiting else { return .consumed }
      if kind == .set, form.value("new") != form.value("again") {
        form.setValue("", of: "again")
        form.refuse("again", FieldProblem("The two differ: type the new one again."))
        return .consumed
      }
      isWaiting = true
      return .submitted(
        current: Secret(form.value("current")),
        new: kind == .set ? Secret(form.value("new")) : nil)
    }
  }

  /// What was typed as the passphrase that is set was not it.
  mutating func refuse(_ sentence: String) {
    isWaiting = false
    form.setValue("", of: "current")
    form.refuse(
      form.fields.contains { $0.id == "current" } ? "current" : "new", FieldProblem(sentence))
  }

  mutating func focus(field index: Int) { form.focus(at: index) }

  func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    let width = min(72, rect.width)
    let words =
      kind == .set
      ? "It locks these screens, by a key and after a time without one. It does not encrypt the "
        + "workspace. If it is forgotten it can only be removed outside Waymark."
      : "Without it nothing can be locked: the key for it offers to leave instead."
    let lines = WordWrap.lines(words, width: width - 4, glyphs: canvas.glyphs)
    // Room for a correction in full: the words, the fields, the box, a blank row and the keys.
    let needed = lines.count + form.height(width: width - 4, glyphs: canvas.glyphs) + 4
    let box = rect.centred(Size(width: width, height: min(rect.height, max(12, needed))))
    let inner = Box.draw(on: &canvas, in: box, title: form.title).inset(columns: 1)
    for (row, line) in lines.enumerated() where row < inner.height {
      canvas.write(line, at: inner.row(row).origin, width: inner.width, role: .muted)
    }
    let (middle, foot) = inner.splitTop(lines.count + 1).rest.splitBottom(1)
    canvas.write(
      isWaiting ? "Working it out." : "Enter goes on and saves · Esc leaves", at: foot.origin,
      width: foot.width, role: .muted)
    return form.draw(on: &canvas, in: middle)
  }
}
