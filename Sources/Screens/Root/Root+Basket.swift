import SENDDomain
import TerminalKit

/// The family's basket: filled, emptied with its family, and kept from one start to the next.
extension Root {
  mutating func basketPressed() -> [Effect] {
    guard let hit = offer.list.selected else { return [] }
    guard offer.toggleBasket() else {
      announce(
        Announcement.problem(
          fitting(
            "The basket holds \(Signpost.mostServices): take one out first, a family can use no "
              + "more.", "The basket holds \(Signpost.mostServices): take one out first.")))
      return []
    }
    let count = "\(offer.basket.count) of \(Signpost.mostServices)"
    let isIn = offer.basket.contains { $0.id == hit.id }
    let title = hit.service.title
    announce(
      Announcement.text(
        isIn
          ? fitting(
            "In the basket, \(count): \(title) · \(words.key(.signpost)) signposts · "
              + "\(words.key(.sheet)) makes the sheet", "In the basket, \(count): \(title)")
          : "Taken out, \(count): \(title)"))
    // At once: a process that is killed says nothing any more.
    return [.keepView(savedView)]
  }

  /// Esc, where nothing is left to take away but the family.
  ///
  /// - Returns: Nil where there is neither a family nor a basket.
  mutating func leaveFamily() -> [Effect]? {
    guard let family = offer.family else {
      guard !offer.basket.isEmpty else { return nil }
      let services = Words.count(offer.end(), "service")
      announce(Announcement.text("The basket of \(services) is emptied."))
      return [.keepView(savedView)] + offer.search()
    }
    let emptied = offer.end()
    let name = words.name(family.name)
    let basket = emptied == 0 ? "" : "; its basket of \(Words.count(emptied, "service")) is emptied"
    announce(
      Announcement.text(
        fitting(
          "No longer for the family of \(name)\(basket).",
          emptied == 0
            ? "No longer for \(name)." : "Basket of \(emptied) emptied; no longer for \(name).")))
    return [.keepView(savedView)] + offer.search()
  }

  /// A signpost is kept: basket and family are done with. One that was typed for another family
  /// before leaves those as they are.
  mutating func signposted(_ form: RecordingForm, _ said: String) -> [Effect] {
    guard form.child == offer.family?.child else {
      announce(Announcement.done(fitting(told(form, said).map { $0 + " · \(undoWords) undo" })))
      return []
    }
    let isNamed = offer.family != nil
    let hadBasket = !offer.basket.isEmpty
    _ = offer.end()
    // The next words are those of the next family: they are no keys.
    if screen == .offer { offer.focus = isPlain ? .results : .box }
    let undo = " · \(undoWords) undo"
    let ended = isNamed ? " · family ended" : hadBasket ? " · basket emptied" : ""
    let ways = told(form, said)
    var told: [String] = []
    if isNamed { told = ways.map { "\($0)\(undo) · family and basket ended" } }
    told += ways.map { "\($0)\(ended)\(undo)" }
    told += ways.suffix(1).map { "\($0)\(undo)" }
    let name = form.name(words)
    told += form.checkBack(words).map { ["\($0)\(undo)"] } ?? []
    told.append("Signposted: \(name)\(ended)\(undo)")
    announce(Announcement.done(fitting(told)))
    return [.keepView(savedView)] + (screen == .offer ? offer.search() : [])
  }

  /// What was kept, in words that grow shorter: the name of one service goes first.
  private func told(_ form: RecordingForm, _ said: String) -> [String] {
    [said, form.signpostDone(words, isShort: false), form.signpostDone(words)]
  }

  /// The keys that undo from where the focus is: in the search box a letter is text.
  var undoWords: String {
    let isText = isInOfferBox && !isPlain && table[.undo]?.keys.first?.inserted != nil
    return (isText ? "Esc " : "") + words.key(.undo)
  }

  /// Puts back what was in the basket when the program last ended, and says so; what is gone is
  /// told, and where the child is gone the basket with it.
  mutating func basketRead(_ saved: SavedView.Basket, _ subject: DraftSubject) {
    returning = nil
    let hits = saved.services.compactMap { service in
      subject.services.first { $0.id == service.id && $0.service.sourceID == service.source }
    }
    let gone = saved.services.count - hits.count
    let child = subject.record?.child
    guard saved.child == nil || child != nil else {
      announce(
        Announcement.problem(
          hits.isEmpty
            ? "The child whom you looked for services for is no longer here."
            : fitting(
              "The basket is empty: the child whom it was for is no longer here.",
              "Basket emptied: its child is no longer here.")))
      return
    }
    offer.putBack(
      hits, for: child.map { OfferPane.Family(child: $0.id, name: $0.name, born: $0.born) })
    let whom = child.map { " for \(words.name($0.name))" } ?? ""
    let kept =
      hits.isEmpty
      ? whom.isEmpty ? "" : "Local Offer: still\(whom)."
      : "Basket kept: \(Words.count(hits.count, "service"))\(whom)."
    guard gone > 0 else {
      announce(Announcement.text(kept))
      return
    }
    let verb = gone == 1 ? "is" : "are"
    announce(
      Announcement.problem(
        fitting(
          "\(Words.count(gone, "service")) of your basket \(verb) no longer here. \(kept)",
          "\(gone) of your basket \(verb) gone. \(kept)")))
  }

  /// The first of these that the line of messages holds whole, else the last; in lines there is room.
  func fitting(_ sentences: String...) -> String { fitting(sentences) }

  func fitting(_ sentences: [String]) -> String {
    if isPlain { return sentences.first ?? "" }
    // A blank before it, and the sign with its blank.
    let room = size.width - 3
    return sentences.first { TextMeasure.width($0) <= room } ?? sentences.last ?? ""
  }
}
