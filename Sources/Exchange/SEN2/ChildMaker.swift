import SENDDomain

/// Makes children from their rows and reports what is wrong with them.
///
/// Knows nothing of where rows come from. Numbers like V07 are those of the project's list of
/// checks on a return.
struct ChildMaker {
  let header: ReturnHeader
  let today: Day
  var reporter: ProblemReporter
  private(set) var result = SEN2Reader.Result()
  /// Hashes of the pupil numbers seen.
  private var pupilNumbers: Set<Int> = []

  init(header: ReturnHeader, today: Day, reporter: ProblemReporter) {
    self.header = header
    self.today = today
    self.reporter = reporter
  }

  mutating func child(_ rows: PersonRows) -> ReturnedChild {
    var child = person(rows.row)
    for request in rows.requests { child.requests += requests(request, of: child) }
    if rows.requests.isEmpty, reporter.hasFile(.requests) {
      reporter.report(
        .noRequest, rows.row, nil, "Each person should have at least one request.")
    }
    let active = child.requests.filter { $0.standing == .active }.count
    if active > 1 {
      reporter.report(
        .twoActivePlans, rows.row, nil,
        "The child has \(active) plans that have not ceased; all were read. One should stand.")
    }
    result.children += 1
    return child
  }

  /// Counts a plan's two dates in, to see whether their columns are exchanged (V26).
  mutating func count(meeting: Day?, decision: Day?) {
    guard let meeting, let decision else { return }
    result.bothDates += 1
    if decision < meeting { result.decisionBeforeMeeting += 1 }
  }

  /// Whether a pupil number was seen before.
  mutating func isRepeated(_ upn: String) -> Bool {
    !pupilNumbers.insert(upn.hashValue).inserted
  }

  /// The rows of one request: as a rule one request of the child.
  ///
  /// A second named plan (V03) becomes a request of its own with the same request data, so that
  /// nothing of it is lost. A second assessment without a plan, or a second active-plans row
  /// without a plan to go with, is reported and left out.
  private mutating func requests(
    _ rows: PersonRows.Request, of child: ReturnedChild
  ) -> [ReturnedRequest] {
    let base = request(rows.row, hasActiveRow: !rows.actives.isEmpty)
    for extra in rows.assessments.dropFirst() {
      reporter.report(
        .secondAssessment, extra.row, nil,
        "The request has an assessment already; of this one only a plan was read.")
    }
    let plans = rows.assessments.flatMap { assessment in
      assessment.plans.map { (assessment: assessment, plan: $0) }
    }
    for extra in plans.dropFirst() {
      reporter.report(
        .secondNamedPlan, extra.plan.row, nil,
        "The request has a named plan already; both were read. There should be one.")
    }
    let strands = max(plans.count, 1)
    for extra in rows.actives.dropFirst(strands) {
      reporter.report(
        .secondActiveRow, extra.row, nil,
        "The request has an active-plans row already; only the first was read.")
    }
    return (0..<strands).map { index in
      strand(
        base, index < plans.count ? plans[index].assessment : rows.assessments.first,
        index < plans.count ? plans[index].plan : nil,
        index < rows.actives.count ? rows.actives[index] : nil, of: child)
    }
  }

  /// One line of request, assessment, plan and active plan.
  private mutating func strand(
    _ base: ReturnedRequest, _ assessment: PersonRows.Assessment?, _ plan: PersonRows.Plan?,
    _ active: PersonRows.Active?, of child: ReturnedChild
  ) -> ReturnedRequest {
    var request = base
    request.assessment = assessment.map { self.assessment($0.row) }
    request.plan = plan.map { self.plan($0.row, $0.details, of: child) }
    request.active = active.map { self.active($0.row, $0.placements, $0.needs) }
    if let plan, let read = request.plan {
      checkStart(plan.row, read, request)
      if active == nil, request.standing == .active, reporter.hasFile(.activeplans) {
        reporter.report(
          .noActiveRow, plan.row, nil,
          "The plan has not ceased, so its request should have a row in activeplans.")
      }
    }
    if let active, let read = request.active {
      checkReviews(active.row, read, request)
      checkPlacements(active, read, request, of: child)
      if plan == nil, reporter.hasFile(.namedplan) {
        reporter.report(
          .noNamedPlan, active.row, nil,
          "The request has no named plan; it counts as an active plan of which the start is not "
            + "known.")
      }
    }
    return request
  }
}
