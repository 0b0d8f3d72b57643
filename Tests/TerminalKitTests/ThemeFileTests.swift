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
    var lines = Dictionary(uniqueKeysWithValues: theme.lines.map { ($0.role, $0.look) })
    lines["contrast"] = "\(theme.least)"
    let (read, problems) = Theme.described(name: theme.name, lines)
    #expect(problems.isEmpty)
    #expect(read == theme)
  }

  @Test func `have no faint letters where colours are known`() {
    for theme in Theme.builtIn { #expect(theme.faint().isEmpty) }
    #expect(Theme.highContrast.least == 7)
    let faint = Theme.described(name: "mine", ["based_on": "dark", "muted": "236 on 16"]).theme
    #expect(faint.faint().map(\.role) == [.muted])
  }

  @Test func `have one ground: what is behind the text is behind what does not say`() {
    let (theme, problems) = Theme.described(name: "mine", ["text": "16 on 231", "error": "88"])
    #expect(problems.isEmpty)
    #expect(theme[.error].background == .indexed(231))
  }

  @Test(arguments: ["4", "x", "22"])
  func `ask for a contrast that there can be`(word: String) {
    #expect(Theme.described(name: "mine", ["contrast": word]).problems == [.contrast(word)])
  }
}
