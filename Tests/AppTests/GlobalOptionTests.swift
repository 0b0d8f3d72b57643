import Testing

@testable import waymark

@Suite struct GlobalOptionTests {
  private static let options: [[String]] = [
    ["--workspace", "other.sqlite"], ["--today", "2026-01-31"], ["--as", "K Osei"],
    ["--role", "manager"], ["--share", "shared"], ["--theme", "dark"], ["--plain"], ["--ascii"],
    ["--read-only"], ["--yes"], ["--config", "config.yaml"], ["--debug"], ["--demo"],
  ]

  @Test(arguments: options)
  func `each is taken before and after the command`(option: [String]) throws {
    try Stage.with { stage in
      try stage.write("theme: dark\n", to: "config.yaml")
      for command in [["rule", "--list"], ["config", "path"], ["doctor"], ["help", "days"]] {
        let before = stage.run(option + command)
        let after = stage.run(command + option)
        #expect(before.status == 0, "\(command) \(before.err)")
        #expect(before.out == after.out)
        #expect(before.status == after.status)
      }
    }
  }

  @Test func `help and version are answers on standard output`() throws {
    try Stage.with { stage in
      for arguments in [["--version"], ["rule", "--version"]] {
        let answer = stage.run(arguments)
        #expect(answer.status == 0)
        #expect(answer.out == "\(Program.version)\n")
      }
      for arguments in [
        ["--help"], ["-h"], ["due", "--help"], ["import", "sen2", "--help"], ["help"],
        ["help", "due"], ["help", "import", "sen2"], ["help", "statuses"],
      ] {
        let answer = stage.run(arguments)
        #expect(answer.status == 0, "\(arguments)")
        #expect(answer.err.isEmpty)
        #expect(answer.out.hasSuffix("\n") && answer.out.count > 80)
      }
    }
  }

  @Test(arguments: [
    (["ruel"], "\"rule\""), (["rule", "--lst"], "'--list'"),
    (["due", "--todya", "x"], "'--today'"),
    (["--today", "2026-02-30", "due"], "2026-11-23"), (["due", "extra"], "extra"),
    (["--role", "offcer", "due"], "\"officer\""), (["--config", "none.yaml", "due"], "none.yaml"),
    (["help", "imprt"], "\"import\""), (["import"], "import sen2"), (["config"], "config path"),
    (["demo"], "--out"), (["--demo", "--workspace", "x", "due"], "--workspace"),
  ])
  func `bad usage has status 2 and a sentence`(arguments: [String], named: String) throws {
    try Stage.with { stage in
      let answer = stage.run(arguments)
      #expect(answer.status == 2)
      #expect(answer.out.isEmpty)
      #expect(answer.err.contains(named), "\(answer.err)")
      #expect(stage.files.isEmpty)
    }
  }

  @Test func `the environment stands behind the options`() throws {
    try Stage.with { stage in
      var stage = stage
      stage.environment["WAYMARK_TODAY"] = "2026-02-30"
      #expect(stage.run("rule", "--list").err.contains("WAYMARK_TODAY"))
      #expect(stage.run("rule", "--list", "--today", "2026-02-27").status == 0)
      stage.environment["WAYMARK_TODAY"] = "2026-02-28"
      let json = try stage.run("rule", "--list", "--json").json()
      #expect(json["today"] as? String == "2026-02-28")
      stage.environment["WAYMARK_WORKSPACE"] = "named.sqlite"
      #expect(stage.run("due").err.contains(stage.home + "/named.sqlite"))
      #expect(stage.run("due", "--workspace", "b.sqlite").err.contains("/b.sqlite"))
      stage.environment["XDG_CONFIG_HOME"] = stage.home + "/c"
      #expect(stage.run("config", "path").out == stage.home + "/c/waymark/config.yaml\n")
      stage.environment["XDG_CONFIG_HOME"] = "relative"
      #expect(stage.run("config", "path").out == stage.home + "/.config/waymark/config.yaml\n")
    }
  }
}
