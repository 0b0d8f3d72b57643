import Foundation
import TestSupport
import Testing

/// Names that would do something to a terminal if they reached it as they are.
@Suite struct HostileNamesTests {
  static let hostile = MadeUpReturn(children: [
    .init(
      family: "\u{1B}]52;c;aGVsbG8=\u{07}Clipboard", given: "\u{1B}[31mRed", born: "2014-May-02",
      planMade: "2020-Jun-17", meeting: "2026-Oct-14", decided: "2025-Nov-20"),
    .init(
      family: "Turned\u{202E}about", given: "Zero\u{200B}Width", born: "2013-May-02",
      planMade: "2020-Jun-17", meeting: "2026-Oct-14", decided: "2025-Nov-20"),
    .init(
      family: "Eight\u{9B}2Jbit", given: "Bell\u{07}Back\u{08}Del\u{7F}", born: "2012-May-02",
      planMade: "2020-Jun-17", meeting: "2026-Oct-14", decided: "2025-Nov-20"),
    .init(
      family: "\u{1B}]0;Titled\u{1B}\\Windowly", given: "Multi\nLine\tTab", born: "2011-May-02",
      planMade: "2020-Jun-17", meeting: "2026-Oct-14", decided: "2025-Nov-20"),
  ])

  @Test func `no name reaches the terminal as a control sequence`() async throws {
    try await Home.lend { home in
      try HostileNamesTests.hostile.write(in: home)
      let terminal = try await Terminal.shell(in: home)
      let bytes = try terminal.record(to: "bytes")
      try terminal.run("waymark import sen2 return; echo import ended $?.")
      try await terminal.see("import ended ")
      try terminal.run("clear; waymark due; waymark reviews; echo lists ended $?.")
      try await terminal.see("lists ended 0.")
      try terminal.run("clear; waymark; echo ended $?.")
      let list = try await terminal.see("CLIPBOARD, Red")
      #expect(list.contains("WINDOWLY"))
      try terminal.press("2")
      try await terminal.see("Reviews · 4 plans")
      for _ in HostileNamesTests.hostile.children {
        try terminal.press("Enter")
        try await terminal.see("Record · ")
        try terminal.press("q")
        try await terminal.see("Reviews · 4 plans")
        try terminal.press("j", "w", "Escape", "n", "Escape")
      }
      try terminal.press("f")
      try await terminal.see("Find a child")
      try terminal.type("turned")
      try await terminal.see("b. 2 May 2013")
      try terminal.press("Escape", "q", "q")
      try await terminal.see("ended 0.")

      let written = try #require(FileManager.default.contents(atPath: bytes))
      #expect(written.count > 2000)
      let forbidden: [(String, [UInt8])] = [
        ("a clipboard write", Array("\u{1B}]52".utf8)), ("a window title", Array("\u{1B}]0".utf8)),
        ("any operating system command", Array("\u{1B}]".utf8)),
        ("red of a name", Array("\u{1B}[31mR".utf8)), ("a bell", [0x07]),
        ("a right-to-left override", Array("\u{202E}".utf8)),
        ("a zero-width space", Array("\u{200B}".utf8)), ("an eight-bit CSI", [0xC2, 0x9B]),
        ("a delete character", [0x7F]),
      ]
      for (what, sequence) in forbidden {
        #expect(written.range(of: Data(sequence)) == nil, "\(what) was written")
      }
    }
  }

  /// Names of many scripts, each with the cells that `FAMILY, Given` takes as a terminal draws it.
  static let scripts: [(family: String, given: String, shown: String, cells: Int)] = [
    ("Plain", "Ann", "PLAIN, Ann", 10),
    ("Mu\u{308}ller", "Zoe\u{308}", "MU\u{308}LLER, Zoe\u{308}", 11),
    ("Nguyễn", "Bảo", "NGUYỄN, Bảo", 11),
    ("王", "小明", "王, 小明", 8),
    ("김", "민준", "김, 민준", 8),
    ("לוי", "דוד", "לוי, דוד", 8),
    ("الأحمد", "علي", "الأحمد, علي", 11),
    ("Rocket\u{1F680}", "Ed", "ROCKET\u{1F680}, Ed", 12),
    ("Family\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}", "Jo", "FAMILY\u{1F469}, Jo", 12),
    ("Отчество", "Иван", "ОТЧЕСТВО, Иван", 14),
  ]

  @Test(arguments: ["xterm-256color", "linux"])
  func `names of every script leave the columns in line`(kind: String) async throws {
    try await Home.lend { home in
      try MadeUpReturn(
        children: Self.scripts.map {
          .init(
            family: $0.family, given: $0.given, born: "2014-May-02", planMade: "2020-Jun-17",
            meeting: "2026-Oct-14", decided: "2025-Nov-20")
        }
      ).write(in: home)
      _ = try home.waymark("import", "sen2", home.path("return"))
      let terminal = try Terminal.waymark(in: home, kind: kind)
      try terminal.press("2", "v")
      let screen = try await terminal.see("the list alone") {
        $0.contains("Reviews · 10 plans") && $0.contains("PLAIN, Ann") && !$0.contains("Voice:")
      }
      let heading = try #require(screen.rows.first { $0.contains("Step") })
      let step = try #require(heading.range(of: "Step"))
      let column = heading.unicodeScalars.distance(
        from: heading.startIndex, to: step.lowerBound)
      for (_, _, shown, cells) in Self.scripts {
        let row = try #require(
          screen.rows.first { $0.contains(shown) }, "\(shown) in \(screen)")
        let rest = try #require(row.range(of: "Decision"))
        let scalars = row.unicodeScalars.distance(from: row.startIndex, to: rest.lowerBound)
        #expect(scalars - shown.unicodeScalars.count + cells == column, "\(row)")
      }
      // The cursor finds each row, and the record's first line holds the name.
      for _ in Self.scripts {
        let screen = try await terminal.see("the focus") { $0.focusedRow == $0.cursor.row }
        #expect(screen.cursor.column == 0)
        try terminal.press("j")
      }
    }
  }
}
