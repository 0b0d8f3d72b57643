import SENDDomain
import TerminalKit

/// Commands: a number, a word, or an action by its key, its name or its number in the help.
extension PlainDialogue {
  /// Words that are no action of the table.
  private static let words = [
    "next", "previous", "back", "filter", "find", "mark", "unmark", "help", "quit",
  ]

  mutating func command(_ line: String) -> [Effect] {
    let line = unprefixed(line)
    let menu = menu
    self.menu = []
    guard let word = line.split(separator: " ").first.map(String.init) else {
      mustShow = true
      return []
    }
    let first = word.lowercased()
    let rest = line.dropFirst(word.count).description.trimmed
    let isInRecord = root.record != nil
    if isInOffer {
      self.menu = menu
      if let effects = offerCommand(first, rest, line) {
        self.menu = []
        return effects
      }
      self.menu = []
    }
    switch first {
    case "exit" where rest.isEmpty: return [.quit]
    case "q" where rest.isEmpty: return isInRecord ? back() : [.quit]
    case "back" where isInRecord && rest.isEmpty: return back()
    case "next" where rest.isEmpty, "more" where rest.isEmpty: return turn(1)
    case "back" where rest.isEmpty, "previous" where rest.isEmpty: return turn(-1)
    case "filter" where !isInRecord, "/" where !isInRecord: return filter(rest)
    case "mark" where !isInRecord && !rest.lowercased().hasPrefix("all"),
      "unmark" where !isInRecord:
      mark(rest, first == "mark")
      return []
    case "find" where !rest.isEmpty:
      guard let find = root.table[.find] else { return [] }
      return run(find) + send(.paste(rest))
    case "?", "help", ":":
      help()
      return []
    default: break
    }
    if let number = Int(line) { return takeNumber(number, menu) }
    if isInRecord, let part = PlainDialogue.part(named: line.lowercased()) {
      show(part)
      return []
    }
    guard let action = action(named: line) else {
      unknown(line)
      return []
    }
    return runSaying(action)
  }

  /// `:import` and `/adey` are typed by those who know the screens.
  private func unprefixed(_ line: String) -> String {
    if line.hasPrefix("/"), line.count > 1 { return "filter " + line.dropFirst() }
    if line.hasPrefix(":"), line.count > 1 { return String(line.dropFirst()).trimmed }
    return line
  }

  private mutating func takeNumber(_ number: Int, _ menu: [ActionSpec]) -> [Effect] {
    guard menu.isEmpty else {
      guard menu.indices.contains(number - 1) else {
        lines.append("There is no action \(number). ? lists them again.")
        return []
      }
      return runSaying(menu[number - 1])
    }
    if root.record == nil { chooseRow(number) } else { chooseEntry(number) }
    return []
  }

  /// Runs an action and says what was understood; a form says itself what it is for.
  private mutating func runSaying(_ action: ActionSpec) -> [Effect] {
    if action.id == .filter {
      lines.append("Type filter and a part of a name, a number or a setting: filter adey.")
      return []
    }
    if action.id == .help || action.id == .palette {
      help()
      return []
    }
    // Asked before: once a screen is in front, going there is what cannot be done.
    let isRefused = root.disabled(action) != nil
    let effects = run(action)
    if case .form? = root.layers.last { return effects }
    if !isRefused {
      lines.insert(action.name + (action.name.hasSuffix("?") ? "" : "."), at: 0)
    }
    return effects
  }

  /// An action by its key, its short word, its name or the beginning of it.
  private func action(named line: String) -> ActionSpec? {
    let here = actions
    if let key = Key(name: line), let action = root.table.action(for: key, in: root.contexts),
      here.contains(where: { $0.id == action.id })
    {
      return action
    }
    let typed = line.lowercased()
    return here.first { $0.id.rawValue == typed || $0.name.lowercased() == typed }
      ?? here.first { $0.label.lowercased() == typed }
      ?? (typed.count > 2 ? here.first { $0.name.lowercased().hasPrefix(typed) } : nil)
      ?? (typed.count > 2 ? here.first { $0.label.lowercased().hasPrefix(typed) } : nil)
  }

  /// What can be done here, in lines: not what is about a drawn screen alone. Rows are chosen by
  /// their numbers, not by moving.
  private var actions: [ActionSpec] {
    root.table.actions(in: root.contexts).filter {
      !PlainDialogue.drawing.contains($0.id) && ListMove($0.id) == nil
    }
  }

  private static let drawing: Set<ActionID> = [
    .detail, .nextPane, .previousPane, .redraw, .suspend,
  ]

  private mutating func unknown(_ line: String) {
    let parts = root.record == nil ? [] : RecordScreen.Part.allCases.map(\.title)
    let names =
      PlainDialogue.words
      + (parts + actions.flatMap { [$0.name, $0.label] }).map { $0.lowercased() }
    let near = NearestName.find(line, among: names)
    lines.append(
      "\"\(line)\" is no command here." + (near.map { " Did you mean \"\($0)\"?" } ?? "")
        + " ? lists what can be done.")
  }

  private mutating func back() -> [Effect] {
    mustShow = true
    return press(.escape)
  }

  private mutating func turn(_ step: Int) -> [Effect] {
    guard root.record == nil else {
      turnTimeLine(step)
      return []
    }
    return turnPage(step)
  }

  private mutating func help() {
    if isInOffer {
      offerHelp()
    } else if root.record == nil {
      lines += [
        "A number: chooses the row and reads it in full.",
        "next, back: the ten rows after, before.",
        "filter TEXT: only rows that hold the text; filter alone takes it away.",
        "find NAME: any child.",
        "offer: the Local Offer; there, search WORDS finds services and whom to ask.",
        "mark 1 3 5-7: the next action is for all of these; unmark takes marks away.",
      ]
    } else {
      lines += [
        "A number: chooses an entry of the time line, which w explains.",
        "next, previous: the ten entries after, before.",
        RecordScreen.Part.allCases.map { $0.title.lowercased() }.joined(separator: ", ")
          + ": that part of the record.",
        "q: closes the record.",
      ]
    }
    lines += [
      "An empty line: reads this again.", "quit: leaves Waymark.", "",
      "Actions, by number now, by key or name always:",
    ]
    menu = actions.filter {
      ![.help, .palette, .filter, .back].contains($0.id)
        && !PlainDialogue.onScreensOnly.contains($0.id)
    }
    for (number, action) in zip(1..., menu) {
      // A digit is the number of a row here.
      let key = action.keys.map(\.name).first { Int($0) == nil }.map { ", \($0)" } ?? ""
      let why = root.disabled(action).map { " (not now, \($0))" } ?? ""
      lines.append("\(number). \(action.name)\(key)\(why)")
    }
    lines.append("")
  }
}
