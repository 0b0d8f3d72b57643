import Foundation
import Testing

@testable import waymark

@Suite struct LetterCommandTests {
  private func withDemo(_ body: (Stage, [String]) throws -> Void) throws {
    try Stage.with { stage in
      let path = stage.home + "/demo.sqlite"
      #expect(
        stage.run("demo", "--out", path, "--plans", "300", "--today", Stage.today).status == 0)
      try body(stage, ["--workspace", path, "--today", Stage.today])
    }
  }

  @Test func `lists the kinds, and those that fit a child`() throws {
    try withDemo { stage, at in
      let all = try stage.run(["letter", "--list", "--json"] + at).rows()
      #expect(all.count == 25)
      #expect(all.count { $0["has_rights"] as? Bool == true } == 7)
      let child = try firstChild(stage, at)
      let fitting = try stage.run(["letter", "--list", "--child", child, "--json"] + at).rows()
      #expect(!fitting.isEmpty && fitting.count < 25)
    }
  }

  @Test func `writes one to a new file of one's own, and says what is to fill`() throws {
    try withDemo { stage, at in
      let child = try firstChild(stage, at)
      let answer = stage.run(
        ["letter", "assess-refused", "--child", child, "--out", "one.txt"] + at)
      #expect(answer.status == 0, "\(answer.err)")
      #expect(answer.out.isEmpty)
      #expect(answer.err.contains("To fill in: the parent\u{2019}s or carer\u{2019}s name."))
      let text = try String(contentsOfFile: stage.home + "/one.txt", encoding: .utf8)
      #expect(text.contains("Your rights"))
      var info = stat()
      #expect(stat(stage.home + "/one.txt", &info) == 0 && info.st_mode & 0o777 == 0o600)
      let again = stage.run(
        ["letter", "assess-refused", "--child", child, "--out", "one.txt"] + at)
      #expect(again.status == 2 && again.err.contains("is there already"))
      let json = try stage.run(
        ["letter", "assess-refused", "--child", child, "--json"] + at
      ).rows()
      #expect(json.first?["child_id"] as? Int == Int(child))
      #expect((json.first?["to_fill"] as? [String])?.isEmpty == false)
    }
  }

  @Test func `refuses what is no letter, no child, or not for the role`() throws {
    try withDemo { stage, at in
      let child = try firstChild(stage, at)
      let wrong = stage.run(["letter", "assess-refuse", "--child", child] + at)
      #expect(wrong.status == 2 && wrong.err.contains("assess-refused"))
      #expect(stage.run(["letter", "no-plan"] + at).status == 2)
      #expect(stage.run(["letter", "no-plan", "--child", "999999"] + at).status == 2)
      for role in ["auditor", "analyst", "senco", "dco", "administrator"] {
        let refused = stage.run(
          ["letter", "assess-refused", "--child", child, "--as", role] + at)
        #expect(refused.status == 2 && refused.out.isEmpty, "\(role)")
      }
    }
  }

  @Test func `the directory that all read is imported by those who keep it`() throws {
    try withDemo { stage, at in
      try stage.write("team,phone\nDuty,020 7946 0101\n", to: "people.csv")
      for role in ["auditor", "analyst", "senco", "mentor", "social-worker"] {
        let refused = stage.run(["import", "directory", "people.csv", "--yes", "--as", role] + at)
        #expect(refused.status == 3 && refused.err.contains("imports nothing"), "\(role)")
      }
      let kept = stage.run(
        ["import", "directory", "people.csv", "--yes", "--as", "offer-editor"] + at)
      #expect(kept.status == 0)
    }
  }

  @Test func `writes a provider's list that holds no other provider`() throws {
    try withDemo { stage, at in
      let services = try stage.run(["advice", "health", "--services", "--json"] + at).rows()
      let names = services.compactMap { $0["provider"] as? String }
      // What a provider has sent and nobody has checked yet is owed no more.
      let name = try #require(
        names.first {
          stage.run(["advice", "health", "--provider", $0, "--csv", "list.csv"] + at).status == 0
        })
      let text = try String(contentsOfFile: stage.home + "/list.csv", encoding: .utf8)
      #expect(text.contains("Name,Date of birth,Reference"))
      let other = stage.run(["advice", "health", "--csv", "all.csv"] + at)
      #expect(other.status == 2 && other.err.contains("--provider"))
      let refused = stage.run(
        ["advice", "health", "--provider", name, "--csv", "b.csv", "--as", "auditor"] + at)
      #expect(refused.status == 2)
      #expect(!FileManager.default.fileExists(atPath: stage.home + "/b.csv"))
    }
  }

  @Test func `takes an area's own wording, and leaves out what does not hold`() throws {
    try withDemo { stage, at in
      let child = try firstChild(stage, at)
      let folder = ".config/waymark/letters/"
      try stage.write("version: ours 1\n\nOur own {child}.\n", to: folder + "assess-agreed.txt")
      try stage.write("version: ours 1\n\nNo rights here.\n", to: folder + "assess-refused.txt")
      let own = stage.run(["letter", "assess-agreed", "--child", child] + at)
      #expect(own.out.hasPrefix("Our own "))
      let kept = stage.run(["letter", "assess-refused", "--child", child] + at)
      #expect(kept.out.contains("Your rights"))
      #expect(kept.err.contains("assess-refused.txt:2: \"{rights}\" is missing"))
      let check = stage.run("config", "check")
      #expect(check.status == 1)
      #expect(check.out.contains("assess-refused.txt:2:"))
      #expect(check.out.contains("assess-agreed.txt holds."))
    }
  }

  private func firstChild(_ stage: Stage, _ at: [String]) throws -> String {
    let rows = try stage.run(["assessments", "--json"] + at).rows()
    return String(try #require(rows.first?["child_id"] as? Int))
  }
}
