import Foundation
import Screens
import Storage

/// The lock's services on its two files.
struct ScreenLock: Sendable {
  let passphrase: PassphraseFile
  let mark: SessionMark
  private let cost: PassphraseKey.Cost

  init(folder: String, cost: PassphraseKey.Cost = .usual) {
    passphrase = PassphraseFile(folder: folder)
    mark = SessionMark(folder: folder)
    self.cost = cost
  }

  func services() -> LockServices {
    LockServices(
      unlock: { secret, tries in self.check(secret, times: tries + 1) },
      change: { current, new in self.change(current, new) },
      note: { mark.note($0) })
  }

  /// What the screens begin with.
  func setting(unlocker: String, isTimed: Bool) -> LockSetting {
    let state = passphrase.state
    return LockSetting(
      passphrase: state, unlocker: unlocker, startsLocked: state != .none && mark.beginsLocked(),
      isTimed: isTimed)
  }

  private func check(_ secret: Secret, times: Int) -> LockReply {
    switch passphrase.read() {
    case .none: return .unusable("\(passphrase.path) is gone; leave and start Waymark again")
    case .unusable(let why): return .unusable(why)
    case .key(let key):
      guard let isRight = try? key.isMade(from: secret.text, times: times) else {
        return .unusable("this machine has no memory left to check a passphrase")
      }
      return isRight ? .unlocked : .wrong
    }
  }

  private func change(_ current: Secret, _ new: Secret?) -> LockReply {
    switch passphrase.read() {
    case .none: break
    case .unusable, .key:
      let reply = check(current, times: 1)
      guard reply == .unlocked else { return reply }
    }
    guard let new else {
      passphrase.remove()
      mark.clear()
      return .changed(isSet: false)
    }
    guard let key = try? PassphraseKey.make(new.text, cost: cost), passphrase.save(key) else {
      return .refused("The passphrase could not be stored in \(passphrase.path).")
    }
    // Before it is said: from then on any sudden end locks the next start.
    mark.note(.open)
    return .changed(isSet: true)
  }
}
