import TerminalKit
import Testing

@testable import Screens

/// Keys that a person has moved, or turned off.
@Suite struct `Moved keys` {
  private static func table(_ keys: [String: [String]]) -> ActionTable {
    ActionTable.waymark.remapped(keys).table
  }

  @Test func `act, and are what every sentence names`() {
    var stage = Stage(table: Self.table(["undo": ["F9"], "review.meeting": ["F5"]]))
    stage.play("2")
    stage.send(.key(.function(5)))
    #expect(stage.text().contains("Review meeting held"))
    stage.play("<esc>/adeyemi<enter>")
    #expect(stage.text().contains("F5 meeting"))
    stage.play("r<^s>")
    #expect(stage.text().contains("F9 undo"))
    // The key it had means nothing now.
    stage.play("u")
    #expect(stage.text().contains("u does nothing here. ? lists the keys that do."))
    stage.send(.key(.function(9)))
    #expect(stage.text().contains("Undone"))
  }

  @Test func `are refused with both names where they would clash`() {
    let (table, problems) = ActionTable.waymark.remapped(["review.meeting": ["d"]])
    #expect(
      problems.map(\.sentence) == ["d cannot be both review.meeting and review.decision."])
    #expect(table[.meeting]?.keys == [.character("m")])
  }

  @Test func `leave every action within reach with letters off`() {
    var stage = Stage(lettersAreOff: true)
    #expect(stage.text().hasSuffix("Enter open  F2 all actions  F1 keys"))
    stage.play("2")
    #expect(stage.root.screen == .today)
    let row = stage.root.today.selected?.id
    stage.play("j")
    #expect(stage.root.today.selected?.id == row)
    stage.play("<down>")
    #expect(stage.root.today.selected?.id != row)
    stage.send(.key(.function(2)))
    stage.play("all reviews")
    #expect(stage.text().contains("Reviews"))
    stage.play("<esc>")
    stage.send(.key(.function(1)))
    stage.play("all actions")
    #expect(stage.text().contains("F2"))
    stage.play("<esc>")
    for action in stage.root.table.actions {
      #expect(action.keys.allSatisfy { $0.inserted == nil }, "\(action.id.rawValue)")
    }
    // Choices are taken by arrows and Enter.
    stage.send(.key(.function(2)))
    stage.play("record the decision<enter>")
    #expect(stage.text().contains("Decision after the review"))
    stage.play("<down><enter>")
    #expect(stage.text().contains("amend"))
  }

  @Test func `move lists, dialogs and choices as they do everywhere`() {
    var stage = Stage(table: Self.table(["move.down": ["F6"], "leave": ["z"]]))
    stage.play("2")
    let first = stage.root.reviews.selected?.id
    stage.play("j<down>")
    #expect(stage.root.reviews.selected?.id == first)
    stage.send(.key(.function(6)))
    #expect(stage.root.reviews.selected?.id != first)
    // The order by name is the second choice.
    stage.play("sj")
    stage.send(.key(.function(6)))
    stage.play("<enter>")
    #expect(stage.root.reviews.query.sort == .name)
    stage.play("wq")
    #expect(stage.root.layers.count == 1)
    stage.play("z")
    #expect(stage.root.layers.isEmpty && stage.root.screen == .reviews)
    stage.play("z")
    #expect(stage.root.screen == .today)
    stage.play("<esc>")
    #expect(stage.root.log.current?.text == "This is the first screen. z leaves Waymark.")
  }

  @Test func `save forms, and are text in them where they are printable`() {
    var stage = Stage(table: Self.table(["form.save": ["F7"], "back": ["F8"]]))
    stage.play("<down>nCalled<^s>")
    #expect(stage.root.layers.count == 1)
    #expect(stage.text().contains("F7 saves"))
    stage.send(.key(.function(7)))
    #expect(stage.root.layers.isEmpty && stage.workspace.undoStack.count == 1)
    stage.play("w")
    stage.send(.key(.function(8)))
    #expect(stage.root.layers.isEmpty)
    #expect(
      ActionTable.waymark.remapped(["form.save": ["x"]]).problems.map(\.sentence)
        == ["x is text in a form, so it cannot be form.save."])
  }

  @Test func `are refused where they would take a key that moves`() {
    #expect(
      ActionTable.waymark.remapped(["undo": ["j"]]).problems.map(\.sentence)
        == ["j cannot be both undo and move.down."])
  }

  @Test func `never leave the list of all actions without one`() {
    let (table, _) = ActionTable.waymark.remapped(["palette": ["Z"], "undo": ["F2"]])
    #expect(table.withLettersOff[.palette]?.keys == [.function(3)])
  }

  @Test func `off: no digit chooses, no letter answers, arrows and Enter do`() {
    var stage = Stage(lettersAreOff: true)
    stage.play("<down>")
    stage.send(.key(.function(2)))
    stage.play("record the decision<enter>2q 9")
    #expect(stage.root.layers.count == 1 && stage.workspace.undoStack.isEmpty)
    stage.play("<down><enter>")
    #expect(stage.workspace.undoStack.count == 1)
    #expect(stage.root.log.current?.text.contains("Decision to amend") == true)
    stage.send(.key(.function(2)))
    stage.play("quick filter<enter>2")
    #expect(stage.root.layers.count == 1)
    #expect(stage.text().contains("Up Down choose"))
    stage.play("<esc>")
    #expect(stage.root.layers.isEmpty)
  }

  @Test func `off: the first start is taken by arrows, and left by Esc and Enter`() {
    var stage = Stage(isFirstStart: true, lettersAreOff: true)
    stage.play("1q")
    #expect(stage.root.isFirstStart && !stage.quits)
    #expect(stage.text().contains("Up Down choose  Enter take  Esc leave"))
    stage.play("<esc><enter>")
    #expect(stage.quits)
  }

  @Test func `come back when letters are turned on again`() {
    var stage = Stage(lettersAreOff: true)
    stage.send(.key(.function(2)))
    stage.play("letters as keys<enter>2")
    #expect(stage.root.screen == .reviews)
  }

  @Test func `that could not be moved are told with the first frame and kept in the messages`() {
    var stage = Stage(remarks: ["config.yaml:3: j cannot be both.", "config.yaml:5: No action."])
    #expect(stage.text().contains("! config.yaml:3: j cannot be both."))
    stage.play("j:last messages<enter>")
    #expect(stage.text().contains("config.yaml:5: No action."))
  }

  @Test(arguments: [
    ("find", "Space", "list.mark"), ("review.decision", "u", "undo"), ("why", "Esc", "back"),
    ("review.meeting", "Enter", "open"),
  ])
  func `a key of another place that holds at the same time clashes`(
    action: String, key: String, other: String
  ) {
    let (table, problems) = ActionTable.waymark.remapped([action: [key]])
    #expect(problems.count == 1)
    #expect(problems.first?.sentence.contains("cannot be both") == true)
    #expect(problems.first?.sentence.contains(other) == true)
    #expect(table.actions == ActionTable.waymark.actions)
  }

  @Test func `the key that ends a program is nobody's`() {
    let (_, problems) = ActionTable.waymark.remapped(["note.add": ["Ctrl-C"]])
    #expect(problems.map(\.sentence) == ["^C cannot be remapped (for note.add)."])
  }
}
