import SENDDomain

/// Phase transfers as a return gives them: the day due, and the day of the final plan.
struct DemoPhases {
  let moment: DemoMoment

  /// - Parameter year: The year group the child is taught in.
  func fill(
    _ active: inout ReturnedActivePlan, year: Int, _ placement: DemoPlacementKind, start: Day,
    _ draw: inout Draw
  ) {
    let movesAtInfant = draw.chance(200)
    let movesPost16 = draw.chance(230)
    let share = draw.below(1000)
    let spread = draw.below(5)
    guard ![.home, .outOfSchool, .notInEducation, .other].contains(placement) else { return }
    func isPost16(leaving year: Int) -> Bool? {
      switch year {
      case -1, 6: false
      case 2: movesAtInfant && placement.group == .mainstream ? false : nil
      case 11: true
      case 12...14: movesPost16 ? true : nil
      default: nil
      }
    }
    // This year's move, else last year's.
    for ago in 0...1 {
      guard let isPost16 = isPost16(leaving: year - ago) else { continue }
      let due = due(isPost16: isPost16, ago: ago)
      guard due.days(since: start) > 42 else { continue }
      active.phaseTransferDue = due
      if let final = final(due: due, share: share, spread: spread),
        final <= moment.day, final.days(since: start) > 14
      {
        active.phaseTransferFinal = final
      }
      return
    }
  }

  private func due(isPost16: Bool, ago: Int) -> Day {
    let january = moment.year.firstDay.adding(months: 4 - 12 * ago)
    return isPost16 ? january.adding(months: 2).adding(days: 30) : january.adding(days: 45)
  }

  /// When this plan is finished: a child's own pace, whatever day the borough is made for. A few
  /// before the winter, most in the last weeks, a quarter late, three in a hundred never.
  private func final(due: Day, share: Int, spread: Int) -> Day? {
    let pace = [(0, 140), (120, 60), (450, 14), (740, 1), (930, -60), (970, -200)]
    for (from, to) in zip(pace, pace.dropFirst()) where share < to.0 {
      let days = from.1 - (from.1 - to.1) * (share - from.0) / (to.0 - from.0)
      let final = due.adding(days: -days - spread).weekdayBefore
      return final
    }
    return nil
  }
}
