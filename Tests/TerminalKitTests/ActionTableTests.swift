import Testing

@testable import TerminalKit

struct ActionTableTests {
  private let table = ActionTable([
    ActionSpec(
      "help", name: "Keys", keys: [.character("?"), .function(1)], help: "Lists the keys.",
      label: "keys", contexts: ["everywhere"]),
    ActionSpec(
      "palette", name: "Palette", keys: [.character(":"), .function(2)], help: "Lists actions.",
      label: "palette", contexts: ["everywhere"]),
    ActionSpec(
      "decision", name: "Record a decision", keys: [.character("d")], help: "Records it.",
      label: "decision", contexts: ["reviews", "record"], writes: true),
    ActionSpec(
      "delete", name: "Delete", keys: [.character("d")], help: "Deletes it.", label: "delete",
      contexts: ["drafts"], needsConfirm: true),
    ActionSpec(
      "redraw", name: "Redraw", keys: [.ctrl("l")], help: "Draws again.", label: "redraw",
      contexts: ["everywhere"]),
  ])

  @Test func `the innermost context has the key`() {
    #expect(table.action(for: .character("d"), in: ["drafts", "reviews"])?.id == "delete")
    #expect(table.action(for: .character("d"), in: ["reviews", "everywhere"])?.id == "decision")
    #expect(table.action(for: .character("?"), in: ["reviews", "everywhere"])?.id == "help")
    #expect(table.action(for: .character("d"), in: ["everywhere"]) == nil)
    #expect(table.keys(for: "decision", in: ["drafts", "reviews"]) == [])
  }

  @Test func `actions come in the order of the table`() {
    #expect(
      table.actions(in: ["reviews", "everywhere"]).map(\.id)
        == ["help", "palette", "decision", "redraw"])
  }

  @Test func `a sound table has no problems`() {
    #expect(table.problems() == [])
  }

  @Test func `clashes and missing words are found`() {
    let broken = ActionTable([
      ActionSpec("a", name: "A", keys: [.space], help: "Does.", label: "a", contexts: ["x"]),
      ActionSpec("b", name: "B", keys: [.space], help: "", label: "b", contexts: ["x"]),
      ActionSpec("b", name: "B", keys: [], help: "Does.", label: "b", contexts: []),
    ])
    #expect(
      broken.problems() == [
        .wordsMissing("b"), .clash(.space, "x", "a", "b"), .duplicateID("b"), .noContext("b"),
      ])
  }

  @Test func `keys can be remapped, even exchanged`() {
    let (remapped, problems) = table.remapped(["help": [":"], "palette": ["?", "^P"]])
    #expect(problems == [])
    #expect(remapped.action(for: .character(":"), in: ["everywhere"])?.id == "help")
    #expect(remapped.action(for: .ctrl("p"), in: ["everywhere"])?.id == "palette")
    #expect(remapped.action(for: .function(1), in: ["everywhere"]) == nil)
  }

  @Test func `a conflict names both actions and changes nothing`() {
    let (remapped, problems) = table.remapped(["help": [":"]])
    #expect(problems == [.conflict(.character(":"), action: "help", with: "palette")])
    #expect(problems.map(\.sentence) == [": cannot be both help and palette."])
    #expect(remapped.action(for: .character("?"), in: ["everywhere"])?.id == "help")
  }

  @Test func `redraw and suspend keep their keys`() {
    #expect(
      table.remapped(["redraw": ["x"]]).problems == [.fixed(.ctrl("l"), action: "redraw")])
    #expect(table.remapped(["help": ["^Z"]]).problems == [.fixed(.ctrl("z"), action: "help")])
  }

  @Test func `unknown names are reported`() {
    #expect(
      table.remapped(["nope": ["x"], "help": ["hyper"]]).problems
        == [.unknownKey("hyper", action: "help"), .unknownAction("nope")])
  }

  @Test func `letters off leaves no key that speech sets off`() {
    let quiet = table.withoutCharacterKeys(reachedBy: "palette")
    #expect(quiet.actions.flatMap(\.keys).allSatisfy { $0.inserted == nil })
    #expect(quiet.action(for: .function(2), in: ["everywhere"])?.id == "palette")
    #expect(quiet["decision"]?.keys == [])
  }
}
