import Foundation
import SENDDomain

@testable import Screens

/// A workspace in memory behind the screens' services: a few invented children, and the domain's
/// own rules. It does what the store does, slowly.
final class FakeWorkspace: @unchecked Sendable {
  // Each test has its own and runs all effects one after another.
  struct Entry {
    var child: Child
    var history: PlanHistory
    var setting: String
    var owner: String
    var need: String
    var notes: [Note] = []
    var trail: [TrailEntry] = []
  }

  /// All that an action changes and undo puts back.
  struct State {
    var entries: [Entry]
    var signposts: [Signpost]
    var assessments: [Assessment]
    var provision: [ProvisionLine] = []
    var promises: [Promise]
    var offer: FakeOfferHere
  }

  static let today = Day(2026, 11, 23)!  // a day of the calendar
  var entries: [Entry]
  var signposts: [Signpost] = []
  var assessments: [Assessment] = []
  var provision: [ProvisionLine] = []
  var promises: [Promise] = []
  var covers: [Cover] = []
  var undoStack: [(State, String)] = []
  var redoStack: [(State, String)] = []
  /// Files that were written, by path.
  var files: [String: String] = [:]
  var drafts: [Draft?] = []
  private var rules: [RuleID] = []
  var offer = FakeOfferHere()
  var failure: ServiceFailure?
  /// More rows than this are not marked at once; nil where the program's own limit holds.
  var mostMarks: Int?
  /// What unlocks; nil where nothing is set or what is set cannot be used.
  var passphrase: String? = LockTests.passphrase
  /// What was sent to the terminal's clipboard, as the journal has it.
  var clipboardNotes: [ClipboardSource] = []
  /// The directory of people and teams.
  var people: [DirectoryHit] = []
  /// Who could be taken for whom.
  var alike: [Child.ID: [LookAlike]] = [:]
  /// How often it was wrong before, for each time that one was tried.
  var tries: [Int] = []

  init(_ entries: [Entry]) { self.entries = entries }

  static func entry(
    _ id: Int64, _ family: String, _ given: String, born: String? = "2013-03-14",
    made: String? = "2019-03-04", meeting: String? = nil, outcome: ReviewOutcome? = nil,
    decision: String? = nil, draft: String? = nil, phaseDue: String? = nil,
    setting: String = "Elm Court", owner: String = "K Osei", need: String = "ASD",
    entered: [EnteredReview] = []
  ) -> Entry {
    let born = born.flatMap { Day($0) }
    let history = PlanHistory(
      born: born, made: made.flatMap { Day($0) }, readOn: today,
      knowledge: [.meetings, .drafts, .phaseTransfers],
      returned: PlanHistory.ReturnedReview(
        meeting: meeting.flatMap { Day($0) }, outcome: outcome,
        lastDecision: decision.flatMap { Day($0) }, draft: draft.flatMap { Day($0) }),
      phase: PlanHistory.PhaseTransfer(due: phaseDue.flatMap { Day($0) }), entered: entered)
    return Entry(
      child: Child(
        id: Child.ID(rawValue: id), name: PersonName(family: family, given: given), born: born),
      history: history, setting: setting, owner: owner, need: need)
  }

  private func reviewRows(_ query: ListQuery) -> [ReviewRow] {
    entries.compactMap { entry -> ReviewRow? in
      let open = entry.history.openDeadlines(by: .england)
      guard let first = open.first(where: { $0.kind == .statutory }) else { return nil }
      let due = entry.history.reviewDue(.england)?.due
      return ReviewRow(
        id: Plan.ID(rawValue: entry.child.id.rawValue * 10), child: entry.child.id,
        name: entry.child.name, born: entry.child.born, open: first, reviewDue: due,
        stage: entry.history.currentReview?.stage ?? .notPlanned, setting: entry.setting,
        owner: entry.owner, need: entry.need, transferDue: open.first { $0.isBefore }?.due,
        history: entry.history,
        key: ListKey(
          number: query.sort == .name
            ? 0 : (query.sort == .reviewDue ? due : first.due)?.number ?? .min,
          text: entry.child.name.listed.lowercased(), id: entry.child.id.rawValue * 10))
    }
    .filter { passes($0.name, $0.open, query) }
    .filter { isOwned($0.owner, query) && isOfRound($0.transferDue, query) }
    .sorted { FakeWorkspace.precedes($0.key, $1.key) }
  }

  private func dueRows(_ query: ListQuery) -> [DueRow] {
    (planRows(query) + signpostRows + promiseRows + assessmentDueRows)
      .filter { passes($0.name, $0.open, query) }
      .filter { isOwned($0.owner, query) && isOfRound($0.open.isBefore ? $0.open.due : nil, query) }
      .map { row in
        var row = row
        if query.sort == .triage {
          row.key.number = row.open.number(sortedBy: .triage)
        }
        return row
      }
      .sorted { FakeWorkspace.precedes($0.key, $1.key) }
  }

  private var signpostRows: [DueRow] {
    signposts.compactMap { signpost in
      guard let open = signpost.followUp else { return nil }
      let entry = entries.first { $0.child.id == signpost.child }
      let id = 1_000_000 + signpost.id.rawValue
      return DueRow(
        id: DueRow.ID(rawValue: id), subject: .signpost(signpost), child: signpost.child,
        name: entry?.child.name ?? PersonName(family: "", given: ""), born: entry?.child.born,
        open: open, setting: "", owner: signpost.author, need: "",
        key: ListKey(
          number: open.due?.number ?? .min, text: entry?.child.name.listed.lowercased() ?? "",
          id: id))
    }
  }

  private func planRows(_ query: ListQuery) -> [DueRow] {
    entries.flatMap { entry in
      entry.history.openDeadlines(by: .england).map { open in
        let id = entry.child.id.rawValue * 100 + number(of: open.rule)
        return DueRow(
          id: DueRow.ID(rawValue: id),
          subject: .plan(Plan.ID(rawValue: entry.child.id.rawValue * 10), entry.history),
          child: entry.child.id, name: entry.child.name, born: entry.child.born, open: open,
          setting: entry.setting, owner: entry.owner, need: entry.need,
          key: ListKey(
            number: query.sort == .name ? 0 : open.due?.number ?? .min,
            text: entry.child.name.listed.lowercased(), id: id))
      }
    }
  }

  /// A row is the same as long as it is of the same rule.
  private func number(of rule: RuleID) -> Int64 {
    let index = rules.firstIndex(of: rule) ?? rules.count
    if index == rules.count { rules.append(rule) }
    return Int64(index)
  }

  func passes(_ name: PersonName, _ open: OpenDeadline, _ query: ListQuery) -> Bool {
    let state = open.state(on: query.today, soonWithin: query.soonWithin)
    let fits =
      switch query.states {
      case .all: true
      case .unknown: state == .unknown
      case .late: state == .late
      case .soon: state == .soon
      case .needsAction: state != .notYet
      }
    return fits
      && (query.filter.isEmpty
        || name.listed.lowercased().contains(query.filter.lowercased()))
  }

  static func precedes(_ a: ListKey, _ b: ListKey) -> Bool {
    (a.number, a.text, a.id) < (b.number, b.text, b.id)
  }

  private func window<Row: PlanListRow>(
    _ rows: [Row], _ anchor: ListAnchor, _ limit: Int
  ) -> ListWindow<Row> {
    let range: Range<Int>
    switch anchor {
    case .start: range = 0..<min(limit, rows.count)
    case .end: range = max(0, rows.count - limit)..<rows.count
    case .after(let key):
      let start = rows.firstIndex { FakeWorkspace.precedes(key, $0.key) } ?? rows.count
      range = start..<min(start + limit, rows.count)
    case .from(let key), .row(let key):
      let start = rows.firstIndex { $0.key.id == key.id } ?? 0
      range = start..<min(start + limit, rows.count)
    case .child(let child, let otherwise):
      let start =
        rows.firstIndex { $0.childID == child }
        ?? rows.firstIndex { $0.key.id == otherwise?.id } ?? 0
      range = start..<min(start + limit, rows.count)
    case .before(let key):
      let end = rows.firstIndex { !FakeWorkspace.precedes($0.key, key) } ?? rows.count
      range = max(0, end - limit)..<end
    }
    return ListWindow(
      rows: Array(rows[range]), atStart: range.lowerBound == 0,
      atEnd: range.upperBound == rows.count)
  }

  private func opens(_ source: ListSource, _ query: ListQuery) -> [OpenDeadline] {
    switch source {
    case .reviews: reviewRows(query).map(\.open)
    case .due: dueRows(query).map(\.open)
    case .assessments: assessmentRows(query).map(\.open)
    case .advice(let desk):
      adviceRows(desk, query).map { row in
        var open = row.open
        // What has come in is neither late nor due.
        if row.advice.arrived != nil { open.due = query.today.adding(days: 365) }
        return open
      }
    case .provision(let desk): provisionRows(desk, query).map(\.open)
    }
  }

  private func counts(_ opens: [OpenDeadline], _ query: ListQuery) -> StateCounts {
    var counts = StateCounts()
    for open in opens {
      if open.isAgreed {
        switch open.state(on: query.today, soonWithin: query.soonWithin) {
        case .late: counts.agreedLate += 1
        case .soon: counts.agreedSoon += 1
        default: counts.agreedLater += 1
        }
        continue
      }
      switch open.state(on: query.today, soonWithin: query.soonWithin) {
      case .unknown: counts.unknown += 1
      case .late: counts.late += 1
      case .soon:
        counts.soon += 1
        if let due = open.due, due.days(since: query.today) <= 7 { counts.week += 1 }
      default: counts.notYet += 1
      }
    }
    return counts
  }

  private var state: State {
    get {
      State(
        entries: entries, signposts: signposts, assessments: assessments, provision: provision,
        promises: promises, offer: offer)
    }
    set {
      entries = newValue.entries
      signposts = newValue.signposts
      assessments = newValue.assessments
      provision = newValue.provision
      promises = newValue.promises
      offer = newValue.offer
    }
  }

  func change(_ words: String, _ body: (inout [Entry]) -> Void) {
    undoStack.append((state, words))
    redoStack = []
    body(&entries)
  }

  private func keep(_ keeping: Keeping, _ today: Day) -> ActionReply {
    switch keeping {
    case .assessment(let change): return keep(change, today)
    case .provision(let change): return keep(change, today)
    case .promise(let change): return keep(change, today)
    case .signpost(let recording):
      if let problem = recording.problem(today: today) {
        return .refused(sentence: problem.sentence, child: nil)
      }
      change("family signposted") { _ in }
      let id = Int64(signposts.count + 1)
      signposts.append(
        Signpost(
          id: Signpost.ID(rawValue: id), child: recording.child, day: recording.day,
          author: "K Osei", manner: recording.manner, language: recording.language,
          consent: recording.consent, note: recording.note,
          services: recording.services.enumerated().map { index, hit in
            var offered = Signpost.Offered(hit, position: index)
            offered.id = id * 10 + Int64(index)
            offered.askOn = recording.askOn
            return offered
          }, version: 1))
    case .followUp(let recording, let seen):
      if let problem = recording.problem(in: seen, today: today) {
        return .refused(sentence: problem.sentence, child: nil)
      }
      change("signposting followed up: \(recording.outcome.words)") { _ in }
      for index in signposts.indices {
        for service in signposts[index].services.indices
        where signposts[index].services[service].id == recording.offered {
          signposts[index].services[service].outcome = recording.outcome
          signposts[index].services[service].reason = recording.reason
          signposts[index].services[service].outcomeNote = recording.note
          signposts[index].services[service].outcomeDay = recording.day
          signposts[index].services[service].askOn = recording.askOn
        }
      }
    }
    return .done(count: 1)
  }

  private func perform(
    _ recording: ReviewRecording, _ plans: [Plan.ID], _ today: Day, _ seen: PlanHistory?
  ) throws -> ActionReply {
    var changed = entries
    for plan in plans {
      guard let index = changed.firstIndex(where: { $0.child.id.rawValue * 10 == plan.rawValue })
      else { continue }
      if let seen, let problem = changed[index].history.conflict(with: recording, seen: seen) {
        return .refused(sentence: problem.sentence, child: nil)
      }
      do throws(RecordingProblem) {
        let target = try changed[index].history.target(of: recording, today: today)
        changed[index].history.apply(recording, to: target)
      } catch {
        return .refused(sentence: error.sentence, child: changed[index].child.id)
      }
    }
    change(recording.step.phrase) { $0 = changed }
    return .done(count: plans.count)
  }

  /// The one child in whom they differ.
  private static func subject(_ before: [Entry], _ after: [Entry]) -> Child? {
    let changed = zip(before, after).filter {
      $0.history != $1.history || $0.notes.map(\.text) != $1.notes.map(\.text)
    }
    return changed.count == 1 ? changed[0].0.child : nil
  }

  /// The one signpost in which they differ, if it is there afterwards.
  private static func subject(_ before: [Signpost], _ after: [Signpost]) -> Signpost? {
    let changed = after.filter { !before.contains($0) }
    return changed.count == 1 ? changed[0] : nil
  }

  func record(_ child: Child.ID) -> ChildRecord? {
    guard let entry = entries.first(where: { $0.child.id == child }) else { return nil }
    let plan = Plan(
      id: Plan.ID(rawValue: child.rawValue * 10), child: child, made: entry.history.made,
      needs: entry.need.split(separator: ",").enumerated().map {
        Need(code: $1.filter { $0 != " " }, rank: $0 + 1)
      },
      placements: [
        Placement(setting: Setting(urn: "990001"), rank: 1, entered: Day(2020, 9, 1))
      ], named: [Setting(urn: "990001")])
    var record = ChildRecord(
      child: entry.child, isAbsent: false,
      plans: [
        ChildRecord.PlanRecord(
          plan: plan, history: entry.history, open: entry.history.openDeadlines(by: .england),
          setting: entry.setting, owner: entry.owner, version: 1)
      ], requests: [], notes: entry.notes,
      signposts: signposts.filter { $0.child == child }.reversed(),
      settingNames: ["urn 990001": entry.setting], trail: entry.trail)
    record.assessments = assessments.filter { $0.child == child }
    record.lookAlikes = alike[child] ?? []
    record.provision = provision.filter { $0.child == child }
    record.promises = promises.filter { $0.child == child }
    return record
  }

  var services: Services {
    let fake = self
    @Sendable func guarded<T>(_ body: () throws -> T) throws -> T {
      if let failure = fake.failure { throw failure }
      return try body()
    }
    var services = Services(
      reviews: { query, anchor, limit in
        try guarded { fake.window(fake.reviewRows(query), anchor, limit) }
      },
      due: { query, anchor, limit in
        try guarded { fake.window(fake.dueRows(query), anchor, limit) }
      },
      count: { source, query in fake.opens(source, query).count },
      counts: { source, query in
        var all = query
        all.filter = ""
        all.states = .all
        if case .provision(let desk) = source { return fake.provisionCounts(desk, query) }
        return fake.counts(fake.opens(source, all), query)
      },
      workload: { query in fake.workload(query) },
      allRows: { source, query, limit in
        if case .advice(let desk) = source {
          return fake.adviceRows(desk, query).map { MarkedRow(row: $0.id.rawValue, plan: nil) }
        }
        if case .provision(let desk) = source {
          return fake.provisionRows(desk, query).map { MarkedRow(row: $0.id.rawValue, plan: nil) }
        }
        let rows =
          source == .reviews
          ? fake.reviewRows(query).map { MarkedRow(row: $0.id.rawValue, plan: $0.id) }
          : fake.dueRows(query).compactMap { row in
            row.plan.map { MarkedRow(row: row.id.rawValue, plan: $0) }
          }
        return rows.count > fake.mostMarks ?? limit ? nil : rows
      },
      find: { typed, _, limit in
        fake.entries.filter {
          $0.child.name.listed.lowercased().contains(typed.lowercased())
        }.prefix(limit).map {
          FoundChild(
            id: $0.child.id, name: $0.child.name, born: $0.child.born, upn: "",
            setting: $0.setting, hasActivePlan: true)
        }
      },
      openRecord: { child, _ in
        if let index = fake.entries.firstIndex(where: { $0.child.id == child }) {
          fake.entries[index].trail.insert(
            TrailEntry(
              instant: 1_795_442_700_000, practitioner: "K Osei", what: "record opened"), at: 0)
        }
        return fake.record(child)
      },
      record: { child, _ in fake.record(child) },
      perform: { recording, plans, today, seen in
        try guarded { try fake.perform(recording, plans, today, seen) }
      },
      addNote: { text, child, day in
        fake.change("note added") { entries in
          guard let index = entries.firstIndex(where: { $0.child.id == child }) else { return }
          entries[index].notes.insert(
            Note(id: 1, day: day, text: text, author: "K Osei"), at: 0)
        }
        return .done(count: 1)
      },
      undo: { _ in
        guard let (state, words) = fake.undoStack.popLast() else {
          return .refused(sentence: "There is nothing left to undo.")
        }
        let child = FakeWorkspace.subject(fake.entries, state.entries)
        let signpost = FakeWorkspace.subject(fake.signposts, state.signposts)
        fake.redoStack.append((fake.state, words))
        fake.state = state
        return .done(
          words: words, name: child?.name, child: child?.id, signpost: signpost?.id)
      },
      redo: {
        guard let (state, words) = fake.redoStack.popLast() else {
          return .refused(sentence: "There is nothing to do again.")
        }
        let child = FakeWorkspace.subject(fake.entries, state.entries)
        let signpost = FakeWorkspace.subject(fake.signposts, state.signposts)
        fake.undoStack.append((fake.state, words))
        fake.state = state
        return .done(
          words: words, name: child?.name, child: child?.id, signpost: signpost?.id)
      },
      saveDraft: { fake.drafts.append($0) },
      importReturn: { _, _ in
        ImportReply(added: 3, changed: 0, unchanged: 0, problems: 2, kinds: ["unknown_code"])
      },
      begin: { beginning, _ in WorkspaceFacts(isDemo: beginning == .demo) },
      readRules: { RulesReply(rules: .england) }, recompute: { _ in true })
    services.assessmentFigures = { _, today in
      var months = AssessmentFigures.months(12, through: today)
      for index in months.indices {
        for assessment in fake.assessments { months[index].count(assessment, by: .england) }
      }
      return months
    }
    services.settings = { _, _ in
      ["Elm Court", "Larkmoor Secondary", "Quayside FE", "St Jude's Primary"]
    }
    services.lookAlikes = { child, _ in try guarded { fake.alike[child] ?? [] } }
    services.assessments = { query, anchor, limit in
      try guarded { fake.window(fake.assessmentRows(query), anchor, limit) }
    }
    services.advice = { desk, query, anchor, limit in
      try guarded { fake.window(fake.adviceRows(desk, query), anchor, limit) }
    }
    services.provision = { desk, query, anchor, limit in
      try guarded { fake.window(fake.provisionRows(desk, query), anchor, limit) }
    }
    services.lock = lock
    services.pickable = { kind, _ in fake.pickable(kind) }
    services.changeCases = { change, _ in fake.change(change) }
    services.setCover = { other, until, _ in
      fake.covers =
        until.map {
          [Cover(practitioner: other, name: FakeWorkspace.people[Int(other) - 1], until: $0)]
        } ?? []
      return .done(fake.covers)
    }
    services.searchOffer = { query, _ in
      try guarded {
        var results = FakeOffer.search(query, fake.offer)
        if query.offset == 0 {
          results.people = FakeDirectory.search(query, in: fake.people).map(fake.offer.asked)
        }
        return results
      }
    }
    services.keep = { keeping, _, today in try guarded { fake.keep(keeping, today) } }
    services.draftSubject = { draft, _ in
      DraftSubject(
        record: fake.record(Child.ID(rawValue: draft.child)),
        services: (draft.services ?? []).compactMap { id in
          FakeOffer.search(OfferQuery(limit: 100), fake.offer).hits.first { $0.id == id }
        }, signpost: fake.signposts.first { $0.id.rawValue == draft.signpost },
        promise: fake.promises.first { $0.id.rawValue == draft.promise },
        asked: fake.people.first { $0.id == draft.asked }.map(fake.offer.asked))
    }
    services.write = { text, path in
      if fake.files[path] != nil { return .refused(sentence: "\(path) is there already.") }
      fake.files[path] = text
      return .done(path: "/home/k/" + path)
    }
    services.makeExport = { wish, _, today in try guarded { fake.made(wish, today) } }
    services.writeExport = { export, _ in try guarded { fake.write(export) } }
    services.offerTheme = { query, _ in try guarded { fake.offer.theme(query) } }
    services.noteClipboard = { source in fake.clipboardNotes.append(source) }
    services.changeOffer = { change, today in
      try guarded {
        if case .keepGap = change {} else { fake.change("service changed") { _ in } }
        return fake.offer.change(change, today)
      }
    }
    return services
  }

  private var lock: LockServices {
    let fake = self
    return LockServices(
      unlock: { secret, tries in
        fake.tries.append(tries)
        guard let passphrase = fake.passphrase else { return .unusable("its file is damaged") }
        return secret.text == passphrase ? .unlocked : .wrong
      },
      change: { current, new in
        if let passphrase = fake.passphrase, passphrase != current.text { return .wrong }
        fake.passphrase = new?.text
        return .changed(isSet: new != nil)
      }, note: { _ in })
  }
}
