/// One child as a SEN2 person-level return gives them, with every request below.
///
/// Codes are kept as given (trimmed, in capitals), known or not. A day that could not be read is
/// nil, and was reported as a problem. Days after the day of reading are kept: which are usable
/// is decided where they are used.
///
/// - Source: DfE SEN2 person-level collection, versions 1.1 to 1.3.
public struct ReturnedChild: Hashable, Sendable {
  public var familyName = ""
  public var givenName = ""
  public var born: Day?
  /// ``CodeSet/sex`` from version 1.2, ``CodeSet/gender`` before.
  public var sex = ""
  /// ``CodeSet/ethnicity``.
  public var ethnicity = ""
  public var postcode = ""
  /// As given: it may fail ``UPN/check(_:)``.
  public var upn = ""
  public var uln = ""
  /// ``CodeSet/upnUnknown``.
  public var upnUnknown = ""
  /// In the order of the file.
  public var requests: [ReturnedRequest] = []

  public init() {}
}

/// A request for an assessment and all that followed it.
public struct ReturnedRequest: Hashable, Sendable {
  /// The day the authority received it.
  public var received: Day?
  /// ``CodeSet/requestSource``.
  public var source = ""
  /// Whether the young person was in relevant youth accommodation.
  public var relevantYouthAccommodation: Bool?
  public var outcomeDay: Day?
  /// ``CodeSet/requestOutcome``.
  public var outcome = ""
  public var mediation: Bool?
  public var tribunal: Bool?
  /// The authority the child moved to before the assessment ended.
  public var exportedTo = ""
  /// Nil where the request led to none.
  public var assessment: ReturnedAssessment?
  /// Under the assessment in the file; one request leads to at most one.
  public var plan: ReturnedPlan?
  /// Nil where the plan ended before the return's year, or there is none.
  public var active: ReturnedActivePlan?

  public init() {}

  /// A plan stands when it has no cease day; an active-plans row without a named plan is one
  /// whose start is unknown.
  public var standing: Standing {
    switch (plan, active) {
    case (nil, nil): .noPlan
    case (let plan?, _): plan.ceased == nil && !plan.ceasedUnreadably ? .active : .ceased
    case (nil, .some): .active
    }
  }

  /// What a request led to, as the return tells it.
  public enum Standing: Sendable { case noPlan, active, ceased }
}

/// The assessment that a request led to.
public struct ReturnedAssessment: Hashable, Sendable {
  /// ``CodeSet/assessmentOutcome``.
  public var outcome = ""
  public var outcomeDay: Day?
  public var mediation: Bool?
  public var tribunal: Bool?
  public var otherMediation: Bool?
  public var otherTribunal: Bool?
  /// A permitted exception to the twenty weeks applies.
  public var exceptionTo20Weeks: Bool?

  public init() {}
}

/// The plan's own row: what it says, when it began and ended.
public struct ReturnedPlan: Hashable, Sendable {
  /// The day the plan was made; for one from another authority its original day.
  public var start: Day?
  /// ``CodeSet/residential`` as the plan names it; the placement has its own.
  public var residential = ""
  /// ``CodeSet/workBased``.
  public var workBased = ""
  public var personalBudget: Bool?
  public var organisedArrangements: Bool?
  /// ``CodeSet/directPayments``.
  public var directPayments = ""
  /// The day it ended; nil while it stands.
  public var ceased: Day?
  /// A cease day was given and could not be read: the plan has ended, nobody knows when.
  public var ceasedUnreadably = false
  /// ``CodeSet/ceaseReason``.
  public var ceaseReason = ""
  /// The settings named in section I; none is a finding of the reader.
  public var named: [ReturnedNamedSetting] = []

  public init() {}
}

/// A setting that the plan names in section I.
public struct ReturnedNamedSetting: Hashable, Sendable {
  public var setting = Setting()
  /// 1 primary, 2 secondary; nil where the return has none.
  public var rank: Int?
  public var isSENUnit: Bool?
  public var isResourcedProvision: Bool?

  public init() {}
}

/// Reviews, placements and needs of a plan; kept in a return for plans that ended in the year.
public struct ReturnedActivePlan: Hashable, Sendable {
  /// The authority the plan came from in the year.
  public var transferredFrom = ""
  /// The day of the latest review meeting, from version 1.2.
  public var reviewMeeting: Day?
  /// ``CodeSet/reviewOutcome``; of the latest meeting only where the decision follows it.
  public var reviewOutcome = ""
  /// The day the draft amended plan was issued, from version 1.3.
  public var reviewDraft: Day?
  /// The day a phase transfer's final plan is due, from version 1.3.
  public var phaseTransferDue: Day?
  /// The day that plan was sent.
  public var phaseTransferFinal: Day?
  /// The day the authority wrote with its decision; not the meeting.
  public var lastReview: Day?
  public var placements: [Placement] = []
  public var needs: [Need] = []

  public init() {}
}

/// What a return says of itself, and which columns it has.
public struct ReturnHeader: Hashable, Sendable {
  /// By the columns there are, not by what the file calls itself.
  public enum Version: String, Comparable, Sendable {
    case before1_2 = "1.1"
    case v1_2 = "1.2"
    case v1_3 = "1.3"

    public static func < (a: Version, b: Version) -> Bool { a.rawValue < b.rawValue }
  }

  /// The local authority's number: 208.
  public var authority: String
  /// The return's year; its census is in January of it.
  public var year: Int?
  /// The census day; it may lie ahead of the day the file was made.
  public var referenceDay: Day?
  /// The day the file was made, by which it is newer or older than what a person entered.
  public var madeOn: Day?
  public var version: Version
  /// The columns that the version has.
  public var knowledge: PlanHistory.Knowledge

  public init(
    authority: String = "", year: Int? = nil, referenceDay: Day? = nil, madeOn: Day? = nil,
    version: Version = .v1_3,
    knowledge: PlanHistory.Knowledge = [.meetings, .drafts, .phaseTransfers]
  ) {
    self.authority = authority
    self.year = year
    self.referenceDay = referenceDay
    self.madeOn = madeOn
    self.version = version
    self.knowledge = knowledge
  }
}

/// Something a return has wrong, placed where it stands. The record is kept wherever it can be.
public struct ImportProblem: Hashable, Sendable {
  /// A stable word: `unknown_code`, `orphan_row`.
  public var kind: String
  /// The file's name without its folder.
  public var file: String
  /// From 1, of the record's first line; nil where the whole file is meant.
  public var line: Int?
  /// From 1, of the cell's first character; nil where the whole row is meant.
  public var column: Int?
  /// The column's or element's name.
  public var field: String?
  /// A sentence that says what would be right. Holds no name, birth date or other value that
  /// identifies a child.
  public var message: String

  public init(
    kind: String, file: String, line: Int? = nil, column: Int? = nil, field: String? = nil,
    message: String
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.message = message
  }
}
