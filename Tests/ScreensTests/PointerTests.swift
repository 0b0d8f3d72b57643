import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// The mouse, where a person has turned it on.
@Suite struct `The mouse` {
  private func stage(_ keys: String = "") -> Stage {
    var stage = Stage()
    stage.play(":mouse on<enter>" + keys)
    return stage
  }

  @Test func `is off until it is asked for, and the palette says how text is marked`() {
    var stage = Stage()
    #expect(!stage.frame().hasMouse)
    stage.click("NGUY")
    #expect(stage.root.today.selected?.name.family == "Mensah")
    stage.play(":mouse on")
    #expect(stage.text().contains("Shift and drag to mark text for"))
    stage.play("<enter>")
    #expect(stage.frame().hasMouse)
    #expect(stage.root.log.current?.text.contains("hold Shift and drag") == true)
    stage.play(":mouse on<enter>")
    #expect(!stage.frame().hasMouse)
  }

  @Test func `selects a row and does nothing else to it`() {
    var stage = stage()
    stage.click("NGUY")
    #expect(stage.root.today.selected?.name.family == "Nguyễn")
    #expect(stage.root.record == nil && stage.workspace.undoStack.isEmpty)
    #expect(stage.cursorRow().contains("NGUY"))
  }

  @Test func `goes to a screen by its tab, and does what the footer names`() {
    var stage = stage()
    stage.click("2 Reviews")
    #expect(stage.root.screen == .reviews)
    stage.click("w why")
    #expect(stage.root.layers.count == 1)
    stage.click("Esc close")
    #expect(stage.root.layers.isEmpty)
    stage.click("? keys")
    #expect(stage.text().contains("Keys that work here"))
  }

  @Test func `turns three rows with the wheel, and scrolls what lies on top`() {
    var stage = stage("2")
    stage.send(.pointer(.wheelDown))
    #expect(stage.root.reviews.list.selectedIndex == 3)
    stage.send(.pointer(.wheelUp))
    #expect(stage.root.reviews.list.selectedIndex == 0)
    stage.play("?")
    stage.send(.pointer(.wheelDown))
    #expect(stage.root.reviews.list.selectedIndex == 0)
    #expect(stage.cursorRow().contains("Search"))
  }

  @Test func `reaches nothing beneath what lies on top`() {
    var stage = stage("2w")
    let selected = stage.root.reviews.selected?.id
    for y in 0..<23 { for x in [0, 1, 4, 40, 79] { stage.click(x, y) } }
    #expect(stage.root.layers.count == 1 && stage.root.screen == .reviews)
    #expect(stage.root.reviews.selected?.id == selected)
  }

  @Test func `goes to a field and to a line of a choice, and takes neither`() {
    var stage = stage("<down>d")
    stage.click("2 amend")
    #expect(stage.cursorRow().contains("> 2 amend"))
    #expect(stage.workspace.undoStack.isEmpty)
    stage.click("Sent on")
    #expect(stage.cursorRow().contains("> Sent on"))
    stage.play("<esc>s")
    stage.click("3 by name")
    #expect(stage.root.today.query.sort == .triage)
    stage.play("<enter>")
    #expect(stage.root.today.query.sort == .name)
  }

  @Test func `counts a click only on what is drawn`() {
    var stage = stage()
    let frame = stage.frame()
    let row = frame.canvas.text.firstIndex { $0.contains("NGUY") } ?? 0
    // The key changes the screen; the click in the same breath was meant for the one before.
    stage.play("2")
    let selected = stage.root.reviews.selected?.id
    stage.send(.pointer(.click(Point(x: 20, y: row))))
    #expect(stage.root.reviews.selected?.id == selected)
  }
}

extension Stage {
  /// Clicks on the first place where these words stand.
  mutating func click(_ words: String) {
    let rows = frame().canvas.text
    guard let y = rows.firstIndex(where: { $0.contains(words) }),
      let place = rows[y].range(of: words)
    else {
      Issue.record("\(words) is not on the screen")
      return
    }
    click(rows[y][..<place.lowerBound].count, y)
  }

  mutating func click(_ x: Int, _ y: Int) {
    _ = frame()
    send(.pointer(.click(Point(x: x, y: y))))
  }
}
