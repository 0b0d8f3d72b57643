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

  private struct Entry {
    var title: String
    var warning: String?
    /// Paragraphs of what it does.
    var about: [String]
    var facts: [(label: String, text: String)]
  }

  private func entry(_ service: OfferService) -> Entry {
    var facts: [(label: String, text: String)] = []
    func add(_ label: SheetLabel, _ text: String) {
      if !text.isEmpty { facts.append((language.label(label), text)) }
    }
    for phone in service.phones { add(.phone, phone.text) }
    for email in service.emails.prefix(2) { add(.email, email) }
    for link in service.links.prefix(1) { add(.web, link.address) }
    for schedule in service.schedules { add(.when, schedule.inWords(on: day)) }
    for place in service.places.prefix(3) {
      add(.place, place.kind == .virtual && place.inWords.isEmpty ? "online" : place.inWords)
    }
    add(.cost, cost(service))
    add(.ages, service.agesInWords)
    add(.access, service.accessInWords)
    add(.languages, service.languages.joined(separator: ", "))
    return Entry(
      title: service.title, warning: warning(service), about: about(service), facts: facts)
  }

  private func cost(_ service: OfferService) -> String {
    switch service.cost.state {
    case .free:
      language.label(.free) + (service.cost.isContradictory ? ": \(service.cost.text)" : "")
    case .paid: service.costInWords
    case .notStated: language.label(.notStated)
    }
  }

  /// Where the entry may be out of date, or the place is shut.
  private func warning(_ service: OfferService) -> String? {
    let words = [service.status.warning, service.alert.isEmpty ? nil : service.alert]
    let isSure = [.fresh, .ageing].contains(OfferFreshness(checked: service.checked, today: day))
    return
      (words.compactMap(\.self) + (isSure ? [] : [language.label(.askFirst) + "."]))
      .joined(separator: " ").nilIfEmpty
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

// MARK: - As plain text and as a page

extension FamilySheet {
  /// Lines of at most so many letters, for a terminal, an e-mail or a text file.
  public func text(width: Int = 72) -> String {
    var lines = [language.label(.title), ""]
    for (number, service) in zip(1..., services) {
      let entry = entry(service)
      lines += FamilySheet.wrapped("\(number). \(entry.title)", width, indent: 3)
      if let warning = entry.warning {
        lines += FamilySheet.wrapped("   " + warning, width, indent: 3)
      }
      lines.append("")
      for paragraph in entry.about {
        lines += FamilySheet.wrapped("   " + paragraph, width, indent: 3)
        lines.append("")
      }
      for (label, text) in entry.facts {
        lines += FamilySheet.wrapped("   \(label): \(text)", width, indent: 5)
      }
      lines.append("")
    }
    lines.append("Made \(day.long).")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A page of its own in large print (18 point and up), to be opened in a browser and printed. Every
  /// word of the feed is escaped; nothing is loaded from anywhere.
  public var page: String {
    var body = "<h1>\(FamilySheet.escaped(language.label(.title)))</h1>\n"
    for service in services {
      let entry = entry(service)
      body += "<section>\n<h2>\(FamilySheet.escaped(entry.title))</h2>\n"
      if let warning = entry.warning {
        body += "<p><strong>\(FamilySheet.escaped(warning))</strong></p>\n"
      }
      for paragraph in entry.about { body += "<p>\(FamilySheet.escaped(paragraph))</p>\n" }
      for (label, text) in entry.facts {
        body +=
          "<p><b>\(FamilySheet.escaped(label)):</b> \(FamilySheet.escaped(text))</p>\n"
      }
      body += "</section>\n"
    }
    body += "<p>Made \(day.long).</p>\n"
    return """
      <!DOCTYPE html>
      <html lang="\(language.id)">
      <head>
      <meta charset="utf-8">
      <title>\(FamilySheet.escaped(language.label(.title)))</title>
      <style>
      body { font: 18pt/1.5 Arial, Helvetica, sans-serif; max-width: 34em; margin: 1em auto; }
      h1 { font-size: 26pt; } h2 { font-size: 22pt; }
      section { break-inside: avoid; border-top: 2pt solid; padding-top: 0.5em; }
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Breaks at spaces; a longer word stays whole, for it is mostly an address to be typed.
  private static func wrapped(_ text: String, _ width: Int, indent: Int) -> [String] {
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isStart = true
    for word in text.split(separator: " ") {
      if !isStart, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (isStart ? "" : " ") + word
      }
      isStart = false
    }
    return lines + [line]
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
