import Foundation
import SENDDomain
import Testing

@testable import Exchange

@Suite struct OfferSheetTests {
  private static let capture = [
    "Service unique identifier,Local authority,Organisation type,Name of organisation,"
      + "Name of service*,Delivery method,Location name,Location description,Address line 1,"
      + "Address line 2,Town or City,County,Postcode,Contact email,Contact phone,Website,"
      + "Contact sms,Sub-category,Cost,Cost (£ in pounds),Cost per,Language,"
      + "Is this service for children and young people?,Age from,Age to,"
      + "Opening hours description,More details (service description)",
    "Your unique number for this service,Drop down of local authorities,Select one,"
      + "The name of the organisation,The official name of your service,Select all that apply,"
      + "The name of the venue,,Add the first line of the address,Optional,,Optional,"
      + "The postcode in the format AA1 1AA,,,,,Select the kind,Select yes or no,,,,,,,,",
    "1,Marlowe Council,Local Authority,,Oak Breakfast Club,In person,Oak School,Ramp,1 Oak Road,,"
      + "London,,E14 3EB,oak@marlowe.example.org,020 7946 0001,oak.example.org,,"
      + "\"Before and after school clubs\nHearing impairment\",Yes,2.5,Day,\"English\nUrdu\",Yes,3,11,"
      + "\"Monday - Friday 07:30 - 08:45\nSaturday by arrangement\n\n\",Toast & tea",
    "1,Marlowe Council,Local Authority,,Oak Breakfast Club,In person,Ash School,,2 Ash Road,,"
      + "London,,E14 3ED,,,,,,,,,,,,,,",
    ",,,,,,,,,,,,,,,,,,,,,,,,,,",
    ",,,,,,,,,,,,,,,,,,,,,,,,,,",
  ].joined(separator: "\r\n")

  @Test func `the capture sheet has a row for each place`() throws {
    let feed = try OfferSamples.read(OfferSheetTests.capture, "a.csv")
    #expect(feed.facts.dialect == "DfE capture sheet")
    #expect(feed.services.count == 1)
    let service = try #require(feed.services.first)
    #expect(service.sourceID == "1")
    #expect(service.name == "Oak Breakfast Club")
    #expect(service.provider?.name == "Marlowe Council")
    #expect(service.sector == .council)
    #expect(service.description == "Toast & tea")
    #expect(service.cost == OfferCost(state: .paid, text: "£2.50 per day"))
    #expect(service.ages == OfferAges(lowest: 3, highest: 11))
    #expect(service.languages == ["English", "Urdu"])
    #expect(service.terms.map(\.name) == ["Before and after school clubs", "Hearing impairment"])
    #expect(service.needs == [.sensoryPhysical, .hearing])
    #expect(service.places.map(\.name) == ["Oak School", "Ash School"])
    #expect(service.places.map(\.postcode) == ["E14 3EB", "E14 3ED"])
    #expect(service.places.first?.accessibility == ["Ramp"])
    #expect(
      service.schedules == [
        OfferSchedule(
          weekdays: [1, 2, 3, 4, 5], opens: 450, closes: 525, text: "Monday - Friday 07:30 - 08:45"),
        OfferSchedule(text: "Saturday by arrangement"),
      ])
    #expect(feed.problems.isEmpty)
  }

  @Test func `a table reads the same in every encoding and with every delimiter`() throws {
    let lines = [
      ["Name*", "Provided By", "TELEPHONE", "Post code", "Fees", "Opening hours", "Language"],
      [
        "Café £3", "Hub", "020 7946 0001", "sw8 1sj", "£3", "Mon 9am to 5pm", "Portuguese, English",
      ],
    ]
    func text(_ mark: String, _ end: String) -> String {
      lines.map { $0.map { "\"\($0)\"" }.joined(separator: mark) + end }.joined()
    }
    let plain = try OfferSamples.read(text(",", "\n"), "a.csv")
    #expect(plain.services.count == 1)
    #expect(plain.services.first?.provider?.name == "Hub")
    #expect(plain.services.first?.languages == ["Portuguese", "English"])
    #expect(plain.services.first?.places.map(\.postcode) == ["SW8 1SJ"])
    let marked = Data([0xEF, 0xBB, 0xBF]) + Data(text(";", "\r\n").utf8)
    let western = Data(text("\t", "\r\n").unicodeScalars.map { UInt8($0.value) })
    for bytes in [marked, western] {
      let feed = try OfferSamples.read([NamedBytes(name: "a.csv", bytes: bytes)])
      #expect(feed.services == plain.services)
    }
  }

  @Test func `rows of Outpost's table point back to their service`() throws {
    let feed = try OfferSamples.read(
      """
      import_id,import_id_reference,name,description,organisation,approved,visible,needs_referral,min_age,max_age,contact_visible,contact_email,contact_phone,location_name,location_latitude,location_longitude,location_postcode,location_visible,mask_exact_address,location_accessibilities,free,cost_option,cost_amount,cost_type,schedules_opens_at,schedules_closes_at,scheduled_weekday,links_url,suitabilities,is_local_offer,send_needs_support,how_to_start,notes
      1,,Gym,"Two
      lines",Hub,TRUE,TRUE,FALSE,5,11,TRUE,a@hub.example.org,020 7946 0001,Hall,51.5,-0.14,SW1A 1AA,TRUE,FALSE,Hoist; Ramp,FALSE,Child,1,per hour,09:00:00,18:00:00,monday,,Older people,TRUE,Autism;Mobility,Ring us,Private note
      2,1,,,,,,,,,FALSE,staff@hub.example.org,020 7946 0002,,,,,,,,,,,,,,,,,,,,
      3,1,,,,,,,,,,,,Safe house,51.4,-0.1,SW1A 2AA,TRUE,TRUE,,,,,,,,,,,,,,
      4,1,,,,,,,,,,,,,,,,,,,,Adult,2.5,per hour,10:00,11:00,tuesday,https://gym.example.org,,,,,
      5,9,,,,,,,,,,,,,,,,,,,,Adult,2,,,,,,,,,,
      6,,Hidden,,Hub,TRUE,FALSE,,,,,,,,,,,,,,,,,,,,,,,,,,
      """, "a.csv")
    #expect(feed.facts.dialect == "Outpost import")
    #expect(feed.services.map(\.name) == ["Gym", "Hidden"])
    let gym = feed.services[0]
    #expect(gym.emails == ["a@hub.example.org"])
    #expect(gym.phones.map(\.text) == ["020 7946 0001"])
    #expect(gym.cost == OfferCost(state: .paid, text: "Child: £1 per hour; Adult: £2.50 per hour"))
    #expect(gym.schedules.map(\.weekdays) == [[1], [2]])
    #expect(gym.places.map(\.name) == ["Hall", ""])
    #expect(gym.places[0].accessibility == ["Hoist", "Ramp"])
    #expect(gym.needs == [.communication, .sensoryPhysical, .autism])
    #expect(gym.links.map(\.address) == ["https://gym.example.org"])
    #expect(gym.details == [OfferDetail(heading: "How to start", text: "Ring us")])
    #expect(feed.services[1].status == .inactive)
    #expect(feed.problems.map(\.kind) == ["orphan_row", "address_withheld"])
    for secret in ["staff@", "Private note", "Safe house", "SW1A 2AA"] {
      #expect(!String(decoding: feed.raw.joined(), as: UTF8.self).contains(secret))
    }
  }

  @Test func `four linked tables are one source`() throws {
    let feed = try OfferSamples.read([
      OfferSamples.file(
        "ID*,Name*,Description*,URL*,Email*,Phone*\no1,Hub,No description available,http://example.com,,00000000000\n",
        "a.csv"),
      OfferSamples.file(
        """
        ID*,Organisation ID*,Name*,Status*,Intro*,Description*,Wait Time,Is Free*,Fees Text,URL*,Contact Phone,Contact Email,Referral Method*,Critera - Age Group,Criteria - Disability,Social Medias - Facebook
        s1,o1,Scouts,active,Short words.,"**Long** words.",,Yes,"£15 at weekends",https://scouts.example.org,020 7946 0001,,None,6 years - 14 years,Any,https://facebook.example.org/s
        s2,o9,Lost,active,Same.,Same.,,No,,,,,None,,,
        """, "b.csv"),
      OfferSamples.file(
        "ID*,Address Line 1*,Address Line 2,Address Line 3,City*,County*,Postcode*,Country*\nl1,The Hall,1 Wilson Walk,,London,London,W4 1TF,United Kingdom\n",
        "c.csv"),
      OfferSamples.file("Service ID*,Location ID*\ns1,l1\ns1,l9\ns9,l1\n", "d.csv"),
    ])
    #expect(feed.facts.dialect == "Connected Places")
    #expect(feed.services.map(\.name) == ["Scouts", "Lost"])
    let scouts = feed.services[0]
    #expect(scouts.provider == OfferProvider(name: "Hub"))
    #expect(scouts.description == "Short words.\n\nLong words.")
    #expect(feed.services[1].description == "Same.")
    #expect(scouts.ages == OfferAges(lowest: 6, highest: 14))
    #expect(scouts.cost == OfferCost(state: .free, text: "£15 at weekends", isContradictory: true))
    #expect(feed.services[1].cost.state == .paid)
    #expect(scouts.places.map(\.address) == ["The Hall, 1 Wilson Walk, London"])
    #expect(
      scouts.details == [
        OfferDetail(heading: "Who it is for", text: "Age: 6 years - 14 years\nDisability: Any")
      ])
    #expect(
      feed.problems.map(\.kind).sorted()
        == ["contradictory_cost", "orphan_place", "orphan_provider", "orphan_row"])
  }

  private static let mapping = """
    name: Service title
    provider: Run by
    address: [House and street, District]
    postcode: Code
    ages: For whom
    needs: Support for
    cost: What it costs
    checked: Looked at on
    separator: "/"
    """
  private static let ownTable = """
    Ref;Service title;Run by;House and street;District;Code;For whom;Support for;What it costs;Looked at on
    7;Drum group;Beat CIC;1 Low Road;Ham;SW8 1SJ;5-11;Autism/Hearing;Free;01/09/2026
    """

  @Test func `a mapping says what the columns of any other table hold`() throws {
    let mapping = try OfferMapping(OfferSamples.file(OfferSheetTests.mapping, "m.yaml"))
    let table = OfferSamples.file(OfferSheetTests.ownTable, "a.csv")
    let feed = try OfferSamples.read([table], mapping: mapping)
    let service = try #require(feed.services.first)
    #expect(feed.facts.dialect == "mapped CSV")
    #expect(service.name == "Drum group")
    #expect(service.provider?.name == "Beat CIC")
    #expect(service.places == [OfferPlace(address: "1 Low Road, Ham", postcode: "SW8 1SJ")])
    #expect(service.ages == OfferAges(lowest: 5, highest: 11))
    #expect(service.needs == [.communication, .sensoryPhysical, .autism, .hearing])
    #expect(service.cost.state == .free)
    #expect(service.checked == Day(2026, 9, 1))
    #expect(service.sourceID.hasPrefix("name-"))
    let beside = try OfferSamples.read([
      table, OfferSamples.file(OfferSheetTests.mapping, "m.yaml"),
    ])
    #expect(beside.services == feed.services)
  }

  @Test func `a mapping that does not hold is refused with its line`() {
    func check(_ text: String, line: Int?) {
      let error = #expect(throws: FileProblem.self) {
        try OfferMapping(OfferSamples.file(text, "m.yaml"))
      }
      #expect(error?.line == line, "\(text)")
    }
    check("provider: Run by", line: nil)
    check("name: Title\nshoe_size: Feet", line: 2)
    check("name: Title\nphone: {a: b}", line: 2)
    check("- name", line: nil)
  }

  @Test func `a mapping's column that is missing is said, and a table of no known layout`() throws {
    let mapping = try OfferMapping(OfferSamples.file("name: Title\nphone: Ring", "m.yaml"))
    let feed = try OfferSamples.read(
      [OfferSamples.file("Title,Words\nA,b\n", "a.csv")], mapping: mapping)
    #expect(feed.services.map(\.name) == ["A"])
    #expect(feed.problems.map(\.kind) == ["missing_column"])
    #expect(
      try OfferSamples.read("Fruit,Colour\nPear,Green\n", "a.csv").problems.map(\.kind) == [
        "unknown_layout"
      ])
    #expect(
      try OfferSamples.read("Down for maintenance", "a.json").problems.map(\.kind) == [
        "unknown_layout"
      ])
  }

  @Test func `plain headings need no mapping, and edits keep the id`() throws {
    let before = try OfferSamples.read(
      "Name,Provider,Phone,Lowest age,Highest age,Cost,How to get in,Needs,Last checked\n"
        + "Drum group,Beat,020 7946 0001,5,11,Yes,\"Drop-in, self referral\",Autism,2026-09-01\n",
      "a.csv")
    let after = try OfferSamples.read(
      "Name,Provider,Phone\nDrum Group ,Beat,020 7946 0002\n", "a.csv")
    let service = try #require(before.services.first)
    #expect(before.facts.dialect == "simple CSV")
    #expect(service.ages == OfferAges(lowest: 5, highest: 11))
    #expect(service.cost.state == .paid)
    #expect(service.access == [.selfReferral, .dropIn])
    #expect(service.checked == Day(2026, 9, 1))
    #expect(after.services.first?.sourceID == service.sourceID)
  }
}
