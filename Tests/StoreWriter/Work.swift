import TestSupport
import Foundation
import SENDDomain
import Storage

/// Says a line on standard output, whole and unbuffered.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

/// What one process does in a workspace that the test made.
struct Work {
  let name: String
  let path: String
  let number: Int
  private let today = Day(2026, 11, 23)!  // a day of the calendar
  private var done = 0

  init(name: String, path: String, number: Int) {
    self.name = name
    self.path = path
    self.number = number
    done = number
  }

  private func open() throws -> Store {
    try Store.open(
      at: path,
      user: StoreUser(login: name, name: name, host: "test", now: { 1_790_000_000_000 }))
  }

  private func rows(_ store: Store) throws -> [ReviewRow] {
    try store.reviews(ListQuery(scope: .all, today: today), .start, limit: 1_000).rows
  }

  /// Facts, notes, undo and now and then a small return, until it is killed.
  /// `number` seeds the order and is where the counting begins.
  mutating func mix() throws {
    let store = try open()
    var random = SeededRandom(UInt64(number))
    let mine = try rows(store).filter { $0.name.family == name }
    guard !mine.isEmpty else { throw StoreError.missing(path: name) }
    say("open")
    while true {
      done += 1
      let row = mine[Int.random(in: 0..<mine.count, using: &random)]
      switch Int.random(in: 0..<20, using: &random) {
      case 0: try takeReturn(store)
      case 1..<8:
        _ = try store.addNote("\(name) \(done)", on: row.child, day: today)
        say("note \(name) \(done)")
      default:
        _ = try store.record(
          ReviewRecording(.papersSent, on: today.adding(days: -(done % 50)), note: "\(done)"),
          on: [row.id], today: today)
        say("fact \(row.id.rawValue) \(done)")
      }
    }
  }

  /// A return of one new child; another process's return at the same time may stand in its way.
  private func takeReturn(_ store: Store) throws {
    let family = "New\(name)x\(done)"
    do {
      let load = try ReturnImport(
        ReturnHeader(authority: "999"), into: store, readOn: today, isDryRun: false)
      var child = ReturnedChild()
      child.familyName = family
      child.givenName = "Ada"
      try load.add(child)
      _ = try load.finish(source: "test", problems: [])
      say("child \(family)")
    } catch StoreError.busy {
      say("waited")
    }
  }

  /// Notes as fast as they go for `number` milliseconds, all on the first child.
  mutating func flatOut() throws {
    let store = try open()
    guard let row = try rows(store).first else { throw StoreError.missing(path: path) }
    say("open")
    _ = readLine()
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(number)
    var worst = Duration.zero
    while clock.now < end {
      done += 1
      let spent = try clock.measure {
        _ = try store.addNote("\(name) \(done)", on: row.child, day: today)
      }
      worst = max(worst, spent)
      say("note \(name) \(done)")
    }
    say("worst \(Int(worst / .microseconds(1)))")
    store.close()
  }

  /// Holds the write gate in the middle of a return until standard input ends.
  func hold() throws {
    let store = try open()
    let load = try ReturnImport(
      ReturnHeader(authority: "999"), into: store, readOn: today, isDryRun: false)
    try load.add(ReturnedChild())
    _ = try load.finish(source: "test", problems: []) { part, _, _ in
      guard part == .indexing else { return true }
      say("holding \(getpid())")
      _ = readLine()
      return true
    }
    say("released")
    store.close()
  }

  /// Writes until the size limit of `number` bytes stops it, reads, and writes on without it.
  mutating func meetLimit() throws {
    let store = try open()
    guard let row = try rows(store).first else { throw StoreError.missing(path: path) }
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    let free = limit
    limit.rlim_cur = rlim_t(number)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    do {
      while done < number + 100_000 {
        done += 1
        let text = "\(name) \(done) " + String(repeating: "x", count: 3_000)
        _ = try store.addNote(text, on: row.child, day: today)
        say("note \(name) \(done)")
      }
    } catch {
      say("error \(error)")
    }
    say("rows \(try rows(store).count)")
    let record = try store.record(of: row.child, scope: .all)
    say("notes \(record?.notes.count ?? 0)")
    var lifted = free
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &lifted)
    _ = try store.addNote("\(name) after", on: row.child, day: today)
    say("note \(name) after")
    store.close()
  }

  /// Opens and reads all there is, writing nothing.
  func peek() {
    do {
      let store = try open()
      say("access \(store.access)")
      let query = ListQuery(scope: .all, today: today)
      let rows = try rows(store)
      say("rows \(rows.map(\.name))")
      for row in rows { _ = try store.record(of: row.child, scope: .all) }
      _ = try store.due(query, .start, limit: 1_000)
      _ = try store.counts(of: .due, query)
      _ = try store.find("alder", scope: .all, limit: 10)
      say("findings \(try store.check().filter { $0.severity == .error }.map(\.kind))")
      store.close()
    } catch {
      say("error \(error)")
    }
    say("end")
  }

  /// Opens, reads, and tries to write.
  func look() {
    do {
      let store = try open()
      say("access \(store.access)")
      let rows = try rows(store)
      say("rows \(rows.count)")
      if let row = rows.first {
        _ = try store.addNote("\(name) looked", on: row.child, day: today)
        say("written")
      }
      say("findings \(try store.check().filter { $0.severity == .error }.map(\.kind))")
      store.close()
    } catch {
      say("error \(error)")
    }
  }
}
