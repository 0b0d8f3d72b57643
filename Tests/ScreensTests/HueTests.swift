import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// What a hue says is said by a sign or a word as well, wherever it is drawn.
@Suite struct HueTests {
  private static let screens = [
    "", "2", "2<down><enter>", "2<down>w", "2?", ":", "fade", "2<down>d", "2<down>m", "2<down>V",
    "2<down>b31 feb<enter>", "2/be", "2<down>nhello", "2<space><space>d", "2H", "2s", "2F",
    "2<down><enter>]", "2<down><enter>]]", "2<down><enter>]]]", "2<down>W", "2v",
    "2<down><down><down>", "2<down><down><down><enter>", "2<down><down><down><enter>]]",
    "2G", "2G<enter>", "2Gw",
  ]

  /// What stands for each hue: in the run itself, or for a date at the head of its row.
  private static let words: [String: [String]] = [
    "late": ["!", "late"],
    "unknown": ["?", "unknown", "not known", "no date"],
    "soon": ["~", "days", "Look", "due", "latest return", "press", "Replaces"],
    "met": ["✓", "+", "done", "met"],
  ]

  @Test(arguments: screens, [Glyphs.unicode, .ascii])
  func `each comes with its sign or word`(keys: String, glyphs: Glyphs) throws {
    var stage = Stage(size: Size(width: 132, height: 43), glyphs: glyphs)
    stage.play(keys)
    let canvas = stage.frame().canvas
    let rows = canvas.text
    for run in canvas.styleRuns {
      let parts = run.split(separator: " ", maxSplits: 2).map(String.init)
      let role = String(parts[1].prefix { $0 != "+" })
      let text = parts[2].dropFirst().dropLast()
      guard !text.isEmpty, let row = Int(parts[0].prefix { $0 != ":" }),
        let column = Int(parts[0].drop { $0 != ":" }.dropFirst().prefix { $0 != "-" }),
        // What a popup covers half.
        column == 0 || canvas[Point(x: column - 1, y: row)]?.style.role != .border,
        !["┐", "┘", "-+"].contains(where: { rows[row].contains($0) })
      else { continue }
      if let words = Self.words[role] {
        let isSaid = words.contains { text.contains($0) || rows[row].contains($0) }
        #expect(isSaid, "\(keys): \(run)")
      } else if ["info", "error"].contains(role) {
        // Words of their own; of the bars the numbers stand beside them.
        #expect(
          text.contains(where: \.isLetter) || rows[row].contains("12 weeks"),
          "\(keys): \(run)")
      }
    }
  }
}
