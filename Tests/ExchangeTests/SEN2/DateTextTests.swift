import SENDDomain
import Testing

@testable import Exchange

@Suite struct DateTextTests {
  @Test(arguments: [
    "2022-Sep-28 00:00:00", "2022-sep-28", "2022-SEPTEMBER-28 10:12:33", "2022-Sept-28",
    "2022-09-28", "2022-09-28T10:12:33", "2022-09-28 10:12", "2022-09-28T00:00:00.000Z",
    "2022-09-28T00:00:00+01:00", "28/09/2022", "28/09/2022 00:00:00", "28-09-2022", "28.09.2022",
    "28-Sep-2022", "28 September 2022", "2022/9/28", "44832", "44832.0", "44832.4256",
  ])
  func `every form gives the day`(text: String) {
    #expect(DateText.day(text)?.description == "2022-09-28")
  }

  @Test func `days come before months`() {
    #expect(DateText.day("03/04/2025")?.description == "2025-04-03")
    #expect(DateText.day("3/4/2025")?.description == "2025-04-03")
  }

  @Test(arguments: [
    "", "31/06/2013", "2023-02-29", "09/28/2022", "28/09/22", "22-09-28", "2022-Sex-28",
    "20220928", "448", "4483200", "-44832", "44832x", "2022-09-28Tx", "2022-09-28 yesterday",
    "2022-09", "2022-09/28", "tomorrow", "0000-00-00", "2022-13-01", "99999999999999999999",
    "2022--28", "２０２２-09-28",
  ])
  func `anything else is no date`(text: String) {
    #expect(DateText.day(text) == nil)
  }
}
