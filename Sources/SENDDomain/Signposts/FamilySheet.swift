/// What a family takes home: up to three services in plain words. It names no child and no family.
public struct FamilySheet: Hashable, Sendable {
  public var services: [OfferService]
  public var language: SheetLanguage
  /// The day it is made.
  public var day: Day

  public init(services: [OfferService], language: SheetLanguage = .english, day: Day) {
    self.services = services
    self.language = language
    self.day = day
  }

  struct Entry {
    var title: String
    var warning: SheetText
    /// Paragraphs of what it does.
    var about: [String]
    var facts: [(label: SheetText, text: SheetText)]
  }

  func entry(_ service: OfferService) -> Entry {
    var facts: [(label: SheetText, text: SheetText)] = []
    func add(_ word: SheetWord, _ text: SheetText) {
      if !text.isEmpty { facts.append((language.say(word), text)) }
    }
    for phone in service.phones { add(.phone, .same(phone.text)) }
    for email in service.emails.prefix(2) { add(.email, .same(email)) }
    for link in service.links.prefix(1) { add(.web, .same(link.address)) }
    for schedule in service.schedules { add(.when, times(schedule)) }
    for place in service.places.prefix(3) {
      add(
        .place,
        place.kind == .virtual && place.inWords.isEmpty
          ? language.say(.online) : .same(place.inWords))
    }
    add(.cost, cost(service))
    add(.ages, language.say(ages: service.ages, english: service.agesInWords))
    add(.access, service.access.map { language.say(SheetWord($0)) }.joined(", "))
    add(.languages, .english(service.languages.joined(separator: ", ")))
    return Entry(
      title: service.title, warning: warning(service), about: about(service), facts: facts)
  }

  /// Days and hours in both, with the publisher's words; said to be lapsed after its last day.
  private func times(_ schedule: OfferSchedule) -> SheetText {
    var parts = [SheetText.english(schedule.text)]
    if !schedule.weekdays.isEmpty {
      parts = [language.say(days: schedule.weekdays), .same(schedule.hours)] + parts
    }
    if let last = schedule.validTo, last < day {
      parts.append(.same("(") + language.say(.lapsed, last) + .same(")"))
    }
    return parts.joined(" ")
  }

  private func cost(_ service: OfferService) -> SheetText {
    switch service.cost.state {
    case .free:
      language.say(.free)
        + .english(service.cost.isContradictory ? ": \(service.cost.text)" : "")
    case .paid: service.cost.text.isEmpty ? language.say(.paid) : .english(service.cost.text)
    case .notStated: language.say(.notStated)
    }
  }

  /// Where the entry may be out of date, or the place is shut.
  private func warning(_ service: OfferService) -> SheetText {
    let status: SheetText =
      switch service.status {
      case .active: SheetText()
      case .temporarilyClosed: language.say(.closedForNow)
      case .inactive: language.say(.inactive)
      case .defunct: language.say(.defunct)
      case .other: .english(service.status.warning ?? "")
      }
    let isSure = [.fresh, .ageing].contains(OfferFreshness(checked: service.checked, today: day))
    return [
      status, .english(service.alert), isSure ? SheetText() : language.say(.askFirst) + .same("."),
    ].joined(" ")
  }

  /// The first sentences, as many as a person reads.
  private func about(_ service: OfferService) -> [String] {
    let own =
      service.description.isEmpty
      ? service.provider?.description ?? "" : service.description
    var paragraphs: [String] = []
    var words = 0
    for paragraph in own.split(separator: "\n") {
      let text = paragraph.trimmingSpaces
      if text.isEmpty { continue }
      words += text.split(separator: " ").count
      if !paragraphs.isEmpty, words > 90 { break }
      paragraphs.append(String(text))
    }
    return paragraphs
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
