import SENDDomain
import TerminalKit

/// How decisions and plans kept their weeks, month by month, with and without exceptions.
enum FiguresDialog {
  static func dialog(_ months: [AssessmentFigures], _ words: Words) -> Dialog {
    guard let first = months.first, let last = months.last else {
      return Dialog(title: title, ["Nothing was counted."])
    }
    var all = AssessmentFigures(from: first.first, through: last.last)
    for month in months { all.add(month) }
    let rows = months.map { (name(of: $0.first), $0) } + [("Together", all)]
    var lines = [line("Sent in", ["decisions", "plans", "plans without"])]
    lines.append(line("", ["in 6 weeks", "in 20 weeks", "an exception"]))
    lines += rows.map { name, figures in
      line(
        name, [figures.decisions, figures.plans, figures.plansWithoutException].map(cell))
    }
    let below =
      leftOut(all) + [
        "Counted by the day sent, from \(all.first.long) to \(all.last.long). An exception is one "
          + "recorded here with its code, or that the return says there is; it moves no date."
      ]
    return Dialog(title: title, table: lines + [""], below)
  }

  private static let title = "Needs assessments: what kept its weeks"

  private static func line(_ name: String, _ cells: [String]) -> String {
    let head = name.padded(to: 9)
    return head + cells.map { $0.leftPadded(to: 15) }.joined()
  }

  private static func cell(_ share: AssessmentFigures.Share) -> String {
    guard let percent = share.percent else { return "–" }
    return "\(share.inTime)/\(share.all)" + "\(percent)%".leftPadded(to: 5)
  }

  private static func leftOut(_ all: AssessmentFigures) -> [String] {
    let count = all.decisions.leftOut + all.plans.leftOut
    return count == 0
      ? [] : ["Left out, the day of the request is not known: \(Words.count(count))."]
  }

  private static func name(of day: Day) -> String {
    String(day.dayMonthYear.drop { !$0.isLetter })
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension Root {
  mutating func showFigures(_ months: [AssessmentFigures]) {
    guard layers.isEmpty, screen == .assessments, record == nil else { return }
    log.clear()
    layers.append(.dialog(FiguresDialog.dialog(months, words)))
  }
}
