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
    // What was chosen before the child was named is for the child who is named now.
    let named = offer.family == nil ? offer.basket.count : 0
    let isSame = offer.family?.child == child
    let emptied = isSame || named > 0 ? 0 : offer.end()
    offer.family = OfferPane.Family(child: child, name: person.name, born: person.born)
    record = nil
    screen = .offer
    let name = words.name(person.name)
    let how = "\(words.key(.basket)) chooses, \(words.key(.signpost)) keeps what they were told"
    if named > 0 {
      let basket = "The basket of \(Words.count(named, "service")) is now for"
      announce(
        Announcement.text(
          fitting("\(basket) the family of \(name).", "\(basket) \(name).", "For \(name).")))
      return [.keepView(savedView)] + enterOffer()
    }
    announce(
      emptied > 0
        ? .problem(
          fitting(
            "Basket emptied, \(Words.count(emptied, "service")): now for the family of \(name).",
            "Basket emptied (\(emptied)): now for \(name)."))
        : Announcement.text(
          fitting(
            "For the family of \(name): search, \(how).",
            "For the family of \(name): \(words.key(.basket)) chooses.", "For \(name)."))
    )
    return [.keepView(savedView)] + enterOffer()
  }

  /// Opens the form that keeps what is chosen as told, or makes the sheet of it.
  mutating func openSignpostForm(_ kind: RecordingForm.Kind) {
    guard !offer.chosen.isEmpty else { return }
    let family = offer.family
    let titles = Root.titles(offer.chosen, isFocus: offer.basket.isEmpty)
    open(
      RecordingForm(
        kind, .services(offer.chosen, family?.child),
        subject: family.map { .of($0.name, $0.born, more: titles) }
          ?? .instead(kind == .sheet ? "For the family" : Root.nobodyNamed, more: titles),
        today: words.today, rules: words.rules))
  }

  /// The services that a form is about, after whom it is for: how many, then which.
  ///
  /// - Parameter isFocus: Whether it is that of the focused row, for want of a basket.
  static func titles(_ hits: [OfferHit], isFocus: Bool = false) -> String {
    " · " + (isFocus ? "the service in focus" : Words.count(hits.count, "service")) + ": "
      + hits.map(\.service.title).joined(separator: "; ")
  }

  /// Asks what was promised about the child in front.
  mutating func openPromise() {
    guard let child = focusedChild, let person = focusedPerson else { return }
    open(
      RecordingForm(
        .promise, .promise(child), subject: .of(person.name, person.born), today: words.today,
        rules: words.rules))
  }

  /// Asks which question about the child in front goes to a panel, and when.
  mutating func openPanel() {
    guard let child = focusedChild, let person = focusedPerson else { return }
    let question =
      switch focusedAssessment?.stage {
      case .requested: "whether to assess"
      case .assessing, .adviceIn, .ordered: "whether to issue a plan"
      case .drafted, .representations: "which provision"
      default: "whether to amend the plan"
      }
    open(
      RecordingForm(
        .panel, .panel(child, question: question), subject: .of(person.name, person.born),
        today: words.today, rules: words.rules))
  }

  /// Asks what came of the focused promise; in a record, of that or of what the family was told,
  /// whichever is due first.
  mutating func openOutcome() {
    if let promise = focusedPromise, let person = focusedPerson,
      focusedSignpost?.next?.askOn.map({ promise.due <= $0 }) ?? true
    {
      open(
        RecordingForm(
          .promised, .promised(promise),
          subject: .of(person.name, person.born, more: "  \(words.free(promise.words))"),
          today: words.today, rules: words.rules))
      return
    }
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
    case (.request(let a), .request(let b)): a == b
    case (.assessment(let a), .assessment(let b)): a.id == b.id
    case (.advice(let a), .advice(let b)): a.ids == b.ids
    case (.provision(let a), .provision(let b)): a.ids == b.ids
    case (.newProvision(let a, _), .newProvision(let b, _)): a == b
    case (.promise(let a), .promise(let b)), (.panel(let a, _), .panel(let b, _)): a == b
    case (.promised(let a), .promised(let b)): a.id == b.id
    default: false
    }
  }
}
