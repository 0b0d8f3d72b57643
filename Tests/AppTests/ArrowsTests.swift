import Foundation
import Testing

/// Which room may know which: the table of the README, read against every import line.
///
/// The build's own check lets an import pass of what a dependency depends on, such as GRDB in the
/// program; this one does not.
@Suite struct ArrowsTests {
  /// Values and rules need nothing, not even `Foundation`: it brings files and the clock.
  static let allowed: [String: Set<String>] = [
    "SENDDomain": [],
    "TerminalKit": ["CNcurses", "Glibc", "Synchronization"],
    "Storage": [
      "SENDDomain", "GRDB", "GRDBSQLite", "Crypto", "_CryptoExtras", "Foundation",
      "Synchronization",
    ],
    "Exchange": ["SENDDomain", "Yams", "Foundation", "FoundationXML"],
    "Screens": ["SENDDomain", "TerminalKit"],
    "App": [
      "SENDDomain", "Storage", "Exchange", "Screens", "TerminalKit", "ArgumentParser", "Yams",
      "Subprocess", "Foundation", "Dispatch", "Synchronization", "Glibc",
    ],
  ]

  @Test func `every file imports only what its room may know`() throws {
    var found: [String] = []
    let files = try sources()
    #expect(files.count > 100)
    for (path, text) in files {
      let module = String(path.prefix { $0 != "/" })
      let known = ArrowsTests.allowed[module] ?? []
      for (line, name) in imports(text) where !known.contains(name) {
        found.append("Sources/\(path):\(line) imports \(name), which \(module) must not know")
      }
    }
    #expect(found == [])
  }

  @Test func `every module has its row in the table`() throws {
    let modules = Set(try sources().map { String($0.path.prefix { $0 != "/" }) })
    #expect(modules == Set(ArrowsTests.allowed.keys))
  }

  @Test(arguments: [
    ("import A", ["A"]), ("@testable import A", ["A"]), ("package import A", ["A"]),
    ("@preconcurrency internal import A.B", ["A"]), ("import struct A.B", ["A"]),
    ("import A // why", ["A"]), ("  import A; import B", ["A", "B"]), ("// import A", []),
    ("let text = \"import A\"", []), ("importA()", []),
  ])
  func `an import is read however it is written`(_ line: String, _ names: [String]) {
    #expect(imports(line).map(\.name) == names)
  }

  /// Every Swift file below `Sources/`, by its path there.
  private func sources() throws -> [(path: String, text: String)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
      .path
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    return try paths.filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
    }
  }

  /// The modules that a text imports, with their lines from 1.
  private func imports(_ text: String) -> [(line: Int, name: String)] {
    let kinds: Set<Substring> = [
      "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
    ]
    let levels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    var found: [(Int, String)] = []
    for (line, whole) in zip(1..., text.split(separator: "\n", omittingEmptySubsequences: false)) {
      for statement in whole.split(separator: ";") {
        var words = statement.split { $0 == " " || $0 == "\t" }[...]
        while let word = words.first, word.hasPrefix("@") || levels.contains(word) {
          words.removeFirst()
        }
        guard words.popFirst() == "import" else { continue }
        if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
        if let name = words.first { found.append((line, String(name.prefix { $0 != "." }))) }
      }
    }
    return found
  }
}
