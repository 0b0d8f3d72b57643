import SENDDomain
import Testing

@testable import Exchange

@Suite struct OfferDialectTests {
  private static let three = """
    {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "last_page": true,
     "contents": [{
      "id": "a-1", "name": "Sunflower Saturday Club", "status": "active",
      "description": "<p>Play for all.</p>", "url": "www.sunflower.example.org",
      "email": "hello@sunflower.example.org", "minimum_age": 5, "maximum_age": 11,
      "assured_date": "2026-09-01", "assurer_email": "jo.bloggs@sunflower.example.org",
      "last_modified": "2026-09-02T12:06:15.654",
      "organization": {"id": "o", "name": "Sunflower CIC", "website": "http://sunflower.example.org"},
      "cost_options": [{"option": "Standard", "amount": 3, "amount_description": "per session"}],
      "schedules": [{"freq": "WEEKLY", "byday": "SA", "opens_at": "10:00", "closes_at": "12:30",
        "attending_type": "Drop-in"}],
      "service_areas": [{"name": "Marlowe"}],
      "service_at_locations": [{"location": {"name": "Larkhall Hall", "latitude": 51.47,
        "longitude": -0.12, "addresses": [{"address_1": "15 Lark Lane", "city": "London",
        "state_province": "Greater London", "postal_code": "sw4 6bf"}],
        "accessibility": [{"description": "One step"}]}}],
      "contacts": [{"name": "Reception", "phones": [{"number": "020 7946 0011"}]}],
      "languages": [{"name": "English", "code": "en"}],
      "attributes": [{"taxonomy_term": {"id": "t", "name": "Autism", "taxonomy": "SEND needs"}}]
     }]}
    """

  private static let one = """
    {"totalElements": 1, "totalPages": 1, "number": 1, "size": 1, "last": true,
     "content": [{
      "id": "a-1", "name": "Sunflower Saturday Club", "status": "active",
      "description": "<p>Play for all.</p>", "url": "www.sunflower.example.org",
      "email": "hello@sunflower.example.org", "assured_date": "2026-09-01",
      "last_modified": "2026-09-02T12:06:15.654",
      "organization": {"id": "o", "name": "Sunflower CIC", "url": "http://sunflower.example.org"},
      "eligibilitys": [{"minimum_age": "5", "maximum_age": "11"}],
      "attending_access": "Drop-in",
      "cost_options": [{"option": "Standard", "amount": "3", "amount_description": "per session"}],
      "regular_schedules": [{"freq": "WEEKLY", "interval": "1", "byday": "SA", "opens_at": "10:00",
        "closes_at": "12:30"}],
      "holiday_schedules": null,
      "service_areas": [{"service_area": "Marlowe"}],
      "service_at_locations": [{"location": {"name": "Larkhall Hall", "latitude": "51.47",
        "longitude": "-0.12", "physical_addresses": [{"address_1": "15 Lark Lane",
        "city": "London", "state_province": "Greater London", "postal_code": "SW46BF."}],
        "accessibility_for_disabilities": [{"accessibility": "One step"}]}}],
      "contacts": {"name": "Reception", "phones": {"number": "020 7946 0011"}},
      "languages": [{"language": "English"}],
      "service_taxonomys": [{"taxonomy": {"id": "t", "name": "Autism", "vocabulary": "SEND needs"}}]
     }]}
    """

  @Test func `version 3 is read whole`() throws {
    let feed = try OfferSamples.read(OfferDialectTests.three)
    let service = try #require(feed.services.first)
    #expect(feed.facts.dialect == "ORUK 3")
    #expect(service.sourceID == "a-1")
    #expect(service.name == "Sunflower Saturday Club")
    #expect(service.description == "Play for all.")
    #expect(service.links.map(\.address) == ["https://www.sunflower.example.org"])
    #expect(service.emails == ["hello@sunflower.example.org"])
    #expect(service.phones.map(\.numbers) == [["020 7946 0011"]])
    #expect(service.ages == OfferAges(lowest: 5, highest: 11))
    #expect(service.cost == OfferCost(state: .paid, text: "Standard: £3 per session"))
    #expect(service.access == [.dropIn])
    #expect(service.needs == [.communication, .autism])
    #expect(service.terms == [OfferTerm(id: "t", name: "Autism", vocabulary: "SEND needs")])
    #expect(service.languages == ["English"])
    #expect(service.schedules == [OfferSchedule(weekdays: [6], opens: 600, closes: 750)])
    #expect(service.areas == ["Marlowe"])
    #expect(service.sector == .voluntary)
    #expect(service.checked == Day(2026, 9, 1))
    #expect(service.changed == Day(2026, 9, 2))
    #expect(
      service.places == [
        OfferPlace(
          name: "Larkhall Hall", address: "15 Lark Lane, London, Greater London",
          postcode: "SW4 6BF", latitude: 51.47, longitude: -0.12, accessibility: ["One step"])
      ])
    #expect(
      service.provider
        == OfferProvider(
          name: "Sunflower CIC",
          link: OfferLink(address: "http://sunflower.example.org", isWeb: true)))
    #expect(feed.problems.isEmpty)
  }

  @Test func `version 1 of the same service reads the same`() throws {
    let feed = try OfferSamples.read(OfferDialectTests.one)
    #expect(feed.facts.dialect == "ORUK 1")
    #expect(feed.services == (try OfferSamples.read(OfferDialectTests.three)).services)
  }

  @Test func `Outpost has its longitude first and its provider in British spelling`() throws {
    let feed = try OfferSamples.read(
      """
      {"number": 1, "size": 1, "totalPages": 1, "last": true, "content": [{
        "_id": "5fc", "id": 7, "name": "Minnow Swimmers", "updated_at": "2021-01-13T12:48:54.730Z",
        "min_age": 5, "max_age": null, "needs_referral": true, "free": null,
        "organisation": {"id": 1, "name": null, "description": null},
        "locations": [{"name": "Pool", "address_1": " Hazel Road", "city": "Aylesbury",
          "postal_code": "HP21 7JF", "geometry": {"coordinates": [-0.79, 51.81]},
          "mask_exact_address": false, "accessibilities": [{"name": "Hoist"}]}],
        "contacts": [{"email": "a@minnow.example.org", "phone": "01296 000 000"}],
        "taxonomies": [{"id": 2, "name": "Clubs", "slug": "clubs", "parent_id": 1}],
        "regular_schedules": [{"weekday": "Monday", "opens_at": "10:00", "closes_at": "17:00"}],
        "links": [{"label": "Facebook", "url": "https://facebook.example.org/minnow"}],
        "send_needs": [{"name": "Hearing"}, {"name": "Visual"}],
        "local_offer": {"description": "We have ramps", "link": null, "survey_answers": [
          {"question": "How accessible?", "answer": "Very."}, {"question": "Plans?", "answer": ""}]}
      }]}
      """)
    let service = try #require(feed.services.first)
    #expect(feed.facts.dialect == "Outpost")
    #expect(service.sourceID == "7")
    #expect(service.provider == nil)
    #expect(service.ages == OfferAges(lowest: 5))
    #expect(service.cost == OfferCost())
    #expect(service.access == [.professionalReferral])
    #expect(service.needs == [.sensoryPhysical, .hearing, .vision])
    #expect(service.places.first?.latitude == 51.81)
    #expect(service.places.first?.longitude == -0.79)
    #expect(service.places.first?.address == "Hazel Road, Aylesbury")
    #expect(service.places.first?.accessibility == ["Hoist"])
    #expect(service.schedules == [OfferSchedule(weekdays: [1], opens: 600, closes: 1020)])
    #expect(service.changed == Day(2021, 1, 13))
    #expect(
      service.details == [
        OfferDetail(heading: "Local Offer", text: "We have ramps"),
        OfferDetail(heading: "How accessible?", text: "Very."),
      ])
  }

  @Test func `the international standard's prose stands under headings`() throws {
    let feed = try OfferSamples.read(
      """
      {"id": "b", "name": "Talk", "alternate_name": "Talk to us", "status": "active",
       "eligibility_description": "Children with an EHC plan", "wait_time": "Six weeks",
       "application_process": "Self referral by phone", "interpretation_services": "Urdu",
       "required_documents": [{"document": "Red book"}],
       "additional_urls": [{"label": "More", "url": "https://talk.example.org/more"}],
       "schedules": [{"freq": "MONTHLY", "byday": "1TU", "description": "At the library"}]}
      """)
    let service = try #require(feed.services.first)
    #expect(feed.facts.dialect == "HSDS 3")
    #expect(service.alternateName == "Talk to us")
    #expect(service.access == [.selfReferral, .planNeeded])
    #expect(
      service.details.map(\.heading)
        == ["Who it is for", "How to apply", "Waiting time", "Interpreting", "What to bring"])
    #expect(service.links.map(\.address) == ["https://talk.example.org/more"])
    #expect(service.schedules == [OfferSchedule(weekdays: [2], text: "Monthly; At the library")])
  }
}

/// Records that hold no more than an id, a name and a description.
@Suite struct BareRecordTests {
  private static let terms =
    #"{"contents": [{"id": "1", "name": "Club", "description": "Play."}, {"id": "2", "name": "Choir"}]}"#

  @Test func `where nothing else was found it is said that they may be services`() throws {
    let feed = try OfferSamples.read(Self.terms)
    #expect(feed.services.isEmpty)
    #expect(feed.problems.map(\.kind) == ["bare_records"])
    #expect(feed.problems.first?.message.hasPrefix("All 2 records hold only an id") == true)
  }

  @Test func `beside services they are what they were`() throws {
    let service = #"{"contents": [{"id": "3", "name": "Judo", "status": "active"}]}"#
    let feed = try OfferSamples.read([
      OfferSamples.file(Self.terms, "taxonomies.json"), OfferSamples.file(service, "services.json"),
    ])
    #expect(feed.services.map(\.name) == ["Judo"])
    #expect(feed.problems.map(\.kind) == [])
  }
}
