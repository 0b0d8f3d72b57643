import SENDDomain
import TerminalKit

/// An open record, read out part by part; the time line ten entries at a time.
extension PlainDialogue {
  mutating func showRecord() {
    guard let record = root.record else { return }
    let words = root.words
    let child = record.record.child
    lines.append("Record: \(words.name(child.name))")
    if !words.namesAreHidden {
      lines.append("Born: \(child.born?.long ?? "not known")")
      if !child.upn.isEmpty { lines.append("UPN: \(child.upn)") }
    }
    if let alike = words.alike(record.record.lookAlikes) { lines.append("Look: \(alike)") }
    if record.record.isAbsent { lines.append("Look: not in the latest return") }
    if let plan = record.plan {
      lines.append(
        plan.plan.ceased.map { "Plan: ended \($0.long)" }
          ?? "Plan: since \(plan.plan.made?.long ?? "a day not known")")
      lines.append("Needs: \(plan.plan.needs.map(\.code).joined(separator: ", "))")
      lines.append("Setting: \(plan.setting)")
      lines.append("Officer: \(plan.owner.isEmpty ? "nobody" : plan.owner)")
    } else {
      lines.append("Plan: none")
    }
    lines.append("Part: \(record.part.title)")
    if record.part == .timeLine { showTimeLine(record) } else { showPart(record) }
    lines.append("")
  }

  private mutating func showTimeLine(_ record: RecordScreen) {
    let entries = timeLinePage(record)
    lines.append(
      "Entries: \(entries.lowerBound + 1) to \(entries.upperBound) of \(record.timeLine.rows.count)"
    )
    for index in entries {
      lines.append("")
      tell(record.timeLine.rows[index], index + 1)
    }
  }

  private func timeLinePage(_ record: RecordScreen) -> Range<Int> {
    let all = record.timeLine.rows.count
    let length = PlainDialogue.pageLength
    let start = min(timeLineStart ?? (record.timeLine.selectedIndex ?? 0) / length * length, all)
    return start..<min(all, start + length)
  }

  private mutating func tell(_ item: TimeLineItem, _ number: Int) {
    let words = root.words
    // A day of an age tells the birth date as well as the birth itself.
    let isHidden = words.namesAreHidden && (item.isMilestone || item.words == "Born")
    lines.append("\(number). What: \(item.line(words))")
    lines.append("Day: \(isHidden ? "hidden with the names" : item.day?.long ?? "no date")")
    switch item.kind {
    case .due(let open): lines.append("State: \(open.state(on: words.today).words)")
    case .met(let limit):
      let state = limit.lateFrom.flatMap { late in
        item.day.map { DeadlineState(met: $0, lateFrom: late) }
      }
      if let state { lines.append("State: \(state.words)") }
    case .happened, .milestone: break
    }
    lines.append("Source: \(item.source)")
  }

  /// Plan, reviews, notes or who looked, with a colon where the screens leave a gap.
  private mutating func showPart(_ record: RecordScreen) {
    let isNotes = record.part == .notes
    for line in record.lines(root.words, width: 100_000, glyphs: .unicode).map(\.plainText) {
      let text = line.trimmed
      if text.isEmpty {
        if lines.last?.isEmpty == false { lines.append("") }
      } else if isNotes, line.hasPrefix(" ") {
        lines.append(text)
      } else {
        lines.append(PlainDialogue.withoutSign(PlainDialogue.asField(text)))
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// `Need 1  ASD  autism` becomes `Need 1: ASD, autism`.
  static func asField(_ text: String) -> String {
    var parts: [String] = []
    for part in text.split(separator: "  ") where !String(part).trimmed.isEmpty {
      parts.append(String(part).trimmed)
    }
    guard let first = parts.first, parts.count > 1 else { return text }
    return first + (first.hasSuffix(":") ? " " : ": ")
      + parts.dropFirst().joined(separator: ", ")
  }

  /// A state's sign before a line is for the eye; its word is for the ear.
  static func withoutSign(_ text: String) -> String {
    let states: [DeadlineState] = [.unknown, .late, .soon, .notYet, .met, .excepted]
    guard text.count > 2, let state = states.first(where: { text.hasPrefix($0.glyph + " ") })
    else { return text }
    let rest = text.dropFirst(2)
    return "\(rest) (\(state.words))"
  }

  // MARK: - Commands

  /// The part of the record that a word names.
  static func part(named typed: String) -> RecordScreen.Part? {
    RecordScreen.Part.allCases.first {
      $0.title.lowercased() == typed || (typed == "timeline" && $0 == .timeLine)
    }
  }

  mutating func show(_ part: RecordScreen.Part) {
    while let record = root.record, record.part != part { root.record?.turn(1) }
    mustShow = true
  }

  mutating func chooseEntry(_ number: Int) {
    guard let record = root.record else { return }
    guard record.part == .timeLine, record.timeLine.rows.indices.contains(number - 1) else {
      lines.append(
        "There is no entry \(number) here."
          + (record.part == .timeLine
            ? " The time line has 1 to \(record.timeLine.rows.count)." : ""))
      return
    }
    timeLineStart = timeLinePage(record).lowerBound
    root.record?.timeLine.select(record.timeLine.rows[number - 1].id)
    tell(record.timeLine.rows[number - 1], number)
  }

  mutating func turnTimeLine(_ step: Int) {
    guard let record = root.record, record.part == .timeLine else {
      lines.append("This part is read out whole.")
      return
    }
    let start = timeLinePage(record).lowerBound + step * PlainDialogue.pageLength
    guard step < 0 ? start > -PlainDialogue.pageLength : start < record.timeLine.rows.count else {
      lines.append(step < 0 ? "These are the first entries." : "There are no further entries.")
      return
    }
    timeLineStart = max(0, start)
    mustShow = true
  }
}
