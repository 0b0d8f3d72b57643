import SENDDomain
import TerminalKit

/// Letters, chasers, lists and chronologies: chosen by number, read, and written by Enter. Nothing is
/// sent.
extension Root {
  /// One line of the choice.
  private struct Offered {
    var words: String
    var wish: ExportWish
  }

  /// Why nothing can be made of what is in front; nil where something can.
  var disabledExport: String? {
    if record == nil, screen == .offer || front.focusedRow == nil { return "the list is empty" }
    if let why = LetterKind.refusal(by: setting.sight) { return why.lowercasedFirst.withoutStop }
    if record == nil, front.focusedRow?.withheld == .restricted {
      return "the record is restricted"
    }
    if record == nil, front.focusedRow?.childID == nil { return "no child is named" }
    return nil
  }

  /// `x`: offers what fits what is in front, the law's next first.
  mutating func openExports() {
    if words.namesAreHidden {
      announce(
        Announcement.text(
          "Letters name children: press \(words.key(.hideNames)) first to show names again."))
      return
    }
    let offered = offered
    guard !offered.isEmpty else {
      announce(
        Announcement.problem("In the role of \(setting.role) nothing is written about this."))
      return
    }
    let marked = record == nil ? front.markCount : 0
    let about =
      marked > 1
      ? "\(Words.count(marked, "marked row")), one child in each file"
      : focusedPerson.map { words.identity($0.name, $0.born) } ?? ""
    layers.append(
      .choice(
        title: about,
        ChoiceList(offered.enumerated().map { .init(String($0.offset), $0.element.words) }),
        .export(offered.map(\.wish))))
  }

  private var offered: [Offered] {
    if let record { return offered(of: record) }
    if front.markCount > 1 { return offeredForMarked }
    guard let row = front.focusedRow else { return [] }
    var offered: [Offered] = []
    if let part = row.advicePart {
      offered = letters(part.letters, about: nil, part)
      offered += lists(part)
    } else if let assessment = row.assessed {
      offered = letters(assessment.letters, about: .assessment(assessment.id), nil, assessment)
    } else if let plan = row.planID, let history = row.planHistory, row.withheld == nil {
      offered = letters(history.letters(on: words.today), about: .plan(plan), nil)
    }
    return offered + chronology(row.childID)
  }

  private func offered(of record: RecordScreen) -> [Offered] {
    let child = record.record
    var offered: [Offered] = []
    let standing = child.plans.first { $0.plan.ceased == nil } ?? child.plans.first
    let assessment =
      child.assessments.first { !$0.stage.isClosed }
      ?? (standing == nil || record.isAboutAssessment ? child.assessments.first : nil)
    let opened = setting.sight.opened.subtracting(child.hidden)
    func plan() {
      guard let standing else { return }
      offered += letters(
        standing.history.letters(on: words.today), about: .plan(standing.plan.id), nil,
        opened: opened)
    }
    if !record.isAboutAssessment { plan() }
    if let assessment {
      offered += letters(
        assessment.letters, about: .assessment(assessment.id), nil, assessment, opened: opened)
    }
    if record.isAboutAssessment { plan() }
    return offered + chronology(child.child.id)
  }

  /// Those of the letters that the role writes.
  private func letters(
    _ choices: [LetterChoice], about whole: LetterWish.Subject?, _ part: Advice?,
    _ assessment: Assessment? = nil, opened: Set<FieldGroup> = []
  ) -> [Offered] {
    choices.compactMap { choice in
      let subject: LetterWish.Subject? =
        switch choice.part {
        case .whole: whole
        case .advice(let id): .advice(id)
        case .consultation(let id): .consultation(id)
        }
      let advice: Advice? =
        if case .advice(let id) = choice.part {
          part ?? assessment?.advice.first { $0.id == id }
        } else {
          nil
        }
      guard let subject,
        choice.kind.refusal(by: setting.sight, adviser: advice?.adviser, opened: opened) == nil
      else { return nil }
      // On an adviser's row the row says whom.
      return Offered(
        words: part == nil ? choice.words : choice.kind.words,
        wish: .letters([LetterWish(.kind(choice.kind), about: subject)]))
    }
  }

  private func chronology(_ child: Child.ID?) -> [Offered] {
    var offered = child.map {
      [Offered(words: "Chronology of this child", wish: .chronology($0))]
    }
    if LetterKind.assessAgreed.refusal(by: setting.sight, adviser: nil) == nil {
      offered?.append(Offered(words: "Agenda of the next panel", wish: .agenda))
    }
    return offered ?? []
  }

  /// For the marked rows: one file for each child.
  private var offeredForMarked: [Offered] {
    if screen == .assessments, let desk, let list = advice[desk] {
      let marked = list.list.marks.sorted().map { LetterWish.Subject.advice($0) }
      let kind = LetterKind.chaserFirst
      guard kind.refusal(by: setting.sight, adviser: desk.advisers.first) == nil else { return [] }
      return [
        Offered(
          words: "Chasers, each of its own number",
          wish: .letters(marked.map { LetterWish(.chaser, about: $0) })),
        Offered(
          words: "Requests for advice",
          wish: .letters(marked.map { LetterWish(.request, about: $0) })),
      ] + lists(nil)
    }
    let plans = targets
    guard !plans.isEmpty else { return [] }
    // Those of the focused plan first: what is next for it is likely next for the others.
    var kinds = history.map { $0.letters(on: words.today).map(\.kind) } ?? []
    for kind in LetterKind.allCases where kind.topic == .review && !kinds.contains(kind) {
      kinds.append(kind)
    }
    return kinds.compactMap { kind in
      guard kind.refusal(by: setting.sight, adviser: nil) == nil else { return nil }
      return Offered(
        words: kind.words,
        wish: .letters(plans.map { LetterWish(.kind(kind), about: .plan($0)) }))
    }
  }

  /// On a desk: the list of what the row's provider owes, and one for each provider.
  private func lists(_ part: Advice?) -> [Offered] {
    guard screen == .assessments, let desk,
      LetterKind.chaserFirst.refusal(by: setting.sight, adviser: desk.advisers.first) == nil
    else { return [] }
    var offered: [Offered] = []
    if let part, part.isAwaited, !part.provider.isEmpty {
      offered.append(
        Offered(
          words: "List for \(part.provider)", wish: .lists(desk, provider: part.provider)))
    }
    offered.append(
      Offered(words: "A list for each provider", wish: .lists(desk, provider: nil)))
    return offered
  }

  // MARK: - What came of it

  mutating func exportMade(_ reply: ExportReply) {
    switch reply {
    case .refused(let sentence): announce(Announcement.problem(sentence))
    case .made(let export):
      guard let page = ExportPage(export, words) else {
        announce(Announcement.problem(Root.nothingMade(export)))
        return
      }
      layers.append(.export(page))
    }
  }

  private static func nothingMade(_ export: Export) -> String {
    switch export {
    case .letters(let made):
      made.refused.first ?? "Nothing here is to be written about."
    case .lists: "No provider that is named owes advice here."
    case .chronology: "There is nothing to tell."
    case .agenda: "Nothing is put to a panel."
    }
  }

  mutating func exportWritten(_ reply: FileReply) {
    switch reply {
    case .done(let path):
      if case .export? = layers.last { layers.removeLast() }
      announce(
        Announcement.done(
          fitting("Written to \(path)", "Written: \(path.split(separator: "/").last ?? "")")))
    case .refused(let sentence): announce(Announcement.problem(sentence))
    }
  }

  mutating func handle(_ event: TerminalEvent, _ page: ExportPage) -> [Effect] {
    var page = page
    if event == .key(.enter) {
      layers.append(.export(page))
      return [.writeExport(page.export, today: words.today)]
    }
    let content = Layout(size, hasDetail: showsDetail).content
    if page.dialog.handle(event, in: content, width: ExportPage.width) != .closed {
      layers.append(.export(page))
    }
    return []
  }

  /// What is said of the letter once a chaser is logged: `x chaser 2`.
  func chaserOffered(after form: RecordingForm) -> [String] {
    guard form.kind == .adviceChase, case .advice(let parts) = form.about else { return [] }
    let desk = parts.adviser
    let first = LetterKind.chaserFirst
    guard first.refusal(by: setting.sight, adviser: desk) == nil else { return [] }
    guard let seen = parts.seen else { return ["\(words.key(.export)) their letters"] }
    let kind = LetterKind.chaser(after: seen.chased.count + 1)
    return ["\(words.key(.export)) \(kind.words.lowercasedFirst)"]
  }
}

extension String {
  /// As part of another sentence.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
