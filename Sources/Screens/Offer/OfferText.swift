import SENDDomain
import TerminalKit

/// A service as it is read aloud: everything that a practitioner needs to say, the most needed
/// first. What the publisher did not say is said to be not stated.
struct OfferText {
  let hit: OfferHit
  let today: Day
  /// What people wrote is not shown.
  let hidesNotes: Bool
  /// That the stated ages leave the family's child out; nil where not, or no child is named.
  let agesRemark: String?

  init(_ hit: OfferHit, _ words: Words, for family: OfferPane.Family? = nil) {
    self.hit = hit
    agesRemark = OfferPane.agesRemark(hit.service, family?.born, words)
    today = words.today
    hidesNotes = words.namesAreHidden
  }

  private var service: OfferService { hit.service }

  /// The lines beside or below a list.
  var brief: [[Span]] {
    let local = hit.localSentences(on: today, hidesNotes: hidesNotes)
    var lines: [[Span]] = warnings.map { [Span($0, .late)] }
    lines.append([Span(facts.joined(separator: " · "))])
    if let line = contact { lines.append([Span(line, .info)]) }
    if !checked.isEmpty { lines.append([Span(checked, isStale ? .soon : .muted)]) }
    lines += local.remarks.map { [Span($0, .muted)] }
    for reason in hit.reasons.prefix(2) {
      lines.append([Span("Found: \(reason.sentence)", .muted)])
    }
    return lines + description(most: 6).map { [Span($0)] }
  }

  /// The whole record.
  var full: [String] {
    var lines = warnings
    lines += [service.provider?.name ?? "Provider not stated", ""]
    lines += description(most: .max)
    lines.append("")
    func add(_ label: String, _ text: String) {
      lines.append("\(label): \(text.isEmpty ? "not stated" : text)")
    }
    add("Ages", service.agesInWords)
    add("Cost", service.costInWords + (service.cost.state == .free ? freeNote : ""))
    add("How to get in", service.accessInWords)
    for schedule in service.schedules { add("When", when(schedule)) }
    if service.schedules.isEmpty { add("When", "") }
    for place in service.places { add("Where", location(of: place)) }
    if service.places.isEmpty { add("Where", service.areas.joined(separator: ", ")) }
    if !service.areas.isEmpty, !service.places.isEmpty {
      add("Area served", service.areas.joined(separator: ", "))
    }
    for phone in service.phones { add("Phone", phone.text) }
    for email in service.emails { add("E-mail", email) }
    for link in service.links {
      add("Web", link.isWeb ? link.address : "\(link.address) (as given)")
    }
    if service.phones.isEmpty, service.emails.isEmpty, service.links.isEmpty { add("Contact", "") }
    if !service.needs.isEmpty { add("Needs", service.needs.map(\.words).joined(separator: ", ")) }
    if !service.languages.isEmpty { add("Languages", service.languages.joined(separator: ", ")) }
    for detail in service.details { add(detail.heading, detail.text) }
    for (label, hints) in hints where !hints.isEmpty {
      lines.append("\(label), from the description only: \(hints.joined(separator: ", "))")
    }
    if !service.terms.isEmpty {
      lines.append("Categories: \(service.terms.map(\.name).joined(separator: ", "))")
    }
    lines += [""] + (checked.isEmpty ? [] : [checked])
    lines += hit.localSentences(on: today, hidesNotes: hidesNotes).remarks
    if let source = hit.source {
      lines.append(
        "From \(source.name), read \(source.lastRead.long)"
          + (source.failed.map { "; the last try, on \($0.long), failed" } ?? "") + ".")
    }
    if let changed = service.changed { lines.append("Changed by its publisher \(changed.long).") }
    if !hit.reasons.isEmpty {
      lines.append("Found by \(hit.reasons.map(\.sentence).joined(separator: "; ")).")
    }
    if !hit.others.isEmpty {
      lines.append("Listed \(hit.others.count + 1) times under this name by this provider.")
    }
    return lines
  }

  /// How sure the entry is, in a sentence.
  var checked: String {
    switch OfferFreshness(checked: service.checked, today: today) {
    case .never where hit.local?.entered != nil:
      return hit.local?.confirmed == nil ? "Not confirmed since: ask first." : ""
    case .never: return "Never checked by its publisher, as far as is known."
    case .stale:
      return "Last checked by its publisher \(service.checked?.long ?? ""), over a year ago"
        + (isStale ? ": ask first." : ".")
    case .fresh, .ageing: return "Checked by its publisher \(service.checked?.long ?? "")."
    }
  }

  var isStale: Bool {
    switch OfferFreshness(checked: hit.fresh, today: today) {
    case .never, .stale: true
    case .fresh, .ageing: false
    }
  }

  var warnings: [String] {
    var lines: [String?] = hit.localSentences(on: today, hidesNotes: hidesNotes).warnings
    lines += [
      hit.elsewhereSentence, agesRemark.map { $0 + "." }, service.status.warning,
      service.alert.isEmpty ? nil : service.alert,
    ]
    lines.append(
      hit.notSeenOn.map { "Not in the latest feed, read \($0.long): it may be closed." })
    return lines.compactMap { $0 }
  }

  private var facts: [String] {
    [
      service.provider?.name ?? "",
      service.agesInWords.isEmpty ? "ages not stated" : "ages \(service.agesInWords)",
      service.cost.state == .notStated ? "cost not stated" : service.costInWords,
      service.accessInWords, service.schedules.first.map(when) ?? "", service.placeInWords,
    ].filter { !$0.isEmpty }
  }

  private var contact: String? {
    let parts =
      service.phones.prefix(1).map(\.text) + service.emails.prefix(1)
      + service.links.prefix(1).map(\.address)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  private var hints: [(String, [String])] {
    [
      ("Ages", service.hints.ages), ("Phone", service.hints.phones),
      ("Postcode", service.hints.postcodes), ("Prices", service.hints.prices),
    ]
  }

  private func description(most: Int) -> [String] {
    let own = service.description
    let text = own.isEmpty ? service.provider?.description ?? "" : own
    if text.isEmpty { return ["Nothing is said about what it does."] }
    let lines = text.split(separator: "\n").map(String.init)
    return (own.isEmpty ? ["About the provider:"] : []) + lines.prefix(most)
  }

  private func when(_ schedule: OfferSchedule) -> String { schedule.inWords(on: today) }

  private func location(of place: OfferPlace) -> String {
    var text = place.inWords
    if text.isEmpty { text = place.kind == .virtual ? "online" : "address not given" }
    if let miles = hit.miles { text += ", about \(OfferText.miles(miles)) in a straight line" }
    if !place.accessibility.isEmpty {
      text += " (\(place.accessibility.joined(separator: ", ")))"
    }
    return text
  }

  static func miles(_ miles: Double) -> String {
    let tenths = Int((miles * 10).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) miles" : "\(tenths / 10) miles"
  }

  /// What is said of a free service's cost beyond that it is free.
  private var freeNote: String {
    let words = OfferWords.words(of: service.cost.text).map(\.text)
    return words.isEmpty || words == ["free"] ? "" : " (\(service.cost.text))"
  }
}
