/// One line of a child's time line: what happened or is due, and where it was read.
public struct TimeLineItem: Hashable, Sendable, Identifiable {
  /// What a line says of its day.
  public enum Kind: Hashable, Sendable {
    case happened
    /// Open; explains itself.
    case due(OpenDeadline)
    /// An age or year with legal effect, not a duty.
    case milestone
  }

  /// Its place in the time line, from 0.
  public var id: Int
  /// Nil where the date is unknown.
  public var day: Day?
  public var kind: Kind
  public var words: String
  /// `entered here`, `return read 23 Nov 2026`, `law`.
  public var source: String

  public init(id: Int, day: Day?, kind: Kind, words: String, source: String) {
    self.id = id
    self.day = day
    self.kind = kind
    self.words = words
    self.source = source
  }
}

extension ChildRecord {
  /// Everything that happened and everything that is due, from birth to 25, oldest first; what
  /// has no date comes before all.
  public func timeLine(by rules: RuleBook) -> [TimeLineItem] {
    var items: [TimeLineItem] = []
    func add(_ day: Day?, _ words: String, _ source: String, _ kind: TimeLineItem.Kind = .happened)
    {
      items.append(TimeLineItem(id: 0, day: day, kind: kind, words: words, source: source))
    }
    if let born = child.born {
      add(born, "Born", "return", .happened)
      for (words, age) in [
        ("16: rights pass to the young person at the end of the school year", 16),
        ("18: adult services", 18), ("25: the last plan year begins to end", 25),
      ] {
        add(born.adding(months: 12 * age), words, "law", .milestone)
      }
      let adulthood = AcademicYear(containing: born.adding(months: 12 * 14)).firstDay
      add(adulthood, "Year 9: reviews consider adulthood from here", "law", .milestone)
    }
    for request in requests {
      add(request.received, "Request for an assessment", "return")
      if let day = request.outcomeDay {
        add(day, "Request decided: \(CodeSet.requestOutcome.words(request.outcome))", "return")
      }
    }
    items.removeAll { $0.day == nil && $0.kind == .happened }
    for plan in plans { items += plan.timeLine(by: rules, name: name(of:)) }
    for note in notes { add(note.day, "Note: \(note.text)", note.author) }
    items.sort { a, b in (a.day?.number ?? .min) < (b.day?.number ?? .min) }
    for index in items.indices { items[index].id = index }
    return items
  }
}

extension ChildRecord.PlanRecord {
  fileprivate func timeLine(
    by rules: RuleBook, name: (Setting) -> String
  ) -> [TimeLineItem] {
    var items: [TimeLineItem] = []
    func add(_ day: Day?, _ words: String, _ source: String, _ kind: TimeLineItem.Kind = .happened)
    {
      items.append(TimeLineItem(id: 0, day: day, kind: kind, words: words, source: source))
    }
    if let made = plan.made { add(made, "Plan made", "return") }
    if let ceased = plan.ceased {
      add(ceased, "Plan ended: \(CodeSet.ceaseReason.words(plan.ceaseReason))", "return")
    }
    for placement in plan.placements {
      if let day = placement.entered { add(day, "Began at \(name(placement.setting))", "return") }
      if let day = placement.left { add(day, "Left \(name(placement.setting))", "return") }
    }
    for review in history.reviews {
      // A booking's day is one on which something is to happen: it is shown while it is due.
      for (step, fact) in review.facts.sorted(by: { $0.key < $1.key })
      where step != .meetingBooked {
        var words = "Review: \(step.phrase)"
        if step == .decided, let outcome = review.outcome { words += " (\(outcome.word))" }
        if !fact.note.isEmpty { words += ": \(fact.note)" }
        add(fact.day, words, fact.source.words)
      }
    }
    if let day = history.phaseFinal {
      add(
        day, "Final plan naming the next setting sent",
        history.enteredPhaseFinal == nil ? "return" : "entered here")
    }
    for deadline in open {
      let words = deadline.what(by: rules) + (deadline.isBefore ? " (before this day)" : "")
      add(deadline.due, words, "due", .due(deadline))
    }
    return items
  }
}

extension FactSource {
  /// Where a fact was read, for people.
  public var words: String {
    switch self {
    case .entered: "entered here"
    case .returned(let day): "return read \(day.long)"
    case .earlierReturn: "earlier return"
    }
  }
}
