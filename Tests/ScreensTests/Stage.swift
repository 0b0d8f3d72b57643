import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

/// Plays keys to the screens and shows the text: keys in, screen out.
struct Stage {
  var root: Root
  let workspace: FakeWorkspace
  var size: Size
  var glyphs: Glyphs
  private(set) var quits = false
  /// Whether the terminal would take text for its clipboard, and what it took.
  var takesClipboard = true
  private(set) var clipboard: [String] = []
  /// Keys pressed since the stage was set: what a keystroke budget counts.
  private(set) var pressed = 0
  /// Effects that were asked for.
  private(set) var asked = 0

  init(
    _ entries: [FakeWorkspace.Entry] = Stage.borough, size: Size = Size(width: 80, height: 24),
    glyphs: Glyphs = .unicode, facts: WorkspaceFacts = WorkspaceFacts(),
    isFirstStart: Bool = false, draft: Draft? = nil, table: ActionTable = .waymark,
    lettersAreOff: Bool = false, mouseIsOn: Bool = false, lock: LockSetting = LockSetting(),
    view: SavedView? = nil, remarks: [String] = [], allowsClipboard: Bool = false,
    groups: Set<FieldGroup> = Set(FieldGroup.allCases)
  ) {
    workspace = FakeWorkspace(entries)
    self.size = size
    self.glyphs = glyphs
    var setting = Root.Setting(
      role: "case officer", scope: .all, scopeWords: "all plans",
      allowsClipboard: allowsClipboard)
    setting.sight = .open(seeing: groups)
    root = Root(
      setting: setting,
      facts: facts, today: FakeWorkspace.today, rules: .england, table: table,
      lettersAreOff: lettersAreOff, mouseIsOn: mouseIsOn, size: size,
      isFirstStart: isFirstStart, draft: draft, view: view, remarks: remarks, lock: lock
    )
    run(root.start())
    run(root.settled())
  }

  /// Begins anew in another setting, over the same workspace.
  mutating func restart(_ setting: Root.Setting) {
    root = Root(
      setting: setting, facts: WorkspaceFacts(), today: FakeWorkspace.today, rules: .england,
      size: size)
    run(root.start())
    run(root.settled())
  }

  /// A few invented children, one in each state, with names that break naive code.
  static let borough: [FakeWorkspace.Entry] = [
    FakeWorkspace.entry(
      1, "Adeyemi", "Tobi", meeting: "2026-10-14", decision: "2025-12-20", need: "ASD, SLCN"),
    FakeWorkspace.entry(
      2, "Begum", "Safa", born: "2016-02-03", outcome: .maintain, decision: "2026-06-17",
      phaseDue: "2027-02-15", setting: "St Jude's Primary"),
    FakeWorkspace.entry(
      3, "Mensah", "Kofi", made: nil, setting: "Larkmoor Secondary", owner: "J Mensah"),
    FakeWorkspace.entry(
      4, "Nguyễn", "Bảo", meeting: "2026-09-02", outcome: .amend, decision: "2026-09-28",
      draft: "2026-09-28", setting: "Quayside FE"),
    FakeWorkspace.entry(
      5, "Papadimitrakopoulou-Venkatanarasimharajuvaripeta-Ogbonnayaaa", "Ruby",
      decision: "2025-12-01"),
    FakeWorkspace.entry(
      6, "D'Souza\u{202E}esrever", "\u{1B}]52;c;ZWNobw==\u{7}Ann", decision: "2025-11-20"),
  ]

  /// Plays keys: letters as they stand, special keys in angle brackets: `2<down>w<esc>`.
  mutating func play(_ keys: String) {
    for key in Stage.keys(keys) {
      pressed += 1
      send(.key(key))
    }
  }

  mutating func send(_ event: TerminalEvent) {
    if case .resize(let size) = event { self.size = size }
    run(root.handle(event))
  }

  /// Gives a message from the world.
  mutating func tell(_ message: Screens.Message) { run(root.receive(message)) }

  private mutating func run(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      asked += 1
      if case .quit = effect { quits = true }
      if case .clipboard(let text, let source) = effect {
        if takesClipboard { clipboard.append(text) }
        waiting += root.receive(.clipboardAnswered(takesClipboard, source))
      }
      if let answer = effect.run(workspace.services, scope: .all, progress: { _ in true }) {
        waiting += root.receive(Stage.timeless(answer))
      }
    }
  }

  /// What is measured is another every time.
  private static func timeless(_ answer: Screens.Message) -> Screens.Message {
    guard case .offerFound(let results, _, let token) = answer else { return answer }
    return .offerFound(results, milliseconds: 4, token: token)
  }

  /// The screen as text.
  mutating func text() -> String { frame().canvas.text.joined(separator: "\n") }

  mutating func frame() -> Frame { root.draw(size, glyphs: glyphs) }

  /// The row that the cursor is on.
  mutating func cursorRow() -> String {
    let frame = frame()
    return frame.canvas.text[frame.cursor.y]
  }

  mutating func expectGolden(
    _ name: String, testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Golden.compare(text(), with: name, testFile: testFile)
    #expect(outcome == .same, sourceLocation: sourceLocation)
  }

  private static func keys(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = special[String(rest[rest.index(after: rest.startIndex)..<end])]
      {
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  private static let special: [String: Key] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backTab, "up": .up, "down": .down,
    "left": .left, "right": .right,
    "pgdn": .pageDown, "pgup": .pageUp, "home": .home, "end": .end, "space": .space,
    "bs": .backspace, "^s": .ctrl("s"), "^n": .ctrl("n"), "^p": .ctrl("p"), "^l": .ctrl("l"),
    "^z": .ctrl("z"), "^u": .ctrl("u"), "f1": .function(1),
    "f2": .function(2),
  ]
}
