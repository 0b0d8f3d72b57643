/// What the program has to say: what happened, what to do next. Full sentences, one line.
package struct Message: Hashable, Sendable {
  /// The words.
  package var text: String
  /// Their role: `met` for what was done, `error` for a refusal, `text` otherwise.
  package var role: Role

  /// A message.
  package init(_ text: String, role: Role = .text) {
    self.text = text
    self.role = role
  }

  /// Something was done.
  package static func done(_ text: String) -> Message { Message("✓ " + text, role: .met) }
  /// Something was refused or failed.
  package static func problem(_ text: String) -> Message { Message("! " + text, role: .error) }
}

/// The present message and the last hundred.
package struct MessageLog: Hashable, Sendable {
  /// The messages, the newest last.
  package private(set) var messages: [Message] = []
  /// How many there have been, those that are no longer kept among them.
  package private(set) var count = 0
  /// The message on the announcement line; stays until replaced or cleared.
  package private(set) var current: Message?

  /// An empty log.
  package init() {}

  /// Shows a message and keeps it.
  package mutating func announce(_ message: Message) {
    messages.append(message)
    count += 1
    if messages.count > 100 { messages.removeFirst(messages.count - 100) }
    current = message
  }

  /// Takes the present message off the line; the log keeps it.
  package mutating func clear() { current = nil }
}

/// The announcement line, directly above the footer.
package struct AnnouncementLine: Hashable, Sendable {
  /// The message; nil leaves the line blank.
  package var message: Message?

  /// The line with a message.
  package init(_ message: Message?) { self.message = message }

  /// Draws the row.
  package func draw(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row(0)
    canvas.fill(row)
    guard let message else { return }
    let (head, tail) = AnnouncementLine.parts(of: message.text, width: row.width - 1, canvas.glyphs)
    let style = Style(message.role)
    let room = row.width - 1 - TextMeasure.width(tail, glyphs: canvas.glyphs)
    let used = canvas.write(head, at: Point(x: row.x + 1, y: row.y), width: room, style: style)
    if !tail.isEmpty {
      canvas.write(tail, at: Point(x: row.x + 1 + used, y: row.y), width: nil, style: style)
    }
  }

  /// Where the whole is too long it is cut in the middle: the key at its end, which says what can
  /// be done about it, stays.
  private static func parts(of text: String, width: Int, _ glyphs: Glyphs) -> (String, String) {
    let mark = " · "
    guard TextMeasure.width(text, glyphs: glyphs) > width,
      let last = text.ranges(of: mark).last
    else { return (text, "") }
    let tail = String(text[last.lowerBound...])
    return TextMeasure.width(tail, glyphs: glyphs) > width / 2
      ? (text, "") : (String(text[..<last.lowerBound]), tail)
  }
}

/// Row 2: what this list is, always true: its name, scope, counts, filter and order.
package struct SummaryLine: Hashable, Sendable {
  /// The parts, joined by ` · `.
  package var parts: [Span]

  /// A line of parts; empty ones are left out.
  package init(_ parts: [Span]) { self.parts = parts.filter { !$0.text.isEmpty } }

  /// A line of words, the first of which is the title.
  package init(_ words: [String]) {
    self.init(words.enumerated().map { Span($1, $0 == 0 ? .title : .text) })
  }

  /// Draws the row.
  package func draw(on canvas: inout Canvas, in rect: Rect) {
    let row = rect.row(0)
    canvas.fill(row)
    var spans: [Span] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { spans.append(Span(" · ", .muted)) }
      spans.append(part)
    }
    canvas.write(spans, at: Point(x: row.x + 1, y: row.y), width: row.width - 1)
  }
}
