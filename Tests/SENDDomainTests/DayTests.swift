import Testing
@testable import SENDDomain

@Test func `a day prints and reads itself`() {
  #expect(Day(2026, 11, 25)!.description == "2026-11-25")
  #expect(Day("2026-02-30") == nil)
  #expect(Day(2026, 11, 25)!.weekday == .wednesday)
}
