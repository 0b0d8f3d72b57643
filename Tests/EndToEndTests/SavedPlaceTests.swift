import Foundation
import TestSupport
import Testing

/// Where a person was, from one start to the next, and what the configuration's keys come to.
@Suite struct SavedPlaceTests {
  @Test func `is kept on every way out, readable by nobody else, and without a name`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      for end in [nil, SIGTERM, SIGHUP, SIGKILL] {
        let terminal = try await Terminal.shell(in: home)
        let pid = try await terminal.startWaymark(in: home)
        try await terminal.see("Today · all plans")
        try terminal.press("2")
        try await terminal.see("Next due")
        try terminal.press("s")
        try await terminal.see("Sort the list")
        try terminal.press("2")
        try await terminal.see("by name")
        let pressed = Date.now
        try terminal.press("g", "j", "j")
        try await terminal.seeFocus(on: "SAMPLEBY")
        // A killed process keeps nothing more: its place was kept when the keyboard rested.
        if end == SIGKILL { try await home.seeKept(since: pressed) }
        if let end { kill(pid, end) } else { try terminal.press("q", "q") }
        try await terminal.see("ended \(end.map { 128 + $0 } ?? 0).")

        let file = try home.viewFile()
        let facts = try FileManager.default.attributesOfItem(atPath: file)
        #expect((facts[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let kept = try String(contentsOfFile: file, encoding: .utf8).lowercased()
        for name in ["nguy", "testington", "sampleby", "ada"] { #expect(!kept.contains(name)) }

        if end != nil {
          let next = try Terminal.waymark(in: home)
          try await next.see("by name")
          try await next.seeFocus(on: "SAMPLEBY")
          try next.press("q")
          try await next.see("Today · all plans")
          try next.press("q")
          try await next.seeEnd()
        }
        try FileManager.default.removeItem(atPath: file)
      }
    }
  }

  @Test func `that cannot be read any more is said, and everything is as it comes`() async throws {
    try await Home.lend { home in
      try home.importEveryState()
      let first = try Terminal.waymark(in: home)
      try await first.see("Today · all plans")
      try first.press("q")
      try await first.seeEnd()
      try Data("{\"screen\": 7".utf8).write(to: URL(fileURLWithPath: home.viewFile()))
      let next = try Terminal.waymark(in: home)
      try await next.see("! Where you left off cannot be read any more")
      try await next.seeFocus(on: "NGUYỄN, Bảo")
    }
  }

  @Test func `keys that clash are told before the screens open and kept in the messages`()
    async throws
  {
    try await Home.lend { home in
      try home.importEveryState()
      try home.write(
        "keys:\n  review.meeting: d\n  undo: F9\n  nope: x\n", to: "config/waymark/config.yaml")
      let terminal = try await Terminal.shell(in: home)
      try await terminal.startWaymark(in: home)
      try await terminal.see("! config.yaml:2: d cannot be both")
      try terminal.press(":")
      try await terminal.see("All actions")
      try terminal.type("last messages")
      try terminal.press("Enter")
      let said = try await terminal.see("There is no action named nope")
      #expect(said.contains("review.decision"))
      try terminal.press("Escape", "F9")
      try await terminal.see("Undo the import of a SEN2 return")
      try terminal.press("Escape", "q")
      try await terminal.see("ended 0.")
      let history = try terminal.history().replacing("\n", with: "")
      #expect(history.contains("config.yaml:2: d cannot be both review.meeting"))
      #expect(history.contains("config.yaml:4: There is no action named nope"))
    }
  }
}

extension Home {
  /// Waits until the place was kept after this instant.
  fileprivate func seeKept(since instant: Date) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if let file = try? viewFiles().first,
        let facts = try? FileManager.default.attributesOfItem(atPath: file),
        let time = facts[.modificationDate] as? Date, time > instant
      {
        return
      }
      // No wait for a time: the look is taken again until the file has been written anew.
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("the place was not kept while the keyboard rested")
  }

  /// The one file that says where a person was.
  fileprivate func viewFile() throws -> String {
    let files = try viewFiles()
    return try #require(files.count == 1 ? files.first : nil)
  }

  private func viewFiles() throws -> [String] {
    let folder = path("state/waymark")
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("view-") && $0.hasSuffix(".json") }.map { folder + "/" + $0 }
  }
}
