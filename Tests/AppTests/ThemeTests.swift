import Foundation
import TerminalKit
import Testing

@testable import waymark

/// Themes that a person writes.
@Suite struct `Own themes` {
  private func theme(_ stage: Stage, _ arguments: String...) throws -> Theme {
    try ThemeFiles(Paths(home: stage.home)).theme(named: arguments[0]).theme
  }

  @Test func `are found beside the configuration, and can change a built-in one`() throws {
    try Stage.with { stage in
      try stage.write(
        "based_on: dark\nlate: 203 on 16 bold\n", to: ".config/waymark/Themes/mine.yaml")
      try stage.write("theme: mine\n", to: ".config/waymark/config.yaml")
      #expect(stage.run("config", "check").status == 0)
      #expect(stage.run("doctor").out.contains("mine"))
      let mine = try theme(stage, "mine")
      #expect(mine[.late].foreground == .indexed(203))
      #expect(mine[.text] == Theme.dark[.text])
      try stage.write(
        "based_on: dark\nlate: 210 on 16\n", to: ".config/waymark/Themes/dark.yaml")
      #expect(try theme(stage, "dark")[.late].foreground == .indexed(210))
    }
  }

  @Test(arguments: [
    ("based_on: dark\nlatte: 203\n", "mine.yaml:2: There is no role named latte"),
    ("late: vermilion\n", "mine.yaml:1: late: vermilion is not a colour"),
    ("based_on: dakr\n", "mine.yaml:1: based_on: dakr is not one of terminal, dark"),
    ("- a\n", "mine.yaml:1: The file should hold lines"),
    ("late: [\n", "mine.yaml:"),
    ("late: {a: b}\n", "mine.yaml:1: A role is a line"),
    ("based_on: dark\nmuted: 236 on 16\n", "mine.yaml:2: muted has a contrast of 1.5:1"),
  ])
  func `that do not hold are named with their line`(yaml: String, said: String) throws {
    try Stage.with { stage in
      try stage.write(yaml, to: ".config/waymark/Themes/mine.yaml")
      try stage.write("theme: mine\n", to: ".config/waymark/config.yaml")
      let check = stage.run("config", "check")
      #expect(check.status == 1)
      #expect(check.out.contains(said), "\(check.out)")
    }
  }

  @Test(arguments: ["../../etc/passwd", "", ".hidden", "drak", "a/b"])
  func `have names, and nothing else is looked for`(name: String) throws {
    try Stage.with { stage in
      let files = ThemeFiles(Paths(home: stage.home))
      #expect(throws: CommandFailure.self) { _ = try files.theme(named: name) }
    }
  }
}

extension Paths {
  fileprivate init(home: String) {
    self.init(
      Surroundings(
        environment: [:], write: { _ in }, complain: { _ in }, today: { .init(number: 0) },
        now: { 0 }, home: home, folder: home, executable: home + "/bin/waymark"))
  }
}
