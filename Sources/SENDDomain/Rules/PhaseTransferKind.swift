/// A move between phases of education.
///
/// - Source: SEND Regulations 2014, regulation 2(1), "transfer between phases".
public enum PhaseTransferKind: String, CaseIterable, Sendable {
  case earlyYearsSchool = "early-years-school"
  case infantJunior = "infant-junior"
  case primaryMiddle = "primary-middle"
  case primarySecondary = "primary-secondary"
  case middleSecondary = "middle-secondary"
  case secondaryPost16 = "secondary-post16-institution"

  /// The year group usually left; nil where it differs from area to area.
  public var usualLeavingYear: NCYear? {
    switch self {
    case .earlyYearsSchool: NCYear(-1)
    case .infantJunior: NCYear(2)
    case .primarySecondary: NCYear(6)
    case .secondaryPost16: NCYear(11)
    case .primaryMiddle, .middleSecondary: nil
    }
  }

  /// The calendar year in which a child born on this day usually makes the move.
  public func usualYear(born: Day) -> Int? {
    guard let leaving = usualLeavingYear else { return nil }
    // The academic year in which the year group by birth date is the leaving one ends in it.
    let inYearZero = NCYear(born: born, in: AcademicYear(start: 0)).number
    return leaving.number - inYearZero + 1
  }
}
