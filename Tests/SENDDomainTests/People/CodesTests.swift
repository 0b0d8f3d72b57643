import SENDDomain
import Testing

@Suite struct `A code set` {
  @Test(
    arguments: [
      (CodeSet.need, 13, "SLCN", "speech, language and communication"),
      (.requestSource, 5, "1", "young person or parent"), (.requestOutcome, 5, "H", "historical"),
      (.assessmentOutcome, 5, "Y", "plan to be issued"),
      (.ceaseReason, 9, "5", "moved to another local authority"),
      (.setting, 8, "EHE", "elective home education"),
      (.upnUnknown, 7, "UN1", "under 6, no number yet"),
      (.residential, 2, "B", "52 weeks"), (.workBased, 3, "S", "supported internship"),
      (.directPayments, 5, "N", "none"), (.reviewOutcome, 4, "M", "maintain"),
      (.sex, 2, "F", "female"), (.gender, 4, "9", "neither"),
      (.ethnicity, 108, "BSOM", "Black, extended code"),
    ] as [(CodeSet, Int, String, String)])
  func `has its codes once each with a meaning`(
    set: CodeSet, count: Int, code: String, meaning: String
  ) {
    #expect(set.entries.count == count)
    #expect(Set(set.entries.map(\.code)).count == count)
    #expect(!set.entries.contains { $0.code.isEmpty || $0.meaning.isEmpty })
    #expect(set[code] == meaning)
    #expect(set.words(code) == meaning)
    #expect(set.contains(code))
  }

  @Test func `keeps an unknown code and says so`() {
    #expect(CodeSet.need["XYZ"] == nil)
    #expect(CodeSet.need.words("XYZ") == "unknown code XYZ")
    #expect(!CodeSet.need.contains("asd"))
  }

  @Test func `marks the sets whose letters no source confirms`() {
    #expect(CodeSet.reviewOutcome.isAssumed)
    #expect(CodeSet.workBased.isAssumed)
    #expect(CodeSet.directPayments.isAssumed)
    #expect(!CodeSet.need.isAssumed)
  }

  @Test(
    arguments: [
      ("M", ReviewOutcome.maintain), ("R", .maintain), ("A", .amend), ("C", .cease), ("", nil),
      ("X", nil),
    ] as [(String, ReviewOutcome?)])
  func `of review decisions reads the letter of a return`(letter: String, outcome: ReviewOutcome?) {
    #expect(ReviewOutcome(returned: letter) == outcome)
  }
}

@Suite struct `A name` {
  @Test(arguments: [
    ("Adeyemi", "Tobi", "ADEYEMI, Tobi", "T.A."), ("Adeyemi", "", "ADEYEMI", "A."),
    ("", "Tobi", "Tobi", "T."), ("", "", "(no name)", "?"), ("'Neill", "-", "'NEILL, -", "N."),
  ])
  func `is listed family first and can be shown as initials`(
    family: String, given: String, listed: String, initials: String
  ) {
    let name = PersonName(family: family, given: given)
    #expect(name.listed == listed)
    #expect(name.initials == initials)
  }
}
