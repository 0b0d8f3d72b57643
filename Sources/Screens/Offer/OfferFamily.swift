import SENDDomain
import TerminalKit

extension OfferPane {
  /// Whose family services are looked for.
  package struct Family: Hashable, Sendable {
    package var child: Child.ID
    package var name: PersonName
    package var born: Day?
  }

  /// "Ages 5 to 11; this child is 13": said where stated ages leave the child out, who is never left
  /// out for it. With hidden names the child's own age is not told.
  static func agesRemark(_ service: OfferService, _ born: Day?, _ words: Words) -> String? {
    guard let born, let age = words.today.age(ofBorn: born), service.ages.isKnown,
      !service.ages.mayTake(age)
    else { return nil }
    let ages = service.agesInWords.replacing("\u{2013}", with: " to ")
    return "Ages \(ages); "
      + (words.namesAreHidden ? "this child's age is not among them" : "this child is \(age)")
  }

  /// What the next start takes up again; nil where nothing is chosen and for nobody.
  var saved: SavedView.Basket? {
    guard !basket.isEmpty || family != nil else { return nil }
    return SavedView.Basket(
      services: basket.map { SavedView.Service(id: $0.id, source: $0.service.sourceID) },
      child: family?.child.rawValue)
  }

  /// Puts back what the last time left.
  mutating func putBack(_ hits: [OfferHit], for family: Family?) {
    self.family = family
    basket = hits
    list.marks = Set(hits.map(\.id))
  }

  /// Ends what is done for one family: of what was chosen, typed and found for it nothing goes on to
  /// the next. Services are asked for anew.
  ///
  /// - Returns: How many services were in the basket.
  mutating func end() -> Int {
    let count = basket.count
    basket = []
    family = nil
    box = TextField()
    query = OfferQuery(limit: OfferPane.batch)
    list = VirtualList(height: list.height)
    people = VirtualList(height: people.height)
    results = OfferResults()
    // What is still on its way is no answer any more.
    token += 1
    isAnswered = true
    isLoaded = false
    return count
  }
}

extension SavedView.Basket {
  /// What is read as if a form had been left about it.
  var draft: Draft {
    var draft = Draft(action: "basket", child: child ?? 0, plans: [], values: [:])
    draft.services = services.map(\.id)
    return draft
  }
}
