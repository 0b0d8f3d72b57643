import Foundation
import Screens
import TerminalKit
import TestSupport
import Testing

@testable import waymark

/// What the program says of itself, from one place each.
@Suite struct ManualTests {
  @Test func `the key page is the table of actions`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    #expect(
      try Golden.compare(KeyTable.page, with: root.appendingPathComponent("docs/keys.md")) == .same)
  }

  @Test func `the accessibility statement is the one that help prints`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    #expect(
      try Golden.compare(
        AccessibilityStatement.page, with: root.appendingPathComponent("docs/accessibility.md"))
        == .same)
    try Stage.with { stage in
      let text = stage.run("help", "accessibility").out
      let lines = text.split(separator: "\n")
      #expect(lines.first == "Accessibility")
      #expect(lines.contains("What is not known") && !text.contains("*") && !text.contains("#"))
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `the manual page holds every command, option and action, and no broken line`() throws {
    try Stage.with { stage in
      let answer = stage.run("help", "man")
      #expect(answer.status == 0)
      let lines = answer.out.split(separator: "\n")
      for command in Waymark.configuration.subcommands {
        let name = try #require(command.configuration.commandName)
        #expect(lines.contains { $0.hasPrefix(".SS \(name)") }, "\(name)")
      }
      // What each command's own help names, read from there.
      let commands = [
        "import sen2", "due", "reviews", "rule", "check", "demo", "config path", "config check",
        "doctor",
      ]
      for command in commands {
        let help = stage.run(["help"] + command.split(separator: " ").map(String.init)).out
        let options = help.matches(of: /^ +(?:-h, )?--([a-z0-9-]+)/.anchorsMatchLineEndings())
        #expect(options.count >= 12, "\(command)")
        for option in options.map({ String($0.1) }) where option != "help" && option != "version" {
          #expect(
            answer.out.contains("\\-\\-\(option.replacing("-", with: "\\-"))"), "\(option)")
        }
        #expect(lines.contains { $0.hasPrefix(".SS \(command)") }, "\(command)")
      }
      for name in Settings.names { #expect(answer.out.contains(name), "\(name)") }
      for topic in HelpTopic.allCases { #expect(answer.out.contains(topic.rawValue)) }
      for action in ActionTable.waymark.actions {
        #expect(answer.out.contains(ManualPage.escaped(action.name)), "\(action.name)")
      }
      let macros = [".TH", ".SH", ".SS", ".TP", ".B", ".I", ".PP", ".nf", ".fi"]
      for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(macros.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
      }
    }
  }

  @Test func `help names keys as a sentence does`() throws {
    try Stage.with { stage in
      #expect(stage.run("help", "lock").out.contains("screens: press \":\" or F2 and type"))
    }
  }

  @Test func `text that looks like a macro is text`() {
    #expect(ManualPage.escaped(".so /etc/passwd") == "\\&.so /etc/passwd")
    #expect(ManualPage.escaped("'quoted'") == "\\&'quoted'")
    #expect(ManualPage.escaped("a\\b --c") == "a\\eb \\-\\-c")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know commands, options, topics and themes, each once`(shell: String) throws {
    try Stage.with { stage in
      let script = stage.run("--generate-completion-script", shell)
      #expect(script.status == 0)
      for word in ["reviews", "import", "high-contrast", "read-only", "statuses", "ar-next-due"] {
        #expect(script.out.contains(word), "\(word)")
      }
      #expect(script.out.components(separatedBy: "_waymark_help() {").count <= 2)
      #expect(!script.out.contains("help|help") && !script.out.contains("help help'"))
    }
  }

  @Test func `bash completes a command's beginning`() throws {
    try Stage.with { stage in
      let script = stage.run("--generate-completion-script", "bash").out
      try stage.write(
        script + """

          COMP_WORDS=(waymark re) COMP_CWORD=1 COMP_LINE='waymark re' COMP_POINT=10
          _waymark waymark re waymark
          echo "${COMPREPLY[*]}"
          COMP_WORDS=(waymark help ke) COMP_CWORD=2 COMP_LINE='waymark help ke' COMP_POINT=15
          COMPREPLY=()
          _waymark waymark ke help
          echo "${COMPREPLY[*]}"
          """, to: "try.bash")
      let bash = Process()
      bash.executableURL = URL(fileURLWithPath: "/bin/bash")
      bash.arguments = ["--norc", stage.home + "/try.bash"]
      let output = Pipe()
      bash.standardOutput = output
      try bash.run()
      let said = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      bash.waitUntilExit()
      #expect(said == "reviews\nkeys\n")
    }
  }

  @Test func `keys are listed as a person has moved them`() throws {
    try Stage.with { stage in
      try stage.write("keys:\n  undo: [F9, ^T]\n", to: ".config/waymark/config.yaml")
      #expect(stage.run("config", "check").status == 0)
      let keys = stage.run("help", "keys")
      #expect(keys.out.contains("F9 ^T"))
    }
  }

  @Test(arguments: [
    (
      "keys:\n  undo: F9\n  review.meeting: d\n",
      ":3: d cannot be both review.meeting and review.decision"
    ),
    ("keys:\n  undoo: F9\n", ":2: There is no action named undoo. Did you mean \"undo\"?"),
    ("keys:\n  undo: Hyper\n", ":2: There is no key named Hyper"),
    ("keys:\n  redraw: F9\n", ":2: ^L cannot be remapped"),
    ("keys:\n  undo: j\n", ":2: j cannot be both undo and move.down."),
    ("keys:\n  form.save: x\n", ":2: x is text in a form, so it cannot be form.save."),
    ("keys:\n  palette: []\n", ":2: palette cannot be without a key."),
    ("keys_profile: off\n", ":1: \"keys_profile\" is usual or letters-off"),
  ])
  func `a key that cannot be moved is named with its line`(yaml: String, said: String) throws {
    try Stage.with { stage in
      try stage.write(yaml, to: ".config/waymark/config.yaml")
      let check = stage.run("config", "check")
      #expect(check.status == 1)
      #expect(check.out.contains(said), "\(check.out)")
    }
  }
}
