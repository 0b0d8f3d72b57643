import Exchange
import SENDDomain
import Storage

/// Why a command ends without having done anything, with its status and one sentence.
enum CommandFailure: Error, Equatable {
  /// Bad usage or input: status 2.
  case usage(String)
  /// The workspace cannot be used: status 3.
  case workspace(String)
  /// Ended by a signal: status 128 + n.
  case signal(Int32)

  var status: Int32 {
    switch self {
    case .usage: 2
    case .workspace: 3
    case .signal(let number): 128 + number
    }
  }

  /// Nil where nothing need be said.
  var sentence: String? {
    switch self {
    case .usage(let sentence), .workspace(let sentence): sentence
    case .signal(13): nil
    case .signal: "stopped; nothing was changed."
    }
  }

  /// The errors of every module, in words.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as StoreError: self = .workspace(error.sentence)
    case let error as SEN2Error: self = .usage(error.explanation)
    case let problem as RuleProblem: self = .usage(problem.sentence)
    default:
      // Its own words may hold a child's data; --debug prints them.
      self = .workspace(
        "something failed that should not; nothing was changed. --debug says more.")
    }
  }
}
