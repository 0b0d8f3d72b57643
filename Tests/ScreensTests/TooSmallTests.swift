import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// A window in which nothing of the screens can be seen.
@Suite struct `A window that is too small` {
  private static let small = Size(width: 50, height: 15)

  private func stage(_ keys: String) -> Stage {
    var stage = Stage(facts: WorkspaceFacts(hasOffer: true))
    stage.play(keys)
    stage.send(.resize(Self.small))
    return stage
  }

  @Test func `says what it needs, and the other ways`() {
    var stage = stage("")
    let text = stage.text().replacing("\n", with: " ").split(separator: " ").joined(separator: " ")
    #expect(text.contains("This window is 50 by 15; the screens need at least 60 by 20."))
    #expect(text.contains("start with --plain"))
    #expect(text.contains("q leaves"))
  }

  @Test func `keeps every key from acting unseen`() {
    var stage = stage("")
    let selected = stage.root.today.selected?.id
    stage.play("d1mSjj4x n<enter>2:<enter>")
    stage.send(.paste("dd"))
    #expect(stage.workspace.undoStack.isEmpty && stage.root.layers.isEmpty)
    #expect(stage.root.screen == .today && stage.root.today.selected?.id == selected)
    #expect(!stage.quits)
  }

  @Test func `loses nothing that was typed, and adds nothing`() throws {
    var stage = stage("nRang the family")
    stage.play("<esc> and<^s><enter>")
    #expect(stage.workspace.entries.allSatisfy { $0.notes.isEmpty })
    stage.send(.resize(Size(width: 80, height: 24)))
    #expect(stage.text().contains("Rang the family"))
    stage.play("<^s>")
    #expect(stage.workspace.entries.flatMap(\.notes).map(\.text) == ["Rang the family"])
  }

  @Test func `is left by q, which asks nothing, even from a form`() throws {
    for keys in ["", "nRang", "4travel"] {
      var stage = stage(keys)
      stage.play("q")
      #expect(stage.quits)
    }
    var stage = stage("nRang")
    stage.play("q")
    #expect(stage.workspace.drafts.compactMap(\.self).last?.values["text"] == "Rang")
  }

  @Test func `is redrawn and suspended as ever`() {
    var stage = stage("")
    #expect(stage.root.handle(.key(.ctrl("l"))).count == 1)
    #expect(stage.root.handle(.key(.ctrl("z"))).count == 1)
  }

  @Test func `is nothing to the dialogue in lines`() {
    var plain = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    _ = plain.dialogue.root.handle(.resize(Self.small))
    plain.type("offer", "search travel")
    #expect(plain.text.contains("searched for: travel"))
  }
}
