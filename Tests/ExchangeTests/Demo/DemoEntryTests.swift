import SENDDomain
import Testing

@testable import Exchange

@Suite struct DemoEntryTests {
  @Test func `the domain takes every entry in its order and finds no disagreement`() throws {
    var taken = 0
    for child in DemoSample.open where !child.entries.isEmpty {
      let history = try applied(child)
      taken += child.entries.count
      #expect(history.reviews.allSatisfy { $0.disagreements.isEmpty })
      let kinds = history.findings.map(\.kind)
      #expect(!kinds.contains("disagreement") && !kinds.contains("decision_before_meeting"))
    }
    #expect((5000...12000).contains(taken))
  }

  @Test func `papers, reports and views come as often and as late as assumed`() {
    var held = (all: 0, papers: 0, reports: 0, child: 0, family: 0)
    for child in DemoSample.open {
      guard let meeting = child.active.reviewMeeting, !child.active.reviewOutcome.isEmpty,
        DemoSample.day.days(since: meeting) < 400
      else { continue }
      let own = child.entries.prefix { $0.step != .meetingBooked }
      guard !own.isEmpty else { continue }
      held.all += 1
      func day(_ step: ReviewStep) -> Day? { own.first { $0.step == step }?.day }
      if let day = day(.papersSent), day <= meeting.adding(days: -14) { held.papers += 1 }
      if let day = day(.reportSent), day <= meeting.adding(days: 14) { held.reports += 1 }
      if day(.childViews) != nil { held.child += 1 }
      if day(.familyViews) != nil { held.family += 1 }
    }
    let all = Double(held.all)
    #expect(held.all > 700)
    #expect((0.54...0.66).contains(Double(held.papers) / all))
    #expect((0.68...0.79).contains(Double(held.reports) / all))
    #expect((0.78...0.86).contains(Double(held.child) / all))
    #expect((0.84...0.92).contains(Double(held.family) / all))
  }

  @Test func `meetings are booked ahead, some with papers out`() {
    let booked = DemoSample.open.filter { $0.entries.contains { $0.step == .meetingBooked } }
    #expect((300...1200).contains(booked.count))
    let ahead = booked.filter {
      $0.entries.contains { $0.step == .meetingBooked && $0.day >= DemoSample.day }
    }
    #expect(Double(ahead.count) > 0.93 * Double(booked.count))
    #expect((0.4...0.8).contains(booked.share { $0.entries.last?.step != .meetingBooked }))
  }

  @Test func `no note is longer than forty words`() {
    for child in DemoSample.open {
      for entry in child.entries {
        #expect(entry.note.split(separator: " ").count <= 40)
      }
    }
  }

  /// The plan's history with every entry recorded, as the store would.
  private func applied(_ child: DemoChild) throws -> PlanHistory {
    var history = child.history()
    for entry in child.entries {
      let recording = entry.recording
      let target = try history.target(of: recording, today: DemoSample.day)
      let place: Int
      switch target {
      case .existing(let id):
        place = try #require(history.entered.firstIndex { $0.id == id })
      case .new(let meeting):
        place = history.entered.count
        history.entered.append(
          EnteredReview(id: .init(rawValue: Int64(place + 1)), returnedMeeting: meeting))
      }
      #expect(history.entered[place].facts[entry.step] == nil)
      history.entered[place].facts[entry.step] = .init(day: entry.day, note: entry.note)
      if let outcome = entry.outcome { history.entered[place].outcome = outcome }
    }
    return history
  }
}
