import Foundation
import Testing

@testable import waymark

@Suite struct ImportCommandTests {
  @Test func `a return is described as read on the day`() throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      let answer = stage.run("import", "sen2", "return", "--json", "--today", Stage.today)
      let json = try answer.json()
      let expected: [String: Int] = [
        "children": 6, "active_plans": 6, "ceased_plans": 0, "reviews_overdue": 1,
        "reviews_due_30": 2, "reviews_due_60": 2, "reviews_due_90": 2,
        "decisions_outstanding": 1, "phase_transfers_unfinished": 1, "added": 6, "changed": 0,
        "unchanged": 0, "absent": 0, "disagreements": 0,
      ]
      for (name, figure) in expected { #expect(json[name] as? Int == figure, "\(name)") }
      #expect(json["dry_run"] as? Bool == false)
      #expect(answer.status == 1)
      let problem = try #require(try answer.rows("problems").first)
      #expect(Set(problem.keys) == ["kind", "file", "line", "column", "field", "message"])
    }
  }

  @Test func `without a problem the status is 0`() throws {
    try Stage.with { stage in
      try MadeUpReturn.children(3).write(to: "return", stage)
      let answer = stage.run("import", "sen2", "return", "--json")
      #expect(try answer.rows("problems").isEmpty, "\(answer.out)")
      #expect(answer.status == 0)
      #expect(answer.err.isEmpty)
    }
  }

  @Test func `a problem says where it is`() throws {
    try Stage.with { stage in
      var sample = MadeUpReturn.children(3)
      sample.children[1].ethnicity = "ZZZZ"
      try sample.write(to: "return", stage)
      let answer = stage.run("import", "sen2", "return", "--json")
      #expect(answer.status == 1)
      let problems = try answer.rows("problems")
      #expect(problems.count == 1)
      #expect(problems[0]["kind"] as? String == "unknown_code")
      #expect(problems[0]["file"] as? String == "Made-Up_21-11-2026_person.csv")
      #expect(problems[0]["line"] as? Int == 3)
      #expect(problems[0]["column"] as? Int == 29)
      #expect(problems[0]["field"] as? String == "ethnicity")
    }
  }

  @Test func `a dry run says the same and makes nothing`() throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      let before = stage.files
      let dry = stage.run("import", "sen2", "return", "--dry-run", "--json")
      #expect(stage.files == before)
      let real = stage.run("import", "sen2", "return", "--json")
      #expect(dry.status == real.status)
      #expect(dry.out.replacing(#""dry_run": true"#, with: #""dry_run": false"#) == real.out)
      let after = stage.files
      let again = stage.run("import", "sen2", "return", "--dry-run", "--json")
      #expect(try again.json()["unchanged"] as? Int == 6)
      #expect(stage.files == after)
    }
  }

  @Test func `the same again changes nothing, a later one counts what changed`() throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      stage.run("import", "sen2", "return")
      let again = try stage.run("import", "sen2", "return", "--json").json()
      #expect(again["added"] as? Int == 0)
      #expect(again["changed"] as? Int == 0)
      #expect(again["unchanged"] as? Int == 6)
      var later = MadeUpReturn.mixed
      later.children.removeFirst()
      later.children[0].decided = "2026-11-20"
      later.children.append(.init(family: "Newcomer", decided: "2026-05-05"))
      try later.write(to: "later", stage)
      let json = try stage.run("import", "sen2", "later", "--json").json()
      #expect(json["added"] as? Int == 1)
      #expect(json["changed"] as? Int == 1)
      #expect(json["unchanged"] as? Int == 4)
      #expect(json["absent"] as? Int == 1)
    }
  }

  @Test func `people get a summary with problems by kind`() throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      let answer = stage.run("import", "sen2", "return", "--today", Stage.today)
      #expect(answer.out.contains("Reviews overdue                           1\n"))
      #expect(answer.out.contains("problem"))
      #expect(!answer.out.contains("\u{1B}"))
    }
  }

  @Test func `progress goes to a terminal only`() throws {
    try Stage.with { stage in
      var stage = stage
      try MadeUpReturn.children(3).write(to: "return", stage)
      #expect(stage.run("import", "sen2", "return").err.isEmpty)
      stage.isWatched = true
      #expect(stage.run("import", "sen2", "return").err.contains("Reading"))
    }
  }

  // MARK: - Refusals

  private func refuses(
    _ stage: Stage, _ path: String, naming words: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let before = stage.files
    for arguments in [["--dry-run", "--json"], ["--json"], []] {
      let answer = stage.run(["import", "sen2", path] + arguments)
      #expect(answer.status == 2, sourceLocation: location)
      #expect(answer.out.isEmpty, sourceLocation: location)
      #expect(answer.err.contains(words), "\(answer.err)", sourceLocation: location)
    }
    #expect(
      stage.files.filter { !$0.key.contains(".sqlite-") && !$0.key.hasSuffix(".gate") }
        == before.filter { !$0.key.contains(".sqlite-") && !$0.key.hasSuffix(".gate") },
      sourceLocation: location)
  }

  @Test func `another authority's return is refused until yes is given`() throws {
    try Stage.with { stage in
      try MadeUpReturn.children(3).write(to: "ours", stage)
      var other = MadeUpReturn.children(3)
      other.authority = "998"
      try other.write(to: "theirs", stage)
      stage.run("import", "sen2", "ours")
      let answer = stage.run("import", "sen2", "theirs", "--json")
      #expect(answer.status == 2)
      #expect(answer.out.isEmpty)
      #expect(answer.err.contains("998") && answer.err.contains("--yes"))
      #expect(stage.run("import", "sen2", "theirs", "--yes", "--json").status == 0)
    }
  }

  @Test func `far fewer plans than before are refused until yes is given`() throws {
    try Stage.with { stage in
      try MadeUpReturn.children(10).write(to: "all", stage)
      try MadeUpReturn.children(7).write(to: "most", stage)
      try MadeUpReturn.children(6).write(to: "few", stage)
      stage.run("import", "sen2", "all")
      #expect(stage.run("import", "sen2", "most", "--dry-run").status == 0)
      for arguments in [["--dry-run"], []] {
        let answer = stage.run(["import", "sen2", "few"] + arguments)
        #expect(answer.status == 2)
        #expect(answer.err.contains("--yes"))
      }
      let json = try stage.run("import", "sen2", "all", "--json").json()
      #expect(json["unchanged"] as? Int == 10)
      #expect(
        try stage.run("import", "sen2", "few", "--yes", "--json").json()["absent"] as? Int == 4)
    }
  }

  @Test func `exchanged columns are refused until yes is given`() throws {
    try Stage.with { stage in
      var crossed = MadeUpReturn.children(20)
      for index in crossed.children.indices {
        crossed.children[index].meeting = "2026-03-20"
        crossed.children[index].decided = "2026-03-02"
      }
      try crossed.write(to: "return", stage)
      refuses(stage, "return", naming: "--yes")
      #expect(!FileManager.default.fileExists(atPath: stage.home + "/.local"))
      #expect(stage.run("import", "sen2", "return", "--yes").status == 0)
    }
  }

  @Test func `what is no return is refused and makes nothing`() throws {
    try Stage.with { stage in
      try MadeUpReturn.children(3).write(to: "return", stage)
      try stage.write("hello", to: "letter.txt")
      try stage.write("", to: "empty.xml")
      try stage.write("{}", to: "nothing/notes.json")
      refuses(stage, "missing", naming: "missing")
      refuses(stage, "letter.txt", naming: "letter.txt")
      refuses(stage, "empty.xml", naming: "empty.xml")
      refuses(stage, "nothing", naming: "COLLECT")
      refuses(stage, "return/Made-Up_21-11-2026_person.csv", naming: stage.home + "/return")
      #expect(!FileManager.default.fileExists(atPath: stage.home + "/.local"))
    }
  }

  @Test func `one that is stopped leaves nothing and says by which signal`() throws {
    try Stage.with { stage in
      var stage = stage
      try MadeUpReturn.children(30).write(to: "return", stage)
      let before = stage.files
      stage.interrupts = Interrupts()
      stage.interrupts.received(2)
      let answer = stage.run("import", "sen2", "return", "--json")
      #expect(answer.status == 130)
      #expect(answer.out.isEmpty)
      #expect(stage.files == before)
    }
  }

  @Test func `one that is stopped leaves the workspace as it was`() throws {
    try Stage.with { stage in
      var stage = stage
      try MadeUpReturn.children(30).write(to: "return", stage)
      stage.run("import", "sen2", "return")
      stage.interrupts.received(15)
      try MadeUpReturn.children(31).write(to: "later", stage)
      #expect(stage.run("import", "sen2", "later").status == 143)
      stage.interrupts = Interrupts()
      let json = try stage.run("import", "sen2", "return", "--json").json()
      #expect(json["unchanged"] as? Int == 30)
      #expect(json["absent"] as? Int == 0)
    }
  }

  @Test func `an import into a workspace opened for reading is refused`() throws {
    try Stage.with { stage in
      try MadeUpReturn.children(3).write(to: "return", stage)
      let answer = stage.run("import", "sen2", "return", "--read-only")
      #expect(answer.status == 3)
      #expect(answer.err.contains("--read-only"))
    }
  }
}
