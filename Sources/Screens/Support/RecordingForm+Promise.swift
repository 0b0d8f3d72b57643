import SENDDomain
import TerminalKit

/// Forms about what was agreed or promised.
extension RecordingForm {
  static func promiseFields(_ today: Day) -> [FormField] {
    [
      .text(
        "text", "What will be done",
        reader: {
          $0.contains { !$0.isWhitespace }
            ? .success("") : .failure(FieldProblem("Say what will be done, in a few words."))
        }),
      .text("day", "By", hint: "in a week", reader: promiseDayReader(today)),
      .text("owner", "Who", hint: "you, unless you name somebody"),
    ]
  }

  /// Questions that panels are asked; each may be said more closely in words.
  private static let questions = [
    "whether to assess", "whether to issue a plan", "which provision", "which placement",
    "whether to amend the plan", "whether to cease the plan", "something else",
  ]

  /// The question that fits is chosen already, and Enter takes it.
  static func panelFields(_ question: String, _ today: Day) -> [FormField] {
    [
      .choice(
        "what", "Question", questions.map { .init($0, $0) }, chosen: question,
        savesAtOnce: true),
      .text("day", "Panel on", hint: "in a week", reader: promiseDayReader(today)),
      .text("text", "In words", hint: "optional, with a recommendation"),
    ]
  }

  static func promisedFields(_ today: Day) -> [FormField] {
    [
      .choice(
        "what", "What came of it",
        [.init("done", "done"), .init("dropped", "no longer to be done", hint: "say why")],
        savesAtOnce: true,
        reader: {
          $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("")
        }),
      .text("note", "Why", hint: "where it is no longer to be done"),
      .text(
        "day", "On", hint: "today",
        reader: { typed in
          do throws(DayInput.Problem) {
            let day = try RecordingForm.day(typed, today, .past)
            return .success(day == today ? "today, \(day.long)" : day.long)
          } catch { return .failure(FieldProblem(error.sentence)) }
        }),
    ]
  }

  private static func promiseDayReader(_ today: Day) -> FieldReader {
    { typed in
      do throws(DayInput.Problem) {
        let day = try promiseDay(typed, today)
        return day < today
          ? .failure(FieldProblem("\(day.long) is past: a promise is for a day to come."))
          : .success(day.long + (day.isWeekend ? " (a weekend)" : ""))
      } catch { return .failure(FieldProblem(error.sentence)) }
    }
  }

  /// Nothing typed is a week on.
  private static func promiseDay(_ typed: String, _ today: Day) throws(DayInput.Problem) -> Day {
    typed.allSatisfy { $0 == " " }
      ? today.adding(days: 7) : try DayInput.read(typed, today: today, leaning: .future)
  }

  /// What the filled form keeps; nil where it is about something else or a day cannot be read.
  var promiseChange: PromiseChange? {
    switch about {
    case .promise(let child):
      guard let due = try? RecordingForm.promiseDay(form.value("day"), today) else { return nil }
      return .make(
        child: child, words: form.value("text").trimmed, due: due,
        owner: form.value("owner").trimmed)
    case .panel(let child, _):
      guard let due = try? RecordingForm.promiseDay(form.value("day"), today) else { return nil }
      let words = [form.value("what"), form.value("text").trimmed].filter { !$0.isEmpty }
      return .make(
        child: child, words: words.joined(separator: ": "), due: due, owner: "", kind: .panel)
    case .promised(let seen):
      guard let day = try? RecordingForm.day(form.value("day"), today, .past) else { return nil }
      switch form.value("what") {
      case "done": return .done(seen: seen, on: day)
      case "dropped": return .drop(seen: seen, why: form.value("note").trimmed, on: day)
      default: return nil
      }
    default: return nil
    }
  }

  var promiseProblem: PromiseProblem? { promiseChange?.problem(today: today) }

  /// The field that what is wrong stands in.
  var promiseField: FieldID {
    switch promiseProblem {
    case .noWords: "text"
    case .noReason: "note"
    default: "day"
    }
  }

  /// - Parameter name: Of the child, as the announcement says it.
  func promiseDoneWords(_ name: String) -> String? {
    switch promiseChange {
    case .make(_, _, let due, _, .panel): "Put to the panel of \(due.long): \(name)"
    case .make(_, _, let due, let owner, _):
      "Promised\(owner.isEmpty ? "" : " by \(owner)") for \(due.long): \(name)"
    case .done(_, let day): "Promise kept on \(day.long): \(name)"
    case .drop: "Promise dropped: \(name)"
    case nil: nil
    }
  }
}
