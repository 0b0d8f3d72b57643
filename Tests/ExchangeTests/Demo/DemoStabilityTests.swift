import SENDDomain
import Testing

@testable import Exchange

@Suite struct DemoStabilityTests {
  @Test func `the same seed and day give the same bytes on every platform`() {
    #expect(digest(seed: 1) == 8_208_123_674_322_080_009)
    #expect(digest(seed: 1) == digest(seed: 1))
  }

  @Test func `another seed changes every identifier`() {
    let one = children(seed: 1)
    let two = children(seed: 2)
    #expect(one.count == two.count)
    let numbers = Set(one.flatMap { [$0.record.upn, $0.record.uln] }).subtracting([""])
    for child in two {
      #expect(!numbers.contains(child.record.upn) && !numbers.contains(child.record.uln))
    }
  }

  @Test func `the next day has the same children`() {
    let monday = children(seed: 1)
    let tuesday = DemoSample.children(
      of: DemoBorough(day: DemoSample.day.adding(days: 1), plans: 40, seed: 1))
    #expect(monday.map(\.record.upn) == tuesday.map(\.record.upn))
    #expect(monday.map(\.record.familyName) == tuesday.map(\.record.familyName))
  }

  @Test(arguments: ["2026-01-02", "2026-02-28", "2026-08-31", "2026-09-01", "2028-02-29"])
  func `any day of the year makes a borough that holds`(text: String) throws {
    let day = try #require(Day(text))
    let borough = DemoBorough(day: day, plans: 300, seed: 5)
    #expect(borough.header.year == borough.header.referenceDay?.year)
    borough.generate { child in
      let days = [
        child.record.born, child.plan.start, child.active.reviewMeeting, child.plan.ceased,
        child.request.received,
      ]
      #expect(child.fault == nil ? days.allSatisfy { $0.map { $0 <= day } ?? true } : true)
      guard child.request.standing == .active, !child.isFault else { return }
      var history = child.history(on: day)
      for entry in child.entries {
        #expect(throws: Never.self) { try history.target(of: entry.recording, today: day) }
        if case .new(let meeting)? = try? history.target(of: entry.recording, today: day) {
          history.entered.append(
            EnteredReview(
              id: .init(rawValue: Int64(history.entered.count)), returnedMeeting: meeting,
              facts: [entry.step: .init(day: entry.day)]))
        }
      }
    }
  }

  @Test func `the census is the third Thursday of January`() {
    let header = DemoSample.borough.header
    #expect(header.referenceDay == Day(2027, 1, 21))
    #expect(header.year == 2027)
    #expect(header.authority == "999")
    #expect(header.madeOn == Day(2026, 11, 23))
    #expect(DemoBorough(day: Day(2026, 6, 1)!).header.referenceDay == Day(2026, 1, 15))
  }

  private func children(seed: UInt64) -> [DemoChild] {
    DemoSample.children(of: DemoBorough(day: DemoSample.day, plans: 40, seed: seed))
  }

  /// FNV-1a over every record and entry.
  private func digest(seed: UInt64) -> UInt64 {
    var digest = Digest.start
    for child in children(seed: seed) {
      for byte in child.record.bytes { Digest.add(byte, to: &digest) }
      var writer = RecordWriter()
      writer.write(child.officer)
      writer.write(child.isFault)
      for entry in child.entries {
        writer.write(entry.step.rawValue)
        writer.write(entry.day)
        writer.write(entry.outcome?.rawValue ?? "")
        writer.write(entry.note)
      }
      for byte in writer.bytes { Digest.add(byte, to: &digest) }
    }
    return digest
  }
}
