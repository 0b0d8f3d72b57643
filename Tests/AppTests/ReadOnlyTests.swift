import Foundation
import GRDB
import SENDDomain
import Screens
import Storage
import TerminalKit
import Testing

@testable import waymark

/// `--read-only` and every key of the table, on the real store.
@Suite struct ReadOnlyTests {
  @Test func `no key on any screen changes a case table of a workspace opened for reading`() throws
  {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      #expect(stage.run("import", "sen2", "return").status < 2)
      let before = try dump(stage.workspace)
      #expect(before.count > 15 && before["child"]?.isEmpty == false)
      let store = try Store.open(
        at: stage.workspace, readOnly: true,
        user: StoreUser(login: "kosei", name: "K Osei", host: "test", now: { 1_790_000_000_000 }))
      defer { store.close() }
      var person = Person(store, folder: stage.home + "/state")
      #expect(person.root.facts.readOnlyBecause != nil)

      for screen in ["1", "2", "1\r", "2\r", "2\r]", "2\r]]", "2\r]]]", "2\r]]]]", "2\r]]]]]"] {
        for key in ReadOnlyTests.keys {
          person.goHome()
          person.type(screen)
          person.press(key)
          // Whatever opened is given a first choice, a day, a text and is saved.
          person.type("1")
          person.press(.enter)
          person.type("14 dec")
          person.press(.enter)
          person.press(.ctrl("s"))
        }
        #expect(try dump(stage.workspace) == before, "after \(screen)")
      }
      // And every action by its name, those without a key too.
      for action in ActionTable.waymark.actions {
        person.goHome()
        person.type(":\(action.name)\r")
        person.type("1\r\r")
        person.press(.ctrl("s"))
      }
      #expect(try dump(stage.workspace) == before)
      #expect(person.refusals > 100)
    }
  }

  @Test func `the same keys change a workspace that is opened for writing`() throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      #expect(stage.run("import", "sen2", "return").status < 2)
      let before = try dump(stage.workspace)
      let store = try Store.open(
        at: stage.workspace,
        user: StoreUser(login: "kosei", name: "K Osei", host: "test", now: { 1_790_000_000_000 }))
      defer { store.close() }
      var person = Person(store, folder: stage.home + "/state")
      person.type("2n1")
      person.press(.ctrl("s"))
      #expect(try dump(stage.workspace)["note"] != before["note"])
    }
  }

  /// Every key that the table has or a keyboard sends.
  static let keys: [Key] = {
    let printable = (0x20...0x7E).compactMap {
      Unicode.Scalar($0).map { Key.character(Character($0)) }
    }
    let controls = "abdefhklnoprstuvwxyz".map { Key.ctrl($0) }
    let others: [Key] = [
      .enter, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .delete,
      .backspace, .insert, .escape, .function(1), .function(12),
    ]
    let table = ActionTable.waymark.actions.flatMap(\.keys)
    return Array(Set(printable + controls + others + table)).sorted { $0.name < $1.name }
  }()

  /// Every row of every table that holds cases: all but the journal, in which looking is noted.
  private func dump(_ path: String) throws -> [String: [String]] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      var all: [String: [String]] = [:]
      for table in tables where table != "journal" && table != "journalChild" {
        all[table] = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"")
          .map(\.debugDescription).sorted()
      }
      return all
    }
  }
}

/// Somebody at the screens: keys in, effects run at once on the real services.
private struct Person {
  var root: Root
  private let services: Services
  private(set) var refusals = 0

  init(_ store: Store, folder: String) {
    let all = StoreServices(
      store: store, draftFolder: folder, whenOpened: { _ in },
      makeDemo: { _ in throw ServiceFailure("none") },
      makeEmpty: { throw ServiceFailure("none") },
      importReturn: { _, _, _ in
        Issue.record("an import was begun")
        throw ServiceFailure("none")
      }, readRules: { RulesReply(rules: .england) })
    services = all.services()
    root = Root(
      setting: Root.Setting(role: "case officer", scope: .all, scopeWords: "all plans"),
      facts: WorkspaceFacts(store), today: Day(number: 20_780), rules: .england,
      size: Size(width: 80, height: 24))
    run(root.start() + root.settled())
  }

  mutating func press(_ key: Key) {
    run(root.handle(.key(key)))
    if root.log.current?.text.contains("read-only") == true { refusals += 1 }
  }

  mutating func type(_ text: String) {
    for character in text { press(character == "\r" ? .enter : .character(character)) }
  }

  /// Back to the first screen; a question on the way is answered with leaving.
  mutating func goHome() {
    for _ in 0..<4 {
      press(.escape)
      press(.escape)
    }
    press(.character("1"))
    _ = root.draw(Size(width: 80, height: 24))
  }

  private mutating func run(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if let answer = effect.run(services, scope: .all, progress: { _ in true }) {
        waiting += root.receive(answer)
      }
    }
  }
}
