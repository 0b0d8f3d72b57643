import SENDDomain

/// Writes a handover pack or a one-page profile as a file for people: Markdown, or a page of HTML
/// that loads nothing and runs nothing.
///
/// Every text may have been typed by anybody: what is not seen is taken out, and the rest is escaped.
package enum HandoverWriter {
  /// - Returns: Lines that end in LF.
  package static func markdown(_ page: HandoverPage) -> String {
    var lines = ["# \(line(page.title))", ""]
    for text in page.head { lines.append("- \(line(text))") }
    if !page.head.isEmpty { lines.append("") }
    for section in page.sections {
      lines += ["## \(line(section.title))", ""]
      lines += section.lines.map { "- \(line($0))" }
      lines.append("")
    }
    lines += ["---", ""]
    for text in page.foot { lines += [line(text), ""] }
    return lines.joined(separator: "\n")
  }

  package static func html(_ page: HandoverPage) -> String {
    var body = "<h1>\(text(page.title))</h1>\n"
    body += list(page.head)
    for section in page.sections {
      body += "<section>\n<h2>\(text(section.title))</h2>\n\(list(section.lines))</section>\n"
    }
    body += "<footer>\n"
    for line in page.foot { body += "<p>\(text(line))</p>\n" }
    body += "</footer>\n"
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(text(page.title))</title>
      <style>
      body { font: 13pt/1.5 Arial, Helvetica, sans-serif; max-width: 42em; margin: 1em auto; }
      h1 { font-size: 20pt; } h2 { font-size: 15pt; }
      section { break-inside: avoid; border-top: 1pt solid; }
      footer { border-top: 2pt solid; font-size: 11pt; }
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static func list(_ lines: [String]) -> String {
    lines.isEmpty ? "" : "<ul>\n" + lines.map { "<li>\(text($0))</li>\n" }.joined() + "</ul>\n"
  }

  private static func text(_ raw: String) -> String { plain(raw).escapedAsMarkup }

  private static func line(_ raw: String) -> String { MarkdownLine.begun(plain(raw)) }

  /// One line of what is seen.
  private static func plain(_ raw: String) -> String {
    ScrubbedText.scrub(raw).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
