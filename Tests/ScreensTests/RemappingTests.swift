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

  @Test func `come back when letters are turned on again`() {
    var stage = Stage(lettersAreOff: true)
    stage.send(.key(.function(2)))
    stage.play("letters as keys<enter>2")
    #expect(stage.root.screen == .reviews)
  }
}
