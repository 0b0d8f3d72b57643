import SENDDomain

/// The last review of a plan as a return gives it.
struct DemoReviews {
  let moment: DemoMoment

  /// - Parameter movesOn: Whether the child changes phase next year or the year after, whose
  ///   reviews are held in the autumn.
  func fill(
    _ active: inout ReturnedActivePlan, _ traits: DemoTraits, start: Day, movesOn: Bool,
    _ draw: inout Draw
  ) {
    switch traits.review {
    case .none: interim(&active, traits, start: start, &draw)
    case .never: return
    case .within, .over:
      let delay = traits.outcome == .noneYet ? nil : delay(traits, start: start, &draw)
      let range = meetings(traits, start: start, delay: delay, &draw)
      let widened = range.lowerBound.adding(days: -60)...range.upperBound
      guard
        let meeting = DemoCalendar.meeting(in: range, movesOn: movesOn, &draw)
          ?? DemoCalendar.meeting(in: widened, movesOn: false, &draw)
      else { return }
      active.reviewMeeting = meeting
      if let delay {
        decide(&active, traits, meeting: meeting, delay: delay, &draw)
      } else {
        lastYear(&active, start: start, meeting: meeting, &draw)
      }
    }
  }

  /// Under fives are reviewed every three to six months, so some already in the first year.
  private func interim(
    _ active: inout ReturnedActivePlan, _ traits: DemoTraits, start: Day, _ draw: inout Draw
  ) {
    guard traits.age < 5, moment.day.days(since: start) > 200, draw.chance(300) else { return }
    let range = start.adding(days: 90)...moment.day.adding(days: -32)
    guard let meeting = DemoCalendar.meeting(in: range, movesOn: false, &draw) else { return }
    active.reviewMeeting = meeting
    active.lastReview = meeting.adding(days: draw.number(10...28)).weekdayBefore
    active.reviewOutcome = ReviewOutcome.maintain.rawValue
  }

  /// When the meeting can have been held.
  private func meetings(
    _ traits: DemoTraits, start: Day, delay: Int?, _ draw: inout Draw
  ) -> ClosedRange<Day> {
    let day = moment.day
    if traits.review == .over {
      let last = moment.yearAgo
      let span = draw.chance(750) ? 365 : 600
      let first = max(start.adding(days: 100), last.adding(days: -span))
      return min(first, last.adding(days: -20))...last
    }
    let first = max(moment.yearAgo.adding(days: 1), start.adding(days: 90))
    if let delay { return min(first, day.adding(days: -delay - 3))...day.adding(days: -delay - 3) }
    // Not decided yet: a third are not due, a third are some weeks late, the rest long since.
    switch draw.below(100) {
    case ..<37: return max(first, day.adding(days: -28))...day
    case ..<69: return max(first, day.adding(days: -120))...day.adding(days: -29)
    default: return first...day.adding(days: -29)
    }
  }

  /// Days from meeting to decision, such that the decision is not after the demo's day.
  private func delay(_ traits: DemoTraits, start: Day, _ draw: inout Draw) -> Int {
    if traits.isDecidedInTime { return inTime(&draw) }
    let first = max(moment.yearAgo.adding(days: 1), start.adding(days: 90))
    let most =
      traits.review == .within ? moment.day.days(since: first) - 25 : min(700, 340)
    for _ in 0..<8 {
      let days = 28 + late(&draw)
      if days <= most { return min(days, 700) }
    }
    return draw.number(29...45)
  }

  /// Triangular: from 5 by 24 to 28 days.
  private func inTime(_ draw: inout Draw) -> Int {
    5 + draw.index(weights: (5...28).map { $0 <= 24 ? ($0 - 4) * 5 : (29 - $0) * 20 })
  }

  /// Lognormal, median 45 days, sigma 0.9: drawn between the 32 quantiles of the table.
  private func late(_ draw: inout Draw) -> Int {
    let place = draw.below(DemoReviews.quantiles.count - 1)
    let (low, high) = (DemoReviews.quantiles[place], DemoReviews.quantiles[place + 1])
    return draw.number(low...high)
  }

  private static let quantiles = [
    3, 8, 11, 14, 16, 18, 20, 22, 25, 27, 29, 31, 34, 36, 39, 42, 45, 48, 52, 56, 60, 65, 70, 76,
    83, 91, 100, 112, 127, 147, 179, 241, 672,
  ]

  private func decide(
    _ active: inout ReturnedActivePlan, _ traits: DemoTraits, meeting: Day, delay: Int,
    _ draw: inout Draw
  ) {
    let exact = meeting.adding(days: delay)
    let decided = traits.isDecidedInTime ? exact.weekdayBefore : exact.weekdayAfter
    active.lastReview = decided
    let outcome: ReviewOutcome =
      switch traits.outcome {
      case .amend: .amend
      case .cease: .cease
      case .maintain, .noneYet: .maintain
      }
    active.reviewOutcome = outcome.rawValue
    guard outcome == .amend else { return }
    switch draw.below(100) {
    case ..<62: active.reviewDraft = decided
    case ..<80:
      let sent = decided.adding(days: draw.number(5...28)).weekdayAfter
      if sent <= moment.day { active.reviewDraft = sent }
    default: break
    }
  }

  /// The decision of the review before the one whose decision is outstanding.
  private func lastYear(
    _ active: inout ReturnedActivePlan, start: Day, meeting: Day, _ draw: inout Draw
  ) {
    let before = meeting.adding(days: -draw.number(300...420)).weekdayBefore
    if before.days(since: start) > 200, draw.chance(800) { active.lastReview = before }
  }
}
