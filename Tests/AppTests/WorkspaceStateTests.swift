import Foundation
import Testing

@testable import waymark

@Suite struct WorkspaceStateTests {
  private static let reading = [["due", "--json"], ["reviews", "--json"], ["check", "--json"]]

  private func refuses(
    _ stage: Stage, _ commands: [[String]], naming words: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for command in commands {
      let answer = stage.run(command)
      #expect(answer.status == 3, "\(command)", sourceLocation: location)
      #expect(answer.out.isEmpty, sourceLocation: location)
      #expect(answer.err.contains(words), "\(answer.err)", sourceLocation: location)
      #expect(answer.err.split(separator: "\n").count == 1, sourceLocation: location)
    }
  }

  private func withWorkspace(_ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      stage.run("import", "sen2", "return")
      try body(stage)
    }
  }

  @Test func `no workspace yet is status 3 and makes none`() throws {
    try Stage.with { stage in
      refuses(stage, Self.reading, naming: "there is no workspace")
      #expect(stage.files.isEmpty)
    }
  }

  @Test func `a file that is none, or broken, is status 3 and stays as it is`() throws {
    try withWorkspace { stage in
      try stage.write(String(repeating: "no database ", count: 900), to: "letter.sqlite")
      chmod(stage.home + "/letter.sqlite", 0o600)
      let other = ["--workspace", "letter.sqlite"]
      refuses(
        stage, (Self.reading + [["import", "sen2", "return"]]).map { $0 + other },
        naming: "letter.sqlite")
      // Pages in the middle are overwritten.
      let file = try #require(FileHandle(forUpdatingAtPath: stage.workspace))
      try file.seek(toOffset: 4_096)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 300_000))
      try file.close()
      refuses(stage, [["due", "--json"], ["reviews", "--json"]], naming: "workspace.sqlite")
    }
  }

  @Test func `a file that others may read is not opened`() throws {
    try withWorkspace { stage in
      chmod(stage.workspace, 0o644)
      refuses(stage, Self.reading, naming: "chmod 600")
    }
  }

  @Test func `a workspace held by somebody else still reads`() throws {
    try withWorkspace { stage in
      let gate = open(stage.workspace + ".gate", O_RDWR)
      defer { close(gate) }
      flock(gate, LOCK_EX)
      #expect(stage.run("due", "--json").status == 0)
    }
  }

  @Test func `check proves a workspace and says what it finds`() throws {
    try withWorkspace { stage in
      let answer = stage.run("check", "--json")
      #expect(answer.status == 1)
      let findings = try answer.rows("findings")
      #expect(
        findings.allSatisfy {
          Set($0.keys) == ["kind", "severity", "subject", "child_id", "name", "message", "do"]
        })
      #expect(findings.allSatisfy { $0["severity"] as? String != "error" })
      #expect(findings.contains { $0["kind"] as? String == "start_missing" })
      // Named as `due` names it, so that somebody can open the child.
      let missing = try #require(findings.first { $0["kind"] as? String == "start_missing" })
      let listed = try stage.run("reviews", "--json").rows()
      #expect(
        listed.contains {
          $0["name"] as? String == missing["name"] as? String
            && $0["child_id"] as? Int == missing["child_id"] as? Int
        })
      let text = stage.run("check").out
      #expect(text.contains("start missing"))
      #expect(!text.contains("plan:"))
      let family = try #require((missing["name"] as? String)?.split(separator: ",").first)
      #expect(text.contains("  \(family.uppercased()), "))
    }
  }

  @Test func `doctor reports and ends with 0 whatever it finds`() throws {
    try withWorkspace { stage in
      let answer = stage.run("doctor")
      #expect(answer.status == 0)
      for words in ["xterm-256color", "authority 999", "6 active plans", "SQLite"] {
        #expect(answer.out.contains(words), "\(words)")
      }
      #expect(stage.run("doctor", "--workspace", "none.sqlite").status == 0)
    }
  }
}
