/// Bad or doubtful casework: normal, listed, never thrown.
public struct Finding: Hashable, Sendable {
  /// A stable word: `decision_without_outcome`.
  public var kind: String
  /// One sentence for the person at the keyboard. Holds no name.
  public var message: String

  public init(kind: String, message: String) {
    self.kind = kind
    self.message = message
  }
}

extension PlanHistory {
  /// What looks wrong or needs a look in the plan's dates. Does not depend on today.
  public var findings: [Finding] {
    var found: [Finding] = []
    func add(_ kind: String, _ message: String) {
      found.append(Finding(kind: kind, message: message))
    }
    if made == nil { add("start_missing", "The day the plan was made is not known.") }
    if let made, let born, made < born {
      add(
        "before_birth",
        "The plan was made (\(made.long)) before the child was born "
          + "(\(born.long)).")
    }
    if let made, let ceased, ceased < made {
      add(
        "ended_before_made", "The plan ended (\(ceased.long)) before it was made (\(made.long)).")
    }
    for review in reviews {
      for disagreement in review.disagreements {
        add(
          "disagreement",
          "\(disagreement.step.phrase.capitalisedFirst): entered here "
            + "\(disagreement.entered.asLongDay), in the return "
            + "\(disagreement.returned.asLongDay). The entry stands.")
      }
      if let decided = review.day(of: .decided) {
        if review.outcome == nil, review[.meetingHeld] != nil {
          add(
            "decision_without_outcome",
            "The decision of \(decided.long) has no outcome on file: maintain, amend or cease.")
        }
        if let meeting = review.day(of: .meetingHeld), decided > meeting.adding(months: 12) {
          add(
            "decision_long_after_meeting",
            "The decision of \(decided.long) is over twelve months after its meeting of "
              + "\(meeting.long).")
        }
        if let meeting = review.day(of: .meetingHeld), decided < meeting {
          add(
            "decision_before_meeting",
            "The decision of \(decided.long) is before its meeting of \(meeting.long).")
        }
      }
      if let born, let first = review.facts.values.map(\.day).min(), first < born {
        add("before_birth", "A review day (\(first.long)) is before the birth (\(born.long)).")
      } else if let place = review.place, let readOn, place < readOn.adding(months: -60) {
        add("long_ago", "A review day (\(place.long)) is over five years back.")
      }
      if let made, !movedIn, let place = review.place, place < made {
        add(
          "review_before_plan",
          "A review day (\(place.long)) is before the plan was made (\(made.long)); right only "
            + "for a plan moved in.")
      }
    }
    if let finding = transferNotInReturn { found.append(finding) }
    return found
  }

  /// A move that the birth date gives in the academic year of the return, past or to come, and
  /// of which the return says nothing though it has the columns.
  private var transferNotInReturn: Finding? {
    guard let born, let readOn, knowledge.contains(.phaseTransfers), phase.due == nil,
      phaseFinal == nil
    else { return nil }
    let year = AcademicYear(containing: readOn)
    guard let move = transfersByBirth.first(where: { AcademicYear(containing: $0.due) == year })
    else { return nil }
    return Finding(
      kind: "transfer_not_in_return",
      message: "By the birth date (year \(NCYear(born: born, in: year))) the final plan for a move "
        + "is due before \(move.due.long); the return gives no such day.")
  }
}

extension String {
  fileprivate var asLongDay: String { Day(self)?.long ?? self }
}
