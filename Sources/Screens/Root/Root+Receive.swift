import SENDDomain
import TerminalKit

extension Root {
  /// Takes what came of an effect, or of the world.
  package mutating func receive(_ message: Message) -> [Effect] {
    if message.endsWriting { isWriting = false }
    places = []
    let effects = take(message) + lookForOthers()
    if effects.contains(where: { $0.lane == .write }) { isWriting = true }
    return effects
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .reviewsLoaded(let window, let token): return reviews.loaded(window, token: token)
    case .assessmentsLoaded(let window, let token):
      return assessments.loaded(window, token: token)
    case .adviceLoaded(let desk, let window, let token):
      return advice[desk]?.loaded(window, token: token) ?? []
    case .provisionLoaded(let desk, let window, let token):
      return provision[desk]?.loaded(window, token: token) ?? []
    case .dueLoaded(let window, let token): return today.loaded(window, token: token)
    case .counted(let source, let count, let token):
      withList(source) { $0.counted(count, token: token) }
    case .countsKnown(let source, let counts):
      withList(source) { $0.counts = counts }
    case .loadKnown(let load): self.load = load
    case .figuresKnown(let months): showFigures(months)
    case .pickable(let rows, let pick): picking(rows, pick)
    case .casesChanged(let reply, let words): return casesChanged(reply, words)
    case .covered(let reply, let words): return covered(reply, words)
    case .offerFound(let results, let milliseconds, let token):
      offer.found(results, milliseconds: milliseconds, token: token)
      refreshService()
    case .themeKnown(let theme): themeKnown(theme)
    case .offerChanged(let reply, let words): return offerChanged(reply, words)
    case .allRows(let source, let rows): markAll(source, rows)
    case .found(let children, let token): return received(children, token)
    case .settingsKnown(let settings): know(settings: settings)
    case .alike(let child, let alike): know(alike, of: child)
    case .opened(let record, let part): opened(record, part)
    case .reasonWanted(let child, let part): askReason(child, part)
    case .reread(let fresh): if let fresh { record?.replace(fresh, words) }
    case .identified(let draft, let subject): offer(draft, subject)
    case .basketRead(let basket, let subject): basketRead(basket, subject)
    case .performed(let reply, let words): return performed(reply, words)
    case .written(let reply): return written(reply)
    case .exportMade(let reply): exportMade(reply)
    case .exportWritten(let reply): exportWritten(reply)
    case .undone(let reply): return reversed(reply, "Undone")
    case .redone(let reply): return reversed(reply, "Done again")
    case .progress(let words): if work != nil { work = words }
    case .imported(let reply): return imported(reply)
    case .begun(let facts): return begun(facts)
    case .rulesRead(let reply): return rulesRead(reply)
    case .recomputing(let words): if recomputing != nil { recomputing = words }
    case .recomputed(let isWhole): return recomputed(isWhole)
    case .lockAnswered(let reply): return lockAnswered(reply)
    case .passphraseAnswered(let reply): return passphraseAnswered(reply)
    case .wentIdle, .cameBack: return lockNow()
    case .draftSaved: break
    case .edited(let reply): return edited(reply)
    case .clipboardAnswered(let wasSent, let source):
      return clipboardAnswered(wasSent, source)
    case .clipboardNoted: break
    case .failed(let failure):
      endLooking()
      if let path = importPath {
        var prompt = Root.importPrompt
        prompt.field = TextField(path)
        layers.append(.importPath(prompt))
      }
      importPath = nil
      work = nil
      forEachList { $0.failed() }
      offer.failed()
      announce(Announcement.problem(failure.sentence))
    case .waiting(let holder):
      let message = Announcement.text(
        "Waiting for \(holder ?? "another program") to finish writing; what you did is kept.")
      if log.current != message { announce(message) }
    case .changedElsewhere:
      forEachList { $0.hasNews = true }
    case .fileDamaged(let damage, let why): damaged(damage, why)
    case .dayTurned(let day): return turned(to: day)
    }
    return []
  }

  private mutating func markAll(_ source: ListSource, _ rows: [MarkedRow]?) {
    withList(source) { $0.mark(rows) }
    guard let rows else {
      let marked = lists.first { $0.source == source }?.markCount ?? 0
      let most = Words.count(Effect.mostMarks)
      announce(
        Announcement.problem(
          marked == 0
            ? fitting(
              "Nothing is marked: over \(most) rows are shown. Filter first, then mark all.",
              "Nothing is marked: over \(most) rows. Filter first.")
            : fitting(
              "Only \(Words.count(marked, "row")) \(marked == 1 ? "is" : "are") marked: over \(most) "
                + "are shown. Filter first, then mark all.",
              "Only \(Words.count(marked, "row")) marked: over \(most) shown. Filter first.")))
      marksWereRefused = marked == 0
      return
    }
    log.clear()
    announce(
      Announcement.text(
        "\(Words.count(rows.count, "row")) marked. \(words.key(.markAll)) takes the marks away."))
  }

  private mutating func received(_ children: [FoundChild], _ token: Int) -> [Effect] {
    guard case .find(var find)? = layers.last, find.token == token else { return [] }
    find.results = VirtualList(children, height: 10)
    find.isAnswered = true
    layers[layers.count - 1] = .find(find)
    if find.opensWhenAnswered, let first = children.first {
      layers.removeLast()
      return noted(find) + [.open(first.id, .timeLine)]
    }
    return []
  }

  /// The record is restricted: a reason opens it for an hour, and somebody looks at it afterwards.
  private mutating func askReason(_ child: Child.ID, _ part: RecordScreen.Part) {
    layers.append(
      .choice(
        title: "Restricted record: why do you open it",
        ChoiceList(RestrictedAccess.Reason.allCases.map { .init($0.rawValue, $0.words) }),
        .reason(child, part)))
  }

  private mutating func opened(_ opened: ChildRecord?, _ part: RecordScreen.Part) {
    guard let opened else {
      announce(Announcement.problem("That child is no longer here, or not in your caseload."))
      return
    }
    // What was said of something else would stand beneath the record as if it were about it.
    log.clear()
    record = RecordScreen(opened, part: part, words)
  }

  private mutating func performed(_ reply: ActionReply, _ said: String) -> [Effect] {
    guard case .form(var form)? = layers.last else { return [] }
    switch reply {
    case .done:
      layers.removeLast()
      forEachList { $0.clearMarks() }
      var effects: [Effect] = []
      if form.kind == .signpost {
        effects = signposted(form, said)
      } else {
        announce(
          Announcement.done(
            fitting(
              chaserOffered(after: form).map { "\(said) · \($0) · \(words.key(.undo)) undo" }
                + ["\(said) · \(words.key(.undo)) undo"])))
      }
      forEachList { $0.rememberPlace() }
      // One that was left before is still kept.
      return [.saveDraft(kept?.draft)] + effects + reread()
    case .refused(let sentence, let child):
      let isOther = form.isForMany && child != nil
      let prefix = isOther ? "For one of the marked: " : ""
      let field: FieldID =
        switch form.kind {
        case .note: "text"
        case .signpost, .followUp: form.signpostField
        case .provisionRecord, .provisionAdd, .provisionCorrect: form.refusedProvisionField
        case .promise, .promised, .panel: form.promiseField
        default: form.refusedField
        }
      form.form.refuse(field, FieldProblem(prefix + sentence))
      layers[layers.count - 1] = .form(form)
      return []
    }
  }

  private mutating func written(_ reply: FileReply) -> [Effect] {
    guard case .form(var form)? = layers.last else { return [] }
    switch reply {
    case .done(let path):
      layers.removeLast()
      announce(
        Announcement.done(
          fitting(
            "The sheet is written to \(path)",
            "The sheet is written: \(path.split(separator: "/").last ?? "")")))
      return [.saveDraft(kept?.draft)]
    case .refused(let sentence):
      form.form.refuse("path", FieldProblem(sentence))
      layers[layers.count - 1] = .form(form)
      return []
    }
  }

  /// What the editor left stands in the field as if it had been typed there.
  private mutating func edited(_ reply: EditorReply) -> [Effect] {
    guard case .form(var form)? = layers.last, let field = form.form.focusedField else { return [] }
    switch reply {
    case .refused(let sentence):
      announce(Announcement.problem(sentence))
      return []
    case .text(let text):
      form.form.setValue(text, of: field.id)
      layers[layers.count - 1] = .form(form)
      announce(
        Announcement.text(
          "The text is as your editor left it; \(words.key(.save)) saves the form."))
      return form.form.isDirty ? [.saveDraft(form.draft)] : []
    }
  }

  private mutating func reversed(_ reply: UndoReply, _ verb: String) -> [Effect] {
    switch reply {
    case .done(let what, let name, let child, let signpost):
      let who = name.map { ": \(words.name($0))" } ?? ""
      announce(
        Announcement.done(
          "\(verb): \(what)\(who) · \(verb == "Undone" ? "\(words.key(.redo)) redo" : "\(words.key(.undo)) undo")"
        ))
      forEachList { $0.clearMarks() }
      if let child {
        forEachList { $0.goTo(child) }
      } else if let signpost {
        forEachList { $0.goTo(signpost) }
      }
      return reread()
    case .asks(let question):
      layers.append(.undoing(Confirmation(question, word: nil)))
      return []
    case .refused(let sentence):
      announce(Announcement.problem(sentence))
      return []
    }
  }

  /// Everything on the screens is read again after a change.
  mutating func reread() -> [Effect] {
    var effects: [Effect] = []
    if let child = record?.record.child.id { effects.append(.reread(child)) }
    if offer.isLoaded { effects += offer.reload() }
    forEachList { if $0.isLoaded { effects += $0.reload(fromStart: false) } }
    return effects + [.workload(today.query)]
  }

  private mutating func imported(_ reply: ImportReply) -> [Effect] {
    work = nil
    importPath = nil
    firstStart = nil
    facts.isEmpty = false
    if !reply.lines.isEmpty {
      let more = reply.problems - reply.lines.count
      layers.append(
        .dialog(
          Dialog(
            title: Words.count(reply.problems, "problem") + " in the return",
            (words.namesAreHidden
              ? ["What the return holds there is hidden with the names."]
              : reply.lines) + (more > 0 ? ["and \(Words.count(more)) more"] : []))))
    }
    var text =
      "Imported: \(Words.count(reply.added)) added, \(Words.count(reply.changed)) changed, "
      + "\(Words.count(reply.unchanged)) unchanged"
    if reply.problems > 0 {
      text +=
        " · \(Words.count(reply.problems, "problem")): "
        + reply.kinds.prefix(3).joined(separator: ", ")
    }
    announce(Announcement.done(text + " · \(words.key(.undo)) undo"))
    var effects: [Effect] = []
    forEachList { effects += $0.reload(fromStart: true) }
    return effects + [.workload(today.query)]
  }

  private mutating func begun(_ facts: WorkspaceFacts) -> [Effect] {
    work = nil
    firstStart = nil
    self.facts = facts
    announce(
      Announcement.done(
        facts.isDemo
          ? "The demo borough is ready. Everybody in it is invented."
          : fitting(
            "An empty workspace is ready. \(words.key(.palette)) then \"import\" brings a return in.",
            "An empty workspace; \(words.key(.palette)) \"import\" brings a return in.")
      ))
    layOut()
    return today.reload(fromStart: true) + [.workload(today.query)]
  }

  private mutating func rulesRead(_ reply: RulesReply) -> [Effect] {
    words.rules = reply.rules
    if let first = reply.problems.first {
      // The latest message is the one on the line: the first problem, which others may follow from.
      for problem in reply.problems.dropFirst().reversed() {
        announce(Announcement.problem(problem))
      }
      announce(Announcement.problem(first))
    }
    guard reply.mustRecompute else { return [] }
    guard facts.readOnlyBecause == nil else {
      announce(
        Announcement.problem(
          fitting(
            "The dates shown were computed by other rules, and cannot be stored anew: read-only.",
            "Read-only: the dates shown were computed by other rules.")))
      return []
    }
    recomputing = "Computing all dates by the rules now in use"
    return [.recompute]
  }

  private mutating func recomputed(_ isWhole: Bool) -> [Effect] {
    recomputing = nil
    guard isWhole else { return [] }
    announce(Announcement.done("All dates are computed by the rules now in use."))
    return reread()
  }

  /// What was found stays in the messages; the line says what to do.
  private mutating func damaged(_ damage: [String], _ why: String) {
    facts.readOnlyBecause = why
    for line in damage { announce(Announcement.problem("Damage in the file: \(line)")) }
    announce(
      Announcement.problem(
        "The file is damaged; nothing more is saved. Quit, then run \"waymark check\"."))
  }

  private mutating func turned(to day: Day) -> [Effect] {
    words.today = day
    forEachList { $0.query.today = day }
    offer.today = day
    return reread()
  }
}
