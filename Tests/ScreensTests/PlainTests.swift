import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

/// A dialogue in lines on the fake workspace: lines in, text out.
struct PlainStage {
  var dialogue: PlainDialogue
  let workspace: FakeWorkspace
  var text = ""

  init(
    _ entries: [FakeWorkspace.Entry] = Stage.borough, facts: WorkspaceFacts = WorkspaceFacts(),
    isFirstStart: Bool = false, draft: Draft? = nil, view: SavedView? = nil,
    lettersAreOff: Bool = false
  ) {
    workspace = FakeWorkspace(entries)
    dialogue = PlainDialogue(
      Root(
        setting: Root.Setting(role: "case officer", scope: .all, scopeWords: "all plans"),
        facts: facts, today: FakeWorkspace.today, rules: .england, lettersAreOff: lettersAreOff,
        size: Size(width: 80, height: 24), isFirstStart: isFirstStart, draft: draft, view: view))
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

  mutating func hear(_ message: Screens.Message) { settle(dialogue.receive(message)) }

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
    stage.type("2", "reviews", "3", "filter begum", "filter", "F", "3", "s", "by name", "today")
    try stage.expectGolden("plain-lists")
  }

  @Test func `opens a record and reads its parts`() throws {
    var stage = PlainStage()
    stage.type(
      "find adey", "1", "w", "2", "w", "next", "plan", "reviews", "notes", "who looked", "q")
    try stage.expectGolden("plain-record")
  }

  @Test func `records, says it only when it is done, and takes it back`() throws {
    var stage = PlainStage()
    stage.type("filter adey", "decision", "2", "14/11", "y", "notice", "", "y", "u", "u", "U", "")
    try stage.expectGolden("plain-recording")
  }

  @Test func `asks again for what cannot be`() throws {
    var stage = PlainStage()
    stage.type(
      "filter adey", "d", "7", "maintain", "31 feb", "1 oct", "20 nov", "y", "m", "stop")
    try stage.expectGolden("plain-refused")
  }

  @Test func `does one thing for several`() throws {
    var stage = PlainStage()
    stage.type("reviews", "mark 2 4-5", "book", "+2w", "y", "mark 9", "unmark")
    try stage.expectGolden("plain-many")
  }

  @Test func `helps, and offers what may have been meant`() throws {
    var stage = PlainStage()
    stage.type(
      "?", "2", "stop", "?", "", "recrd the decision", "nxt", "xyzzy", "99", "H", "messages")
    try stage.expectGolden("plain-help")
  }

  @Test(arguments: [[], ["open"]])
  func `every key that the help lists is one that works here`(_ way: [String]) {
    var help = PlainStage()
    for line in way { help.type(line) }
    help.text = ""
    help.type("?")
    let menu = help.dialogue.menu
    #expect(menu.count > 10)
    var keys: [String] = []
    for (number, action) in zip(1..., menu) {
      let start = "\(number). \(action.name), "
      let line = help.text.split(separator: "\n").first { $0.hasPrefix(start) }
      guard let line else { continue }
      let key = String(line.dropFirst(start.count).prefix { $0 != " " })
      keys.append(key)
      var stage = PlainStage()
      for line in way { stage.type(line) }
      stage.text = ""
      stage.type(key)
      #expect(!stage.text.contains("is no command here"), "\(key)")
      #expect(
        stage.dialogue.isLeaving || action.id == .leave || stage.text.contains(action.name)
          || stage.text.contains("To record: "), "\(key): \(stage.text)")
    }
    #expect(keys.contains("w") && !keys.contains("Esc") && !keys.contains("^L"))
    #expect(keys.allSatisfy { Int($0) == nil })
  }

  @Test func `begins without a workspace`() throws {
    var stage = PlainStage([], isFirstStart: true)
    stage.type("9", "3", "import a sen2 return", "")
    try stage.expectGolden("plain-first-start")
  }

  private static let draft = Draft(
    action: "note", child: 1, plans: [], values: ["text": "Father rang"])

  @Test func `asks first what to do with a form that was left, and takes no other line for it`() {
    var stage = PlainStage(draft: Self.draft)
    #expect(
      stage.text.hasSuffix(
        """
        An unfinished form is kept: note or contact. ADEYEMI, Tobi  b. 14 Mar 2013  Year 9
        Note: Father rang
        1. go on with it
        2. drop it
        3. leave it for later
        Type a number.
        1, 2 or 3> \

        """))
    stage.text = ""
    stage.type("filter begum", "undo", "")
    #expect(
      stage.text.components(separatedBy: "First say what to do with it: 1, 2 or 3.").count == 4)
    stage.type("1", "", "y")
    #expect(stage.workspace.drafts.last == .some(nil))
    #expect(stage.text.contains("Note, as it stands: Father rang"))
    #expect(stage.text.contains("Note added for ADEYEMI, Tobi"))
  }

  @Test func `drops a form that was left, where that is chosen`() {
    var stage = PlainStage(draft: Self.draft)
    stage.type("2")
    #expect(stage.text.contains("Dropped; nothing was recorded."))
    #expect(stage.workspace.drafts == [nil])
    stage.type("filter adey", "note")
    #expect(!stage.text.contains("Note, as it stands"))
  }

  @Test func `keeps a form that was left for later, also while other work is done`() {
    var stage = PlainStage(draft: Self.draft)
    stage.type("3", "filter begum", "reviews", "filter begum", "report", "today", "y")
    #expect(stage.workspace.drafts.last??.values["text"] == "Father rang")
    stage.type("filter adey", "note", "", "y")
    #expect(stage.text.contains("Note, as it stands: Father rang"))
    #expect(stage.workspace.drafts.last == .some(nil))
  }

  @Test func `refuses to write where it may not, and says so at the start`() {
    var stage = PlainStage(facts: WorkspaceFacts(readOnlyBecause: "opened with --read-only"))
    #expect(stage.text.hasPrefix("Read-only: opened with --read-only."))
    stage.type("m")
    #expect(stage.text.contains("Record the review meeting: not now, read-only"))
  }

  @Test func `reads ten rows at a time, none twice and none left out`() {
    let many = (1...34).map { number in
      FakeWorkspace.entry(
        Int64(number), "Family\(number)", "Given", decision: "2025-10-\(number % 28 + 1)")
    }
    var stage = PlainStage(many)
    func pages(_ text: String) -> [[String]] {
      text.components(separatedBy: "Today. ").dropFirst().map { page in
        page.split(separator: "\n").filter { $0.contains(". Child: ") }
          .map { String($0.drop { $0 != ":" }) }
      }
    }
    stage.type("next", "next", "next", "next")
    let down = pages(stage.text)
    #expect(down.map(\.count) == [10, 10, 10, 4])
    #expect(Set(down.joined()).count == 34)
    #expect(stage.text.contains("Rows: 31 to 34 of 34"))
    #expect(stage.text.contains("There are no further rows."))
    stage.text = ""
    stage.type("back", "back", "3", "back", "back")
    #expect(pages(stage.text) == [down[2], down[1], down[0]])
    #expect(stage.text.contains("These are the first rows."))
  }

  @Test func `keeps the page while a row of it is chosen, marked and worked on`() {
    let many = (1...15).map { number in
      FakeWorkspace.entry(
        Int64(number), "Family\(number)", "Given", decision: "2025-11-0\(number % 9 + 1)")
    }
    var stage = PlainStage(many)
    stage.type("next", "4", "mark 1-3", "unmark 2")
    #expect(stage.text.contains("2 rows marked: "))
    stage.type("back", "mark 1", "")
    #expect(stage.text.contains("3 rows marked: "))
    #expect(stage.dialogue.root.targets.count == 3)
  }

  @Test func `says how a filter kept from last time is taken away`() {
    var first = Stage()
    first.play("/adey<enter>F32F51")
    var stage = PlainStage(view: first.root.savedView)
    #expect(stage.text.contains("Filter: adey (\"filter\" alone takes it away)"))
    #expect(stage.text.contains("Shown: late (F shows others)"))
    stage.type("filter")
    #expect(stage.dialogue.root.today.query.filter.isEmpty)
    stage.type("reviews")
    #expect(stage.text.contains("Shown: unknown, late or due soon (F shows others)"))
  }

  @Test func `tells of others' changes once, before the next prompt`() {
    var stage = PlainStage()
    stage.text = ""
    stage.hear(.changedElsewhere)
    stage.type("1", "2")
    #expect(stage.text.components(separatedBy: "Changed elsewhere").count == 2)
    stage.type("R")
    stage.text = ""
    stage.hear(.changedElsewhere)
    stage.type("1")
    #expect(stage.text.contains("Changed elsewhere"))
  }

  @Test func `takes what is typed as on the screens: a colon, a slash, letters off`() {
    var stage = PlainStage(lettersAreOff: true)
    stage.type("/adey")
    #expect(stage.text.contains("Filter: adey"))
    stage.type(":messages", "m", "stop")
    #expect(stage.text.contains("Last messages."))
    #expect(stage.text.contains("To record: review meeting held. ADEYEMI, Tobi"))
    #expect(stage.text.contains("Left; nothing was recorded."))
  }

  @Test func `writes no line or block that somebody drew, and no braille`() {
    var stage = PlainStage([
      FakeWorkspace.entry(1, "\u{2500}\u{2588}Name", "\u{2801}Braille", decision: "2025-11-20")
    ])
    stage.type("1")
    #expect(stage.text.contains("Child: --NAME, ?Braille"))
  }

  @Test func `goes back to a field, and leaves from within a form with the draft kept`() {
    var stage = PlainStage()
    stage.type("filter adey", "d", "1", "back", "3", "quit")
    #expect(stage.text.contains("Decision: maintain"))
    #expect(stage.text.contains("Decision: cease"))
    #expect(stage.dialogue.isLeaving)
    #expect(stage.workspace.drafts.last??.values["what"] == "C")
    let kept = "What was typed is kept for next time; nothing of it was recorded."
    #expect(stage.text.hasSuffix(kept + "\n"))
    #expect(stage.dialogue.farewell == [kept])
    stage = PlainStage()
    #expect(stage.dialogue.farewell == [])
    stage.type("filter adey", "d")
    #expect(stage.dialogue.farewell == ["Nothing was typed; nothing was recorded."])
  }

  @Test(arguments: ["undo", "u", "redo", "q", "exit"])
  func `takes no command for the words of a note`(_ word: String) {
    var stage = PlainStage()
    stage.type("filter adey", "note")
    stage.text = ""
    stage.type(word)
    #expect(
      stage.text.contains(
        "\"\(word)\" does nothing inside a form: \"stop\" leaves it. \"=\(word)\" makes it the answer."
      ))
    #expect(stage.text.hasSuffix("Note> "))
    stage.type("=\(word)", "y")
    #expect(stage.workspace.entries[0].notes.map(\.text) == [word])
  }

  @Test(arguments: [
    ("decision", ["1", "1 oct"], "would be before the meeting of Wed 14 Oct 2026"),
    ("meeting", ["+1w"], "Mon 30 Nov 2026 is still ahead"),
    ("meeting", ["31 feb", "30 feb"], "Feb 2026 has 28 days, not 30."),
    ("notice", [""], "follows a decision, and none is recorded"),
  ])
  func `says once what is wrong with a day, before it asks whether to save`(
    _ word: String, _ answers: [String], _ said: String
  ) {
    var stage = PlainStage()
    stage.type("filter adey", word)
    for answer in answers { stage.type(answer) }
    #expect(stage.text.components(separatedBy: said).count == 2, "\(stage.text)")
    #expect(!stage.text.contains("Save?"))
    #expect(stage.text.hasSuffix("on> "))
  }

  @Test func `tells inside a form what can be typed there, and asks again`() {
    var stage = PlainStage()
    stage.type("filter adey", "note")
    stage.text = ""
    stage.type("?")
    #expect(stage.text.contains("stop: leaves the form, and nothing is recorded."))
    #expect(stage.text.hasSuffix("Note: type it on one line.\nNote> "))
    stage.type("= 5 o'clock", "y")
    #expect(stage.workspace.entries[0].notes.map(\.text) == ["= 5 o'clock"])
  }

  @Test(arguments: [
    ("meeting", ["14 oct"], "Meeting held on Wed 14 Oct 2026"),
    ("book", ["+2w"], "Meeting booked for Mon 7 Dec 2026"),
    ("invitations", ["1", "today"], "Papers sent on Mon 23 Nov 2026"),
    ("views", ["family", "", "More drama club"], "Family's views in on Mon 23 Nov 2026"),
    ("report", [""], "Report sent on Mon 23 Nov 2026"),
    ("early", ["1 dec"], "Early review meeting booked for Tue 1 Dec 2026"),
    ("no review meeting", ["Moved abroad", ""], "No meeting in the year"),
    ("note", ["Father rang"], "Note added"),
  ])
  func `records each thing by its word`(_ word: String, _ answers: [String], _ said: String) {
    var stage = PlainStage()
    stage.type("filter papadi", word)
    for answer in answers + ["y"] { stage.type(answer) }
    #expect(stage.text.contains(said), "\(stage.text)")
  }

  @Test func `records a meeting that was put off, and a final plan`() {
    var stage = PlainStage()
    stage.type("filter papadi", "book", "+2w", "y", "meeting adjourned", "Illness", "", "y")
    #expect(stage.text.contains("Meeting adjourned"))
    stage.type("filter nguy", "p", "1", "", "y")
    #expect(stage.text.contains("Final plan sent on Mon 23 Nov 2026: NGUYỄN, Bảo"))
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

  @Test func `keeps every letter of a long note`() throws {
    var stage = PlainStage()
    let note = String(repeating: "word ", count: 1_500) + "END"
    stage.type("2", "note", note, "y")
    #expect(stage.workspace.entries.flatMap(\.notes).map(\.text) == [note])
  }

  @Test func `reads out the choices that a choice leads to`() {
    var stage = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    stage.type("offer", "F", "3")
    #expect(
      stage.text.contains(
        "Cost:\n1. free: 1 service\n2. paid: 1 service\n3. not stated: 2 services"))
  }

  @Test func `leaves the detail of the screens as it was`() {
    let stage = PlainStage()
    #expect(stage.dialogue.root.savedView.showsDetail)
  }
}
