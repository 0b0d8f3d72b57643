import Foundation
import Testing

@testable import waymark

/// The directory of people from the command line.
@Suite struct DirectoryCommandTests {
  private static let table = """
    team,role,name,topics,area,phone,email,hours,notes,checked
    SEND social care,Designated Social Care Officer (DSCO),Ruth Madeup,social care advice,,020 7946 0101,,,,2026-10-05
    SENDIASS,,,independent advice; appeals,whole borough,020 7946 0102,,,,
    SEND inclusion,"Area SENCO, north",Ines Invented,advice to schools,north,020 7946 0103,,,,2024-01-31
    """

  private func withDirectory(_ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
      try stage.write(Self.table, to: "people.csv")
      #expect(stage.run("import", "directory", "people.csv", "--today", Stage.today).status == 0)
      try body(stage)
    }
  }

  private func people(_ stage: Stage, _ words: String) throws -> [[String: Any]] {
    let json = try stage.run("offer", "search", words, "--json", "--today", Stage.today).json()
    return try #require(json["people"] as? [[String: Any]])
  }

  @Test func `an import answers with its figures, and again changes nothing`() throws {
    try withDirectory { stage in
      let answer = stage.run(
        "import", "directory", "people.csv", "--json", "--today", Stage.today)
      #expect(answer.status == 0)
      let json = try answer.json()
      #expect(json["source"] as? String == "directory")
      for (field, figure) in [
        ("read", 3), ("added", 0), ("changed", 0), ("unchanged", 3), ("not_seen", 0),
        ("skipped", 0),
      ] {
        #expect(json[field] as? Int == figure, "\(field)")
      }
      let text = stage.run("import", "directory", "people.csv", "--today", Stage.today).out
      #expect(text.hasPrefix("Imported: 3 people and teams of directory"))
    }
  }

  @Test func `problems have their lines, and the rest is imported`() throws {
    try Stage.with { stage in
      try stage.write(
        "team,phone,checked\nDesk,020 7946 0101,soon\n,,\n,020 7946 0102,\n", to: "p.csv")
      let answer = stage.run("import", "directory", "p.csv", "--json", "--today", Stage.today)
      #expect(answer.status == 1)
      #expect(try answer.json()["added"] as? Int == 1)
      let problems = try answer.rows("problems")
      #expect(problems.map { $0["kind"] as? String } == ["bad_date", "no_name"])
      #expect(problems.map { $0["line"] as? Int } == [2, 4])
    }
  }

  @Test(arguments: ["<html>Error</html>", "", "team,phone\n", "colour,shape\nred,round\n"])
  func `a file that is no directory changes nothing`(text: String) throws {
    try withDirectory { stage in
      try stage.write(text, to: "people.csv")
      let answer = stage.run("import", "directory", "people.csv", "--yes", "--today", Stage.today)
      #expect(answer.status == 2)
      #expect(answer.out.isEmpty)
      #expect(answer.err.contains("nobody could be read"))
      #expect(try people(stage, "DSCO").count == 1)
    }
  }

  @Test func `far fewer people are asked about, and whoever is gone is kept and marked`() throws {
    try withDirectory { stage in
      try stage.write("team,phone\nSENDIASS,020 7946 0102\n", to: "people.csv")
      let refused = stage.run("import", "directory", "people.csv", "--today", Stage.today)
      #expect(refused.status == 2)
      #expect(refused.err.contains("--yes"))
      let taken = stage.run(
        "import", "directory", "people.csv", "--yes", "--json", "--today", Stage.today)
      #expect(try taken.json()["not_seen"] as? Int == 2)
      #expect(try people(stage, "DSCO").first?["not_seen_on"] as? String == Stage.today)
    }
  }

  @Test func `a second directory of another name stands beside the first`() throws {
    try withDirectory { stage in
      try stage.write("team,phone\nPaediatric desk,020 7946 0109\n", to: "nhs.csv")
      let answer = stage.run(
        "import", "directory", "nhs.csv", "--source", "nhs", "--today", Stage.today)
      #expect(answer.status == 0)
      #expect(try people(stage, "").count == 4)
    }
  }

  @Test func `a dry run makes no file`() throws {
    try Stage.with { stage in
      try stage.write(Self.table, to: "people.csv")
      let before = stage.files
      let json = try stage.run(
        "import", "directory", "people.csv", "--dry-run", "--json", "--today", Stage.today
      ).json()
      #expect(json["dry_run"] as? Bool == true)
      #expect(json["added"] as? Int == 3)
      #expect(stage.files == before)
    }
  }

  @Test func `a search names whom to ask, with why`() throws {
    try withDirectory { stage in
      let first = try #require(try people(stage, "area senco for north").first)
      #expect(first["title"] as? String == "Area SENCO, north")
      #expect(first["name"] as? String == "Ines Invented")
      #expect(first["phones"] as? [String] == ["020 7946 0103"])
      #expect(first["freshness"] as? String == "stale")
      #expect(first["email"] is NSNull || first["emails"] as? [String] == [])
      #expect(first["hours"] is NSNull)
      #expect((first["why"] as? [String])?.isEmpty == false)
      let text = stage.run("offer", "search", "sendias", "--today", Stage.today).out
      #expect(text.contains("No service is found for these words."))
      #expect(text.contains("020 7946 0102"))
      #expect(text.contains("About: independent advice, appeals"))
      #expect(try people(stage, "autism club saturday").isEmpty)
    }
  }

  @Test func `the workspace is sound afterwards`() throws {
    try withDirectory { stage in
      let kinds = try stage.run("check", "--json").rows("findings").map { $0["kind"] as? String }
      #expect(kinds.filter { $0 != "sqlite_version" } == [])
    }
  }
}
