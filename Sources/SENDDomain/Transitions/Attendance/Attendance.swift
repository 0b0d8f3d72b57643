/// A child's sessions in some time: a half term, a week or a day.
public struct Attendance: Hashable, Sendable {
  /// When it was.
  public enum Time: Hashable, Sendable {
    case halfTerm(HalfTerm)
    /// A day, or the first day of a week.
    case day(Day)
  }

  public var time: Time
  /// Half days on which the child could have been there.
  public var possible: Int
  public var attended: Int
  /// Of those missed: on a part-time timetable, code C2.
  public var partTime: Int
  /// Of those missed: suspended or excluded, code E.
  public var suspended: Int

  public init(
    _ time: Time, possible: Int, attended: Int, partTime: Int = 0, suspended: Int = 0
  ) {
    self.time = time
    self.possible = possible
    self.attended = attended
    self.partTime = partTime
    self.suspended = suspended
  }

  /// The half term it falls in.
  public func halfTerm(by calendar: SchoolCalendar?) -> HalfTerm {
    switch time {
    case .halfTerm(let term): term
    case .day(let day): HalfTerm(containing: day, calendar: calendar)
    }
  }
}

/// What one session's register mark means.
///
/// - Source: School Attendance (Pupil Registration) (England) Regulations 2024, regulation 10, from
///   general knowledge but for K, C2 and the like that the program counts; a mark that is not listed
///   is reported and not counted.
public enum RegisterMark: Sendable {
  case present
  case absent
  /// Absent on a part-time timetable.
  case partTime
  /// Suspended or excluded, without other provision.
  case suspended
  /// Not required to attend, or registered elsewhere for the session.
  case notPossible

  public init?(code: String) {
    switch code.uppercased() {
    case "/", "\\", "L", "B", "K", "P", "V", "W": self = .present
    case "C2": self = .partTime
    case "E": self = .suspended
    case "C", "C1", "G", "I", "J1", "M", "N", "O", "R", "S", "T", "U": self = .absent
    case "#", "D", "Q", "X", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Z": self = .notPossible
    default: return nil
    }
  }

  /// One session of it.
  public func session(on day: Day) -> Attendance {
    let time = Attendance.Time.day(day)
    return switch self {
    case .present: Attendance(time, possible: 1, attended: 1)
    case .absent: Attendance(time, possible: 1, attended: 0)
    case .partTime: Attendance(time, possible: 1, attended: 0, partTime: 1)
    case .suspended: Attendance(time, possible: 1, attended: 0, suspended: 1)
    case .notPossible: Attendance(time, possible: 0, attended: 0)
    }
  }
}
