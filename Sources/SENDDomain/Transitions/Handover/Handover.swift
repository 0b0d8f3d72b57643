/// What is recorded of one child for whoever takes over.
public struct HandoverFacts: Hashable, Sendable {
  public var name: PersonName
  public var born: Day?
  /// As given; empty where there is none.
  public var upn: String
  public var uln: String
  /// The year group, in a few words; empty where it is not known.
  public var year: String
  /// What is recorded of each part, a line each; no lines, or blank ones, are a gap.
  public var lines: [HandoverField: [String]]
  /// Open lines of the child's checklist.
  public var open: [TransitionLine]

  public init(
    name: PersonName, born: Day?, upn: String = "", uln: String = "", year: String = "",
    lines: [HandoverField: [String]] = [:], open: [TransitionLine] = []
  ) {
    self.name = name
    self.born = born
    self.upn = upn
    self.uln = uln
    self.year = year
    self.lines = lines
    self.open = open
  }

  /// The lines of a part that say something.
  func said(_ field: HandoverField) -> [String] {
    (lines[field] ?? []).filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

/// A page of headed lines: what a pack or a profile is before it is written as a file.
public struct HandoverPage: Hashable, Sendable {
  public struct Section: Hashable, Sendable {
    public var title: String
    public var lines: [String]

    public init(title: String, lines: [String]) {
      self.title = title
      self.lines = lines
    }
  }

  public var title: String
  /// Directly under the title.
  public var head: [String]
  public var sections: [Section]
  /// Who made it, for whom and when.
  public var foot: [String]

  public init(title: String, head: [String], sections: [Section], foot: [String]) {
    self.title = title
    self.head = head
    self.sections = sections
    self.foot = foot
  }
}

/// One readable pack about one child for one recipient.
public struct Handover: Hashable, Sendable {
  public struct Gap: Hashable, Sendable {
    public var field: HandoverField

    /// What is not there and whom to ask.
    public var sentence: String {
      "\(field.title): nothing is recorded. Ask: \(field.asks.words)."
    }
  }

  public var recipient: HandoverRecipient
  /// Whom it goes to, by name: `Otterwell Academy`.
  public var recipientName: String
  public var facts: HandoverFacts
  public var day: Day
  /// Who makes it, and in which role.
  public var author: String
  public var role: Practitioner.Role
  /// The parts that may be in it: the recipient's, as far as whoever makes it sees them.
  public let fields: [HandoverField]

  /// - Parameter sight: Of whoever makes it. What it does not see is neither in the pack nor among
  ///   the gaps, whether it is recorded or not.
  public init(
    _ facts: HandoverFacts, for recipient: HandoverRecipient, named recipientName: String,
    on day: Day, by author: String, sight: Sight
  ) {
    self.recipient = recipient
    self.recipientName = recipientName
    self.day = day
    self.author = author
    role = sight.role
    fields = recipient.fields.filter { sight.sees($0.group) }
    self.facts = facts
    self.facts.lines = facts.lines.filter { [fields] in fields.contains($0.key) }
    self.facts.open = facts.open.filter {
      sight.sees($0.item.owner.group) && recipient.takes($0.item)
    }
    self.facts.lines[.stillToDo] = self.facts.open.map { line in
      let due = line.date.due.map { ", due \($0.long)" } ?? ""
      return "\(line.item.what) (\(line.whose)\(due))"
    }
    if !recipient.takesNumbers {
      self.facts.upn = ""
      self.facts.uln = ""
    }
  }

  /// The parts of which nothing is recorded.
  public var gaps: [Gap] {
    fields.filter { $0 != .stillToDo && facts.said($0).isEmpty }.map(Gap.init)
  }

  /// What the role leaves out of every pack it makes, said whether or not anything is recorded.
  public var leftOut: [FieldGroup] {
    var groups: [FieldGroup] = []
    for field in recipient.fields where !fields.contains(field) && !groups.contains(field.group) {
      groups.append(field.group)
    }
    return groups
  }

  public var page: HandoverPage {
    var head = [facts.born.map { "Born \($0.long)" } ?? "Date of birth not known"]
    if !facts.year.isEmpty { head.append(facts.year) }
    if !facts.upn.isEmpty { head.append("UPN \(facts.upn)") }
    if !facts.uln.isEmpty { head.append("ULN \(facts.uln)") }
    var sections = fields.compactMap { field -> HandoverPage.Section? in
      let lines = facts.said(field)
      return lines.isEmpty ? nil : HandoverPage.Section(title: field.title, lines: lines)
    }
    if !gaps.isEmpty {
      sections.append(
        HandoverPage.Section(title: "What is not in here", lines: gaps.map(\.sentence)))
    }
    var foot = [
      "Made on \(day.long) by \(author) (\(role.words)) for \(recipientName), \(recipient.words).",
      "About one child, for this recipient alone. Please acknowledge receipt.",
    ]
    if !leftOut.isEmpty {
      foot.append(
        "Made without what this role does not handle: \(leftOut.map(\.words).joined(separator: ", ")). "
          + "The services concerned hand that over themselves.")
    }
    return HandoverPage(title: facts.name.inFull, head: head, sections: sections, foot: foot)
  }
}

/// A child on one page, in their own words: no medical detail, no number, no address, no family name.
public struct OnePageProfile: Hashable, Sendable {
  /// None of them holds health, care or safeguarding.
  public static let fields: [HandoverField] = [
    .liked, .matters, .help, .communication, .childViews,
  ]

  public var givenName: String
  public var year: String
  public var lines: [HandoverField: [String]]
  public var day: Day

  public init(_ facts: HandoverFacts, on day: Day) {
    givenName = facts.name.given.isEmpty ? "(no name)" : facts.name.given
    year = facts.year
    lines = facts.lines.filter { Self.fields.contains($0.key) }
    self.day = day
  }

  public var page: HandoverPage {
    let sections = Self.fields.map { field in
      let lines = (lines[field] ?? []).filter { !$0.allSatisfy(\.isWhitespace) }
      // Blank lines to be written on: a profile with a gap is finished by hand.
      return HandoverPage.Section(
        title: field.title, lines: lines.isEmpty ? ["(to be filled in together)"] : lines)
    }
    return HandoverPage(
      title: givenName, head: year.isEmpty ? [] : [year], sections: sections,
      foot: ["Made on \(day.long). Read it with \(givenName) before it is passed on."])
  }
}

extension PersonName {
  /// `Tobi Adeyemi`; `(no name)` where both lack.
  var inFull: String {
    let parts = [given, family].filter { !$0.isEmpty }
    return parts.isEmpty ? "(no name)" : parts.joined(separator: " ")
  }
}
