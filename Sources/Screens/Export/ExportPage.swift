import SENDDomain
import TerminalKit

/// What is to be written, to be read first: whom it is about, whom it goes to, what is still to be
/// filled in, and the text.
struct ExportPage: Sendable {
  /// Of its box: the 72 letters of a letter's line, and the frame.
  static let width = 76

  let export: Export
  var dialog: Dialog
  /// What Enter does.
  let writing: String

  /// - Returns: Nil where nothing was made.
  init?(_ export: Export, _ words: Words) {
    self.export = export
    switch export {
    case .letters(let made):
      guard let first = made.letters.first else { return nil }
      let isOne = made.letters.count == 1
      dialog = Dialog(
        title: isOne ? first.kind.words : "\(made.letters.count) letters, one child in each",
        paragraphs: isOne
          ? ExportPage.page(of: first, made, words) : ExportPage.page(of: made, words))
      writing = isOne ? "write the file" : "write \(made.letters.count) files"
    case .lists(let lists):
      guard !lists.isEmpty else { return nil }
      dialog = Dialog(
        title: lists.count == 1 ? "List for \(lists[0].provider)" : "A list for each provider",
        paragraphs: ExportPage.page(of: lists))
      writing = lists.count == 1 ? "write the file" : "write \(lists.count) files"
    case .chronology(let chronology):
      dialog = Dialog(
        title: "Chronology",
        paragraphs: [[Span(words.identity(chronology.name, chronology.born), .title)], []]
          + ExportPage.lines(chronology.text(width: 72)))
      writing = "write the file"
    case .agenda(let agenda):
      dialog = Dialog(
        title: "Panel agenda",
        paragraphs: ExportPage.lines(
          agenda.text(by: words.rules, width: 72).replacing("\u{0C}\n", with: "")))
      writing = "write the file"
    }
  }

  private static func page(
    of letter: Letter, _ made: LettersMade, _ words: Words
  ) -> [[Span]] {
    var page: [[Span]] = [
      [Span(words.identity(letter.name, letter.born), .title)],
      [Span("To \(letter.recipient) (\(letter.relationship))")],
    ]
    if !letter.toFill.isEmpty {
      let places = letter.toFill.count == 1 ? "1 place" : "\(letter.toFill.count) places"
      page.append(
        [Span("\(places) to fill in: " + letter.toFill.joined(separator: "; "), .soon)])
    }
    page += warning(made, words)
    return page + [[]] + lines(letter.text())
  }

  private static func page(of made: LettersMade, _ words: Words) -> [[Span]] {
    var page = [[Span("Each goes into a file of its own in a new folder.")]]
    page += warning(made, words)
    for sentence in made.refused { page.append([Span("Left out: \(sentence)", .soon)]) }
    page.append([])
    for letter in made.letters {
      let filling = letter.toFill.isEmpty ? "" : " · \(letter.toFill.count) to fill in"
      page.append([
        Span(words.identity(letter.name, letter.born), .title),
        Span(" · \(letter.kind.words) · to \(letter.recipient)\(filling)"),
      ])
    }
    return page
  }

  private static func page(of lists: [ProviderList]) -> [[Span]] {
    var page = [
      [Span("Each list holds one provider's children, and of them name, birth date and reference.")]
    ]
    for list in lists {
      page.append([])
      page.append([Span("\(list.provider): \(list.lines.count)", .title)])
      for cells in list.cells { page.append([Span(cells.joined(separator: " · "))]) }
    }
    return page
  }

  /// A child's full name in what people wrote may be there by mistake.
  private static func warning(_ made: LettersMade, _ words: Words) -> [[Span]] {
    guard !made.alsoNamed.isEmpty else { return [] }
    let names = made.alsoNamed.map { words.name($0) }.joined(separator: "; ")
    return [[Span("What was written names another child too: \(names). Is that right?", .late)]]
  }

  private static func lines(_ text: String) -> [[Span]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { [Span(String($0))] }
  }
}
