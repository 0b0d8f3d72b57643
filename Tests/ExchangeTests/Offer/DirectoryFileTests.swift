import Foundation
import SENDDomain
import Testing

@testable import Exchange

/// Directories as people keep them: in a spreadsheet, with whatever came of it.
@Suite struct DirectoryFileTests {
  private func read(_ text: String) -> DirectoryFeed { read(Data(text.utf8)) }

  private func read(_ bytes: Data) -> DirectoryFeed {
    DirectoryFile.read(
      NamedBytes(name: "directory.csv", bytes: bytes), today: OfferSamples.today)
  }

  private func told(_ feed: DirectoryFeed) -> [String] {
    feed.problems.map { "\($0.kind) \($0.line.map(String.init) ?? "-") \($0.field)" }
  }

  @Test func `every column is read`() {
    let feed = read(
      """
      id,team,role,name,topics,area,phone,email,hours,notes,checked
      7,Social care,"Designated Social Care Officer (DSCO)",Ruth Madeup,"Section H1; section H2",\
      north|south,020 7946 0101,dsco@council.example.org,Mon to Fri 9-5,"Ring first.
      Then write.",2026-09-01
      """)
    #expect(
      feed.entries == [
        DirectoryEntry(
          sourceID: "7", name: "Social care", role: "Designated Social Care Officer (DSCO)",
          person: "Ruth Madeup", topics: ["Section H1", "section H2"], areas: ["north", "south"],
          phones: [OfferPhone(text: "020 7946 0101", numbers: ["020 7946 0101"])],
          emails: ["dsco@council.example.org"], hours: "Mon to Fri 9-5",
          note: "Ring first.\nThen write.", checked: Day(2026, 9, 1))
      ])
    #expect(feed.problems == [])
  }

  @Test func `other headings, semicolons, Windows-1252 and a byte order mark are understood`() {
    let rows =
      "Service;Job title;First name;Surname;What to ask about;Patch;Tel. no;Mobile;Last updated\r\n"
      + ";Area SENCO;In\u{EA}s;Invented;advice, funding;north;020 7946 0102;07700 900102;14/10/2026\r\n"
    let latin = Data(rows.unicodeScalars.map { UInt8($0.value) })
    for bytes in [latin, Data([0xEF, 0xBB, 0xBF]) + Data(rows.utf8)] {
      let entry = read(bytes).entries.first
      #expect(entry?.title == "Area SENCO")
      #expect(entry?.person == "In\u{EA}s Invented")
      #expect(entry?.topics == ["advice", "funding"])
      #expect(entry?.phones.map(\.text) == ["020 7946 0102", "07700 900102"])
      #expect(entry?.checked == Day(2026, 10, 14))
    }
  }

  @Test func `empty rows, short rows and rows that name nobody cost no other`() {
    let feed = read(
      "team,name,phone,email\n\n,,,\nDesk\n,,020 7946 0103,\nDuty,,020 7946 0104\nLast,,,a@b.example.org,x,y\n"
    )
    #expect(feed.entries.map(\.title) == ["Desk", "Duty", "Last"])
    #expect(feed.skipped == 1)
    #expect(told(feed) == ["no_contact 4 ", "no_name 5 "])
  }

  @Test func `a row given twice is one, a changed one is two`() {
    let feed = read("team,phone\nA,020 7946 0101\nA,020 7946 0101\nA,020 7946 0102\n")
    #expect(feed.entries.count == 2)
    #expect(told(feed) == ["same_row_twice 3 "])
  }

  @Test func `formulas and their errors are left out, a number kept by one is not`() {
    let feed = read(
      "team,name,phone,notes\n"
        + "Desk,\"=HYPERLINK(\"\"http://x.example\"\",\"\"go\"\")\",\"=\"\"020 7946 0105\"\"\",#REF!\n"
        + "Desk 2,=cmd|' /C calc'!A0,+44 20 7946 0106,-\n")
    #expect(feed.entries.map(\.person) == ["", ""])
    #expect(feed.entries.map(\.note) == ["", ""])
    #expect(feed.entries.flatMap(\.phones).map(\.text) == ["020 7946 0105", "+44 20 7946 0106"])
    #expect(told(feed) == ["formula 2 name", "formula 2 notes", "formula 3 name"])
  }

  @Test func `control characters, escape sequences and markup are taken out`() {
    let feed = read(
      "team,role,phone,notes\n"
        + "\u{1B}[31mRed\u{7} desk\u{202E},<b>Lead</b>,020 7946 0107,<p>One</p><p>two</p>\n")
    let entry = feed.entries.first
    #expect(entry?.name == "Red desk")
    #expect(entry?.role == "Lead")
    #expect(entry?.note == "One\n\ntwo")
    #expect(entry?.phones.first?.text == "020 7946 0107")
  }

  @Test func `what is no date, no address or nothing is not stated`() {
    let feed = read(
      "team,name,email,phone,checked\nA,TBC,ring us,n/a,soon\nB,Vi Made,b@b.example.org,,2031-01-01\n"
    )
    #expect(feed.entries.map(\.checked) == [nil, nil])
    #expect(feed.entries.map(\.person) == ["", "Vi Made"])
    #expect(
      told(feed) == [
        "bad_email 2 email", "bad_date 2 checked", "no_contact 2 ", "future_date 3 checked",
      ])
  }

  @Test(arguments: [
    ("", "unreadable_file"), ("\n\n", "unreadable_file"),
    ("<!DOCTYPE html><html><body>503</body></html>", "unreadable_file"),
    ("PK\u{3}\u{4}xl/worksheets", "unreadable_file"), ("team,phone\nA,\u{0}\n", "unreadable_file"),
    ("[{\"team\": \"A\"}]", "unreadable_file"),
    ("colour,shape\nred,round\n", "unknown_layout"), ("name,shape\nAnn,round\n", "unknown_layout"),
    ("import_id,import_id_reference,name,phone\n1,,Club,020\n", "unknown_layout"),
  ])
  func `a file that is no directory gives nobody`(_ text: String, _ kind: String) {
    let feed = read(text)
    #expect(feed.entries == [])
    #expect(feed.problems.map(\.kind) == [kind])
  }

  @Test func `the demo's directory is whole, and its numbers are those kept for drama`() throws {
    let feed = DirectoryFile.read(
      try shippedFile("Resources/local-offer/made-up-directory.csv"), today: OfferSamples.today)
    #expect(feed.entries.count == 24)
    #expect(feed.problems == [])
    let numbers = feed.entries.flatMap(\.phones).flatMap(\.numbers)
    #expect(numbers.count == 23)
    #expect(numbers.allSatisfy { $0.hasPrefix("020 7946 0") })
    #expect(feed.entries.flatMap(\.emails).allSatisfy { $0.hasSuffix(".example.org") })
    #expect(feed.entries.contains { $0.role == "Designated Clinical Officer (DCO)" })
  }

  @Test func `a heading alone gives nobody and no problem`() {
    #expect(read("team,phone\n") == DirectoryFeed())
  }

  @Test func `any bytes give an answer`() {
    var seed: UInt64 = 7
    for _ in 0..<200 {
      var bytes = Array("team,name,phone\n".utf8)
      for _ in 0..<200 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(seed >> 56))
      }
      let feed = read(Data(bytes))
      #expect(feed.entries.allSatisfy { !$0.title.isEmpty })
    }
  }
}
