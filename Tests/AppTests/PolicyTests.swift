import Foundation
import Testing

@testable import waymark

/// What an installation allows is for whoever runs it to say, not for a person's own files.
@Suite struct PolicyTests {
  @Test func `allows no clipboard where there is no file`() throws {
    try Stage.with { stage in
      #expect(stage.run("doctor").out.contains("clipboard     not allowed: no policy.yaml"))
    }
  }

  @Test func `is read from beside the program`() throws {
    try Stage.with { stage in
      let folder = stage.home + "/share/waymark"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try "clipboard: true\n".write(
        toFile: folder + "/policy.yaml", atomically: true, encoding: .utf8)
      #expect(stage.run("doctor").out.contains("clipboard     allowed by \(folder)/policy.yaml"))
      try "clipboard: perhaps\nmouse: true\n".write(
        toFile: folder + "/policy.yaml", atomically: true, encoding: .utf8)
      let out = stage.run("doctor").out
      #expect(out.contains("clipboard     not allowed by"))
      #expect(out.contains("line 1: \"clipboard\" is true or false."))
      #expect(out.contains("line 2: There is no policy \"mouse\"."))
    }
  }

  @Test func `is not a person's to set`() throws {
    try Stage.with { stage in
      let folder = stage.home + "/.config/waymark"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      for name in ["policy.yaml", "config.yaml"] {
        try "clipboard: true\n".write(
          toFile: folder + "/" + name, atomically: true, encoding: .utf8)
      }
      let out = stage.run("doctor").out
      #expect(out.contains("clipboard     not allowed: no policy.yaml"))
      #expect(out.contains("line 1: The clipboard is for whoever runs this installation to allow"))
    }
  }
}
