import SENDDomain
import Testing

@testable import Exchange

@Suite struct DirtyStructureTests {
  @Test func `null and single objects do for lists`() throws {
    let empty = try OfferSamples.service(
      #""contacts": null, "schedules": null, "service_at_locations": null, "attributes": null"#)
    #expect(empty.kinds.isEmpty)
    let single = try OfferSamples.service(#""contacts": {"phones": {"number": "020 7946 0001"}}"#)
    #expect(single.service.phones.map(\.text) == ["020 7946 0001"])
    #expect(try OfferSamples.service(#""organization": null"#).service.provider == nil)
  }

  @Test func `addresses of e-mail are split, trimmed and real`() throws {
    func check(_ json: String, _ emails: [String], _ kinds: [String] = []) throws {
      let found = try OfferSamples.service(#""email": \#(json)"#)
      #expect(found.service.emails == emails, "\(json)")
      #expect(found.kinds == kinds, "\(json)")
    }
    try check(#""\u00a0info@example.org ""#, ["info@example.org"])
    try check(#""a@example.org; b@example.org""#, ["a@example.org", "b@example.org"])
    try check(#""mailto:a@example.org""#, ["a@example.org"])
    try check(#""Unknown-177@noemail.invalid""#, [], ["placeholder"])
    try check(#""no-reply@example.org""#, [], ["placeholder"])
    try check(#""ask at the desk""#, [], ["bad_email"])
    try check("12345", [], ["bad_email"])
    try check("false", [], ["bad_email"])
  }

  @Test func `links get a scheme, and none but the web's is followed`() throws {
    func check(_ text: String, _ link: OfferLink?) {
      #expect(LinkText.link(text) == link, "\(text)")
    }
    check("www.example.org/sen", OfferLink(address: "https://www.example.org/sen", isWeb: true))
    check(" https://example.org/a b ", OfferLink(address: "https://example.org/a%20b", isWeb: true))
    check("HTTP://Example.org", OfferLink(address: "http://Example.org", isWeb: true))
    check("example.org:8080/x", OfferLink(address: "https://example.org:8080/x", isWeb: true))
    check("javascript:alert(1)", OfferLink(address: "javascript:alert(1)", isWeb: false))
    check("file:///etc/passwd", OfferLink(address: "file:///etc/passwd", isWeb: false))
    check("see our page", OfferLink(address: "see our page", isWeb: false))
    check("http://", nil)
    check("http://www.example.com/", nil)
    check("n/a", nil)
  }

  @Test func `telephone entries keep their words and give their numbers`() {
    func check(_ text: String, _ shown: String?, _ numbers: [String]) {
      let phone = PhoneText.phone(text)
      #expect(phone?.text == shown, "\(text)")
      #expect(phone?.numbers ?? [] == numbers, "\(text)")
    }
    check("Out of hours: 020 7946 0002", "Out of hours: 020 7946 0002", ["020 7946 0002"])
    check("020 7946 0003 Ext 303", "020 7946 0003 Ext 303", ["020 7946 0003"])
    check(
      "020 7946 0004\n07700 900001", "020 7946 0004 / 07700 900001",
      ["020 7946 0004", "07700 900001"])
    check(
      "020 7946 0004 07700 900001", "020 7946 0004 07700 900001", ["020 7946 0004", "07700 900001"])
    check("+44 (0)20 7946 0005", "+44 (0)20 7946 0005", ["+44 20 7946 0005"])
    check("(020) 7946-0006", "(020) 7946-0006", ["020 7946 0006"])
    check("2079460005", "2079460005", ["02079460005"])
    check("Call 111", "Call 111", ["111"])
    check("Ask for Sam", "Ask for Sam", [])
    check("00000000000", nil, [])
    check("n/a", nil, [])
    check(" ", nil, [])
  }

  @Test func `statuses are known in any case, others shown`() throws {
    func check(_ text: String, _ status: OfferStatus, _ kinds: [String] = []) throws {
      let feed = try OfferSamples.read(
        #"{"contents": [{"id": "1", "name": "A", "status": "\#(text)"}]}"#)
      #expect(feed.services.first?.status == status)
      #expect(feed.problems.map(\.kind) == kinds)
    }
    try check("Active ", .active)
    try check("inactive", .inactive)
    try check("Defunct", .defunct)
    try check("temporarily closed", .temporarilyClosed)
    try check("archived", .other("archived"), ["unknown_status"])
  }

  private func place(_ location: String) throws -> (place: OfferPlace?, kinds: [String]) {
    let found = try OfferSamples.service(
      #""service_at_locations": [{"location": {"name": "Hall", \#(location)}}]"#)
    return (found.service.places.first, found.kinds)
  }

  @Test func `coordinates lie in the kingdom, or are exchanged, or are none`() throws {
    func check(_ location: String, _ latitude: Double?, _ longitude: Double?, _ kinds: [String])
      throws
    {
      let found = try place(location)
      #expect(found.place?.latitude == latitude, "\(location)")
      #expect(found.place?.longitude == longitude, "\(location)")
      #expect(found.kinds == kinds, "\(location)")
    }
    try check(#""latitude": 51.48, "longitude": -0.11"#, 51.48, -0.11, [])
    try check(#""latitude": "51.4801", "longitude": "-0.1120""#, 51.4801, -0.112, [])
    try check(#""latitude": -0.11, "longitude": 51.48"#, 51.48, -0.11, ["coordinates_swapped"])
    try check(#""latitude": 0, "longitude": 0"#, nil, nil, ["bad_coordinates"])
    try check(#""latitude": 100, "longitude": 101"#, nil, nil, ["bad_coordinates"])
    try check(#""latitude": null, "longitude": null"#, nil, nil, [])
    try check(#""latitude": "north", "longitude": "west""#, nil, nil, ["bad_coordinates"])
  }

  @Test func `addresses lose stray commas, postcodes get their space`() throws {
    let messy = try place(
      #""addresses": [{"address_1": " , Stathe, ", "city": ", Tamworth, Staffordshire, ", "postal_code": "SW8  1SJ."}]"#
    )
    #expect(messy.place?.address == "Stathe, Tamworth, Staffordshire")
    #expect(messy.place?.postcode == "SW8 1SJ")
    let foreign = try place(
      #""addresses": [{"address_1": "1 Main Street", "postal_code": "ABC 1234"}]"#)
    #expect(foreign.place?.address == "1 Main Street, ABC 1234")
    #expect(foreign.place?.postcode == "")
    #expect(foreign.kinds == ["bad_postcode"])
    let cases: [(String, String?)] = [
      ("sw81sj", "SW8 1SJ"), ("EC1A 1BB", "EC1A 1BB"), ("m1 1ae", "M1 1AE"), ("SW8", nil),
      ("12345", nil), ("SW8-1SJ", nil), ("", nil),
    ]
    for (text, code) in cases { #expect(PostcodeText.postcode(text) == code, "\(text)") }
  }

  @Test func `loops and gaps among terms do no harm`() throws {
    let (service, kinds) = try OfferSamples.service(
      """
      "attributes": [{"taxonomy_term": {"id": "t1", "name": "A", "parent_id": "t2"}},
        {"taxonomy_term": {"id": "t2", "name": "B", "parent_id": "t1"}},
        {"taxonomy_term": null}, {"taxonomy_term_id": "missing"}],
      "pc_targetAudience": [{"id": "1", "audienceType": "Parents>Grandparents "}]
      """)
    #expect(service.terms.map(\.name) == ["A", "B", "Parents>Grandparents"])
    #expect(kinds.isEmpty)
  }

  @Test func `placeholders of whole exports are taken for nothing`() throws {
    let (service, _) = try OfferSamples.service(
      """
      "organization": {"name": "Hub", "description": "No description available",
        "website": "http://example.com", "email": "x@hub.invalid"}, "url": "http://example.com"
      """)
    #expect(service.provider == OfferProvider(name: "Hub"))
    #expect(service.links.isEmpty)
  }

  @Test func `fields that nobody knows are passed over`() throws {
    let (service, kinds) = try OfferSamples.service(
      """
      "serviceId": "camelCase", "custom": {"a": [1, 2, {"b": null}]},
      "pc_metadata": {"assured_by": "someone@example.org", "date_assured": "2025-07-09"},
      "local_offer": {"description": "We have ramps", "survey_answers": [{"question": "?", "answer": ""}]}
      """)
    #expect(service.sourceID == "1")
    #expect(service.checked == Day(2025, 7, 9))
    #expect(service.details == [OfferDetail(heading: "Local Offer", text: "We have ramps")])
    #expect(kinds.isEmpty)
  }

  @Test func `sectors are guessed by name and address`() {
    func check(_ name: String, _ email: String?, _ sector: OfferSector?) {
      #expect(
        SectorWords.sector(said: "", provider: OfferProvider(name: name, email: email), emails: [])
          == sector, "\(name)")
    }
    check("Marlowe Council", nil, .council)
    check("Southbank Mental Health NHS Trust", nil, .health)
    check("Kingfisher Academy", nil, .school)
    check("Marlowe College", nil, .college)
    check("Southbank Sports Trust", nil, .voluntary)
    check("WorkWell Clinics Ltd", nil, .privateSector)
    check("Sensory Team", "team@marlowe.gov.uk", .council)
    check("Anchor Youth", nil, nil)
  }
}
