import SENDDomain
import TerminalKit

/// What is done to a service by hand: reported, confirmed, corrected, added.
extension Root {
  /// The form of each action that has one.
  static let offerForms: [ActionID: RecordingForm.Kind] = [
    .offerReport: .offerReport, .offerAdd: .offerAdd, .offerCorrect: .offerCorrect,
  ]

  /// Those that work on the open record of a service too.
  static let serviceActions: Set<ActionID> = [.offerReport, .offerCorrect, .offerConfirm]

  mutating func openOfferForm(_ kind: RecordingForm.Kind) {
    if kind == .offerReport, offer.focus == .people {
      if let hit = offer.people.selected { open(.offer(kind, .asked(hit), words)) }
      return
    }
    let service = kind == .offerAdd ? nil : offer.list.selected
    if kind != .offerAdd, service == nil { return }
    open(.offer(kind, .entry(service), words))
  }

  mutating func confirmService() -> [Effect] {
    guard let service = offer.list.selected else { return [] }
    return [
      .changeOffer(
        .confirm(service.id), today: words.today,
        words: "Details confirmed today: \(service.service.title)")
    ]
  }

  /// What was looked for, as it would be kept.
  ///
  /// An age that was not asked for is that of the child whose family it is for.
  func askTheme() -> [Effect] {
    var query = offer.query
    if query.ages == nil, query.choices[.age] == nil,
      let age = offer.family?.born.flatMap({ words.today.age(ofBorn: $0) })
    {
      query.ages = age...age
    }
    return [.offerTheme(query, today: words.today)]
  }

  mutating func themeKnown(_ theme: OfferTheme) {
    guard !theme.isEmpty else {
      announce(
        Announcement.problem(
          fitting(
            "Nothing would be kept: no word here is known as one of a subject; it could be a name.",
            "Nothing would be kept: every word here could be a name.")))
      return
    }
    open(.offer(.offerGap, .theme(theme), words))
  }

  /// Gives a key to the open record of a service: what can be done to it.
  ///
  /// - Returns: Nil where the key is none of these.
  mutating func serviceKey(_ event: TerminalEvent) -> [Effect]? {
    guard case .key(let key) = event,
      let action = keyTable.action(for: key, in: [.offer]), Root.serviceActions.contains(action.id)
    else { return nil }
    return run(action)
  }

  mutating func offerChanged(_ reply: ActionReply, _ said: String) -> [Effect] {
    switch reply {
    case .done(0):
      closeOfferForm()
      announce(Announcement.text("Nothing is changed: it stands like that already."))
      return [.saveDraft(kept?.draft)]
    case .done:
      let isGap = closeOfferForm() == .offerGap
      facts.hasOffer = true
      announce(Announcement.done(isGap ? said : "\(said) · \(words.key(.undo)) undo"))
      return [.saveDraft(kept?.draft)] + reread()
    case .refused(let sentence, _):
      guard case .form(var form)? = layers.last, form.kind.isOffer,
        let field = form.form.fields.first?.id
      else {
        announce(Announcement.problem(sentence))
        return []
      }
      form.form.refuse(field, FieldProblem(sentence))
      layers[layers.count - 1] = .form(form)
      return []
    }
  }

  @discardableResult
  private mutating func closeOfferForm() -> RecordingForm.Kind? {
    guard case .form(let form)? = layers.last, form.kind.isOffer else { return nil }
    layers.removeLast()
    return form.kind
  }

  /// The open record of a service, or the card of whom to ask, says what it says now.
  mutating func refreshService() {
    for (place, layer) in layers.enumerated() {
      switch layer {
      case .service(let id, _):
        guard let hit = offer.list.rows.first(where: { $0.id == id }) else { continue }
        layers[place] = .service(id, serviceDialog(hit))
      case .asked(let id, _):
        guard let hit = offer.people.rows.first(where: { $0.id == id }) else { continue }
        layers[place] = .asked(id, askedDialog(hit))
      default: continue
      }
    }
  }

  func askedDialog(_ hit: DirectoryHit) -> Dialog {
    Dialog(title: hit.entry.title, DirectoryText(hit: hit, words: words).full)
  }

  func serviceDialog(_ hit: OfferHit) -> Dialog {
    Dialog(title: hit.service.title, OfferText(hit, words, for: offer.family).full)
  }
}
