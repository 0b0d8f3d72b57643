import Foundation

/// Runs a program to its end and keeps what it said.
package enum Command {
  package struct Result: Sendable {
    /// The exit status; 128 + n where signal n ended it.
    package var status: Int32
    package var output: String
    package var errors: String
  }

  /// - Parameters:
  ///   - environment: The whole of it; nothing is inherited.
  ///   - input: What stands on standard input.
  ///   - folder: Where the two outputs are collected, in files of their own.
  /// - Throws: ``Problem`` when the program cannot be started.
  package static func run(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    input: String = ""
  ) throws -> Result {
    // Files and not pipes: a server that the program leaves behind would keep a pipe open.
    let name = folder + "/said-" + UUID().uuidString
    defer {
      unlink(name + ".in")
      unlink(name + ".out")
      unlink(name + ".err")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    try Data(input.utf8).write(to: URL(fileURLWithPath: name + ".in"))
    posix_spawn_file_actions_addopen(&actions, 0, name + ".in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, name + ".out", writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, name + ".err", writing, 0o600)
    // A thread of the test runner's pool blocks signals, and what it starts would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var pid: pid_t = 0
    let error = posix_spawnp(&pid, program, &actions, &attributes, words, variables)
    guard error == 0 else {
      throw Problem("\(program) cannot be started: \(String(cString: strerror(error))).")
    }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: text(name + ".out"), errors: text(name + ".err"))
  }

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}

/// What keeps a test from finding out what it wants to know, in a sentence.
package struct Problem: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
