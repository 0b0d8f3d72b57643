import Testing

@testable import Screens

/// What a digit and Enter do in a form: one rule, and the form's last line tells it.
@Suite struct FormKeysTests {
  /// The line of the open form that says what its keys do.
  private func keys(_ stage: Stage) -> String {
    guard case .form(let form)? = stage.root.layers.last else { return "" }
    return form.keys(stage.root.words)
  }

  @Test func `a digit for what a form asks first saves it, whatever was filled in before`() {
    var stage = Stage()
    stage.play("4travel<enter>S")
    #expect(keys(stage) == "1-3 saves at once · Tab first for the rest · Esc leaves")
    #expect(stage.text().contains(keys(stage)))
    stage.play("<tab>3")
    #expect(keys(stage) == "1-6 chooses · Enter next field · Esc leaves")
    #expect(stage.workspace.signposts.isEmpty)
    stage.play("<enter>")
    #expect(keys(stage) == "Enter next field · Esc leaves")
    stage.play("<backtab><backtab>")
    #expect(keys(stage) == "1-3 saves at once · Tab first for the rest · Esc leaves")
    stage.play("2")
    #expect(stage.workspace.signposts.map(\.manner) == [.text])
  }

  @Test func `Enter on the last field goes to what is still to be chosen, and says so before`() {
    var stage = Stage()
    stage.play("4travel<enter>S<backtab>By bus")
    #expect(keys(stage) == "Enter goes to: May we check back? · Esc leaves")
    stage.play("<enter>")
    #expect(stage.workspace.signposts.isEmpty)
    #expect(stage.text().contains("Choose one of these."))
    stage.play("1")
    #expect(stage.workspace.signposts.map(\.note) == ["By bus"])
  }

  @Test func `a digit that cannot save yet says what is to be put right`() {
    var stage = Stage()
    stage.play("4travel<enter>S<tab><tab><tab>32/13<backtab><backtab><backtab>")
    #expect(keys(stage) == "1-3 chooses, then to: Told on · Esc leaves")
    stage.play("1")
    #expect(stage.workspace.signposts.isEmpty)
    #expect(stage.text().contains("> Told on"))
    stage.play("<^u>")
    #expect(keys(stage) == "Enter next field · ^S saves · Esc leaves")
  }

  @Test func `a digit that would do more than it says waits for Enter, and says so`() {
    var stage = Stage()
    stage.play("2<down><space><space>d")
    #expect(keys(stage) == "1-3 chooses for all 2 · Enter next field · Esc leaves")
    stage.play("2<tab>")
    #expect(keys(stage) == "Enter saves for all 2 · Esc leaves")
    #expect(stage.workspace.undoStack.isEmpty)
    stage.play("<enter>")
    #expect(stage.workspace.undoStack.count == 1)
  }

  @Test func `a form of one field has no other to go to`() {
    var stage = Stage()
    stage.play("<down>m")
    #expect(keys(stage) == "Enter saves · Esc leaves")
    stage.play("<esc>n")
    #expect(keys(stage) == "^S saves · ^E your editor · Esc leaves")
  }
}
