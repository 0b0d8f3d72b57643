import Foundation
import SENDDomain
import Storage
import TestSupport

/// Reading services and searching them letter by letter, in this process: what a screen adds is
/// measured with the lists.
struct OfferMeasurement {
  private let services: Int
  private let path: String
  private let day: Day
  private let place: Report.Place

  init(_ services: Int, in folder: String, day: String) throws {
    guard let day = Day(day) else { throw BenchError("\(day) is no day.") }
    self.services = services
    self.day = day
    path = "\(folder)/offer-\(services).sqlite"
    place = Report.Place(workspace: "\(services)", holding: "services", window: "")
  }

  private static let questions = [
    "speech and language therapy", "ocupational therapist for handwriting", "CAMHS",
    "my toddler isn't talking yet", "EHCP annual review", "half term holiday club",
    "trvel trainng 14", "physiotherpy", "he won't sleep, autism, 7 year old",
    "SE11 swimming sunday",
    "independant advice about a tribunal", "wheelchiar", "free drop in group for carers",
    "support for children with special needs", "portuguese speaking mum",
    "emotionally based avoidance",
    "nappies at school", "community centre yoga", "epilespy nurse",
    "help getting to college on the bus",
  ]

  func measure(_ report: inout Report) throws {
    for suffix in ["", "-wal", "-shm", ".gate"] { unlink(path + suffix) }
    defer { for suffix in ["", "-wal", "-shm", ".gate"] { unlink(path + suffix) } }
    let user = StoreUser(login: "bench", name: "Bench", host: "bench", now: { 0 })
    var all = try Marlowe.services()
    all += Marlowe.noise(max(0, services - all.count), length: 6...14)
    let feed = OfferFeed(services: all)
    var store = try Store.open(at: path, create: true, user: user)
    for what in ["services imported", "the same again"] {
      let start = now()
      _ = try store.importOffer(OfferImport(feed, source: "bench"), today: day)
      report.add(what, "s", (now() - start).seconds, place)
    }
    store.close()
    var info = stat()
    if stat(path, &info) == 0 {
      report.add("file", "MiB", Double(info.st_size) / 1_048_576, place)
    }
    // Opened anew: nothing is in memory.
    store = try Store.open(at: path, user: user)
    defer { store.close() }
    let start = now()
    try store.prepareOfferSearch()
    report.add("words and facets read", "ms", (now() - start).milliseconds, place)
    try measureTyping(store, &report)
    try measurePeople(store, &report)
  }

  /// What a letter costs where a directory of 300 entries is searched with the services.
  private func measurePeople(_ store: Store, _ report: inout Report) throws {
    let topics = ["EHC plans", "transport", "autism", "short breaks", "attendance", "therapy"]
    let entries = (0..<300).map { index in
      DirectoryEntry(
        name: "Team \(index)", role: "Officer for \(topics[index % topics.count])",
        person: "Person \(index)", topics: topics.map { "\($0) \(index % 7)" },
        areas: ["area \(index % 12)"])
    }
    _ = try store.importDirectory(
      DirectoryImport(DirectoryFeed(entries: entries), source: "bench"), today: day)
    try store.prepareOfferSearch()
    var typed = Samples()
    for question in OfferMeasurement.questions {
      for query in beginnings(of: question) { typed.add(try time(query, store)) }
    }
    report.add("search: a letter, with 300 people", "ms", typed, place)
    var asked = Samples()
    for question in [
      "transport officer", "autism team area 7", "who do I ask about an EHC plan", "person 123",
      "short braks", "attendance",
    ] {
      for query in beginnings(of: question) { asked.add(try time(query, store)) }
    }
    report.add("whom to ask: a letter, of 300 people", "ms", asked, place)
  }

  private func measureTyping(_ store: Store, _ report: inout Report) throws {
    var (first, again, facets) = (Samples(), Samples(), Samples())
    for question in OfferMeasurement.questions {
      for query in beginnings(of: question) { first.add(try time(query, store)) }
    }
    for question in OfferMeasurement.questions {
      for query in beginnings(of: question) { again.add(try time(query, store)) }
      var query = OfferQuery(text: question, choices: [.need: ["autism"], .cost: ["free"]])
      query.ages = 7...7
      query.place = "SE11 5AA"
      facets.add(try time(query, store))
    }
    report.add("search: a letter, met first", "ms", first, place)
    report.add("search: a letter, met again", "ms", again, place)
    report.add("search: with four facets", "ms", facets, place)
    var listing = Samples()
    for _ in 0..<20 { listing.add(try time(OfferQuery(), store)) }
    report.add("search: nothing typed", "ms", listing, place)
  }

  private func beginnings(of text: String) -> [OfferQuery] {
    text.indices.map { OfferQuery(text: String(text[...$0])) }
  }

  private func time(_ query: OfferQuery, _ store: Store) throws -> Double {
    let start = now()
    _ = try store.searchOffer(query, today: day)
    return (now() - start).milliseconds
  }
}
