import TerminalKit

/// The mouse, where it is on: it reaches nothing that keys do not.
extension Root {
  mutating func toggleMouse() {
    mouseIsOn.toggle()
    announce(
      Announcement.text(
        mouseIsOn
          ? fitting(
            "The mouse is on: click and wheel act; hold Shift and drag to mark text for copying.",
            "The mouse is on; hold Shift and drag to mark text.")
          : fitting(
            "The mouse is off: marking text for copying is the terminal's own again.",
            "The mouse is off: marking text is the terminal's again.")))
  }

  /// What the mouse did. While what it would act on is on its way, nothing.
  mutating func handle(_ pointer: Pointer) -> [Effect] {
    // A click counts on what is drawn, so only the first after a frame.
    let places = places
    self.places = []
    guard mouseIsOn, !isLocked, !isWriting, !isReadingAnew else { return [] }
    switch pointer {
    case .wheelUp: return scrolled(.up)
    case .wheelDown: return scrolled(.down)
    case .click(let point):
      guard let place = places.last(where: { $0.rect.contains(point) }) else { return [] }
      return clicked(place.target)
    }
  }

  private var isReadingAnew: Bool {
    guard layers.isEmpty, record == nil, firstStart == nil else { return false }
    return screen == .offer ? !offer.isAnswered : front.isReloading
  }

  private mutating func clicked(_ target: Target) -> [Effect] {
    switch target {
    case .key(let key): return takeKey(key)
    case .action(let id): return table[id].map { run($0) } ?? []
    case .row(let index): select(row: index)
    case .choice(let index): focus(choice: index)
    case .field(let index): focus(field: index)
    }
    return []
  }

  private mutating func select(row index: Int) {
    if let layer = layers.last {
      switch layer {
      case .find(var find):
        find.results.select(at: index)
        replaceTop(.find(find))
      case .actions(var actions):
        actions.lines.select(at: index)
        replaceTop(.actions(actions))
      default: break
      }
    } else if record != nil {
      record?.timeLine.select(at: index)
    } else if screen == .offer {
      offer.focus = .results
      offer.list.select(at: index)
    } else {
      front.select(at: index)
    }
  }

  private mutating func focus(choice index: Int) {
    switch layers.last {
    case .choice(let title, var list, let kind):
      list.focus(index)
      replaceTop(.choice(title: title, list, kind))
    case .pick(var layer, let pick):
      layer.focus(index)
      replaceTop(.pick(layer, pick))
    case .form(var form):
      form.form.focusChoice(index)
      replaceTop(.form(form))
    case nil where firstStart == nil && screen == .offer:
      offer.focus = .people
      offer.people.select(at: index)
    case nil: firstStart?.choices.focus(index)
    default: break
    }
  }

  private mutating func focus(field index: Int) {
    switch layers.last {
    case .form(var form):
      form.form.focus(at: index)
      replaceTop(.form(form))
    case .passphrase(var form):
      form.focus(field: index)
      replaceTop(.passphrase(form))
    default: break
    }
  }

  private mutating func replaceTop(_ layer: Layer) { layers[layers.count - 1] = layer }

  /// The wheel moves as the arrows do: three rows in a list or a text.
  private mutating func scrolled(_ move: ListMove) -> [Effect] {
    let key: Key = move == .up ? .up : .down
    switch layers.last {
    case nil where firstStart == nil && work == nil:
      return moved(move) + moved(move) + moved(move)
    case .dialog, .service, .export:
      return (0..<3).flatMap { _ in handleLayer(.key(key), isTranslated: true) }
    case .find, .actions, .choice, .pick: return handleLayer(.key(key), isTranslated: true)
    default: return []
    }
  }

  /// What a click may reach when this layer lies on top: of what is beneath only the footer, and
  /// where the layer is a question in its place not even that.
  func covered(_ places: [Canvas.Place], by layer: Layer, footer: Rect) -> [Canvas.Place] {
    switch layer {
    case .importPath, .reasonWords, .undoing, .leavingInstead, .leaving, .giving, .coverUntil: []
    default: places.filter { footer.contains($0.rect.origin) }
    }
  }
}
