import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// What is typed after an action is meant for the child it was done for.
@Suite struct `The focus after an action` {
  @Test func `stays with the child, whose row has gone, and comes back with undo`() {
    var stage = Stage()
    stage.play("<down>")
    #expect(stage.root.today.selected?.name.family == "Adeyemi")
    #expect(stage.cursorRow().contains("-12 d"))
    stage.play("d2")
    #expect(stage.root.today.selected?.name.family == "Adeyemi")
    #expect(stage.cursorRow().contains("Amendment notice"))
    stage.play("<home>u")
    #expect(stage.cursorRow().contains("-12 d"))
    #expect(stage.cursorRow().contains("ADEYEMI, Tobi"))
  }

  @Test func `goes to the next row where the child has none, naming who was done`() {
    var stage = Stage()
    // No plan date: once decided, nothing of the child's is due within 28 days.
    #expect(stage.root.today.selected?.name.family == "Mensah")
    let next = stage.root.today.list.rows[1].id
    stage.play("m<enter>")
    stage.play("d1")
    #expect(stage.root.today.list.rows.allSatisfy { $0.name.family != "Mensah" })
    #expect(stage.root.today.selected?.id == next)
    #expect(stage.root.log.current?.text.contains(": MENSAH, Kofi · u undo") == true)
    stage.play("<end>u")
    #expect(stage.root.today.selected?.name.family == "Mensah")
    #expect(
      stage.root.log.current?.text == "✓ Undone: decision sent: MENSAH, Kofi · U redo")
    stage.play("<home>j<end>U")
    #expect(stage.root.today.list.rows.allSatisfy { $0.name.family != "Mensah" })
  }

  @Test func `an undone note names its child, and has the focus there`() {
    var stage = Stage()
    stage.play("<down>nA call<^s><end>u")
    #expect(stage.root.log.current?.text == "✓ Undone: note added: ADEYEMI, Tobi · U redo")
    #expect(stage.root.today.selected?.name.family == "Adeyemi")
    stage.play("<home>U")
    #expect(stage.root.today.selected?.name.family == "Adeyemi")
  }

  @Test func `comes back to a row that is no longer held`() {
    let many = (1...300).map {
      FakeWorkspace.entry(
        $0, "Child\(1000 + $0)", "A", meeting: "2026-10-14", decision: "2025-12-20")
    }
    var stage = Stage(many)
    stage.play("<down><down>d1")
    let done = "Child1003"
    stage.play("<end>")
    stage.play("R")
    #expect(!stage.root.today.list.rows.contains { $0.name.family == done })
    stage.play("u")
    #expect(stage.root.today.selected?.name.family == done)
    #expect(stage.cursorRow().contains("-12 d"))
  }

  @Test func `comes back to a row that was never held, as after a restart`() {
    let many = (1...600).map {
      FakeWorkspace.entry(
        $0, "Child\(1000 + $0)", "A", meeting: "2026-10-14", decision: "2025-12-20")
    }
    var stage = Stage(many)
    #expect(!stage.root.today.list.rows.contains { $0.name.family == "Child1500" })
    stage.play("fchild1500<enter>d1<esc>u")
    #expect(stage.root.today.selected?.name.family == "Child1500")
    #expect(stage.cursorRow().contains("-12 d"))
    // Where the child has no row the focus stays where it is.
    stage.play("<home>/child1002<enter>U")
    #expect(stage.root.today.selected?.name.family == "Child1002")
    #expect(stage.root.today.list.rows.allSatisfy { $0.name.family == "Child1002" })
  }

  /// Children enough that not all of them are held.
  private static let many = (1...300).map {
    FakeWorkspace.entry(
      $0, "Child\(1000 + $0)", "A", meeting: "2026-10-14", decision: "2025-12-20")
  }

  @Test(arguments: [20, 300])
  func `stays on the plan in Reviews, however far its row goes`(count: Int) {
    var stage = Stage(Array(Self.many.prefix(count)))
    stage.play("2jjd1")
    #expect(stage.root.reviews.selected?.name.family == "Child1003")
    #expect(stage.cursorRow().contains("CHILD1003"))
    #expect(!stage.cursorRow().contains("-12 d"))
    stage.play("u")
    #expect(stage.root.reviews.selected?.name.family == "Child1003")
    #expect(stage.cursorRow().contains("-12 d"))
  }

  @Test(arguments: [20, 300])
  func `goes down Today to the next row, not far away with the child`(count: Int) {
    var stage = Stage(Array(Self.many.prefix(count)))
    stage.play("jjd2")
    let isNear = stage.root.today.list.visible.contains { $0.name.family == "Child1003" }
    #expect(
      stage.root.today.selected?.name.family == (isNear ? "Child1003" : "Child1004"))
    #expect(stage.root.today.list.top < 3)
  }

  @Test func `a filter taken away leaves the focus where it was`() {
    var stage = Stage(Self.many)
    for way in ["<esc>", "/<esc>"] {
      stage.play("2<home>/child1234<enter>")
      #expect(stage.root.reviews.selected?.name.family == "Child1234")
      stage.play(way)
      #expect(stage.root.reviews.query.filter.isEmpty)
      #expect(stage.root.reviews.selected?.name.family == "Child1234")
      #expect(stage.cursorRow().contains("CHILD1234"))
    }
  }

  @Test func `what others change does not take the focus off a plan`() {
    var stage = Stage(Self.many)
    stage.play("2jj")
    // A stage shares its workspace with its copies.
    var other = stage
    other.play("d1")
    stage.play("R")
    #expect(!stage.cursorRow().contains("-12 d"))
    #expect(stage.root.reviews.selected?.name.family == "Child1003")
  }

  @Test func `in lines too`() {
    var stage = PlainStage()
    stage.type("2", "d", "2", "", "y")
    #expect(stage.dialogue.root.today.selected?.name.family == "Adeyemi")
    stage.type("1", "undo")
    #expect(stage.dialogue.root.today.selected?.name.family == "Adeyemi")
    #expect(stage.text.hasSuffix("Type a number, an action, or ? for help.\n> "))
    #expect(
      stage.text.contains(
        "Undone: decision sent: ADEYEMI, Tobi · U redo\nChosen: row 2, ADEYEMI, Tobi, Decision after"
      ))
  }
}
