import Foundation
import SENDDomain
import Storage

/// A workspace that is made beside its place and moved there when it is whole: whoever stops the
/// making leaves no half-made file, and nobody else's file is ever replaced.
struct FreshWorkspace {
  let store: Store
  private let path: String
  private let draft: String
  /// The folders that were made for it, innermost first.
  private let folders: [String]

  /// - Throws: ``StoreError`` where the folder cannot be made or written.
  init(at path: String, user: StoreUser, rules: RuleBook) throws {
    self.path = path
    FreshWorkspace.removeLeftovers(of: path)
    draft = FreshWorkspace.prefix(of: path) + String(getpid())
    folders = FreshWorkspace.missingFolders(above: path)
    do {
      store = try Store.open(at: draft, create: true, user: user, rules: rules)
      if case .readOnly(let why) = store.access { throw why }
    } catch {
      FreshWorkspace.remove(draft, folders)
      throw error
    }
  }

  /// Puts the finished workspace in its place.
  ///
  /// - Throws: ``CommandFailure/usage(_:)`` where a file has come there meanwhile.
  func publish() throws {
    store.close()
    var log = stat()
    if stat(draft + "-wal", &log) == 0, log.st_size > 0 {
      discard()
      throw CommandFailure.workspace(
        "\(path.forMessage) could not be finished: is the disk full? Nothing was changed.")
    }
    // A second name and then the first one's end: unlike a rename it cannot replace a file.
    guard link(draft, path) == 0 else {
      let reason = errno
      discard()
      throw reason == EEXIST
        ? CommandFailure.usage(
          "\(path.forMessage) was made by somebody else meanwhile: run the command again.")
        : CommandFailure.workspace(
          "\(path.forMessage) cannot be made: \(String(cString: strerror(reason))).")
    }
    FreshWorkspace.remove(draft, [])
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Leaves everything as it was.
  func discard() {
    store.close()
    FreshWorkspace.remove(draft, folders)
  }

  private static func prefix(of path: String) -> String {
    let name = (path as NSString).lastPathComponent
    return (path as NSString).deletingLastPathComponent + "/.\(name).making-"
  }

  private static func missingFolders(above path: String) -> [String] {
    var folders: [String] = []
    var folder = (path as NSString).deletingLastPathComponent
    while !folder.isEmpty, folder != "/", !FileManager.default.fileExists(atPath: folder) {
      folders.append(folder)
      folder = (folder as NSString).deletingLastPathComponent
    }
    return folders
  }

  private static func remove(_ draft: String, _ folders: [String]) {
    for suffix in ["", "-wal", "-shm", ".gate"] { unlink(draft + suffix) }
    for folder in folders { rmdir(folder) }
  }

  /// Drafts of processes that were killed.
  private static func removeLeftovers(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let prefix = (prefix(of: path) as NSString).lastPathComponent
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) {
      guard let process = Int32(name.dropFirst(prefix.count)), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      remove(folder + "/" + name, [])
    }
  }
}
