import SENDDomain

extension ChildMaker {
  mutating func request(_ row: SourceRow, hasActiveRow: Bool) -> ReturnedRequest {
    var request = ReturnedRequest()
    request.received = day(row, .receiveddate)
    request.source = code(row, .requestsource, in: .requestSource)
    request.relevantYouthAccommodation = flag(row, .rya)
    request.outcomeDay = day(row, .requestoutcomedate)
    request.outcome = code(row, .requestoutcome, in: .requestOutcome)
    request.mediation = flag(row, .requestmediation)
    request.tribunal = flag(row, .requesttribunal)
    request.exportedTo = row[.exported]
    checkOutcomeDay(row, request.outcome, .requestoutcomedate, needsDay: ["Y", "N"])
    if let received = request.received, let outcome = request.outcomeDay, outcome < received {
      reporter.report(
        .dateOrder, row, .requestoutcomedate,
        "The outcome should not be before the day the request was received.")
    }
    return request
  }

  mutating func assessment(_ row: SourceRow) -> ReturnedAssessment {
    var assessment = ReturnedAssessment()
    assessment.outcome = code(row, .assessmentoutcome, in: .assessmentOutcome)
    assessment.outcomeDay = day(row, .assessmentoutcomedate)
    assessment.mediation = flag(row, .assessmentmediation)
    assessment.tribunal = flag(row, .assessmenttribunal)
    assessment.otherMediation = flag(row, .othermediation)
    assessment.otherTribunal = flag(row, .othertribunal)
    assessment.exceptionTo20Weeks = flag(row, .week20)
    // A plan agreed and not yet issued has outcome Y and no day.
    checkOutcomeDay(row, assessment.outcome, .assessmentoutcomedate, needsDay: ["N"])
    return assessment
  }

  /// V10.
  private mutating func checkOutcomeDay(
    _ row: SourceRow, _ outcome: String, _ column: SEN2Column, needsDay: Set<String>
  ) {
    let hasDay = !row[column].isEmpty
    if hasDay, ["A", "W", "H"].contains(outcome) {
      reporter.report(
        .outcomeDateMismatch, row, column,
        "Outcomes A, W and H go without an outcome date.")
    } else if !hasDay, needsDay.contains(outcome) {
      reporter.reportMissing(
        .outcomeDateMismatch, row, column, "The outcome should have its date.")
    }
  }

  mutating func plan(
    _ row: SourceRow, _ details: [SourceRow], of child: ReturnedChild
  ) -> ReturnedPlan {
    var plan = ReturnedPlan()
    plan.start = day(row, .startdate)
    plan.residential = code(row, .planres, in: .residential)
    plan.workBased = code(row, .planwbp, in: .workBased)
    plan.personalBudget = flag(row, .pb)
    plan.organisedArrangements = flag(row, .oa)
    plan.directPayments = directPayments(row)
    plan.ceased = day(row, .ceasedate)
    plan.ceasedUnreadably = plan.ceased == nil && !row[.ceasedate].isEmpty
    plan.ceaseReason = code(row, .ceasereason, in: .ceaseReason)
    plan.named = details.map { named($0) }
    checkEnd(row, plan, born: child.born)
    return plan
  }

  /// Any combination of letters may be given.
  private func directPayments(_ row: SourceRow) -> String {
    let codes = row[.dp]
    let letters = codes.filter { !" ,;/+".contains($0) }
    if letters.contains(where: { !CodeSet.directPayments.contains(String($0)) }) {
      unknownCode(row, .dp, .directPayments)
    }
    return codes
  }

  private mutating func named(_ row: SourceRow) -> ReturnedNamedSetting {
    var named = ReturnedNamedSetting()
    named.setting = setting(row)
    named.rank = rank(row, .placementrank)
    named.isSENUnit = flag(row, .senunitindicator)
    named.isResourcedProvision = flag(row, .resourcedprovisionindicator)
    checkSetting(row, named.setting, named.isSENUnit, named.isResourcedProvision)
    if row[.placementrank].isEmpty {
      reporter.reportMissing(
        .missingRank, row, .placementrank, "The rank is missing: 1 primary, 2 secondary.")
    }
    return named
  }

  /// V12 and, for the reason, V22.
  private mutating func checkEnd(_ row: SourceRow, _ plan: ReturnedPlan, born: Day?) {
    let hasDay = !row[.ceasedate].isEmpty
    if hasDay, plan.ceaseReason.isEmpty {
      reporter.reportMissing(
        .ceaseWithoutReason, row, .ceasereason, "A plan that ceased should have the reason, 1 to 9."
      )
    } else if !hasDay, !plan.ceaseReason.isEmpty {
      reporter.report(
        .ceaseWithoutDate, row, .ceasedate,
        "There is a reason for ceasing and no cease date; the plan counts as active.")
    }
    guard let ceased = plan.ceased else { return }
    if let start = plan.start, ceased < start {
      reporter.report(
        .dateOrder, row, .ceasedate, "The plan should not cease before it starts.")
    }
    if plan.ceaseReason == "1", let born, born.age(on: ceased) < 19 {
      reporter.report(
        .ageAndReason, row, .ceasereason,
        "Ceased for maximum age, and the person was under 19.")
    }
  }

  /// V11 and V13.
  mutating func checkStart(_ row: SourceRow, _ plan: ReturnedPlan, _ request: ReturnedRequest) {
    if row[.startdate].isEmpty {
      reporter.reportMissing(
        .startMissing, row, .startdate, "The plan's start date is missing.")
    }
    if let start = plan.start, let received = request.received, start < received,
      request.active?.transferredFrom.isEmpty ?? true
    {
      reporter.report(
        .dateOrder, row, .startdate,
        "The plan should not start before its request was received.")
    }
  }
}
