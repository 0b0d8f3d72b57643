import SENDDomain
import TerminalKit

/// A list shown narrower or wider than usual, with the words that say so.
package struct Narrowing: Hashable, Sendable {
  package var scope: Scope
  package var words: String
}

/// Who has which cases, and whose the lists show.
extension Root {
  // MARK: - Whose the lists show

  /// Whose rows a list shows where nobody chose: of an officer one's own and those covered for.
  static func usualScope(_ setting: Setting, _ covers: [Cover]) -> Scope? {
    guard let own = setting.ownCaseload else { return setting.listScope }
    return covers.isEmpty
      ? .caseload(own) : .caseloads(([own] + covers.map(\.practitioner)).sorted())
  }

  /// The same in words: `my cases`, `my cases, covering for X until Fri 4 Dec`.
  func scopeWords(of pane: any FrontList) -> String {
    if let narrowing = pane.narrowing { return narrowing.words }
    if case .advice = pane.source { return setting.scopeWords }
    return
      ([setting.scopeWords]
      + covers.map {
        "covering for \(words.free($0.name)) until \($0.until.short(in: words.today))"
      })
      .joined(separator: ", ")
  }

  /// What the quick filter offers besides states.
  var narrowings: [ChoiceList<String>.Choice] {
    if case .advice = front.source { return [] }
    var choices: [ChoiceList<String>.Choice] = []
    if screen == .today || screen == .reviews {
      let next = screen == .today ? load.next(after: words.today) : nil
      choices.append(
        .init(
          "transfers", front.query.transfersOnly ? "not only phase transfers" : "phase transfers",
          hint: front.query.transfersOnly
            ? ""
            : next.map { "\(Words.count($0.open)) before \($0.before.short(in: words.today))" }
              ?? ""))
    }
    if setting.ownCaseload != nil {
      let isUsual = front.narrowing == nil
      choices.append(
        .init(isUsual ? "widest" : "usual", isUsual ? "all I may see" : setting.scopeWords))
    } else if front.narrowing != nil {
      choices.append(.init("usual", setting.scopeWords))
    }
    if setting.assigns { choices.append(.init("person", "of a colleague or a team", hint: "…")) }
    choices.append(.init("setting", "of a setting", hint: "…"))
    return choices
  }

  mutating func narrow(by value: String) -> [Effect] {
    switch value {
    case "transfers":
      front.query.transfersOnly.toggle()
      // What is late or soon hides those of the spring.
      if front.query.transfersOnly { front.query.states = .all }
      return front.reload(fromStart: true) + loadOfToday
    case "widest":
      return narrow(to: Narrowing(scope: setting.scope, words: "all I may see"))
    case "usual": return narrow(to: nil)
    case "person": return [.pick(.people, .narrow, today: words.today)]
    default: return [.pick(.settings, .narrow, today: words.today)]
    }
  }

  private mutating func narrow(to narrowing: Narrowing?) -> [Effect] {
    front.narrow(to: narrowing) + loadOfToday
  }

  private var loadOfToday: [Effect] { screen == .today ? [.workload(today.query)] : [] }

  // MARK: - Picking

  mutating func assignPressed() -> [Effect] {
    let assigned: Pick.Assigned
    if let promise = focusedPromise, record == nil {
      assigned = .promise(promise)
    } else if record == nil, targets.count > 1 {
      assigned = .plans(targets)
    } else if let child = focusedChild {
      assigned = .child(child)
    } else {
      return []
    }
    return [.pick(.colleagues, .assign(assigned), today: words.today)]
  }

  mutating func picking(_ rows: [PickRow], _ pick: Pick) {
    log.clear()
    let person = focusedPerson.map { words.identity($0.name, $0.born) } ?? ""
    let layer =
      switch pick {
      case .assign(.plans(let plans)):
        PickLayer(
          "Assign to", subject: Words.count(plans.count, "marked plan"),
          remark: "Plan and assessment of each child move together", rows)
      case .assign(.promise(let promise)):
        PickLayer("Give the promise to", subject: person, remark: words.free(promise.words), rows)
      case .assign(.child):
        PickLayer(
          "Assign to", subject: person, remark: "The child's plan and assessment move together",
          rows)
      case .handOverFrom: PickLayer("Hand over the cases of", rows)
      case .handOverTo(let former, let name):
        PickLayer(
          "Hand over to", subject: "All open cases of \(words.free(name))",
          rows.filter { $0.value != .person(former) })
      case .cover:
        PickLayer(
          "Cover for", remark: "Choosing one you cover for ends it",
          rows.filter { $0.value != setting.ownCaseload.map { .person($0) } })
      case .narrow:
        PickLayer(
          rows.contains { if case .setting = $0.value { true } else { false } }
            ? "Show the children of" : "Show the cases of", rows)
      case .load:
        PickLayer(
          "Load by person", remark: "By name, to see where there is room; Enter shows their cases",
          rows)
      }
    layers.append(.pick(layer, pick))
  }

  mutating func handle(_ event: TerminalEvent, _ layer: PickLayer, _ pick: Pick) -> [Effect] {
    var layer = layer
    switch layer.handle(event) {
    case .consumed:
      layers.append(.pick(layer, pick))
      return []
    case .left: return []
    case .picked(let row): return picked(row, pick)
    }
  }

  private mutating func picked(_ row: PickRow, _ pick: Pick) -> [Effect] {
    let name = words.free(row.label)
    switch (pick, row.value) {
    case (.narrow, .person(let id)):
      return narrow(to: Narrowing(scope: .caseload(id), words: "cases of \(name)"))
    case (.narrow, .team(let ids)):
      return narrow(to: Narrowing(scope: .caseloads(ids), words: name))
    case (.narrow, .setting(let key)):
      return narrow(to: Narrowing(scope: .settings([key], own: 0), words: name))
    case (.load, .person(let id)):
      record = nil
      screen = .today
      return narrow(to: Narrowing(scope: .caseload(id), words: "cases of \(name)"))
    case (.assign(let assigned), .person(let id)):
      return assign(assigned, to: id, name)
    case (.handOverFrom, .person(let id)):
      return [.pick(.colleagues, .handOverTo(from: id, name: row.label), today: words.today)]
    case (.handOverTo(let former, let formerName), .person(let id)):
      layers.append(
        .giving(
          Confirmation(
            "Hand over all open cases of \(words.free(formerName)) to \(name)?", word: nil),
          .handOver(from: former, to: id),
          words: "Cases of \(words.free(formerName)) handed over to \(name)"))
      return []
    case (.cover, .person(let id)):
      if covers.contains(where: { $0.practitioner == id }) {
        return [
          .cover(id, until: nil, today: words.today, words: "You no longer cover for \(name)")
        ]
      }
      layers.append(
        .coverUntil(
          Prompt("Cover for \(name) until:", hint: "the last day: Fri, +1w, 4 Dec"), id, row.label))
      return []
    default: return []
    }
  }

  private mutating func assign(
    _ assigned: Pick.Assigned, to id: Int64, _ name: String
  ) -> [Effect] {
    let who = focusedPerson.map { words.name($0.name) } ?? ""
    switch assigned {
    case .child(let child):
      return [
        .changeCases(
          .assign([child], to: id), today: words.today, words: "Assigned to \(name): \(who)")
      ]
    case .promise(let promise):
      return [
        .changeCases(
          .assignPromise(promise, to: id), today: words.today,
          words: "Promise given to \(name): \(who)")
      ]
    case .plans(let plans):
      let many = Words.count(plans.count, "marked plan")
      layers.append(
        .giving(
          Confirmation("Assign \(many) to \(name)?", word: nil), .assignPlans(plans, to: id),
          words: "\(many) assigned to \(name)"))
      return []
    }
  }

  mutating func handle(
    _ event: TerminalEvent, _ question: Confirmation, _ change: CaseChange, _ said: String
  ) -> [Effect] {
    var question = question
    switch question.handle(event) {
    case .consumed:
      layers.append(.giving(question, change, words: said))
      return []
    case .confirmed: return [.changeCases(change, today: words.today, words: said)]
    case .cancelled: return []
    }
  }

  mutating func handle(
    _ event: TerminalEvent, _ prompt: Prompt, _ id: Int64, _ name: String
  ) -> [Effect] {
    var prompt = prompt
    switch prompt.handle(event) {
    case .cancelled: return []
    case .submitted(let typed):
      do throws(DayInput.Problem) {
        let day = try DayInput.read(typed, today: words.today, leaning: .future)
        return [
          .cover(
            id, until: day, today: words.today,
            words: "You cover for \(words.free(name)) until \(day.long)")
        ]
      } catch {
        announce(Announcement.problem(error.sentence))
        layers.append(.coverUntil(prompt, id, name))
      }
    default: layers.append(.coverUntil(prompt, id, name))
    }
    return []
  }

  // MARK: - What came of it

  mutating func casesChanged(_ reply: ActionReply, _ said: String) -> [Effect] {
    switch reply {
    case .done:
      forEachList { $0.clearMarks() }
      announce(Announcement.done("\(said) · \(words.key(.undo)) undo"))
      forEachList { $0.rememberPlace() }
      return reread()
    case .refused(let sentence, _):
      announce(Announcement.problem(sentence))
      return []
    }
  }

  mutating func covered(_ reply: CoverReply, _ said: String) -> [Effect] {
    switch reply {
    case .done(let covers):
      self.covers = covers
      let usual = Root.usualScope(setting, covers) ?? setting.scope
      forEachList {
        if case .advice = $0.source { return }
        $0.usualScope = usual
        if $0.narrowing == nil { $0.query.scope = usual }
      }
      announce(Announcement.done(said))
      return reread()
    case .refused(let sentence):
      announce(Announcement.problem(sentence))
      return []
    }
  }

  // MARK: - The load

  /// `T`: by week, or by person for those who give cases.
  mutating func loadPressed() -> [Effect] {
    guard setting.assigns else {
      showLoad()
      return []
    }
    layers.append(
      .choice(
        title: "The load",
        ChoiceList([.init("weeks", "by week"), .init("people", "by person")]), .load))
    return []
  }

  mutating func chooseLoad(_ value: String) -> [Effect] {
    if value == "people" { return [.pick(.loads, .load, today: words.today)] }
    showLoad()
    return []
  }

  /// The days and weeks of the chart, each with its numbers.
  private mutating func showLoad() {
    let most = Double(load.weeks.max() ?? 0)
    // The bar stands first, where all of them begin at one edge.
    var lines = (0..<Workload.weekCount).map { week -> [Span] in
      let first = words.today.adding(days: 7 * week)
      let last = first.adding(days: 6)
      let counts = load.week(week)
      let total = counts.statutory + counts.agreed
      let bar = Bars.bar(Double(total), of: most, width: 12).trimmed
      return [
        Span(bar, .info),
        Span(
          (bar.isEmpty ? "" : " ") + "\(Words.count(total)) · \(first.short(in: words.today)) to "
            + last.short(in: words.today)
            + (total > 0
              ? ": \(Words.count(counts.statutory)) by law, \(Words.count(counts.agreed)) agreed"
              : "")
        ),
      ]
    }
    lines.append([Span("All twelve weeks: \(Words.count(load.all)). Late things are not in it.")])
    for transfers in load.transfers {
      let isLate = transfers.before <= words.today
      lines.append([
        Span(
          "Phase transfers before \(transfers.before.long): \(Words.count(transfers.open)) open"
            + (isLate ? ", late" : ""))
      ])
    }
    layers.append(.dialog(Dialog(title: "Due in the next twelve weeks", paragraphs: lines)))
  }
}
