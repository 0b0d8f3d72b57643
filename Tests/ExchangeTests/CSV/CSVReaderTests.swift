import Foundation
import Testing

@testable import Exchange

/// All records of a text as lists of cells.
private func records(_ text: String) -> [[String]] { records(Data(text.utf8)) }

private func records(_ bytes: Data) -> [[String]] {
  guard var reader = CSVReader(NamedBytes(name: "made-up.csv", bytes: bytes)) else { return [] }
  var found: [[String]] = []
  while let record = reader.next() { found.append(record.cells) }
  return found
}

@Suite struct CSVReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end in LF, CRLF or CR`(end: String) {
    #expect(records("a,b\(end)1,2\(end)3,4") == [["1", "2"], ["3", "4"]])
    #expect(records("a,b\(end)1,2\(end)3,4\(end)\(end)") == [["1", "2"], ["3", "4"]])
  }

  @Test func `quoted cells hold commas, line ends and doubled quotation marks`() {
    #expect(
      records("a,b\r\n\"x, y\",\"one\r\ntwo \"\"three\"\"\"\r\n\"\",z")
        == [["x, y", "one\r\ntwo \"three\""], ["", "z"]])
  }

  @Test func `blank lines and lines of commas only are left out`() {
    #expect(records("\n \na,b\n\n1,2\n,,,\n \t\n3,4\n") == [["1", "2"], ["3", "4"]])
  }

  @Test func `rows may be shorter or longer than the heading`() {
    #expect(records("a,b,c\n1\n1,2,3,,\n") == [["1"], ["1", "2", "3", "", ""]])
  }

  @Test func `semicolons and tabs part cells where the heading has them`() {
    #expect(records("a;b\n1,5;2\n") == [["1,5", "2"]])
    #expect(records("a\tb\n1,5\t2\n") == [["1,5", "2"]])
  }

  @Test func `a stray quotation mark stays in its row`() {
    #expect(records("a,b\n\"O\"Neil,2\n3,4\n") == [["ONeil", "2"], ["3", "4"]])
    #expect(records("a,b\n5' 6\" tall,2\n3,4\n") == [["5' 6\" tall", "2"], ["3", "4"]])
    // Opened by mistake, and a later row quotes properly.
    #expect(
      records("a,b\n\"see panel,2\n3,\"x, y\"\n") == [["\"see panel", "2"], ["3", "x, y"]])
  }

  @Test func `a cell that never closes takes no other row with it`() {
    #expect(records("a,b\n1,\"x\n3,4\n5,6") == [["1", "\"x"], ["3", "4"], ["5", "6"]])
    #expect(records("a,b\n1,\"") == [["1", "\""]])
  }

  @Test func `places count lines inside cells and characters before a cell`() throws {
    let text = "\u{FEFF}Name , upn\n\"Zoë\nMünch\",A1\n\n  Ngũgĩ,B2\n"
    var reader = try #require(
      CSVReader(NamedBytes(name: "made-up.csv", bytes: Data(text.utf8))))
    let first = reader.next()
    let second = reader.next()
    #expect(first?["name"] == "Zoë\nMünch")
    #expect(first?.line == 2)
    #expect(first?.column(of: "upn") == 13)
    #expect(second?.line == 5)
    #expect(second?.column(of: "upn") == 9)
    #expect(second?["other"] == nil)
  }

  @Test func `headings match without regard to case, spaces or a byte order mark`() throws {
    let text = "\u{FEFF} SurName ,\"Native Id\"\nx,y\n"
    let reader = try #require(
      CSVReader(NamedBytes(name: "made-up.csv", bytes: Data(text.utf8))))
    #expect(reader.table.columns == ["surname", "nativeid"])
  }

  @Test func `a blank file has no heading`() {
    for text in ["", "\u{FEFF}", "\n\n  \n", ",,,\n"] {
      #expect(CSVReader(NamedBytes(name: "x.csv", bytes: Data(text.utf8))) == nil)
    }
  }
}

@Suite struct TextEncodingTests {
  @Test func `UTF-8, Windows-1252 and UTF-16 give the same text`() {
    let text = "name,note\nZoë,£5 – “café”\n"
    let expected = [["Zoë", "£5 – “café”"]]
    let high: [Character: UInt8] = ["–": 0x96, "“": 0x93, "”": 0x94, "£": 0xA3]
    let latin: [UInt8] = text.unicodeScalars.map {
      high[Character($0)] ?? UInt8(truncatingIfNeeded: $0.value)
    }
    let units = Array(text.utf16)
    let little = Data([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let big = Data([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    #expect(records(Data(text.utf8)) == expected)
    #expect(records(Data([0xEF, 0xBB, 0xBF] + Array(text.utf8))) == expected)
    #expect(records(Data(latin)) == expected)
    #expect(records(little) == expected)
    #expect(records(big) == expected)
    #expect(records(little.dropFirst(2)) == expected)
  }

  @Test func `a few bad bytes in a UTF-8 file are read as Windows-1252`() {
    let bytes = Array("n\nZoë Núñez\nRen".utf8) + [0xE9, 0x65, 0x0A]
    #expect(records(Data(bytes)) == [["Zoë Núñez"], ["Renée"]])
  }

  @Test func `bytes that Windows-1252 leaves open and NUL bytes do no harm`() {
    #expect(records(Data([0x6E, 0x0A, 0x81, 0x41, 0x00, 0x42, 0x0A])) == [["\u{81}AB"]])
  }
}
