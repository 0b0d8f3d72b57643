import Testing

@testable import waymark

@Suite struct SettingsTests {
  @Test func `a line that does not hold is a warning and the rest applies`() throws {
    let settings = Settings(
      yaml: """
        theme: dark
        rle: officer
        soon_within: 14
        ascii: perhaps
        role: manager
        """)
    #expect(settings.theme == "dark")
    #expect(settings.soonWithin == 14)
    #expect(settings.role == .manager)
    #expect(settings.ascii == false)
    #expect(settings.warnings.map(\.line) == [2, 4])
    #expect(settings.warnings[0].message.contains("\"role\""))
  }

  @Test func `the home folder is the one the environment names`() {
    #expect(Surroundings.home(["HOME": "/somewhere/else"]) == "/somewhere/else")
    #expect(Surroundings.home(["HOME": "relative"]).hasPrefix("/"))
    #expect(Surroundings.home(["HOME": ""]).hasPrefix("/"))
  }

  @Test(arguments: [("", 0), ("# nothing\n", 0), ("- a\n- b\n", 1), ("theme: [\n", 1), ("x", 1)])
  func `what is no set of lines is one warning`(yaml: String, warnings: Int) {
    #expect(Settings(yaml: yaml).warnings.count == warnings)
  }

  @Test func `warnings are told by every command and counted by config check`() throws {
    try Stage.with { stage in
      #expect(stage.run("config", "check").status == 0)
      try stage.write("ascii: true\nsoon_within: many\n", to: ".config/waymark/config.yaml")
      let check = stage.run("config", "check")
      #expect(check.status == 1)
      #expect(check.out.contains("config.yaml:2: "))
      let list = stage.run("rule", "--list")
      #expect(list.status == 0)
      #expect(list.err.contains("config.yaml:2: "))
      #expect(list.out.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `problems are listed by line, whether of a key or not`() throws {
    try Stage.with { stage in
      try stage.write(
        "keys:\n  nope: x\n  palette: []\nthme: dark\nsoon_within: many\n",
        to: ".config/waymark/config.yaml")
      let lines = stage.run("config", "check").out.split(separator: "\n").compactMap { line in
        line.split(separator: ":").dropFirst().first.flatMap { Int($0) }
      }
      #expect(lines == [2, 3, 4, 5])
    }
  }

  @Test func `soon is as many days as configured`() throws {
    try Stage.with { stage in
      try MadeUpReturn.mixed.write(to: "return", stage)
      stage.run("import", "sen2", "return", "--today", Stage.today)
      try stage.write("soon_within: 5\n", to: "near.yaml")
      let rows = try stage.run(
        "reviews", "--status", "soon", "--json", "--config", "near.yaml", "--today", Stage.today
      ).rows()
      #expect(rows.isEmpty)
    }
  }
}
