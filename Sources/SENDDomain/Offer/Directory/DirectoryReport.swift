/// What somebody says is wrong with an entry of the directory.
public enum DirectoryReportReason: String, Hashable, Sendable, CaseIterable {
  case wrongNumber = "wrong_number"
  case gone
  case otherPerson = "other_person"
  case wrongDetails = "wrong_details"
  case other

  public var words: String {
    switch self {
    case .wrongNumber: "wrong phone or e-mail"
    case .gone: "no longer there"
    case .otherPerson: "another person now"
    case .wrongDetails: "wrong details"
    case .other: "something else"
    }
  }
}

/// An entry of the directory that somebody said was wrong, with the entry as it was then.
public struct DirectoryReport: Hashable, Sendable {
  public var id: Int64
  /// Of the directory.
  public var entry: Int64
  public var reason: DirectoryReportReason
  /// In the person's words; empty where there are none.
  public var note: String
  public var title: String
  /// The name and the team; empty where there is neither.
  public var who: String
  public var source: String
  /// The entry's number in its source; empty where it has none.
  public var sourceID: String
  public var day: Day
  public var author: String

  public init(
    id: Int64, entry: Int64, reason: DirectoryReportReason, note: String = "", title: String,
    who: String = "", source: String, sourceID: String, day: Day, author: String
  ) {
    self.id = id
    self.entry = entry
    self.reason = reason
    self.note = note
    self.title = title
    self.who = who
    self.source = source
    self.sourceID = sourceID
    self.day = day
    self.author = author
  }

  /// What the entry says of it.
  ///
  /// - Parameter hidesNote: Names are hidden: what somebody wrote may hold one.
  public func sentence(on today: Day, hidesNote: Bool = false) -> String {
    "Reported wrong on \(day.short(in: today)): \(reason.words)"
      + (note.isEmpty ? "" : hidesNote ? ", (hidden)" : ", \"\(note)\"") + " (\(author))."
  }
}
