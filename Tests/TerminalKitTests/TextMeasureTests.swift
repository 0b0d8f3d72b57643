import Testing

@testable import TerminalKit

struct TextMeasureTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("王", 2), ("✅", 2), ("⚠", 1), ("⚠️", 1),
    ("கு", 2), ("👨‍👩‍👧‍👦", 2), ("🇬🇧", 1), ("한", 2), ("Bảo", 3), ("B\u{61}\u{309}o", 3),
    ("\u{1B}[31mred", 3), ("a\u{200B}b", 2), ("…", 1), ("─│✓", 3), ("\u{E000}", 1),
  ])
  func `width is columns, not letters`(text: String, columns: Int) {
    #expect(TextMeasure.width(text) == columns)
  }

  @Test(arguments: [
    ("Adeyemi", 7, "Adeyemi"), ("Adeyemi", 6, "Adeye…"), ("王王王", 5, "王王…"),
    ("王王王", 4, "王…"), ("கு கு", 4, "கு …"), ("கு கு", 3, "கு…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("abc", 1, "…"), ("abc", 0, ""), ("bad\u{9B}1mend", 4, "bad…"),
  ])
  func `cutting keeps graphemes whole`(text: String, columns: Int, expected: String) {
    let cut = TextMeasure.cut(text, to: columns)
    #expect(cut == expected)
    #expect(TextMeasure.width(cut) <= columns)
  }

  @Test func `cutting in ASCII uses two dots`() {
    #expect(TextMeasure.cut("Adeyemi", to: 5, glyphs: .ascii) == "Ade..")
    #expect(TextMeasure.cut("Müller", to: 6, glyphs: .ascii) == "Muller")
    #expect(TextMeasure.cut("abc", to: 1, glyphs: .ascii) == ".")
  }

  @Test func `fitting pads by columns`() {
    #expect(TextMeasure.fit("王", to: 4) == "王  ")
    #expect(TextMeasure.fit("42", to: 4, align: .right) == "  42")
    #expect(TextMeasure.fit("ab", to: 5, align: .centre) == " ab  ")
  }

  @Test func `words wrap by columns`() {
    #expect(
      WordWrap.lines("the quick brown fox", width: 10) == ["the quick", "brown fox"])
    #expect(WordWrap.lines("one\n\ntwo", width: 10) == ["one", "", "two"])
    #expect(WordWrap.lines("abcdefghij k", width: 4) == ["abcd", "efgh", "ij k"])
    #expect(WordWrap.lines("王王王 王", width: 4) == ["王王", "王", "王"])
    #expect(WordWrap.lines("", width: 4) == [""])
    #expect(WordWrap.lines("abc", width: 0) == [])
  }
}
