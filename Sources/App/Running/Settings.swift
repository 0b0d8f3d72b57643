import Foundation
import SENDDomain
import Yams

/// What the configuration file sets. A line that does not hold is a warning; the rest applies.
struct Settings: Equatable, Sendable {
  var theme: String?
  var role: Practitioner.Role?
  /// The name to work under.
  var name: String?
  var plain = false
  var ascii = false
  /// How many days ahead counts as soon.
  var soonWithin = DeadlineState.usualSoon
  /// After how many minutes without a key the screens lock, 0 for never; nil where it is not set.
  var lockAfter: Int?
  /// Keys moved to other actions: action to keys, as written.
  var keys: [String: [String]] = [:]
  /// The line of each of them.
  private(set) var keyLines: [String: Int] = [:]
  /// Only arrows, function and Ctrl keys act.
  var lettersAreOff = false
  /// Clicks and the wheel are heard.
  var mouse = false
  private(set) var warnings: [Warning] = []

  /// One line that does not hold, and what would be right.
  struct Warning: Equatable, Sendable {
    /// From 1; nil where the whole file is meant.
    var line: Int?
    var message: String
  }

  init() {}

  /// - Parameter text: The file's text, YAML.
  init(yaml text: String) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      warnings.append(Settings.warning(error))
      return
    } catch {
      warnings.append(Warning(line: nil, message: "The file cannot be read as YAML."))
      return
    }
    guard let root else { return }
    guard case .mapping(let mapping) = root else {
      warnings.append(
        Warning(line: 1, message: "The file should hold lines such as \"theme: dark\"."))
      return
    }
    for (key, value) in mapping { read(key, value) }
  }

  private mutating func read(_ key: Node, _ value: Node) {
    let line = key.mark?.line
    let name = key.string ?? ""
    let text = value.scalar?.string ?? ""
    func warn(_ message: String) {
      warnings.append(Warning(line: line, message: message))
    }
    switch name {
    case "theme" where !text.isEmpty: theme = text
    case "name" where !text.isEmpty: self.name = text
    case "role":
      guard let role = Practitioner.Role(word: text) else {
        warn("There is no role \"\(text.forMessage)\".\(Practitioner.Role.hint(text))")
        return
      }
      self.role = role
    case "plain", "ascii", "mouse":
      guard let flag = value.bool else {
        warn("\"\(name)\" is true or false, not \"\(text.forMessage)\".")
        return
      }
      switch name {
      case "plain": plain = flag
      case "ascii": ascii = flag
      default: mouse = flag
      }
    case "soon_within":
      guard let days = value.int, (1...365).contains(days) else {
        warn("\"soon_within\" is a number of days from 1 to 365.")
        return
      }
      soonWithin = days
    case "lock_after":
      guard let minutes = value.int, (0...1_440).contains(minutes) else {
        warn("\"lock_after\" is a number of minutes from 1 to 1440, or 0 for never.")
        return
      }
      lockAfter = minutes
    case "keys":
      guard case .mapping(let keys) = value else {
        warn("\"keys\" should hold lines such as \"undo: F9\".")
        return
      }
      for (action, key) in keys {
        let name = action.string ?? ""
        let names = key.array(of: String.self)
        self.keys[name] = names.isEmpty ? key.string.map { [$0] } ?? [] : names
        keyLines[name] = action.mark?.line
      }
    case "keys_profile":
      guard ["usual", "letters-off"].contains(text) else {
        warn("\"keys_profile\" is usual or letters-off, not \"\(text.forMessage)\".")
        return
      }
      lettersAreOff = text == "letters-off"
    case "clipboard":
      warn("The clipboard is for whoever runs this installation to allow, in \(Policy.fileName).")
    case "theme", "name": warn("\"\(name)\" has no value.")
    default:
      warn(
        "There is no setting \"\(name.forMessage)\"."
          + Nearest.hint(to: name, among: Settings.names))
    }
  }

  static let names = [
    "theme", "name", "role", "plain", "ascii", "soon_within", "lock_after", "keys", "keys_profile",
    "mouse",
  ]

  static func warning(_ error: YamlError) -> Warning {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Warning(line: mark.line, message: "The line cannot be read as YAML: \(problem).")
    default: Warning(line: nil, message: "The file cannot be read as YAML.")
    }
  }
}

extension Practitioner.Role {
  /// Reads a role as typed: its word, or its words for people, in any case.
  init?(word: String) {
    let typed = word.lowercased()
    guard
      let role = Practitioner.Role.allCases.first(where: {
        $0.rawValue == typed || $0.words.lowercased() == typed
      })
    else { return nil }
    self = role
  }

  static func hint(_ typed: String) -> String {
    Nearest.hint(to: typed, among: allCases.map(\.rawValue))
  }
}
