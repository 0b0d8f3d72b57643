import Foundation
import Testing

@testable import waymark

@Suite struct DemoCommandTests {
  @Test func `a demo borough is made whole, and the same each time`() throws {
    try Stage.with { (stage) throws in
      for name in ["a", "b"] {
        let answer = stage.run(
          "demo", "--out", "new/\(name).sqlite", "--plans", "50", "--today", Stage.today)
        #expect(answer.status == 0, "\(answer.err)")
        #expect(answer.err.isEmpty)
      }
      #expect(stage.files.keys.sorted() == ["new", "new/a.sqlite", "new/b.sqlite"])
      let a = FileManager.default.contents(atPath: stage.home + "/new/a.sqlite")
      #expect(a != nil && a == FileManager.default.contents(atPath: stage.home + "/new/b.sqlite"))
      let check = stage.run("check", "--workspace", "new/a.sqlite", "--json")
      #expect(try check.rows("findings").allSatisfy { $0["severity"] as? String != "error" })
      let rows = try stage.run("reviews", "--workspace", "new/a.sqlite", "--json").rows()
      #expect(rows.count == 50)
      stage.run("demo", "--out", "c.sqlite", "--plans", "50", "--seed", "2", "--today", Stage.today)
      #expect(a != FileManager.default.contents(atPath: stage.home + "/c.sqlite"))
    }
  }

  @Test func `families of the borough were told of services, with all that came of it`() throws {
    try Stage.with { (stage) throws in
      let share = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
      for name in ["a", "b"] {
        stage.run(
          "demo", "--out", "new/\(name).sqlite", "--plans", "50", "--share", share, "--today",
          Stage.today)
      }
      let a = FileManager.default.contents(atPath: stage.home + "/new/a.sqlite")
      #expect(a != nil && a == FileManager.default.contents(atPath: stage.home + "/new/b.sqlite"))
      let told = try stage.run(
        "signposts", "--workspace", "new/a.sqlite", "--json", "--today", Stage.today
      ).rows()
      let services = told.flatMap { $0["services"] as? [[String: Any]] ?? [] }
      #expect(
        Set(services.compactMap { $0["outcome"] as? String })
          == ["got_help", "waiting", "did_not_fit", "could_not_reach"])
      #expect(told.contains { $0["child_id"] is NSNull })
      #expect(told.contains { !($0["child_id"] is NSNull) })
      let due = try stage.run(
        "due", "--workspace", "new/a.sqlite", "--json", "--today", Stage.today
      ).rows().filter { $0["rule"] as? String == "signpost-follow-up" }
      #expect(Set(due.compactMap { $0["state"] as? String }).isSuperset(of: ["late", "soon"]))
    }
  }

  @Test func `a file that is there is refused and kept`() throws {
    try Stage.with { stage in
      try stage.write("mine", to: "mine.sqlite")
      let answer = stage.run("demo", "--out", "mine.sqlite")
      #expect(answer.status == 2)
      #expect(answer.err.contains("exists already"))
      #expect(
        FileManager.default.contents(atPath: stage.home + "/mine.sqlite") == Data("mine".utf8))
      #expect(stage.run("demo", "--out", "x", "--plans", "0").status == 2)
      #expect(stage.run("demo", "--out", "x", "--plans", "640001").status == 2)
    }
  }

  @Test func `one that is stopped leaves nothing`() throws {
    try Stage.with { stage in
      stage.interrupts.received(2)
      #expect(stage.run("demo", "--out", "new/demo.sqlite", "--plans", "600").status == 130)
      #expect(stage.files.isEmpty)
    }
  }

  @Test func `the demo option makes the borough once and works in it`() throws {
    try Stage.with { stage in
      let answer = stage.run("--demo", "due", "--json", "--today", Stage.today)
      #expect(answer.status == 0)
      let rows = try answer.rows()
      #expect(!rows.isEmpty)
      let file = stage.home + "/.local/share/waymark/demo.sqlite"
      var info = stat()
      #expect(stat(file, &info) == 0)
      #expect(info.st_mode & 0o777 == 0o600)
      #expect(stage.run("due", "--demo", "--json", "--today", Stage.today).out == answer.out)
      #expect(stage.run("due").status == 3)
    }
  }
}
