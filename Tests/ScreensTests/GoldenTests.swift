import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// Whole screens at the sizes people have. `WAYMARK_RECORD=1` writes them anew; read the diff.
@Suite struct GoldenTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 60, height: 20), Size(width: 132, height: 43),
  ]

  @Test(arguments: sizes, [("today", ""), ("reviews", "2"), ("record", "2<down><enter>")])
  func `each screen with a borough`(size: Size, screen: (name: String, keys: String)) throws {
    var stage = Stage(size: size)
    stage.play(screen.keys)
    try stage.expectGolden("\(screen.name)-\(size.width)x\(size.height)")
  }

  @Test(arguments: [
    ("why", "2<down>w"), ("help", "2?"), ("palette", ":"), ("find", "fade"),
    ("decision", "2<down>d"), ("meeting", "2<down>m"), ("views", "2<down>V"),
    ("book-bad-day", "2<down>b31 feb<enter>"), ("filter", "2/be"), ("note", "2<down>nhello"),
    ("marked", "2<space><space>d"), ("hidden-names", "2H"), ("sort", "2s"), ("quick", "2F"),
    ("record-plan", "2<down><enter>]"), ("record-reviews", "2<down><enter>]]"),
    ("record-trail", "2<down>W"), ("no-detail", "2v"), ("chart-table", "T"),
  ])
  func `each popup and part at 80 by 24`(name: String, keys: String) throws {
    var stage = Stage()
    stage.play(keys)
    try stage.expectGolden(name)
  }

  @Test func `empty lists say why and which key changes that`() throws {
    var stage = Stage([])
    try stage.expectGolden("today-empty")
    stage.play("2")
    try stage.expectGolden("reviews-empty")
  }

  @Test func `the first start offers three ways`() throws {
    var stage = Stage([], isFirstStart: true)
    try stage.expectGolden("first-start")
  }

  @Test func `ASCII terminals get the same words`() throws {
    var stage = Stage(glyphs: .ascii)
    stage.play("2")
    try stage.expectGolden("reviews-ascii")
    let isPlain = stage.text().unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isPlain)
  }

  @Test func `a window too small says what it needs`() throws {
    var stage = Stage(size: Size(width: 50, height: 12))
    try stage.expectGolden("too-small")
  }
}
