import Foundation
import Screens
import Storage

/// The lock's passphrase in the state folder: salt and derived key, mode 0600.
///
/// It keeps people off the screens, not off the files: whoever may write here may also remove it,
/// and the workspace is not encrypted by it. So a file that others could have read or changed
/// unlocks nothing, and says what to do outside the program.
struct PassphraseFile: Sendable {
  private let file: StateFile
  private let owner: uid_t

  /// - Parameter folder: The state folder.
  init(folder: String, owner: uid_t = geteuid()) {
    file = StateFile("passphrase.json", folder: folder)
    self.owner = owner
  }

  var path: String { file.path }

  enum Content: Equatable {
    case none
    case key(PassphraseKey)
    /// Why it cannot be used and what to do, to stand in a sentence.
    case unusable(String)
  }

  func read() -> Content {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      return errno == ENOENT
        ? .none : .unusable("\(path) cannot be read; remove it outside Waymark")
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == owner
    else { return .unusable("\(path) is not a file of yours; remove it outside Waymark") }
    guard info.st_mode & 0o077 == 0 else {
      return .unusable(
        "others can read or change \(path); if they did not, \"chmod 600\" on it, else remove it")
    }
    var bytes = [UInt8](repeating: 0, count: 4_097)
    let count = Foundation.read(descriptor, &bytes, bytes.count)
    guard count > 0, count < bytes.count,
      let key = try? JSONDecoder().decode(PassphraseKey.self, from: Data(bytes[..<count])),
      key.isSound
    else { return .unusable("\(path) is damaged; remove it outside Waymark") }
    return .key(key)
  }

  /// What the screens need to know before anybody types anything.
  var state: PassphraseState {
    switch read() {
    case .none: .none
    case .key: .set
    case .unusable(let why): .unusable(why)
    }
  }

  /// - Returns: Whether it is stored.
  func save(_ key: PassphraseKey) -> Bool {
    guard let bytes = try? JSONEncoder().encode(key) else { return false }
    return file.save(bytes)
  }

  func remove() { file.remove() }
}
