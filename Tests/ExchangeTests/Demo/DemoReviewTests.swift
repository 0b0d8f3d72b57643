import SENDDomain
import Testing

@testable import Exchange

@Suite struct DemoReviewTests {
  /// Of these the return expects a review; faults left out.
  static let older = DemoSample.open.filter { child in
    !child.isFault && (child.plan.start ?? DemoSample.day) <= DemoSample.day.adding(months: -12)
  }

  @Test func `reviews are as late as the published figures say`() {
    let yearAgo = DemoSample.day.adding(months: -12)
    let held = Self.older.filter { $0.active.reviewMeeting != nil }
    let within = held.filter { ($0.active.reviewMeeting ?? yearAgo) > yearAgo }
    let all = Double(Self.older.count)
    #expect(abs(Double(within.count) / all - 0.498) < 0.01)
    #expect(abs(Double(held.count - within.count) / all - 0.363) < 0.01)
    #expect(abs(Double(Self.older.count - held.count) / all - 0.140) < 0.01)
  }

  @Test func `decisions are in time as often as published`() {
    let days = Self.older.compactMap { child -> Int? in
      guard !child.active.reviewOutcome.isEmpty, let meeting = child.active.reviewMeeting else {
        return nil
      }
      return child.active.lastReview?.days(since: meeting)
    }
    #expect(abs(days.share { $0 <= 28 } - 0.372) < 0.012)
    #expect(days.allSatisfy { (1...740).contains($0) })
    let late = days.filter { $0 > 28 }.sorted()
    #expect((60...85).contains(late[late.count / 2]))
  }

  @Test func `lateness by age follows the table`() {
    let yearAgo = DemoSample.day.adding(months: -12)
    let expected: [(ClosedRange<Int>, Double, Double)] = [
      (0...6, 0.70, 0.10), (7...9, 0.42, 0.05), (10...10, 0.51, 0.05), (11...14, 0.49, 0.09),
      (15...15, 0.70, 0.07), (16...18, 0.45, 0.24), (19...25, 0.43, 0.35),
    ]
    for (ages, within, never) in expected {
      let group = Self.older.filter { ages.contains($0.age) }
      let shares = (
        group.share { ($0.active.reviewMeeting ?? yearAgo) > yearAgo },
        group.share { $0.active.reviewMeeting == nil }
      )
      #expect(abs(shares.0 - within) < 0.05, "\(ages) \(shares.0)")
      #expect(abs(shares.1 - never) < 0.05, "\(ages) \(shares.1)")
    }
    let colleges = Self.older.filter { $0.placement == "further education college" }
    #expect((0.24...0.36).contains(colleges.share { $0.active.reviewMeeting == nil }))
  }

  @Test func `outcomes follow the table and amend leads`() {
    let held = Self.older.filter { $0.active.reviewMeeting != nil }
    let codes = Dictionary(grouping: held, by: \.active.reviewOutcome).mapValues(\.count)
    let all = Double(held.count)
    #expect((0.44...0.52).contains(Double(codes["A"] ?? 0) / all))
    #expect((0.40...0.48).contains(Double(codes["M"] ?? 0) / all))
    #expect((0.005...0.02).contains(Double(codes["C"] ?? 0) / all))
    #expect((0.05...0.10).contains(Double(codes[""] ?? 0) / all))
  }

  @Test func `meetings are on school days and lean to autumn and spring`() {
    let meetings = DemoSample.open.filter { !$0.isFault }.compactMap(\.active.reviewMeeting)
    let holidays = BankHolidays.englandAndWales.days
    #expect(meetings.allSatisfy { !$0.isWeekend && $0.month != 8 && !holidays.contains($0) })
    let autumn = meetings.share { (9...12).contains($0.month) }
    #expect((0.30...0.48).contains(autumn))
    #expect(meetings.share { $0.month == 7 } < 0.06)
  }

  @Test func `every date pair is possible unless the child is a labelled fault`() {
    let day = DemoSample.day
    for child in DemoSample.all where !child.isFault {
      let (request, plan, active) = (child.request, child.plan, child.active)
      let born = child.record.born ?? day
      let pairs: [(Day?, Day?)] = [
        (born, request.received), (request.received, request.outcomeDay),
        (request.received, plan.start), (born, plan.start), (request.outcomeDay, plan.start),
        (plan.start, plan.ceased), (plan.start, active.reviewMeeting),
        (plan.start, active.lastReview), (active.lastReview, plan.ceased),
        (plan.start, active.phaseTransferFinal), (active.reviewMeeting, active.reviewDraft),
      ]
      for (first, second) in pairs {
        guard let first, let second else { continue }
        #expect(first <= second)
      }
      let happened = [
        born, request.received, request.outcomeDay, plan.start, plan.ceased,
        active.reviewMeeting, active.lastReview, active.reviewDraft, active.phaseTransferFinal,
      ]
      #expect(happened.allSatisfy { $0.map { $0 <= day } ?? true })
      if !active.reviewOutcome.isEmpty {
        #expect(active.lastReview != nil)
        if let meeting = active.reviewMeeting { #expect(active.lastReview ?? born >= meeting) }
      }
      for place in active.placements {
        #expect((place.entered ?? born) <= (place.left ?? day))
      }
    }
  }

  @Test func `three in a hundred are labelled faults, of every kind`() {
    let faults = DemoSample.open.compactMap(\.fault)
    #expect((70...130).contains(faults.count))
    #expect(Set(faults).count == DemoFault.allCases.count)
    let kinds = DemoSample.open.filter { $0.fault == .outcomeMissing }.map {
      $0.history().findings.map(\.kind)
    }
    #expect(kinds.allSatisfy { $0.contains("decision_without_outcome") })
  }

  @Test func `phase transfers are due for the cohorts and finished as the season goes`() {
    let due = DemoSample.open.filter { !$0.isFault && $0.active.phaseTransferDue != nil }
    let days = Dictionary(grouping: due) { $0.active.phaseTransferDue! }  // filtered above
    #expect(
      Set(days.keys) == [
        Day(2026, 2, 15)!, Day(2026, 3, 31)!, Day(2027, 2, 15)!, Day(2027, 3, 31)!,
      ])
    let last = due.filter { $0.active.phaseTransferDue! < DemoSample.day }
    #expect((300...700).contains(last.count))
    #expect((0.93...0.99).contains(last.share { $0.active.phaseTransferFinal != nil }))
    let late = last.share {
      ($0.active.phaseTransferFinal ?? $0.active.phaseTransferDue!) > $0.active.phaseTransferDue!
    }
    #expect((0.12...0.30).contains(late))
    let next = due.filter { $0.active.phaseTransferDue! > DemoSample.day }
    #expect((500...750).contains(next.count))
    #expect((0.01...0.12).contains(next.share { $0.active.phaseTransferFinal != nil }))
  }
}

extension Sequence {
  fileprivate func share(_ isSo: (Element) -> Bool) -> Double {
    var (all, some) = (0, 0)
    for element in self {
      all += 1
      if isSo(element) { some += 1 }
    }
    return Double(some) / Double(Swift.max(1, all))
  }
}
