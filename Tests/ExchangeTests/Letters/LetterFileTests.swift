import Exchange
import Foundation
import SENDDomain
import TestSupport
import Testing

@Suite struct `Letter files` {
  /// `WAYMARK_RECORD=1` writes the files anew from what is compiled in.
  @Test(arguments: LetterFile.Subject.allCases)
  func `that are shipped hold the wording that is compiled in`(
    _ subject: LetterFile.Subject
  ) throws {
    let path = "Resources/letters/" + subject.fileName
    let text = LetterFile.text(subject, of: .shipped)
    #expect(try Golden.compare(text, with: shipped(path)) == .same)
    #expect(text.split(separator: "\n").filter { $0.count > 100 } == [])
    var set = LetterSet.shipped
    try LetterFile.read(shippedFile(path), into: &set)
    #expect(set == .shipped)
  }

  @Test func `that are shipped are one for each letter and part, and no more`() throws {
    let folder = shipped("Resources/letters").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names) == Set(LetterFile.Subject.allCases.map(\.fileName)))
    #expect(names.count == LetterKind.allCases.count + LetterPart.allCases.count)
  }

  @Test func `of an area stand over the shipped wording`() throws {
    var set = LetterSet.shipped
    try LetterFile.read(
      file("review-views-child.txt", "# Ours\nversion: Marlowe 1\n\nHello {first-name}!\n"),
      into: &set)
    #expect(set[.reviewViewsChild].version == "Marlowe 1")
    #expect(set[.noPlan] == LetterSet.shipped[.noPlan])
  }

  @Test(arguments: [
    ("assess-refused.txt", "version: 1\n\nWe refuse.\n", 2, "{rights}"),
    ("final-plan.txt", "version: 1\n\nOur plan.\n\n{rights}\n", 2, "{rights-placement}"),
    ("draft-plan.txt", "version: 1\n\nA draft.\n", 2, "{representations-by}"),
    ("advice-no-needs.txt", "version: 1\n\nNone.\n", 2, "{local-offer}"),
    ("rights-parent.txt", "version: 1\n\nAppeal by {appeal-by}.\n", 2, "{mediation-by}"),
    ("assess-agreed.txt", "# One\nversion: 1\n\nDear {deer}\n", 4, "Did you mean \"{dear}\"?"),
    ("assess-agreed.txt", "version: 1\n\nOn {meeting-day}\n", 3, "not known in this letter"),
    ("assess-agreed.txt", "version: 1\n\nThe end }\n", 3, "brace"),
    ("assess-agreed.txt", "version: 1\n\nAsk {law of officer}\n", 3, "no law"),
    ("assess-agreed.txt", "version: 1\n\nSee {rights} here\n", 3, "stands alone"),
    ("assess-agreed.txt", "version: 1\n\nBell\u{7} and {child}\n", 3, "does not show"),
    ("assess-agreed.txt", "version: 1\n\nTurned \u{202E}round\n", 3, "does not show"),
    ("assess-agreed.txt", "version: 1\n\n\n", 2, "empty"),
    ("assess-agreed.txt", "Dear all\n", 1, "version: 2026-11"),
    ("assess-agreed.txt", "version: <b>\n\nDear all\n", 1, "up to 40"),
    ("closing.txt", "version: 1\n\n{heading}\n", 2, "holds no other"),
  ])
  func `that do not hold are refused with their line`(
    _ name: String, _ text: String, _ line: Int, _ message: String
  ) {
    var set = LetterSet.shipped
    let problem = #expect(throws: FileProblem.self) {
      try LetterFile.read(file(name, text), into: &set)
    }
    #expect(problem?.line == line)
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
    #expect(set == .shipped)
  }

  @Test func `of a name that no letter has are refused, with the one that is meant`() {
    var set = LetterSet.shipped
    let problem = #expect(throws: FileProblem.self) {
      try LetterFile.read(file("asess-agreed.txt", "version: 1\n\nHello\n"), into: &set)
    }
    #expect(problem?.message.contains("assess-agreed.txt") == true)
  }

  @Test func `that are too large or no text are refused`() {
    var set = LetterSet.shipped
    let large = "version: 1\n\n" + String(repeating: "words ", count: 9_000)
    #expect(throws: FileProblem.self) {
      try LetterFile.read(file("no-plan.txt", large), into: &set)
    }
    #expect(throws: FileProblem.self) {
      try LetterFile.read(
        NamedBytes(name: "no-plan.txt", bytes: Data([0x76, 0xFF, 0xFE, 0x0A])), into: &set)
    }
  }

  private func file(_ name: String, _ text: String) -> NamedBytes {
    NamedBytes(name: "letters/\(name)", bytes: Data(text.utf8))
  }
}
