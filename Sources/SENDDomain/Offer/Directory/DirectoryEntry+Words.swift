/// The directory in words, the same on screens and in commands.
extension DirectoryEntry {
  /// The post, which tells more than a team that has many; else the team, else the person.
  public var title: String {
    [role, name, person].first { !$0.isEmpty } ?? "(unnamed)"
  }

  /// The person and the team, as far as the title does not say them: `Ruth Madeup, SEND team`.
  public var who: String {
    [person, name].filter { !$0.isEmpty && $0 != title }.joined(separator: ", ")
  }

  /// The number to dial, else the address to write to; empty where neither is given.
  public var contactInWords: String { phones.first?.text ?? emails.first ?? "" }

  /// `12 Sep 2026`, `! 14 months ago`, `! never`.
  public func checkedInWords(on today: Day) -> String {
    OfferFreshness.words(checked: checked, today: today)
  }
}

extension DirectoryHit {
  /// Why it was found, a sentence for each word or phrase.
  public var why: [String] {
    reasons.map { reason in
      switch reason.field {
      case .name: reason.sentence(in: "the name or role")
      case .provider: reason.sentence(in: "the person's name")
      case .category: reason.sentence(in: "what to ask about")
      case .description, .days, .cost, .access: reason.sentence(in: "the area, hours or note")
      }
    }
  }
}
