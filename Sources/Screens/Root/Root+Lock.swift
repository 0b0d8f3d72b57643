import TerminalKit

extension Root {
  /// Whether the screens are locked: nothing of any case is drawn, and keys reach only the lock.
  package var isLocked: Bool { lock != nil }

  /// Whether an event locks whatever is on its way. In a text field the key is a letter.
  package func locksAtOnce(_ event: TerminalEvent) -> Bool {
    guard case .key(let key) = event, firstStart == nil, lockSetting.passphrase != .none else {
      return false
    }
    switch layers.last {
    case nil where record != nil || !isTypingFilter: break
    case .dialog, .service, .choice, .export: break
    default: return false
    }
    return table.action(for: key, in: contexts)?.id == .lock
  }

  /// Locks, where there is a passphrase to unlock with. What is shown and typed stays as it is.
  mutating func lockNow() -> [Effect] {
    guard lock == nil, lockSetting.passphrase != .none else { return [] }
    lock = LockScreen(unlocker: lockSetting.unlocker, passphrase: lockSetting.passphrase)
    // Drawn from nothing, so that a terminal that would keep the case text is wiped.
    return [.redraw, .noteSession(.locked)]
  }

  /// `L`: without a passphrase a lock would hold nobody off.
  mutating func lockPressed() -> [Effect] {
    if lockSetting.passphrase != .none { return lockNow() }
    layers.append(
      .leavingInstead(
        Confirmation(
          "No passphrase is set, so a lock would hold nobody off. Leave Waymark?", word: nil)))
    return []
  }

  mutating func handleLock(_ event: TerminalEvent) -> [Effect] {
    guard var lock else { return [] }
    let outcome = lock.handle(event)
    self.lock = lock
    switch outcome {
    case .consumed: return []
    case .submitted(let secret): return [.unlock(secret, tries: lock.wrong)]
    case .leave: return [.quit]
    }
  }

  mutating func lockAnswered(_ reply: LockReply) -> [Effect] {
    guard var lock else { return [] }
    if reply == .unlocked {
      self.lock = nil
      return [.redraw, .noteSession(.open)] + reopen()
    }
    let isOver = lock.answered(reply)
    self.lock = lock
    return isOver ? [.quit] : []
  }

  // MARK: - Setting the passphrase

  mutating func openPassphrase(_ kind: PassphraseForm.Kind) {
    layers.append(.passphrase(PassphraseForm(kind, hasOne: lockSetting.passphrase != .none)))
  }

  mutating func handle(_ event: TerminalEvent, _ form: PassphraseForm) -> [Effect] {
    var form = form
    switch form.handle(event) {
    case .cancelled: return []
    case .consumed:
      layers.append(.passphrase(form))
      return []
    case .submitted(let current, let new):
      layers.append(.passphrase(form))
      return [.changePassphrase(current: current, new: new)]
    }
  }

  mutating func passphraseAnswered(_ reply: LockReply) -> [Effect] {
    switch reply {
    case .changed(let isSet):
      lockSetting.passphrase = isSet ? .set : .none
      if case .passphrase? = layers.last { layers.removeLast() }
      announce(
        Announcement.done(
          isSet
            ? fitting(
              "The lock has its passphrase. \(words.key(.lock)) locks, and so does time without a key.",
              "The lock has its passphrase. \(words.key(.lock)) locks.")
            : "The lock's passphrase is removed. Nothing is locked any more."))
      return []
    case .unlocked, .wrong, .unusable, .refused:
      guard case .passphrase(var form)? = layers.last else { return [] }
      form.refuse(reply.sentence)
      layers[layers.count - 1] = .passphrase(form)
      return []
    }
  }
}

extension LockReply {
  /// Why the passphrase was not changed.
  fileprivate var sentence: String {
    switch self {
    case .unusable(let why): "Nothing was changed: \(why)."
    case .refused(let sentence): sentence
    case .unlocked, .wrong, .changed: "That is not the passphrase that is set."
    }
  }
}
