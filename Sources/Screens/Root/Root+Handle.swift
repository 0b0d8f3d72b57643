import SENDDomain
import TerminalKit

extension Root {
  /// Whether an event must wait, because what it would act on is on its way: a list that is read
  /// anew, rows a move is owed, a write that has not come true. Keys typed ahead are thus never
  /// done to the wrong child, and never lost.
  package func mustWait(for event: TerminalEvent) -> Bool {
    guard case .key(let key) = event, !isLocked, !locksAtOnce(event) else { return false }
    if key == .ctrl("l") || key == .ctrl("z") || work != nil { return false }
    if isWriting { return true }
    if case .form(let form)? = layers.last, form.awaitsLookAlikes || form.awaitsSettings {
      return true
    }
    guard layers.isEmpty, record == nil, firstStart == nil else { return false }
    if screen == .offer {
      // What is typed is text; a move or Enter is for services that are on their way.
      return !isInOfferBox && !offer.isAnswered
    }
    let isText = key.inserted != nil || key == .backspace || key == .delete
    if isTypingFilter, isText { return false }
    let list = front
    if list.isReloading || list.isMarking { return true }
    return list.isOwed && move(for: key) == nil
  }

  /// Takes one event and says what is to be done outside.
  package mutating func handle(_ event: TerminalEvent) -> [Effect] {
    var effects: [Effect]
    if case .pointer(let pointer) = event {
      if isTooSmall { return [] }
      effects = handle(pointer)
    } else {
      places = []
      effects = take(event)
    }
    effects += lookForOthers()
    if effects.contains(where: { $0.lane == .write }) { isWriting = true }
    return effects
  }

  /// Asks, for a form that was just opened, who could be taken for its child, and for what its
  /// fields offer.
  mutating func lookForOthers() -> [Effect] {
    guard case .form(var form)? = layers.last, let child = form.onlyChild else { return [] }
    var effects: [Effect] = []
    if form.lookAlikes == nil, !form.awaitsLookAlikes {
      form.awaitsLookAlikes = true
      effects.append(.lookAlikes(child))
    }
    if form.needsSettings {
      form.awaitsSettings = true
      effects.append(.settings(child))
    }
    if !effects.isEmpty { layers[layers.count - 1] = .form(form) }
    return effects
  }

  mutating func know(settings: [String]) {
    for index in layers.indices {
      guard case .form(var form) = layers[index], form.awaitsSettings else { continue }
      form.know(settings: settings)
      layers[index] = .form(form)
    }
  }

  /// The search failed: keys wait no longer, and the next one asks again.
  mutating func endLooking() {
    guard case .form(var form)? = layers.last else { return }
    form.awaitsLookAlikes = false
    form.awaitsSettings = false
    layers[layers.count - 1] = .form(form)
  }

  /// Tells the forms for a child who could be taken for them.
  mutating func know(_ alike: [LookAlike], of child: Child.ID) {
    for index in layers.indices {
      guard case .form(var form) = layers[index], form.onlyChild == child else { continue }
      form.know(alike)
      layers[index] = .form(form)
    }
  }

  private mutating func take(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      layOut()
      return []
    case .key(.ctrl("l")): return [.redraw]
    case .key(.ctrl("z")): return [.suspend]
    case .key, .paste: endRefusal()
    case .wake, .hangUp, .signal, .resumed, .pointer: return []
    }
    if isTooSmall { return handleTooSmall(event) }
    if isLocked { return handleLock(event) }
    if locksAtOnce(event) { return lockNow() }
    if work != nil { return handleWhileWorking(event) }
    if !layers.isEmpty { return handleLayer(event) }
    if firstStart != nil { return handleFirstStart(event) }
    if record == nil, isTypingFilter {
      if let effects = overFilter(event) { return effects }
      return front.typed(event)
    }
    if let effects = typedOffer(event) { return effects }
    guard case .key(let key) = event else {
      announce(Announcement.text("Pasted text is taken only in a text field; nothing was done."))
      return []
    }
    return press(key)
  }

  private mutating func endRefusal() {
    if refused != nil, log.current == refused, !isTooSmall { log.clear() }
    refused = nil
  }

  /// Whether nothing of the screens can be seen, so that no key may do anything to them.
  private var isTooSmall: Bool { !isPlain && TooSmall.applies(to: size) }

  /// The key that leaves does so, and asks nothing: what is being typed is kept for the next start.
  private func handleTooSmall(_ event: TerminalEvent) -> [Effect] {
    guard case .key(let key) = event, work == nil,
      table.action(for: key, in: [.everywhere])?.id == .leave
    else { return [] }
    return [.quit]
  }

  /// A key that was clicked, not pressed.
  mutating func takeKey(_ key: Key) -> [Effect] {
    layers.isEmpty ? take(.key(key)) : handleLayer(.key(key), isTranslated: true)
  }

  var isTypingFilter: Bool {
    screen != .offer && front.typing != nil
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if let action = keyTable.action(for: key, in: contexts) { return run(action) }
    let isSideways = [.left, .right, .character("h"), .character("l")].contains(key)
    announce(
      Announcement.text(
        record != nil && isSideways
          ? "\(key.name) does nothing here: \(words.key(.nextTab)) goes to the next part, "
            + "\(words.key(.previousTab)) to the previous one."
          : "\(key.name) does nothing here. \(words.key(.help)) lists the keys that do."))
    return []
  }

  mutating func moved(_ move: ListMove) -> [Effect] {
    if record != nil {
      record?.move(move)
      return []
    }
    return screen == .offer ? offer.move(move) : front.move(move)
  }

  /// Only Esc is heard while long work runs, and it cancels.
  private mutating func handleWhileWorking(_ event: TerminalEvent) -> [Effect] {
    if event == .key(.escape) {
      work = "Cancelling; nothing will be changed"
      return [.cancelWork]
    }
    return []
  }

  private mutating func handleFirstStart(_ event: TerminalEvent) -> [Effect] {
    guard var start = firstStart else { return [] }
    if case .key(let key) = event, !isPlain {
      let action = table.action(for: key, in: [.everywhere])?.id
      if action == .leave { return [.quit] }
      if action == .back {
        layers.append(.leavingInstead(Confirmation("Leave Waymark?", word: nil)))
        return []
      }
      guard let event = translated(key, action) else { return [] }
      return choose(start.choices.handle(event), &start)
    }
    return choose(start.choices.handle(event), &start)
  }

  private mutating func choose(
    _ outcome: ChoiceList<FirstStart.Way>.Outcome, _ start: inout FirstStart
  ) -> [Effect] {
    firstStart = start
    switch outcome {
    case .chosen(.demo):
      work = "Making the demo borough"
      return [.begin(.demo)]
    case .chosen(.empty):
      work = "Making an empty workspace"
      return [.begin(.empty)]
    case .chosen(.importReturn):
      layers.append(.importPath(Root.importPrompt))
      return []
    case .consumed, .ignored: return []
    }
  }

  static let importPrompt = Prompt(
    "Import from:", hint: "the folder of CSV exports, or the XML file")

  /// Fits the lists to the window.
  mutating func layOut() {
    let height = Layout(size, hasDetail: showsDetail).list.height
    forEachList { $0.resize(height: height) }
    // Its search box takes a line of the list.
    offer.resize(height: max(1, height - 1), width: size.width)
  }
}

extension ListPane {
  mutating func resize(height: Int) { list.resize(height: height) }
}
