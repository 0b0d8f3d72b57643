import SENDDomain

/// What people entered here for a plan's reviews: facts that a return has no column for.
///
/// Consistent with the return's meeting and decision, and in an order in which the domain takes
/// each (``PlanHistory/target(of:today:)``).
struct DemoEntries {
  let moment: DemoMoment

  func entries(for request: ReturnedRequest, _ draw: inout Draw) -> [DemoEntry] {
    guard let active = request.active, let made = request.plan?.start else { return [] }
    var entries: [DemoEntry] = []
    let decided = active.lastReview.flatMap { decision in
      active.reviewMeeting.map { decision >= $0 } ?? true ? decision : nil
    }
    if let meeting = active.reviewMeeting, moment.day.days(since: meeting) < 400,
      draw.chance(decided == nil ? 900 : 600)
    {
      entries += beforeAndAfter(meeting: meeting, decided: decided, made: made, &draw)
      if let decided { entries += afterDecision(active, meeting, decided, &draw) }
    }
    if active.reviewMeeting == nil || decided != nil {
      entries += nextMeeting(active, made: made, decided: decided, &draw)
    }
    return entries
  }

  // MARK: The review that was held

  private func beforeAndAfter(
    meeting: Day, decided: Day?, made: Day, _ draw: inout Draw
  ) -> [DemoEntry] {
    var entries: [DemoEntry] = []
    func add(_ step: ReviewStep, _ days: Int, note: String = "") {
      let day = meeting.adding(days: days).weekdayBefore
      if day >= made, day <= moment.day { entries.append(DemoEntry(step, on: day, note: note)) }
    }
    if draw.chance(800) { add(.invited, -draw.number(16...40)) }
    if draw.chance(500) { add(.adviceRequested, -draw.number(35...56)) }
    switch draw.below(100) {
    case ..<58: add(.papersSent, -draw.number(14...24))
    case ..<88: add(.papersSent, -draw.number(1...10))
    default: break
    }
    if draw.chance(820) {
      add(.childViews, -draw.number(0...25), note: DemoPhrases.childViews(&draw))
    }
    if draw.chance(880) {
      add(.familyViews, -draw.number(0...25), note: DemoPhrases.familyViews(&draw))
    }
    if decided == nil, draw.chance(500) {
      entries.append(DemoEntry(.meetingHeld, on: meeting))
    }
    // A report after the decision would belong to no review: it is on or before it.
    let last = decided ?? moment.day
    switch draw.below(100) {
    case ..<71:
      let day = meeting.adding(days: draw.number(4...14)).weekdayBefore
      if day <= moment.day { entries.append(DemoEntry(.reportSent, on: min(day, last))) }
    case ..<92:
      let day = meeting.adding(days: draw.number(17...40)).weekdayBefore
      if day <= last { entries.append(DemoEntry(.reportSent, on: day)) }
    default: break
    }
    return entries
  }

  /// Notice and final plan of a recent decision to amend; the notice of one to cease.
  private func afterDecision(
    _ active: ReturnedActivePlan, _ meeting: Day, _ decided: Day, _ draw: inout Draw
  ) -> [DemoEntry] {
    let outcome = ReviewOutcome(returned: active.reviewOutcome)
    guard outcome == .amend || outcome == .cease, moment.day.days(since: decided) < 200 else {
      return []
    }
    var entries: [DemoEntry] = []
    let drawn = decided.adding(days: draw.number(0...9)).weekdayAfter
    let notice = active.reviewDraft ?? drawn
    guard notice <= moment.day, notice >= decided, draw.chance(800) else { return [] }
    entries.append(DemoEntry(.noticeSent, on: notice))
    guard outcome == .amend else { return entries }
    if draw.chance(350) {
      let day = notice.adding(days: draw.number(6...15)).weekdayBefore
      if day <= moment.day {
        entries.append(
          DemoEntry(.representations, on: day, note: DemoPhrases.representations(&draw)))
      }
    }
    let due = min(meeting.adding(weeks: 12), notice.adding(weeks: 8))
    let days = draw.chance(640) ? -draw.number(0...25) : draw.number(3...60)
    let final = max(due.adding(days: days).weekdayBefore, notice.adding(days: 15).weekdayAfter)
    // One in twelve was forgotten.
    if final <= moment.day, draw.chance(920) {
      entries.append(DemoEntry(.finalPlanSent, on: final))
    }
    return entries
  }

  // MARK: The review to come

  /// A meeting booked where one is due in the next months or overdue, with what goes before it.
  private func nextMeeting(
    _ active: ReturnedActivePlan, made: Day, decided: Day?, _ draw: inout Draw
  ) -> [DemoEntry] {
    let today = moment.day
    let due = (decided ?? made).lastOf(months: 12)
    let left = due.days(since: today)
    let isBooked = left < 0 ? draw.chance(380) : left < 100 ? draw.chance(620) : false
    guard isBooked else { return [] }
    guard
      let meeting = bookedDay(left: left, after: active.reviewMeeting ?? decided, made, &draw)
    else { return [] }
    var entries = [
      DemoEntry(.meetingBooked, on: meeting, note: DemoPhrases.place(&draw))
    ]
    let until = meeting.days(since: today)
    let earliest = max(made, (decided ?? made).adding(days: 1))
    func add(_ step: ReviewStep, before days: Int, note: String = "") {
      let day = min(meeting.adding(days: -days), today).weekdayBefore
      if day >= earliest { entries.append(DemoEntry(step, on: day, note: note)) }
    }
    if until <= 42, draw.chance(800) { add(.invited, before: draw.number(20...42)) }
    if until <= 50, draw.chance(550) { add(.adviceRequested, before: draw.number(35...56)) }
    if until < 14 ? draw.chance(720) : until <= 28 ? draw.chance(300) : false {
      add(.papersSent, before: draw.number(until < 14 ? 8...22 : 14...26))
    }
    if until <= 30, draw.chance(350) {
      add(.childViews, before: draw.number(3...25), note: DemoPhrases.childViews(&draw))
    }
    if until <= 30, draw.chance(420) {
      add(.familyViews, before: draw.number(3...25), note: DemoPhrases.familyViews(&draw))
    }
    return entries
  }

  /// A school day in the next ten weeks, before the review is due where that is ahead. One in
  /// forty booked meetings has passed and nobody has said how it went.
  private func bookedDay(
    left: Int, after last: Day?, _ made: Day, _ draw: inout Draw
  ) -> Day? {
    let today = moment.day
    // Nearer than that, two meetings count as one review.
    let nearest = max(
      made.adding(days: 30), last?.adding(days: PlanHistory.sameReviewDays + 10) ?? made)
    if draw.chance(25), nearest < today.adding(days: -15) {
      return DemoCalendar.meeting(
        in: today.adding(days: -15)...today.adding(days: -1), movesOn: false, &draw)
    }
    let first = max(today.adding(days: 2), nearest)
    let span = left > 14 ? min(70, left - 10) : 70
    // Eleven weeks on there is a school day, even from the first day of the summer holidays.
    return DemoCalendar.meeting(in: first...first.adding(days: span), movesOn: false, &draw)
      ?? DemoCalendar.meeting(in: first...first.adding(days: 77), movesOn: false, &draw)
  }
}
