import Testing

@testable import TerminalKit

struct KeyTests {
  @Test(arguments: [
    (Key.character("m"), "m"), (.character("G"), "G"), (.space, "space"), (.ctrl("s"), "^S"),
    (.pageDown, "PgDn"), (.backTab, "Shift-Tab"), (.escape, "Esc"), (.function(12), "F12"),
    (.character("^"), "^"), (.character("é"), "é"), (.delete, "Del"),
  ])
  func `a key's name reads back as the key`(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    ("pgdn", Key.pageDown), ("ctrl-s", .ctrl("s")), ("^s", .ctrl("s")), ("f1", .function(1)),
    ("SPACE", .space), ("return", .enter), ("PageUp", .pageUp), ("F", .character("F")),
  ])
  func `names are read generously`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "F0", "F25", "ctrl-", "^1", "hyper", " ", "\u{1B}"])
  func `what is no key has no key`(name: String) {
    #expect(Key(name: name) == nil)
  }
}
