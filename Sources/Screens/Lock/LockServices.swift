/// What the lock reaches outside the screens. None of it throws: an answer is always words or a
/// decision. All of it may take time and is called behind the keyboard.
package struct LockServices: Sendable {
  /// Compares what was typed with the passphrase; `tries` is how often it was wrong before, and
  /// makes the answer take longer.
  package var unlock: @Sendable (Secret, _ tries: Int) -> LockReply
  /// Sets a passphrase, or with nil takes it away. Needs the one that is set, where one is.
  package var change: @Sendable (_ current: Secret, _ new: Secret?) -> LockReply
  /// Notes how the session stands, so that the next start knows whether to begin locked.
  package var note: @Sendable (SessionState) -> Void

  package init(
    unlock: @escaping @Sendable (Secret, Int) -> LockReply,
    change: @escaping @Sendable (Secret, Secret?) -> LockReply,
    note: @escaping @Sendable (SessionState) -> Void
  ) {
    self.unlock = unlock
    self.change = change
    self.note = note
  }

  /// Without a lock: nothing can be set.
  package static let none = LockServices(
    unlock: { _, _ in .unusable("no passphrase can be kept here") },
    change: { _, _ in .refused("No passphrase can be kept here.") }, note: { _ in })
}

/// What the lock's work came to.
package enum LockReply: Hashable, Sendable {
  case unlocked
  case wrong
  /// What is kept of the passphrase cannot be trusted; why, and what to do, in words.
  case unusable(String)
  /// The passphrase is set, or with false taken away.
  case changed(isSet: Bool)
  /// Nothing was changed, with the reason in a sentence.
  case refused(String)
}

/// Whether the lock has a passphrase.
package enum PassphraseState: Hashable, Sendable {
  case none
  case set
  /// There is one, and it cannot be used. The lock then holds everybody off.
  case unusable(String)
}

/// How a session stands, as the next start has to know it.
package enum SessionState: Hashable, Sendable {
  /// The screens are open.
  case open
  case locked
}

/// What was typed in secret. It never shows itself.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { "(secret)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// What the screens are told of the lock when they start.
package struct LockSetting: Sendable {
  package var passphrase: PassphraseState
  /// Who may unlock: a member of staff, never a child.
  package var unlocker: String
  package var startsLocked: Bool
  /// A time was configured after which to lock.
  package var isTimed: Bool

  package init(
    passphrase: PassphraseState = .none, unlocker: String = "", startsLocked: Bool = false,
    isTimed: Bool = false
  ) {
    self.passphrase = passphrase
    self.unlocker = unlocker
    self.startsLocked = startsLocked
    self.isTimed = isTimed
  }
}
