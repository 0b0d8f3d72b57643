import SENDDomain
import TerminalKit

extension Root {
  /// Whether printable keys are text of the Local Offer's search box.
  var isInOfferBox: Bool { screen == .offer && record == nil && offer.focus == .box }

  /// Takes an event for the search box; nil where it is for others.
  mutating func typedOffer(_ event: TerminalEvent) -> [Effect]? {
    guard isInOfferBox else { return nil }
    if case .key(let key) = event, key.inserted == nil {
      // Keys that move or leave the box are its own; what else has a name goes on to the table.
      if let effects = offer.typed(event) { return effects }
      return nil
    }
    return offer.typed(event)
  }

  /// What the digit of the screen and the search key do: the cursor goes to the box.
  mutating func enterOffer() -> [Effect] {
    // In lines the words come with a command.
    offer.focus = isPlain ? .results : .box
    return offer.isLoaded ? [] : offer.search()
  }

  mutating func openService() {
    if offer.focus == .people {
      guard let hit = offer.people.selected else { return }
      layers.append(.asked(hit.id, askedDialog(hit)))
      return
    }
    guard let hit = offer.list.selected else { return }
    layers.append(.service(hit.id, serviceDialog(hit)))
  }

  /// Facets first, then the choices of one.
  mutating func openFacets() {
    let facets = OfferFacet.allCases.map { facet in
      let chosen = (offer.query.choices[facet] ?? []).map(facet.words(of:)).sorted()
      return ChoiceList<String>.Choice(
        facet.rawValue, facet.title, hint: chosen.joined(separator: ", "))
    }
    let distance = ChoiceList<String>.Choice(
      Root.distance, "Distance",
      hint: offer.distanceInWords ?? (offer.hasPlace ? "" : "type a postcode or a place first"))
    layers.append(.choice(title: "Narrow by", ChoiceList(facets + [distance]), .facet))
  }

  private static let distance = "distance"
  private static let nearest = "nearest"

  private mutating func openDistances() {
    guard offer.hasPlace else {
      announce(
        Announcement.problem(
          fitting(
            "Distances are counted from a place: type a postcode or a locality with the words.",
            "Type a postcode or a locality with the words first.")))
      return
    }
    offer.facet = nil
    let near = offer.results.distances.map { step in
      ChoiceList<String>.Choice(
        String(step.miles), "within \(Words.count(step.miles, "mile"))",
        hint: Words.count(step.count, "service")
          + (offer.query.withinMiles == Double(step.miles) ? ", chosen" : ""))
    }
    let first = ChoiceList<String>.Choice(
      Root.nearest, "nearest first", hint: offer.query.isNearestFirst ? "chosen" : "")
    layers.append(.choice(title: "Distance", ChoiceList(near + [first]), .facetChoice))
  }

  mutating func openFacet(_ code: String) {
    if code == Root.distance { return openDistances() }
    guard let facet = OfferFacet(rawValue: code) else { return }
    offer.facet = facet
    let counts = offer.results.facets.first { $0.facet == facet }?.counts ?? []
    let chosen = offer.query.choices[facet] ?? []
    layers.append(
      .choice(
        title: facet.title,
        ChoiceList(
          facet.choices.enumerated().map { index, choice in
            let count = counts.indices.contains(index) ? Words.count(counts[index], "service") : ""
            return .init(
              choice, facet.words(of: choice),
              hint: count + (chosen.contains(choice) ? ", chosen" : ""))
          }), .facetChoice))
  }

  mutating func chooseFacet(_ choice: String) -> [Effect] {
    guard let facet = offer.facet else { return offer.toggle(within: Int(choice)) }
    return offer.toggle(choice, of: facet)
  }

  var offerParts: SummaryParts {
    var parts = SummaryParts()
    parts.add("Offer", .title, priority: 0)
    if offer.isAnswered, offer.isLoaded {
      parts.add(Words.count(offer.results.count, "service"), priority: 0)
      if !offer.people.isEmpty, !offer.box.isEmpty {
        parts.add("\(Words.count(offer.people.rows.count)) to ask", priority: 2)
      }
    } else {
      parts.add("searching", .muted, priority: 0)
    }
    if let family = offer.family {
      parts.add("for \(words.name(family.name))", .title, priority: 0)
    }
    if !offer.basket.isEmpty {
      parts.add(
        "basket \(offer.basket.count) of \(Signpost.mostServices)", .marked, priority: 0)
    }
    for chip in offer.results.chips { parts.add(chip.shown, .info, priority: 1) }
    for facet in OfferFacet.allCases {
      let chosen = (offer.query.choices[facet] ?? []).map(facet.words(of:)).sorted()
      if !chosen.isEmpty {
        parts.add("\(facet.title): \(chosen.joined(separator: " or "))", .info, priority: 1)
      }
    }
    if let words = offer.distanceInWords { parts.add(words, .info, priority: 1) }
    if offer.results.isPlaceUnknown { parts.add("place not known", .soon, priority: 2) }
    if let failure = facts.offerSources.failureInWords(on: words.today) {
      parts.add(failure, .soon, priority: 1)
    }
    if let read = facts.offerSources.readInWords(on: words.today) {
      parts.add(read, .muted, priority: 1)
    }
    if let time = offer.milliseconds {
      parts.add(time < 1 ? "under 1 ms" : "\(Int(time.rounded())) ms", .muted, priority: 4)
    }
    return parts
  }
}
