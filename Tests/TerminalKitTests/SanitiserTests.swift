import Testing

@testable import TerminalKit

struct SanitiserTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("red\u{1B}[31mtext\u{1B}[0m", "redtext"),
    ("title\u{1B}]0;owned\u{07}end", "titleend"),
    ("title\u{1B}]0;owned\u{1B}\\end", "titleend"),
    ("c1\u{9B}31mtext", "c1text"),
    ("c1\u{9D}0;owned\u{9C}text", "c1text"),
    ("dcs\u{1B}Pq#0\u{1B}\\end", "dcsend"),
    ("reset\u{1B}cend", "resetend"),
    ("charset\u{1B}(0end", "charsetend"),
    ("twice\u{1B}\u{1B}[2Jend", "twiceend"),
    ("open\u{1B}[", "open"),
    ("open\u{1B}]0;never ends", "open"),
    ("bell\u{07}del\u{7F}nul\u{0}", "belldelnul"),
    ("a\nb\tc", "a b c"),
    ("a\r\nb", "a b"),
    ("over\u{202E}ride\u{202C}", "override"),
    ("iso\u{2066}late\u{2069}", "isolate"),
    ("zero\u{200B}width\u{FEFF}\u{2060}", "zerowidth"),
    ("marks\u{200E}\u{200F}\u{061C}", "marks"),
    ("lines\u{2028}\u{2029}", "lines"),
  ])
  func `hostile text loses what a terminal would obey`(given: String, expected: String) {
    #expect(given.sanitisedForDisplay() == expected)
  }

  @Test(arguments: [
    ("family 👨‍👩‍👧‍👦!", "family 👨!"),
    ("skin 👋🏽", "skin 👋"),
    ("flag 🇬🇧", "flag 🇬"),
    ("flags 🇬🇧🇫🇷", "flags 🇬"), ("heart ❤️", "heart ❤"),
    ("keycap 1️⃣", "keycap 1"),
    ("✅", "✅"),
    ("می‌خواهم", "می‌خواهم"),
    ("क्‍ष", "क्‍ष"),
    ("a\u{200D} b", "a b"),
    ("\u{200D}a", "a"),
  ])
  func `emoji sequences shrink and joiners stay between letters`(given: String, expected: String) {
    #expect(Array(given.sanitisedForDisplay().unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `a very long text is capped before it is measured`() {
    #expect(String(repeating: "é", count: 100_000).sanitisedForDisplay().count == 4096)
  }

  @Test(arguments: [
    ("Bảo Nguyễn", "Bao Nguyen"),
    ("Inês Müller", "Ines Muller"),
    ("e\u{301}", "e"),
    ("Łukasz Øster", "Lukasz Oster"),
    ("Weiß & Ægir", "Weiss & AEgir"),
    ("王", "?"),
    ("┌─┐│└┘", "+-+|++"),
    ("✓ met · 6→7", "+ met . 6>7"),
    ("“quote” – it’s", "\"quote\" - it's"),
    ("▮▯█", "#.#"),
    ("£5", "GBP5"),
  ])
  func `ASCII mode spells what it can`(given: String, expected: String) {
    #expect(given.transliteratedToASCII() == expected)
    #expect(given.transliteratedToASCII().utf8.allSatisfy { $0 < 0x80 })
  }
}
