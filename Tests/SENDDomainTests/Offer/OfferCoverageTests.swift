import Testing

@testable import SENDDomain

@Suite struct OfferCoverageTests {
  private let areas = OfferAreas(own: ["Marlowe"])

  @Test(arguments: [
    ([], OfferCoverage.notStated), (["Marlowe"], .here), (["London Borough of Marlowe"], .here),
    (["Bromley, Marlowe and Bexley"], .here), (["Bromley", "Marlowe"], .here),
    (["For people who live in Marlowe or work there"], .here),
    (["National"], .wide), (["K02000001"], .wide), (["Bromley", "England"], .wide),
    (["Greater London"], .wide), (["Bromley and surrounding boroughs"], .wide),
    (["Bromley"], .elsewhere), (["London Borough of Bromley"], .elsewhere),
    (["Lambeth and Southwark"], .elsewhere), (["Kensington and Chelsea"], .elsewhere),
    (["Bristol", "South Gloucestershire"], .elsewhere), (["City of York Council"], .elsewhere),
    (["The old mill estate"], .notStated), (["Bromley Road"], .notStated), (["..."], .notStated),
    (["Bromley", "The old mill estate"], .notStated),
  ])
  func `only a named council's area that is not ours is elsewhere`(
    _ given: [String], _ expected: OfferCoverage
  ) {
    #expect(areas.coverage(of: OfferAreas.joined(given)) == expected, "\(given)")
  }

  @Test func `ours is the area that most services name, where none is set`() {
    let usual = OfferAreas(own: [], named: ["Marlowe": 9, "National": 30, "Bromley": 3])
    #expect(usual.coverage(of: "Marlowe") == .here)
    #expect(usual.coverage(of: "Bromley") == .elsewhere)
    let few = OfferAreas(own: [" "], named: ["Bromley": 5, "Bexley": 5])
    #expect(few.coverage(of: "Bromley") == .elsewhere)
    #expect(OfferAreas(own: []).coverage(of: "") == .notStated)
  }
}
