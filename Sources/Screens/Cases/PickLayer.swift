import SENDDomain
import TerminalKit

/// What is done with whom or what one picks.
package enum Pick: Hashable, Sendable {
  /// The cases of these go to whoever is picked.
  case assign(Assigned)
  case handOverFrom
  case handOverTo(from: Int64, name: String)
  case cover
  /// The list in front shows this person's or team's cases, or this setting's children.
  case narrow
  /// The load table: the list of Today shows this person's cases.
  case load

  package enum Assigned: Hashable, Sendable {
    case child(Child.ID)
    /// The marked rows, with how many.
    case plans([Plan.ID])
    case promise(Promise)
  }
}

/// One of many to pick: the first nine by a digit, all of them by some letters.
struct PickLayer: Sendable {
  let title: String
  /// Whom it is for; empty where it is for nobody.
  let subject: String
  /// What stands under the list, beside the keys.
  let remark: String
  let rows: [PickRow]
  var field = TextField()
  /// Whether letters and digits are text that looks for a row.
  var isTyping = false
  private(set) var focused = 0

  init(_ title: String, subject: String = "", remark: String = "", _ rows: [PickRow]) {
    self.title = title
    self.subject = subject
    self.remark = remark
    self.rows = rows
  }

  enum Outcome: Equatable {
    case consumed, left
    case picked(PickRow)
  }

  /// The rows that hold what is typed.
  var found: [PickRow] {
    let text = field.text.lowercased()
    guard !text.isEmpty else { return rows }
    return rows.filter { $0.label.lowercased().contains(text) }
  }

  mutating func handle(_ event: TerminalEvent) -> Outcome {
    if case .paste = event {
      isTyping = true
      type(event)
      return .consumed
    }
    guard case .key(let key) = event else { return .consumed }
    let found = found
    switch key {
    case .escape:
      guard isTyping else { return .left }
      isTyping = false
      field = TextField()
      focused = 0
    case .tab: isTyping.toggle()
    case .enter:
      guard found.indices.contains(focused) else { return .consumed }
      return .picked(found[focused])
    case .down: focused = min(focused + 1, max(0, found.count - 1))
    case .up: focused = max(focused - 1, 0)
    case .pageDown: focused = min(focused + 10, max(0, found.count - 1))
    case .pageUp: focused = max(focused - 10, 0)
    case .home where !isTyping: focused = 0
    case .end where !isTyping: focused = max(0, found.count - 1)
    default:
      if isTyping {
        type(event)
        return .consumed
      }
      guard case .character(let character) = key else { return .consumed }
      switch character {
      case "j": focused = min(focused + 1, max(0, found.count - 1))
      case "k": focused = max(focused - 1, 0)
      case "g": focused = 0
      case "G": focused = max(0, found.count - 1)
      case "q": return .left
      case "/": isTyping = true
      default:
        guard character.isASCII, let digit = character.wholeNumberValue, digit > 0,
          found.indices.contains(digit - 1)
        else { return .consumed }
        return .picked(found[digit - 1])
      }
    }
    return .consumed
  }

  private mutating func type(_ event: TerminalEvent) {
    let before = field.text
    _ = field.handle(event)
    if field.text != before { focused = 0 }
  }

  /// Goes to a row without picking it.
  mutating func focus(_ index: Int) {
    if found.indices.contains(index) { focused = index }
  }

  func draw(on canvas: inout Canvas, in rect: Rect) -> Point {
    let found = found
    let head = subject.isEmpty ? 1 : 2
    let box = rect.centred(
      Size(
        width: min(72, rect.width), height: min(rect.height, max(5, rows.count) + head + 3)))
    let inner = Box.draw(on: &canvas, in: box, title: title).inset(columns: 1)
    if !subject.isEmpty {
      canvas.write(subject, at: inner.origin, width: inner.width, role: .title)
    }
    let (line, rest) = inner.splitTop(head).rest.splitTop(0)
    _ = line
    let search = inner.row(head - 1)
    var cursor = search.origin
    if isTyping || !field.isEmpty {
      let used = canvas.write("Name: ", at: search.origin, role: .key)
      cursor = field.draw(
        on: &canvas, in: search.splitLeft(used).rest, placeholder: "any part of it")
    } else {
      canvas.write(
        "A digit takes one, Tab looks for a name · \(Words.count(rows.count)) in all",
        at: search.origin, width: search.width,
        role: .muted)
    }
    let (list, foot) = rest.splitBottom(1)
    canvas.write(remark, at: foot.origin, width: foot.width, role: .muted)
    if found.isEmpty {
      canvas.write(
        rows.isEmpty ? "There is nobody to choose." : "Nothing is called so.", at: list.origin,
        width: list.width, role: .muted)
      return cursor
    }
    let top = min(max(0, focused - list.height + 1), max(0, found.count - list.height))
    for row in 0..<min(list.height, found.count - top) {
      let index = top + row
      let isHere = index == focused
      let digit = index < 9 && !isTyping ? "\(index + 1)" : " "
      canvas.offer(.choice(index), at: list.row(row))
      canvas.write(
        [
          Span(isHere ? "> " : "  ", isHere ? .selected : .text),
          Span(digit + " ", isHere ? .selected : .key),
          Span(found[index].label, isHere ? .selected : .text),
          Span(
            found[index].hint.isEmpty ? "" : "  " + found[index].hint,
            isHere ? .selectedMuted : .muted),
        ], at: list.row(row).origin, width: list.width)
    }
    return isTyping ? cursor : list.row(focused - top).origin
  }
}
