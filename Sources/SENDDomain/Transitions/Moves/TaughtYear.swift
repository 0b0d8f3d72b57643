/// The year group that a child is taught in, as somebody recorded it.
public struct TaughtYear: Hashable, Sendable {
  public var year: NCYear
  /// The academic year it was recorded for; a year later the child is taken to be one group on.
  public var academicYear: AcademicYear

  public init(_ year: NCYear, in academicYear: AcademicYear) {
    self.year = year
    self.academicYear = academicYear
  }

  /// The year group in another academic year.
  public func year(in other: AcademicYear) -> NCYear {
    NCYear(year.number + other.start - academicYear.start)
  }
}

/// A child's year group in one academic year, and how it is known.
public struct KnownYear: Hashable, Sendable {
  public var year: NCYear
  public var isRecorded: Bool
  /// What the birth date gives; nil where it is not known.
  public var byBirth: NCYear?

  /// - Returns: Nil where neither a year group nor a birth date is known.
  public init?(born: Day?, taught: TaughtYear?, in academicYear: AcademicYear) {
    byBirth = born.map { NCYear(born: $0, in: academicYear) }
    if let taught {
      (year, isRecorded) = (taught.year(in: academicYear), true)
    } else if let byBirth {
      (year, isRecorded) = (byBirth, false)
    } else {
      return nil
    }
  }

  /// Whether the child is taught in another year group than the birth date gives.
  public var isOutOfCohort: Bool { byBirth.map { $0 != year } ?? false }

  /// Where the year group comes from, in one sentence.
  public var sentence: String {
    guard isRecorded else { return "Year group \(year) from the birth date." }
    guard let byBirth, isOutOfCohort else { return "Year group \(year), recorded." }
    return "Taught in year group \(year), recorded; the birth date would give \(byBirth)."
  }
}
