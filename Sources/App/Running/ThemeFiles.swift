import Foundation
import TerminalKit
import Yams

/// Themes as files: `Themes/NAME.yaml` in a folder of shared files or beside the configuration.
///
/// The built-in ones are compiled in; a file of their name in the folder that was named, or in the
/// person's own, stands in for them.
struct ThemeFiles {
  /// A theme, with what in its file does not hold: each a sentence with its place.
  struct Found {
    var theme: Theme
    var problems: [String] = []
    /// False where a line could not be read; faint colours are only told.
    var isUsable = true
  }

  let paths: Paths

  init(_ paths: Paths) { self.paths = paths }

  /// - Throws: ``CommandFailure/usage(_:)`` for a name that no theme has.
  func theme(named name: String) throws -> Found {
    let isPlain = !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
    let builtIn = Theme.named(name)
    // What was installed with the program is what is compiled in.
    let folders =
      builtIn == nil ? paths.shared : paths.shared.filter { !paths.program.contains($0) }
    for folder in folders where isPlain {
      let path = "\(folder)/Themes/\(name).yaml"
      guard let handle = FileHandle(forReadingAtPath: path) else { continue }
      return read(path, name, (try? handle.read(upToCount: 65_537)) ?? Data())
    }
    if let builtIn { return Found(theme: builtIn) }
    let names = self.names
    throw CommandFailure.usage(
      "there is no theme \"\(name.forMessage)\".\(Nearest.hint(to: name, among: names)) The "
        + "themes are \(names.joined(separator: ", ")).")
  }

  /// Every theme that can be named.
  private var names: [String] {
    var names = Theme.builtIn.map(\.name)
    for folder in paths.shared {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder + "/Themes")) ?? []
      where file.hasSuffix(".yaml") {
        let name = String(file.dropLast(5))
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  private func read(_ path: String, _ name: String, _ bytes: Data) -> Found {
    func unusable(_ line: Int?, _ message: String) -> Found {
      let place = line.map { ":\($0)" } ?? ""
      return Found(
        theme: Theme.named(name) ?? .terminal, problems: ["\(path.forMessage)\(place): \(message)"],
        isUsable: false)
    }
    guard bytes.count <= 65_536, let text = String(validating: bytes, as: UTF8.self) else {
      return unusable(nil, "A theme file is text in UTF-8 of at most 64 KB.")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let warning = Settings.warning(error)
      return unusable(warning.line, warning.message)
    } catch {
      return unusable(nil, "The file cannot be read as YAML.")
    }
    guard case .mapping(let mapping)? = root else {
      return unusable(1, "The file should hold lines such as \"late: 216 on 16 bold\".")
    }
    var description: [String: String] = [:]
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      guard let role = key.string, let look = value.scalar?.string else {
        return unusable(key.mark?.line, "A role is a line such as \"late: 216 on 16 bold\".")
      }
      description[role] = look
      lines[role] = key.mark?.line
    }
    let (theme, problems) = Theme.described(name: name, description)
    var found = Found(theme: theme, isUsable: problems.isEmpty)
    let roles = Role.allCases.map { "\($0)" }
    found.problems = problems.map { problem in
      let hint =
        if case .unknownRole(let role) = problem { Nearest.hint(to: role, among: roles) } else {
          ""
        }
      let line = lines[problem.key].map { ":\($0)" } ?? ""
      return "\(path.forMessage)\(line): \(problem.sentence)\(hint)"
    }
    if found.isUsable {
      found.problems = theme.faint().map { role, contrast in
        let line = lines["\(role)"].map { ":\($0)" } ?? ""
        let ratio = (contrast * 10).rounded(.down) / 10
        return
          "\(path.forMessage)\(line): \(role) has a contrast of \(ratio):1; letters need "
          + "\(Theme.word(theme.least)):1."
      }
    }
    return found
  }
}
