import Foundation
import SENDDomain

/// The Local Offer of a fictional borough, with as much around it as a real directory has.
package enum Marlowe {
  package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/local-offer")

  package static func services() throws -> [OfferService] {
    let text = try String(
      contentsOf: folder.appendingPathComponent("marlowe.ndjson"), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Entry.self, from: Data($0.utf8)).service
    }
  }

  private struct Entry: Decodable {
    struct Place: Decodable {
      var kind: String
      var name, address, postcode: String?
      var latitude, longitude: Double?
      var accessibility: [String]?
    }

    var id, name, provider, description, cost: String
    var lowest, highest: Int?
    var checked, alert, access, days, hours: String?
    var terms: [String]
    var languages: [String]?
    var place: Place?

    var service: OfferService {
      var service = OfferService(
        sourceID: id, name: name, provider: OfferProvider(name: provider), description: description,
        alert: alert ?? "", ages: OfferAges(lowest: lowest, highest: highest),
        cost: OfferCost(state: OfferCost.State(rawValue: cost) ?? .notStated),
        terms: terms.map { OfferTerm(name: $0) }, languages: languages ?? [],
        checked: checked.flatMap { Day($0) })
      let ways: [String: OfferAccess] = [
        "Self referral": .selfReferral, "Drop-in": .dropIn,
        "By professional referral": .professionalReferral, "By appointment": .appointment,
        "Members only": .membership,
      ]
      service.access = access.flatMap { ways[$0] }.map { [$0] } ?? []
      let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
      service.schedules = [
        OfferSchedule(
          weekdays: (days ?? "").split(separator: ",").compactMap {
            weekdays.firstIndex(of: String($0)).map { $0 + 1 }
          }, text: hours ?? "")
      ]
      if let place {
        service.places = [
          OfferPlace(
            name: place.name ?? "", kind: OfferPlace.Kind(rawValue: place.kind) ?? .physical,
            address: place.address ?? "", postcode: place.postcode ?? "",
            latitude: place.latitude, longitude: place.longitude,
            accessibility: place.accessibility ?? [])
        ]
      }
      return service
    }
  }

  /// What else stands in a general directory: groups, classes and clubs for everybody, whose texts
  /// are full of the words that people ask with.
  ///
  /// - Parameter length: In sentences.
  package static func noise(
    _ count: Int, length: ClosedRange<Int> = 2...5
  ) -> [OfferService] {
    var random = SeededRandom(5)
    return (0..<count).map { index in
      let what = Noise.things.randomElement(using: &random) ?? ""
      let area = Noise.areas.randomElement(using: &random) ?? ""
      let name = Noise.names.randomElement(using: &random) ?? ""
      var words: [String] = []
      for _ in 0..<Int.random(in: length, using: &random) {
        words.append(Noise.sentences.randomElement(using: &random) ?? "")
      }
      // Words of its own: a directory's vocabulary grows with it.
      let own = "\(name)\(Noise.endings.randomElement(using: &random) ?? "")\(index % 997)"
      return OfferService(
        sourceID: "noise-\(index)", name: "\(area) \(what)",
        provider: OfferProvider(name: "\(name) \(Noise.kinds.randomElement(using: &random) ?? "")"),
        description: words.joined(separator: " ") + " Ask for \(own).",
        ages: Bool.random(using: &random) ? OfferAges(lowest: 18) : OfferAges(),
        cost: OfferCost(state: .notStated),
        terms: [OfferTerm(name: Noise.terms.randomElement(using: &random) ?? "")],
        checked: Day(2026, 11, 1)?.adding(days: -Int.random(in: 0...1_500, using: &random)))
    }
  }

  private enum Noise {
    static let things = [
      "yoga", "choir", "walking group", "dementia café", "scouts", "knitting circle", "gym",
      "lunch club", "community centre", "library", "swimming pool", "football club", "art class",
      "book group", "allotments", "dance class", "pilates", "church hall", "credit union",
      "repair café", "men's shed", "language exchange", "chess club", "toddler dance", "brownies",
      "cricket club", "tai chi", "baby massage", "carers' coffee morning", "job club",
      "English classes", "martial arts", "drama group", "gardening club", "pre-school", "nursery",
      "childminder", "breakfast club", "holiday camp", "tennis lessons", "music lessons",
      "counselling practice", "advice session", "support group", "befriending for older people",
    ]
    static let areas = [
      "Northgate", "Riverside", "St Anne's", "Hillview", "Old Town", "Meadow Lane", "Park Road",
      "Kingsway", "Eastbrook", "Canal Street", "Queen's", "Victoria", "Westfield", "Orchard",
    ]
    static let names = [
      "Active", "Bright", "Harbour", "Oak", "Sunrise", "Unity", "Anchor", "Beacon", "Willow",
      "Phoenix", "Trinity", "Castle", "Rowan", "Juniper", "Maple", "Compass", "Lantern",
    ]
    static let kinds = ["Trust", "Leisure", "Community", "Ltd", "Association", "Centre", "Group"]
    static let endings = ["son", "ley", "ton", "wick", "ford", "by", "ham", "worth"]
    static let terms = [
      "Activities", "Sports and recreation", "Health and wellbeing", "Community groups",
      "Childcare", "Adult learning", "Older people", "Music, arts and dance", "Advice",
    ]
    static let sentences = [
      "Open to everybody in the community.", "Send us an email to book your place.",
      "Children must come with a parent.", "Free parking and step-free access.",
      "Help with your first session is at hand.", "We support people of all abilities.",
      "A friendly team of trained volunteers.", "Please call to check the times.",
      "Suitable for beginners.", "Members pay a small fee.", "Tea, coffee and a chat.",
      "Our school hall is wheelchair accessible.", "Learn new skills and meet new people.",
      "We welcome young people with additional needs.", "Wear loose clothing and bring water.",
      "Closed on bank holidays and in half term.", "Contact the office for a referral form.",
      "Run by local parents for local families.", "A safe place to talk about your worries.",
      "Travel by bus or train to the town centre.", "Health advice from a nurse once a month.",
      "Special rates for groups.", "Assessment of your needs before you start.",
      "Training for teachers and carers.", "After school and at weekends.",
      "Speech nights and an annual dinner.", "Occupational health checks for staff.",
      "Mind your step on the way in.", "It is easy to find.", "A break from the everyday.",
      "Music, games and a hot meal.", "Plan your visit on our website.",
      "Bring a friend or a brother or sister.", "Care is taken of all equipment.",
    ]
  }
}
