import SENDDomain

/// A few made-up people and teams, searched as the store does.
enum FakeDirectory {
  static let people: [DirectoryHit] = [
    DirectoryHit(
      id: 1,
      entry: DirectoryEntry(
        name: "SEND social care", role: "Designated Social Care Officer (DSCO)",
        person: "Ruth Madeup",
        topics: ["social care advice for EHC plans", "sections D, H1 and H2"],
        areas: ["whole borough"], phones: [phone("020 7946 0201")],
        emails: ["dsco@marlowe.example.org"], hours: "Mon to Thu 9-5",
        note: "Two people share the post.", checked: Day("2026-10-05" as String))),
    DirectoryHit(
      id: 2,
      entry: DirectoryEntry(
        name: "SEND inclusion", role: "Area SENCO, north", person: "Ines Invented",
        topics: ["advice to schools"], areas: ["north"], phones: [phone("020 7946 0202")],
        checked: Day("2025-09-01" as String))),
    DirectoryHit(
      id: 3, entry: DirectoryEntry(name: "SENDIASS", topics: ["independent advice", "appeals"])),
    DirectoryHit(
      id: 4,
      entry: DirectoryEntry(
        name: "SEND transport", topics: ["school travel", "taxis"],
        phones: [phone("020 7946 0204"), phone("020 7946 0205 (early)")],
        checked: Day("2026-11-01" as String)), notSeenOn: Day("2026-11-20" as String)),
    DirectoryHit(
      id: 5,
      entry: DirectoryEntry(
        role: "Duty desk\u{202E}nepo \u{1B}[31mnow", phones: [phone("020 7946 0206")])),
  ]

  private static func phone(_ text: String) -> OfferPhone {
    OfferPhone(text: text, numbers: [text])
  }

  static func search(_ query: OfferQuery, in people: [DirectoryHit]) -> [DirectoryHit] {
    DirectoryCatalogue(people, .shipped, beside: OfferVocabulary([])).search(query.text)
  }
}
