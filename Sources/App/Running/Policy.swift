import Foundation
import Yams

/// What whoever runs an installation allows on it. It is read from `/etc/waymark` or from beside the
/// program, never from a person's own folders.
struct Policy: Equatable, Sendable {
  static let fileName = "policy.yaml"

  /// Text may be sent to the terminal's clipboard.
  var allowsClipboard = false
  /// The file it stands in; nil where there is none.
  private(set) var path: String?
  /// What of the file does not hold: there nothing is allowed.
  private(set) var warnings: [Settings.Warning] = []

  init() {}

  /// - Parameter folders: Where the file may be; the first found counts.
  init(in folders: [String]) {
    for path in folders.map({ $0 + "/" + Policy.fileName }) {
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      self.path = path
      read(String(decoding: bytes, as: UTF8.self))
      return
    }
  }

  private mutating func read(_ text: String) {
    guard let root = try? Yams.compose(yaml: text) else {
      if !text.allSatisfy(\.isWhitespace) {
        warnings.append(Settings.Warning(line: nil, message: "The file cannot be read as YAML."))
      }
      return
    }
    guard case .mapping(let mapping) = root else {
      warnings.append(
        Settings.Warning(
          line: 1, message: "The file should hold lines such as \"clipboard: true\"."))
      return
    }
    for (key, value) in mapping {
      let line = key.mark?.line
      guard key.string == "clipboard" else {
        warnings.append(
          Settings.Warning(
            line: line, message: "There is no policy \"\((key.string ?? "").forMessage)\"."))
        continue
      }
      guard let flag = value.bool else {
        warnings.append(
          Settings.Warning(line: line, message: "\"clipboard\" is true or false."))
        continue
      }
      allowsClipboard = flag
    }
  }
}

extension Paths {
  /// Where an administrator's files are, the first found wins.
  var administration: [String] { ["/etc/waymark"] + program }
}
