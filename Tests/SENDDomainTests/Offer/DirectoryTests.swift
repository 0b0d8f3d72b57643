import Testing

@testable import SENDDomain

/// Who is found by which words. The questions were written before anything was tuned.
@Suite struct DirectoryTests {
  private static let catalogue = DirectoryCatalogue(
    DirectorySample.entries.enumerated().map { DirectoryHit(id: Int64($0 + 1), entry: $1) },
    .shipped, beside: OfferVocabulary([("club", 9), ("saturday", 9), ("swimming", 9)]))

  private func names(_ typed: String) -> [String] {
    Self.catalogue.search(typed).map(\.entry.name)
  }

  @Test(arguments: [
    ("DSCO", "Designated Social Care Officer (DSCO)"),
    ("dco", "Designated Clinical Officer (DCO)"),
    ("designated clinical oficer", "Designated Clinical Officer (DCO)"),
    ("area senco for north", "Area SENCO, north"),
    ("area senco south", "Area SENCO, south"),
    ("who do I ask about an EHC plan", "SEND casework team"),
    ("ehcp annual review", "SEND casework team"),
    ("duty social worker", "0-25 disabilities service duty line"),
    ("duty social worker at night", "Emergency duty team"),
    ("sendias", "SENDIASS"),
    ("independent advice about an appeal", "SENDIASS"),
    ("respite", "Short breaks duty"),
    ("who deals with exclusions", "Education duty desk"),
    ("autism champion", "Autism champion"),
    ("ed psych", "Educational psychology service"),
    ("SALT advice line", "Speech and language therapy advice line"),
    ("taxi to school who do i call", "SEND transport team"),
    ("looked after child", "Virtual school head"),
    ("Ruth", "Designated Social Care Officer (DSCO)"),
    ("hospital school", "Hospital school"),
    ("direct payments number", "0-25 disabilities service duty line"),
    ("safeguarding", "Children's social care front door (MASH)"),
    ("nursery inclusion", "Early years area SENCO"),
    ("transition to adult services", "Preparing for adulthood lead"),
  ])
  func `the one to ask comes first`(_ typed: String, _ expected: String) {
    #expect(names(typed).first == expected, "\(names(typed))")
  }

  @Test(arguments: [
    "autism club saturday", "free swimming on sunday", "swimming", "yoga",
    "wheelchair basketball 14", "club", "saturday club for schools", "",
  ])
  func `a search for something else is not flooded by people`(_ typed: String) {
    #expect(typed.isEmpty || names(typed) == [], "\(names(typed))")
  }

  @Test func `a topic finds a few at most`() {
    for typed in ["school", "advice", "social care", "autism", "senco", "s", "team"] {
      #expect(names(typed).count <= DirectoryCatalogue.most)
    }
  }

  @Test func `nothing typed lists all by their titles, those gone missing last`() {
    #expect(names("").count == 20)
    #expect(names("").prefix(2) == ["0-25 disabilities service duty line", "Area SENCO, north"])
    let today = Day(number: 20_000)
    let gone = DirectoryCatalogue(
      [
        DirectoryHit(id: 1, entry: DirectoryEntry(name: "A desk"), notSeenOn: today),
        DirectoryHit(id: 2, entry: DirectoryEntry(name: "B desk")),
      ], .shipped, beside: OfferVocabulary([]))
    #expect(gone.search("").map(\.id) == [2, 1])
    #expect(gone.search("desk").map(\.id) == [2, 1])
  }

  @Test(arguments: [
    "half-term", "\"", "*", "AND", "🎉", "'; DROP TABLE x", "\u{202E}", "-", "C.A.M.H.S.",
    String(repeating: "a", count: 500), String(repeating: "who ", count: 100),
  ])
  func `odd input is only words`(_ typed: String) {
    #expect(Self.catalogue.search(typed).count <= DirectoryCatalogue.most)
  }

  @Test func `it says why`() {
    let hits = Self.catalogue.search("DSCO")
    #expect(hits.first?.why == ["\"DSCO\" in the name or role"])
    #expect(
      Self.catalogue.search("clinical oficer").first?.why == [
        "\"clinical\" in the name or role",
        "\"oficer\" taken for \"officer\" in the name or role",
      ])
  }

  @Test func `an entry comes back from its bytes as it was`() throws {
    var entry = DirectorySample.entries[7]
    entry.note = "Ring first.\nAsk for the desk."
    entry.checked = Day(2026, 9, 1)
    entry.emails = ["desk@example.org"]
    #expect(try DirectoryEntry(bytes: entry.bytes) == entry)
    #expect(throws: RecordReader.Damaged.self) {
      try DirectoryEntry(bytes: Array(entry.bytes.dropLast()))
    }
  }
}
