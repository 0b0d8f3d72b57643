/// What was read from a source of services, with everything that was wrong in it.
public struct OfferFeed: Hashable, Sendable {
  /// In the order first met, one for each id; a clash of two names under one id keeps both.
  public var services: [OfferService]
  /// The record each was read from, as its bytes, by the place of the service; for reading again
  /// with a better cleaner.
  public var raw: [[UInt8]]
  /// Records that could not be taken at all.
  public var skipped: Int
  public var problems: [OfferProblem]
  public var facts: OfferSourceFacts
  /// Whether all of the source could be read: of one that is cut short nobody knows what it no
  /// longer holds.
  public var isWhole: Bool

  public init(
    services: [OfferService] = [], raw: [[UInt8]] = [], skipped: Int = 0,
    problems: [OfferProblem] = [], facts: OfferSourceFacts = OfferSourceFacts(),
    isWhole: Bool = true
  ) {
    self.isWhole = isWhole
    self.services = services
    self.raw = raw
    self.skipped = skipped
    self.problems = problems
    self.facts = facts
  }
}

/// What a source says of itself.
public struct OfferSourceFacts: Hashable, Sendable, Codable {
  /// `ORUK 1`, `ORUK 3`, `Outpost`, `HSDS 3`, `DfE capture sheet`, `Outpost import`,
  /// `Connected Places`, `mapped CSV`, `simple CSV`; empty where nothing was read.
  public var dialect: String
  public var publisher: String
  public var licence: String

  public init(dialect: String = "", publisher: String = "", licence: String = "") {
    self.dialect = dialect
    self.publisher = publisher
    self.licence = licence
  }
}

/// One thing that is wrong in a source. Nothing in it is case data; no member of staff is named.
public struct OfferProblem: Hashable, Sendable {
  /// A stable word: `unreadable_file`, `same_id_two_services`, `no_name`.
  public var kind: String
  /// The file without its folder; empty for a whole source.
  public var file: String
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  /// The service's name or id, for people.
  public var record: String
  /// The field in the source's spelling; empty where the whole record is meant.
  public var field: String
  /// One sentence.
  public var message: String

  public init(
    kind: String, file: String, line: Int? = nil, record: String = "", field: String = "",
    message: String
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.record = record
    self.field = field
    self.message = message
  }
}
