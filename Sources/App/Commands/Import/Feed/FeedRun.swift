import Dispatch
import Exchange
import Foundation
import Storage
import Synchronization

/// The reading of one feed, from its address to its files.
struct FeedRun {
  let address: FeedAddress
  private let context: CommandContext
  private let curl: Curl
  private let folder: FeedFolder?

  /// The address among what was named, if there is one.
  ///
  /// - Throws: ``CommandFailure/usage(_:)`` where it is none that is asked, or does not stand alone.
  static func address(among paths: [String]) throws -> FeedAddress? {
    guard let typed = paths.first(where: FeedAddress.isMeant) else { return nil }
    guard paths.count == 1 else {
      throw CommandFailure.usage("an address is a source by itself: name nothing beside it.")
    }
    do throws(FeedAddress.Fault) {
      return try FeedAddress(typed)
    } catch {
      throw CommandFailure.usage(error.sentence)
    }
  }

  /// - Parameters:
  ///   - isFresh: Whether what an earlier run read is thrown away.
  ///   - isDryRun: Whether no file is touched.
  init(
    _ address: FeedAddress, isFresh: Bool, isDryRun: Bool, _ context: CommandContext
  ) throws {
    guard let curl = Curl(context.surroundings) else {
      throw CommandFailure.usage(FeedFailure.noCurl.sentence(address.shown))
    }
    // Before anything is asked of anybody.
    if context.options.readOnly, !isDryRun {
      throw StoreError.readOnly(path: context.workspace, why: "--read-only was given")
    }
    self.address = address
    self.context = context
    self.curl = curl
    folder = isDryRun ? nil : try FeedFolder(address.mark, in: context, isFresh: isFresh)
  }

  /// Reads the feed to its end.
  ///
  /// - Throws: ``CommandFailure`` where it does not come to one: nothing may be imported then.
  func read() throws -> FeedHaul {
    let surroundings = context.surroundings
    if let folder, folder.load(FeedReader.fileName(page: 1)) != nil, let begun = folder.begun {
      surroundings.tell(
        "waymark: going on with what was read \(ago(surroundings.now() - begun)); --fresh starts "
          + "anew.")
    }
    let (curl, address, folder) = (curl, address, folder)
    do {
      return try wait {
        var reader = FeedReader(curl, address, folder, surroundings)
        return try await reader.read()
      }
    } catch let stop as FeedStop {
      if stop.pages == 0 { folder?.remove() } else { folder?.giveBack() }
      throw CommandFailure.usage(stop.sentence + " Nothing was changed." + kept(stop.pages))
    } catch {
      let pages = folder?.pages ?? 0
      if pages == 0 { folder?.remove() } else { folder?.giveBack() }
      if surroundings.interrupts.pending != nil, pages > 0 {
        surroundings.tell("waymark:" + kept(pages))
      }
      try surroundings.interrupts.check()
      throw error
    }
  }

  /// Removes what was kept, once it is in the workspace.
  func finish() { folder?.remove() }

  private func kept(_ pages: Int) -> String {
    guard folder != nil, pages > 0 else { return "" }
    return
      " \(pages.of("page is", "pages are")) kept for a day: the same command goes on from there."
  }

  private func ago(_ milliseconds: Int64) -> String {
    let minutes = Int(milliseconds / 60_000)
    return minutes < 1
      ? "a moment ago"
      : minutes < 120
        ? "\(minutes.of("minute", "minutes")) ago" : "\((minutes / 60).grouped) hours ago"
  }

  /// Waits for asynchronous work, which a signal cancels.
  ///
  /// Not for a thread of the pool that the work itself needs.
  private func wait<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) throws -> T {
    let box = Box<T>()
    let ended = DispatchSemaphore(value: 0)
    let interrupts = context.surroundings.interrupts
    let task = Task.detached {
      do {
        let value = try await work()
        box.result.withLock { $0 = .success(value) }
      } catch {
        box.result.withLock { $0 = .failure(error) }
      }
      ended.signal()
    }
    interrupts.watch { task.cancel() }
    if interrupts.pending != nil { task.cancel() }
    ended.wait()
    interrupts.watch()
    guard let result = box.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  private final class Box<T: Sendable>: Sendable {
    let result = Mutex<Result<T, any Error>?>(nil)
  }
}

extension FeedAddress.Fault {
  var sentence: String {
    let example = "such as https://directory.example.gov.uk/api."
    return switch self {
    case .noScheme: "an address begins with https:// or http://, \(example)"
    case .otherScheme(let scheme):
      "an address of a feed begins with https:// or http://, not \"\(scheme.forMessage)://\"."
    case .credentials:
      "an address with a user's name or password in it is refused: it would stand in lists of "
        + "processes and in the shell's history. Leave out what stands before the @."
    case .badHost(let host):
      "\"\(host.forMessage)\" is no name of a host; an address is \(example)"
    case .badPort(let port):
      "\"\(port.forMessage)\" is no port; an address is \(example)"
    }
  }
}
