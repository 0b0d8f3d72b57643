import SENDDomain
import Testing

@Suite struct `An academic year` {
  @Test(
    arguments: [
      ("2026-08-31", "2025/26"), ("2026-09-01", "2026/27"), ("2027-01-01", "2026/27"),
      ("2000-02-29", "1999/00"),
    ] as [(Day, String)])
  func `runs from 1 September to 31 August`(day: Day, year: String) {
    #expect(AcademicYear(containing: day).description == year)
    #expect(AcademicYear(year) == AcademicYear(containing: day))
  }

  @Test func `has a first and a last day`() {
    #expect(AcademicYear(start: 2027).firstDay == "2027-09-01")
    #expect(AcademicYear(start: 2027).lastDay == "2028-08-31")
    #expect(AcademicYear(start: 2026) < AcademicYear(start: 2027))
  }

  @Test(arguments: [
    "", "2026", "2026/28", "2026/7", "26/27", "2026-27", "2026/2027", "+026/27", "2026/+7",
    "0000/01", "２０２６/27",
  ])
  func `is not read from`(text: String) { #expect(AcademicYear(text) == nil) }
}

@Suite struct `A year group` {
  @Test(
    arguments: [
      ("2015-08-31", 2025, 6, "6"), ("2015-09-01", 2025, 5, "5"), ("2015-09-01", 2026, 6, "6"),
      ("2014-09-01", 2026, 7, "7"), ("2012-09-01", 2026, 9, "9"), ("2011-08-31", 2026, 11, "11"),
      ("2010-09-01", 2026, 11, "11"), ("2007-09-01", 2026, 14, "14"), ("2022-08-31", 2026, 0, "R"),
      ("2022-09-01", 2026, -1, "N2"), ("2023-09-01", 2026, -2, "N1"),
      ("2024-09-01", 2026, -3, "<N1"),
      ("2002-08-31", 2026, 20, "20"),
    ] as [(Day, Int, Int, String)])
  func `comes from the age on the 31 August before`(
    born: Day, start: Int, number: Int, shown: String
  ) {
    // Age on that day, less four: written out for 31 August and 1 September of each cohort.
    let year = NCYear(born: born, in: AcademicYear(start: start))
    #expect(year.number == number)
    #expect(year.description == shown)
  }
}
