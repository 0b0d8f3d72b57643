import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

/// Whatever is pressed, nothing is lost that cannot be brought back, and there is always a way out.
@Suite struct `Random keys` {
  private static let keys: [Key] =
    "1298qwertyuiopasdfghjklzxcvbnmABCDEFGHRSUVWXTL[]<>=!*+-/?:.,0 ".map { .character($0) }
    + [
      .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab, .backTab, .enter, .enter,
      .escape, .escape, .backspace, .delete, .ctrl("s"), .ctrl("u"), .ctrl("d"), .ctrl("n"),
      .ctrl("p"), .ctrl("l"), .function(1), .function(2), .function(9),
    ]

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `never crash, never trap, and undo to the beginning`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    var stage = Stage(mouseIsOn: seed.isMultiple(of: 2))
    let before = stage.workspace.entries.map(\.history)
    for step in 0..<500 {
      let pick = Int.random(in: 0..<(Self.keys.count + 9), using: &random)
      switch pick {
      case Self.keys.count: stage.send(.paste("q\nd2\n:undo\n"))
      case Self.keys.count + 1: stage.send(.paste("14 oct"))
      case (Self.keys.count + 3)...:
        // Only what was drawn can be clicked, and only where the mouse is on.
        _ = stage.frame()
        let place = Point(
          x: Int.random(in: 0..<80, using: &random), y: Int.random(in: 0..<24, using: &random))
        let events: [Pointer] = [.click(place), .click(place), .wheelUp, .wheelDown]
        stage.send(.pointer(events[Int.random(in: 0..<4, using: &random)]))
      case Self.keys.count + 2:
        let width = Int.random(in: 1...140, using: &random)
        stage.send(.resize(Size(width: width, height: Int.random(in: 1...50, using: &random))))
      default: stage.send(.key(Self.keys[pick]))
      }
      // Drawing must hold at any size.
      if step % 10 == 0 { _ = stage.text() }
    }
    stage.send(.resize(Size(width: 80, height: 24)))
    stage.play("<esc><esc><esc><esc><esc><esc>")
    #expect(stage.root.layers.isEmpty, "six times Esc leads to the root")
    #expect(stage.root.record == nil)
    if stage.root.lettersAreOff {
      stage.send(.key(.function(2)))
      stage.play("letters as keys<enter>")
    }
    for _ in 0..<600 where !stage.workspace.undoStack.isEmpty { stage.play("u") }
    #expect(stage.workspace.undoStack.isEmpty)
    #expect(stage.workspace.entries.map(\.history) == before)
  }
}
