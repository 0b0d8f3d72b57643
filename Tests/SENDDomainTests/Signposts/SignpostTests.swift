import Testing

@testable import SENDDomain

/// What a family is asked about next.
@Suite struct `The next day to check back` {
  private func signpost(_ days: [Day?]) -> Signpost {
    Signpost(
      id: Signpost.ID(rawValue: 1), child: nil, day: "2026-11-01", author: "K Osei",
      manner: .readOut, language: "", consent: .given, note: "",
      services: days.enumerated().map { index, day in
        Signpost.Offered(
          id: Int64(index), position: index, service: nil, name: ["Alpha", "Beta", "Gamma"][index],
          provider: "", phone: "", checked: nil, askOn: day)
      }, version: 1)
  }

  private func words(_ days: [Day?]) -> String? {
    signpost(days).followUp?.what(by: .england)
  }

  @Test func `names the services that are due on that day and no others`() {
    #expect(words(["2026-12-20", "2026-12-01", nil]) == "Check back: Beta")
    #expect(words(["2026-12-20", "2026-12-01", "2026-12-01"]) == "Check back: Beta; Gamma")
    #expect(words(["2026-12-01", "2026-12-01", nil]) == "Check back: Alpha; Beta")
    #expect(words([nil, nil, nil]) == nil)
  }
}
