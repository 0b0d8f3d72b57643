import SENDDomain
import TerminalKit

/// The Local Offer in lines: words are typed after `search`, services are read out ten at a time.
extension PlainDialogue {
  var isInOffer: Bool { root.screen == .offer && root.record == nil }

  /// A command that means something only here; nil where it is for everybody.
  mutating func offerCommand(_ first: String, _ rest: String, _ line: String) -> [Effect]? {
    switch first {
    case "help" where !rest.isEmpty:
      // "help getting to college on the bus": what families say.
      return offerCommand("search", line, "search " + line)
    case "search", "filter", "/":
      if rest.isEmpty, first == "search" {
        lines.append("Type search and what the family said: search autism saturday.")
        return []
      }
      mustShow = true
      offerStart = 0
      root.offer.focus = .results
      root.offer.box = TextField(rest)
      return root.offer.search()
    case "next" where rest.isEmpty, "more" where rest.isEmpty: return turnOffer(1)
    case "previous" where rest.isEmpty, "back" where rest.isEmpty: return turnOffer(-1)
    case "basket", "mark", "unmark":
      return basket(rest)
    case "people" where rest.isEmpty:
      showPeople(all: true)
      return []
    default: break
    }
    if let number = Int(line), menu.isEmpty {
      read(number)
      return []
    }
    return nil
  }

  private var offerPage: Range<Int> {
    let held = root.offer.list.rows.count
    let start = min(offerStart, held)
    return start..<min(held, start + PlainDialogue.pageLength)
  }

  mutating func showOffer() {
    let offer = root.offer
    guard offer.isAnswered else {
      lines.append("Local Offer. Searching.")
      return
    }
    guard root.facts.hasOffer || !offer.people.isEmpty else {
      lines.append(
        "No Local Offer is here yet. \"waymark import offer FILE\" brings one in, "
          + "+ adds a service by hand.")
      return
    }
    let typed = offer.box.isEmpty ? "all services" : "searched for: \(offer.box.text)"
    if let family = offer.family {
      lines.append("For the family of \(root.words.name(family.name)).")
    }
    lines.append("Local Offer, \(typed). \(Words.count(offer.results.count, "service")).")
    if !offer.basket.isEmpty {
      lines.append(
        "Basket: \(offer.basket.map(\.service.title).joined(separator: "; "))")
    }
    if let sentence = offer.results.safeguarding { lines.append(sentence) }
    if let sentence = offer.results.correctionSentence { lines.append(sentence + ".") }
    for chip in offer.results.chips { lines.append("Understood: \(chip.shown)") }
    for facet in OfferFacet.allCases {
      let chosen = (offer.query.choices[facet] ?? []).map(facet.words(of:)).sorted()
      if !chosen.isEmpty { lines.append("\(facet.title): \(chosen.joined(separator: " or "))") }
    }
    if let words = offer.distanceInWords { lines.append("Distance: \(words)") }
    let page = offerPage
    if page.isEmpty {
      lines.append(offer.people.isEmpty ? "Nothing is found." : "No service is found.")
      if !offer.box.isEmpty || offer.hasFacets {
        lines.append("Type \"gap\" to keep the subject of this search, without names.")
      }
    } else {
      lines.append("Services: \(page.lowerBound + 1) to \(page.upperBound)")
    }
    for (number, index) in zip(1..., page) {
      let service = offer.list.rows[index].service
      lines.append("")
      lines.append("\(number). Service: \(service.title)")
      if let provider = service.provider?.name { lines.append("Provider: \(provider)") }
      lines.append("Ages: \(stated(service.agesInWords))")
      lines.append("Cost: \(service.costInWords)")
      lines.append("Where: \(stated(service.placeInWords))")
      lines.append(
        "Phone: \(stated(service.phones.first?.text ?? service.emails.first ?? ""))")
      let text = OfferText(offer.list.rows[index], root.words, for: offer.family)
      if let sentence = offer.list.rows[index].elsewhereSentence { lines.append(sentence) }
      let (warnings, remarks) = offer.list.rows[index].localSentences(
        on: root.words.today, hidesNotes: root.words.namesAreHidden)
      lines +=
        warnings + (text.agesRemark.map { [$0 + "."] } ?? [])
        + (text.checked.isEmpty ? [] : [text.checked]) + remarks
    }
    if !page.isEmpty { lines.append("") }
    showPeople(all: false)
  }

  /// Whom to ask, numbered on from the services.
  private mutating func showPeople(all: Bool) {
    let people = root.offer.people.rows
    guard !people.isEmpty else {
      if all { lines.append("Nobody to ask is found.") }
      return
    }
    let shown = all ? people.count : min(PlainDialogue.fewPeople, people.count)
    let more = shown < people.count ? ", \(shown) shown; type people for all" : ""
    lines.append("Who to ask: \(people.count)\(more)")
    for (number, hit) in zip((offerPage.count + 1)..., people.prefix(shown)) {
      lines.append("")
      lines.append("\(number). Who to ask: \(hit.entry.title)")
      if !hit.entry.who.isEmpty { lines.append("Name and team: \(hit.entry.who)") }
      lines.append("Phone: \(stated(hit.entry.contactInWords))")
      if !hit.entry.areas.isEmpty {
        lines.append("Area: \(hit.entry.areas.joined(separator: ", "))")
      }
      let text = DirectoryText(hit: hit, words: root.words)
      lines += text.reports + [text.checked]
    }
    lines.append("")
  }

  private static let fewPeople = 3

  private func stated(_ text: String) -> String { text.isEmpty ? "not stated" : text }

  private mutating func read(_ number: Int) {
    let page = offerPage
    let people = root.offer.people.rows
    let all = page.count + people.count
    guard number >= 1, number <= all else {
      lines.append(
        "There is no \(number) here." + (all == 0 ? "" : " The numbers are 1 to \(all)."))
      return
    }
    if number > page.count {
      let hit = people[number - page.count - 1]
      root.offer.focus = .people
      root.offer.people.select(hit.id)
      lines.append("Who to ask: \(hit.entry.title)")
      lines += DirectoryText(hit: hit, words: root.words).full.filter { !$0.isEmpty }
      return
    }
    root.offer.focus = .results
    let hit = root.offer.list.rows[page.lowerBound + number - 1]
    root.offer.list.select(hit.id)
    lines.append("Service: \(hit.service.title)")
    lines += OfferText(hit, root.words, for: root.offer.family).full.filter { !$0.isEmpty }
  }

  /// `basket 1 3`: these services into the family's basket or out of it; none at all means the one
  /// read last.
  private mutating func basket(_ typed: String) -> [Effect] {
    let page = offerPage
    guard let numbers = typed.isEmpty ? [] : PlainDialogue.numbers(typed, upTo: page.count) else {
      lines.append("Type the numbers of services, such as: basket 1 3.")
      return []
    }
    guard let action = root.table[.basket] else { return [] }
    if numbers.isEmpty { return run(action) }
    root.offer.focus = .results
    var effects: [Effect] = []
    for number in numbers {
      root.offer.list.select(root.offer.list.rows[page.lowerBound + number - 1].id)
      effects += run(action)
    }
    mustShow = false
    return effects
  }

  private mutating func turnOffer(_ step: Int) -> [Effect] {
    let page = offerPage
    if step > 0, page.upperBound == root.offer.results.count {
      lines.append("There are no further services.")
      return []
    }
    if step < 0, page.lowerBound == 0 {
      lines.append("These are the first services.")
      return []
    }
    offerStart = max(0, page.lowerBound + step * PlainDialogue.pageLength)
    mustShow = true
    guard offerStart + PlainDialogue.pageLength > root.offer.list.rows.count else { return [] }
    return root.offer.more()
  }

  mutating func offerHelp() {
    lines += [
      "search WORDS: services and whom to ask in any words, likeliest first; spelling is forgiven.",
      "A number: reads that service, or that person or team, in full.",
      "people: all whom to ask; with nothing searched for, the whole directory.",
      "next, back: the ten services after, before.",
      "basket 1 3: these services into the family's basket, or out of it; it holds up to "
        + "\(Signpost.mostServices).",
    ]
  }

  var offerWhereabouts: String {
    "In the Local Offer. Type search and words, a number, an action, or ? for help."
  }
}
