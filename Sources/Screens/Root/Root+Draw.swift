import SENDDomain
import TerminalKit

extension Root {
  /// Draws the whole frame; changes nothing that a person would notice.
  package mutating func draw(_ size: Size, glyphs: Glyphs = .unicode) -> Frame {
    var frame = drawn(size, glyphs)
    frame.hasMouse = mouseIsOn
    places = frame.canvas.places
    return frame
  }

  private mutating func drawn(_ size: Size, _ glyphs: Glyphs) -> Frame {
    if TooSmall.applies(to: size) {
      return TooSmall.frame(size, leave: table[.leave]?.keys.first?.name, glyphs: glyphs)
    }
    if let lock { return lock.draw(size, glyphs: glyphs, isBusy: work != nil) }
    var canvas = Canvas(size: size, glyphs: glyphs)
    let layout = Layout(size, hasDetail: showsDetail)
    drawTabs(on: &canvas, in: layout.tabs)
    var cursor = layout.list.origin
    if firstStart != nil || work != nil {
      cursor = drawStart(on: &canvas, layout)
    } else if record != nil {
      cursor = record?.draw(on: &canvas, in: layout.content, words) ?? cursor
      // It says how much of the time line is drawn.
      drawSummary(on: &canvas, in: layout.summary)
    } else if screen == .offer {
      drawSummary(on: &canvas, in: layout.summary)
      cursor = OfferView(
        pane: offer, words: words, hasSource: facts.hasOffer,
        hidden: hiddenColumns[.services] ?? [], hiddenOfPeople: hiddenColumns[.people] ?? []
      ).draw(on: &canvas, layout)
    } else if screen == .assessments {
      drawSummary(on: &canvas, in: layout.summary)
      cursor = drawAssessments(on: &canvas, layout)
    } else if screen == .today {
      drawSummary(on: &canvas, in: layout.summary)
      cursor = TodayView(
        pane: today, words: words, load: load, hidden: hiddenColumns[.today] ?? []
      ).draw(on: &canvas, layout)
    } else {
      drawSummary(on: &canvas, in: layout.summary)
      cursor = ReviewsView(pane: reviews, words: words, hidden: hiddenColumns[.reviews] ?? [])
        .draw(on: &canvas, layout)
    }
    AnnouncementLine(log.current ?? recomputing.map(Announcement.text)).draw(
      on: &canvas, in: layout.announcement)
    footer.draw(on: &canvas, in: layout.footer)
    if let prompt = typingPrompt {
      let hint = "Enter keeps it · Esc clears it "
      let (line, end) = layout.footer.splitRight(hint.count)
      canvas.fill(layout.footer)
      canvas.places.removeAll { layout.footer.contains($0.rect.origin) }
      canvas.write(hint, at: end.origin, role: .muted)
      cursor = prompt.draw(on: &canvas, in: line)
    }
    for layer in layers {
      canvas.places = covered(canvas.places, by: layer, footer: layout.footer)
      // In a narrow window a box has the whole width: what would stand below it reads as its own.
      if layer.isWide, layout.content.width <= 72 { canvas.fill(layout.content) }
      cursor = draw(layer, on: &canvas, layout)
    }
    return Frame(canvas: canvas, cursor: cursor)
  }

  private var typingPrompt: Prompt? {
    guard record == nil else { return nil }
    return screen == .offer ? nil : front.typing
  }

  private func drawTabs(on canvas: inout Canvas, in rect: Rect) {
    let active = Catalogue.screens.first { $0.id == screen }?.digit ?? 1
    var trailing = [Span(setting.role, .banner)]
    if facts.readOnlyBecause != nil { trailing.append(Span("READ-ONLY", .banner)) }
    if facts.isDemo { trailing.append(Span("DEMO", .banner)) }
    TabBar(
      Catalogue.screens.map { TabBar.Tab($0.digit, $0.title, target: .action(.screen($0.digit))) },
      active: active,
      trailing: trailing
    ).draw(on: &canvas, in: rect)
  }

  private func drawStart(on canvas: inout Canvas, _ layout: Layout) -> Point {
    if let work {
      SummaryLine(["Working"]).draw(on: &canvas, in: layout.summary)
      let row = layout.content.row(1)
      canvas.write(work, at: Point(x: row.x + 2, y: row.y), width: row.width - 2, role: .text)
      canvas.write(
        "Esc cancels and leaves everything as it was.",
        at: Point(x: row.x + 2, y: row.y + 2), role: .muted)
      return Point(x: row.x + 2, y: row.y)
    }
    SummaryLine(["First start"]).draw(on: &canvas, in: layout.summary)
    return firstStart?.draw(on: &canvas, in: layout.content) ?? layout.content.origin
  }

  private func draw(_ layer: Layer, on canvas: inout Canvas, _ layout: Layout) -> Point {
    switch layer {
    case .find(let find): find.draw(on: &canvas, in: layout.content, words)
    case .actions(let actions): actions.draw(on: &canvas, in: layout.content)
    case .dialog(let dialog), .service(_, let dialog), .asked(_, let dialog):
      dialog.draw(on: &canvas, in: layout.content)
    case .export(let page):
      page.dialog.draw(on: &canvas, in: layout.content, width: ExportPage.width)
    case .form(let form): form.draw(on: &canvas, in: layout.content, words)
    case .leaving(let form, let question):
      drawQuestion(form, question, on: &canvas, layout)
    case .choice(let title, let list, _): drawChoice(title, list, on: &canvas, layout)
    case .importPath(let prompt), .reasonWords(let prompt, _):
      prompt.draw(on: &canvas, in: layout.footer)
    case .undoing(let question), .leavingInstead(let question):
      question.draw(on: &canvas, in: layout.footer)
    case .passphrase(let form): form.draw(on: &canvas, in: layout.content)
    case .pick(let pick, _): pick.draw(on: &canvas, in: layout.content)
    case .giving(let question, _, _): question.draw(on: &canvas, in: layout.footer)
    case .coverUntil(let prompt, _, _): prompt.draw(on: &canvas, in: layout.footer)
    }
  }

  private func drawQuestion(
    _ form: RecordingForm, _ question: Confirmation, on canvas: inout Canvas, _ layout: Layout
  ) -> Point {
    form.draw(on: &canvas, in: layout.content, words)
    return question.draw(on: &canvas, in: layout.footer)
  }

  private func drawChoice(
    _ title: String, _ list: ChoiceList<String>, on canvas: inout Canvas, _ layout: Layout
  ) -> Point {
    let box = layout.content.centred(
      Size(width: min(52, layout.content.width), height: list.choices.count + 2))
    let inner = Box.draw(on: &canvas, in: box, title: title).inset(columns: 1)
    return list.draw(on: &canvas, in: inner)
  }

  /// The keys of the focused thing, the most useful first.
  private var footer: Footer {
    if work != nil { return Footer([Footer.Item("Esc", "cancel", target: .key(.escape))]) }
    if let layer = layers.last { return footer(layer) }
    if firstStart != nil {
      return Footer([
        Footer.Item(lettersAreOff ? "Up Down" : "1 2 3", "choose"),
        Footer.Item("Enter", "take", target: .key(.enter)),
        Footer.Item(table[.leave]?.keys.first?.name ?? "Esc", "leave", target: .key(.escape)),
      ])
    }
    if isInOfferBox {
      return Footer(
        [
          Footer.Item("Enter", "results", target: .key(.enter)),
          Footer.Item("Esc", "results", target: .key(.escape)),
        ] + words.helpKeyInText.map { Footer.Item($0.name, "keys", target: .key($0)) })
    }
    let wanted: [ActionID] =
      record == nil && screen == .offer
      ? offer.focus == .people
        ? [.openService, .offerReport, .filter, .quickFilter, .detail, .find, .undo]
        : [.signpost, .basket, .sheet, .offerReport, .openService]
          + (offer.people.isEmpty ? [] : [.nextPane])
          + [
            .filter, .quickFilter, .offerConfirm, .offerCorrect, .offerAdd, .detail, .find, .undo,
          ]
      : contexts.contains(.assessment) || contexts.contains(.advice)
        ? [
          .assessDecide, .adviceAsk, .assessReply, .assessDraft, .adviceDecide, .adviceKnown,
          .adviceChase, .adviceIn, .adviceCheck, .nextDesk, .why, .open, .filter, .find,
          .assessConsult, .assessViews, .assessFinal, .assessException, .assessBegin,
          .adviceAssign, .export, .assign, .promise, .note, .mark, .sort, .quickFilter, .detail,
          .undo,
        ]
        : record == nil
          ? [
            .outcome,
            .meeting, .decision, .book, .why, .open, .filter, .find, .invite, .views, .report,
            .notice, .finalPlan, .early, .export, .note, .promise, .assign, .signpost, .mark, .sort,
            .quickFilter, .detail, .undo,
          ]
          : [
            .meeting, .decision, .book, .why, .note, .nextTab, .nextChild, .invite, .views, .report,
            .notice, .finalPlan, .early, .export, .promise, .assign, .signpost, .outcome, .trail,
            .find, .undo,
          ]
    let items = (provisionFooter ?? wanted).compactMap { id -> Footer.Item? in
      guard let action = table[id], let key = table.keys(for: id, in: contexts).first else {
        return nil
      }
      return Footer.Item(
        key.name, action.label, isEnabled: disabled(action) == nil, target: .action(id))
    }
    // With letters off most actions are reached through their list alone.
    let ways: [ActionID] = lettersAreOff ? [.palette, .help] : [.help]
    // So does the way out of what lies over the lists.
    let isList = record == nil && screen != .offer
    let labels: [ActionID: String] = [.palette: "all actions", .help: "keys", .back: "back"]
    return Footer(
      items,
      kept: ((isList ? [] : [.back]) + ways).map {
        Footer.Item(words.key($0), labels[$0] ?? "", target: .action($0))
      })
  }

  private func footer(_ layer: Layer) -> Footer {
    Footer(
      layer.keys(words, lettersAreOff ? "Up Down" : "1-9").map { name, label in
        // The layer's own keys; those that save and edit may have been moved.
        let key =
          name == words.key(.save)
          ? Key.ctrl("s") : name == words.key(.editor) ? Key.ctrl("e") : Key(name: name)
        return Footer.Item(name, label, target: key.map { .key($0) })
      })
  }

}

extension Root.Layer {
  /// Whether its box takes all the width there is, up to 72 columns or more.
  fileprivate var isWide: Bool {
    switch self {
    case .find, .actions, .dialog, .service, .asked, .export, .form, .leaving, .passphrase, .pick:
      true
    case .choice, .importPath, .undoing, .leavingInstead, .reasonWords, .giving, .coverUntil: false
    }
  }

  /// The keys that work while the layer lies on top.
  fileprivate func keys(_ words: Words, _ choosing: String) -> [(String, String)] {
    let save = words.key(.save)
    let help = words.helpKeyInText.map { ($0.name, "keys") }
    return switch self {
    case .find: [("Enter", "open"), ("Down", "next"), ("Esc", "leave")]
    case .actions: [("Enter", "run"), ("Down", "next"), ("Esc", "leave")]
    case .dialog: [("Down", "scroll"), ("Esc", "close")]
    case .export(let page):
      [("Enter", page.writing), ("Down", "scroll"), ("Esc", "close")]
    case .service:
      [("Down", "scroll"), ("Esc", "close")]
        + [ActionID.offerReport, .offerConfirm, .offerCorrect].compactMap { id in
          words.table[id].flatMap { action in action.keys.first.map { ($0.name, action.label) } }
        }
    case .asked:
      [("Down", "scroll"), ("Esc", "close")]
        + [ActionID.offerReport].compactMap { id in
          words.table[id].flatMap { action in action.keys.first.map { ($0.name, action.label) } }
        }
    case .form(let form) where form.kind == .note:
      [(save, "save"), (words.key(.editor), "write it in your editor"), ("Esc", "leave")]
        + help
    case .form:
      [("Enter", "save or next"), ("Tab", "next field"), (save, "save"), ("Esc", "leave")]
        + help
    case .passphrase: [("Enter", "go on, save"), ("Tab", "next field"), ("Esc", "leave")]
    case .leavingInstead: [("Enter", "leave"), ("Esc", "stay")]
    case .leaving: [("Enter", "drop it"), ("Esc", "keep it"), ("Tab", "go on")]
    case .undoing: [("Enter", "undo"), ("Esc", "keep")]
    case .choice: [(choosing, "choose"), ("Enter", "take"), ("Esc", "leave")]
    case .importPath: [("Enter", "import"), ("Esc", "leave")]
    case .reasonWords: [("Enter", "open for an hour"), ("Esc", "leave")]
    case .pick(let layer, _):
      [("Enter", "take")] + (layer.isTyping ? [] : [(choosing, "take")])
        + [("Tab", layer.isTyping ? "the list" : "look for a name"), ("Esc", "leave")]
    case .giving: [("Enter", "do it"), ("Esc", "keep")]
    case .coverUntil: [("Enter", "cover"), ("Esc", "leave")]
    }
  }
}
