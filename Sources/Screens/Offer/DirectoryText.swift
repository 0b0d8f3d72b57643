import SENDDomain
import TerminalKit

/// Whom to ask, as it is read aloud: the most needed first. What the directory does not say is said
/// to be not stated. Names of staff are no children's names: they are not hidden.
struct DirectoryText {
  let hit: DirectoryHit
  let words: Words

  private var today: Day { words.today }
  private var entry: DirectoryEntry { hit.entry }

  /// The lines beside or below the list.
  var brief: [[Span]] {
    var lines: [[Span]] = warnings.map { [Span($0, .late)] }
    if !entry.who.isEmpty { lines.append([Span(entry.who)]) }
    lines.append([Span(contact.isEmpty ? "No phone or e-mail is stated." : contact, .info)])
    lines.append([
      Span(entry.hours.isEmpty ? "Hours not stated." : "Hours: \(entry.hours)")
    ])
    if !entry.topics.isEmpty {
      lines.append([Span("Ask about: \(entry.topics.joined(separator: ", "))")])
    }
    lines.append([Span(checked, isStale ? .soon : .muted)])
    for reason in hit.why.prefix(2) { lines.append([Span("Found: \(reason)", .muted)]) }
    return lines + entry.note.split(separator: "\n").prefix(3).map { [Span(String($0))] }
  }

  /// The whole card.
  var full: [String] {
    var lines = warnings.isEmpty ? [] : warnings + [""]
    func add(_ label: String, _ text: String) {
      lines.append("\(label): \(text.isEmpty ? "not stated" : text)")
    }
    add("Name", entry.person)
    add("Role", entry.role)
    add("Team", entry.name)
    for phone in entry.phones { add("Phone", phone.text) }
    if entry.phones.isEmpty { add("Phone", "") }
    for email in entry.emails { add("E-mail", email) }
    if entry.emails.isEmpty { add("E-mail", "") }
    add("Hours", entry.hours)
    add("Area or settings", entry.areas.joined(separator: ", "))
    if entry.topics.count < 2 {
      add("What to ask about", entry.topics.first ?? "")
    } else {
      lines.append("What to ask about:")
      lines += entry.topics.map { "- \($0)" }
    }
    if !entry.note.isEmpty {
      lines.append("")
      lines += entry.note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    lines += ["", checked]
    if !hit.why.isEmpty { lines.append("Found by \(hit.why.joined(separator: "; ")).") }
    return lines
  }

  /// How sure the entry is, in a sentence.
  var checked: String {
    switch OfferFreshness(checked: entry.checked, today: today) {
    case .never: "Never checked, as far as is known."
    case .stale: "Last checked \(entry.checked?.long ?? ""), over a year ago: ask first."
    case .fresh, .ageing: "Checked \(entry.checked?.long ?? "")."
    }
  }

  private var isStale: Bool {
    switch OfferFreshness(checked: entry.checked, today: today) {
    case .never, .stale: true
    case .fresh, .ageing: false
    }
  }

  /// What was said to be wrong with it, oldest first.
  var reports: [String] {
    hit.reports.map { $0.sentence(on: today, hidesNote: words.namesAreHidden) }
  }

  private var warnings: [String] {
    let gone = hit.notSeenOn.map {
      "Not in the latest directory, read \($0.long): the post or the number may have changed."
    }
    return reports + (gone.map { [$0] } ?? [])
  }

  private var contact: String {
    (entry.phones.prefix(2).map(\.text) + entry.emails.prefix(1)).joined(separator: " · ")
  }
}
