import SENDDomain
import TerminalKit

extension Root {
  /// Gives an event to the topmost layer.
  ///
  /// - Parameter isTranslated: Whether its keys are the layer's own already.
  mutating func handleLayer(_ event: TerminalEvent, isTranslated: Bool = false) -> [Effect] {
    if let top = layers.last, let effects = overLayers(event, top) { return effects }
    guard let top = layers.last,
      let event = isTranslated ? event : translated(event, for: top), let layer = layers.popLast()
    else { return [] }
    switch layer {
    case .find(let find): return handle(event, find)
    case .actions(let actions): return handle(event, actions)
    case .dialog(var dialog):
      let content = Layout(size, hasDetail: showsDetail).content
      if dialog.handle(event, in: content) != .closed { layers.append(.dialog(dialog)) }
      return []
    case .service(let id, var dialog):
      switch dialog.handle(event, in: Layout(size, hasDetail: showsDetail).content) {
      case .closed: return []
      case .consumed: layers.append(.service(id, dialog))
      case .ignored:
        layers.append(.service(id, dialog))
        return serviceKey(event) ?? []
      }
      return []
    case .asked(let id, var dialog):
      let answer = dialog.handle(event, in: Layout(size, hasDetail: showsDetail).content)
      if answer == .closed { return [] }
      layers.append(.asked(id, dialog))
      return answer == .ignored ? serviceKey(event) ?? [] : []
    case .export(let page): return handle(event, page)
    case .form(let form): return handle(event, form)
    case .leaving(let form, let question): return handle(event, form, question)
    case .choice(let title, let list, let kind): return handle(event, title, list, kind)
    case .undoing(var question):
      switch question.handle(event) {
      case .consumed: layers.append(.undoing(question))
      case .confirmed: return [.undo(isAnswered: true)]
      case .cancelled: break
      }
      return []
    case .importPath(let prompt): return handle(event, prompt)
    case .reasonWords(var prompt, let opening):
      switch prompt.handle(event) {
      case .cancelled: return []
      case .submitted(let words) where words.contains { !$0.isWhitespace }:
        return [.openWithReason(opening.child, opening.part, opening.reason, words: words)]
      case .submitted:
        announce(Announcement.problem("A few words go with the reason."))
        layers.append(.reasonWords(prompt, opening))
      default: layers.append(.reasonWords(prompt, opening))
      }
      return []
    case .passphrase(let form): return handle(event, form)
    case .pick(let layer, let pick): return handle(event, layer, pick)
    case .giving(let question, let change, let said): return handle(event, question, change, said)
    case .coverUntil(let prompt, let id, let name): return handle(event, prompt, id, name)
    case .leavingInstead(var question):
      switch question.handle(event) {
      case .consumed: layers.append(.leavingInstead(question))
      case .confirmed: return [.quit]
      case .cancelled: break
      }
      return []
    }
  }

  private mutating func handle(_ event: TerminalEvent, _ find: FindLayer) -> [Effect] {
    var find = find
    switch event {
    case .key(.escape): return noted(find)
    case .key(.enter):
      guard find.isAnswered else {
        // The answer is on its way: Enter waits for it.
        find.opensWhenAnswered = true
        layers.append(.find(find))
        return []
      }
      guard let child = find.results.selected else {
        layers.append(.find(find))
        return []
      }
      return noted(find) + [.open(child.id, .timeLine)]
    default: break
    }
    let changed = find.handle(event)
    guard changed else {
      layers.append(.find(find))
      return []
    }
    find.token += 1
    find.isAnswered = find.field.isEmpty
    if find.field.isEmpty { find.results = VirtualList(height: 10) }
    layers.append(.find(find))
    return find.field.isEmpty
      ? [] : [.find(find.field.text, setting.scope, token: find.token)]
  }

  /// That a search by name returned somebody is recorded once, when it ends.
  func noted(_ find: FindLayer) -> [Effect] {
    find.results.rows.isEmpty ? [] : [.noteSearch(found: find.results.rows.count)]
  }

  private mutating func handle(_ event: TerminalEvent, _ actions: ActionsLayer) -> [Effect] {
    var actions = actions
    switch event {
    case .key(.escape): return []
    case .key(.enter):
      guard let line = actions.lines.selected, let action = table[line.id] else { return [] }
      if let why = line.disabled {
        announce(Announcement.problem("\(line.name): \(why)."))
        return []
      }
      return run(action)
    default:
      actions.handle(event)
      layers.append(.actions(actions))
      return []
    }
  }

  private mutating func handle(_ event: TerminalEvent, _ form: RecordingForm) -> [Effect] {
    var form = form
    if event == .key(.ctrl("e")) {
      layers.append(.form(form))
      guard let field = form.form.focusedField, !field.isChoice else {
        announce(Announcement.problem("This field is a choice; the editor is for text."))
        return []
      }
      return [.edit(field.value)]
    }
    let outcome = form.form.handle(event)
    form.followOutcome()
    switch outcome {
    case .consumed:
      layers.append(.form(form))
      return form.form.isDirty ? [.saveDraft(form.draft)] : []
    case .ignored:
      layers.append(.form(form))
      return []
    case .save where form.kind.isOffer: return saveOffer(form)
    case .save:
      if let sheet = form.sheet, sheet.path == nil {
        layers.append(
          .dialog(
            Dialog(
              title: form.form.title,
              sheet.contents.text(width: .max).split(
                separator: "\n", omittingEmptySubsequences: false
              ).map(String.init))))
        return [.saveDraft(kept?.draft)]
      }
      layers.append(.form(form))
      return save(form)
    case .cancel:
      guard form.form.isDirty else { return [.saveDraft(nil)] }
      layers.append(
        .leaving(
          form,
          Confirmation(
            "Not saved", word: nil,
            ending: "Enter drops it, Esc keeps it, Tab goes on")))
      return []
    }
  }

  private mutating func saveOffer(_ form: RecordingForm) -> [Effect] {
    var form = form
    guard let change = form.offerChange() else {
      if form.kind == .offerGap {
        announce(Announcement.text("Left; nothing was kept."))
        return [.saveDraft(nil)]
      }
      layers.append(.form(form))
      return []
    }
    layers.append(.form(form))
    return [.changeOffer(change, today: words.today, words: form.doneWords(words))]
  }

  /// The form stays until its saving has come true, so that nothing typed is lost.
  private func save(_ form: RecordingForm) -> [Effect] {
    if let sheet = form.sheet, let path = sheet.path {
      let text = sheet.form == .page ? sheet.contents.page : sheet.contents.text()
      return [.write(text, path: path)]
    }
    if let keeping = form.keeping {
      return [.keep(keeping, today: words.today, words: form.doneWords(words))]
    }
    if form.kind == .note, let child = form.child {
      return [
        .addNote(
          form.form.value("text"), child, today: words.today, words: form.doneWords(words))
      ]
    }
    guard let recording = form.recording else { return [] }
    return [
      .perform(
        recording, form.plans, today: words.today, seen: form.history, words: form.doneWords(words))
    ]
  }

  private mutating func handle(
    _ event: TerminalEvent, _ form: RecordingForm, _ question: Confirmation
  ) -> [Effect] {
    var question = question
    if event != .key(.enter), event != .key(.escape) { return goOn(event, form) }
    switch question.handle(event) {
    case .consumed:
      layers.append(.leaving(form, question))
      return []
    case .confirmed:
      kept = nil
      announce(Announcement.text("Dropped; nothing was saved."))
      return [.saveDraft(nil)]
    case .cancelled:
      // Esc always leads on; what was typed is neither saved nor lost.
      kept = form
      announce(
        Announcement.text(
          form.kind == .offerAdd
            ? "Kept, not saved: the same key brings it back."
            : "Kept, not saved: the same key on this \(form.kind.isOffer ? "service" : "child") "
              + "brings it back."))
      return [.saveDraft(form.draft)]
    }
  }

  /// Tab goes on with the form, and so does whatever else is typed: as text it is not lost, but
  /// it chooses nothing that nobody saw.
  private mutating func goOn(_ event: TerminalEvent, _ form: RecordingForm) -> [Effect] {
    layers.append(.form(form))
    announce(Announcement.text("The form goes on."))
    guard form.form.focusedField?.isChoice == false else { return [] }
    switch event {
    case .paste: return handleLayer(event)
    case .key(let key) where key.inserted != nil || key == .backspace: return handleLayer(event)
    default: return []
    }
  }

  private mutating func handle(
    _ event: TerminalEvent, _ title: String, _ list: ChoiceList<String>, _ kind: ChoiceKind
  ) -> [Effect] {
    var list = list
    switch list.handle(event) {
    case .chosen(let value): return choose(value, kind)
    case .ignored where event == .key(.escape) || event == .key(.character("q")): return []
    case .ignored, .consumed:
      layers.append(.choice(title: title, list, kind))
      return []
    }
  }

  private mutating func choose(_ value: String, _ kind: ChoiceKind) -> [Effect] {
    switch kind {
    case .reason(let child, let part):
      guard let reason = RestrictedAccess.Reason(rawValue: value) else { return [] }
      layers.append(
        .reasonWords(
          Prompt("In a few words:", hint: "who called, which letter; no more than is needed"),
          Opening(child: child, part: part, reason: reason)))
      return []
    case .export(let wishes):
      guard let index = Int(value), wishes.indices.contains(index) else { return [] }
      return [.makeExport(wishes[index], today: words.today)]
    case .sort:
      guard let sort = ListQuery.Sort(rawValue: value) else { return [] }
      return front.sort(by: sort)
    case .columns:
      toggleColumn(value)
      return []
    case .facet:
      openFacet(value)
      return []
    case .facetChoice: return chooseFacet(value)
    case .quickFilter where provisionDesk != nil:
      front.query.provision = ProvisionState(rawValue: value)
    case .quickFilter:
      guard let states = ListQuery.States(rawValue: value) else { return narrow(by: value) }
      front.query.states = states
    case .load: return chooseLoad(value)
    }
    return front.reload(fromStart: true)
  }

  private mutating func handle(_ event: TerminalEvent, _ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch prompt.handle(event) {
    case .cancelled: return []
    case .submitted(let path):
      guard !path.isEmpty else {
        layers.append(.importPath(prompt))
        return []
      }
      work = "Reading the return"
      importPath = path
      return [.importReturn(path)]
    default:
      layers.append(.importPath(prompt))
      return []
    }
  }
}
