import SENDDomain
import TerminalKit
import Testing

@testable import Screens

@Suite struct KeysTests {
  @Test func `the table of actions holds together`() {
    #expect(ActionTable.waymark.problems() == [])
  }

  @Test func `every key that moves is in the table, and only as that`() {
    for action in ActionTable.waymark.actions {
      for key in action.keys {
        #expect(ListMove(key: key) == ListMove(action.id), "\(action.id.rawValue)")
      }
    }
    let moving = ActionTable.waymark.actions.filter { ListMove($0.id) != nil }
    #expect(moving.count == 8 && moving.allSatisfy { !$0.keys.isEmpty })
  }

  @Test(arguments: [
    "", "2", "2<down><enter>", "2<down><enter>]", "2/zzzz<enter>", "4<enter><down>",
  ])
  func `each listed key does something there, or says why not`(place: String) {
    let contexts = Self.at(place).root.contexts
    for action in ActionTable.waymark.actions(in: contexts) {
      for key in ActionTable.waymark.keys(for: action.id, in: contexts) {
        var stage = Self.at(place)
        // From the middle there is a way in each direction.
        if place.count < 2 { stage.play("<down><down>") }
        let before = (stage.text(), stage.asked, stage.root.log.count)
        stage.send(.key(key))
        let after = (stage.text(), stage.asked, stage.root.log.count)
        // A record or an empty list may be too short to move in.
        let mayBeStill = ListMove(action.id) != nil && place.count > 1
        #expect(before != after || mayBeStill, "\(key.name) at \(place)")
        #expect(stage.root.log.current?.text.contains("does nothing here") != true)
      }
    }
  }

  @Test(arguments: [false, true])
  func `each action is found in the list of all by its name`(lettersAreOff: Bool) {
    for action in ActionTable.waymark.actions {
      var stage = Stage(lettersAreOff: lettersAreOff)
      stage.send(.key(.function(2)))
      stage.play(action.name.lowercased())
      guard case .actions(let list)? = stage.root.layers.last else {
        Issue.record("no list for \(action.name)")
        continue
      }
      #expect(list.lines.selected?.id == action.id, "\(action.name)")
      let depth = stage.root.layers.count
      let before = (stage.asked, stage.root.log.count, stage.text())
      stage.play("<enter>")
      let after = (stage.asked, stage.root.log.count, stage.text())
      #expect(depth == 1 && before != after, "\(action.name)")
    }
  }

  private static func at(_ place: String) -> Stage {
    var stage = Stage()
    stage.play(place)
    return stage
  }

  /// Each budget counts keys from the landing screen, the day typed left out.
  @Test(arguments: [
    ("what is late", "", 0), ("find a child", "fade<enter>", 2 + 3),
    ("set a meeting", "b14 dec<enter>", 2 + 6), ("papers", "i1", 2), ("views", "V1", 2),
    ("meeting", "m<enter>", 2), ("report", "r<enter>", 2), ("decision", "d2", 2),
  ])
  func `each job keeps its budget of keys`(job: String, keys: String, budget: Int) {
    var stage = Stage()
    stage.play("<down>")
    let before = stage.pressed
    stage.play(keys)
    #expect(stage.pressed - before <= budget)
    switch job {
    case "what is late": #expect(stage.text().contains("! -12 d"))
    case "find a child": #expect(stage.root.record?.record.child.name.family == "Adeyemi")
    default:
      #expect(stage.root.layers.isEmpty)
      #expect(stage.root.log.current?.text.hasPrefix("✓") == true)
      #expect(stage.workspace.undoStack.count == 1)
    }
  }

  @Test(arguments: [("notice", "a<enter>"), ("final plan", "p<enter>")])
  func `notice and final plan are two keys after a decision to amend`(
    name: String, keys: String
  ) {
    var stage = Stage()
    stage.play("<down>d2")
    // The list has moved; find the child again.
    stage.play("fade<enter>")
    let before = stage.pressed
    stage.play(keys)
    #expect(stage.pressed - before == 2)
    if name == "final plan", !stage.root.layers.isEmpty { stage.play("1") }
    #expect(stage.root.layers.isEmpty)
    #expect(stage.workspace.undoStack.count == 2)
  }

  @Test func `keys act again after a search for a name`() {
    var stage = Stage()
    stage.play("fbegum")
    #expect(!stage.root.mustWait(for: .key(.escape)))
    stage.play("<esc>")
    #expect(!stage.root.isWriting)
    stage.play("2")
    #expect(stage.root.screen == .reviews)
  }

  @Test func `the palette finds signposting by that word`() {
    var stage = Stage()
    stage.play(":signposting")
    guard case .actions(let list)? = stage.root.layers.last else {
      Issue.record("no palette")
      return
    }
    #expect(list.lines.selected?.id == .signpost)
  }

  @Test func `in a record, left and right name the keys that go to its other parts`() {
    var stage = Stage()
    stage.play("<down><enter><right>")
    #expect(
      stage.root.log.current?.text
        == "Right does nothing here: ] goes to the next part, [ to the previous one.")
  }

  @Test func `what was said of a list does not stand beneath a record as if it were about it`() {
    var stage = Stage()
    stage.play("<down>d1")
    #expect(stage.root.log.current != nil)
    stage.play("<enter>")
    #expect(stage.root.record != nil)
    #expect(stage.root.log.current == nil)
    #expect(stage.root.log.messages.last?.text.hasPrefix("✓ Decision") == true)
  }

  @Test func `how to undo is said at every width`() {
    for width in [60, 80] {
      var stage = Stage(size: Size(width: width, height: 20))
      stage.play("4travel<enter>S1")
      let line = stage.text().split(separator: "\n").first { $0.contains("✓") } ?? ""
      #expect(line.contains("✓ Signposted"))
      #expect(line.contains("· Esc u undo"), "\(width)")
    }
  }

  @Test func `Esc always leads back to the root in six`() {
    for keys in [
      "f", "?", ":", "2<down><enter>]", "2/be<enter>", "2<space><space>", "2w", "2sx", "d",
    ] {
      var stage = Stage()
      stage.play(keys)
      stage.play("<esc><esc><esc><esc><esc><esc>")
      #expect(stage.root.layers.isEmpty, "\(keys)")
      #expect(stage.root.record == nil)
      #expect(stage.root.screen == .today)
      #expect(stage.root.reviews.query.filter == "")
    }
  }

  @Test func `q goes back one screen and leaves at the first`() {
    var stage = Stage()
    stage.play("2<enter>q")
    #expect(stage.root.record == nil && stage.root.screen == .reviews)
    stage.play("q")
    #expect(stage.root.screen == .today && !stage.quits)
    stage.play("q")
    #expect(stage.quits)
  }

  @Test func `an unknown key says so and names the help`() {
    var stage = Stage()
    stage.play("Z")
    #expect(stage.root.log.current?.text == "Z does nothing here. ? lists the keys that do.")
  }

  @Test func `the cursor is on the row of the marker, in forms on the field`() {
    var stage = Stage()
    for keys in ["", "<down><down>", "2", "<down>", "<enter>", "<down>", "]"] {
      stage.play(keys)
      #expect(stage.cursorRow().contains(">"), "\(keys)")
    }
    stage.play("<esc>m")
    #expect(stage.cursorRow().contains("Held on"))
    stage.play("<esc>f")
    #expect(stage.cursorRow().contains("Name or number"))
    stage.play("<esc>/")
    #expect(stage.cursorRow().hasPrefix("/"))
  }

  @Test(arguments: [60, 80])
  func `a question is read whole in a window of any width`(_ width: Int) {
    var stage = Stage(size: Size(width: width, height: 24))
    stage.tell(
      .undone(
        .asks(
          question: "Undo the import of a SEN2 return: 3332 added, 3332 changed, 3332 unchanged?")))
    let words = stage.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.hasSuffix(
        "Undo the import of a SEN2 return: 3332 added, 3332 changed, 3332 unchanged? (Enter does "
          + "it, Esc does not)"))
    #expect(stage.frame().cursor.y == 23)
    stage.play("<esc>L")
    #expect(
      stage.text().split(whereSeparator: \.isWhitespace).joined(separator: " ").hasSuffix(
        "No passphrase is set, so a lock would hold nobody off. Leave Waymark? (Enter does it, Esc "
          + "does not)"))
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 60, height: 20), Size(width: 120, height: 40),
  ])
  func `a long text is scrolled to its end and no further, in a window of any size`(size: Size) {
    var stage = Stage(size: size)
    for number in 1...60 {
      stage.tell(.failed(ServiceFailure("Message \(number) of some that are long enough to wrap.")))
    }
    stage.play(":last messages<enter>")
    #expect(stage.text().contains("Message 1 of") && stage.text().contains(" more"))
    stage.play("<end>")
    #expect(stage.text().contains("Message 60 of") && !stage.text().contains(" more"))
    // One line up is one line up.
    let end = stage.text()
    stage.play("k")
    #expect(stage.text() != end && stage.text().contains("+2 more"))
    stage.play("<down><down><down>k<home>")
    #expect(stage.text().contains("Message 1 of"))
  }

  @Test(arguments: [("pass", "Set the lock's passphrase"), ("undo", "Undo"), ("lock", "Lock")])
  func `the palette puts first what is called so`(_ typed: String, _ name: String) {
    var stage = Stage()
    stage.play(":" + typed)
    guard case .actions(let layer)? = stage.root.layers.last else {
      Issue.record("no palette")
      return
    }
    #expect(layer.lines.rows.first?.name == name)
  }

  @Test func `paste is text in a field and nothing on a list`() {
    var stage = Stage()
    stage.send(.paste("q\nd1"))
    #expect(!stage.quits && stage.workspace.undoStack.isEmpty)
    #expect(stage.root.log.current?.text.hasPrefix("Pasted text is taken only") == true)
    stage.play("f")
    stage.send(.paste("ade"))
    #expect(stage.text().contains("ADEYEMI, Tobi"))
  }

  @Test func `read-only refuses what writes, with the reason, and reads on`() {
    var stage = Stage(facts: WorkspaceFacts(readOnlyBecause: "the file is not writable by you"))
    stage.play("<down>d")
    #expect(stage.root.layers.isEmpty)
    #expect(
      stage.root.log.current?.text
        == "! Record the decision: not now, read-only, the file is not writable by you.")
    stage.play("<enter>")
    #expect(stage.root.record != nil)
    #expect(stage.text().contains("READ-ONLY"))
  }

  @Test func `a damaged file is said, kept in the messages, and only read from then on`() throws {
    var stage = Stage()
    stage.play("2<down>d")
    stage.tell(
      .fileDamaged(
        ["Tree 9 page 14: free space corruption", "Page 31: never used"],
        readOnlyBecause: "the file is damaged; \"waymark check\" says how"))
    // The form that is being typed stays.
    #expect(stage.root.layers.count == 1)
    stage.play("<esc>")
    try stage.expectGolden("file-damaged")
    stage.play("d")
    #expect(stage.root.layers.isEmpty)
    #expect(
      stage.root.log.current?.text
        == "! Record the decision: not now, read-only, the file is damaged; \"waymark check\" says "
        + "how.")
    #expect(
      stage.root.log.messages.map(\.text).prefix(3) == [
        "! Damage in the file: Tree 9 page 14: free space corruption",
        "! Damage in the file: Page 31: never used",
        "! The file is damaged; nothing more is saved. Quit, then run \"waymark check\".",
      ])
    stage.play("<enter>")
    #expect(stage.root.record != nil)
  }
}
