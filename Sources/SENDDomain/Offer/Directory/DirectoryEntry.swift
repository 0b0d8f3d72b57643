/// Whom to ask: a person or a team of the local area, as its directory gives them. Plain text;
/// what the directory does not say is empty, and said to be not stated.
public struct DirectoryEntry: Hashable, Sendable {
  /// The directory's own number for it; empty where it has none.
  public var sourceID: String
  /// The team, service or post: `Short breaks duty line`.
  public var name: String
  /// What the person is there: `Designated Social Care Officer (DSCO)`.
  public var role: String
  /// The person's name; empty for a team or a post that is not filled.
  public var person: String
  /// What to ask about, one thing each.
  public var topics: [String]
  /// The area or the settings covered.
  public var areas: [String]
  public var phones: [OfferPhone]
  public var emails: [String]
  /// Office hours or duty times, in the directory's words.
  public var hours: String
  public var note: String
  /// The day somebody last made sure of it; nil where that is not known.
  public var checked: Day?

  public init(
    sourceID: String = "", name: String = "", role: String = "", person: String = "",
    topics: [String] = [], areas: [String] = [], phones: [OfferPhone] = [], emails: [String] = [],
    hours: String = "", note: String = "", checked: Day? = nil
  ) {
    self.sourceID = sourceID
    self.name = name
    self.role = role
    self.person = person
    self.topics = topics
    self.areas = areas
    self.phones = phones
    self.emails = emails
    self.hours = hours
    self.note = note
    self.checked = checked
  }
}

/// An entry of the directory as it is found or listed.
public struct DirectoryHit: Hashable, Sendable {
  public var id: Int64
  public var entry: DirectoryEntry
  /// The greater the likelier; comparable within one search only.
  public var score: Double
  /// One for each word or phrase of the query that was found.
  public var reasons: [OfferReason]
  /// The day the directory was first read without it.
  public var notSeenOn: Day?
  /// What was said to be wrong with it and still stands, oldest first.
  public var reports: [DirectoryReport]

  public init(
    id: Int64, entry: DirectoryEntry, score: Double = 0, reasons: [OfferReason] = [],
    notSeenOn: Day? = nil, reports: [DirectoryReport] = []
  ) {
    self.id = id
    self.entry = entry
    self.score = score
    self.reasons = reasons
    self.notSeenOn = notSeenOn
    self.reports = reports
  }
}

/// What was read from a directory, with everything that was wrong in it.
public struct DirectoryFeed: Hashable, Sendable {
  /// In the order of the file.
  public var entries: [DirectoryEntry]
  /// Rows that could not be taken.
  public var skipped: Int
  public var problems: [OfferProblem]

  public init(entries: [DirectoryEntry] = [], skipped: Int = 0, problems: [OfferProblem] = []) {
    self.entries = entries
    self.skipped = skipped
    self.problems = problems
  }
}
