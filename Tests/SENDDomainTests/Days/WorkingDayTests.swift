import SENDDomain
import Testing

@Suite struct `Working days` {
  private let holidays = BankHolidays.englandAndWales

  @Test(
    arguments: [
      "2024-01-01", "2024-03-29", "2024-04-01", "2025-04-18", "2025-12-25", "2026-04-03",
      "2026-04-06", "2026-08-31", "2026-12-25", "2026-12-28", "2027-03-26", "2027-12-27",
      "2027-12-28", "2028-01-03", "2028-04-14", "2028-12-26", "2026-11-28", "2026-11-29",
    ] as [Day])
  func `are neither weekends nor bank holidays`(day: Day) {
    #expect(!holidays.isWorkingDay(day))
  }

  @Test(arguments: ["2026-11-27", "2026-12-24", "2026-12-29", "2027-12-29", "2028-01-04"] as [Day])
  func `are all other days`(day: Day) { #expect(holidays.isWorkingDay(day)) }

  @Test func `hold eight bank holidays a year`() {
    #expect(holidays.days.count == 40)
    #expect(holidays.years == 2024...2028)
  }

  @Test(
    arguments: [
      ("2026-11-23", 1, "2026-11-24", "2026-11-23"), ("2026-11-23", 15, "2026-12-14", "2026-12-11"),
      ("2026-11-28", 1, "2026-11-30", "2026-11-30"), ("2026-12-24", 1, "2026-12-29", "2026-12-24"),
      ("2026-12-24", 3, "2026-12-31", "2026-12-30"), ("2026-04-02", 1, "2026-04-07", "2026-04-02"),
      ("2026-08-28", 2, "2026-09-02", "2026-09-01"), ("2027-12-24", 2, "2027-12-30", "2027-12-29"),
    ] as [(Day, Int, Day, Day)])
  func `are counted after a day, and beginning with it`(
    from: Day, n: Int, after: Day, beginningWith: Day
  ) {
    #expect(from.adding(workingDays: n, holidays) == after)
    #expect(from.lastOf(workingDays: n, holidays) == beginningWith)
  }

  @Test func `are computed by the standing rule where no list is known, and said to be`() {
    for year in 2024...2028 {
      #expect(
        BankHolidays.computed(year).sorted() == holidays.days.filter { $0.year == year }.sorted())
    }
    // Easter 2029 is 1 April; New Year's Day 2033 is a Saturday, Christmas Day 2033 a Sunday.
    #expect(!holidays.isWorkingDay("2029-03-30") && !holidays.isWorkingDay("2029-04-02"))
    #expect(!holidays.isWorkingDay("2033-01-03") && holidays.isWorkingDay("2033-01-04"))
    #expect(!holidays.isWorkingDay("2033-12-26") && !holidays.isWorkingDay("2033-12-27"))
    #expect(("2028-12-29" as Day).adding(workingDays: 1, holidays) == "2029-01-02")
    #expect(holidays.doubt(from: "2026-12-29", to: "2028-12-29") == nil)
    #expect(
      holidays.doubt(from: "2028-12-29", to: "2029-01-02")
        == "Bank holidays of 2029 are computed by the standing rule: provisional, and without "
        + "one-off holidays.")
  }

  @Test func `are as a given list says, which replaces all that is known`() {
    let given = BankHolidays(["2026-12-25"] as [Day], computesOthers: false)
    #expect(("2026-12-24" as Day).adding(workingDays: 1, given) == "2026-12-28")
    #expect(given.isWorkingDay("2027-01-01"))
    #expect(
      given.doubt(from: "2026-12-24", to: "2027-01-01")
        == "The bank holidays given have none in 2027.")
  }

  @Test func `are corrected by an area's own`() {
    let corrected = holidays.correcting(adding: ["2026-06-05"], removing: ["2026-05-04"])
    #expect(!corrected.isWorkingDay("2026-06-05") && corrected.isWorkingDay("2026-05-04"))
    #expect(corrected.years == 2024...2028)
  }

  @Test(
    arguments: [
      // 25 December to 1 January: the first working day after 1 January.
      ("2026-12-24", "2026-12-24"), ("2026-12-25", "2027-01-04"), ("2026-12-31", "2027-01-04"),
      ("2027-01-01", "2027-01-04"), ("2027-01-02", "2027-01-04"), ("2027-12-29", "2028-01-04"),
      ("2024-12-30", "2025-01-02"),
      // August: the first working day after the 31st.
      ("2026-07-31", "2026-07-31"), ("2026-08-01", "2026-09-01"), ("2026-08-31", "2026-09-01"),
      ("2024-08-15", "2024-09-02"), ("2025-08-29", "2025-09-01"),
      // Otherwise the next working day, and only where it ends on none.
      ("2026-04-03", "2026-04-07"), ("2026-11-28", "2026-11-30"), ("2026-11-25", "2026-11-25"),
      ("2027-07-31", "2027-08-02"),
    ] as [(Day, Day)])
  func `roll an appeal's last day`(limit: Day, met: Day) {
    #expect(limit.rolledForAppeal(holidays) == met)
  }

  @Test(
    arguments: [
      ("2026-07-20", 30, "2026-09-29"), ("2026-12-18", 5, "2027-01-04"),
      ("2026-12-24", 1, "2027-01-04"), ("2026-11-23", 3, "2026-11-26"),
      ("2026-07-31", 1, "2026-09-01"),
    ] as [(Day, Int, Day)])
  func `leave August and Christmas out of every other act before the Tribunal`(
    from: Day, n: Int, due: Day
  ) {
    #expect(from.adding(tribunalWorkingDays: n, holidays) == due)
  }

  @Test(
    arguments: [
      ("2026-11-23", "2026-11-25"), ("2026-11-26", "2026-11-30"), ("2026-11-27", "2026-12-01"),
      ("2026-11-28", "2026-12-01"), ("2026-12-24", "2026-12-30"), ("2026-04-02", "2026-04-08"),
    ] as [(Day, Day)])
  func `deliver first-class post on the second after posting`(posted: Day, given: Day) {
    #expect(posted.deliveredByFirstClassPost(holidays) == given)
  }
}
