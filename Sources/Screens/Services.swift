import SENDDomain

/// Everything the screens reach outside themselves: closures that the program fills in.
///
/// All of them may be called from a background thread and may take time; none draws. What they
/// throw is a ``ServiceFailure``, already in words.
package struct Services: Sendable {
  package var reviews: @Sendable (ListQuery, ListAnchor, Int) throws -> ListWindow<ReviewRow>
  package var due: @Sendable (ListQuery, ListAnchor, Int) throws -> ListWindow<DueRow>
  package var assessments:
    @Sendable (ListQuery, ListAnchor, Int) throws -> ListWindow<AssessmentRow> = { _, _, _ in
      ListWindow(rows: [], atStart: true, atEnd: true)
    }
  package var advice:
    @Sendable (AdviceDesk, ListQuery, ListAnchor, Int) throws -> ListWindow<AdviceRow> = {
      _, _, _, _ in ListWindow(rows: [], atStart: true, atEnd: true)
    }
  package var provision:
    @Sendable (AdviceDesk, ListQuery, ListAnchor, Int) throws -> ListWindow<ProvisionRow> = {
      _, _, _, _ in ListWindow(rows: [], atStart: true, atEnd: true)
    }
  package var count: @Sendable (ListSource, ListQuery) throws -> Int
  package var counts: @Sendable (ListSource, ListQuery) throws -> StateCounts
  /// What falls due in the days to come, and the open phase transfers.
  package var workload: @Sendable (ListQuery) throws -> Workload
  /// What one may be chosen from.
  package var pickable: @Sendable (PickKind, Day) throws -> [PickRow] = { _, _ in [] }
  /// Changes who has which cases.
  package var changeCases: @Sendable (CaseChange, Day) throws -> ActionReply = { _, _ in
    throw ServiceFailure("Cases cannot be given to others here.")
  }
  /// Begins to stand in for a colleague until a day, or with nil ends it; gives whom one stands in
  /// for now, or why not.
  package var setCover: @Sendable (Int64, Day?, Day) throws -> CoverReply = { _, _, _ in
    .refused(sentence: "Nobody can be covered for here.")
  }
  /// Of each of the last twelve months.
  package var assessmentFigures: @Sendable (Scope, Day) throws -> [AssessmentFigures] = { _, _ in []
  }
  /// Every row of a list with its plan, at most so many; nil where there are more.
  package var allRows: @Sendable (ListSource, ListQuery, Int) throws -> [MarkedRow]?
  package var find: @Sendable (String, Scope, Int) throws -> [FoundChild]
  /// Children who could be taken for this one, at most a few.
  package var lookAlikes: @Sendable (Child.ID, Scope) throws -> [LookAlike] = { _, _ in [] }
  /// Names of settings that can be consulted for a child, the likeliest first.
  package var settings: @Sendable (Child.ID, Scope) throws -> [String] = { _, _ in [] }
  /// Writes the journal's "opened" entry before it returns the record.
  package var openRecord: @Sendable (Child.ID, Scope) throws -> ChildRecord?
  package var record: @Sendable (Child.ID, Scope) throws -> ChildRecord?
  /// Whether the record is restricted and not open to whoever works.
  package var needsReason: @Sendable (Child.ID, Scope) throws -> Bool = { _, _ in false }
  /// Opens a restricted record for an hour; false where it cannot be reached.
  package var grantAccess:
    @Sendable (Child.ID, RestrictedAccess.Reason, String, Scope) throws -> Bool = { _, _, _, _ in
      true
    }
  /// The record with what is hidden in the role until it is opened; the journal says so first.
  package var openHidden: @Sendable (Child.ID, Scope) throws -> ChildRecord? = { _, _ in nil }
  /// Notes that a search by name returned so many.
  package var noteSearch: @Sendable (Int) -> Void = { _ in }
  /// With the one plan's history as it was seen, by which a clash with others is noticed.
  package var perform:
    @Sendable (ReviewRecording, [Plan.ID], Day, PlanHistory?) throws -> ActionReply
  package var addNote: @Sendable (String, Child.ID, Day) throws -> ActionReply
  /// Stores what is about something else than a plan or a note.
  package var keep: @Sendable (Keeping, Scope, Day) throws -> ActionReply = { _, _, _ in
    throw ServiceFailure("That cannot be kept here.")
  }
  /// Writes a new file that only its owner can read, and gives its whole path.
  package var write: @Sendable (String, String) throws -> FileReply = { _, _ in
    .refused(sentence: "Files cannot be written here.")
  }
  /// Makes letters, lists or a chronology to be read first; writes nothing and notes nothing.
  package var makeExport: @Sendable (ExportWish, Scope, Day) throws -> ExportReply = { _, _, _ in
    .refused(sentence: "Letters cannot be made here.")
  }
  /// Writes what was made to new files that only their owner can read, once the journal says so; gives
  /// the whole path of the file, or of the folder of several.
  package var writeExport: @Sendable (Export, Day) throws -> FileReply = { _, _ in
    .refused(sentence: "Files cannot be written here.")
  }
  /// Whom and what a draft was about, as it stands now.
  package var draftSubject: @Sendable (Draft, Scope) throws -> DraftSubject = { _, _ in
    DraftSubject()
  }
  /// Has the journal say that a contact was sent to the terminal's clipboard; not what was sent.
  package var noteClipboard: @Sendable (ClipboardSource) throws -> Void = { _ in }
  /// Undoing an import is asked about first, unless it is already answered.
  package var undo: @Sendable (_ isAnswered: Bool) throws -> UndoReply
  package var redo: @Sendable () throws -> UndoReply
  /// Stores what is being typed, or with nil forgets it.
  package var saveDraft: @Sendable (Draft?) -> Void
  /// Stores where the person is.
  package var keepView: @Sendable (SavedView) -> Void = { _ in }
  /// Imports a return; reports parts of the work and stops where it answers false.
  package var importReturn: @Sendable (String, @escaping ImportProgress) throws -> ImportReply
  /// Makes the demo borough or an empty workspace and opens it.
  package var begin: @Sendable (Beginning, @escaping ImportProgress) throws -> WorkspaceFacts

  /// Reads the rule and calendar files; everything is computed by them from then on.
  package var readRules: @Sendable () throws -> RulesReply
  /// Computes the stored dates anew; false where `progress` stopped it.
  package var recompute: @Sendable (@escaping ImportProgress) throws -> Bool

  /// Services of the Local Offer that answer a query on a day. Stores nothing of it.
  package var searchOffer: @Sendable (OfferQuery, Day) throws -> OfferResults = { _, _ in
    OfferResults()
  }

  /// What would be kept of a search that found nothing; stores nothing.
  package var offerTheme: @Sendable (OfferQuery, Day) throws -> OfferTheme = { _, _ in OfferTheme()
  }
  /// `done(count: 0)` where it stands like that already.
  package var changeOffer: @Sendable (OfferChange, Day) throws -> ActionReply = { _, _ in
    .done(count: 0)
  }

  /// The lock's passphrase.
  package var lock = LockServices.none

  package typealias ImportProgress = @Sendable (String) -> Bool

  package init(
    reviews: @escaping @Sendable (ListQuery, ListAnchor, Int) throws -> ListWindow<ReviewRow>,
    due: @escaping @Sendable (ListQuery, ListAnchor, Int) throws -> ListWindow<DueRow>,
    count: @escaping @Sendable (ListSource, ListQuery) throws -> Int,
    counts: @escaping @Sendable (ListSource, ListQuery) throws -> StateCounts,
    workload: @escaping @Sendable (ListQuery) throws -> Workload,
    allRows: @escaping @Sendable (ListSource, ListQuery, Int) throws -> [MarkedRow]?,
    find: @escaping @Sendable (String, Scope, Int) throws -> [FoundChild],
    openRecord: @escaping @Sendable (Child.ID, Scope) throws -> ChildRecord?,
    record: @escaping @Sendable (Child.ID, Scope) throws -> ChildRecord?,
    perform:
      @escaping @Sendable (ReviewRecording, [Plan.ID], Day, PlanHistory?) throws -> ActionReply,
    addNote: @escaping @Sendable (String, Child.ID, Day) throws -> ActionReply,
    undo: @escaping @Sendable (Bool) throws -> UndoReply,
    redo: @escaping @Sendable () throws -> UndoReply,
    saveDraft: @escaping @Sendable (Draft?) -> Void,
    importReturn: @escaping @Sendable (String, @escaping ImportProgress) throws -> ImportReply,
    begin: @escaping @Sendable (Beginning, @escaping ImportProgress) throws -> WorkspaceFacts,
    readRules: @escaping @Sendable () throws -> RulesReply,
    recompute: @escaping @Sendable (@escaping ImportProgress) throws -> Bool
  ) {
    self.reviews = reviews
    self.due = due
    self.count = count
    self.counts = counts
    self.workload = workload
    self.allRows = allRows
    self.find = find
    self.openRecord = openRecord
    self.record = record
    self.perform = perform
    self.addNote = addNote
    self.undo = undo
    self.redo = redo
    self.saveDraft = saveDraft
    self.importReturn = importReturn
    self.begin = begin
    self.readRules = readRules
    self.recompute = recompute
  }
}

/// A row of a list that is marked, with the plan that an action on it is for.
package struct MarkedRow: Hashable, Sendable {
  package var row: Int64
  /// Nil where the row is not a plan's.
  package var plan: Plan.ID?

  package init(row: Int64, plan: Plan.ID?) {
    self.row = row
    self.plan = plan
  }
}

/// Something that a form keeps besides steps of reviews and notes.
package enum Keeping: Hashable, Sendable {
  case signpost(SignpostRecording)
  /// With the signpost as it was seen, by which a clash with others is noticed.
  case followUp(FollowUpRecording, seen: Signpost)
  case assessment(AssessmentChange)
  case provision(ProvisionChange)
  case promise(PromiseChange)
}

/// What a form that was left is about.
package struct DraftSubject: Hashable, Sendable {
  /// Nil where no child is named, or the child is no longer there.
  package var record: ChildRecord?
  package var services: [OfferHit]
  package var signpost: Signpost?
  package var assessment: Assessment?
  package var provision: ProvisionLine?
  package var promise: Promise?
  /// Whom to ask, of the directory.
  package var asked: DirectoryHit?

  package init(
    record: ChildRecord? = nil, services: [OfferHit] = [], signpost: Signpost? = nil,
    assessment: Assessment? = nil, provision: ProvisionLine? = nil, promise: Promise? = nil,
    asked: DirectoryHit? = nil
  ) {
    self.provision = provision
    self.promise = promise
    self.record = record
    self.services = services
    self.signpost = signpost
    self.assessment = assessment
    self.asked = asked
  }
}

/// Which list a window or count is of.
package enum ListSource: Hashable, Sendable {
  case reviews, due, assessments
  case advice(AdviceDesk)
  case provision(AdviceDesk)
}

/// Something the world refused, in a sentence that says what to do next.
package struct ServiceFailure: Error, Hashable, Sendable {
  package var sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}

/// What a recording came to.
package enum ActionReply: Hashable, Sendable {
  case done(count: Int)
  /// Refused, with what would be right; the child it was refused for, where there are several.
  case refused(sentence: String, child: Child.ID?)
}

/// What beginning or ending cover came to.
package enum CoverReply: Hashable, Sendable {
  /// Whom one stands in for now.
  case done([Cover])
  case refused(sentence: String)
}

/// What one is chosen from.
package enum PickKind: Hashable, Sendable {
  /// Whom cases may be given to.
  case colleagues
  /// The same, and the teams that they are in.
  case people
  case settings
  /// What each person's cases hold.
  case loads
}

/// One line to choose.
package struct PickRow: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case person(Int64)
    case team([Int64])
    case setting(String)
  }

  package var value: Value
  package var label: String
  package var hint: String

  package init(_ value: Value, _ label: String, hint: String = "") {
    self.value = value
    self.label = label
    self.hint = hint
  }
}

/// What writing a file came to.
package enum FileReply: Hashable, Sendable {
  /// With its whole path.
  case done(path: String)
  case refused(sentence: String)
}

/// What undo or redo came to.
package enum UndoReply: Hashable, Sendable {
  /// With the child it was about, where it was one; else with the signpost, which names none.
  case done(
    words: String, name: PersonName?, child: Child.ID? = nil, signpost: Signpost.ID? = nil)
  /// So much would be turned round that the person is asked first.
  case asks(question: String)
  case refused(sentence: String)
}

/// What an import came to.
package struct ImportReply: Hashable, Sendable {
  package var added: Int
  package var changed: Int
  package var unchanged: Int
  package var problems: Int
  /// Problems by kind, the most frequent first.
  package var kinds: [String]
  /// The first problems, each with its place and what would be right.
  package var lines: [String]

  package init(
    added: Int, changed: Int, unchanged: Int, problems: Int, kinds: [String], lines: [String] = []
  ) {
    self.lines = lines
    self.added = added
    self.changed = changed
    self.unchanged = unchanged
    self.problems = problems
    self.kinds = kinds
  }
}

/// What the rule and calendar files say.
package struct RulesReply: Sendable {
  package var rules: RuleBook
  /// What in the files does not hold, each with its place; there the built-in copy stands in.
  package var problems: [String]
  /// The stored dates were made by other rules.
  package var mustRecompute: Bool

  package init(rules: RuleBook, problems: [String] = [], mustRecompute: Bool = false) {
    self.rules = rules
    self.problems = problems
    self.mustRecompute = mustRecompute
  }
}

/// What the first start offers.
package enum Beginning: Hashable, Sendable { case demo, empty }

/// What the frame says of the workspace that is open.
package struct WorkspaceFacts: Hashable, Sendable {
  package var isDemo: Bool
  /// Why nothing can be written; nil where it can.
  package var readOnlyBecause: String?
  /// Whether there is any child in it.
  package var isEmpty: Bool
  /// Whether any source of the Local Offer was ever read.
  package var hasOffer: Bool
  /// The Local Offer's sources, with the days of the copies in use.
  package var offerSources: [OfferSourceState]

  package init(
    isDemo: Bool = false, readOnlyBecause: String? = nil, isEmpty: Bool = false,
    hasOffer: Bool = false, offerSources: [OfferSourceState] = []
  ) {
    self.offerSources = offerSources
    self.hasOffer = hasOffer
    self.isDemo = isDemo
    self.readOnlyBecause = readOnlyBecause
    self.isEmpty = isEmpty
  }
}

/// A form as it was typed, kept outside the workspace until it is saved or given up.
package struct Draft: Codable, Hashable, Sendable {
  /// What was being recorded: an action's name.
  package var action: String
  /// 0 where no child is named.
  package var child: Int64
  package var plans: [Int64]
  /// Of the Local Offer, in the order they were chosen.
  package var services: [Int64]?
  package var signpost: Int64?
  package var assessment: Int64?
  package var promise: Int64?
  package var advice: [Int64]?
  /// Lines of provision.
  package var provision: [Int64]?
  /// The entry of the directory.
  package var asked: Int64?
  package var values: [String: String]
  package init(action: String, child: Int64, plans: [Int64], values: [String: String]) {
    self.action = action
    self.child = child
    self.plans = plans
    self.values = values
  }
}
