import Foundation
import TestSupport
import Testing

/// `waymark import offer ADDRESS` against a server on this machine.
@Suite struct FeedImportTests {
  private func withFeeds(_ body: (Home, FeedServer) throws -> Void) async throws {
    try await Home.lend { home in try body(home, try FeedServer()) }
  }

  /// The figures of an import that has to end with a status.
  private func figures(
    _ home: Home, _ address: String, _ more: String..., status: Int32 = 0
  ) throws -> [String: Any] {
    let result = try Command.run(
      try Program.path(), ["import", "offer", address, "--json"] + more,
      environment: home.environment, folder: home.folder)
    guard result.status == status else {
      throw Problem("It ended with \(result.status): \(result.errors)")
    }
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  private func kept(_ home: Home) -> [String] {
    let folder = home.path("state/waymark/feeds")
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.contains("/") && !$0.hasSuffix("lock") && !$0.hasSuffix("begun") }
      .map { ($0 as NSString).lastPathComponent }.sorted()
  }

  // MARK: - Feeds that are read

  @Test func `a feed of shallow lists is read page by page and record by record, once`()
    async throws
  {
    try await withFeeds { home, feeds in
      let first = try figures(home, feeds.address("v3/services"), status: 1)
      #expect(first["source"] as? String == feeds.name("v3"))
      #expect(first["format"] as? String == "ORUK 3")
      #expect(first["added"] as? Int == 5)
      // One record is not there: it stands as the list has it.
      let problems = try #require(first["problems"] as? [[String: Any]])
      #expect(problems.map { $0["kind"] as? String } == ["record_not_read"])
      #expect(problems.map { $0["record"] as? String } == ["s/4 é"])
      #expect(
        try feeds.asked() == [
          "/v3", "/v3/services?page=1&per_page=100", "/v3/services?page=2&per_page=100",
          "/v3/services?page=3&per_page=100", "/v3/services/s%2F1%20%C3%A9",
          "/v3/services/s%2F2%20%C3%A9", "/v3/services/s%2F3%20%C3%A9",
          "/v3/services/s%2F4%20%C3%A9", "/v3/services/s%2F5%20%C3%A9",
        ])
      let found = try home.waymark("offer", "search", "SW8 1SJ shallow", "--json", status: 0)
      #expect(found.contains("Shallow service 3"))
      #expect(kept(home) == [])

      let second = try figures(home, feeds.address("v3"), status: 1)
      for (field, figure) in [("added", 0), ("changed", 0), ("unchanged", 5), ("not_seen", 0)] {
        #expect(second[field] as? Int == figure, "\(field)")
      }
      try home.expectSound()
    }
  }

  @Test(arguments: [("outpost", 5), ("here", 2), ("moved/services/", 5)])
  func `a feed with full lists is not asked for its records`(
    _ path: String, _ count: Int
  ) async throws {
    try await withFeeds { home, feeds in
      let first = try figures(home, feeds.address(path))
      #expect(first["added"] as? Int == count)
      #expect(try !feeds.asked().contains { $0.contains("/services/") })
      #expect(try figures(home, feeds.address(path))["unchanged"] as? Int == count)
    }
  }

  @Test func `a feed that has lists alone is not asked on and on`() async throws {
    try await withFeeds { home, feeds in
      let answer = try figures(home, feeds.address("lists"), status: 1)
      #expect(answer["added"] as? Int == 12)
      #expect((answer["problems"] as? [Any])?.count == 1)
      #expect(try feeds.asked().count == 12)
    }
  }

  @Test func `a server that asks for a rest gets it`() async throws {
    try await withFeeds { home, feeds in
      let start = Date()
      let answer = try figures(home, feeds.address("busy"))
      #expect(answer["added"] as? Int == 2)
      #expect(Date().timeIntervalSince(start) > 2)
    }
  }

  @Test func `a server learns who asks and nothing else`() async throws {
    try await withFeeds { home, feeds in
      try home.write("user-agent = \"Someone\"\ncookie = \"a=b\"\n", to: ".curlrc")
      try home.write("machine 127.0.0.1 login me password secret\n", to: ".netrc")
      _ = try figures(home, feeds.address("polite"))
      let said = try feeds.asked().filter { !$0.hasPrefix("/") }
      #expect(said.count == 4)
      for line in said where line.hasPrefix("agent") {
        #expect(line == "agent waymark/0.1.0 (import of a Local Offer)")
      }
      for line in said where line.hasPrefix("heads") {
        #expect(line == "heads accept accept-encoding host user-agent")
      }
    }
  }

  @Test func `a dry run asks, and touches no file`() async throws {
    try await withFeeds { home, feeds in
      let answer = try figures(home, feeds.address("outpost"), "--dry-run")
      #expect(answer["added"] as? Int == 5)
      #expect(!FileManager.default.fileExists(atPath: home.path("data")))
      #expect(!FileManager.default.fileExists(atPath: home.path("state")))
    }
  }

  // MARK: - Feeds that are not

  @Test(arguments: [
    ("html", "is a web page"), ("empty", "is empty"), ("terms", "holds no list of services"),
    ("nobody", "has no service"), ("cut", "page 2 of"), ("half", "was cut off on its way"),
    ("endless", "is larger than 32 MB"), ("file", "neither http nor https"),
    ("ftp", "neither http nor https"), ("circle", "round in a circle"),
    ("later", "left alone for 60 minutes"), ("nowhere/services?api_key=1234", "404"),
  ])
  func `an answer that is none leaves yesterday's copy`(
    _ path: String, _ words: String
  ) async throws {
    try await withFeeds { home, feeds in
      _ = try figures(home, feeds.address("outpost"), "--source", "feed")
      let answer = try home.waymark("import", "offer", feeds.address(path), "--source", "feed")
      #expect(answer.status == 2)
      #expect(answer.output == "")
      #expect(answer.errors.contains(words), "\(answer.errors)")
      #expect(answer.errors.contains("Nothing was changed."))
      #expect(!answer.errors.contains("1234"))
      // That the try failed is kept; of the services nothing is another than it was.
      let again = try figures(home, feeds.address("outpost"), "--source", "feed")
      #expect(again["added"] as? Int == 0)
      #expect(again["changed"] as? Int == 0)
      #expect(again["not_seen"] as? Int == 0)
    }
  }

  @Test(arguments: [
    ("http://127.0.0.1:1", "nothing answers there"),
    ("http://no-such-host.invalid", "no host of that name"),
    ("ftp://127.0.0.1/", "not \"ftp://\""), ("https://me:secret@127.0.0.1/", "is refused"),
  ])
  func `an address that leads nowhere is told`(_ address: String, _ words: String) async throws {
    try await Home.lend { home in
      let answer = try home.waymark("import", "offer", address)
      #expect(answer.status == 2)
      #expect(answer.errors.contains(words), "\(answer.errors)")
      #expect(!answer.errors.contains("secret"))
      #expect(kept(home) == [])
    }
  }

  @Test func `without curl the sentence says what brings it`() async throws {
    try await Home.lend { home in
      let answer = try home.waymark(
        "import", "offer", "http://127.0.0.1:1", environment: ["PATH": home.folder])
      #expect(answer.status == 2)
      #expect(answer.errors.contains("apt-get install curl"))
      let doctor = try home.waymark("doctor", environment: ["PATH": home.folder])
      #expect(doctor.output.contains("curl          not found"))
    }
  }

  // MARK: - Cut off

  @Test(arguments: [SIGKILL, SIGINT, SIGTERM])
  func `a run that is cut off is taken up again where it was`(_ signal: Int32) async throws {
    try await withFeeds { home, feeds in
      let address = feeds.address("slow")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["--default-signal", try Program.path(), "import", "offer", address]
      process.environment = home.environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      try feeds.wait(for: "waiting")
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      if signal != SIGKILL {
        // Its child is gone with it.
        try feeds.wait(for: "gone")
        #expect(process.terminationStatus == 128 + signal)
      }
      #expect(kept(home) == ["page-0001.json"])
      try expectPrivate(home)

      let again = try home.waymark("import", "offer", address, "--json")
      #expect(again.status == 0)
      #expect(again.errors.contains("going on with what was read"))
      #expect(again.output.contains("\"added\": 5") || again.output.contains("\"added\":5"))
      let asked = try feeds.asked().filter { $0.hasPrefix("/slow") }
      #expect(
        asked == [
          "/slow", "/slow/services?page=2&per_page=100", "/slow/services?page=3&per_page=100",
        ])
      #expect(kept(home) == [])
    }
  }

  @Test func `a fresh start leaves out what was kept`() async throws {
    try await withFeeds { home, feeds in
      let first = try home.waymark("import", "offer", feeds.address("cut"))
      #expect(first.status == 2)
      #expect(kept(home) == ["page-0001.json"])
      _ = try feeds.asked()
      let again = try home.waymark("import", "offer", feeds.address("cut"), "--fresh")
      #expect(!again.errors.contains("going on"))
      #expect(try feeds.asked()[1] == "/cut/services?page=1&per_page=100")
    }
  }

  private func expectPrivate(_ home: Home) throws {
    let folder = home.path("state/waymark/feeds")
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) + ["."] {
      var info = stat()
      #expect(stat(folder + "/" + name, &info) == 0)
      let mode: mode_t = info.st_mode & S_IFMT == S_IFDIR ? 0o700 : 0o600
      #expect(info.st_mode & 0o777 == mode, "\(name)")
    }
  }
}
