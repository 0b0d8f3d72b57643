import SENDDomain
import TerminalKit

/// The search box over its results.
struct OfferView {
  let pane: OfferPane
  let words: Words
  let hasSource: Bool

  static let columns = ColumnLayout([
    Column("name", "Service", minimum: 28, ideal: 44),
    Column("sector", "By", minimum: 9, ideal: 9, priority: 3),
    Column("ages", "Ages", minimum: 7, ideal: 7),
    Column("cost", "Cost", minimum: 10, ideal: 14, priority: 2),
    Column("place", "Where", minimum: 12, ideal: 26, priority: 4),
    Column("checked", "Checked", minimum: 16, ideal: 24),
  ])

  func draw(on canvas: inout Canvas, _ layout: Layout) -> Point {
    let label = " Search: "
    canvas.write(label, at: layout.header.origin, role: pane.focus == .box ? .key : .muted)
    let box = layout.header.splitLeft(label.count).rest
    let typing = pane.box.draw(
      on: &canvas, in: box, placeholder: "what the family said, in any words; spelling forgiven")
    let (header, list) = layout.list.splitTop(1)
    OfferView.columns.drawHeader(on: &canvas, in: header, sort: nil)
    var shown = pane.list
    shown.resize(height: list.height)
    let row = shown.draw(
      on: &canvas, in: list, columns: OfferView.columns, isFocused: pane.focus == .results,
      emptyLines: emptyLines
    ) { hit, column in cell(hit, column) }
    drawDetail(on: &canvas, in: layout.detail)
    return pane.focus == .box ? typing : row
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
    guard let hit = pane.list.selected else {
      canvas.rule(top)
      return
    }
    canvas.rule(top, title: hit.service.title)
    let inner = Rect(x: body.x + 1, y: body.y, width: body.width - 1, height: body.height)
    let lines = OfferText(hit, words).brief.flatMap { spans in
      WordWrap.lines(
        spans.map(\.text).joined(), width: inner.width, glyphs: canvas.glyphs
      ).map { [Span($0, spans.first?.style.role ?? .text)] }
    }
    _ = ScrollText(lines, height: inner.height).draw(on: &canvas, in: inner)
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
    var lines = ["Nothing is found for these words and choices."]
    if !pane.results.unknown.isEmpty {
      lines.append(
        "No service says \(pane.results.unknown.map { "\"\($0)\"" }.joined(separator: ", "))."
      )
    }
    if pane.hasFacets { lines.append("Esc takes the choices away.") }
    if !pane.box.isEmpty || pane.hasFacets {
      lines.append(
        "\(words.key(.offerGap)) keeps the subject of this search, without names; "
          + "\(words.key(.offerAdd)) adds a service that you know of.")
    }
    return lines
  }
}
