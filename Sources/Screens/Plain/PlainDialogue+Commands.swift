import SENDDomain
import TerminalKit

/// Commands: a number, a word, or an action by its key or name.
extension PlainDialogue {
  mutating func command(_ line: String) -> [Effect] {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased() else {
      show()
      return []
    }
    let rest = line.dropFirst(words[0].count).description.trimmed
    switch first {
    case "quit", "exit": return [.quit]
    case "q":
      if root.record != nil { return back() }
      return [.quit]
    case "back" where root.record != nil: return back()
    case "next", "more": return page(.pageDown)
    case "back", "previous": return page(.pageUp)
    case "filter": return filter(rest)
    case "mark": return mark(rest)
    case "unmark":
      root.today.clearMarks()
      root.reviews.clearMarks()
      lines.append("No row is marked.")
      return []
    case "find" where !rest.isEmpty:
      guard let find = root.table[.find] else { return [] }
      return run(find) + send(.paste(rest))
    case "?", "help":
      help()
      return []
    default: break
    }
    if let number = Int(first), words.count == 1 { return select(number) }
    guard let action = action(named: line) else {
      let names = root.table.actions(in: root.contexts).map { $0.name.lowercased() }
      let near = NearestName.find(line, among: names)
      lines.append(
        "\"\(line)\" is no command here." + (near.map { " Did you mean \"\($0)\"?" } ?? "")
          + " ? lists what can be done.")
      return []
    }
    let effects = run(action)
    // A form says what it is for; anything else says what was understood.
    if case .form? = root.layers.last { return effects }
    lines.insert(action.name + (action.name.hasSuffix("?") ? "" : "."), at: 0)
    return effects
  }

  /// An action by its key, its short word, its name or a part of it.
  private func action(named line: String) -> ActionSpec? {
    let here = root.table.actions(in: root.contexts)
    if let key = Key(name: line), let action = root.table.action(for: key, in: root.contexts) {
      return action
    }
    let typed = line.lowercased()
    return here.first { $0.id.rawValue == typed || $0.name.lowercased() == typed }
      ?? here.first { $0.label.lowercased() == typed }
      ?? (typed.count > 2 ? here.first { $0.name.lowercased().hasPrefix(typed) } : nil)
  }

  private mutating func back() -> [Effect] {
    mustShow = true
    return press(.escape)
  }

  private mutating func page(_ key: Key) -> [Effect] {
    mustShow = true
    return press(key)
  }

  private mutating func filter(_ text: String) -> [Effect] {
    mustShow = true
    var effects: [Effect] = []
    if !(root.screen == .today ? root.today.query : root.reviews.query).filter.isEmpty {
      effects = press(.escape)
    }
    guard !text.isEmpty, let filter = root.table[.filter] else { return effects }
    _ = run(filter)
    effects = send(.paste(text))
    _ = send(.key(.enter))
    return effects
  }

  /// The rows that are read out now, from 1.
  private var shown: Range<Int> {
    func range<Row>(_ pane: ListPane<Row>) -> Range<Int> {
      let list = pane.list
      return list.top..<min(list.rows.count, list.top + list.height)
    }
    return root.screen == .today ? range(root.today) : range(root.reviews)
  }

  private mutating func select(_ number: Int) -> [Effect] {
    guard root.record == nil, (1...max(1, shown.count)).contains(number), !shown.isEmpty else {
      lines.append("There is no row \(number) here.")
      return []
    }
    let index = shown.lowerBound + number - 1
    if root.screen == .today {
      root.today.list.select(root.today.list.rows[index].id)
      if let row = root.today.selected { describe(row) }
    } else {
      root.reviews.list.select(root.reviews.list.rows[index].id)
      if let row = root.reviews.selected { describe(row) }
    }
    return []
  }

  /// `1 3 5-7`
  private mutating func mark(_ typed: String) -> [Effect] {
    var numbers: [Int] = []
    for part in typed.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, ends.count <= 2,
        (1...max(1, shown.count)).contains(first), last <= shown.count
      else {
        lines.append("Type the numbers of rows to mark, such as: mark 1 3 5-7.")
        return []
      }
      numbers += first...last
    }
    for number in numbers {
      let index = shown.lowerBound + number - 1
      if root.screen == .today {
        let row = root.today.list.rows[index]
        root.today.mark(row)
      } else {
        let row = root.reviews.list.rows[index]
        root.reviews.mark(row)
      }
    }
    let count =
      root.screen == .today ? root.today.list.marks.count : root.reviews.list.marks.count
    lines.append(
      Words.count(count, "row") + " marked. The next action is for all of them; unmark takes the "
        + "marks away.")
    return []
  }

  private mutating func help() {
    lines.append(
      "A number reads a row. next and back turn the page, filter TEXT and find NAME search, mark 1 "
        + "3-5 marks rows, quit leaves. An empty line reads this again. An action by its key or its "
        + "name:")
    for action in root.table.actions(in: root.contexts)
    where action.id != .detail && !PlainDialogue.onScreensOnly.contains(action.id)
      && ListMove(action.id) == nil
    {
      let key = action.keys.first.map { "\($0.name): " } ?? ""
      lines.append("\(key)\(action.name)")
    }
  }
}

extension ListPane {
  /// Marks one row.
  mutating func mark(_ row: Row) {
    guard !list.marks.contains(row.id) else { return }
    list.marks.insert(row.id)
    markedPlans.append(row.planID)
  }
}
