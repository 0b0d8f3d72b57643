import SENDDomain
import TerminalKit

/// Lists, ten rows at a time: each row a block of fields, chosen by its number.
extension PlainDialogue {
  static let pageLength = 10

  /// The list in front.
  var pane: any NumberedList {
    get { root.front }
    set { if let list = newValue as? any FrontList { root.front = list } }
  }

  /// The rows that are read out, as indices of those held.
  ///
  /// A page begins where it was begun; after a change that took its first row away, where the
  /// chosen row is.
  var page: Range<Int> {
    let pane = pane
    guard pane.rowCount > 0 else { return 0..<0 }
    let chosen = pane.chosenIndex ?? 0
    let length = PlainDialogue.pageLength
    let start = pageStarts[root.screen].flatMap { pane.index(of: $0) } ?? chosen / length * length
    return start..<min(pane.rowCount, start + length)
  }

  mutating func showList() {
    let pane = pane
    var head = "\(root.listTitle)."
    if let counts = pane.counts?.provision {
      head +=
        ProvisionState.allCases.filter { $0 != .ended }
        .map { " \(Words.count(counts[$0])) \($0.shortWords)" }.joined(separator: ",") + "."
      if counts.personalBudgets > 0 {
        head += " Personal budgets: \(Words.count(counts.personalBudgets))."
      }
    } else if let counts = pane.counts {
      head +=
        " \(Words.count(counts.unknown)) unknown, \(Words.count(counts.late)) late, "
        + "\(Words.count(counts.soon)) due in \(pane.query.soonWithin) days."
    }
    if root.screen == .today, let counts = pane.counts {
      if counts.agreed > 0 { head += " \(Words.count(counts.agreed)) agreed." }
      head +=
        " Next 12 weeks: this week \(Words.count(root.load.weeks[0])), all twelve "
        + "\(Words.count(root.load.all))."
      if let next = root.load.next(after: root.words.today) {
        head += " Phase transfers before \(next.before.long): \(Words.count(next.open)) open."
      }
    }
    if !root.isUsual(root.front) || root.front.query.scope != .all {
      head += " Whose: \(root.scopeWords(of: root.front))."
    }
    if pane.query.transfersOnly { head += " Only phase transfers." }
    lines.append(head)
    if !pane.query.filter.isEmpty {
      lines.append(
        "Filter: \(root.words.free(pane.query.filter)) (\"filter\" alone takes it away)")
    }
    if pane.query.states != pane.usualStates {
      lines.append(
        "Shown: \(pane.query.states.words) (\(root.words.key(.quickFilter)) shows others)")
    }
    if let state = pane.query.provision {
      lines.append("Shown: \(state.words) (\(root.words.key(.quickFilter)) shows others)")
    }
    let rows = page
    guard !rows.isEmpty else { return }
    if let count = pane.shownCount {
      // Rows before those held are not counted: then where the page stands is not known.
      let place =
        pane.isFromStart ? "\(rows.lowerBound + 1) to \(rows.upperBound)" : "\(rows.count)"
      let sort =
        root.provisionDesk != nil && pane.query.sort == .due
        ? "by how they stand" : pane.query.sort.words
      lines.append("Rows: \(place) of \(Words.count(count)), \(sort)")
    }
    for (number, index) in zip(1..., rows) {
      lines.append("")
      tell(pane.row(at: index), number, isMarked: pane.isMarked(at: index))
    }
    lines.append("")
  }

  /// Why the list has no rows, and what changes that.
  func empty(_ query: ListQuery) -> String {
    if !query.filter.isEmpty { return "No row fits the filter; \"filter\" alone takes it away." }
    if let state = query.provision {
      return "No line stands as: \(state.words); \(root.words.key(.quickFilter)) shows others."
    }
    if root.provisionDesk != nil {
      return "No line of provision is on file; add one in the part Plan of a child's record."
    }
    if query.states != pane.usualStates {
      return "No row is \(query.states.words); \(root.words.key(.quickFilter)) shows others."
    }
    return root.screen == .today
      ? "Nothing is unknown, late or due soon. \"reviews\" reads every plan."
      : "There are no plans. \"import\" brings a return in."
  }

  private mutating func tell(_ row: any PlanListRow, _ number: Int, isMarked: Bool) {
    let words = root.words
    lines.append("\(number). Child: \(words.name(of: row))")
    if isMarked { lines.append("Marked: yes") }
    if let line = row.provisionLine {
      if let withheld = row.withheld {
        lines.append(withheld.sentence)
        return
      }
      lines.append("State: \(line.state(on: words.today).words)")
      lines.append("Section: \(line.section.letter), \(line.text.service.words)")
      if !line.text.provider.isEmpty { lines.append("Provider: \(line.text.provider)") }
      if let since = line.since { lines.append("Since: \(since.long)") }
      if let day = line.reviewBy { lines.append("Review by: \(day.long)") }
      return
    }
    lines.append("State: \(state(row).words)")
    lines.append("Due: \(due(row.open))")
    lines.append("Step: \(row.open.title(by: words.rules))")
  }

  func state(_ row: any PlanListRow) -> DeadlineState {
    let (today, soon) = (root.words.today, pane.query.soonWithin)
    return (row as? AdviceRow)?.state(on: today, soonWithin: soon)
      ?? row.open.state(on: today, soonWithin: soon)
  }

  /// `Wed 11 Nov 2026 (-12 d)`
  func due(_ open: OpenDeadline) -> String {
    guard let day = open.due else { return "no date" }
    return "\(open.isBefore ? "before " : "")\(day.long) (\(day.distance(from: root.words.today)))"
  }

  /// The chosen row, in full.
  mutating func describe(_ row: any PlanListRow) {
    let words = root.words
    let transfer = (row as? ReviewRow)?.transferDue
    let year = words.year(row.born, transferDue: transfer)
    if let signpost = row.signpost {
      describe(signpost, row)
      return
    }
    if let line = row.provisionLine {
      lines.append("Child: \(words.name(row.name))")
      if let withheld = row.withheld {
        lines.append(withheld.sentence)
        return
      }
      if !words.namesAreHidden { lines.append("Born: \(row.born?.long ?? "not known")") }
      lines += ProvisionDetail(line, words).lines.map(\.plainText)
      return
    }
    if let assessment = row.assessed {
      describe(assessment, row)
      return
    }
    if let promise = (row as? DueRow)?.promise {
      lines.append("Child: \(words.name(row.name))")
      lines.append("Due: \(due(row.open))")
      lines.append("State: \(state(row).words)")
      if let withheld = row.withheld {
        lines.append(withheld.sentence)
      } else {
        lines += PromiseDetail(promise: promise, words: words).lines.map(\.plainText)
      }
      return
    }
    lines.append("Child: \(words.name(row.name))")
    if !words.namesAreHidden { lines.append("Born: \(row.born?.long ?? "not known")") }
    if !year.isEmpty { lines.append("Year: \(year.replacing("→", with: " to "))") }
    lines.append("Step: \(row.open.title(by: words.rules))")
    lines.append("Due: \(due(row.open))")
    lines.append("State: \(state(row).words)")
    lines.append("Needs: \(row.need)")
    lines.append("Setting: \(row.setting)")
    lines.append("Officer: \(row.owner.isEmpty ? "nobody" : row.owner)")
    for finding in row.planHistory?.findings ?? [] { lines.append("Look: \(finding.message)") }
  }

  private mutating func describe(_ signpost: Signpost, _ row: any PlanListRow) {
    lines.append("Child: \(root.words.name(of: row))")
    lines.append("Check back: \(due(row.open))")
    lines.append("State: \(state(row).words)")
    lines += SignpostDetail(signpost: signpost, words: root.words).lines.map(\.plainText)
    lines.append("\(root.words.key(.outcome)) says what came of it.")
  }

  private mutating func describe(_ assessment: Assessment, _ row: any PlanListRow) {
    let words = root.words
    lines.append("Child: \(words.name(row.name))")
    if !words.namesAreHidden, row.withheld == nil {
      lines.append("Born: \(row.born?.long ?? "not known")")
    }
    lines.append("Step: \(row.open.title(by: words.rules))")
    lines.append("Due: \(due(row.open))")
    lines.append("State: \(state(row).words)")
    if let withheld = row.withheld {
      lines.append(withheld.sentence)
      return
    }
    if let advice = row.advicePart {
      lines += AdviceDetail(advice, row.name, row.born, officer: row.owner, words).lines
        .map { PlainDialogue.withoutSign($0.plainText) }
      return
    }
    if let week = assessment.week(on: words.today) { lines.append("Week: \(week) of 20") }
    lines += AssessmentDetail(assessment, row.name, row.born, owner: row.owner, words)
      .lines(width: 0, .ascii).dropFirst().map { PlainDialogue.withoutSign($0.plainText) }
  }

  // MARK: - Commands

  mutating func chooseRow(_ number: Int) {
    let rows = page
    guard number >= 1, number <= rows.count else {
      lines.append(noRow(number))
      return
    }
    let index = rows.lowerBound + number - 1
    keepPage(rows)
    pane.choose(at: index)
    describe(pane.row(at: index))
  }

  private func noRow(_ number: Int) -> String {
    "There is no row \(number) here."
      + (page.isEmpty ? " The list is empty." : " The rows are 1 to \(page.count).")
  }

  private mutating func keepPage(_ rows: Range<Int>) {
    guard let first = rows.first else { return }
    pageStarts[root.screen] = pane.row(at: first).key.id
  }

  /// Reads the page after or before this one.
  mutating func turnPage(_ step: Int) -> [Effect] {
    let rows = page
    let length = PlainDialogue.pageLength
    if rows.isEmpty || (step > 0 && rows.upperBound == pane.rowCount && pane.isToEnd) {
      lines.append("There are no further rows.")
      return []
    }
    if step < 0, rows.lowerBound == 0, pane.isFromStart {
      lines.append("These are the first rows.")
      return []
    }
    mustShow = true
    turnsPage = true
    var target = rows.lowerBound + step * length
    if target < 0, pane.isFromStart { target = 0 }
    return pane.advance(by: target - (pane.chosenIndex ?? 0))
  }

  /// `1 3 5-7`: marks these rows, or takes their marks away. None at all means the chosen row, or
  /// every mark.
  mutating func mark(_ typed: String, _ isMarked: Bool) {
    let rows = page
    if typed.isEmpty {
      if isMarked, let chosen = pane.chosenIndex {
        pane.setMark(true, at: chosen)
      } else {
        pane.clearMarks()
      }
    } else {
      guard let numbers = PlainDialogue.numbers(typed, upTo: rows.count) else {
        lines.append("Type the numbers of rows, such as: \(isMarked ? "mark" : "unmark") 1 3 5-7.")
        return
      }
      for number in numbers { pane.setMark(isMarked, at: rows.lowerBound + number - 1) }
    }
    if pane.markCount == 0 { lines.append("No row is marked.") }
  }

  /// Nil where it is no list of numbers from 1 to the last.
  static func numbers(_ typed: String, upTo last: Int) -> [Int]? {
    var numbers: [Int] = []
    for part in typed.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let from = ends.first ?? nil, let to = ends.last ?? nil,
        from >= 1, from <= to, to <= last
      else { return nil }
      numbers += from...to
    }
    return numbers
  }

  mutating func filter(_ text: String) -> [Effect] {
    mustShow = true
    pageStarts[root.screen] = nil
    var effects: [Effect] = []
    if !pane.query.filter.isEmpty { effects = press(.escape) }
    guard !text.isEmpty, let filter = root.table[.filter] else { return effects }
    _ = run(filter)
    effects = send(.paste(text))
    _ = send(.key(.enter))
    return effects
  }
}
