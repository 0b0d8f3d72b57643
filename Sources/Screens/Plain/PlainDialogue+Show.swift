import SENDDomain
import TerminalKit

/// What is in front, read out.
extension PlainDialogue {
  mutating func show() {
    lines.append("")
    if root.record != nil {
      showRecord()
    } else if root.screen == .today {
      show(root.today, "Today")
    } else {
      show(root.reviews, "Reviews")
    }
  }

  private mutating func show<Row>(_ pane: ListPane<Row>, _ title: String) {
    var head = "\(title)."
    if let counts = pane.counts {
      head +=
        " \(Words.count(counts.unknown)) unknown, \(Words.count(counts.late)) late, "
        + "\(Words.count(counts.soon)) due in \(pane.query.soonWithin) days."
    }
    if !pane.query.filter.isEmpty { head += " Filter: \(root.words.free(pane.query.filter))." }
    if pane.query.states != .all, pane.query.states != .needsAction {
      head += " Shown: \(pane.query.states.words)."
    }
    lines.append(head)
    let list = pane.list
    let range = list.top..<min(list.rows.count, list.top + list.height)
    guard !range.isEmpty else {
      lines.append("Nothing is shown.")
      return
    }
    for (number, index) in range.enumerated() {
      let row = list.rows[index]
      let state = row.open.state(on: root.words.today, soonWithin: pane.query.soonWithin)
      let due = row.open.due.map { root.words.date($0) } ?? "no date"
      let focus = row.id == list.selectedID ? "> " : ""
      let mark = list.marks.contains(row.id) ? "marked, " : ""
      lines.append(
        "\(focus)\(number + 1). \(mark)\(root.words.name(row.name)): \(state.words), \(due), "
          + row.open.title(by: root.words.rules))
    }
    if let count = pane.shownCount, count > range.count {
      lines.append("\(Words.count(count)) rows in all; next reads on.")
    }
  }

  /// A row as fields.
  mutating func describe(_ row: some PlanListRow) {
    let words = root.words
    lines.append("Child: \(words.name(row.name))")
    if !words.namesAreHidden { lines.append("Born: \(row.born?.long ?? "not known")") }
    lines.append("Step: \(row.open.title(by: words.rules))")
    let due = row.open.due.map {
      (row.open.isBefore ? "before " : "") + "\($0.long) (\($0.distance(from: words.today)))"
    }
    lines.append("Due: \(due ?? "no date")")
    lines.append("State: \(row.open.state(on: words.today).words)")
    lines.append("Needs: \(row.need)")
    lines.append("Setting: \(row.setting)")
    lines.append("Officer: \(row.owner.isEmpty ? "nobody" : row.owner)")
    for finding in row.history.findings { lines.append("Look: \(finding.message)") }
  }

  private mutating func showRecord() {
    guard let record = root.record else { return }
    let words = root.words
    let child = record.record.child
    lines.append("Record: \(words.name(child.name))")
    if !words.namesAreHidden { lines.append("Born: \(child.born?.long ?? "not known")") }
    if let plan = record.plan {
      lines.append("Plan: since \(plan.plan.made?.long ?? "a day not known")")
      lines.append("Setting: \(plan.setting)")
      lines.append("Officer: \(plan.owner.isEmpty ? "nobody" : plan.owner)")
    }
    lines.append("\(record.part.title):")
    guard record.part == .timeLine else {
      lines += record.lines(words, width: 100_000, glyphs: .unicode).map(\.plainText)
        .filter { !$0.trimmed.isEmpty }.map(\.trimmed)
      return
    }
    for item in record.timeLine.rows {
      let isHidden = words.namesAreHidden && (item.isMilestone || item.words == "Born")
      let day = isHidden ? "day hidden" : item.day?.long ?? "no date"
      let state =
        if case .due(let open) = item.kind { ", \(open.state(on: words.today).words)" } else { "" }
      let focus = item.id == record.timeLine.selectedID ? "> " : ""
      lines.append("\(focus)\(day): \(item.line(words))\(state) (\(item.source))")
    }
  }
}
