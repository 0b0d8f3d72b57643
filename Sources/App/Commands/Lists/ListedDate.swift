import SENDDomain

/// What both lists say of a row, as JSON and for people.
struct ListedDate {
  /// Nil where no child is named.
  let child: Child.ID?
  /// Nil where the date is not a plan's.
  let plan: Plan.ID?
  let name: PersonName
  let open: OpenDeadline
  let state: DeadlineState
  let owner: String
  let setting: String
  let today: Day
  let rules: RuleBook

  var what: String { open.what(by: rules) }

  /// Due minus today.
  var days: Int? { open.due.map { $0.days(since: today) } }

  var fields: [(key: String, value: JSONValue)] {
    [
      ("child_id", JSONValue(child.map { Int($0.rawValue) })),
      ("plan_id", JSONValue(plan.map { Int($0.rawValue) })), ("name", .orNull(name.plain)),
      ("what", .text(what)),
      ("rule", .text(open.rule.rawValue)), ("kind", .text(open.kind.rawValue)),
      ("due", JSONValue(open.due)), ("days", JSONValue(days)), ("state", .text(state.rawValue)),
      ("missing", JSONValue(open.missing?.rawValue)), ("owner", .orNull(owner)),
      ("setting", .orNull(setting)),
    ]
  }

  /// `! late`, as every screen marks it.
  var stateWords: String {
    let mark =
      switch state {
      case .unknown: "?"
      case .late: "!"
      case .soon: "~"
      default: "·"
      }
    return "\(mark) \(state.words)"
  }

  /// The due day, or the fact that is missing.
  var dueWords: String {
    open.due.map { (open.isBefore ? "before " : "") + $0.long }
      ?? (open.missing.map { "needs \($0.words)" } ?? "unknown")
  }

  var daysWords: String {
    guard let due = open.due else { return "" }
    return due.distance(from: today)
  }
}

extension PersonName {
  /// `Adeyemi, Tobi`, or what there is of it.
  var plain: String {
    [family, given].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
