/// A request that is entered by hand.
public struct AssessmentRequest: Hashable, Sendable {
  public var child: Child.ID
  public var received: Day
  /// ``CodeSet/requestSource``.
  public var source: String
  /// The setting's name; empty where there is none.
  public var setting: String
  /// The day consent was given; nil where it is not known yet.
  public var consent: Day?
  public var note: String

  public init(
    child: Child.ID, received: Day, source: String = "", setting: String = "",
    consent: Day? = nil, note: String = ""
  ) {
    self.child = child
    self.received = received
    self.source = source
    self.setting = setting
    self.consent = consent
    self.note = note
  }
}

/// Anything that can be kept about assessments: what a screen sends to the store.
public enum AssessmentChange: Hashable, Sendable {
  case begin(AssessmentRequest)
  /// With the assessment as it was seen, by which a clash with others is noticed.
  case record(AssessmentRecording, seen: Assessment)
  case except(Assessment.Exception, Assessment.ID)
  /// Advisers, each with the provider that is asked.
  case ask([AdviserAsked], Assessment.ID, on: Day)
  /// The same of several parts; the one part as it was seen.
  case advice(AdviceChange, [Advice.ID], on: Day, seen: Advice?)
  case consult([String], Assessment.ID, on: Day)
  case consultation(ConsultationChange, Consultation.ID, on: Day)
}

/// An adviser who is asked, and the team or provider that the request goes to.
public struct AdviserAsked: Hashable, Sendable {
  public var adviser: Adviser
  /// Empty where nobody is named yet.
  public var provider: String

  public init(_ adviser: Adviser, provider: String = "") {
    self.adviser = adviser
    self.provider = provider
  }
}
