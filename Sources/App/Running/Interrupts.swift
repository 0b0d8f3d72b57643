import Dispatch
import Foundation
import Synchronization

/// Turns Ctrl-C, an end asked for and a hang-up into a flag that long work looks at, so that it
/// stops where nothing is half done.
final class Interrupts: Sendable {
  private let state = Mutex<State>(State())
  /// Whether the process's signals are caught: not under the screens, whose driver does that.
  private let catchesSignals: Bool

  init(catchesSignals: Bool = true) { self.catchesSignals = catchesSignals }

  private struct State {
    var signal: Int32?
    var sources: [any DispatchSourceSignal] = []
    var stop: (@Sendable () -> Void)?
  }

  /// The first signal that came; nil while none has.
  var pending: Int32? { state.withLock { $0.signal } }

  /// Starts to catch signals. A second one ends the process at once: whatever was not committed
  /// is then not in the file.
  ///
  /// - Parameter stop: Called at the first signal, on another thread.
  func watch(stop: @escaping @Sendable () -> Void = {}) {
    state.withLock { state in
      state.stop = stop
      guard catchesSignals, state.sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM, SIGHUP] {
        // A hang-up that whoever started us had ignored (nohup) stays ignored. An end that is
        // asked for is obeyed, also by a job in a script's background.
        if number == SIGHUP, isIgnored(number) { continue }
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [weak self] in self?.received(number) }
        source.resume()
        state.sources.append(source)
      }
    }
  }

  /// As if the signal had come.
  func received(_ number: Int32) {
    let stop = state.withLock { state -> (@Sendable () -> Void)? in
      if state.signal != nil, catchesSignals { _exit(128 + number) }
      state.signal = number
      return state.stop
    }
    stop?()
  }

  /// - Throws: ``CommandFailure/signal(_:)`` where one has come.
  func check() throws {
    if let number = pending { throw CommandFailure.signal(number) }
  }
}

private func isIgnored(_ number: Int32) -> Bool {
  var former = sigaction()
  sigaction(number, nil, &former)
  return unsafeBitCast(former.__sigaction_handler.sa_handler, to: Int.self)
    == unsafeBitCast(SIG_IGN, to: Int.self)
}
