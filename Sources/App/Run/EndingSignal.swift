import Foundation
import Synchronization

/// The signal that asks the program to end; it also ends the wait for a line.
enum EndingSignal {
  private static let received = Atomic<Int32>(0)

  /// A byte in it ends the wait, on whichever thread the signal arrived; -1 where there is no pipe.
  private static let ends: (wake: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }()

  /// What to wait on beside the input. Stays readable once a signal came.
  static var wakeEnd: Int32 { ends.wake }

  /// 0 until one came, then the first one.
  static var number: Int32 { received.load(ordering: .relaxed) }

  /// As if the signal had come.
  static func note(_ number: Int32) {
    _ = received.compareExchange(expected: 0, desired: number, ordering: .relaxed)
  }

  static func listen() {
    // Made before any handler could ask for it.
    _ = ends
    var ours = sigset_t()
    sigemptyset(&ours)
    for signal in [SIGHUP, SIGTERM, SIGINT, SIGQUIT] {
      // What nohup and the like had ignored stays ignored.
      var former = sigaction()
      sigaction(signal, nil, &former)
      let isIgnored =
        unsafeBitCast(former.__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
      if isIgnored, signal != SIGTERM { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        let saved = errno
        EndingSignal.note(number)
        var byte: UInt8 = 0
        _ = write(EndingSignal.ends.write, &byte, 1)
        errno = saved
      }
      // Without SA_RESTART: a read that waits ends as well.
      sigaction(signal, &action, nil)
      sigaddset(&ours, signal)
    }
    // A parent that had blocked them hands that on, and then nothing could end the program.
    pthread_sigmask(SIG_UNBLOCK, &ours, nil)
  }
}
