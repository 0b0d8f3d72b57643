/// What people here say of a service, beside what its source says.
public struct OfferLocal: Hashable, Sendable {
  /// Who did something, and when.
  public struct Signature: Hashable, Sendable {
    public var day: Day
    public var author: String

    public init(_ day: Day, _ author: String) {
      self.day = day
      self.author = author
    }
  }

  /// Who added it by hand; nil where a source brought it.
  public var entered: Signature?
  /// In the order of ``OfferEntryField/allCases``.
  public var corrections: [OfferCorrection]
  /// When its details were confirmed last, on the phone or at the place.
  public var confirmed: Signature?
  /// Those that still stand, oldest first.
  public var reports: [OfferReport]
  /// Who agreed that it is left out of results, for its source no longer holds it.
  public var retired: Signature?

  public init(
    entered: Signature? = nil, corrections: [OfferCorrection] = [], confirmed: Signature? = nil,
    reports: [OfferReport] = [], retired: Signature? = nil
  ) {
    self.entered = entered
    self.corrections = corrections
    self.confirmed = confirmed
    self.reports = reports
    self.retired = retired
  }

  /// The service as it is shown and found: the source's record with what was corrected here.
  public func applied(to source: OfferService) -> OfferService {
    var service = source
    for correction in corrections { correction.field.put(correction.value, into: &service) }
    return service
  }
}

/// One field of a source's record that was corrected here.
public struct OfferCorrection: Hashable, Sendable {
  public var field: OfferEntryField
  /// What stands here, as the form writes it.
  public var value: String
  /// What the source said when it was corrected.
  public var before: String
  /// What the source says now.
  public var source: String
  public var day: Day
  public var author: String

  public init(
    _ field: OfferEntryField, value: String, before: String, source: String, day: Day,
    author: String
  ) {
    self.field = field
    self.value = value
    self.before = before
    self.source = source
    self.day = day
    self.author = author
  }

  /// Whether the source says something else than when it was corrected, so that somebody should
  /// look again; that it came to say the same settles it.
  public var needsReview: Bool { source != before && source != value }
}

extension OfferHit {
  /// When it was last known to be right, here or at its publisher: what the mark goes by.
  public var fresh: Day? {
    guard let confirmed = local?.confirmed?.day else { return service.checked }
    return max(confirmed, service.checked ?? confirmed)
  }

  /// The column of a list: `12 Sep 2026`, `confirmed 25 Nov`, `! 14 months ago`, `! never`,
  /// `! said closed`.
  public func checkedInWords(on today: Day) -> String {
    if let report = local?.reports.last {
      return "! " + report.reason.mark
    }
    guard let confirmed = local?.confirmed?.day, confirmed == fresh,
      OfferFreshness(checked: confirmed, today: today) != .stale
    else { return service.checkedInWords(on: today) }
    let month = Day.monthNames[confirmed.month - 1]
    let year = confirmed.year == today.year ? "" : " \(confirmed.year)"
    return "confirmed \(confirmed.dayOfMonth) \(month)\(year)"
  }

  /// What people here say of it, a sentence each: reports first, for they are warnings.
  ///
  /// - Parameter hidesNotes: What somebody wrote may hold any name.
  public func localSentences(
    on today: Day, hidesNotes: Bool = false
  ) -> (warnings: [String], remarks: [String]) {
    guard let local else { return ([], []) }
    let warnings =
      local.reports.map { report in
        "Reported wrong on \(report.day.short(in: today)): \(report.reason.words)"
          + (report.note.isEmpty ? "" : hidesNotes ? ", (hidden)" : ", \"\(report.note)\"")
          + " (\(report.author))."
      }
      + local.corrections.filter(\.needsReview).map {
        "Its source has changed the \($0.field.noun) since it was corrected here: "
          + ($0.source.isEmpty ? "it says nothing now" : "it now says \"\($0.source)\"") + "."
      }
    var remarks: [String] = []
    if let entered = local.entered {
      remarks.append("Added here on \(entered.day.short(in: today)) by \(entered.author).")
    }
    if let confirmed = local.confirmed {
      remarks.append(
        "Details confirmed here on \(confirmed.day.short(in: today)) by \(confirmed.author).")
    }
    for correction in local.corrections {
      let noun = correction.field.noun
      remarks.append(
        noun.prefix(1).uppercased() + noun.dropFirst()
          + " corrected here on \(correction.day.short(in: today)) by \(correction.author); "
          + (correction.before.isEmpty
            ? "its source said nothing." : "its source said \"\(correction.before)\"."))
    }
    if let retired = local.retired {
      remarks.append(
        "Left out of results since \(retired.day.short(in: today)): its source no longer holds it."
      )
    }
    return (warnings, remarks)
  }
}
