/// The numbers at which the months after a move call for somebody to look.
public struct EarlyWarningLimits: Hashable, Sendable {
  /// Attendance below this, in hundredths, is a warning.
  public var attendance: Int
  /// Attendance below this is grave.
  public var grave: Int
  /// Sessions on a part-time timetable from which it is a warning.
  public var partTime: Int
  /// Suspended sessions from which it is a warning.
  public var suspended: Int
  /// Fall from before the move, in hundredths, from which it is a warning.
  public var fall: Int
  /// Fewer possible sessions than this say nothing of attendance.
  public var least: Int
  /// Whether they are this program's own and an area has not agreed them.
  public var isAssumed: Bool

  public init(
    attendance: Int = 90, grave: Int = 50, partTime: Int = 1, suspended: Int = 1, fall: Int = 5,
    least: Int = 20, isAssumed: Bool = true
  ) {
    self.attendance = attendance
    self.grave = grave
    self.partTime = partTime
    self.suspended = suspended
    self.fall = fall
    self.least = least
    self.isAssumed = isAssumed
  }

  /// Below 90 in a hundred is what national figures call persistent absence, below 50 severe; any
  /// session on a part-time timetable and any suspension counts. The rest is assumed.
  public static let usual = EarlyWarningLimits()
}

/// What the first two half terms after a move show.
public struct EarlyWarning: Hashable, Sendable {
  public enum Level: String, Comparable, Sendable {
    /// Nothing was recorded, or too little to say.
    case unknown
    case calm, warning, grave

    public static func < (a: Level, b: Level) -> Bool { a.place < b.place }

    private var place: Int {
      switch self {
      case .unknown: 0
      case .calm: 1
      case .warning: 2
      case .grave: 3
      }
    }
  }

  /// One thing to look at, with its numbers.
  public struct Reason: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case attendance, fall
      case partTime = "part_time"
      case suspended
    }

    public var kind: Kind
    public var level: Level
    /// A sentence with the numbers and the limit.
    public var sentence: String
  }

  public var level: Level
  /// The gravest first.
  public var reasons: [Reason]
  /// Over both half terms.
  public var possible: Int
  public var attended: Int
  public var partTime: Int
  public var suspended: Int
  public var limits: EarlyWarningLimits

  /// The attendance in hundredths, rounded down; nil without a possible session.
  public var percent: Int? { possible > 0 ? attended * 100 / possible : nil }

  /// The numbers, a line each, for a pack.
  public var figures: [String] {
    var lines: [String] = []
    if let percent { lines.append("Attended \(attended) of \(possible) sessions (\(percent)%)") }
    if partTime > 0 { lines.append("\(partTime) sessions on a part-time timetable (code C2)") }
    if suspended > 0 { lines.append("\(suspended) sessions suspended (code E)") }
    return lines
  }
}

extension EarlyWarning {
  /// Looks at the first two half terms from the day of a move.
  ///
  /// - Parameters:
  ///   - records: Of the child, in any order; those outside the two half terms count only as what
  ///     was before. A half term and days within it are two accounts of the same, and the half term
  ///     stands.
  ///   - calendar: The next setting's; without one the half terms go by usual dates.
  public init(
    after move: Day, _ records: [Attendance], calendar: SchoolCalendar? = nil,
    limits: EarlyWarningLimits = .usual
  ) {
    let first = HalfTerm(containing: move, calendar: calendar)
    let terms = [first, first.next]
    let told = Set(
      records.compactMap { record -> HalfTerm? in
        if case .halfTerm(let term) = record.time { return term }
        return nil
      })
    func sum(_ isIn: (Attendance, HalfTerm) -> Bool) -> Attendance {
      var sum = Attendance(.day(move), possible: 0, attended: 0)
      for record in records {
        let term = record.halfTerm(by: calendar)
        if case .day = record.time, told.contains(term) { continue }
        guard isIn(record, term) else { continue }
        sum.possible += record.possible
        sum.attended += record.attended
        sum.partTime += record.partTime
        sum.suspended += record.suspended
      }
      return sum
    }
    let after = sum { record, term in
      // Days before the move in the same half term are the old setting's.
      if case .day(let day) = record.time, day < move { return false }
      return terms.contains(term)
    }
    // The half term before that one has sessions in: a year before is another child.
    let before = sum { record, term in
      if case .day(let day) = record.time, term == first { return day < move }
      return term < first && (term.next == first || term.next.next == first)
    }
    self.init(after: after, before: before, limits)
  }

  private init(after: Attendance, before: Attendance, _ limits: EarlyWarningLimits) {
    self.limits = limits
    possible = after.possible
    attended = after.attended
    partTime = after.partTime
    suspended = after.suspended
    level = .unknown
    reasons = []
    let mark = limits.isAssumed ? ", assumed" : ""
    if partTime >= max(1, limits.partTime) {
      reasons.append(
        Reason(
          kind: .partTime, level: .warning,
          sentence: "\(partTime) sessions on a part-time timetable (code C2; from "
            + "\(limits.partTime)\(mark)): ask for its last day."))
    }
    if suspended >= max(1, limits.suspended) {
      reasons.append(
        Reason(
          kind: .suspended, level: .warning,
          sentence: "\(suspended) sessions suspended (code E; from \(limits.suspended)\(mark))."))
    }
    if possible >= max(1, limits.least) {
      // Compared by cross multiplication: rounding must not decide.
      if attended * 100 < limits.attendance * possible {
        let isGrave = attended * 100 < limits.grave * possible
        reasons.append(
          Reason(
            kind: .attendance, level: isGrave ? .grave : .warning,
            sentence: "Attended \(attended) of \(possible) sessions, \(attended * 100 / possible)% "
              + "(below \(isGrave ? limits.grave : limits.attendance)%\(mark))."))
      }
      if before.possible >= max(1, limits.least),
        before.attended * possible * 100 - attended * before.possible * 100
          >= limits.fall * before.possible * possible
      {
        reasons.append(
          Reason(
            kind: .fall, level: .warning,
            sentence: "Down from \(before.attended * 100 / before.possible)% before the move "
              + "(\(before.attended) of \(before.possible) sessions) to "
              + "\(attended * 100 / possible)% (by \(limits.fall) points or more\(mark))."))
      }
      level = .calm
    }
    reasons.sort { $0.level > $1.level }
    level = max(level, reasons.first?.level ?? level)
  }
}
