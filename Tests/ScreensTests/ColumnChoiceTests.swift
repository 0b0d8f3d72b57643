import TerminalKit
import Testing

@testable import Screens

/// Which columns a list shows can be chosen, but never not to see whom a row is about, its state
/// and when it is due.
@Suite struct `Columns of the lists` {
  private static let sizes = [
    Size(width: 60, height: 20), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ]

  @Test func `are hidden and shown by a list of them that stays open`() {
    var stage = Stage()
    stage.play("2:columns<enter>")
    #expect(stage.text().contains("> 1 Yr  shown"))
    stage.play("3")
    #expect(stage.text().contains("> 3 Setting  hidden"))
    #expect(stage.text().contains("Hidden: the column Setting."))
    stage.play("<esc>")
    #expect(!stage.text().contains("Setting     Officer"))
    #expect(!stage.text().contains("Quayside FE K Osei"))
    stage.play(":columns<enter>3<esc>")
    #expect(stage.text().contains("Setting     Officer"))
  }

  @Test func `make room for those that had none`() {
    var stage = Stage()
    stage.play(":columns<enter>")
    #expect(stage.text().contains("3 Date  no room in this window"))
    stage.play("12")
    #expect(stage.text().contains("3 Date  shown"))
    stage.play("<esc>")
    #expect(stage.text().contains("Mon 23 Nov"))
  }

  @Test func `shown again where there is no room say so`() {
    var stage = Stage()
    stage.play("2:columns<enter>55")
    #expect(
      stage.text().contains("Chosen: the column Date. There is no room for it: hide another"))
  }

  @Test func `all come back by the last line`() {
    var stage = Stage()
    stage.play("2")
    let before = stage.text()
    stage.play(":columns<enter>123<end><enter><esc>")
    #expect(stage.root.hiddenColumns.isEmpty)
    #expect(stage.text().contains("Every column is shown that has room."))
    stage.play("1")
    stage.play("2")
    #expect(
      stage.text().split(separator: "\n").prefix(9) == before.split(separator: "\n").prefix(9))
  }

  @Test(arguments: sizes, ["", "2", "4<enter>", "4ask<enter><tab>"])
  func `never hide whom a row is about, its state and its day`(size: Size, keys: String) {
    var stage = Stage(size: size)
    stage.play(keys + ":columns<enter>")
    for _ in 0..<12 { stage.play("<space><down>") }
    stage.play("<esc>")
    let text = stage.text()
    if !keys.hasPrefix("4") {
      #expect(text.contains("When") || text.contains("Next due"))
      #expect(text.contains("Child"))
      #expect(text.contains("> ? no date"))
      #expect(text.contains("MENSAH, Kofi"))
    }
    for line in stage.frame().canvas.text { #expect(TextMeasure.width(line) <= size.width) }
  }

  @Test func `of the Local Offer can be chosen too, each list's its own`() {
    var stage = Stage()
    stage.play("4<enter>:columns<enter>")
    #expect(stage.text().contains("1 By"))
    stage.play("1<esc>")
    #expect(!stage.text().contains("By "))
    stage.play("1:columns<enter>")
    #expect(stage.text().contains("> 1 Yr  shown"))
  }

  @Test func `keep the focus on the row`() throws {
    var stage = Stage()
    stage.play("2jjj")
    let row = try #require(stage.root.reviews.selected?.id)
    stage.play(":columns<enter>12<esc>")
    #expect(stage.root.reviews.selected?.id == row)
    #expect(stage.cursorRow().hasPrefix(">"))
  }

  @Test func `that nobody knows are left out of what was kept, and that is said`() {
    var view = SavedView()
    view.screen = "reviews"
    view.today.states = "needsAction"
    view.today.sort = "due"
    view.reviews.states = "all"
    view.reviews.sort = "due"
    view.hiddenColumns = ["reviews": ["setting", "child", "colour"], "moons": ["phobos"]]
    var stage = Stage(view: view)
    #expect(stage.root.hiddenColumns == [.reviews: ["setting"]])
    #expect(stage.text().contains("Part of where you left off is not known any more"))
    #expect(stage.text().contains("MENSAH, Kofi"))
  }

  @Test func `do not matter where rows are read out in lines`() {
    var stage = PlainStage()
    stage.type("columns")
    #expect(
      stage.text.contains("That is for the screens, which have columns. Here every field is read."))
  }
}
