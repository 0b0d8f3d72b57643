import TerminalKit
import Testing

@testable import Screens

/// F1 and F2 where letters are text: nothing typed is lost.
@Suite struct `The help and the palette over a form` {
  @Test(arguments: [false, true])
  func `open, and leave what was typed as it is`(lettersAreOff: Bool) {
    for key in ["<f1>", "<f2>"] {
      var stage = Stage(lettersAreOff: lettersAreOff)
      stage.play("<down><f2>add a note<enter>A call\(key)")
      #expect(stage.text().contains(key == "<f1>" ? "Keys that work here" : "All actions"))
      stage.play("xyz<esc>")
      #expect(stage.text().contains("│ > Note  A call "))
      stage.play(" back<^s>")
      #expect(stage.workspace.entries[0].notes.first?.text == "A call back")
    }
  }

  @Test func `save the form, show messages over it, hide the names in it`() {
    var stage = Stage()
    stage.play("<down>nA call<f2>hide names<enter>")
    #expect(!stage.text().contains("ADEYEMI") && stage.text().contains("A call"))
    stage.play("<f2>last mess<enter>")
    #expect(stage.text().contains("Messages name children"))
    stage.play("<f2>hide names<enter><f2>last mess<enter>")
    #expect(stage.text().contains("Last messages"))
    stage.play("<esc><f1>save the form<enter>")
    #expect(stage.root.layers.isEmpty)
    #expect(stage.root.log.current?.text == "✓ Note added for ADEYEMI, Tobi · u undo")
  }

  @Test func `say of what must wait that a form is open`() {
    var stage = Stage()
    stage.play("<down>nA call<f2>record the decision<enter>")
    #expect(
      stage.root.log.current?.text
        == "! Record the decision: a form is open; save or leave it first.")
    #expect(stage.text().contains("A call"))
    stage.play("<f1>")
    guard case .actions(let help)? = stage.root.layers.last else {
      Issue.record("no help")
      return
    }
    // What the help lists can be done, and its keys are keys there.
    #expect(help.lines.rows.allSatisfy { $0.disabled == nil })
    #expect(help.lines.rows.first?.key == "^S" && help.lines.rows.first?.name == "Save the form")
    #expect(help.lines.rows.first { $0.name == "Hide names" }?.key == "")
  }

  @Test func `keep a filter that is being typed`() {
    var stage = Stage()
    stage.play("2/be<f2><esc>")
    #expect(stage.root.reviews.query.filter == "be" && !stage.root.isTypingFilter)
  }

  @Test func `say in other boxes that they open when those are closed`() {
    for (keys, key) in [("fo", "F2"), ("2w", "F1"), ("2s", "F2"), (":und", "F2")] {
      var stage = Stage()
      stage.play(keys)
      let text = stage.text()
      stage.send(.key(key == "F1" ? .function(1) : .function(2)))
      #expect(
        stage.root.log.current?.text == "\(key) works when this is closed: Esc closes it.")
      #expect(stage.root.layers.count == 1 && text != stage.text())
    }
  }

  @Test func `whatever else is typed at the question of leaving goes on with the form`() {
    var stage = Stage()
    stage.play("<down>nA call<esc>!")
    #expect(stage.text().contains("A call!"))
    #expect(stage.root.log.current?.text == "The form goes on.")
    stage.play("<esc>")
    stage.send(.paste(" again"))
    #expect(stage.text().contains("A call! again"))
    stage.play("<esc><f2>")
    #expect(stage.root.isInForm)
    // A digit never chooses what nobody saw.
    stage.play("<esc><enter>d<tab>14 oct<backtab><esc>2")
    #expect(stage.root.isInForm && stage.workspace.undoStack.isEmpty)
    stage.play("2")
    #expect(stage.workspace.undoStack.count == 1)
  }
}
