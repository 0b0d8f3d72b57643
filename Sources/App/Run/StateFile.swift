import Foundation

/// A small file in the state folder that belongs to one workspace; mode 0600, written whole and
/// renamed into place. What stands in it may be lost without harm, so no failure is told.
struct StateFile: Sendable {
  let path: String

  /// - Parameter workspace: The workspace's path: each has a file of its own.
  init(_ name: String, ending: String = "", folder: String, workspace: String) {
    // FNV-1a: a short name that stays the same from one start to the next.
    let mark = workspace.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    path = folder + "/\(name)-" + String(mark, radix: 16) + ending
  }

  /// A file of its own name, for what belongs to the person and to no workspace.
  init(_ name: String, folder: String) { path = folder + "/" + name }

  /// - Returns: Whether it is stored.
  @discardableResult
  func save(_ bytes: Data) -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // Its own for each process: two sessions may keep their places in the same moment.
    let temporary = path + ".\(getpid()).new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// Nil where there is none or it cannot be read.
  func load() -> Data? { FileManager.default.contents(atPath: path) }

  func remove() { unlink(path) }
}
