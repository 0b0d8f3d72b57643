import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// A long read that the store's closing ends, so that leaving never waits for it.
final class EndableRead: Sendable {
  private struct State {
    var isEnded = false
    /// The connection that reads, as a number: pointers are not handed between threads.
    var connection: UInt?
  }

  private let state = Mutex(State())
  private let running = DispatchGroup()

  /// Reads on a connection of `reader`.
  ///
  /// - Throws: ``StoreError/cancelled`` where it was ended before; SQLite's error of an interrupt
  ///   where it is ended on its way.
  func run<T>(
    on reader: () throws -> any DatabaseReader, _ body: (Database) throws -> T
  ) throws -> T {
    let mayRun = state.withLock { state in
      if !state.isEnded { running.enter() }
      return !state.isEnded
    }
    guard mayRun else { throw StoreError.cancelled }
    defer { running.leave() }
    let question = Store.Question { [self] in state.withLock { $0.isEnded } }
    return try reader().read { db in
      note(db.sqliteConnection)
      defer { note(nil) }
      return try db.asking(question, body)
    }
  }

  /// Ends what runs, waits until it has ended, and lets nothing begin any more.
  func end() {
    state.withLock { $0.isEnded = true }
    repeat {
      state.withLock { state in
        // Within the lock, so that the connection is still in use.
        if let connection = state.connection.flatMap({ OpaquePointer(bitPattern: $0) }) {
          sqlite3_interrupt(connection)
        }
      }
      // Again and again: SQLite forgets one that comes just before the statement begins.
    } while running.wait(timeout: .now() + .milliseconds(10)) == .timedOut
  }

  private func note(_ connection: OpaquePointer?) {
    state.withLock { $0.connection = connection.map { UInt(bitPattern: $0) } }
  }
}
