import SENDDomain
import TerminalKit

/// The screens as a dialogue in lines: for screen readers, narrow windows and pipes.
///
/// It holds the same state as the screens and changes it by the same actions, so that what can be
/// done, what is refused and what is announced are the same; only the words in and out are lines.
package struct PlainDialogue: Sendable {
  package internal(set) var root: Root
  /// Lines to be printed before the next prompt.
  var lines: [String] = []
  /// The field of the open form that is asked for; nil where all are answered.
  var field = 0
  /// The form in front is one that was left last time; what to do with it is not said yet.
  var offersDraft = false
  /// What the open form would do besides, once it was said.
  private var saidForm = false
  /// Messages printed so far, as the log counts them.
  private var printed = 0
  /// What is in front is to be printed anew.
  var mustShow = true
  /// The first row of the page of each list that is read out.
  var pageStarts: [Catalogue.ScreenID: Int64] = [:]
  /// The page begins at the chosen row once it has come.
  var turnsPage = false
  /// The first service that is read out, from 0.
  var offerStart = 0
  /// The first entry of the time line that is read out; nil where that follows the chosen one.
  var timeLineStart: Int?
  /// The actions that the help has just numbered: the next line may be such a number.
  var menu: [ActionSpec] = []
  private var saidNews = false
  /// The layer in front was introduced.
  var introduced = false
  package private(set) var isLeaving = false

  package init(_ root: Root) {
    var root = root
    root.keptDetail = root.showsDetail
    root.showsDetail = false
    root.isPlain = true
    // A letter does nothing here before Enter, so that it cannot be set off by mistake.
    if root.lettersAreOff {
      root.toggleLetters()
      root.log = MessageLog()
    }
    self.root = root
  }

  /// What is asked for at the start.
  package mutating func start() -> [Effect] {
    if let why = root.facts.readOnlyBecause {
      lines.append("Read-only: \(why). Nothing can be recorded.")
    }
    return root.start() + root.settled()
  }

  /// Takes what came of an effect, or of the world.
  package mutating func receive(_ message: Message) -> [Effect] {
    switch message {
    case .opened, .imported, .begun:
      mustShow = true
      timeLineStart = nil
      pageStarts = [:]
    case .rulesRead(let reply) where reply.mustRecompute && root.facts.readOnlyBecause == nil:
      lines.append("Computing all dates by the rules now in use.")
    default: break
    }
    let effects = root.receive(message)
    if case .performed(.refused, _) = message { goToProblem() }
    switch message {
    case .identified:
      if case .form? = root.layers.last {
        offersDraft = true
        introduced = false
      }
    // The form that it opens is asked from its first field on.
    case .themeKnown:
      field = 0
      introduced = false
    case .offerChanged(.refused, _): goToProblem()
    default: break
    }
    return effects
  }

  // MARK: - A line

  /// Takes a line that was typed.
  package mutating func take(_ line: String) -> [Effect] {
    let line = line.trimmed
    if line.lowercased() == "quit" {
      lines += farewell
      isLeaving = true
      return [.quit]
    }
    let effects = answer(line)
    if effects.contains(where: { if case .quit = $0 { true } else { false } }) { isLeaving = true }
    return effects
  }

  /// What is kept and what is not, where the person leaves from within a form or the input ends.
  package var farewell: [String] {
    guard case .form(let form)? = root.layers.last else { return [] }
    return [
      form.form.isDirty
        ? "What was typed is kept for next time; nothing of it was recorded."
        : "Nothing was typed; nothing was recorded."
    ]
  }

  private mutating func answer(_ line: String) -> [Effect] {
    if let layer = root.layers.last { return answer(line, layer) }
    if root.firstStart != nil {
      if ["q", "quit"].contains(line.lowercased()) { return [.quit] }
      guard let digit = line.first, line.count == 1, "123".contains(digit) else {
        lines.append("Type 1, 2 or 3, or q to leave.")
        return []
      }
      return press(.character(digit))
    }
    return command(line)
  }

  private mutating func answer(_ line: String, _ layer: Root.Layer) -> [Effect] {
    switch layer {
    case .form(let form): return offersDraft ? answerDraft(line, form) : answer(line, form)
    case .choice(_, let list, _): return choose(line, list)
    case .find(let find): return answer(line, find)
    case .importPath, .reasonWords, .coverUntil:
      if line.isEmpty { return press(.escape) }
      _ = send(.paste(line))
      return press(.enter)
    case .pick(let layer, _): return answer(line, layer)
    case .undoing, .leaving, .export, .giving:
      return press(["y", "yes"].contains(line.lowercased()) ? .enter : .escape)
    case .dialog, .service, .asked, .actions, .passphrase, .leavingInstead: return press(.escape)
    }
  }

  private mutating func choose(_ line: String, _ list: ChoiceList<String>) -> [Effect] {
    if line.isEmpty { return press(.escape) }
    let typed = line.lowercased()
    let named = list.choices.firstIndex { $0.label.lowercased().hasPrefix(typed) }
    let count = list.choices.count
    guard let number = Int(line) ?? named.map({ $0 + 1 }), (1...count).contains(number) else {
      lines.append("Type a number from 1 to \(count), or nothing to leave it.")
      return []
    }
    mustShow = true
    pageStarts[root.screen] = nil
    let effects = press(.character(Character(String(number % 10))))
    // One choice may lead to another, which is read out as well.
    introduced = false
    return effects
  }

  /// A number picks; letters look for a name; nothing leaves.
  private mutating func answer(_ line: String, _ layer: PickLayer) -> [Effect] {
    if line.isEmpty {
      if layer.isTyping { _ = send(.key(.escape)) }
      return press(.escape)
    }
    if let number = Int(line), (1...max(1, layer.found.count)).contains(number),
      !layer.found.isEmpty
    {
      for _ in layer.found.indices { _ = send(.key(.up)) }
      for _ in 1..<number { _ = send(.key(.down)) }
      mustShow = true
      pageStarts[root.screen] = nil
      let effects = press(.enter)
      introduced = false
      return effects
    }
    if layer.isTyping { _ = send(.key(.escape)) }
    introduced = false
    return send(.paste(line))
  }

  private mutating func answer(_ line: String, _ find: FindLayer) -> [Effect] {
    if line.isEmpty { return press(.escape) }
    if let number = Int(line), (1...max(1, find.results.rows.count)).contains(number),
      !find.results.rows.isEmpty
    {
      for _ in 1..<number { _ = send(.key(.down)) }
      return press(.enter)
    }
    var effects: [Effect] = []
    for _ in find.field.text { effects = send(.key(.backspace)) }
    introduced = false
    effects = send(.paste(line))
    return effects
  }

  // MARK: - Keys

  mutating func send(_ event: TerminalEvent) -> [Effect] { root.handle(event) }

  mutating func press(_ key: Key) -> [Effect] {
    let depth = root.layers.count
    let effects = send(.key(key))
    if root.layers.count != depth {
      introduced = false
      saidForm = false
      field = 0
    }
    return effects
  }

  /// Runs an action of the table.
  mutating func run(_ action: ActionSpec) -> [Effect] {
    if PlainDialogue.locking.contains(action.id) {
      lines.append(
        "What was printed cannot be taken back, so nothing is locked here: quit leaves. The "
          + "passphrase is set and removed on the screens, without --plain.")
      return []
    }
    if PlainDialogue.keyboard.contains(action.id) {
      lines.append("That is for the screens. Here every command ends with Enter.")
      return []
    }
    if action.id == .clipboard {
      lines.append("That is for the screens. What is printed here can be copied.")
      return []
    }
    if action.id == .columns {
      lines.append("That is for the screens, which have columns. Here every field is read.")
      return []
    }
    introduced = false
    field = 0
    saidForm = false
    let isRefused = root.disabled(action) != nil
    let effects = root.runNow(action)
    if root.layers.isEmpty, !isRefused, !PlainDialogue.silent.contains(action.id) {
      mustShow = true
      timeLineStart = nil
    }
    return effects
  }

  /// After which nothing needs to be read out anew: what came of it is said in a sentence.
  private static let silent: Set<ActionID> = [
    .undo, .redo, .messages, .why, .mark, .markAll, .open, .nextChild, .previousChild, .assign,
    .handOver, .cover,
  ]

  /// What only screens can do, which can be cleared.
  static let locking: Set<ActionID> = [.lock, .setPassphrase, .removePassphrase]
  /// What is about keys pressed singly, and the mouse.
  static let keyboard: Set<ActionID> = [.letters, .mouse]
  static let onScreensOnly = locking.union(keyboard).union([.columns, .clipboard])

  // MARK: - What is printed

  /// Everything that is to be said now, ending with the prompt's own line. Asked for when every
  /// effect has been answered.
  package mutating func output() -> (lines: [String], prompt: String) {
    if turnsPage, let chosen = pane.chosenIndex {
      pageStarts[root.screen] = pane.row(at: chosen).key.id
      turnsPage = false
    }
    sayMessages()
    while let dialog = root.layers.last?.dialog {
      lines.append("")
      lines.append(dialog.title + (dialog.title.last?.isPunctuation == true ? "" : "."))
      let rows = dialog.table.map { $0.split(separator: " ").joined(separator: " ") }
      lines += rows.filter { !$0.isEmpty }
      lines += dialog.paragraphs.map { PlainDialogue.withoutSign($0.plainText) }
      root.layers.removeLast()
      mustShow = false
    }
    if isLeaving {
      // Nothing more is asked.
    } else if let layer = root.layers.last {
      introduce(layer)
    } else if root.firstStart != nil {
      introduceFirstStart()
    } else if mustShow {
      show()
      mustShow = false
    }
    sayMessages()
    sayNews()
    if root.layers.isEmpty, root.firstStart == nil, !isLeaving { lines.append(whereabouts) }
    let said = lines
    lines = []
    return (said.map { PlainDialogue.spoken($0) }, prompt)
  }

  private mutating func sayMessages() {
    let new = root.log.messages.suffix(root.log.count - printed)
    printed = root.log.count
    lines += new.map { message in
      // The sign before it is for the eye.
      message.text.hasPrefix("✓ ") || message.text.hasPrefix("! ")
        ? String(message.text.dropFirst(2)) : message.text
    }
  }

  /// Others' changes, once until the list is read again.
  private mutating func sayNews() {
    guard !isInOffer, pane.hasNews else {
      saidNews = false
      return
    }
    guard !saidNews else { return }
    saidNews = true
    lines.append(
      "Changed elsewhere: somebody else has written since this was read. "
        + "\(root.words.key(.refresh)) reads the list again.")
  }

  private mutating func show() {
    lines.append("")
    if isInOffer {
      showOffer()
    } else if root.record != nil {
      showRecord()
    } else {
      showList()
    }
  }

  /// What the next line is about, and what can be done: one sentence before the prompt.
  private var whereabouts: String {
    let ask = "Type a number, an action, or ? for help."
    if !menu.isEmpty { return "Type the number of an action, its key or its name." }
    if isInOffer { return offerWhereabouts }
    if let record = root.record {
      var place = "In the record of \(root.words.name(record.record.child.name))"
      if record.part == .timeLine, let index = record.timeLine.selectedIndex {
        place += ", at entry \(index + 1): \(record.timeLine.rows[index].line(root.words))"
      }
      return "\(place). \(ask)"
    }
    let pane = pane
    if pane.markCount > 0 {
      return "\(Words.count(pane.markCount, "row")) marked: the next action is for all of them, "
        + "unmark takes the marks away. \(ask)"
    }
    guard let index = pane.chosenIndex else {
      return "\(empty(pane.query)) Type an action, or ? for help."
    }
    let row = pane.row(at: index)
    let number = page.contains(index) ? "row \(index - page.lowerBound + 1)" : "a row not read out"
    if let line = row.provisionLine {
      let state = row.withheld == nil ? line.state(on: root.words.today).words : "restricted"
      return "Chosen: \(number), \(root.words.name(of: row)), section \(line.section.letter), "
        + "\(state). \(ask)"
    }
    return
      "Chosen: \(number), \(root.words.name(of: row)), \(row.open.title(by: root.words.rules)), "
      + "\(state(row).words). \(ask)"
  }

  /// What can be spoken: lines and blocks that somebody drew are dashes, braille cells are signs.
  static func spoken(_ text: String) -> String {
    let safe = text.sanitisedWhole()
    guard safe.unicodeScalars.contains(where: { (0x2500...0x28FF).contains($0.value) }) else {
      return safe
    }
    var spoken = String.UnicodeScalarView()
    for scalar in safe.unicodeScalars {
      switch scalar.value {
      case 0x2500...0x259F: spoken.append("-")
      case 0x2800...0x28FF: spoken.append("?")
      default: spoken.append(scalar)
      }
    }
    return String(spoken)
  }

  private mutating func introduceFirstStart() {
    guard mustShow, let start = root.firstStart else { return }
    mustShow = false
    lines.append("Welcome to Waymark. There is no workspace yet. How do you want to begin?")
    for (index, choice) in start.choices.choices.enumerated() {
      lines.append("\(index + 1). \(choice.label): \(choice.hint)")
    }
  }

  private mutating func introduce(_ layer: Root.Layer) {
    defer { introduced = true }
    switch layer {
    case .form(let form):
      if offersDraft {
        introduceDraft(form)
      } else {
        introduce(form, isNew: !introduced && !saidForm)
      }
    case .choice(let title, let list, _):
      if introduced { return }
      lines.append(title + ":")
      for (index, choice) in list.choices.enumerated() {
        let hint = choice.hint.isEmpty ? "" : ": \(choice.hint)"
        lines.append(
          "\(index + 1). \(choice.label)\(hint)\(choice.value == list.chosen ? ", as now" : "")")
      }
      lines.append("Type a number; an empty line leaves it as it is.")
    case .find(let find): introduce(find)
    case .pick(let layer, _): introduce(layer)
    case .coverUntil(let prompt, _, _):
      if !introduced { lines.append("\(prompt.label) \(prompt.hint); nothing leaves.") }
    case .reasonWords:
      if !introduced { lines.append("Say why in a few words; an empty line leaves it closed.") }
    case .importPath:
      if !introduced {
        lines.append(
          "Type where the return is, the folder of CSV exports or the XML file; nothing leaves.")
      }
    case .export(let page):
      if introduced { return }
      lines.append("")
      lines.append(page.dialog.title + ".")
      lines += page.dialog.paragraphs.map(\.plainText)
      lines.append("Type y to \(page.writing); anything else leaves it unwritten.")
    case .undoing(let question), .leaving(_, let question), .giving(let question, _, _):
      lines.append(question.question)
      lines.append("Type y to do it; anything else leaves it as it is.")
    case .dialog, .service, .asked, .actions, .passphrase, .leavingInstead: break
    }
  }

  private mutating func introduce(_ layer: PickLayer) {
    if introduced { return }
    lines.append(layer.title + (layer.subject.isEmpty ? ":" : ", \(layer.subject):"))
    let found = layer.found
    for (index, row) in found.prefix(20).enumerated() {
      lines.append("\(index + 1). \(row.label)\(row.hint.isEmpty ? "" : ", \(row.hint)")")
    }
    if found.isEmpty { lines.append(layer.rows.isEmpty ? "There is nobody." : "Nobody fits.") }
    if found.count > 20 { lines.append("And \(found.count - 20) more: type part of a name.") }
    lines.append("Type a number, part of a name, or nothing to leave.")
  }

  private mutating func introduce(_ find: FindLayer) {
    guard !find.field.isEmpty else {
      if !introduced { lines.append("Find a child: type any part of a name or number.") }
      return
    }
    if introduced { return }
    guard find.isAnswered, !find.results.rows.isEmpty else {
      lines.append("Nobody is found. Type other letters, or nothing to leave.")
      return
    }
    for (index, child) in find.results.rows.prefix(20).enumerated() {
      let birth = root.words.birth(child.born)
      lines.append(
        "\(index + 1). "
          + [root.words.name(child.name), birth, child.setting]
          .filter { !$0.isEmpty }.joined(separator: ", "))
    }
    if find.results.rows.count > 20 {
      lines.append("And \(find.results.rows.count - 20) more: type more letters.")
    }
    lines.append("Type a number to open that record, other letters, or nothing to leave.")
  }

  private var prompt: String {
    if isLeaving { return "" }
    switch root.layers.last {
    case .form where offersDraft: return "1, 2 or 3> "
    case .form(let form):
      guard field < form.form.fields.count else { return "Save? y or n> " }
      return "\(form.form.fields[field].label)> "
    case .choice: return "Number> "
    case .find: return "Name or number> "
    case .importPath: return "Path> "
    case .reasonWords: return "Why> "
    case .pick: return "Number or name> "
    case .coverUntil: return "Until> "
    case .undoing, .leaving, .export, .giving: return "y or n> "
    case .dialog, .service, .asked, .actions, .passphrase, .leavingInstead, nil: break
    }
    if root.firstStart != nil { return "1, 2 or 3> " }
    return "> "
  }
}

extension Root.Layer {
  /// What is only read; nil for every other layer.
  fileprivate var dialog: Dialog? {
    switch self {
    case .dialog(let dialog), .service(_, let dialog), .asked(_, let dialog): dialog
    default: nil
    }
  }
}

extension [Span] {
  /// The words without their roles.
  var plainText: String { map(\.text).joined() }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension Root {
  /// Does an action from outside the keys, with what goes with it.
  mutating func runNow(_ action: ActionSpec) -> [Effect] {
    let effects = run(action)
    if effects.contains(where: { $0.lane == .write }) { isWriting = true }
    return effects
  }
}
