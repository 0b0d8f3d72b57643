import Foundation
import TestSupport
import Testing

/// How many bytes go over the line; `script/bench` measures more, beside tig and htop.
@Suite struct LeanOutputTests {
  /// Bytes written between now and the focus resting on another row.
  private func bytes(
    _ terminal: Terminal, _ file: String, pressing times: Int, until row: Int
  ) async throws -> Int {
    let before = try size(file)
    try terminal.press("j", times: times)
    try await terminal.see("row \(row)") { $0.focusedRow == row && $0.cursor.row == row }
    return try await settled(file) - before
  }

  private func size(_ file: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
  }

  /// The size once it no longer grows.
  private func settled(_ file: String) async throws -> Int {
    var last = -1
    var same = 0
    while same < 10 {
      let now = try size(file)
      same = now == last ? same + 1 : 0
      last = now
      try await Task.sleep(for: .milliseconds(20))
    }
    return last
  }

  @Test func `a move writes at most 250 bytes, twenty queued ones 400`() async throws {
    try await Home.lend { home in
      let workspace = home.path("demo.sqlite")
      try home.waymark("demo", "--out", workspace, "--plans", "60", status: 0)
      let terminal = try Terminal.waymark("--workspace", workspace, in: home, rows: 40)
      let file = try terminal.record(to: "bytes")
      try await terminal.see("Today · all plans")
      try terminal.press("2")
      try await terminal.see("Reviews · ")
      try terminal.press("v")
      let first = try await terminal.see("the list alone") { $0.cursor.row == $0.focusedRow }
      let top = try #require(first.focusedRow)
      _ = try await settled(file)
      let one = try await bytes(terminal, file, pressing: 1, until: top + 1)
      #expect((1...250).contains(one))
      let twenty = try await bytes(terminal, file, pressing: 20, until: top + 21)
      #expect((1...400).contains(twenty))
    }
  }
}
