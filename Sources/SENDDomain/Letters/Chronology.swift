/// What happened with one child, dated, as a text that can stand by itself.
public struct Chronology: Hashable, Sendable {
  public let child: Child.ID
  public let name: PersonName
  public let born: Day?
  public let day: Day
  /// A sentence where the role does not see all.
  public let limits: String
  let items: [Item]

  struct Item: Hashable, Sendable {
    var day: Day?
    var words: String
  }

  /// - Parameter record: As whoever works sees it; what it hides is said to be left out.
  public init(of record: ChildRecord, by rules: RuleBook, today: Day) {
    child = record.child.id
    name = record.child.name
    born = record.child.born
    day = today
    // What nothing is held of hides nothing.
    let held: Set<FieldGroup> = [.education, .health, .socialCare, .contact]
    let hidden = record.hidden.intersection(held).map(\.words).sorted()
    limits =
      hidden.isEmpty
      ? ""
      : "Left out, as the role of whoever wrote this does not see it: "
        + hidden.joined(separator: ", ") + "."
    items = record.timeLine(by: rules).compactMap { item in
      var words = item.words
      switch item.kind {
      case .happened: break
      case .met(let limit):
        if let due = limit.due { words += " (due by \(due.long))" }
      case .due:
        words = "Due: " + words
      case .milestone: return nil
      }
      if !item.remark.isEmpty { words += ": " + item.remark }
      return Item(day: item.day, words: LetterText.clean("\(words) [\(item.source)]"))
    }
  }

  public var fileName: String { "chronology-w\(child.rawValue)-\(day).txt" }

  /// In lines of at most so many letters.
  public func text(width: Int = 72) -> String {
    let whole = LetterText.clean(
      [name.given, name.family].filter { !$0.isEmpty }.joined(separator: " "))
    var lines = [
      "Chronology of \(whole.isEmpty ? "(no name)" : whole)"
        + (born.map { ", born \($0.fullWithoutWeekday)" } ?? ""),
      "Made on \(day.full). Our reference: W\(child.rawValue)",
    ]
    if !limits.isEmpty { lines += FilledText.lines(limits, width, indent: 0) }
    lines.append("")
    for item in items {
      lines += FilledText.lines(
        "\(item.day?.long ?? "No date")  \(item.words)", width, indent: 4)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
