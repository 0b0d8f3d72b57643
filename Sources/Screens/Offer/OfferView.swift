import SENDDomain
import TerminalKit

/// The search box over its results.
struct OfferView {
  let pane: OfferPane
  let words: Words
  let hasSource: Bool
  /// Columns that the person has hidden, of the services and of whom to ask.
  var hidden: Set<ColumnID> = []
  var hiddenOfPeople: Set<ColumnID> = []

  static let columns = ColumnLayout([
    Column("name", "Service", minimum: 28, ideal: 44),
    Column("sector", "By", minimum: 9, ideal: 9, priority: 3),
    Column("ages", "Ages", minimum: 7, ideal: 7),
    Column("cost", "Cost", minimum: 10, ideal: 14, priority: 2),
    Column("place", "Where", minimum: 12, ideal: 26, priority: 4),
    Column("checked", "Checked", minimum: 16, ideal: 24),
  ])

  static let peopleColumns = ColumnLayout([
    Column("title", "Who to ask", minimum: 37, ideal: 40),
    Column("who", "Name and team", minimum: 10, ideal: 32, priority: 3),
    Column("phone", "Phone", minimum: 14, ideal: 16),
    Column("area", "Area", minimum: 12, ideal: 26, priority: 5),
    Column("checked", "Checked", minimum: 12, ideal: 13, priority: 4),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    let label = " Search: "
    canvas.write(label, at: layout.header.origin, role: pane.focus == .box ? .key : .muted)
    var box = layout.header.splitLeft(label.count).rest
    if let correction = correction(in: box.width, canvas.glyphs) {
      let (rest, end) = box.splitRight(
        min(box.width, TextMeasure.width(correction, glyphs: canvas.glyphs) + 1))
      canvas.write(correction, at: end.origin, width: end.width, role: .soon)
      box = rest
    }
    let typing = pane.box.draw(
      on: &canvas, in: box, placeholder: "what the family said, in any words; spelling forgiven")
    let warning = pane.safeguardingLines(canvas.glyphs)
    let (top, rest) = layout.list.splitTop(warning.count)
    for (row, line) in warning.enumerated() {
      canvas.write(line, at: Point(x: top.x + 1, y: top.y + row), role: .late)
    }
    let (header, both) = rest.splitTop(1)
    let (list, below) = both.splitBottom(pane.peopleLines(of: both.height))
    let columns = OfferView.columns.without(hidden)
    columns.drawHeader(on: &canvas, in: header, sort: nil)
    var shown = pane.list
    shown.resize(height: list.height)
    let row = shown.draw(
      on: &canvas, in: list, columns: columns, isFocused: pane.focus == .results,
      emptyLines: emptyLines
    ) { hit, column in cell(hit, column) }
    let person = drawPeople(on: &canvas, in: below)
    // One row alone is marked as that of the keys.
    if let person, !isAtPeople { canvas.write(" ", at: person) }
    if person != nil, isAtPeople, !pane.list.isEmpty { canvas.write(" ", at: row) }
    drawDetail(on: &canvas, in: layout.detail)
    switch pane.focus {
    case .box: return typing
    case .results: return row
    case .people: return person ?? row
    }
  }

  /// What was taken for misspelt, beside what was typed: as much of it as there is room for.
  private func correction(in width: Int, _ glyphs: Glyphs) -> String? {
    let sentences = pane.results.correctionSentences
    // A blank and the cursor after what is typed, a blank at the edge.
    let room = width - TextMeasure.width(pane.box.text, glyphs: glyphs) - 3
    return sentences.first { TextMeasure.width($0, glyphs: glyphs) <= room } ?? sentences.last
  }

  /// Whether the focused row is one of the people, or would be.
  private var isAtPeople: Bool {
    pane.focus == .people || pane.list.isEmpty && !pane.people.isEmpty
  }

  /// Whom to ask, under the services; nil where nobody is.
  private func drawPeople(on canvas: inout Canvas, in rect: Rect) -> Point? {
    guard !rect.isEmpty else { return nil }
    let (top, body) = rect.splitTop(1)
    var shown = pane.people
    shown.resize(height: body.height)
    let count = shown.rows.count
    let part = body.height < count ? "\(min(body.height, count)) of \(count)" : "\(count)"
    let way = pane.focus == .people ? "" : " · \(words.key(.nextPane))"
    canvas.rule(top, title: "Who to ask · \(part)\(way)")
    let before = canvas.places.count
    let row = shown.draw(
      on: &canvas, in: body, columns: OfferView.peopleColumns.without(hiddenOfPeople),
      isFocused: pane.focus == .people, emptyLines: []
    ) { hit, column in cell(hit, column) }
    // The services' rows are the rows of this screen: these are known as its choices.
    for index in canvas.places.indices.dropFirst(before) {
      if case .row(let place) = canvas.places[index].target {
        canvas.places[index].target = .choice(place)
      }
    }
    return row
  }

  private func cell(_ hit: DirectoryHit, _ column: ColumnID) -> Span {
    let entry = hit.entry
    switch column {
    case "title": return Span(entry.title)
    case "who": return Span(entry.who, .muted)
    case "phone":
      let contact = entry.contactInWords
      return contact.isEmpty ? Span("not stated", .muted) : Span(contact, .info)
    case "area": return Span(entry.areas.joined(separator: ", "), .muted)
    default:
      if !hit.reports.isEmpty { return Span("! reported", .soon) }
      if hit.notSeenOn != nil { return Span("! not listed", .soon) }
      let text = entry.checkedInWords(on: words.today).replacing(" ago", with: "")
      return Span(text, text.hasPrefix("!") ? .soon : .muted)
    }
  }

  private func cell(_ hit: OfferHit, _ column: ColumnID) -> Span {
    let service = hit.service
    switch column {
    case "name":
      let own = hit.local?.entered == nil ? "" : " (added here)"
      let more = hit.others.isEmpty ? "" : " (\(hit.others.count + 1) entries)"
      return Span(service.title + own + more)
    case "sector": return Span(service.sector?.words ?? "", .muted)
    case "ages":
      return Span(service.agesInWords.isEmpty ? "?" : service.agesInWords, ages(hit))
    case "cost": return Span(service.costInWords, .muted)
    case "place":
      let miles = hit.miles.map { OfferText.miles($0) + " " } ?? ""
      return Span(miles + service.placeInWords, .muted)
    default:
      let text = hit.checkedInWords(on: words.today)
      return Span(text, text.hasPrefix("!") ? .soon : .muted)
    }
  }

  private func ages(_ hit: OfferHit) -> Role {
    hit.fitsAge == true ? .met : .text
  }

  private func drawDetail(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    guard let (title, brief) = detail else {
      canvas.rule(top)
      return
    }
    canvas.rule(top, title: title)
    let inner = Rect(x: body.x + 1, y: body.y, width: body.width - 1, height: body.height)
    let lines = brief.flatMap { spans in
      WordWrap.lines(
        spans.map(\.text).joined(), width: inner.width, glyphs: canvas.glyphs
      ).map { line in
        // What parts two things stands between them on one line, and is needless at its end.
        let whole = line.hasSuffix(" ·") ? String(line.dropLast(2)) : line
        return [Span(whole, spans.first?.style.role ?? .text)]
      }
    }
    _ = ScrollText(lines, height: inner.height).draw(on: &canvas, in: inner)
  }

  /// What is said of the focused row.
  private var detail: (title: String, lines: [[Span]])? {
    if isAtPeople {
      return pane.people.selected.map {
        ($0.entry.title, DirectoryText(hit: $0, words: words).brief)
      }
    }
    return pane.list.selected.map {
      ($0.service.title, OfferText($0, words, for: pane.family).brief)
    }
  }

  private var emptyLines: [String] {
    if !pane.isLoaded || !pane.isAnswered { return ["Searching…"] }
    if !hasSource {
      return [
        "No Local Offer is here yet. \"waymark import offer FILE\" brings one in: Open Referral, "
          + "Outpost or a table saved as CSV.",
        "\(words.key(.offerAdd)) adds a service by hand.",
      ]
    }
    var lines = [
      pane.people.isEmpty
        ? "Nothing is found for these words and choices."
        : "No service is found for these words and choices."
    ]
    let unknown = pane.results.unknown
    if !unknown.isEmpty {
      let few = unknown.prefix(6).map { "\"\($0)\"" }.joined(separator: ", ")
      let more = unknown.count > 6 ? " and \(Words.count(unknown.count - 6, "more word"))" : ""
      lines.append("No service says \(few)\(more).")
    }
    if pane.hasFacets { lines.append("Esc takes the choices away.") }
    // Whoever is found to ask may be what was looked for.
    if pane.people.isEmpty, !pane.box.isEmpty || pane.hasFacets {
      lines.append(
        "\(words.key(.offerGap)) keeps the subject of this search, without names; "
          + "\(words.key(.offerAdd)) adds a service that you know of.")
    }
    return lines
  }
}
