import Foundation
import GRDB
import GRDBSQLite

extension Store {
  /// Runs `body`, whose reads on this thread end with ``StoreError/cancelled`` once nobody wants
  /// them any more. Writes go on.
  ///
  /// - Parameter isUnwanted: Asked every few thousand steps of a statement, from this thread.
  package static func read<T>(
    unless isUnwanted: @escaping @Sendable () -> Bool, _ body: () throws -> T
  ) rethrows -> T {
    let question = Question(isUnwanted)
    let former = pthread_getspecific(Question.key)
    pthread_setspecific(Question.key, Unmanaged.passUnretained(question).toOpaque())
    defer { pthread_setspecific(Question.key, former) }
    return try withExtendedLifetime(question) { try body() }
  }

  /// Whether the reads of this thread may end early.
  static var question: Question? {
    pthread_getspecific(Question.key).map {
      Unmanaged<Question>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// "Does nobody want this any more?", in a form that a C callback can carry.
  ///
  /// Not a task local: those fail outside tasks in a program that holds the Swift runtime.
  final class Question: Sendable {
    let ask: @Sendable () -> Bool

    init(_ ask: @escaping @Sendable () -> Bool) { self.ask = ask }

    static let key: pthread_key_t = {
      var key = pthread_key_t()
      pthread_key_create(&key, nil)
      return key
    }()
  }
}

extension Database {
  /// Runs `body`, ending its statement where the answer to the question is yes.
  func asking<T>(_ question: Store.Question, _ body: (Database) throws -> T) rethrows -> T {
    sqlite3_progress_handler(
      sqliteConnection, 5_000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Store.Question>.fromOpaque(context).takeUnretainedValue().ask() ? 1 : 0
      }, Unmanaged.passUnretained(question).toOpaque())
    // Taken away before the transaction ends, which must not be interrupted.
    defer { sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(question) { try body(self) }
  }
}
