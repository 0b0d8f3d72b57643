import Foundation
import Screens
import SENDDomain
import Storage
import Synchronization

/// The screens' services on a store: the one place where the store's answers become words.
///
/// The store is opened with the first frame or, at a first start, when the person has chosen.
final class StoreServices: Sendable {
  private let state: Mutex<Store?>
  let draftFolder: String
  private let whenOpened: @Sendable (Store) -> Void
  private let makeDemo: @Sendable (@escaping Services.ImportProgress) throws -> Store
  private let makeEmpty: @Sendable () throws -> Store
  private let importReturn:
    @Sendable (String, Store?, @escaping Services.ImportProgress) throws -> (Store, ImportReply)
  private let writeFile: @Sendable (String, String) throws -> FileReply
  private let readRules: @Sendable () -> RulesReply
  private let dictionary: @Sendable () -> OfferDictionary
  private let letters: @Sendable () -> LetterSet
  private let writeExport: @Sendable (Export, Day) -> FileReply

  /// - Parameter whenOpened: Called with each workspace that is opened, the first one too.
  init(
    store: Store?, draftFolder: String, whenOpened: @escaping @Sendable (Store) -> Void,
    makeDemo: @escaping @Sendable (@escaping Services.ImportProgress) throws -> Store,
    makeEmpty: @escaping @Sendable () throws -> Store,
    importReturn:
      @escaping @Sendable (String, Store?, @escaping Services.ImportProgress) throws -> (
        Store, ImportReply
      ),
    readRules: @escaping @Sendable () -> RulesReply,
    dictionary: @escaping @Sendable () -> OfferDictionary = { .shipped },
    letters: @escaping @Sendable () -> LetterSet = { .shipped },
    writeExport: @escaping @Sendable (Export, Day) -> FileReply = { _, _ in
      .refused(sentence: "Files cannot be written here.")
    },
    writeFile: @escaping @Sendable (String, String) throws -> FileReply = { _, _ in
      .refused(sentence: "Files cannot be written here.")
    }
  ) {
    self.dictionary = dictionary
    self.letters = letters
    self.writeExport = writeExport
    self.writeFile = writeFile
    self.readRules = readRules
    state = Mutex(store)
    self.draftFolder = draftFolder
    self.whenOpened = whenOpened
    self.makeDemo = makeDemo
    self.makeEmpty = makeEmpty
    self.importReturn = importReturn
    if let store { whenOpened(store) }
  }

  var store: Store? { state.withLock { $0 } }

  private func use(_ store: Store) {
    let isNew = state.withLock { state in
      defer { state = store }
      return state !== store
    }
    if isNew { whenOpened(store) }
  }

  /// What was being typed in the open workspace; nil while there is none.
  var draft: DraftFile? { store.map { DraftFile(folder: draftFolder, workspace: $0.placeOfOne) } }

  /// Where the person was in the open workspace; nil while there is none.
  var view: ViewFile? { store.map { ViewFile(folder: draftFolder, workspace: $0.placeOfOne) } }

  func services() -> Services {
    var services = listServices()
    services.assessments = { query, anchor, limit in
      try self.reading { try $0.assessments(query, anchor, limit: limit) }
    }
    services.advice = { desk, query, anchor, limit in
      try self.reading { try $0.advice(of: desk, query, anchor, limit: limit) }
    }
    services.assessmentFigures = { scope, today in
      try self.reading { try $0.assessmentFigures(months: 12, scope: scope, today: today) }
    }
    services.settings = { child, scope in
      try self.reading { try $0.consultable(for: child, scope: scope, limit: 2_000) }
    }
    services.lookAlikes = { child, scope in
      try self.reading { try $0.lookAlikes(of: child, scope: scope, limit: 3) }
    }
    services.provision = { desk, query, anchor, limit in
      try self.reading { try $0.provision(of: desk, query, anchor, limit: limit) }
    }
    services.keepView = { self.view?.save($0) }
    services.searchOffer = { query, today in
      try self.reading { try $0.searchOffer(query, today: today) }
    }
    services.keep = { keeping, scope, today in
      try self.reading { try $0.keep(keeping, scope: scope, today: today) }
    }
    services.draftSubject = { draft, scope in
      try self.reading { try DraftSubject(of: draft, scope: scope, in: $0) }
    }
    services.needsReason = { child, scope in
      try self.reading { try $0.needsReason(child: child, scope: scope) }
    }
    services.grantAccess = { child, reason, words, scope in
      try self.reading { try $0.grantAccess(to: child, reason, words: words, scope: scope) }
    }
    services.openHidden = { child, scope in
      try self.reading { try $0.openHidden(of: child, scope: scope) }
    }
    services.pickable = { kind, today in
      try self.reading { try $0.pickable(kind, today: today) }
    }
    services.changeCases = { change, today in
      try self.reading { ActionReply(try $0.keep(change, today: today)) }
    }
    services.setCover = { other, until, today in
      try self.reading { try $0.cover(other, until: until, today: today) }
    }
    services.noteSearch = { found in try? self.store?.noteSearch(found: found) }
    services.write = { text, path in
      try self.translating {
        let reply = try self.writeFile(text, path)
        if case .done = reply { try self.store?.noteExport("family's sheet", rows: 1) }
        return reply
      }
    }
    services.makeExport = { wish, scope, today in
      try self.reading { try $0.made(wish, from: self.letters(), scope: scope, today: today) }
    }
    services.writeExport = { export, today in
      try self.reading { store in
        // The journal says so first: nothing leaves that it does not know of.
        try store.note(export)
        return self.writeExport(export, today)
      }
    }
    services.offerTheme = { query, today in
      try self.reading { try $0.offerTheme(of: query, today: today) }
    }
    services.noteClipboard = { source in
      try self.reading { store in
        switch source {
        case .service(let id): try store.noteClipboard(service: id)
        case .asked(let id): try store.noteClipboard(entry: id)
        }
      }
    }
    services.changeOffer = { change, today in
      try self.reading { ActionReply(try change.apply(to: $0, today: today)) }
    }
    return services
  }

  private func listServices() -> Services {
    Services(
      reviews: { query, anchor, limit in
        try self.reading { try $0.reviews(query, anchor, limit: limit) }
      },
      due: { query, anchor, limit in
        try self.reading { try $0.due(query, anchor, limit: limit) }
      },
      count: { source, query in
        try self.reading { try $0.count(of: source, query) }
      },
      counts: { source, query in
        try self.reading { try $0.counts(of: source, query) }
      },
      workload: { query in try self.reading { try $0.workload(query) } },
      allRows: { source, query, limit in
        try self.reading { store in
          if case .advice(let desk) = source {
            let rows = try store.advice(of: desk, query, .start, limit: limit + 1).rows
            return rows.count > limit
              ? nil : rows.map { MarkedRow(row: $0.id.rawValue, plan: nil) }
          }
          if case .provision(let desk) = source {
            let rows = try store.provision(of: desk, query, .start, limit: limit + 1).rows
            if rows.count > limit { return nil }
            return rows.filter { $0.withheld == nil }.map {
              MarkedRow(row: $0.id.rawValue, plan: nil)
            }
          }
          return try store.allRows(
            of: source == .reviews ? .reviews : .due, query, limit: limit)?
            .map { MarkedRow(row: $0.row, plan: $0.plan) }
        }
      },
      find: { typed, scope, limit in
        try self.reading { try $0.find(typed, scope: scope, limit: limit) }
      },
      openRecord: { child, scope in
        try self.reading { try $0.openRecord(of: child, scope: scope) }
      },
      record: { child, scope in try self.reading { try $0.record(of: child, scope: scope) } },
      perform: { recording, plans, today, seen in
        try self.reading {
          ActionReply(try $0.record(recording, on: plans, today: today, seen: seen)).reached(by: $0)
        }
      },
      addNote: { text, child, day in
        try self.reading { ActionReply(try $0.addNote(text, on: child, day: day)).reached(by: $0) }
      },
      undo: { isAnswered in
        try self.reading { store in
          if !isAnswered, let words = try store.importToUndo() {
            return .asks(question: "Undo the \(words)?")
          }
          return try UndoReply(store.undo(), store, isUndo: true)
        }
      },
      redo: {
        try self.reading { try UndoReply($0.redo(), $0, isUndo: false) }
      },
      saveDraft: { self.draft?.save($0) },
      importReturn: { path, progress in
        try self.translating {
          let (store, reply) = try self.importReturn(path, self.store, progress)
          self.use(store)
          return reply
        }
      },
      begin: { beginning, progress in
        try self.translating {
          let store = try beginning == .demo ? self.makeDemo(progress) : self.makeEmpty()
          self.use(store)
          return WorkspaceFacts(store)
        }
      },
      readRules: {
        var reply = self.readRules()
        guard let store = self.store else { return reply }
        store.rules = reply.rules
        store.useOfferDictionary(self.dictionary())
        reply.mustRecompute = try self.translating { try store.needsRecomputing() }
        return reply
      },
      recompute: { progress in
        try self.reading { store in
          try store.recomputeDeadlines { done in
            progress("Computing all dates by the rules now in use: \(done.grouped) plans")
          }
          return try !store.needsRecomputing()
        }
      })
  }

  private func reading<T>(_ body: (Store) throws -> T) throws -> T {
    try translating {
      guard let store = self.store else {
        throw ServiceFailure("There is no workspace yet: choose how to begin.")
      }
      return try body(store)
    }
  }

  private func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let failure as ServiceFailure {
      throw failure
    } catch {
      let sentence = CommandFailure(error).sentence ?? "stopped; nothing was changed."
      throw ServiceFailure(sentence.prefix(1).uppercased() + sentence.dropFirst())
    }
  }
}

extension Store {
  /// The workspace as one person in one role works in it: what is typed as one is no other's.
  fileprivate var placeOfOne: String {
    sight.practitioner.map { "\(path)#\($0) \(sight.role.rawValue)" } ?? path
  }

  /// Stores what a form keeps.
  fileprivate func keep(
    _ keeping: Keeping, scope: Scope, today: Day
  ) throws -> ActionReply {
    switch keeping {
    case .signpost(let recording):
      ActionReply(try signpost(recording, scope: scope, today: today))
    case .followUp(let recording, let seen):
      ActionReply(try followUp(recording, seen: seen, scope: scope, today: today))
    case .assessment(let change):
      ActionReply(try keep(change, scope: scope, today: today))
    case .provision(let change):
      ActionReply(try keep(change, scope: scope, today: today))
    case .promise(let change):
      ActionReply(try keep(change, scope: scope, today: today))
    }
  }

  /// How many rows of a screen's list pass its filter and states.
  fileprivate func count(of source: ListSource, _ query: ListQuery) throws -> Int {
    switch source {
    case .reviews: try count(of: CountedList.reviews, query)
    case .due: try count(of: CountedList.due, query)
    case .assessments, .advice: try counts(of: source, query).count(of: query.states)
    case .provision(let desk): try provisionCount(of: desk, query)
    }
  }

  fileprivate func counts(of source: ListSource, _ query: ListQuery) throws -> StateCounts {
    switch source {
    case .reviews: try counts(of: CountedList.reviews, query)
    case .due: try counts(of: CountedList.due, query)
    case .assessments: try assessmentCounts(query)
    case .advice(let desk): try adviceCounts(of: desk, query)
    case .provision(let desk):
      StateCounts(provision: try provisionCounts(of: desk, query))
    }
  }
}

extension ActionReply {
  init(_ outcome: AssessmentOutcome) {
    switch outcome {
    case .done(let count): self = .done(count: count)
    case .refused(let problem, let child):
      self = .refused(sentence: problem.sentence, child: child)
    }
  }
}

extension ActionReply {
  init(_ outcome: ProvisionOutcome) {
    switch outcome {
    case .done(let count): self = .done(count: count)
    case .refused(let problem, let child):
      self = .refused(sentence: problem.sentence, child: child)
    }
  }
}

extension DraftSubject {
  init(of draft: Draft, scope: Scope, in store: Store) throws {
    self.init(
      record: draft.child == 0
        ? nil : try store.record(of: Child.ID(rawValue: draft.child), scope: scope),
      services: try (draft.services ?? []).compactMap { try store.offerService($0) },
      signpost: try draft.signpost.flatMap {
        try store.signpost(Signpost.ID(rawValue: $0), scope: scope)
      },
      assessment: try draft.assessment.flatMap {
        try store.assessment(Assessment.ID(rawValue: $0), scope: scope)
      },
      provision: try draft.provision?.first.flatMap {
        try store.provisionLine(ProvisionLine.ID(rawValue: $0), scope: scope)
      },
      promise: try draft.promise.flatMap {
        try store.promise(Promise.ID(rawValue: $0), scope: scope)
      }, asked: try draft.asked.flatMap { try store.directoryEntry($0) })
  }
}

extension WorkspaceFacts {
  init(_ store: Store) {
    let summary = try? store.summary()
    self.init(
      isDemo: summary?.isDemo ?? false, readOnlyBecause: store.access.screenWords,
      isEmpty: !(summary?.hasChildren ?? false), hasOffer: (try? store.hasOffer()) ?? false,
      offerSources: (try? store.offerSourceStates()) ?? [])
  }
}

extension Store.Access {
  /// Why nothing can be written; nil where it can.
  var screenWords: String? {
    if case .readOnly(let error) = self { error.screenWords } else { nil }
  }
}

extension StoreError {
  /// Why nothing can be written, in few words for a line of the screen.
  var screenWords: String {
    switch self {
    case .readOnly(_, let why):
      // A line of 80 columns holds the action's name too.
      why.replacing("the file or its folder is ", with: "")
    case .busy(_, let holder):
      holder.map { "\($0.user) has it locked (process \($0.pid))" } ?? "it is locked"
    case .corrupt: "the file is damaged; \"waymark check\" says how"
    case .disk: "the disk is full or failed"
    default: "the workspace cannot be written"
    }
  }
}

extension ActionReply {
  /// What nothing came of is outside of what may be written: it is said as if it were not there.
  func reached(by store: Store) -> ActionReply {
    guard self == .done(count: 0) else { return self }
    return .refused(
      sentence: store.sight.refusesRecording
        ?? "That is no longer here, or not yours to record: nothing was stored.", child: nil)
  }

  init(_ outcome: ActionOutcome) {
    switch outcome {
    case .done(let count): self = .done(count: count)
    case .refused(let problem, let child):
      self = .refused(sentence: problem.sentence, child: child)
    }
  }
}

extension ActionReply {
  init(_ outcome: SignpostOutcome) {
    switch outcome {
    case .done: self = .done(count: 1)
    case .refused(let problem): self = .refused(sentence: problem.sentence, child: nil)
    }
  }
}

extension UndoReply {
  init(_ outcome: UndoOutcome, _ store: Store, isUndo: Bool) throws {
    switch outcome {
    case .done(let words):
      let subject = try store.lastSubject()
      self = .done(
        words: words, name: subject?.name, child: subject?.child,
        signpost: subject == nil ? try store.lastSignpost() : nil)
    case .nothingLeft:
      self = .refused(
        sentence: isUndo
          ? "There is nothing of yours left to undo." : "There is nothing to do again.")
    case .changedSince(let words):
      self = .refused(
        sentence: "\"\(words)\" was changed since, so it is not turned round: enter what is "
          + "right instead.")
    case .importInUse(let children):
      self = .refused(
        sentence: "The import is not undone: work was entered on \(children) of its new children. "
          + "Undo that work first.")
    }
  }
}
