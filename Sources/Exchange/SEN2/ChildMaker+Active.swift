import SENDDomain

extension ChildMaker {
  mutating func active(
    _ row: SourceRow, _ placements: [SourceRow], _ needs: [SourceRow]
  ) -> ReturnedActivePlan {
    var active = ReturnedActivePlan()
    active.transferredFrom = row[.transferla]
    active.reviewMeeting = day(row, .reviewmeeting)
    active.reviewOutcome = code(row, .reviewoutcome, in: .reviewOutcome)
    active.reviewDraft = day(row, .reviewdraft)
    active.phaseTransferDue = day(row, .phasetransferduedate, happened: false)
    active.phaseTransferFinal = day(row, .phasetransferfinaldate)
    active.lastReview = day(row, .lastreview)
    active.placements = placements.map { placement($0) }
    active.needs = needs.map {
      Need(code: code($0, .sentype, in: .need), rank: rank($0, .sentyperank))
    }
    count(meeting: active.reviewMeeting, decision: active.lastReview)
    checkNeeds(row, needs, active.needs)
    return active
  }

  private mutating func placement(_ row: SourceRow) -> Placement {
    let (unit, resourced) = (
      flag(row, .senunitindicator), flag(row, .resourcedprovisionindicator)
    )
    let placement = Placement(
      setting: setting(row), rank: rank(row, .placementrank),
      entered: day(row, .entrydate, happened: false), left: day(row, .leavingdate),
      isSENUnit: unit ?? false, isResourcedProvision: resourced ?? false,
      residential: code(row, .res, in: .residential),
      workBased: code(row, .wbp, in: .workBased))
    checkSetting(row, placement.setting, unit, resourced)
    if row[.placementrank].isEmpty {
      reporter.reportMissing(
        .missingRank, row, .placementrank, "The rank is missing: 1 primary, 2 secondary.")
    }
    if let entered = placement.entered, let left = placement.left, left < entered {
      reporter.report(
        .dateOrder, row, .leavingdate, "The leaving date should not be before the entry date.")
    }
    return placement
  }

  /// V19 and V23, of a setting named or attended.
  mutating func checkSetting(
    _ row: SourceRow, _ setting: Setting, _ unit: Bool?, _ resourced: Bool?
  ) {
    if setting.isEmpty {
      reporter.report(
        .placementWithoutSetting, row, .urn, "There should be a URN, a UKPRN or a setting code.")
      return
    }
    if !setting.urn.isEmpty, !setting.kind.isEmpty {
      reporter.report(
        .settingAndURN, row, .sensetting, "A setting with a URN goes without a setting code.")
    }
    for column in [SEN2Column.senunitindicator, .resourcedprovisionindicator]
    where row[column].isEmpty {
      reporter.reportMissing(
        .unitMarksMissing, row, column, "There should be 1 for yes or 0 for no.")
    }
    if unit == true, resourced == true {
      reporter.report(
        .unitMarksBoth, row, .resourcedprovisionindicator,
        "A place is in a SEN unit or in resourced provision, not in both.")
    }
  }

  /// V14 is checked as the days are read; V15 to V17 here.
  mutating func checkReviews(
    _ row: SourceRow, _ active: ReturnedActivePlan, _ request: ReturnedRequest
  ) {
    if let start = request.plan?.start, active.transferredFrom.isEmpty {
      for (column, day) in [
        (SEN2Column.reviewmeeting, active.reviewMeeting), (.lastreview, active.lastReview),
      ] {
        guard let day, day < start else { continue }
        reporter.report(
          .reviewBeforeStart, row, column,
          "The day is before the plan's start; right only for a plan moved in, with transferla.")
      }
    }
    if !active.reviewOutcome.isEmpty, row[.lastreview].isEmpty {
      reporter.report(
        .outcomeWithoutDecision, row, .lastreview,
        "There is an outcome; the day the authority wrote with its decision should be there too.")
    }
    if active.reviewOutcome.isEmpty, let meeting = active.reviewMeeting,
      let decision = active.lastReview, decision >= meeting
    {
      reporter.reportMissing(
        .decisionWithoutOutcome, row, .reviewoutcome,
        "A decision followed the meeting; its outcome should be there: M, A or C.")
    }
    if !row[.reviewdraft].isEmpty, active.reviewOutcome != "A" {
      reporter.report(
        .draftWithoutAmend, row, .reviewdraft,
        "A draft amended plan goes with outcome A (amend).")
    }
    checkTransfer(row, active)
  }

  private mutating func checkTransfer(_ row: SourceRow, _ active: ReturnedActivePlan) {
    if !row[.phasetransferfinaldate].isEmpty, row[.phasetransferduedate].isEmpty {
      reporter.reportMissing(
        .phaseFinalWithoutDue, row, .phasetransferduedate,
        "There is a final date; the due date should be there too.")
    }
    if let due = active.phaseTransferDue {
      let (_, month, day) = due.parts
      if (month, day) != (2, 15), (month, day) != (3, 31) {
        reporter.report(
          .phaseDueDay, row, .phasetransferduedate,
          "Phase transfers are due on 15 February or, after compulsory schooling, 31 March.")
      }
    }
  }

  /// V19, V20, V22 and V24.
  mutating func checkPlacements(
    _ rows: PersonRows.Active, _ active: ReturnedActivePlan, _ request: ReturnedRequest,
    of child: ReturnedChild
  ) {
    let isActive = request.standing == .active
    if rows.placements.isEmpty, isActive, reporter.hasFile(.placementdetail) {
      reporter.report(
        .noPlacement, rows.row, nil,
        "There should be at least one row in placementdetail, also for a child out of school.")
    }
    var primary = 0
    for (row, placement) in zip(rows.placements, active.placements)
    where placement.isOpen(on: today) {
      if !isActive, request.plan?.ceased.map({ $0 <= today }) ?? true {
        reporter.report(
          .openPlacementOfCeasedPlan, row, .leavingdate,
          "The plan has ceased; the placement should have its leaving date.")
      }
      primary += placement.rank == 1 ? 1 : 0
      if placement.rank == 1, primary == 2 {
        reporter.report(
          .twoOpenPlacements, row, .placementrank,
          "Two placements of rank 1 have no leaving date; one should be closed or ranked 2.")
      }
      checkAge(row, placement, born: child.born)
    }
  }

  private mutating func checkAge(_ row: SourceRow, _ placement: Placement, born: Day?) {
    guard let born, born <= today else { return }
    let age = born.age(on: today)
    if placement.setting.kind == "NEET", age < 16 {
      reporter.report(
        .ageAndSetting, row, .sensetting, "NEET is for people of 16 and over.")
    }
    if placement.setting.kind == "EYP", age > 5 {
      reporter.report(
        .ageAndSetting, row, .sensetting, "An early years provider is for children up to 5.")
    }
  }

  /// V21.
  private mutating func checkNeeds(_ row: SourceRow, _ rows: [SourceRow], _ needs: [Need]) {
    guard reporter.hasFile(.senneed) else { return }
    guard !needs.isEmpty else {
      reporter.report(.noNeed, row, nil, "There should be one or two rows in senneed.")
      return
    }
    var codes: Set<String> = []
    var primary = 0
    for (row, need) in zip(rows, needs) {
      primary += need.rank == 1 ? 1 : 0
      if need.rank == 1, primary == 2 {
        reporter.report(
          .twoPrimaryNeeds, row, .sentyperank, "Two needs have rank 1; both were kept.")
      }
      if need.code.isEmpty {
        reporter.report(.unknownCode, row, .sentype, "The kind of need is missing.")
      } else if !codes.insert(need.code).inserted {
        reporter.report(.repeatedNeed, row, .sentype, "The same need stands twice.")
      }
    }
    if primary == 0 {
      reporter.reportMissing(
        .noPrimaryNeed, rows[0], .sentyperank, "One need should have rank 1.")
    }
  }
}
