import Testing

@testable import TerminalKit

struct FuzzyMatcherTests {
  @Test func `letters match in order, without case or diacritics`() {
    #expect(FuzzyMatcher("bao").match("NGUYỄN, Bảo") != nil)
    #expect(FuzzyMatcher("NGUYEN").match("Nguyễn") != nil)
    #expect(FuzzyMatcher("weiss").match("Weiß") != nil)
    #expect(FuzzyMatcher("oab").match("bao") == nil)
    #expect(FuzzyMatcher("").match("anything")?.score == 0)
  }

  @Test func `matched letters are told by their places`() {
    #expect(FuzzyMatcher("rdec").match("Record a decision")?.ranges == [0..<1, 9..<12])
    #expect(FuzzyMatcher("dec").match("Record a decision")?.ranges == [9..<12])
    #expect(FuzzyMatcher("tobi ade").match("ADEYEMI, Tobi")?.ranges == [0..<3, 9..<13])
  }

  @Test func `beginnings of words and runs come first`() {
    let names = ["Redecorate", "Record a decision", "Made code", "Decide"]
    #expect(
      FuzzyMatcher("dec").ranked(names) { $0 }.map(\.element)
        == ["Decide", "Record a decision", "Redecorate", "Made code"])
  }

  @Test func `folding keeps what can be typed`() {
    #expect(Folding.key("O’Neill Ærø") == "o'neill aero")
  }
}
