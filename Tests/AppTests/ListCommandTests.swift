import Foundation
import Testing

@testable import waymark

@Suite struct ListCommandTests {
  private func withReturn(_ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      stage.run("import", "sen2", "return", "--today", Stage.today)
      try body(stage)
    }
  }

  @Test func `due lists unknown, late and soon, in that order`() throws {
    try withReturn { stage in
      let answer = stage.run("due", "--json", "--today", Stage.today)
      #expect(answer.status == 0)
      #expect(try answer.json()["today"] as? String == "2026-11-23")
      let rows = try answer.rows()
      #expect(try answer.json()["count"] as? Int == rows.count)
      #expect(rows.map { $0["state"] as? String } == ["unknown", "late", "late", "soon", "soon"])
      let unknown = rows[0]
      #expect(unknown["name"] as? String == "Whenwood, Ada")
      #expect(unknown["missing"] as? String == "plan_first_made")
      for field in ["due", "days", "owner"] { #expect(unknown[field] is NSNull, "\(field)") }
      let late = rows[1]
      #expect(late["name"] as? String == "Lateford, Ada")
      #expect(late["rule"] as? String == "ar-next-due")
      #expect(late["what"] as? String == "Annual review")
      #expect(late["due"] as? String == "2026-09-30")
      #expect(late["days"] as? Int == -54)
      #expect(late["missing"] is NSNull)
      #expect(late["child_id"] is Int)
    }
  }

  @Test func `within reaches as far as it says and does not change what soon means`() throws {
    try withReturn { stage in
      let near = try stage.run("due", "--within", "0", "--json", "--today", Stage.today).rows()
      #expect(near.compactMap { $0["state"] as? String } == ["unknown", "late", "late"])
      let far = try stage.run("due", "--within", "90", "--json", "--today", Stage.today).rows()
      #expect(far.last?["due"] as? String == "2027-02-15")
      #expect(far.last?["state"] as? String == "not_yet")
      #expect(stage.run("due", "--within", "-1").status == 2)
      #expect(stage.run("due", "--within", "many").status == 2)
    }
  }

  @Test func `reviews hold one row for each active plan, by state`() throws {
    try withReturn { stage in
      let expected = [
        "unknown": ["Whenwood, Ada"], "late": ["Lateford, Ada", "Waiting, Ada"],
        "soon": ["Soonham, Ada"],
        "all": [
          "Whenwood, Ada", "Lateford, Ada", "Waiting, Ada", "Soonham, Ada", "Movington, Ada",
          "Farley, Ada",
        ],
      ]
      for (status, names) in expected {
        let rows = try stage.run(
          "reviews", "--status", status, "--json", "--today", Stage.today
        ).rows()
        #expect(rows.compactMap { $0["name"] as? String } == names, "\(status)")
      }
      let rows = try stage.run("reviews", "--json", "--today", Stage.today).rows()
      // The decision of the meeting of 5 Oct is due before the twelve months end.
      #expect(rows[2]["rule"] as? String == "ar-decision")
      #expect(rows[2]["due"] as? String == "2026-11-02")
      #expect(rows[2]["review_due"] as? String == "2026-12-19")
      #expect(stage.run("reviews", "--status", "lat").status == 2)
    }
  }

  @Test func `a limit leaves the count as it is`() throws {
    try withReturn { stage in
      let answer = stage.run("reviews", "--limit", "2", "--json", "--today", Stage.today)
      let rows = try answer.rows()
      #expect(rows.count == 2)
      #expect(try answer.json()["count"] as? Int == 6)
      let none = stage.run("due", "--limit", "0", "--json", "--today", Stage.today)
      #expect(try none.json()["count"] as? Int == 5)
      #expect(try none.rows().isEmpty)
    }
  }

  @Test func `people get a table without anything a terminal could act on`() throws {
    try Stage.with { stage in
      var sample = MadeUpReturn.children(1)
      sample.children[0].family = "Dang\u{1B}[31mer\u{202E}é"
      try sample.write(to: "return", stage)
      stage.run("import", "sen2", "return")
      let table = stage.run("reviews").out
      #expect(table.contains("DANGERÉ, Ada"), "\(table)")
      #expect(!table.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
      #expect(stage.run("reviews", "--ascii").out.utf8.allSatisfy { $0 < 0x80 })
      let json = stage.run("reviews", "--json")
      #expect(!json.out.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
      #expect(try json.rows()[0]["name"] as? String == "Dang\u{1B}[31mer\u{202E}é, Ada")
    }
  }

  @Test func `an owner is found by name, part of a name or number`() throws {
    try Stage.with { stage in
      stage.run("demo", "--out", "demo.sqlite", "--plans", "60", "--today", Stage.today)
      let list = ["reviews", "--workspace", "demo.sqlite", "--json", "--today", Stage.today]
      let all = try stage.run(list).rows()
      #expect(all.count == 60)
      let own = try stage.run(list + ["--owner", "1"]).rows()
      let name = try #require(own.first?["owner"] as? String)
      #expect(own.allSatisfy { $0["owner"] as? String == name })
      #expect(own.count == all.filter { $0["owner"] as? String == name }.count)
      #expect(try stage.run(list + ["--owner", name.uppercased()]).rows().count == own.count)
      #expect(
        try stage.run(list + ["--role", "officer", "--as", name]).rows().count == own.count)
      #expect(try stage.run(list + ["--role", "manager", "--as", name]).rows().count == 60)
      let unknown = stage.run(list + ["--owner", String(name.dropLast()) + "q"])
      #expect(unknown.status == 2)
      #expect(unknown.out.isEmpty)
      #expect(stage.run(list + ["--owner", "99999"]).status == 2)
      #expect(stage.run(list + ["--role", "manger"]).err.contains("\"manager\""))
    }
  }

  @Test func `lists longer than a window meet every row once`() throws {
    try Stage.with { stage in
      try MadeUpReturn.children(2_345).write(to: "return", stage)
      stage.run("import", "sen2", "return")
      let rows = try stage.run("reviews", "--json").rows()
      #expect(Set(rows.compactMap { $0["child_id"] as? Int }).count == 2_345)
      #expect(rows.count == 2_345)
    }
  }
}
