import Foundation

/// A file that holds what a test expects, beside the test. Recording one fails the run, so that
/// nobody records by accident: read the diff as carefully as code.
package enum Golden {
  package enum Outcome: Equatable {
    case same
    /// There was none; it is written now.
    case recorded(String)
    /// The first line that differs.
    case differs(line: Int, expected: String, found: String)
  }

  /// Compares text with the golden `name` in the folder `Goldens` beside the test's file.
  package static func compare(
    _ text: String, with name: String, testFile: String
  ) throws -> Outcome {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    return try compare(text + "\n", with: folder.appendingPathComponent("Goldens/\(name).txt"))
  }

  /// Compares text with a whole file, as for one that the project ships and writes from values.
  package static func compare(_ text: String, with file: URL) throws -> Outcome {
    let isRecording = ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: file, encoding: .utf8) else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return .recorded(file.lastPathComponent)
    }
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let got = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(wanted.count, got.count) {
      let a = line < wanted.count ? String(wanted[line]) : "(end)"
      let b = line < got.count ? String(got[line]) : "(end)"
      if a != b { return .differs(line: line + 1, expected: a, found: b) }
    }
    return .same
  }
}
