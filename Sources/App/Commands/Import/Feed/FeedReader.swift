import Exchange
import Foundation
import SENDDomain

/// Reads a feed from its first page to its end, one question at a time.
struct FeedReader {
  /// In bytes, of all answers together.
  static let largestFeed = 200_000_000
  private static let pageSize = 100
  /// How many records are asked for one by one.
  private static let mostRecords = 10_000
  /// After how many failures in a row no further record is asked for.
  private static let mostFailures = 10
  private static let usualPause = 0.1

  private let curl: Curl
  private var address: FeedAddress
  private let folder: FeedFolder?
  private let surroundings: Surroundings
  private let progress: ProgressLine
  private var files: [NamedBytes] = []
  private var problems: [OfferProblem] = []
  private var paging = FeedPaging()
  private var bytes = 0
  private var pause = FeedReader.usualPause
  private var hasAsked = false

  init(_ curl: Curl, _ address: FeedAddress, _ folder: FeedFolder?, _ surroundings: Surroundings) {
    self.curl = curl
    self.address = address
    self.folder = folder
    self.surroundings = surroundings
    progress = ProgressLine(surroundings)
  }

  /// - Throws: ``FeedStop`` where it does not come to its end, or `CancellationError`.
  mutating func read() async throws -> FeedHaul {
    defer { progress.clear() }
    try await readRoot()
    var question = "the feed \(address.shown)"
    while case .ask(let number) = paging.step {
      do {
        try await readPage(number)
      } catch let failure as FeedFailure {
        let pages = failure == .tooLargeInAll ? 0 : paging.taken
        throw FeedStop(failure.sentence(question), pages: pages)
      }
      question = "page \((number + 1).grouped) of \(address.shown)"
    }
    guard case .end(let end) = paging.step, end.isWhole else {
      throw FeedStop(
        "\(address.shown) has more after \(FeedPaging.mostPages.grouped) pages: it has no end.",
        pages: 0)
    }
    guard paging.count > 0 else {
      throw FeedStop("\(address.shown) answers, and has no service.", pages: 0)
    }
    try await readRecords()
    return FeedHaul(
      files: files, problems: problems,
      total: paging.isFarFromTotal ? paging.total : nil, count: paging.count)
  }

  // MARK: - Root and pages

  /// What a feed says at its root decides nothing that its pages do not say too, so that any
  /// answer will do; only a server that cannot be reached ends it.
  private mutating func readRoot() async throws {
    progress.show("Asking \(address.shown)")
    let name = "root.json"
    if let kept = folder?.load(name) {
      takeRoot(kept)
      return
    }
    do {
      let root = try await answer(address.root) { _ in }
      guard OfferRoot(root) != nil || OfferPage(root) != nil else { return }
      takeRoot(root)
      folder?.save(root, as: name)
    } catch let failure as FeedFailure {
      if case .status = failure { return }
      if case .tooLarge = failure { return }
      throw FeedStop(failure.sentence("the feed \(address.shown)"), pages: 0)
    }
  }

  private mutating func takeRoot(_ root: Data) {
    if OfferRoot(root) != nil {
      files.append(NamedBytes(name: "root.json", bytes: root))
    } else {
      address.listIsHere = OfferPage(root) != nil
    }
  }

  private mutating func readPage(_ number: Int) async throws {
    let name = FeedReader.fileName(page: number)
    progress.show(
      "Reading: page \(number.grouped)" + (paging.pages.map { " of \($0.grouped)" } ?? ""))
    if let kept = folder?.load(name), let page = OfferPage(kept) {
      take(kept, as: name)
      return paging.take(page)
    }
    let answer = try await answer(address.page(number, size: FeedReader.pageSize)) { bytes in
      if OfferPage(bytes) == nil { throw FeedFailure(notAList: bytes) }
    }
    guard let page = OfferPage(answer) else { throw FeedFailure.noList }
    folder?.save(answer, as: name)
    take(answer, as: name)
    paging.take(page)
  }

  /// `page-0012.json`
  static func fileName(page number: Int) -> String {
    "page-" + String(repeating: "0", count: max(0, 4 - String(number).count)) + "\(number).json"
  }

  private mutating func take(_ answer: Data, as name: String) {
    files.append(NamedBytes(name: name, bytes: answer))
  }

  // MARK: - Records

  /// Asks for the records of which the list says little. One that fails is told, and stands as the
  /// list has it.
  private mutating func readRecords() async throws {
    let ids = paging.shallow.prefix(FeedReader.mostRecords)
    if ids.count < paging.shallow.count {
      report("", "Only the first \(ids.count.grouped) services were asked for one by one.")
    }
    var inARow: [FeedFailure] = []
    for (place, id) in ids.enumerated() {
      guard let url = address.record(id) else { continue }
      progress.show("Reading: service \((place + 1).grouped) of \(ids.count.grouped)")
      do {
        try await readRecord(id, at: url)
        inARow = []
      } catch let failure as FeedFailure {
        guard failure != .tooLargeInAll else { throw stop(failure, place, of: ids.count) }
        inARow.append(failure)
        report(id, failure.fact("the record of this service") + " It stands as in the list.")
        guard inARow.count == FeedReader.mostFailures else { continue }
        // A feed may have lists alone. One that stopped answering would lose the places that
        // yesterday's copy has.
        guard inARow.count == place + 1, inARow.allSatisfy(\.isRefusal) else {
          throw stop(failure, place, of: ids.count)
        }
        problems.removeLast(inARow.count)
        report("", "The feed has lists alone: places and contacts are not in it.")
        return
      }
    }
  }

  private mutating func readRecord(_ id: String, at url: String) async throws {
    let name = "record-" + FeedFolder.name(for: id) + ".json"
    if let kept = folder?.load(name), FeedRecord.isRecord(kept, of: id) {
      return take(kept, as: name)
    }
    let answer = try await answer(url) { bytes in
      guard !FeedRecord.isRecord(bytes, of: id) else { return }
      let failure = FeedFailure(notAList: bytes)
      throw failure == .noList ? .otherRecord : failure
    }
    folder?.save(answer, as: name)
    take(answer, as: name)
  }

  private func stop(_ failure: FeedFailure, _ place: Int, of all: Int) -> FeedStop {
    let what = "service \((place + 1).grouped) of \(all.grouped) at \(address.shown)"
    return FeedStop(
      failure.sentence(what), pages: failure == .tooLargeInAll ? 0 : paging.taken)
  }

  private mutating func report(_ id: String, _ message: String) {
    problems.append(
      OfferProblem(
        kind: OfferProblemKind.recordNotRead.rawValue, file: "", record: id,
        message: message.prefix(1).uppercased() + message.dropFirst()))
  }

  // MARK: - One question

  /// Asks until there is a good answer, or none is to be hoped for.
  ///
  /// - Parameter check: Throws what is wrong with an answer.
  private mutating func answer(
    _ url: String, check: (Data) throws -> Void
  ) async throws -> Data {
    var number = 1
    while true {
      if hasAsked { try await Task.sleep(for: .seconds(pause)) }
      hasAsked = true
      let failure: FeedFailure
      var asked: Double?
      do {
        let left = FeedReader.largestFeed - bytes
        guard left > 0 else { throw FeedFailure.tooLargeInAll }
        let answer = try await curl.get(url, limit: left)
        bytes += answer.bytes.count
        let now = Date(timeIntervalSince1970: Double(surroundings.now()) / 1000)
        asked = FeedRetry.seconds(answer.retryAfter, now: now)
        guard (200..<300).contains(answer.status) else { throw FeedFailure.status(answer.status) }
        try check(answer.bytes)
        return answer.bytes
      } catch let error as FeedFailure {
        let isAll = error == .tooLarge && FeedReader.largestFeed - bytes < Curl.largestAnswer
        failure = isAll ? .tooLargeInAll : error
      }
      guard failure.mayPass, let wait = FeedRetry.wait(afterTry: number, asked: asked) else {
        if let asked, failure.mayPass, asked > FeedRetry.longestWait {
          throw FeedFailure.leftAlone(seconds: asked)
        }
        throw failure
      }
      // Whoever was asked too often is asked less often from then on.
      if failure == .status(429) { pause = 1 }
      progress.show(
        "Waiting \(Int(wait.rounded(.up))) s" + (asked == nil ? "" : ", as the server asks"))
      try await Task.sleep(for: .seconds(wait))
      number += 1
    }
  }
}

/// What was read of a feed that came to its end.
struct FeedHaul: Sendable {
  var files: [NamedBytes]
  var problems: [OfferProblem]
  /// How many records the feed says it has, where far fewer came.
  var total: Int?
  var count: Int
}

/// Why a feed did not come to its end.
struct FeedStop: Error {
  /// Without what is to be said of the workspace.
  var sentence: String
  /// How many pages are kept; 0 where they are of no use.
  var pages: Int

  init(_ sentence: String, pages: Int) {
    self.sentence = sentence
    self.pages = pages
  }
}
