import Foundation
import TestSupport
import Testing

@testable import TerminalKit

/// The themes that the project ships as files, against those that are compiled in.
@Suite struct `Theme files` {
  private func file(_ theme: Theme) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Themes/\(theme.name).yaml")
  }

  @Test(arguments: Theme.builtIn)
  func `are the built-in themes as they are written`(theme: Theme) throws {
    #expect(try Golden.compare(theme.fileText, with: file(theme)) == .same)
  }

  @Test(arguments: Theme.builtIn)
  func `are read back as they were`(theme: Theme) {
    let lines = Dictionary(uniqueKeysWithValues: theme.lines.map { ($0.role, $0.look) })
    let (read, problems) = Theme.described(name: theme.name, lines)
    #expect(problems.isEmpty)
    #expect(read == theme)
  }

  @Test func `have no faint letters where colours are known`() {
    for theme in [Theme.dark, .light] { #expect(theme.faint().isEmpty) }
    #expect(Theme.highContrast.faint(below: 7).isEmpty)
    let faint = Theme.described(name: "mine", ["based_on": "dark", "muted": "236 on 16"]).theme
    #expect(faint.faint().map(\.role) == [.muted])
  }
}
