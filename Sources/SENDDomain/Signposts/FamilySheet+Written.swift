/// The sheet as plain text and as a page.
extension FamilySheet {
  /// Lines of at most so many letters, for a terminal, an e-mail or a text file.
  public func text(width: Int = 72) -> String {
    var lines = [language.say(.title).plain, ""]
    for (number, service) in zip(1..., services) {
      let entry = entry(service)
      lines += FilledText.lines("\(number). \(entry.title)", width, indent: 3)
      if !entry.warning.isEmpty {
        lines += FilledText.lines("   " + entry.warning.plain, width, indent: 3)
      }
      lines.append("")
      for paragraph in entry.about {
        lines += FilledText.lines("   " + paragraph, width, indent: 3)
        lines.append("")
      }
      for (label, text) in entry.facts {
        lines += FilledText.lines("   \(label.plain): \(text.plain)", width, indent: 5)
      }
      lines.append("")
    }
    lines.append(language.say(.made, day).plain + ".")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A page of its own in large print (18 point and up), to be opened in a browser and printed. It is
  /// in the family's language, and what is English in it says so, for those who have it read aloud.
  /// Every word of the feed is escaped; nothing is loaded from anywhere.
  public var page: String {
    let isBoth = language != .english
    func mark(_ text: SheetText) -> String { text.markup(marksEnglish: isBoth) }
    var body = "<h1>\(mark(language.say(.title)))</h1>\n"
    for service in services {
      let entry = entry(service)
      body += "<section>\n<h2>\(mark(.english(entry.title)))</h2>\n"
      if !entry.warning.isEmpty {
        body += "<p><strong>\(mark(entry.warning))</strong></p>\n"
      }
      for paragraph in entry.about { body += "<p>\(mark(.english(paragraph)))</p>\n" }
      for (label, text) in entry.facts {
        body += "<p><b>\(mark(label)):</b> \(mark(text))</p>\n"
      }
      body += "</section>\n"
    }
    body += "<p>\(mark(language.say(.made, day))).</p>\n"
    let title = language.own(.title) ?? SheetWord.title.english
    return """
      <!DOCTYPE html>
      <html lang="\(language.id)">
      <head>
      <meta charset="utf-8">
      <title>\(SheetText.escaped(title))</title>
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
}
