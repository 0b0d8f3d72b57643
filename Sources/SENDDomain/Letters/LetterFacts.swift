/// What is recorded of a child and its case as far as a letter may say it. Nothing is guessed: what
/// is not here becomes a place to fill in.
public struct LetterFacts: Hashable, Sendable {
  public var child: Child.ID
  public var name: PersonName
  public var born: Day?
  public var today: Day
  /// Where the child is taught; for a request, the setting it names. Empty where none is known.
  public var setting: String
  /// The case officer's name; empty where nobody has it.
  public var officer: String
  public var assessment: Assessment?
  /// The part that a letter to an adviser is about.
  public var advice: Advice?
  public var consultation: Consultation?
  public var history: PlanHistory?
  /// Whom the directory names for what letters must tell.
  public var contacts: [LetterContact: String]

  public init(
    child: Child.ID, name: PersonName, born: Day?, today: Day, setting: String = "",
    officer: String = "", assessment: Assessment? = nil, advice: Advice? = nil,
    consultation: Consultation? = nil, history: PlanHistory? = nil,
    contacts: [LetterContact: String] = [:]
  ) {
    self.child = child
    self.name = name
    self.born = born
    self.today = today
    self.setting = setting
    self.officer = officer
    self.assessment = assessment
    self.advice = advice
    self.consultation = consultation
    self.history = history
    self.contacts = contacts
  }

  /// `W12`, or `W12-5` for an adviser's part: our own number, which tells nothing of the child.
  public var reference: String {
    "W\(child.rawValue)" + (part.map { "-\($0)" } ?? "")
  }

  private var part: Int64? { advice?.id.rawValue ?? consultation?.id.rawValue }
}

/// Whom a letter names for help, where the area's directory of people has an entry for it.
public enum LetterContact: String, CaseIterable, Sendable {
  case sendiass, mediation, disagreement, team, localOffer

  /// Whether an entry is the one: by what it is called, and the SEND team by what it is asked about.
  /// Mediation is also a thing that others are asked about, so the name alone tells it.
  public func isAnswered(by entry: DirectoryEntry) -> Bool {
    let name = "\(entry.name) \(entry.role)".lowercased()
    let topics = entry.topics.map { $0.lowercased() }
    switch self {
    case .sendiass: return name.contains("sendiass")
    case .mediation: return name.contains("mediation")
    case .disagreement: return name.contains("disagreement resolution")
    case .team:
      return topics.contains { $0.contains("ehc needs assessment") }
        && topics.contains { $0.contains("annual review") }
    case .localOffer: return name.contains("local offer")
    }
  }

  /// The first entry that answers it, as a letter says it; nil where none does, or where that one is
  /// gone from its source or said to be wrong.
  public static func found(in hits: [DirectoryHit]) -> [LetterContact: String] {
    var contacts: [LetterContact: String] = [:]
    for contact in allCases {
      let hit = hits.first {
        contact.isAnswered(by: $0.entry) && $0.notSeenOn == nil && $0.reports.isEmpty
      }
      guard let entry = hit?.entry else { continue }
      let ways = entry.phones.prefix(1).map(\.text) + entry.emails.prefix(1)
      guard !ways.isEmpty else { continue }
      let name = entry.name.isEmpty ? entry.title : entry.name
      contacts[contact] = ([name] + ways).map(LetterText.clean).joined(separator: ", ")
    }
    return contacts
  }
}

extension LetterFacts {
  /// Whether the rights are the young person's own: over compulsory school age. Nil where the birth
  /// date is not known.
  ///
  /// - Source: Children and Families Act 2014, s83(2). Up to 25, which a plan's limit sees to.
  func isYoungPerson(by rules: RuleBook) -> Bool? {
    guard let born,
      let end = rules.due("csa-end", RuleFacts(days: [("dob", born)]))
    else { return nil }
    return today > end
  }

  /// A field's words; nil where nothing is recorded.
  func value(of field: LetterField, in kind: LetterKind, by rules: RuleBook) -> String? {
    let words = words(of: field, in: kind, by: rules).map(LetterText.clean)
    return words?.isEmpty == true ? nil : words
  }

  private func words(of field: LetterField, in kind: LetterKind, by rules: RuleBook) -> String? {
    if let rule = field.rule(of: kind.topic) {
      guard let due = due(rule, in: kind, by: rules) else { return nil }
      let isPast = due < (date(of: kind) ?? today) && field.isDutys
      return due.full + (isPast ? ", a day that has passed" : "")
    }
    switch field {
    case .child: return fullName
    case .firstName: return name.given
    case .born: return born?.fullWithoutWeekday
    case .reference: return reference
    case .today: return today.full
    case .date: return date(of: kind)?.full
    case .to: return recipient(of: kind, by: rules).to
    case .dear: return recipient(of: kind, by: rules).dear
    case .whose: return isYoungPerson(by: rules) == true ? "your" : possessive
    case .whom: return isYoungPerson(by: rules) == true ? "you" : given
    case .officer: return officer
    case .setting: return setting
    case .team: return contacts[.team]
    case .sendiass: return contacts[.sendiass]
    case .mediationAdviser: return contacts[.mediation]
    case .disagreementResolution: return contacts[.disagreement]
    case .localOffer: return contacts[.localOffer]
    case .requestReceived: return assessment?.day(of: .received)?.full
    case .decidedOn: return decision(of: kind)?.full
    case .draftSent: return assessment?.day(of: .draftServed)?.full
    case .reasons: return reasons(of: kind)
    case .adviser: return advice?.adviser.words
    case .provider: return advice?.provider
    case .askedOn: return advice?.asked.full
    case .chasedOn: return chasedOn(kind)
    case .adviceWords:
      guard let advice else { return nil }
      return advice.isNil && !advice.words.isEmpty
        ? advice.words : Advice.standardNil(advice.adviser)
    case .consulted: return consultation?.setting
    case .consultedOn: return consultation?.sent.full
    case .planMade: return history?.made?.full
    case .meetingDay: return meeting?.full
    case .noticeSent: return review?.day(of: .noticeSent)?.full
    default: return nil
    }
  }

  private var given: String { name.given.isEmpty ? name.family : name.given }
  private var fullName: String {
    [name.given, name.family].filter { !$0.isEmpty }.joined(separator: " ")
  }
  private var possessive: String {
    given.isEmpty ? "" : given + "\u{2019}s"
  }

  private var review: Review? { history?.currentReview }

  private var meeting: Day? { review?.day(of: .meetingHeld) ?? review?.day(of: .meetingBooked) }

  /// The day of what a letter tells, where that is recorded.
  func decision(of kind: LetterKind) -> Day? {
    switch kind {
    case .assessAgreed: assessment?.outcome == .assess ? assessment?.day(of: .decided) : nil
    case .assessRefused: assessment?.outcome == .refuse ? assessment?.day(of: .decided) : nil
    case .noPlan: assessment?.day(of: .notIssuing)
    case .draftPlan: assessment?.day(of: .draftServed)
    case .finalPlan: assessment?.day(of: .finalSent)
    case .reviewMaintain: reviewDecision(.maintain)
    case .reviewCease: reviewDecision(.cease)
    case .reviewAmendNotice: review?.outcome == .amend ? review?.day(of: .noticeSent) : nil
    case .reviewFinalPlan: review?.day(of: .finalPlanSent)
    case .reviewNotAmended: review?.day(of: .notAmended)
    case .consultation: consultation?.sent
    default: nil
    }
  }

  private func reviewDecision(_ outcome: ReviewOutcome) -> Day? {
    review?.outcome == outcome ? review?.day(of: .decided) : nil
  }

  /// The day the letter bears: that of the decision it tells, which is the day it is sent; of a
  /// request, the day of asking; of others, today.
  func date(of kind: LetterKind) -> Day? {
    switch kind {
    case .requestAcknowledged, .ceaseProposed: return today
    case .adviceSocialCare, .adviceHealth, .adviceOther: return advice?.asked ?? today
    default: return kind.isAuthoritys ? decision(of: kind) : today
    }
  }

  private func reasons(of kind: LetterKind) -> String? {
    switch kind {
    case .assessAgreed, .assessRefused:
      decision(of: kind) == nil ? nil : assessment?.entered[.decided]?.note
    case .noPlan: assessment?.entered[.notIssuing]?.note
    case .reviewMaintain, .reviewCease:
      decision(of: kind) == nil ? nil : review?[.decided]?.note
    case .reviewNotAmended: review?[.notAmended]?.note
    default: nil
    }
  }

  /// The reminders before the one that the letter is.
  private func chasedOn(_ kind: LetterKind) -> String? {
    guard let advice, let number = kind.chaserNumber else { return nil }
    let before = advice.chased.prefix(number - 1).map(\.full)
    guard before.count == number - 1 else { return nil }
    return before.joined(separator: " and ")
  }

  /// What people wrote that the letter holds: it may name anybody.
  func freeTexts(of kind: LetterKind) -> [String] {
    var texts = [reasons(of: kind) ?? ""]
    if kind == .noNeedsFound, let advice, advice.isNil { texts.append(advice.words) }
    return texts.filter { !$0.isEmpty }
  }

  // MARK: - The dates of the rules

  func due(_ rule: RuleID, in kind: LetterKind, by rules: RuleBook) -> Day? {
    var facts: [(FactName, Day?)] = []
    switch rule {
    case "ehcna-assess-decision", "ehcna-final-plan":
      facts = [("request_received", assessment?.day(of: .received))]
    case "ehcna-draft-reps-close":
      facts = [("draft_served", assessment?.day(of: .draftServed))]
    case "ehcna-advice-due": facts = [("adviser_received_request", advice?.clockStart)]
    case "ehcna-consultee-response": facts = [("consultation_received", consultation?.clockStart)]
    case "mediation-contact-by", "appeal-deadline":
      facts = [("decision_notice_sent", decision(of: kind))]
    case "ar-papers", "ar-report", "ar-decision": facts = [("review_meeting", meeting)]
    case "ar-reps-close":
      facts = [("amendment_notice_served", review?.day(of: .noticeSent))]
    case "ar-final-amended":
      facts = [
        ("review_meeting", review?.day(of: .meetingHeld)),
        ("amendment_notice_sent", review?.day(of: .noticeSent)),
      ]
    case "ar-next-due":
      facts = [
        ("plan_first_made", history?.made), ("last_review_decision", review?.day(of: .decided)),
      ]
    default: return nil
    }
    // The first is what the rule counts from: without it there is no date to write.
    guard facts.allSatisfy({ $0.1 != nil || rule == "ar-next-due" && $0.0 == "plan_first_made" })
    else { return nil }
    return rules.due(rule, RuleFacts(days: facts))
  }

  // MARK: - Whom it goes to

  struct Recipient {
    /// Nil where the name is not recorded.
    var to: String?
    var dear: String?
    /// What they are to the child.
    var relationship: String
    /// What is asked for where the name is not recorded.
    var toFill: String = LetterField.to.toFill
  }

  func recipient(of kind: LetterKind, by rules: RuleBook) -> Recipient {
    switch kind.recipient {
    case .family:
      switch isYoungPerson(by: rules) {
      case true?:
        return Recipient(
          to: fullName, dear: given, relationship: "young person, whose own the rights are")
      case false?:
        return Recipient(
          relationship: "parent or carer", toFill: "the parent\u{2019}s or carer\u{2019}s name")
      case nil:
        return Recipient(
          relationship: "parent, or young person: no birth date",
          toFill: "the parent\u{2019}s or the young person\u{2019}s name")
      }
    case .child:
      return Recipient(to: fullName, dear: given, relationship: "child or young person")
    case .adviser:
      if let advice, advice.adviser == .education, advice.provider.isEmpty, !setting.isEmpty {
        return head(setting, "adviser: education")
      }
      let service = advice.flatMap { part in
        part.provider.isEmpty ? nil : "\(part.provider), \(part.adviser.words)"
      }
      return Recipient(
        to: service, dear: "colleague",
        relationship: "adviser\(advice.map { ": \($0.adviser.words)" } ?? "")",
        toFill: "the service or team that is asked")
    case .serviceManager:
      let service = advice.map { $0.provider.isEmpty ? $0.adviser.words : $0.provider }
      return Recipient(
        to: service.map { "The service manager, \($0)" }, dear: "service manager",
        relationship: "manager of the service",
        toFill: "the service manager\u{2019}s name")
    case .consultedSetting:
      return head(consultation?.setting ?? "", "setting that is consulted")
    case .reviewAdviser:
      return Recipient(
        dear: "colleague", relationship: "adviser",
        toFill: "the adviser\u{2019}s name and service")
    case .invited:
      return Recipient(
        to: "All who are invited to the review", dear: "all",
        relationship: "family, setting, SEN officer, health and social care")
    case .authority:
      return Recipient(
        to: officer.isEmpty ? nil : "\(officer), SEND team", dear: "colleague",
        relationship: "local authority", toFill: "the case officer\u{2019}s name")
    }
  }

  private func head(_ setting: String, _ relationship: String) -> Recipient {
    Recipient(
      to: setting.isEmpty ? nil : "The head teacher or principal, \(setting)",
      dear: "head teacher or principal", relationship: relationship,
      toFill: "the setting\u{2019}s name")
  }
}
