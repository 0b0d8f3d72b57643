extension PlanHistory {
  /// Two accounts whose meetings (or, lacking one, decisions) lie at most this far apart are
  /// accounts of one review, and what differs is a disagreement.
  ///
  /// An assumption of this program, not law: annual reviews lie months apart, and a day typed
  /// wrongly or moved by a fortnight must not make a second review.
  public static let sameReviewDays = 42

  /// The plan's reviews, oldest first: what people entered laid over what the return says.
  ///
  /// The return's last decision may belong to the year before its meeting; then it is a
  /// review of its own.
  public var reviews: [Review] {
    var reviews = entered.map(Review.init(entered:))
    for returned in returnedReviews {
      if let index = reviews.indices.filter({ reviews[$0].isSame(as: returned) })
        .min(by: { reviews[$0].isNearer(than: reviews[$1], to: returned) })
      {
        reviews[index].lay(over: returned)
      } else {
        reviews.append(returned)
      }
    }
    return reviews.sorted { a, b in
      let (x, y) = (a.place?.number ?? .max, b.place?.number ?? .max)
      return x != y ? x < y : (a.entry?.rawValue ?? 0) < (b.entry?.rawValue ?? 0)
    }
  }

  /// The review that work is done on now: the last one.
  public var currentReview: Review? { reviews.last }

  /// The reviews in which something is still to be done, oldest first: the last one decided,
  /// for what follows its decision, and every one after it.
  ///
  /// Booking the next meeting must not hide that the last plan is not yet final, nor that an
  /// earlier meeting still waits for its decision. A later decision completes what came before.
  public var unfinishedReviews: [Review] {
    let reviews = reviews
    let last = reviews.lastIndex { $0.isComplete } ?? 0
    return reviews.dropFirst(last).filter { !$0.isClosed }
  }

  /// The day of the last decision: what the next twelve months start with.
  public var lastDecision: Day? { reviews.compactMap { $0.day(of: .decided) }.max() }

  /// The day the final plan naming the next setting was sent, from either source.
  public var phaseFinal: Day? { enteredPhaseFinal ?? phase.final }

  private var returnedReviews: [Review] {
    guard let readOn else { return [] }
    let source = FactSource.returned(readOn)
    var current = Review()
    current[.meetingHeld] = returned.meeting.map { Review.Fact(day: $0, source: source) }
    var earlier: [Review] = []
    if let decision = returned.lastDecision {
      let fact = Review.Fact(day: decision, source: source)
      if let meeting = returned.meeting, decision < meeting {
        earlier = [Review(facts: [.decided: fact])]
      } else {
        current[.decided] = fact
        current.outcome = returned.outcome
      }
    }
    // A draft before the meeting is last year's; a draft without an outcome says nothing.
    if current.outcome == .amend, let draft = returned.draft,
      draft >= returned.meeting ?? draft
    {
      current[.noticeSent] = Review.Fact(day: draft, source: source)
    }
    return earlier + (current.facts.isEmpty ? [] : [current])
  }
}

extension Review {
  init(entered: EnteredReview) {
    self.init(
      entry: entered.id, isEarly: entered.isEarly, outcome: entered.outcome,
      facts: entered.facts.mapValues {
        Fact(day: $0.day, source: .entered, note: $0.note)
      })
    if let meeting = entered.returnedMeeting, self[.meetingHeld] == nil {
      self[.meetingHeld] = Fact(day: meeting, source: .earlierReturn)
    }
  }

  /// Whether the return's account is an account of this review.
  func isSame(as returned: Review) -> Bool {
    func near(_ a: Day?, _ b: Day?) -> Bool? {
      guard let a, let b else { return nil }
      return abs(a.days(since: b)) <= PlanHistory.sameReviewDays
    }
    if let same = near(day(of: .meetingHeld), returned.day(of: .meetingHeld)) { return same }
    if let same = near(day(of: .decided), returned.day(of: .decided)) { return same }
    if let same = near(day(of: .meetingBooked), returned.day(of: .meetingHeld)) { return same }
    // A decision entered for the meeting of the return, or the other way round: within the
    // time a decision can reasonably follow its meeting.
    if let meeting = returned.day(of: .meetingHeld), let decision = day(of: .decided) {
      return (0...366).contains(decision.days(since: meeting))
    }
    guard let decision = returned.day(of: .decided) else { return false }
    if let meeting = day(of: .meetingHeld) {
      return (0...366).contains(decision.days(since: meeting))
    }
    // Steps alone, entered for a decision that came without a meeting.
    guard self[.decided] == nil, self[.meetingBooked] == nil else { return false }
    return facts.contains { step, fact in
      let days = fact.day.days(since: decision)
      return (0...366).contains(step > .decided ? days : -days)
    }
  }

  /// Of two reviews that the return may mean, whether this is the likelier: the one placed
  /// nearer, then the earlier. Never the order of entry, unless nothing else tells them apart.
  func isNearer(than other: Review, to returned: Review) -> Bool {
    func rank(_ review: Review) -> (Int, Int, Int64) {
      let place = review.place?.number ?? .max
      let distance = returned.place.map { abs(place.subtractingReportingOverflow($0.number).0) }
      return (distance ?? 0, place, review.entry?.rawValue ?? 0)
    }
    return rank(self) < rank(other)
  }

  /// Adds what only the return knows and notes where it says otherwise. The entry stands.
  mutating func lay(over returned: Review) {
    for (step, fact) in returned.facts.sorted(by: { $0.key < $1.key }) {
      guard let own = self[step] else {
        self[step] = fact
        continue
      }
      if own.source == .entered, own.day != fact.day {
        disagreements.append(
          Disagreement(step: step, entered: "\(own.day)", returned: "\(fact.day)"))
      } else if own.source != .entered {
        self[step] = fact
      }
    }
    if let theirs = returned.outcome {
      if let own = outcome, own != theirs {
        disagreements.append(
          Disagreement(step: .decided, entered: own.word, returned: theirs.word))
      }
      outcome = outcome ?? theirs
    }
  }
}
