import Foundation
import Screens
import Storage
import Testing

@testable import waymark

@Suite struct LockFileTests {
  static let cheap = PassphraseKey.Cost(rounds: 16, blockSize: 8, parallelism: 1)

  /// A state folder of its own, removed afterwards.
  private func withFolder(_ body: (String, LockServices) throws -> Void) rethrows {
    let folder = NSTemporaryDirectory() + "waymark-lock-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder, ScreenLock(folder: folder, cost: LockFileTests.cheap).services())
  }

  private func mode(_ path: String) -> mode_t {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mode & 0o777 : 0
  }

  @Test func `a passphrase is kept as salt and key, for its owner alone`() throws {
    try withFolder { folder, lock in
      #expect(PassphraseFile(folder: folder).state == .none)
      #expect(lock.change(Secret(""), Secret("correct horse")) == .changed(isSet: true))
      #expect(PassphraseFile(folder: folder).state == .set)
      let path = folder + "/passphrase.json"
      #expect(mode(path) == 0o600 && mode(folder) == 0o700)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(!text.contains("horse"))
      #expect(text.contains("scrypt") && text.contains("rounds"))
      #expect(lock.unlock(Secret("correct horse"), 0) == .unlocked)
      #expect(lock.unlock(Secret("battery staple"), 2) == .wrong)
    }
  }

  @Test func `changing or removing it needs the one that is set`() {
    withFolder { folder, lock in
      _ = lock.change(Secret(""), Secret("correct horse"))
      #expect(lock.change(Secret("guess"), Secret("another one")) == .wrong)
      #expect(lock.change(Secret("guess"), nil) == .wrong)
      #expect(lock.unlock(Secret("correct horse"), 0) == .unlocked)
      #expect(lock.change(Secret("correct horse"), Secret("another one")) == .changed(isSet: true))
      #expect(lock.unlock(Secret("another one"), 0) == .unlocked)
      #expect(lock.change(Secret("another one"), nil) == .changed(isSet: false))
      #expect(PassphraseFile(folder: folder).state == .none)
    }
  }

  @Test(arguments: [
    "", "nonsense", "{}", String(repeating: "x", count: 10_000),
    #"{"method":"scrypt","cost":{"rounds":1073741824,"blockSize":8,"parallelism":1},"#
      + #""salt":"AAAAAAAAAAAAAAAAAAAAAA==","key":"AAAA"}"#,
  ])
  func `a damaged file unlocks nothing and says so`(_ text: String) throws {
    try withFolder { folder, lock in
      _ = lock.change(Secret(""), Secret("correct horse"))
      let path = folder + "/passphrase.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      chmod(path, 0o600)
      let why = "\(path) is damaged; remove it outside Waymark"
      #expect(PassphraseFile(folder: folder).state == .unusable(why))
      #expect(lock.unlock(Secret("correct horse"), 0) == .unusable(why))
      #expect(lock.change(Secret("correct horse"), nil) == .unusable(why))
    }
  }

  @Test func `a file that others may change unlocks nothing until its rights are right`() {
    withFolder { folder, lock in
      _ = lock.change(Secret(""), Secret("correct horse"))
      let path = folder + "/passphrase.json"
      for rights: mode_t in [0o640, 0o604, 0o620, 0o666] {
        chmod(path, rights)
        guard case .unusable(let why) = lock.unlock(Secret("correct horse"), 0) else {
          Issue.record("\(rights) unlocked")
          continue
        }
        #expect(why.hasPrefix("others can read or change \(path)"))
      }
      chmod(path, 0o600)
      #expect(lock.unlock(Secret("correct horse"), 0) == .unlocked)
    }
  }

  @Test func `neither a link nor somebody else's file is taken, nor one that is gone`() throws {
    try withFolder { folder, lock in
      _ = lock.change(Secret(""), Secret("correct horse"))
      let path = folder + "/passphrase.json"
      let others = PassphraseFile(folder: folder, owner: geteuid() + 1)
      #expect(
        others.state == .unusable("\(path) is not a file of yours; remove it outside Waymark"))
      try FileManager.default.moveItem(atPath: path, toPath: folder + "/elsewhere")
      #expect(
        lock.unlock(Secret("correct horse"), 0)
          == .unusable("\(path) is gone; leave and start Waymark again"))
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: folder + "/elsewhere")
      #expect(
        lock.unlock(Secret("correct horse"), 0)
          == .unusable("\(path) cannot be read; remove it outside Waymark"))
    }
  }

  @Test func `the next start begins locked after any end but leaving`() {
    withFolder { folder, _ in
      let mark = SessionMark(folder: folder, process: 100)
      let next = SessionMark(folder: folder, process: 200)
      #expect(!next.beginsLocked { _ in false })
      mark.note(.open)
      // Its process is gone: a fault, a power cut, a dropped line.
      #expect(next.beginsLocked { _ in false })
      // Another window of the same person.
      #expect(!next.beginsLocked { $0 == 100 })
      mark.note(.locked)
      #expect(next.beginsLocked { $0 == 100 })
      mark.clear()
      #expect(!next.beginsLocked { _ in false })
    }
  }

  @Test func `from the moment a passphrase is set a sudden end locks the next start`() {
    withFolder { folder, lock in
      let next = SessionMark(folder: folder, process: 0)
      #expect(!next.beginsLocked { _ in false })
      _ = lock.change(Secret(""), Secret("correct horse"))
      #expect(next.beginsLocked { _ in false })
      _ = lock.change(Secret("correct horse"), nil)
      #expect(!next.beginsLocked { _ in false })
    }
  }

  @Test func `without a passphrase nothing begins locked`() {
    withFolder { folder, lock in
      let screens = ScreenLock(folder: folder)
      SessionMark(folder: folder, process: 1).note(.locked)
      #expect(!screens.setting(unlocker: "", isTimed: false).startsLocked)
      _ = lock.change(Secret(""), Secret("correct horse"))
      SessionMark(folder: folder, process: 1).note(.locked)
      #expect(screens.setting(unlocker: "", isTimed: false).startsLocked)
    }
  }
}
