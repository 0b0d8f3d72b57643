import Exchange
import Foundation
import SENDDomain
import TestSupport
import Testing

/// Files that somebody made to do harm, or that are no files of rules at all. None may stop the
/// program, take it long, or put anything into its answers.
@Suite struct `Hostile files` {
  private func refused(_ bytes: Data) -> String {
    refusal { () throws(FileProblem) in
      _ = try RuleFile.read(NamedBytes(name: "made-up.yaml", bytes: bytes))
    }
  }

  private func refused(_ text: String) -> String { refused(Data(text.utf8)) }

  @Test func `that let few lines stand for billions are refused before they are unfolded`() {
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, before) in zip("bcdefghij", "abcdefghi") {
      bomb += "\(name): &\(name) [" + repeatElement("*\(before)", count: 9).joined(separator: ", ")
      bomb += "]\n"
    }
    let expected =
      "1:4 An \"&\" with a name after it is not read here; write \"and\", or a space after the "
      + "\"&\"."
    #expect(refused(bomb) == expected)
    // An anchor after what looks like a comment or stands in a quotation is found as well.
    #expect(refused("title: [\"one\n# two\", &a x]\n").hasPrefix("2:9 An \"&\""))
    #expect(refused("? &a [x]\n: *a\n").hasPrefix("1:3 An \"&\""))
    #expect(refused("{\"title\":&a x}\n").hasPrefix("1:10 An \"&\""))
    #expect(refused("title: *elsewhere\n").hasPrefix("1:8 A text that begins with \"*\""))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "- - ? "])
  func `that stand deep inside themselves are refused`(opening: String) {
    for count in [20, 900, 30_000] {
      let text = String(repeating: opening, count: count)
      #expect(refused(text + "x") != "", "\(count)")
    }
  }

  @Test func `that open and close many lists inside each other are refused`() {
    for (count, place) in [(60, "1:20"), (5_000, "1:9")] {
      let text =
        "rules: " + String(repeating: "[", count: count) + String(repeating: "]", count: count)
      #expect(
        refused(text) == "\(place) Lists and fields stand too deep inside each other here.")
    }
  }

  @Test func `that are very large are refused unread`() {
    let expected = "-:- The file is too large: it should have at most 1 MB."
    #expect(refused(Data(repeating: UInt8(ascii: "#"), count: 10_000_000)) == expected)
    #expect(refused(Data(count: 1_000_001)) == expected)
  }

  @Test func `that hold very many values or a very long text are refused`() {
    let many = "rules: [" + repeatElement("a", count: 200_000).joined(separator: ",") + "]"
    #expect(
      refused(many).hasSuffix(
        "The file holds too much: it should have at most 60,000 names and values."))
    #expect(
      refused("title: " + String(repeating: "a", count: 3_000))
        == "1:8 This text is too long: it should have at most 2,000 characters.")
    let fields = (0..<60_000).map { "a\($0): 1\n" }.joined()
    #expect(refused(fields).contains("holds too much"))
  }

  @Test func `that are no text are refused`() {
    let text = "-:- The file should be text in UTF-8."
    #expect(refused(Data([0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00])) == text)
    #expect(refused(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])) == text)
    #expect(refused(Data([0x61, 0x3A, 0x20, 0xC3])) == text)
    #expect(
      refused(Data([0x7F, 0x45, 0x4C, 0x46]))
        == "1:1 The control character U+007F has no place in a text file; take it out.")
    #expect(
      refused(Data(count: 64))
        == "1:1 The control character U+0000 has no place in a text file; take it out.")
  }

  @Test(
    arguments: [
      ("\u{1B}", "U+001B"), ("\u{7}", "U+0007"), ("\u{9B}", "U+009B"), ("\u{85}", "U+0085"),
      ("\u{2028}", "U+2028"), ("\u{202E}", "U+202E"), ("\u{FEFF}", "U+FEFF"),
      ("\u{FFFF}", "U+FFFF"),
    ])
  func `that hold control characters are refused, written plain or as an escape`(
    sign: String, name: String
  ) throws {
    #expect(
      refused("rule_set: a\ntitle: b\(sign)[31m\n")
        == "2:9 The control character \(name) has no place in a text file; take it out.")
    let digits = String(try #require(sign.unicodeScalars.first).value, radix: 16)
    let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    #expect(
      refused("rule_set: a\ntitle: \"b\(escape)[31m\"\n")
        == "2:8 This text holds the control character \(name); take it out.")
  }

  @Test func `that use tags are refused`() {
    for value in ["!!int 4", "!!binary aGVsbG8=", "!ours x", "! x", "!!set {a, b}", "!a [b]"] {
      #expect(
        refused("title: \(value)\n")
          == "1:8 A tag such as \"!!int\" is not read here; write the value alone.", "\(value)")
    }
    #expect(refused("title: !!str 4\n") == "1:1 \"rule_set\" is missing.")
  }

  @Test func `end in a refusal whatever bytes they hold`() throws {
    let whole = Data(RuleFile.text(.england2014).utf8)
    var random = SeededRandom(2029)
    for _ in 0..<60 {
      var bytes = whole.prefix(Int.random(in: 3_000..<9_000, using: &random))
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let index = Int.random(in: 2_900..<bytes.count, using: &random)
        bytes[index] = "[]{}\"':,-#&*!|>%@`? \n\tax0".utf8.randomElement(using: &random) ?? 0
      }
      // Whatever it makes of the bytes, it comes back, and places what it refuses.
      let said = refused(bytes)
      #expect(said == "" || said.count < 600)
    }
  }
}
