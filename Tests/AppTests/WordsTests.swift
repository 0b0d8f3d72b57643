import SENDDomain
import Foundation
import Testing

@testable import waymark

@Suite struct WordsTests {
  @Test func `the nearest is what was meant`() {
    let commands = ["import", "due", "reviews", "rule", "check", "demo"]
    for (typed, meant) in [
      ("ruel", "rule"), ("reviws", "reviews"), ("imprt", "import"), ("chekc", "check"),
      ("review", "reviews"),
    ] {
      #expect(NearestName.find(typed, among: commands) == meant)
    }
    #expect(NearestName.find("zzzzzzzz", among: commands) == nil)
    #expect(NearestName.find("", among: []) == nil)
  }

  @Test func `numbers are grouped`() {
    #expect(1.of("child", "children") == "1 child")
    #expect(640_000.of("child", "children") == "640,000 children")
    #expect(999.grouped == "999")
    #expect((-1_234).grouped == "-1,234")
  }

  @Test func `JSON reads back as it was, and shows nothing a terminal acts on`() throws {
    let hostile = "\"\\\u{1B}[2J\u{9B}\u{202E}\u{0}\n\t\u{7F}é\u{1F600}"
    let value: JSONValue = ["text": .text(hostile), "n": 3, "none": nil, "list": .list([true])]
    let text = String(decoding: value.bytes, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { [0x1B, 0x9B, 0x202E, 0x0A, 0x7F].contains($0.value) })
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(value.bytes)) as? [String: Any])
    #expect(read["text"] as? String == hostile)
    #expect(read["none"] is NSNull)
  }

  @Test func `a table aligns and cuts nothing`() {
    var table = TextTable(["name", "days"], right: [1])
    table.add(["Bảo", "9"])
    table.add([String(repeating: "x", count: 60), "10"])
    let lines = table.text(.unicode).split(separator: "\n")
    #expect(lines[1] == "Bảo" + String(repeating: " ", count: 41) + "     9")
    #expect(lines[2].hasPrefix(String(repeating: "x", count: 60)))
  }
}
