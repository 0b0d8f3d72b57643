import Foundation
import GRDB
import SENDDomain
import TestSupport
import Testing

@testable import Storage

/// No way of reading or writing leads outside what a role reaches: worlds of random settings,
/// allocations, restrictions and signposts, each looked at by somebody in some role. A failure
/// names its world.
@Suite struct RoleLeakTests {
  /// Two thousand in a usual run; `script/soak` looks at ten thousand.
  private static let worlds =
    ProcessInfo.processInfo.environment["WAYMARK_WORLDS"].flatMap(Int.init) ?? 2_000

  @Test(arguments: [1, 2] as [UInt64])
  func `nothing outside a role's reach is listed, counted, found, opened, written or undone`(
    half: UInt64
  ) throws {
    try Sample.withFolder { folder in
      let world = try RoleWorld(folder)
      for number in 0..<RoleLeakTests.worlds / 2 {
        if number % 100 == 99 { try world.reset() }
        var random = SeededRandom(half << 32 | UInt64(number))
        var look = Look(world: world, number: number)
        world.sight = .open()
        try world.act(on: Int64.random(in: 1...8, using: &random), &random)
        try world.deal(&random)
        try look.all(&random)
        try #require(
          look.leaks == [], "world \(half)/\(number), \(world.sight.role): \(look.leaks)")
      }
    }
  }
}

/// One look at a world through every surface.
private struct Look {
  let world: RoleWorld
  let number: Int
  private(set) var leaks: [String] = []
  private var store: Store { world.store }

  init(world: RoleWorld, number: Int) {
    self.world = world
    self.number = number
  }

  private mutating func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
    if !holds { leaks.append(words()) }
  }

  mutating func all(_ random: inout SeededRandom) throws {
    try lists(&random)
    if number % 5 == 0 { try assessments(&random) }
    if number % 5 == 1 { try provision(&random) }
    if number % 4 == 0 { try signposts() }
    let child = Child.ID(rawValue: Int64.random(in: 1...9, using: &random))
    switch number % 4 {
    case 0: try find(child)
    case 1: try records(child)
    case 2: try writes(child)
    default: break
    }
    try undo(rounds: number % 4 == 3 ? 3 : 1)
    if number % 50 == 0 { try check() }
  }

  // MARK: - Lists

  private mutating func lists(_ random: inout SeededRandom) throws {
    var query = ListQuery(scope: .all, today: RoleWorld.today)
    query.sort = ListQuery.Sort.allCases.randomElement(using: &random) ?? .due
    if Bool.random(using: &random) {
      let child = Int.random(in: 1...8, using: &random)
      query.filter =
        [
          "fam0\(child)x", "fa", "upn0\(child)", "place0\(child % 4)x", "p", "giv0\(child)x fam",
          "salt",
        ].randomElement(using: &random) ?? ""
    }
    query.states = Int.random(in: 0..<4, using: &random) == 0 ? .needsAction : .all
    let reviews = try store.reviews(query, .start, limit: 50).rows
    for row in reviews { see(row.child, row.name, row.born, row.key.text, row.withheld) }
    for row in reviews {
      expect(world.lists(row.child.rawValue), "review of \(row.child)")
      bare(row.child, row.withheld, row.need, row.setting, row.history, row.open)
    }
    let due = try store.due(query, .start, limit: 200).rows
    for row in due {
      if let child = row.child { see(child, row.name, row.born, row.key.text, row.withheld) }
      if let signpost = row.signpost {
        expect(world.listsSignpost(signpost.id.rawValue), "signpost \(signpost.id) is due")
        told(signpost)
      } else if let promise = row.promise {
        let child = promise.child.rawValue
        expect(world.listsAssessment(of: child), "promise on \(child) is due")
        expect((promise.words == "prom0\(child)x") == seesPromise(promise), "promise on \(child)")
        expect(
          seesPromise(promise) == row.open.what(by: .england).contains("prom"),
          "its date on \(child)")
      } else if let assessment = row.assessment {
        expect(world.listsAssessment(of: assessment.child.rawValue), "due of \(assessment.id)")
        expect(row.born == nil || row.withheld == nil, "birth of \(assessment.child)")
        written(assessment, isListed: true)
      } else if let child = row.child {
        expect(world.lists(child.rawValue), "due of \(child)")
        bare(child, row.withheld, row.need, row.setting, row.history, row.open)
      }
    }
    counts(query, try store.count(of: .reviews, query), reviews.count, "reviews")
    counts(query, try store.count(of: .due, query), due.count, "due")
    if query.filter.isEmpty, query.states == .all {
      expect(try store.counts(of: .reviews, query).all == reviews.count, "review states")
      expect(try store.counts(of: .due, query).all == due.count, "due states")
      let assessed = Set(due.compactMap { $0.assessment?.child.rawValue })
      expect(assessed == openAssessments, "assessments due: \(assessed)")
      let soon = due.filter {
        guard let day = $0.open.due else { return false }
        return (0..<84).contains(day.days(since: RoleWorld.today))
      }
      expect(
        try store.workload(query).all == soon.count, "weekly load")
      for isTransfer in [true, false] {
        query.transfersOnly = isTransfer
        expect(
          try store.counts(of: .due, query).all == store.due(query, .start, limit: 200).rows.count,
          "transfers \(isTransfer) counted")
        expect(
          try store.counts(of: .reviews, query).all
            == store.reviews(query, .start, limit: 200).rows.count, "plans \(isTransfer) counted")
      }
      try people()
    }
    guard number % 3 == 0 else { return }
    let marked = try store.allRows(of: .due, query, limit: 200) ?? []
    expect(marked.allSatisfy { one in due.contains { $0.plan == one.plan } }, "all rows")
    // Window by window it is the same list.
    var stepped: [Plan.ID] = []
    var anchor = ListAnchor.start
    while true {
      let window = try store.reviews(query, anchor, limit: 3)
      stepped += window.rows.map(\.id)
      guard !window.atEnd, let last = window.rows.last else { break }
      anchor = .after(last.key)
    }
    expect(stepped == reviews.map(\.id), "windows")
  }

  /// Who has what is told to those who give cases, and of nobody they do not see.
  private mutating func people() throws {
    let colleagues = try store.colleagues(today: RoleWorld.today)
    expect(colleagues.isEmpty != world.sight.assigns, "colleagues")
    if !world.sight.assigns { expect(try store.loadByOwner(today: RoleWorld.today) == [], "load") }
    let plans = try store.settingsInUse().map(\.plans).reduce(0, +)
    let listed = (1...8).filter { world.lists($0) && world.hasSetting($0) }.count
    expect(plans == listed, "settings in use: \(plans), \(listed)")
  }

  private mutating func counts(_ query: ListQuery, _ count: Int, _ rows: Int, _ what: String) {
    expect(count == rows, "\(what) counted \(count) of \(rows), \(query.filter)")
  }

  /// Whose a row says it is.
  private mutating func see(
    _ child: Child.ID, _ name: PersonName, _ born: Day?, _ key: String, _ withheld: Withheld?
  ) {
    guard world.sight.role == .analyst else {
      expect(name.family == "Fam0\(child.rawValue)x", "another's name")
      if world.isSealed(child.rawValue) {
        expect(withheld == .restricted && born == nil, "sealed \(child)")
      }
      return
    }
    expect(name == PersonName(family: "", given: "ref \(child.rawValue)"), "name \(name)")
    expect(born == nil && key.isEmpty, "birth or key of \(child)")
  }

  /// What the detail of a row says.
  private mutating func bare(
    _ child: Child.ID, _ withheld: Withheld?, _ need: String, _ setting: String,
    _ history: PlanHistory?, _ open: OpenDeadline
  ) {
    let isSealed = world.isSealed(child.rawValue)
    let isHidden = isSealed || !world.sight.groups.contains(.education)
    expect((withheld != nil) == isHidden, "withheld of \(child)")
    if isHidden { expect(need.isEmpty && history == PlanHistory(), "education of \(child)") }
    if isSealed { expect(setting.isEmpty && open.facts.values.isEmpty, "place of \(child)") }
    guard world.sight.role == .analyst else { return }
    expect(open.facts.day("dob") == nil && history?.born == nil, "birth of \(child)")
    let notes = (history?.entered ?? []).flatMap { $0.facts.values.map(\.note) }
    expect(notes.allSatisfy(\.isEmpty), "words on \(child)")
  }

  private func seesPromise(_ promise: Promise) -> Bool {
    let isOwn =
      world.ownerOfPromise[promise.id.rawValue].flatMap { $0 } == world.sight.practitioner
    return !world.isSealed(promise.child.rawValue) && world.sight.role != .analyst
      && (isOwn || world.sight.groups.contains(.education))
  }

  private mutating func told(_ signpost: Signpost) {
    let isOwn = world.ownerOfSignpost[signpost.id.rawValue]?.owner == world.sight.practitioner
    let isHidden =
      signpost.child.map { world.isSealed($0.rawValue) } ?? false
      || world.sight.role == .analyst || !world.sight.groups.contains(.contact) && !isOwn
    if isHidden { expect(signpost.note.isEmpty, "words of signpost \(signpost.id)") }
  }

  private mutating func signposts() throws {
    let rows = try store.signposts(scope: .all, isOpen: false, after: nil, limit: 50).rows
    for row in rows {
      let id = row.signpost.id.rawValue
      expect(world.listsSignpost(id), "signpost \(id)")
      told(row.signpost)
      if world.sight.role == .analyst {
        expect(row.name.family.isEmpty, "name at signpost \(id)")
      }
    }
    expect(try store.signpostCount(scope: .all, isOpen: false) == rows.count, "signposts")
    for id in world.ownerOfSignpost.keys {
      let isThere = try store.signpost(Signpost.ID(rawValue: id), scope: .all) != nil
      expect(isThere == rows.contains { $0.signpost.id.rawValue == id }, "one signpost \(id)")
    }
  }

  // MARK: - Assessments

  /// Whose assessment stands in the lists.
  private var openAssessments: Set<Int64> {
    Set(world.assessments.filter { $0.value.isOpen && world.listsAssessment(of: $0.key) }.keys)
  }

  private mutating func assessments(_ random: inout SeededRandom) throws {
    var query = ListQuery(scope: .all, today: RoleWorld.today)
    query.sort = [.due, .name].randomElement(using: &random) ?? .due
    if Bool.random(using: &random) {
      let child = Int.random(in: 1...8, using: &random)
      query.filter =
        ["fam0\(child)x", "fa", "giv0\(child)x", "place0\(child % 4)x", "p", "clinic1", "osei"]
        .randomElement(using: &random) ?? ""
    }
    query.states = Int.random(in: 0..<4, using: &random) == 0 ? .needsAction : .all
    let rows = try store.assessments(query, .start, limit: 50).rows
    for row in rows {
      see(row.child, row.name, row.born, row.key.text, row.withheld)
      expect(world.listsAssessment(of: row.child.rawValue), "assessment of \(row.child)")
      told(row.child, row.withheld, row.steps.map(\.open))
      written(row.assessment, isListed: true)
    }
    let counts = try store.assessmentCounts(query)
    expect(counts.count(of: query.states) == rows.count, "assessments counted \(counts)")
    if query.filter.isEmpty, query.states == .all {
      expect(Set(rows.map(\.child.rawValue)) == openAssessments, "open assessments")
    }
    for desk in AdviceDesk.allCases { try advice(desk, query, &random) }
    try stepped(query, rows)
    guard let owner = world.sight.practitioner else { return }
    let own = try store.assessments(
      ListQuery(scope: .caseload(owner), today: RoleWorld.today), .start, limit: 50
    ).rows
    let mine = openAssessments.filter { world.assessments[$0]?.owner == owner }
    expect(Set(own.map(\.child.rawValue)) == mine, "caseload of assessments")
    for (child, facts) in world.assessments {
      let one = try store.assessment(.init(rawValue: facts.id), scope: .all)
      let isAllowed = world.listsAssessment(of: child) && !world.isSealed(child)
      expect((one != nil) == isAllowed, "one assessment of \(child)")
      if let one { written(one, isListed: false) }
    }
  }

  private mutating func advice(
    _ desk: AdviceDesk, _ base: ListQuery, _ random: inout SeededRandom
  ) throws {
    var query = base
    if Int.random(in: 0..<4, using: &random) == 0 { query.provider = "Clinic0" }
    let rows = try store.advice(of: desk, query, .start, limit: 50).rows
    for row in rows {
      see(row.child, row.name, row.born, row.key.text, row.withheld)
      expect(world.listsAssessment(of: row.child.rawValue), "advice of \(row.child)")
      told(row.child, row.withheld, [row.open])
      written(row.assessment, isListed: true)
      written(row.advice, of: row.child.rawValue, isListed: true)
    }
    let counts = try store.adviceCounts(of: desk, query)
    expect(counts.count(of: query.states) == rows.count, "advice counted \(counts)")
    guard query.filter.isEmpty, query.states == .all, query.provider == nil else { return }
    let services = try store.adviceByService(of: desk, scope: .all, today: RoleWorld.today)
    expect(services.map(\.open).reduce(0, +) == rows.count, "services of \(desk)")
    let told = Set(rows.map(\.advice.provider))
    expect(Set(services.map(\.provider)) == told, "providers of \(desk): \(services)")
    expect(Set(rows.map(\.child.rawValue)) == openAssessments, "advice of \(desk)")
  }

  /// Window by window, and from a child's row on, it is the same list.
  private mutating func stepped(_ query: ListQuery, _ rows: [AssessmentRow]) throws {
    var stepped: [Assessment.ID] = []
    var anchor = ListAnchor.start
    while true {
      let window = try store.assessments(query, anchor, limit: 3)
      stepped += window.rows.map(\.id)
      guard !window.atEnd, let last = window.rows.last else { break }
      anchor = .after(last.key)
    }
    expect(stepped == rows.map(\.id), "windows of assessments")
    for child in 1...8 {
      let found = try store.assessments(
        query, .child(.init(rawValue: Int64(child)), otherwise: nil),
        limit: 1)
      let isThere = rows.contains { $0.child.rawValue == Int64(child) }
      if isThere { expect(found.rows.first?.child.rawValue == Int64(child), "row of \(child)") }
      expect(
        found.rows.allSatisfy { row in rows.contains { $0.id == row.id } }, "from \(child)")
    }
  }

  /// What a row of an assessment says beside it.
  private mutating func told(
    _ child: Child.ID, _ withheld: Withheld?, _ open: [OpenDeadline]
  ) {
    let isSealed = world.isSealed(child.rawValue)
    expect(withheld == (isSealed ? .restricted : nil), "withheld assessment of \(child)")
    if isSealed { expect(open.allSatisfy(\.facts.values.isEmpty), "facts of \(child)") }
    if world.sight.role == .analyst {
      expect(open.allSatisfy { $0.facts.day("dob") == nil }, "birth beside \(child)")
    }
  }

  /// What people wrote on an assessment.
  private mutating func written(_ assessment: Assessment, isListed: Bool) {
    let child = assessment.child.rawValue
    let isAnalyst = world.sight.role == .analyst
    let notes =
      assessment.entered.values.map(\.note) + assessment.exceptions.map(\.evidence)
      + assessment.consultations.map(\.words)
    if isListed, world.isSealed(child) {
      expect(
        assessment
          == Assessment(
            id: assessment.id, child: assessment.child, version: assessment.version),
        "sealed assessment of \(child)")
      return
    }
    let isEducated = world.sight.groups.contains(.education) && !isAnalyst
    expect(notes.contains("begn0\(child)x") == isEducated, "notes on \(child)")
    if !isEducated { expect(notes.allSatisfy(\.isEmpty), "words on \(child)") }
    expect((assessment.born == nil) == isAnalyst, "birth in the assessment of \(child)")
    expect(assessment.advice.count == 5, "parts of \(child)")
    for advice in assessment.advice { written(advice, of: child, isListed: isListed) }
  }

  private mutating func written(_ advice: Advice, of child: Int64, isListed: Bool) {
    let sees = world.sight.groups.contains(advice.adviser.group)
    let isHidden = isListed && world.isSealed(child) || !sees
    let words = [
      advice.words, advice.triage?.words ?? "", advice.assignee, advice.known?.by ?? "",
    ]
    if isHidden || world.sight.role == .analyst {
      expect(words.allSatisfy(\.isEmpty), "\(advice.adviser) words on \(child)")
    }
    if isHidden {
      expect(
        advice.known == nil && advice.triage == nil && !advice.isNil && advice.quality.isEmpty,
        "\(advice.adviser) of \(child)")
    } else if advice.adviser == .socialCare {
      expect(advice.known?.result == .lookedAfter, "social care of \(child)")
    }
    let word: String? =
      switch advice.adviser {
      case .socialCare: "care"
      case .speech: "hlth"
      case .psychology: "educ"
      default: nil
      }
    guard let word, child % 2 == 1 else { return }
    expect(advice.arrived != nil, "that \(advice.adviser) is in of \(child)")
    if !isHidden, world.sight.role != .analyst {
      expect(advice.words == "\(word)0\(child)x", "\(advice.adviser) words gone of \(child)")
    }
  }

  /// Writes an assessment each way, and compares with what may be.
  private mutating func assess(_ child: Child.ID) throws {
    let id = child.rawValue
    let today = RoleWorld.today
    let before = try state(id)
    let assessment = Assessment.ID(rawValue: id)
    var mayDo = world.mayWrite(.education, of: id) && id <= 8
    let begun = try store.begin(
      AssessmentRequest(child: child, received: today), scope: .all, today: today)
    if mayDo, id == 6 {
      expect(begun == .done(count: 1), "begun \(begun)")
      _ = try store.undo()
    } else if mayDo {
      expect(
        begun == .refused(.openAlready(received: Sample.day("2026-09-01")), child: child),
        "begun \(begun)")
    } else {
      expect(begun == .refused(.noChild, child: nil), "begun of \(child): \(begun)")
    }
    func check(_ outcome: AssessmentOutcome, _ what: String) throws {
      // Told in this way even to those who may: what is closed stays.
      let isRefused = if case .refused(.gone, _) = outcome { true } else { false }
      expect(isRefused != mayDo, "\(what) on \(child): \(outcome)")
      if !mayDo { expect(try state(id) == before, "\(what) written on \(child)") }
      if case .done = outcome { _ = try store.undo() }
    }
    try check(
      store.record(
        AssessmentRecording(.representations, on: today), on: assessment, scope: .all,
        today: today), "a step that is not the authority's")
    mayDo = mayDo && world.sight.decides
    try check(
      store.record(
        AssessmentRecording(.draftServed, on: today), on: assessment, scope: .all, today: today),
      "step")
    try check(
      store.record(
        Assessment.Exception(code: RoleWorld.personal, evidence: "x", day: today), on: assessment,
        scope: .all, today: today), "exception")
    try check(
      store.consult(["Place01x"], in: assessment, on: today, scope: .all, today: today),
      "consultation")
    mayDo = world.mayWrite(.education, of: id) && id <= 8
    try check(
      store.change(
        .reached, of: Consultation.ID(rawValue: id), on: today, scope: .all, today: today),
      "reply")
    for adviser in [Adviser.socialCare, .speech, .psychology] {
      mayDo = world.mayWrite(adviser.group, of: id) && id <= 8
      try check(
        store.change(
          .assigned("x"), of: [RoleWorld.advice(adviser, of: id)], on: today, scope: .all,
          today: today), "\(adviser)")
      mayDo = mayDo || world.mayWrite(.education, of: id) && id <= 8
      try check(
        store.ask([(adviser, "y")], in: assessment, on: today, scope: .all, today: today),
        "asking \(adviser)")
    }
    // One part that may not be written takes all with it.
    let both = [RoleWorld.advice(.socialCare, of: id), RoleWorld.advice(.speech, of: id)]
    mayDo = world.mayWrite(.socialCare, of: id) && world.mayWrite(.health, of: id)
    let outcome = try store.change(.reached, of: both, on: today, scope: .all, today: today)
    if case .done = outcome {
      expect(mayDo, "both on \(child)")
      _ = try store.undo()
    } else {
      expect(try state(id) == before, "one of both written on \(child)")
    }
  }

  // MARK: - Provision

  private mutating func provision(_ random: inout SeededRandom) throws {
    for desk in AdviceDesk.allCases {
      var query = ListQuery(scope: .all, today: RoleWorld.today)
      query.sort = [.due, .name].randomElement(using: &random) ?? .due
      if Bool.random(using: &random) {
        let child = Int.random(in: 1...8, using: &random)
        query.filter =
          ["fam0\(child)x", "fa", "giv0\(child)x", "clinic1", "speech", "place", "hlin"]
          .randomElement(using: &random) ?? ""
      }
      if Int.random(in: 0..<4, using: &random) == 0 { query.provider = "Clinic0" }
      query.provision =
        Bool.random(using: &random) ? nil : ProvisionState.allCases.randomElement(using: &random)
      let rows = try store.provision(of: desk, query, .start, limit: 50).rows
      let sees = world.sight.groups.contains(desk.group)
      expect(sees || rows.isEmpty, "provision of \(desk)")
      for row in rows {
        see(row.child, row.name, row.born, row.key.text, row.withheld)
        expect(world.listsAssessment(of: row.child.rawValue), "provision of \(row.child)")
        expect(row.line.section.desk == desk, "section of \(row.child)")
        provided(row.line, isListed: true)
      }
      expect(
        try store.provisionCount(of: desk, query) == rows.count,
        "provision counted \(query.filter)")
      if query.filter.isEmpty, query.provider == nil {
        let counts = try store.provisionCounts(of: desk, query)
        expect((query.provision.map { counts[$0] } ?? counts.open) == rows.count, "states")
        if query.provision == nil {
          let children = (1...Int64(8)).filter { sees && world.listsAssessment(of: $0) }
          expect(Set(rows.map(\.child.rawValue)) == Set(children), "all provision of \(desk)")
        }
      }
      let providers = try store.provisionProviders(of: desk, scope: .all)
      let open = (1...Int64(8)).filter {
        sees && world.listsAssessment(of: $0) && !world.isSealed($0)
      }
      expect(Set(providers) == Set(open.map { "Clinic\($0 % 2)" }), "providers of \(desk)")
      let themes = try store.themes(of: desk, since: nil, scope: .all)
      let gaps = desk == .health ? open.count : 0
      expect(themes.gaps.values.reduce(0, +) == gaps, "themes of \(desk): \(themes.gaps)")
      try steppedProvision(desk, query, rows)
    }
  }

  /// Window by window, and from a child's row on, it is the same list.
  private mutating func steppedProvision(
    _ desk: AdviceDesk, _ query: ListQuery, _ rows: [ProvisionRow]
  ) throws {
    var stepped: [ProvisionLine.ID] = []
    var anchor = ListAnchor.start
    while true {
      let window = try store.provision(of: desk, query, anchor, limit: 3)
      stepped += window.rows.map(\.id)
      guard !window.atEnd, let last = window.rows.last else { break }
      anchor = .after(last.key)
    }
    expect(stepped == rows.map(\.id), "windows of provision")
    guard let row = rows.last else { return }
    let found = try store.provision(of: desk, query, .child(row.child, otherwise: nil), limit: 1)
    expect(found.rows.first?.child == row.child, "row of \(row.child)")
  }

  private mutating func provided(_ line: ProvisionLine, isListed: Bool) {
    let child = line.child.rawValue
    if isListed, world.isSealed(child) {
      expect(line == line.withheld, "sealed provision of \(child)")
      return
    }
    expect(
      line.text.words == "\(line.section.desk == .health ? "hlin" : "slin")0\(child)x",
      "words of a line of \(child)")
    if line.section == .g { expect(line.gap?.words == "hgap0\(child)x", "gap of \(child)") }
  }

  /// Writes provision each way, and compares with what may be.
  private mutating func provide(_ child: Child.ID) throws {
    let id = child.rawValue
    let today = RoleWorld.today
    let before = try state(id)
    for section in RoleWorld.sections {
      let mayDo = world.mayWrite(section.group, of: id) && id <= 8
      let line = RoleWorld.line(section, of: id)
      let seen = ProvisionLine(
        id: line, child: child,
        text: ProvisionText(
          section: section, words: "\(section.desk == .health ? "hlin" : "slin")0\(id)x",
          service: section.desk == .health ? .speech : .socialCare, provider: "Clinic\(id % 2)"))
      var text = seen.text
      text.words = "other"
      func check(_ outcome: ProvisionOutcome, _ what: String) throws {
        expect((outcome == .done(count: 1)) == mayDo, "\(what) on \(child): \(outcome)")
        if !mayDo { expect(try state(id) == before, "\(what) written on \(child)") }
        if case .done = outcome { _ = try store.undo() }
      }
      try check(
        store.add(ProvisionRequest(child: child, text: text), scope: .all, today: today), "line")
      try check(
        store.record(
          ProvisionRecording(.reviewBy, on: today), on: [line], scope: .all, today: today),
        "day")
      try check(store.correct(seen, to: text, scope: .all), "words")
      let one = try store.provisionLine(line, scope: .all)
      let isSeen =
        world.reaches(id) && !world.isSealed(id) && id <= 8
        && world.sight.groups.contains(section.group)
      expect((one != nil) == isSeen, "one line of \(child)")
    }
    // One line that may not be written takes all with it.
    let both = [RoleWorld.line(.g, of: id), RoleWorld.line(.h1, of: id)]
    let outcome = try store.record(
      ProvisionRecording(.agreed, on: today), on: both, scope: .all, today: today)
    if case .done = outcome {
      expect(
        world.mayWrite(.socialCare, of: id) && world.mayWrite(.health, of: id),
        "both lines on \(child)")
      _ = try store.undo()
    } else {
      expect(try state(id) == before, "one of both lines written on \(child)")
    }
  }

  // MARK: - One child

  private mutating func find(_ child: Child.ID) throws {
    let reach = world.sight.role.rights.reach
    for typed in ["fam0\(child.rawValue)x", "upn0\(child.rawValue)x", "fam", "fx", "famo4"] {
      for found in try store.find(typed, scope: .all, limit: 20) {
        let isAllowed = reach == .found || world.reaches(found.id.rawValue)
        expect(isAllowed, "found \(found.id) by \(typed)")
        let isSealed = world.isSealed(found.id.rawValue)
        if isSealed || reach == .found { expect(found.setting.isEmpty, "place of \(found.id)") }
        if isSealed { expect(found.born == nil && found.upn.isEmpty, "sealed \(found.id)") }
      }
    }
  }

  private mutating func records(_ child: Child.ID) throws {
    let id = child.rawValue
    let groups = world.sight.groups
    let isAllowed =
      id <= 8 && groups.contains(.identity) && !world.isSealed(id)
      && (world.sight.role.rights.reach == .found || world.reaches(id))
    let opened = try store.openRecord(of: child, scope: .all)
    expect((opened != nil) == isAllowed, "record of \(child)")
    expect(try store.record(of: child, scope: .all) == opened, "record again")
    guard let opened else { return }
    if !groups.contains(.education) {
      expect(
        opened.plans.isEmpty && opened.notes.isEmpty && opened.requests.isEmpty
          && opened.settingNames.isEmpty, "education in the record of \(child)")
    }
    if !groups.contains(.contact) {
      expect(opened.child.postcode.isEmpty, "contact in the record of \(child)")
      expect(
        opened.signposts.allSatisfy {
          world.ownerOfSignpost[$0.id.rawValue]?.owner == world.sight.practitioner
        }, "signposts in the record of \(child)")
    }
    let sections = RoleWorld.sections.filter { groups.contains($0.group) }
    expect(opened.provision.map(\.section) == sections, "provision in the record of \(child)")
    for line in opened.provision { provided(line, isListed: false) }
    expect(opened.promises.allSatisfy(seesPromise), "promises in the record of \(child)")
    if !groups.contains(.audit) {
      expect(opened.trail.allSatisfy { $0.practitioner == "K Osei" }, "trail of \(child)")
    }
    let text = number % 25 == 0 ? String(reflecting: opened) : ""
    for other in 1...8 where other != Int(id) {
      for word in [
        "Fam", "Giv", "note", "view", "sign", "prom", "UPN", "PC", "hlin", "slin", "hgap",
      ] {
        expect(
          !text.lowercased().contains("\(word.lowercased())0\(other)x"),
          "\(word) of \(other) in the record of \(child)")
      }
    }
  }

  private mutating func writes(_ child: Child.ID) throws {
    let id = child.rawValue
    try assess(child)
    try provide(child)
    let before = try state(id)
    let rights = world.sight.role.rights
    let isAllowed = world.reaches(id) && !world.isSealed(id) && id <= 8 && rights.records
    let note = try store.addNote("more", on: child, day: RoleWorld.today)
    expect(note == .done(count: isAllowed ? 1 : 0), "note on \(child): \(note)")
    try promise(child, isAllowed)
    try assign(child)
    let plan = Plan.ID(rawValue: world.planOfChild[id] ?? 99)
    _ = try store.record(
      ReviewRecording(.familyViews, on: RoleWorld.today), on: [plan], today: RoleWorld.today)
    if !isAllowed { expect(try state(id) == before, "written on \(child)") }
    let undecided = try state(id)
    _ = try store.record(
      ReviewRecording(.decided, on: RoleWorld.today, outcome: .maintain), on: [plan],
      today: RoleWorld.today)
    if !world.sight.decides { expect(try state(id) == undecided, "decided on \(child)") }
    if !rights.groups.contains(.education) {
      expect(try state(id).reviews == before.reviews, "review of \(child)")
    }
    guard let hit = try store.offerService(1) else { return }
    let told = try store.signpost(
      SignpostRecording(
        child: child, day: RoleWorld.today, manner: .readOut, consent: .notAsked, services: [hit],
        askOn: nil), scope: .all, today: RoleWorld.today)
    let mayTell =
      rights.signposts && id <= 8 && !world.isSealed(id)
      && (rights.reach == .found || world.reaches(id))
    expect((told == .done) == mayTell, "signposted \(child)")
    if told == .done { _ = try store.undo() }
  }

  private mutating func promise(_ child: Child.ID, _ isAllowed: Bool) throws {
    let today = RoleWorld.today
    let made = try store.keep(
      .make(child: child, words: "more", due: today, owner: ""), scope: .all, today: today)
    expect(made == (isAllowed ? .done : .refused(.noChild)), "promise on \(child): \(made)")
    if made == .done { _ = try store.undo() }
    let one = Promise(
      id: .init(rawValue: child.rawValue), child: child, words: "", due: today, owner: "",
      made: today, author: "", version: 1)
    let kept = try store.keep(.done(seen: one, on: today), scope: .all, today: today)
    expect(kept == (isAllowed ? .done : .refused(.noChild)), "promise kept on \(child): \(kept)")
    if kept == .done { _ = try store.undo() }
    let seen = try store.promise(one.id, scope: .all)
    let isThere =
      child.rawValue <= 8 && world.reaches(child.rawValue)
      && !world.isSealed(child.rawValue)
    expect((seen != nil) == isThere, "one promise on \(child)")
    if let seen { expect(seen.words.isEmpty != seesPromise(seen), "its words on \(child)") }
  }

  private mutating func assign(_ child: Child.ID) throws {
    let id = child.rawValue
    let mayDo = world.sight.assigns && world.reaches(id) && !world.isSealed(id) && id <= 8
    for owner in [2, 3] as [Int64] {
      let outcome = try store.keep(.assign([child], to: owner), today: RoleWorld.today)
      guard case .done(let moved, let left) = outcome else {
        expect(!mayDo || outcome == .refused(.nothing), "assigned \(child): \(outcome)")
        continue
      }
      expect(mayDo && moved == 1 && left == 0, "assigned \(child): \(outcome)")
      _ = try store.undo()
    }
    let before = try owners()
    let sealed = (1...8).filter { world.isSealed($0) }
    let outcome = try store.keep(.handOver(from: 2, to: 3), today: RoleWorld.today)
    let after = try owners()
    for child in sealed { expect(before[child] == after[child], "handed over \(child)") }
    guard case .done = outcome else {
      expect(before == after, "handed over: \(outcome)")
      return
    }
    let role = world.sight.role
    expect(world.sight.assigns, "handed over in the role of \(role)")
    _ = try store.undo()
    let undone = try owners()
    expect(undone == before, "handing over undone")
  }

  private func owners() throws -> [Int64: [String]] {
    let lines = try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT childId || ' plan ' || coalesce(ownerId, 0) FROM plan
          UNION ALL SELECT childId || ' assessment ' || coalesce(ownerId, 0) FROM assessment
          UNION ALL SELECT childId || ' promise ' || coalesce(ownerId, 0) FROM promise
          UNION ALL SELECT childId || ' signpost ' || coalesce(ownerId, 0) FROM signpost
            WHERE childId IS NOT NULL
          ORDER BY 1
          """)
    }
    return Dictionary(grouping: lines) { Int64($0.prefix { $0 != " " }) ?? 0 }
  }

  private struct State: Equatable {
    var notes: Int
    var reviews: Int
    var assessments: [String]
    var provision: [String]
  }

  private func state(_ child: Int64) throws -> State {
    try store.read { db in
      State(
        notes: try Int.fetchOne(
          db, sql: "SELECT count(*) FROM note WHERE childId = ?", arguments: [child]) ?? 0,
        reviews: try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM reviewFact JOIN review ON review.id = reviewFact.reviewId
            JOIN plan ON plan.id = review.planId WHERE plan.childId = ?
            """, arguments: [child]) ?? 0,
        assessments: try String.fetchAll(
          db,
          sql: """
            SELECT a.decision || '/' || (SELECT count(*) FROM assessmentFact WHERE assessmentId = a.id)
              || '/' || (SELECT count(*) FROM assessmentException WHERE assessmentId = a.id)
              || '/' || (SELECT group_concat(coalesce(reached, 0)) FROM consultation
                WHERE assessmentId = a.id)
              || '/' || (SELECT group_concat(assignee || coalesce(reached, 0)) FROM advice
                WHERE assessmentId = a.id)
            FROM assessment AS a WHERE childId = ? ORDER BY id
            """, arguments: [child]),
        provision: try String.fetchAll(
          db,
          sql: """
            SELECT words || '/' || coalesce(agreedOn, 0) || '/' || coalesce(reviewBy, 0) || '/' || place
            FROM provisionLine WHERE childId = ? ORDER BY id
            """, arguments: [child]))
    }
  }

  // MARK: - What was done before

  private mutating func undo(rounds: Int) throws {
    // Whatever was done above is turned round first.
    for _ in 0..<rounds {
      let next = try store.read { try UndoStack("K Osei", $0).nextToUndo }
      let children = try store.read { db in
        try Int64.fetchAll(
          db, sql: "SELECT childId FROM journalChild WHERE seq = ?", arguments: [next?.seq])
      }
      let written = try groups(of: next)
      let outcome = try store.undo()
      let isAllowed =
        children.allSatisfy { world.reaches($0) && !world.isSealed($0) }
        && written.allSatisfy(world.sight.groups.contains)
      if let next,
        ["assessment", "advice", "provision"].contains(next.original.split(separator: ".").first)
      {
        expect(!children.isEmpty, "nobody named in \(next.original)")
      }
      if world.sight.role.rights.reach != .found {
        if !isAllowed { expect(outcome == .nothingLeft, "undone on \(children)") }
      }
      if let subject = try store.lastSubject() {
        expect(
          world.reaches(subject.child.rawValue) || world.sight.role.rights.reach == .found,
          "announced \(subject.child)")
      }
      guard case .done = outcome else { break }
      _ = try store.redo()
      _ = try store.undo()
    }
    if world.sight.scope != .all { expect(try store.importToUndo() == nil, "import") }
    let summary = try store.summary()
    let reached = (1...Int64(8)).filter(world.reaches).count
    expect(
      summary.children == (world.sight.role.rights.reach == .unnamed ? 8 : reached),
      "children \(summary.children), \(reached)")
  }

  /// What an action of ``RoleWorld/act(on:_:)`` is about.
  private func groups(of entry: UndoStack.Entry?) throws -> Set<FieldGroup> {
    switch entry?.original {
    case "assessment.exception": [.education]
    case "advice.assign":
      try store.read { db in
        let images = try RowChanges.read(entry?.after ?? Data()).images
        return Set(
          try images.filter { $0.table == "advice" }.compactMap {
            try String.fetchOne(
              db, sql: "SELECT adviser FROM advice WHERE id = ?", arguments: [$0.id])
          }.compactMap { Adviser(rawValue: $0)?.group })
      }
    case "provision.agreed":
      StoredProvision.groups(of: try RowChanges.read(entry?.after ?? Data()).images)
    default: []
    }
  }

  private mutating func check() throws {
    for finding in try store.check() {
      expect(finding.child == nil, "name in a finding")
      guard finding.subject.hasPrefix("plan:") else { continue }
      let plan = Int64(finding.subject.dropFirst(5).prefix { $0.isNumber }) ?? 0
      expect(world.listsAssessment(of: plan), "finding on \(finding.subject)")
    }
  }
}
