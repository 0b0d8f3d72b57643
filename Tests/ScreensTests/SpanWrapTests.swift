import TerminalKit
import Testing

@testable import Screens

/// Where there are rows to spare nothing of a plan's detail is cut off.
@Suite struct SpanWrapTests {
  private func wrap(_ parts: [String], _ width: Int) -> [String] {
    SpanWrap.lines([parts.map { Span($0) }], width: width, glyphs: .unicode)
      .map { $0.map(\.text).joined() }
  }

  @Test func `leaves alone what fits`() {
    #expect(wrap(["With K Osei", " · Elm Court"], 23) == ["With K Osei · Elm Court"])
  }

  @Test func `breaks between two facts, without what joined them`() {
    #expect(wrap(["With K Osei", " · Elm Court"], 22) == ["With K Osei", "  Elm Court"])
  }

  @Test func `keeps a sign with its words, and a date whole`() {
    #expect(
      wrap(["! ", "Decision after the review", "  Wed 11 Nov -12 d"], 30)
        == ["! Decision after the review", "  Wed 11 Nov -12 d"])
    #expect(
      wrap(["· ", "Final plan naming the post-16 institution", "  Wed 31 Mar"], 30)
        == ["· Final plan naming the", "  post-16 institution", "  Wed 31 Mar"])
  }

  @Test func `the detail beside a list cuts nothing off`() {
    var stage = Stage(size: Size(width: 120, height: 40))
    for screen in ["1", "2"] {
      stage.play(screen)
      for _ in 0..<6 {
        let rows = stage.frame().canvas.text.dropFirst(2).dropLast(2)
        for row in rows {
          let detail = String(row.dropFirst(72))
          // A rule is a title, which the record repeats.
          #expect(!detail.contains("…") || detail.contains("──"), "\(detail)")
        }
        #expect(stage.text().contains("Open dates"))
        stage.play("j")
      }
    }
  }
}
