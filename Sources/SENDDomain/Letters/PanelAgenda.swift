/// What a panel looks at, eight cases to a page. It names nobody: number, reference, initials and
/// year, so that it can lie on a table.
public struct PanelAgenda: Hashable, Sendable {
  /// One case.
  public struct Item: Hashable, Sendable {
    public var child: Child.ID
    public var initials: String
    public var year: String
    /// The question, in one sentence.
    public var question: String
    /// The earliest statutory step that is open: what, and by when.
    public var clock: OpenDeadline?
    public var owner: String

    public init(
      child: Child.ID, initials: String, year: String, question: String, clock: OpenDeadline?,
      owner: String
    ) {
      self.child = child
      self.initials = initials
      self.year = year
      self.question = question
      self.clock = clock
      self.owner = owner
    }
  }

  public let panel: Day
  public let made: Day
  /// In the order they are looked at: what is unknown or late first.
  public let items: [Item]

  /// Cases on a page.
  public static let casesOnPage = 8

  public init(panel: Day, made: Day, items: [Item]) {
    self.panel = panel
    self.made = made
    self.items = items.sorted { a, b in
      let (x, y) = (a.clock?.due?.number ?? .min, b.clock?.due?.number ?? .min)
      return x != y ? x < y : a.child < b.child
    }
  }

  public var fileName: String { "panel-agenda-\(panel).txt" }

  /// In lines of at most so many letters; a form feed stands before each further page.
  public func text(by rules: RuleBook, width: Int = 72) -> String {
    let pages = stride(from: 0, to: items.count, by: PanelAgenda.casesOnPage).map { start in
      let page = items[start..<min(start + PanelAgenda.casesOnPage, items.count)]
      var lines = [
        "Agenda of the panel of \(panel.full)",
        "Made on \(made.full). Cases \(start + 1) to \(start + page.count) of \(items.count). "
          + "No names: references and initials.",
        "",
      ]
      for (number, item) in zip((start + 1)..., page) {
        lines += caseLines(item, number, rules, width)
      }
      return lines.joined(separator: "\n")
    }
    return pages.joined(separator: "\n\u{0C}\n") + "\n"
  }

  private func caseLines(
    _ item: Item, _ number: Int, _ rules: RuleBook, _ width: Int
  ) -> [String] {
    let year = item.year.isEmpty ? "" : ", Year \(item.year)"
    var lines = ["\(number). W\(item.child.rawValue)  \(item.initials)\(year)"]
    let question = LetterText.clean(item.question)
    lines += FilledText.lines("   Question: \(question)", width, indent: 6)
    let clock =
      item.clock.map { open in
        let day =
          open.due.map { "by \($0.long) (\($0.distance(from: made)))" }
          ?? "no date, \(open.missing?.rawValue ?? "a fact") is missing"
        return "\(open.what(by: rules)) \(day)"
      } ?? "no statutory step is open"
    lines += FilledText.lines("   Clock: \(clock)", width, indent: 6)
    lines.append("   With: \(item.owner.isEmpty ? "nobody" : LetterText.clean(item.owner))")
    lines.append("   Decision: ______________________  Reason: ______________________")
    lines.append("")
    return lines
  }
}
