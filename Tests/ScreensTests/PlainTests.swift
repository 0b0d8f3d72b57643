import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

/// A dialogue in lines on the fake workspace: lines in, text out.
private struct PlainStage {
  var dialogue: PlainDialogue
  let workspace: FakeWorkspace
  var text = ""

  init(
    _ entries: [FakeWorkspace.Entry] = Stage.borough, facts: WorkspaceFacts = WorkspaceFacts(),
    isFirstStart: Bool = false, draft: Draft? = nil
  ) {
    workspace = FakeWorkspace(entries)
    dialogue = PlainDialogue(
      Root(
        setting: Root.Setting(role: "case officer", scope: .all, scopeWords: "all plans"),
        facts: facts, today: FakeWorkspace.today, rules: .england,
        size: Size(width: 80, height: 24), isFirstStart: isFirstStart, draft: draft))
    settle(dialogue.start())
    say()
  }

  mutating func type(_ lines: String...) {
    for line in lines {
      text += line + "\n"
      settle(dialogue.take(line))
      say()
    }
  }

  private mutating func settle(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if let answer = effect.run(workspace.services, scope: .all, progress: { _ in true }) {
        waiting += dialogue.receive(answer)
      }
    }
  }

  private mutating func say() {
    let (lines, prompt) = dialogue.output()
    text += lines.map { $0 + "\n" }.joined() + prompt
  }

  func expectGolden(_ name: String, _ location: SourceLocation = #_sourceLocation) throws {
    #expect(
      try Golden.compare(text, with: name, testFile: #filePath) == .same, sourceLocation: location)
  }
}

@Suite struct `Plain mode` {
  @Test func `tells no name, birth date or number while names are hidden`() {
    var stage = PlainStage(HiddenNamesTests.children)
    stage.type("H")
    stage.text = ""
    stage.type(
      "2", "1", "3", "find o", "1", "]", "]", "]", "w", "q", "today", "filter o", "find e", "")
    stage.type("reviews", "2", "open", "", "m", "today", "y", "undo")
    let text = stage.text.lowercased()
    #expect(text.contains("record: "))
    for secret in HiddenNamesTests.secrets { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test func `does not lock, and says why`() {
    var stage = PlainStage()
    stage.type("L")
    #expect(stage.text.contains("so nothing is locked here: quit leaves"))
    #expect(!stage.dialogue.root.isLocked)
  }

  @Test func `reads lists, rows and pages`() throws {
    var stage = PlainStage()
    stage.type("2", "reviews", "3", "filter begum", "filter", "F", "3", "s", "2", "today")
    try stage.expectGolden("plain-lists")
  }

  @Test func `opens a record and reads its parts`() throws {
    var stage = PlainStage()
    stage.type("find adey", "1", "w", "]", "]", "]", "who has looked", "q")
    try stage.expectGolden("plain-record")
  }

  @Test func `records, says it only when it is done, and takes it back`() throws {
    var stage = PlainStage()
    stage.type("filter adey", "decision", "2", "14/11", "y", "notice", "", "", "u", "u", "U")
    try stage.expectGolden("plain-recording")
  }

  @Test func `asks again for what cannot be`() throws {
    var stage = PlainStage()
    stage.type(
      "filter adey", "d", "7", "maintain", "31 feb", "1 oct", "y", "20 nov", "", "m", "stop")
    try stage.expectGolden("plain-refused")
  }

  @Test func `does one thing for several`() throws {
    var stage = PlainStage()
    stage.type("reviews", "mark 2 4-5", "book", "+2w", "y", "mark 9", "unmark")
    try stage.expectGolden("plain-many")
  }

  @Test func `helps, and offers what may have been meant`() throws {
    var stage = PlainStage()
    stage.type("?", "recrd the decision", "xyzzy", "99", "H", "", "messages")
    try stage.expectGolden("plain-help")
  }

  @Test func `begins without a workspace`() throws {
    var stage = PlainStage([], isFirstStart: true)
    stage.type("9", "3", "import a sen2 return", "")
    try stage.expectGolden("plain-first-start")
  }

  @Test func `offers what was being typed`() throws {
    let draft = Draft(action: "note", child: 1, plans: [], values: ["text": "Father rang"])
    var stage = PlainStage(draft: draft)
    stage.type("", "y")
    #expect(stage.text.contains("This was being typed when Waymark last ended"))
    #expect(stage.text.contains("Note now: Father rang"))
    #expect(stage.text.contains("Note added for ADEYEMI, Tobi"))
  }

  @Test func `refuses to write where it may not, and says so at the start`() {
    var stage = PlainStage(facts: WorkspaceFacts(readOnlyBecause: "opened with --read-only"))
    #expect(stage.text.hasPrefix("Read-only: opened with --read-only."))
    stage.type("m")
    #expect(stage.text.contains("Record the review meeting: not now, read-only"))
  }

  @Test func `never writes what a screen reader stumbles over`() {
    var stage = PlainStage()
    stage.type("2", "reviews", "?", "next", "w", "6", "open", "H")
    let bad = stage.text.unicodeScalars.first {
      $0.value == 0x1B || (0x2500...0x259F).contains($0.value)
        || (0x2800...0x28FF).contains($0.value)
        || $0.value == 0x202E || ($0.value < 0x20 && $0 != "\n")
    }
    #expect(bad == nil)
  }

  @Test func `leaves by q, by quit, and from a record by q one level back`() {
    var stage = PlainStage()
    stage.type("open", "q")
    #expect(!stage.dialogue.isLeaving)
    stage.type("q")
    #expect(stage.dialogue.isLeaving)
  }
}
