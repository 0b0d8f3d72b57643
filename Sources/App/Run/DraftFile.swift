import Foundation
import Screens

/// What is being typed, kept in the state folder and not in the workspace, which may be full,
/// locked or damaged. One file for each workspace, because another one's children have other
/// numbers; mode 0600, written whole and renamed into place.
struct DraftFile: Sendable {
  let path: String

  /// - Parameter workspace: The workspace's path.
  init(folder: String, workspace: String) {
    // FNV-1a: a short name that stays the same from one start to the next.
    let mark = workspace.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    path = folder + "/draft-" + String(mark, radix: 16) + ".json"
  }

  /// Stores a draft, or with nil removes it. A failure is not told: the form is still there.
  func save(_ draft: Draft?) {
    guard let draft else {
      unlink(path)
      return
    }
    guard let bytes = try? JSONEncoder().encode(draft) else { return }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let temporary = path + ".new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0 else { return }
    rename(temporary, path)
  }

  /// The draft that was left; nil where there is none or it cannot be read.
  func load() -> Draft? {
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(Draft.self, from: bytes)
  }
}
