import Glibc

/// A span or stamp of the steady clock, in nanoseconds.
typealias Nanoseconds = Int

func now(on clock: clockid_t = CLOCK_MONOTONIC) -> Nanoseconds {
  var time = timespec()
  clock_gettime(clock, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

extension Nanoseconds {
  var milliseconds: Double { Double(self) / 1_000_000 }
  var seconds: Double { Double(self) / 1_000_000_000 }
}

/// What stops a measurement, in a sentence.
struct BenchError: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
