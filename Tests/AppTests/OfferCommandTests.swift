import Foundation
import Testing

@testable import waymark

/// The Local Offer from the command line.
@Suite struct OfferCommandTests {
  private static let page = #"""
    {"contents": [
      {"id": "1", "name": "Independent travel training", "status": "active",
       "description": "Learn the journey to college.", "minimum_age": 11, "maximum_age": 25,
       "assured_date": "2026-09-14", "organization": {"name": "Made-up Council"}},
      {"id": "2", "name": "Children's Speech and Language Therapy", "status": "active",
       "description": "Help with talking.", "assured_date": "2024-01-31"},
      {"id": "3", "name": "Choir", "status": "active", "description": "Singing."}
    ]}
    """#

  private func withOffer(_ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
      try stage.write(Self.page, to: "page.json")
      #expect(stage.run("import", "offer", "page.json", "--today", Stage.today).status == 0)
      try body(stage)
    }
  }

  @Test func `an import answers with its figures, and again changes nothing`() throws {
    try withOffer { stage in
      let answer = stage.run("import", "offer", "page.json", "--json", "--today", Stage.today)
      #expect(answer.status == 0)
      let json = try answer.json()
      #expect(json["source"] as? String == "page.json")
      for (field, figure) in [
        ("read", 3), ("added", 0), ("changed", 0), ("unchanged", 3), ("not_seen", 0),
        ("skipped", 0),
      ] {
        #expect(json[field] as? Int == figure, "\(field)")
      }
      #expect(json["problems"] as? [String] == [])
      #expect(answer.err.contains("names no licence"))
    }
  }

  @Test func `what a source no longer holds is kept and marked`() throws {
    try withOffer { stage in
      try stage.write(
        Self.page.replacing(#""id": "3", "name": "Choir""#, with: #""id": "4", "name": "Chess""#),
        to: "page.json")
      let json = try stage.run(
        "import", "offer", "page.json", "--json", "--today", Stage.today
      ).json()
      #expect(json["added"] as? Int == 1)
      #expect(json["not_seen"] as? Int == 1)
      let rows = try stage.run("offer", "search", "choir", "--json", "--today", Stage.today).rows()
      #expect(rows.first?["not_seen_on"] as? String == Stage.today)
    }
  }

  @Test(arguments: [#"{"contents": [{"id": "1", "na"#, "<html>Error</html>", ""])
  func `a file that is not whole changes nothing`(text: String) throws {
    try withOffer { stage in
      try stage.write(text, to: "page.json")
      let answer = stage.run("import", "offer", "page.json", "--json", "--today", Stage.today)
      #expect(answer.status == 2)
      #expect(answer.out.isEmpty)
      #expect(answer.err.contains("no service could be read"))
      let rows = try stage.run("offer", "search", "travel", "--json", "--today", Stage.today).rows()
      #expect(rows.count == 1)
    }
  }

  @Test func `far fewer services are asked about, with --yes`() throws {
    try withOffer { stage in
      try stage.write(#"[{"id": "1", "name": "Only one", "status": "active"}]"#, to: "page.json")
      let refused = stage.run("import", "offer", "page.json", "--today", Stage.today)
      #expect(refused.status == 2)
      #expect(refused.err.contains("--yes"))
      #expect(
        stage.run("import", "offer", "page.json", "--yes", "--today", Stage.today).status == 0)
    }
  }

  @Test func `a failed try is told beside the copy that stays in use`() throws {
    try withOffer { stage in
      try stage.write("<html>Error</html>", to: "page.json")
      #expect(stage.run("import", "offer", "page.json", "--today", Stage.today).status == 2)
      let row = try #require(
        try stage.run("offer", "sources", "--json", "--today", Stage.today).rows().first)
      #expect(row["name"] as? String == "page.json")
      #expect(row["read"] as? String == Stage.today)
      #expect(row["failed"] as? String == Stage.today)
      #expect(row["services"] as? Int == 3)
    }
  }

  @Test func `a dry run makes no file`() throws {
    try Stage.with { stage in
      try stage.write(Self.page, to: "page.json")
      let before = stage.files
      let json = try stage.run(
        "import", "offer", "page.json", "--dry-run", "--json", "--today", Stage.today
      ).json()
      #expect(json["dry_run"] as? Bool == true)
      #expect(json["added"] as? Int == 3)
      #expect(stage.files == before)
    }
  }

  @Test func `a search has a row for each service, with why it was found`() throws {
    try withOffer { stage in
      let answer = stage.run(
        "offer", "search", "SALT", "--json", "--today", Stage.today)
      #expect(answer.status == 0)
      let rows = try answer.rows()
      #expect(try answer.json()["count"] as? Int == rows.count)
      #expect(try answer.json()["milliseconds"] is Double)
      let row = try #require(rows.first)
      #expect(row["name"] as? String == "Children's Speech and Language Therapy")
      #expect(row["description"] as? String == "Help with talking.")
      #expect((row["why"] as? [String])?.first?.hasPrefix("SALT = speech and language") == true)
      #expect(row["provider"] is NSNull)
      #expect(row["freshness"] as? String == "stale")
      for field in ["id", "categories", "score", "cost", "checked"] {
        #expect(row[field] != nil, "\(field)")
      }
    }
  }

  @Test(arguments: ["half-term", "\"", "*", "AND", "OR NOT", "😀", "'; DROP TABLE x", ""])
  func `odd words are no fault`(words: String) throws {
    try withOffer { stage in
      #expect(stage.run("offer", "search", words, "--json", "--today", Stage.today).status == 0)
      let long = String(repeating: "a", count: 500) + words
      #expect(stage.run("offer", "search", long, "--json", "--today", Stage.today).status == 0)
    }
  }

  @Test func `an age leaves out what is known not to fit, a need must exist`() throws {
    try withOffer { stage in
      let names = try stage.run(
        "offer", "search", "travel", "--age", "7", "--json", "--today", Stage.today
      ).rows().map { $0["name"] as? String }
      #expect(!names.contains("Independent travel training"))
      let wrong = stage.run("offer", "search", "travel", "--need", "autsm")
      #expect(wrong.status == 2)
      #expect(wrong.err.contains("autism"))
    }
  }

  @Test func `stale entries come longest unchecked first`() throws {
    try withOffer { stage in
      let rows = try stage.run("offer", "stale", "--json", "--today", Stage.today).rows()
      #expect(
        rows.map { $0["name"] as? String } == ["Choir", "Children's Speech and Language Therapy"])
      #expect(rows.map { $0["checked"] as? String } == [nil, "2024-01-31"])
    }
  }

  @Test func `the workspace is sound afterwards`() throws {
    try withOffer { stage in
      let kinds = try stage.run("check", "--json").rows("findings").map { $0["kind"] as? String }
      // What is said of the system's SQLite is no fault of the file.
      #expect(kinds.filter { $0 != "sqlite_version" } == [])
    }
  }

  @Test func `what is wrong in a source is written to a file without formulas, over none`() throws {
    try Stage.with { stage in
      try stage.write(
        #"{"contents": [{"id": "1", "name": "=HYPERLINK(1)", "status": "odd"}]}"#, to: "page.json")
      let command = ["import", "offer", "page.json", "--csv", "wrong.csv", "--today", Stage.today]
      let answer = stage.run(command)
      #expect(answer.status == 1)
      #expect(answer.err.contains("written to wrong.csv."))
      let data = FileManager.default.contents(atPath: stage.home + "/wrong.csv") ?? Data()
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\r\n")
      #expect(lines.first?.hasSuffix("kind,file,line,record,field,message") == true)
      #expect(
        lines.dropFirst().contains { $0.contains("unknown_status,page.json,1,'=HYPERLINK(1)") })
      let again = stage.run(command)
      #expect(again.status == 2)
      #expect(again.err.contains("is there already"))
      #expect(again.err.contains("the import stands"))
    }
  }

  @Test func `a search that suggests harm says at once what to do, and finds what it finds`() throws
  {
    try withOffer { (stage) throws in
      let answer = stage.run("offer", "search", "she is suicidal", "--json")
      #expect(
        try answer.json()["safeguarding"] as? String
          == "In danger now: ring 999. Worried about safety: your safeguarding team.")
      #expect(try stage.run("offer", "search", "choir", "--json").json()["safeguarding"] is NSNull)
      #expect(stage.run("offer", "search", "not safe choir").out.contains("Choir"))
      #expect(stage.run("offer", "search", "not safe choir").err.contains("ring 999"))
    }
  }
}
