import Testing

@testable import SENDDomain

@Suite struct WordTests {
  @Test(arguments: [
    ("buses", "bus"), ("swimming", "swim"), ("families", "family"), ("courses", "course"),
    ("clubs", "club"), ("workshops", "workshop"), ("coaching", "coach"), ("nurses", "nurse"),
  ])
  func `two forms of a word share a stem`(_ a: String, _ b: String) {
    #expect(WordStem.stem(a) == WordStem.stem(b))
  }

  @Test(arguments: [
    ("community", "communication"), ("transition", "transit"), ("training", "train"),
    ("hearing", "hear"), ("sing", "s"), ("need", "ne"),
  ])
  func `two words keep apart`(_ a: String, _ b: String) {
    #expect(WordStem.stem(a) != WordStem.stem(b))
  }

  @Test(arguments: [
    ("epilespy", "epilepsy", 1), ("physiotherpy", "physiotherapy", 1), ("autism", "autism", 0),
    ("ocupational", "occupational", 1), ("behavor", "behaviour", 2), ("abc", "xyz", nil),
  ])
  func `edits are counted, neighbours swapped as one`(_ a: String, _ b: String, _ n: Int?) {
    var edits = WordEdits(a)
    let found = Array(b.utf8).withUnsafeBufferPointer { edits.distance(to: $0[...], most: 2) }
    #expect(found == n)
  }

  @Test func `short words are not corrected, a wrong first letter costs more`() {
    let vocabulary = OfferVocabulary(
      [("art", 9), ("autism", 9), ("physiotherapy", 5), ("sleep", 4)].map { ($0.0, $0.1) })
    func found(_ typed: String) -> [String] {
      vocabulary.spellings(of: typed).map { vocabulary.words[$0.word] }
    }
    #expect(found("ard") == [])
    #expect(found("autsim") == ["autism"])
    #expect(found("uatism") == ["autism"])
    #expect(found("bleep") == [])
    #expect(found("fhysiotherapy") == ["physiotherapy"])
  }
}
