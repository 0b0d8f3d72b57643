import SENDDomain
import Testing

@Suite struct `A day` {
  @Test(arguments: [
    (1900, 1, 1, -25567, Weekday.monday), (1900, 2, 28, -25509, .wednesday),
    (1900, 3, 1, -25508, .thursday), (1969, 12, 31, -1, .wednesday), (1970, 1, 1, 0, .thursday),
    (2000, 2, 29, 11016, .tuesday), (2000, 3, 1, 11017, .wednesday),
    (2014, 9, 1, 16314, .monday), (2024, 2, 29, 19782, .thursday),
    (2026, 11, 25, 20782, .wednesday), (2038, 1, 19, 24855, .tuesday),
    (2100, 2, 28, 47540, .sunday), (2100, 3, 1, 47541, .monday), (2100, 12, 31, 47846, .friday),
  ])
  func `has the number and weekday that the calendar gives it`(
    year: Int, month: Int, day: Int, number: Int, weekday: Weekday
  ) throws {
    let found = try #require(Day(year, month, day))
    #expect(found.number == number)
    #expect(found.weekday == weekday)
    #expect(Day(number: number) == found)
    #expect(found.parts == (year, month, day))
  }

  /// The lengths are written out here, so that the walk does not lean on the code it checks.
  @Test func `follows the one before it from 1900 to 2100`() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let leapYears = Set(stride(from: 1904, through: 2096, by: 4))
    var number = -25567
    var weekday = 1
    for year in 1900...2100 {
      for month in 1...12 {
        let length = month == 2 && leapYears.contains(year) ? 29 : lengths[month - 1]
        for dayOfMonth in 1...length {
          let day = try #require(Day(year, month, dayOfMonth))
          try #require(day.number == number)
          try #require(day.parts == (year, month, dayOfMonth))
          try #require(day.weekday.rawValue == weekday)
          try #require(Day(day.description) == day)
          number += 1
          weekday = weekday % 7 + 1
        }
        try #require(Day(year, month, length + 1) == nil)
      }
    }
    #expect(number == 47847)
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-02-29", "2100-02-29", "2026-02-30", "2026-13-01", "2026-00-10",
    "2026-10-00", "2026-11-31", "26-11-25", "2026-1-5", "2026-11-25 ", " 2026-11-25",
    "2026/11/25", "25-11-2026", "2026-11-25T00:00:00", "+026-11-25", "2026-+1-25", "2026--1-25",
    "0000-01-01", "20261125", "2026-11-25-", "二〇二六-11-25", "２０２６-11-25",
  ])
  func `is not read from`(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    ("0001-01-01", 1, 1, 1), ("2024-02-29", 2024, 2, 29), ("9999-12-31", 9999, 12, 31),
  ])
  func `is read from its ISO form and prints it`(text: String, year: Int, month: Int, day: Int) {
    #expect(Day(text)?.parts ?? (0, 0, 0) == (year, month, day))
    #expect(Day(year, month, day)?.description == text)
  }

  @Test(arguments: [(0, 1, 1), (10000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 4, 31)])
  func `does not exist outside the calendar`(year: Int, month: Int, day: Int) {
    #expect(Day(year, month, day) == nil)
  }

  @Test func `is written as people read it`() {
    let day: Day = "2026-11-11"
    #expect(day.long == "Wed 11 Nov 2026")
    #expect(day.short(in: "2026-09-01") == "Wed 11 Nov")
    #expect(day.short(in: "2027-08-31") == "Wed 11 Nov")
    #expect(day.short(in: "2026-08-31") == "Wed 11 Nov 2026")
    #expect(day.distance(from: "2026-11-23") == "-12 d")
    #expect(day.distance(from: "2026-11-11") == "today")
    #expect(day.distance(from: "2026-11-02") == "+9 d")
  }

  @Test func `tells an age in whole years`() {
    let born: Day = "2013-03-14"
    #expect(("2026-03-13" as Day).age(ofBorn: born) == 12)
    #expect(("2026-03-14" as Day).age(ofBorn: born) == 13)
    #expect(born.age(ofBorn: born) == 0)
    #expect(("2013-03-13" as Day).age(ofBorn: born) == nil)
    #expect(("2025-02-28" as Day).age(ofBorn: "2012-02-29") == 12)
    #expect(("2025-03-01" as Day).age(ofBorn: "2012-02-29") == 13)
  }

  @Test func `counts whole days, never hours`() {
    // The nights of the clock changes are 23 and 25 hours long.
    #expect(("2026-03-30" as Day).days(since: "2026-03-28") == 2)
    #expect(("2026-10-26" as Day).days(since: "2026-10-24") == 2)
  }
}
