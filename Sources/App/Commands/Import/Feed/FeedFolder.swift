import Exchange
import Foundation

/// What was read of a feed so far: kept in a private folder of its own for a day, so that a run
/// that was cut off can be taken up again.
///
/// A dry run has none and keeps everything in memory.
struct FeedFolder: Sendable {
  private let path: String
  private let lock: Int32

  /// In milliseconds.
  private static let day: Int64 = 86_400_000

  /// Takes the folder of a feed, made where it is missing.
  ///
  /// - Parameters:
  ///   - mark: The feed's.
  ///   - isFresh: Whether what is there is thrown away.
  /// - Throws: ``CommandFailure`` where another run has it or it cannot be written.
  init(_ mark: String, in context: CommandContext, isFresh: Bool) throws {
    let all = context.paths.state + "/feeds"
    let now = context.surroundings.now()
    path = all + "/" + mark
    try? FileManager.default.createDirectory(
      atPath: all, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    FeedFolder.clear(all, now: now)
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else {
      throw CommandFailure.usage(
        "the folder \(path.forMessage), where pages are kept, cannot be written.")
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw CommandFailure.usage("another waymark is reading this feed just now: wait for it.")
    }
    let age = begun.map { now - $0 }
    if isFresh || age.map({ $0 < 0 || $0 > FeedFolder.day }) ?? true { empty() }
    if begun == nil { save(Data(String(now).utf8), as: "begun") }
  }

  /// Milliseconds since 1 January 1970; nil where nothing was.
  var begun: Int64? {
    load("begun").flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
  }

  /// How many pages it holds from the first on.
  var pages: Int {
    var count = 0
    while NamedBytes.isFile(path + "/" + FeedReader.fileName(page: count + 1)) { count += 1 }
    return count
  }

  func load(_ name: String) -> Data? { StateFile(name, folder: path).load() }

  /// What cannot be kept is only asked for again one day.
  func save(_ bytes: Data, as name: String) { StateFile(name, folder: path).save(bytes) }

  /// A name for what belongs to a record, whatever stands in its id.
  static func name(for id: String) -> String { ContentHash.text(Array(id.utf8)) }

  /// Removes everything but the folder.
  func empty() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where name != "lock" {
      unlink(path + "/" + name)
    }
  }

  /// Removes the folder; nothing may be asked of it afterwards.
  func remove() {
    empty()
    unlink(path + "/lock")
    rmdir(path)
    rmdir((path as NSString).deletingLastPathComponent)
    close(lock)
  }

  func giveBack() { close(lock) }

  /// Removes what other feeds left more than a day ago.
  private static func clear(_ all: String, now: Int64) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: all)) ?? [] {
      let path = all + "/" + name
      var info = stat()
      guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { continue }
      if now - Int64(info.st_mtim.tv_sec) * 1000 > 2 * day {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }
}
