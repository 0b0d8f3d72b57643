import Foundation
import GRDB
import SENDDomain
import TestSupport

@testable import Storage

/// A workspace in memory with a few invented children, whose settings, allocations and restrictions
/// are dealt anew for each world. What is allowed is told here from the plain facts, by other means
/// than the store's.
final class RoleWorld {
  static let children = 8
  static let now: Int64 = 1_790_000_000_000
  static let today = Sample.today

  let store: Store
  private let queue: DatabaseQueue
  private let pristine: DatabaseQueue
  private let folder: String

  /// The plain facts of this world.
  private(set) var settingOfPlan: [Int64: String] = [:]
  private(set) var planOfChild: [Int64: Int64] = [:]
  private(set) var isActive: [Int64: Bool] = [:]
  private(set) var allocations: [(child: Int64, who: Int64, since: Int, until: Int?)] = []
  private(set) var restricted: Set<Int64> = []
  private(set) var granted: [(child: Int64, who: Int64)] = []
  private(set) var ownerOfSignpost: [Int64: (child: Int64?, owner: Int64)] = [:]
  private(set) var ownerOfPromise: [Int64: Int64?] = [:]
  /// By child; each has one.
  private(set) var assessments: [Int64: AssessmentFacts] = [:]

  struct AssessmentFacts {
    var id: Int64
    var isOpen: Bool
    var owner: Int64?
    /// The setting's name in the request.
    var setting = ""
  }
  var sight = Sight.open() { didSet { store.sight = sight } }

  init(_ folder: String) throws {
    self.folder = folder
    let path = folder + "/world.sqlite"
    _ = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    pristine = try DatabaseQueue()
    queue = try DatabaseQueue()
    try Store.migrator.migrate(queue)
    let user = StoreUser(
      login: "kosei", name: "K Osei", host: "test", now: { RoleWorld.now })
    store = Store(
      path: path, access: .readWrite, reader: queue,
      writer: Store.Writer(
        pool: queue, gate: try WriteGate(workspace: path, user: "kosei"),
        file: FileIdentity(path)!),  // made above
      user: user, rules: .england)
    try fill()
    try queue.backup(to: pristine)
  }

  private func fill() throws {
    try store.install(
      practitioners: (1...4).map {
        Practitioner(id: $0, name: $0 == 1 ? "K Osei" : "Person \($0)", role: .officer)
      },
      // Two are called the same.
      settings: (0..<5).map { ("urn 99000\($0)", "Place0\(min($0, 3))x", "") }, isDemo: false)
    var returned: [ReturnedChild] = []
    for number in 1...RoleWorld.children {
      var child = Sample.child(
        "Fam0\(number)x", "Giv0\(number)x", born: "2012-03-\(10 + number)",
        upn: "UPN0\(number)X", decision: number == 2 ? nil : "2025-12-0\(number)",
        ceased: number == RoleWorld.children ? "2026-01-05" : nil)
      child.postcode = "PC0\(number)X"
      returned.append(child)
    }
    try Sample.load(returned, into: store)
    try OfferSample.load([OfferSample.salt], into: store)
    let hit = try store.offerService(1)
    for number in 1...RoleWorld.children {
      let child = Child.ID(rawValue: Int64(number))
      _ = try store.addNote("note0\(number)x", on: child, day: RoleWorld.today)
      let plan = Plan.ID(rawValue: Int64(number))
      _ = try store.record(
        ReviewRecording(.childViews, on: Sample.day("2026-10-01"), note: "view0\(number)x"),
        on: [plan], today: RoleWorld.today)
      _ = try store.keep(
        .make(
          child: child, words: "prom0\(number)x", due: Sample.day("2026-12-01"), owner: "K Osei"),
        scope: .all, today: RoleWorld.today)
      if let hit {
        _ = try store.signpost(
          SignpostRecording(
            child: number == 3 ? nil : child, day: RoleWorld.today, manner: .readOut,
            consent: .given, note: "sign0\(number)x", services: [hit],
            askOn: Sample.day("2026-12-07")), scope: .all, today: RoleWorld.today)
      }
    }
    for number in 1...RoleWorld.children {
      try assess(number)
      try provide(number)
    }
    for number in 1...RoleWorld.children { try move(number) }
    // Enough to undo, so that what is told above stays as it is.
    var random = SeededRandom(7)
    for _ in 0..<80 {
      try act(on: Int64.random(in: 1...Int64(RoleWorld.children), using: &random), &random)
    }
    try store.write { db in
      for plan in try Int64.fetchAll(db, sql: "SELECT id FROM plan") {
        let child = try Int64.fetchOne(
          db, sql: "SELECT childId FROM plan WHERE id = ?", arguments: [plan])
        planOfChild[child ?? 0] = plan
        isActive[plan] = try Bool.fetchOne(
          db, sql: "SELECT active FROM plan WHERE id = ?", arguments: [plan])
      }
    }
  }

  static let personal = ExceptionCode("c")!  // one of the five letters

  /// Of one child in two the advice is in. The sixth is closed.
  private func assess(_ number: Int) throws {
    let child = Child.ID(rawValue: Int64(number))
    let asked = Sample.day("2026-10-05")
    let today = RoleWorld.today
    _ = try store.begin(
      AssessmentRequest(child: child, received: Sample.day("2026-09-01"), note: "begn0\(number)x"),
      scope: .all, today: today)
    let id = Assessment.ID(rawValue: Int64(number))
    _ = try store.record(
      AssessmentRecording(.decided, on: asked, decision: .assess), on: id, scope: .all,
      today: today)
    _ = try store.record(
      Assessment.Exception(code: RoleWorld.personal, evidence: "evid0\(number)x", day: asked),
      on: id,
      scope: .all, today: today)
    _ = try store.consult(["Place00x"], in: id, on: asked, scope: .all, today: today)
    _ = try store.ask(
      [
        (.socialCare, "Team\(number % 2)"), (.speech, "Clinic\(number % 2)"), (.psychology, ""),
        (.occupational, "Clinic0"), (.sensory, ""),
      ], in: id, on: asked, scope: .all, today: today)
    let advice = try store.assessment(id, scope: .all)?.advice ?? []
    for (index, word) in ["care", "hlth", "educ"].enumerated() where number % 2 == 1 {
      _ = try store.change(
        .arrived(isNil: index == 1, words: "\(word)0\(number)x"), of: [advice[index].id],
        on: asked, scope: .all, today: today)
    }
    _ = try store.change(
      .known(.lookedAfter), of: [advice[0].id], on: asked, scope: .all, today: today)
    _ = try store.change(
      .decided(.allocate, words: "allo0\(number)x"), of: [advice[0].id], on: asked, scope: .all,
      today: today)
    if number == 6 {
      _ = try store.record(
        AssessmentRecording(.withdrawn, on: asked, note: "wdrn06x"), on: id, scope: .all,
        today: today)
    }
    assessments[Int64(number)] = AssessmentFacts(id: Int64(number), isOpen: number != 6)
  }

  /// The sections of each child's lines of provision, in the order of their numbers.
  static let sections: [PlanSection] = [.c, .g, .h1]

  /// A need, a gap in health provision, and social care that is in place.
  private func provide(_ number: Int) throws {
    let child = Child.ID(rawValue: Int64(number))
    for section in RoleWorld.sections {
      let isHealth = section.desk == .health
      let facts: [ProvisionRecording] =
        switch section {
        case .g:
          [
            ProvisionRecording(
              .gap, on: Sample.day("2026-11-02"), reason: .other, words: "hgap0\(number)x")
          ]
        case .h1:
          [
            ProvisionRecording(.started, on: Sample.day("2026-09-07")),
            ProvisionRecording(.reviewBy, on: Sample.day("2026-11-2\(number % 8)")),
          ]
        default: []
        }
      _ = try store.add(
        ProvisionRequest(
          child: child,
          text: ProvisionText(
            section: section, words: "\(isHealth ? "hlin" : "slin")0\(number)x",
            service: isHealth ? .speech : .socialCare, provider: "Clinic\(number % 2)"),
          facts: facts), scope: .all, today: RoleWorld.today)
    }
  }

  /// A child's line of a section.
  static func line(_ section: PlanSection, of child: Int64) -> ProvisionLine.ID {
    let place = Int64(sections.firstIndex(of: section) ?? 0)
    return ProvisionLine.ID(rawValue: Int64(sections.count) * (child - 1) + place + 1)
  }

  /// A move with an item of each group; the first is done.
  private func move(_ number: Int) throws {
    let items = [TransitionOwner.education, .health, .socialCare].map { owner in
      ChecklistItem(
        id: "\(owner.rawValue.prefix(4).lowercased())-item", what: "\(owner.rawValue)-what",
        owner: owner, due: TimeSpan(1, .weeks, .before, "move"), why: "Because.")
    }
    let start = TransitionStart(
      child: Child.ID(rawValue: Int64(number)), kind: .other, year: AcademicYear(start: 2026),
      day: Sample.day("2027-01-0\(number)"),
      checklist: Checklist(id: "other", title: "Other", kinds: [.other], items: items))
    let today = RoleWorld.today
    _ = try store.begin(start, scope: .all, today: today)
    let id = TransitionCase.ID(rawValue: Int64(number))
    for item in items {
      _ = try store.change(
        .noted("\(item.id)0\(number)x"), of: [TransitionItemID(id, item.id)], scope: .all,
        today: today)
    }
    _ = try store.record(
      TransitionFactEntry(.childViews, on: today, note: "tran0\(number)x"), on: id, scope: .all,
      today: today)
  }

  /// The part of a child's assessment that an adviser has.
  static func advice(_ adviser: Adviser, of child: Int64) -> Advice.ID {
    let all: [Adviser] = [.socialCare, .speech, .psychology, .occupational, .sensory]
    return Advice.ID(rawValue: 5 * (child - 1) + Int64(all.firstIndex(of: adviser) ?? 0) + 1)
  }

  /// Does something to a child, as the last thing that was done.
  func act(on child: Int64, _ random: inout SeededRandom) throws {
    let today = RoleWorld.today
    let id = Assessment.ID(rawValue: child)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      _ = try store.record(
        Assessment.Exception(code: RoleWorld.personal, evidence: "last", day: today), on: id,
        scope: .all,
        today: today)
    case 1, 2:
      let adviser = [Adviser.socialCare, .speech, .psychology].randomElement(using: &random)
      _ = try store.change(
        .assigned("last"), of: [RoleWorld.advice(adviser ?? .speech, of: child)], on: today,
        scope: .all, today: today)
    case 3:
      let section = [PlanSection.g, .h1].randomElement(using: &random) ?? .g
      _ = try store.record(
        ProvisionRecording(.agreed, on: today), on: [RoleWorld.line(section, of: child)],
        scope: .all, today: today)
    default: _ = try store.addNote("last", on: Child.ID(rawValue: child), day: today)
    }
  }

  /// Puts everything as it was at the beginning.
  func reset() throws { try pristine.backup(to: queue) }

  /// Deals the facts of another world.
  func deal(_ random: inout SeededRandom) throws {
    allocations = []
    restricted = []
    granted = []
    let who = { (random: inout SeededRandom) in Int64.random(in: 1...4, using: &random) }
    let plans = planOfChild.values.sorted()
    for plan in plans {
      // Some have no placement.
      let number = Int.random(in: 0...4, using: &random)
      settingOfPlan[plan] = number == 4 ? "" : "urn 99000\(number)"
    }
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let since = RoleWorld.today.number + Int.random(in: -3...1, using: &random)
      allocations.append(
        (
          Int64.random(in: 1...Int64(RoleWorld.children), using: &random), who(&random), since,
          Bool.random(using: &random)
            ? nil : RoleWorld.today.number + Int.random(in: -2...2, using: &random)
        ))
    }
    for child in 1...Int64(RoleWorld.children) where Int.random(in: 0..<6, using: &random) == 0 {
      restricted.insert(child)
      if Bool.random(using: &random) { granted.append((child, who(&random))) }
    }
    let owners = (1...Int64(RoleWorld.children)).map { _ in who(&random) }
    try queue.write { db in
      try db.execute(
        sql: "DELETE FROM allocation; DELETE FROM restriction; DELETE FROM accessGrant")
      for plan in plans {
        try db.execute(
          sql: "UPDATE plan SET settingKey = ? WHERE id = ?",
          arguments: [settingOfPlan[plan], plan])
      }
      for (index, one) in allocations.enumerated() {
        try db.execute(
          sql: "INSERT INTO allocation VALUES (NULL, ?, 1, ?, ?, ?, ?)",
          arguments: [RoleWorld.uuid(index), one.child, one.who, one.since, one.until])
      }
      for child in restricted {
        try db.execute(
          sql: "INSERT INTO restriction VALUES (NULL, ?, 1, ?, NULL, 'x', 'x', 0)",
          arguments: [RoleWorld.uuid(100 + Int(child)), child])
      }
      for (index, one) in granted.enumerated() {
        // A grant that has ended opens nothing.
        let ended = Int64(index % 2 == 0 ? 0 : 3_600_000)
        try db.execute(
          sql: """
            INSERT INTO accessGrant VALUES (NULL, ?, 1, ?, ?, 'officer', 'triage', 'x', ?, ?, NULL,
              NULL)
            """,
          arguments: [
            RoleWorld.uuid(200 + index), one.child, one.who,
            RoleWorld.now - 3_600_000, RoleWorld.now + 1 - ended,
          ])
      }
      granted = granted.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      for id in try Int64.fetchAll(db, sql: "SELECT id FROM signpost") {
        let child = try Int64.fetchOne(
          db, sql: "SELECT childId FROM signpost WHERE id = ? AND childId IS NOT NULL",
          arguments: [id])
        let owner = owners[Int(id - 1) % owners.count]
        ownerOfSignpost[id] = (child, owner)
        try db.execute(
          sql: "UPDATE signpost SET ownerId = ?, author = ? WHERE id = ?",
          arguments: [owner, owner == 1 ? "K Osei" : "Person \(owner)", id])
        try db.execute(
          sql: "UPDATE deadline SET ownerId = ? WHERE signpostId = ?", arguments: [owner, id])
      }
      for id in try Int64.fetchAll(db, sql: "SELECT id FROM promise") {
        let owner: Int64? = Bool.random(using: &random) ? nil : who(&random)
        ownerOfPromise[id] = owner
        try db.execute(
          sql: "UPDATE promise SET ownerId = ? WHERE id = ?", arguments: [owner, id])
        try db.execute(
          sql: "UPDATE deadline SET ownerId = ? WHERE promiseId = ?", arguments: [owner, id])
      }
      for child in assessments.keys.sorted() {
        let number = Int.random(in: 0...4, using: &random)
        let setting = number == 4 ? "" : "Place0\(number)x"
        let owner: Int64? = Bool.random(using: &random) ? nil : who(&random)
        assessments[child]?.setting = setting
        assessments[child]?.owner = owner
        let id = assessments[child]?.id
        try db.execute(
          sql: "UPDATE assessment SET setting = ?, ownerId = ? WHERE id = ?",
          arguments: [setting, owner, id])
        try db.execute(
          sql: "UPDATE deadline SET ownerId = ? WHERE assessmentId = ?", arguments: [owner, id])
      }
    }
    let role = Practitioner.Role.allCases.randomElement(using: &random) ?? .senco
    let settings = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      "urn 99000\(Int.random(in: 0...3, using: &random))"
    }
    sight = Sight(
      practitioner: who(&random), role: role, settings: Array(Set(settings)),
      on: RoleWorld.today)
    self.settings = Set(settings)
  }

  private var settings: Set<String> = []

  private static func uuid(_ number: Int) -> Data {
    withUnsafeBytes(of: number.bigEndian) { Data($0) + Data(count: 8) }
  }

  // MARK: - What is allowed

  private var me: Int64 { sight.practitioner ?? 0 }

  /// Whether the child may be known to whoever looks by being on a list.
  func reaches(_ child: Int64) -> Bool {
    switch sight.role.rights.reach {
    case .everybody: true
    case .onRoll: isOnRoll(child) || asks(child)
    case .allocated:
      allocations.contains {
        $0.child == child && $0.who == me && $0.since <= RoleWorld.today.number
          && ($0.until ?? .max) >= RoleWorld.today.number
      }
    case .found, .unnamed, .nobody: false
    }
  }

  private func isOnRoll(_ child: Int64) -> Bool {
    planOfChild[child].map { isActive[$0] == true && settings.contains(settingOfPlan[$0] ?? "") }
      ?? false
  }

  /// Whether an open request names one of the settings, no other is called so, and no plan places
  /// the child.
  private func asks(_ child: Int64) -> Bool {
    guard let assessment = assessments[child], assessment.isOpen else { return false }
    let isPlaced =
      planOfChild[child].map { isActive[$0] == true && settingOfPlan[$0] != "" } ?? false
    let named = ["Place00x": "urn 990000", "Place01x": "urn 990001", "Place02x": "urn 990002"]
    return !isPlaced && named[assessment.setting].map(settings.contains) ?? false
  }

  /// Whether a plan that stands places the child.
  func hasSetting(_ child: Int64) -> Bool {
    planOfChild[child].map { isActive[$0] == true && settingOfPlan[$0] != "" } ?? false
  }

  func isSealed(_ child: Int64) -> Bool {
    restricted.contains(child) && !granted.contains { $0.child == child && $0.who == me }
  }

  /// Whether a plan's row may stand in a list, with a name or without. Of a setting those on roll.
  func lists(_ child: Int64) -> Bool {
    switch sight.role.rights.reach {
    case .unnamed: true
    case .onRoll: isOnRoll(child)
    default: reaches(child)
    }
  }

  /// The same of an assessment, and of what is about the child whatever plan there is.
  func listsAssessment(of child: Int64) -> Bool {
    sight.role.rights.reach == .unnamed || reaches(child)
  }

  /// Whether whoever looks may write casework of a field group of the child.
  func mayWrite(_ group: FieldGroup, of child: Int64) -> Bool {
    reaches(child) && !isSealed(child) && sight.role.rights.records
      && sight.role.rights.groups.contains(group)
  }

  func listsSignpost(_ id: Int64) -> Bool {
    guard let signpost = ownerOfSignpost[id] else { return true }
    guard sight.role.rights.reach != .nobody else { return false }
    if [.everybody, .unnamed].contains(sight.role.rights.reach) { return true }
    if sight.role.rights.reach == .found { return signpost.owner == me }
    return signpost.child.map(reaches) ?? (signpost.owner == me)
  }
}
