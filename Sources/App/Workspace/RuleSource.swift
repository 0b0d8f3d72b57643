import Exchange
import Foundation
import SENDDomain
import Synchronization

/// The rules, bank holidays and calendars in use: read from their files once, when first needed.
final class RuleSource: Sendable {
  /// What was read, with what in the files does not hold, in words.
  struct Answer: Sendable {
    var book: RuleBook
    /// One sentence for each file that is refused, with its place.
    var problems: [String] = []
    /// The files that were looked into.
    var files: [String] = []
  }

  private let answer = Mutex<Answer?>(nil)
  private let paths: Paths

  init(_ paths: Paths) { self.paths = paths }

  /// Reads the files, or gives what was read before.
  func read() -> Answer {
    answer.withLock { answer in
      if let answer { return answer }
      let read = RuleFolder(paths).read()
      answer = read
      return read
    }
  }
}

/// Finds and reads the files: the law from where shared files are, an area's own from beside the
/// configuration.
private struct RuleFolder {
  private let paths: Paths
  private var answer = RuleSource.Answer(book: .england)

  /// More than any such file has; what is larger is refused by its reader, which looks no further.
  private static let most = 1_100_000

  init(_ paths: Paths) { self.paths = paths }

  consuming func read() -> RuleSource.Answer {
    var files = StatutoryFiles()
    let own = (paths.configuration as NSString).deletingLastPathComponent
    let shared = paths.installed.map { $0 + "/Resources" }
    if let folder = shared.map({ $0 + "/statutory" }).first(where: RuleFolder.isFolder) {
      files.rules = all(in: folder)
    }
    files.holidays = shared.lazy.map { $0 + "/calendars/bank-holidays.yaml" }
      .first(where: RuleFolder.isFile).flatMap { bytes(of: $0) }
    files.ownRules = all(in: own + "/statutory")
    files.ownHolidays = bytes(of: own + "/calendars/bank-holidays.yaml")
    files.terms =
      bytes(of: own + "/calendars/terms.yaml")
      ?? shared.lazy.map { $0 + "/calendars/terms.yaml" }.first(where: RuleFolder.isFile)
      .flatMap { bytes(of: $0) }
    guard !answer.files.isEmpty else { return answer }
    let (book, problems) = files.book()
    answer.book = book
    answer.problems += problems.map { problem in
      let line = problem.line.map { line in
        ":\(line)" + (problem.column.map { ":\($0)" } ?? "")
      }
      return "\(problem.file.forMessage)\(line ?? ""): \(problem.message)"
    }
    return answer
  }

  private mutating func all(in folder: String) -> [NamedBytes] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter {
      $0.hasSuffix(".yaml") && !$0.hasSuffix(".example.yaml") && !$0.hasPrefix(".")
    }
    .sorted().compactMap { bytes(of: folder + "/" + $0, isListed: true) }
  }

  /// Nil where there is no such file; one that cannot be read is a problem.
  ///
  /// - Parameter isListed: Its folder holds the name, so that a link to nowhere is one.
  private mutating func bytes(of path: String, isListed: Bool = false) -> NamedBytes? {
    var info = stat()
    guard stat(path, &info) == 0 || isListed else { return nil }
    answer.files.append(path)
    // A pipe or device would keep the reader waiting for ever.
    guard info.st_mode & S_IFMT == S_IFREG, let handle = FileHandle(forReadingAtPath: path),
      let bytes = try? handle.read(upToCount: RuleFolder.most)
    else {
      if info.st_mode & S_IFMT == S_IFREG, info.st_size == 0 {
        return NamedBytes(name: path, bytes: Data())
      }
      answer.problems.append("\(path.forMessage): cannot be read; the built-in copy is used.")
      return nil
    }
    return NamedBytes(name: path, bytes: bytes)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }
}
