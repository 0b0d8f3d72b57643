import Foundation
import SENDDomain

@testable import Storage

/// Invented children and a store of their own for each test.
enum Sample {
  static let today = Day(2026, 11, 23)!  // a day of the calendar

  static func day(_ text: String) -> Day { Day(text)! }  // literals of the tests

  static func user(_ name: String = "K Osei") -> StoreUser {
    StoreUser(login: "kosei", name: name, host: "test", now: { 1_790_000_000_000 })
  }

  /// A folder that the test's end removes.
  static func withFolder<T>(_ body: (String) throws -> T) throws -> T {
    let path = NSTemporaryDirectory() + "waymark-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  static func withStore<T>(
    _ children: [ReturnedChild] = [], _ body: (Store) throws -> T
  ) throws -> T {
    try withFolder { folder in
      let store = try Store.open(at: folder + "/workspace.sqlite", create: true, user: user())
      defer { store.close() }
      if !children.isEmpty { try load(children, into: store) }
      return try body(store)
    }
  }

  @discardableResult
  static func load(
    _ children: [ReturnedChild], into store: Store, readOn: Day = today,
    header: ReturnHeader = ReturnHeader(authority: "999", year: 2027), dryRun: Bool = false
  ) throws -> ImportOutcome {
    let load = try ReturnImport(header, into: store, readOn: readOn, isDryRun: dryRun)
    for child in children { try load.add(child) }
    return try load.finish(source: "test", problems: [])
  }

  /// A child with one active plan.
  static func child(
    _ family: String, _ given: String, born: String? = "2012-03-14", upn: String = "",
    made: String? = "2019-03-04", meeting: String? = nil, outcome: String = "",
    decision: String? = nil, draft: String? = nil, phaseDue: String? = nil,
    ceased: String? = nil
  ) -> ReturnedChild {
    var child = ReturnedChild()
    child.familyName = family
    child.givenName = given
    child.born = born.flatMap { Day($0) }
    child.sex = "M"
    child.upn = upn
    var request = ReturnedRequest()
    request.outcome = "H"
    var plan = ReturnedPlan()
    plan.start = made.flatMap { Day($0) }
    plan.ceased = ceased.flatMap { Day($0) }
    request.plan = plan
    var active = ReturnedActivePlan()
    active.reviewMeeting = meeting.flatMap { Day($0) }
    active.reviewOutcome = outcome
    active.lastReview = decision.flatMap { Day($0) }
    active.reviewDraft = draft.flatMap { Day($0) }
    active.phaseTransferDue = phaseDue.flatMap { Day($0) }
    active.placements = [
      Placement(setting: Setting(urn: "990001"), rank: 1, entered: Day(2020, 9, 1))
    ]
    active.needs = [Need(code: "ASD", rank: 1)]
    request.active = active
    child.requests = [request]
    return child
  }

  static let query = ListQuery(scope: .all, today: today)

  static func rows(_ store: Store, _ query: ListQuery = query) throws -> [ReviewRow] {
    try store.reviews(query, .start, limit: 1_000).rows
  }
}
