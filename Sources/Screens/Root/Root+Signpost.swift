import SENDDomain
import TerminalKit

extension Root {
  /// `S`: in the Local Offer what is chosen is kept as told; elsewhere the Local Offer opens for the
  /// family of the child in front.
  mutating func signpostPressed() -> [Effect] {
    if screen == .offer, record == nil {
      openSignpostForm(.signpost)
      return []
    }
    guard let child = focusedChild, let person = focusedPerson else { return [] }
    offer.family = OfferPane.Family(child: child, name: person.name, born: person.born)
    record = nil
    screen = .offer
    announce(
      Announcement.text(
        "For the family of \(words.name(person.name)): search, \(words.key(.basket)) chooses up to "
          + "\(Signpost.mostServices), \(words.key(.signpost)) keeps what they were told."))
    return enterOffer()
  }

  mutating func basketPressed() {
    guard let hit = offer.list.selected else { return }
    guard offer.toggleBasket() else {
      announce(
        Announcement.problem(
          "The basket holds \(Signpost.mostServices): take one out first, a family can use no more."
        ))
      return
    }
    let count = "\(offer.basket.count) of \(Signpost.mostServices)"
    let isIn = offer.basket.contains { $0.id == hit.id }
    announce(
      Announcement.text(
        isIn
          ? "In the basket, \(count): \(hit.service.title) · \(words.key(.signpost)) signposts · "
            + "\(words.key(.sheet)) makes the sheet"
          : "Taken out, \(count): \(hit.service.title)"))
  }

  /// Opens the form that keeps what is chosen as told, or makes the sheet of it.
  mutating func openSignpostForm(_ kind: RecordingForm.Kind) {
    guard !offer.chosen.isEmpty else { return }
    let family = offer.family
    let titles = Root.titles(offer.chosen)
    open(
      RecordingForm(
        kind, .services(offer.chosen, kind == .sheet ? nil : family?.child),
        subject: kind == .sheet
          ? .instead("For the family", more: titles)
          : family.map { .of($0.name, $0.born, more: titles) }
            ?? .instead(Root.nobodyNamed, more: titles),
        today: words.today, rules: words.rules))
  }

  /// The services that a form is about, after whom it is for.
  static func titles(_ hits: [OfferHit]) -> String {
    ": " + hits.map(\.service.title).joined(separator: "; ")
  }

  /// Asks what came of the focused signpost's next service.
  mutating func openOutcome() {
    guard let signpost = focusedSignpost, signpost.isOpen else { return }
    let person = focusedPerson
    let told = "told \(signpost.day.short(in: words.today)) \(signpost.manner.words)"
    open(
      RecordingForm(
        .followUp, .signpost(signpost),
        subject: person.map { .of($0.name, $0.born, more: "  " + told) }
          ?? .instead(Root.nobodyNamed, more: "  " + told),
        today: words.today, rules: words.rules))
  }

  /// Opens a form, or brings back the one that was left for the same thing.
  mutating func open(_ form: RecordingForm) {
    // What was said of something else would stand beneath the form as if it were about it.
    log.clear()
    if let kept, kept.kind == form.kind, kept.about.isSameThing(as: form.about) {
      layers.append(.form(kept))
      self.kept = nil
      announce(Announcement.text("What you typed before is back."))
      return
    }
    layers.append(.form(form))
  }
}

extension RecordingForm.About {
  /// Whether both are about the same thing, whatever has become of it since.
  func isSameThing(as other: RecordingForm.About) -> Bool {
    switch (self, other) {
    case (.plans(let a, let one, _), .plans(let b, let two, _)): a == b && one == two
    case (.services(let a, let one), .services(let b, let two)):
      a.map(\.id) == b.map(\.id) && one == two
    case (.signpost(let a), .signpost(let b)): a.id == b.id && a.next?.id == b.next?.id
    case (.entry(let a), .entry(let b)): a?.id == b?.id
    default: false
    }
  }
}
