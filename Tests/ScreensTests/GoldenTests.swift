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
    ("record-trail", "2<down>W"), ("no-detail", "2v"), ("chart-table", "T1"),
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

  @Test func `in a narrow window nothing of the list stands beneath a box`() {
    for keys in ["2<down>w", "2<down>n", "2<down>m", "fade", "4travel<enter>!", "?"] {
      var stage = Stage(size: Size(width: 60, height: 20), facts: WorkspaceFacts(hasOffer: true))
      stage.play(keys)
      let lines = stage.text().split(separator: "\n", omittingEmptySubsequences: false)
      guard let end = lines.firstIndex(where: { $0.contains("└") }) else {
        Issue.record("no box after \(keys)")
        continue
      }
      // The message and the keys are the last two lines.
      #expect(lines[(end + 1)..<18].allSatisfy { $0.allSatisfy(\.isWhitespace) }, "\(keys)")
    }
  }

  @Test func `a record says how much of the time line is to be seen`() {
    var stage = Stage(size: Size(width: 60, height: 20))
    stage.play("2<down><enter>")
    #expect(stage.text().contains(" lines shown"))
    stage.send(.resize(Size(width: 60, height: 40)))
    #expect(!stage.text().contains(" lines shown"))
  }

  @Test func `the first start is whole in a narrow window`() {
    var stage = Stage(size: Size(width: 60, height: 20), isFirstStart: true)
    #expect(!stage.text().contains("…"))
    stage.play("3")
    #expect(stage.text().contains("brings a return in."))
  }
}
