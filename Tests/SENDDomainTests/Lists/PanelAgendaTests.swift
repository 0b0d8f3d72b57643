import SENDDomain
import Testing

@Suite struct `An agenda of a panel` {
  private func item(_ number: Int64, _ due: Day?) -> PanelAgenda.Item {
    PanelAgenda.Item(
      child: .init(rawValue: number), initials: "A.B.", year: "6", question: "whether to assess",
      clock: OpenDeadline(
        rule: "ehcna-assess-decision", due: due, missing: due == nil ? "request_received" : nil,
        kind: .statutory, facts: RuleFacts()), owner: "K Osei")
  }

  @Test func `looks at what is unknown first, then by day`() {
    let agenda = PanelAgenda(
      panel: "2026-12-01", made: "2026-11-25",
      items: [item(1, "2026-12-09"), item(2, "2026-11-20"), item(3, nil)])
    #expect(agenda.items.map(\.child.rawValue) == [3, 2, 1])
  }

  @Test func `has eight cases to a page`() {
    let agenda = PanelAgenda(
      panel: "2026-12-01", made: "2026-11-25",
      items: (1...9).map { item($0, "2026-12-09") })
    let pages = agenda.text(by: .england).split(separator: "\u{0C}")
    #expect(pages.count == 2)
    #expect(pages[0].contains("Cases 1 to 8 of 9"))
    #expect(pages[1].contains("9. W9  A.B., Year 6"))
    #expect(pages[1].contains("Decision whether to assess by Wed 9 Dec 2026 (+14 d)"))
  }

  @Test func `takes no control character from a question`() {
    var hostile = item(1, "2026-12-09")
    hostile.question = "a\u{1B}[2Jb\u{202E}c"
    let text = PanelAgenda(panel: "2026-12-01", made: "2026-11-25", items: [hostile])
      .text(by: .england)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }
}
