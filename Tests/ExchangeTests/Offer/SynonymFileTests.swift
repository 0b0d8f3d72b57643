import Exchange
import Foundation
import SENDDomain
import TestSupport
import Testing

@Suite struct SynonymFileTests {
  private static let path = "Resources/local-offer/synonyms.yaml"

  @Test func `the shipped file is the compiled dictionary as the writer writes it`() throws {
    let text = SynonymFile.text(.shipped)
    #expect(try Golden.compare(text, with: shipped(Self.path)) == .same)
    #expect(try SynonymFile.read(shippedFile(Self.path)) == .shipped)
    #expect(text.split(separator: "\n").filter { $0.count > 100 } == [])
  }

  @Test func `a small file is read`() throws {
    let dictionary = try SynonymFile.read(
      file(
        """
        synonyms:
          - say: [SALT]
            find: [speech and language therapy]
            weight: 90
            both_ways: true
        common: [help]
        """))
    #expect(
      dictionary
        == OfferDictionary(
          entries: [
            OfferDictionary.Entry(
              ["SALT"], ["speech and language therapy"], weight: 90, isMutual: true)
          ], common: ["help"]))
  }

  @Test(arguments: [
    ("synonyms:\n  - say: [a]\n", "line 2: \"find\" is missing."),
    ("synonyms:\n  - say: []\n    find: [b]\n", "line 2: \"say\" should have at least one"),
    (
      "synonyms:\n  - say: [a]\n    find: [\"!\"]\n",
      "line 3: Item 1 of \"find\" should hold a word."
    ),
    ("synonyms: []\nfamlies: []\n", "line 2: There is no field \"famlies\" here; did you mean"),
    ("synonyms:\n  - say: [a]\n    find: [b]\n    weight: 300\n", "line 4: \"weight\" should be a"),
  ])
  func `a wrong file is refused with its line`(_ text: String, _ expected: String) {
    let problem = #expect(throws: FileProblem.self) { try SynonymFile.read(file(text)) }
    let found = problem.map { "line \($0.line ?? 0): \($0.message)" } ?? ""
    #expect(found.hasPrefix(expected), "\(found)")
  }
}
