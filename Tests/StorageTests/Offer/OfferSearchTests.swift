import Foundation
import SENDDomain
import TestSupport
import Testing

@testable import Storage

@Suite struct OfferSearchTests {
  private func search(
    _ text: String, _ store: Store, _ change: (inout OfferQuery) -> Void = { _ in }
  ) throws -> OfferResults {
    var query = OfferQuery(text: text)
    change(&query)
    return try store.searchOffer(query, today: Sample.today)
  }

  private func names(_ results: OfferResults) -> [String] { results.hits.map(\.service.name) }

  private func withMarlowe(_ body: (Store) throws -> Void) throws {
    try Sample.withStore { store in
      try OfferSample.load(try Marlowe.services(), into: store)
      try body(store)
    }
  }

  @Test(arguments: [
    "half-term", "\"", "*", "AND", "OR NOT", "autism:", "children's", "speech & language", "",
    "   ",
    "\"half term", "name:x", "5-11", "(", "NEAR(a b)", "🎉", "👩🏽‍🦽 wheelchair", "\u{0}", "\u{1B}[31m",
    "'; DROP TABLE offerService; --", "é", "\u{202E}txt", "-", "^autism", "+a", "a",
    "9999999999999999",
    String(repeating: "x", count: 500), String(repeating: "autism ", count: 100),
    String(repeating: "ab", count: 300), String(repeating: "e\u{301}", count: 300), "под", "自閉症",
  ])
  func `nothing typed is an error`(_ text: String) throws {
    try withMarlowe { store in
      let results = try search(text, store)
      #expect(results.hits.count <= 20)
      #expect(results.count >= results.hits.count)
    }
  }

  @Test func `quotes look for a word as it stands, and common words find nothing beside others`()
    throws
  {
    try withMarlowe { (store) throws in
      #expect(try search("\"epilespy\"", store).count == 0)
      #expect(
        try search("\"epilepsy\" nurse", store).hits.first?.service.name == "Epilepsy nurse clinic")
      // "Send us an email" is no special educational need.
      let choir = "Community choir"
      #expect(try !names(search("SEND help for my child", store)).contains(choir))
      #expect(try !names(search("send transport", store)).contains(choir))
    }
  }

  @Test func `a misspelt word is found and said`() throws {
    try withMarlowe { (store) throws in
      let results = try search("physiotherpy ", store)
      #expect(names(results).first == "Children's Physiotherapy")
      #expect(
        results.correctionSentence
          == "Showing results for physiotherapy (you typed physiotherpy)")
      #expect(results.hits.first?.reasons.first?.why == .spelling("physiotherapy"))
      #expect(try search("physiotherapy", store).correctionSentence == nil)
    }
  }

  @Test func `each hit says why, with the words of the dictionary`() throws {
    try withMarlowe { (store) throws in
      let hit = try #require(try search("SALT", store).hits.first)
      #expect(hit.service.name == "Children's Speech and Language Therapy Service")
      #expect(
        hit.reasons == [
          OfferReason(words: "SALT", field: .name, why: .synonym("speech and language therapy"))
        ])
      let typed = try #require(try search("portage", store).hits.first)
      #expect(typed.reasons == [OfferReason(words: "portage", field: .name, why: .asTyped)])
    }
  }

  @Test func `every letter of a word leads nearer`() throws {
    try withMarlowe { (store) throws in
      for text in ["por", "port", "porta", "portag", "portage"] {
        #expect(try names(search(text, store)).contains("Portage home visiting"), "\(text)")
      }
      #expect(try names(search("physiothr", store)).first == "Children's Physiotherapy")
    }
  }

  @Test func `what nobody has is said, and nothing is shown for it alone`() throws {
    try withMarlowe { (store) throws in
      let nothing = try search("zzqqxx", store)
      #expect(nothing.count == 0)
      #expect(nothing.unknown == ["zzqqxx"])
      let often = Array(repeating: "zzqqxx ZZQQXX", count: 40).joined(separator: " ")
      #expect(try search(often, store).unknown == ["zzqqxx"])
      let misspelt = Array(repeating: "portag", count: 2).joined(separator: " ")
      #expect(try search(misspelt + " xx", store).corrections.count <= 1)
      let some = try search("zzqqxx portage", store)
      #expect(names(some).first == "Portage home visiting")
      #expect(some.unknown == ["zzqqxx"])
    }
  }

  @Test func `an age in the words is a chip that can be taken away`() throws {
    try withMarlowe { (store) throws in
      let young = try search("short breaks 3 year old", store)
      #expect(young.chips == [OfferChip(.age(3...3), words: "3 year old")])
      #expect(!names(young).contains("Riverside Lodge overnight respite"))
      let all = try search("short breaks 3 year old", store) { $0.ignoredChips = ["age"] }
      #expect(all.chips == [])
      #expect(names(all).contains("Riverside Lodge overnight respite"))
    }
  }

  @Test(arguments: [
    ("under 5s", OfferChip.Kind.age(0...4)), ("aged 6 to 9", .age(6...9)), ("5-11", .age(5...11)),
    ("2yo", .age(2...2)), ("18 months", .age(1...1)), ("year 7", .age(11...12)),
    ("14", .age(14...14)),
    ("free yoga", .free), ("sundays", .days([7])), ("at the weekend", .days([6, 7])),
    ("drop-in", .dropIn), ("somali mum", .language("Somali")),
  ])
  func `the words are a chip`(_ text: String, _ kind: OfferChip.Kind) {
    let planner = OfferPlanner(OfferVocabulary([]), OfferLexicon(.shipped))
    #expect(planner.plan(text).chips.map(\.kind) == [kind])
  }

  @Test(arguments: ["free school meals", "30", "AND", "half term", "se11"])
  func `the words are no chip`(_ text: String) {
    let planner = OfferPlanner(OfferVocabulary([]), OfferLexicon(.shipped))
    #expect(planner.plan(text).chips == [])
  }

  @Test func `facets narrow, each choice says what it would leave, none hides the silent`() throws {
    try Sample.withStore { (store) throws in
      var free = OfferSample.service("a", "Club A", ages: OfferAges(lowest: 5, highest: 9))
      free.cost = OfferCost(state: .free)
      free.needs = [.autism]
      var paid = OfferSample.service("b", "Club B", ages: OfferAges(lowest: 12))
      paid.cost = OfferCost(state: .paid)
      let silent = OfferSample.service("c", "Club C")
      try OfferSample.load([free, paid, silent], into: store)
      let all = try search("club", store)
      func counts(_ results: OfferResults, _ facet: OfferFacet) -> [Int] {
        results.facets.first { $0.facet == facet }?.counts ?? []
      }
      #expect(counts(all, .cost) == [1, 1, 1])
      #expect(OfferFacet.cost.choices == ["free", "paid", "not_stated"])
      #expect(counts(all, .age) == [0, 1, 1, 1, 1, 1, 1])
      let narrowed = try search("club", store) { $0.choices = [.cost: ["free", "not_stated"]] }
      #expect(names(narrowed) == ["Club A", "Club C"])
      // The facet that narrows goes on counting all its choices, the others only what is left.
      #expect(counts(narrowed, .cost) == [1, 1, 1])
      #expect(counts(narrowed, .need) == [0, 0, 0, 0, 1, 0, 0, 1])
      // What fits first, what does not say after it, what does not fit not at all.
      let aged = try search("club", store) { $0.ages = 14...14 }
      #expect(names(aged) == ["Club B", "Club C"])
      #expect(aged.hits.map(\.fitsAge) == [true, nil])
    }
  }

  @Test func `a place puts what is near first among equals, keeps what has none, and counts`()
    throws
  {
    try Sample.withStore { (store) throws in
      func club(_ id: String, _ latitude: Double?) -> OfferService {
        var service = OfferSample.service(id, "Club \(id)")
        if let latitude {
          service.places = [
            OfferPlace(
              postcode: id == "A" ? "SE11 5AA" : "", latitude: latitude, longitude: -0.12)
          ]
        }
        return service
      }
      let clubs = [club("X", 51.6), club("B", 51.51), club("A", 51.49), club("L", nil)]
      try OfferSample.load(clubs, into: store)
      let results = try search("club", store) { $0.place = "se11 5aa" }
      #expect(names(results) == ["Club A", "Club B", "Club L", "Club X"])
      #expect(results.hits[0].miles == 0)
      #expect(results.distances.map(\.count) == [1, 2, 2, 3])
      let near = try search("club SE11", store) { $0.withinMiles = 3 }
      #expect(near.chips.map(\.code) == ["place"])
      #expect(names(near) == ["Club A", "Club B", "Club L"])
      #expect(try search("club", store) { $0.place = "ZZ9" }.isPlaceUnknown)
      try store.importPlaces([
        OfferPlaceEntry(
          name: "Old Town", point: OfferPoint(latitude: 51.6, longitude: -0.12))
      ])
      #expect(try names(search("club old town", store)).first == "Club X")
      let nearest = try search("club", store) {
        $0.place = "Old Town"
        $0.isNearestFirst = true
      }
      #expect(names(nearest) == ["Club X", "Club B", "Club A", "Club L"])
    }
  }

  @Test func `when it was checked breaks ties and hides nothing`() throws {
    try Sample.withStore { (store) throws in
      let days = [Day(2023, 1, 1), nil, Day(2026, 11, 1), Day(2026, 3, 1)]
      try OfferSample.load(
        days.enumerated().map { OfferSample.service("\($0)", "Club \($0)", checked: $1) },
        into: store)
      #expect(try names(search("club", store)) == ["Club 2", "Club 3", "Club 0", "Club 1"])
    }
  }

  @Test func `hidden ones are left out unless asked for, those not seen are marked`() throws {
    try Sample.withStore { (store) throws in
      var services = ["A", "B", "C"].map { OfferSample.service($0, "Club \($0)") }
      services[1].status = .defunct
      services[2].status = .temporarilyClosed
      try OfferSample.load(services, into: store)
      #expect(try names(search("club", store)) == ["Club A", "Club C"])
      #expect(try search("club", store) { $0.includesHidden = true }.count == 3)
      let later = Sample.day("2026-12-01")
      try OfferSample.load(Array(services.dropLast()), into: store, today: later)
      #expect(try search("club", store).hits.map(\.notSeenOn) == [nil, later])
    }
  }

  @Test func `one name and provider is one result, and pages neither skip nor repeat`() throws {
    try Sample.withStore { (store) throws in
      var services = (0..<30).map { OfferSample.service("\($0)", "Club \($0)", "Buddies") }
      services += [OfferSample.service("x", "club 3", "BUDDIES")]
      try OfferSample.load(services, into: store)
      let first = try search("club", store) { $0.limit = 100 }
      #expect(first.count == 30)
      #expect(first.hits.filter { !$0.others.isEmpty }.map(\.service.name) == ["Club 3"])
      let pages = try (0..<6).flatMap { page in
        try names(
          search("club", store) {
            $0.limit = 5
            $0.offset = 5 * page
          })
      }
      #expect(pages == names(first))
    }
  }

  @Test func `an import, also by another program, is found at once`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load([OfferSample.club], into: store)
      #expect(try search("choir", store).count == 0)
      let other = try Store.open(at: store.path, user: Sample.user("L Shah"))
      defer { other.close() }
      try OfferSample.load([OfferSample.club, OfferSample.choir], into: other)
      #expect(try names(search("choir", store)) == ["Community choir"])
    }
  }

  @Test func `a dictionary of one's own is used from the next search on`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load([OfferSample.choir], into: store)
      #expect(try search("crooning", store).count == 0)
      store.useOfferDictionary(
        OfferDictionary(entries: [OfferDictionary.Entry(["crooning"], ["choir"])]))
      #expect(try names(search("crooning", store)) == ["Community choir"])
    }
  }

  @Test func `a search stores nothing`() throws {
    try withMarlowe { (store) throws in
      let before = try store.dataVersion()
      let entries = try store.lastChange()
      _ = try search("my son is autistic", store)
      #expect(try store.dataVersion() == before)
      #expect(try store.lastChange() == entries)
    }
  }

  @Test func `what names another area comes after the rest, is counted, and is said`() throws {
    try Sample.withStore { (store) throws in
      var there = OfferSample.service("a", "Autism club A")
      there.areas = ["London Borough of Bromley"]
      var here = OfferSample.service("b", "Autism club B")
      here.areas = ["Marlowe"]
      var wide = OfferSample.service("c", "Autism club C")
      wide.areas = ["National"]
      let silent = OfferSample.service("d", "Autism club D")
      try OfferSample.load([there, here, wide, silent], into: store)
      var dictionary = OfferDictionary.shipped
      dictionary.ownAreas = ["Marlowe"]
      store.useOfferDictionary(dictionary)
      let results = try search("autism club", store)
      #expect(
        names(results) == ["Autism club B", "Autism club C", "Autism club D", "Autism club A"])
      #expect(
        results.facets.first { $0.facet == .area }?.counts == [1, 1, 1, 1])
      #expect(results.hits[3].coverage == .elsewhere)
      #expect(
        results.hits[3].elsewhereSentence
          == "Serves London Borough of Bromley: another area. Ask whether it takes families from "
          + "here.")
      let kept = try search("autism club", store) { $0.choices = [.area: ["here", "not_stated"]] }
      #expect(names(kept) == ["Autism club B", "Autism club D"])
      #expect(try store.read { try store.checkOffer($0) } == [])
    }
  }

  @Test func `a day alone finds what runs on it first, then what its words say`() throws {
    try Sample.withStore { (store) throws in
      var runs = OfferSample.service("a", "Yoga")
      runs.schedules = [OfferSchedule(weekdays: [7])]
      let says = OfferSample.service("b", "Church hall", "", "Open on Sunday afternoons for all.")
      var other = OfferSample.service("c", "Choir")
      other.schedules = [OfferSchedule(weekdays: [1])]
      try OfferSample.load([says, other, runs], into: store)
      for text in ["sunday", "on sundays", "at the weekend"] {
        #expect(try names(search(text, store)).first == "Yoga", "\(text)")
        #expect(try !names(search(text, store)).contains("Choir"), "\(text)")
      }
      let results = try search("sunday", store)
      #expect(names(results) == ["Yoga", "Church hall"])
      #expect(
        results.hits.map { $0.reasons.map(\.sentence) }
          == [["\"sunday\" in its days"], ["\"sunday\" in the description"]])
    }
  }

  @Test func `an age alone lists what is for it, and what says no age after that`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(
        [
          OfferSample.service("a", "A silent club"),
          OfferSample.service("b", "B young", ages: OfferAges(lowest: 2, highest: 5)),
          OfferSample.service("c", "C older", ages: OfferAges(lowest: 11, highest: 18)),
        ], into: store)
      #expect(try names(search("4 yr old", store)) == ["B young", "A silent club"])
    }
  }

  @Test(arguments: [
    ("child wont talk 4 yr old", "Children's Speech and Language Therapy Service"),
    ("he won't talk", "Children's Speech and Language Therapy Service"),
    ("3 year old not talking", "Children's Speech and Language Therapy Service"),
  ])
  func `what a family says is understood`(_ text: String, _ expected: String) throws {
    try withMarlowe { (store) throws in
      let found = try names(search(text, store))
      #expect(found.prefix(2).contains(expected), "\(found)")
    }
  }

  @Test(arguments: ["my son is being bullied", "bullying at school", "she is picked on"])
  func `bullying leads to advice and to help with worries`(_ text: String) throws {
    try withMarlowe { (store) throws in
      let found = try names(search(text, store)).prefix(5)
      #expect(found.contains("Marlowe SENDIASS"), "\(found)")
      #expect(found.contains("Mental Health Support Team in Schools"), "\(found)")
    }
  }
}
