import Foundation

/// Where the program's files are: the XDG base directories, and folders of shared files.
struct Paths: Equatable, Sendable {
  var configuration: String
  /// Holds the workspaces.
  var data: String
  /// Drafts, and where each screen was left.
  var state: String
  /// Folders that hold themes and other shared files, the first found wins.
  var shared: [String]
  /// Those of them that came with the program or were named for it: a person's own folder holds
  /// earlier targets and calendars, never the law.
  var installed: [String]
  /// Those that came with the program.
  var program: [String]

  var workspace: String { data + "/workspace.sqlite" }
  var demo: String { data + "/demo.sqlite" }

  init(_ surroundings: Surroundings, config: String? = nil, share: String? = nil) {
    func base(_ variable: String, _ usual: String) -> String {
      // A relative path in such a variable is invalid and ignored (XDG Base Directory 0.8).
      let given = surroundings.variable(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (given ?? surroundings.home + usual) + "/waymark"
    }
    let configurations = base("XDG_CONFIG_HOME", "/.config")
    configuration = config.map(surroundings.absolute) ?? configurations + "/config.yaml"
    data = base("XDG_DATA_HOME", "/.local/share")
    state = base("XDG_STATE_HOME", "/.local/state")
    let beside = (surroundings.executable as NSString).deletingLastPathComponent
    let given = share ?? surroundings.variable("WAYMARK_SHARE")
    let named = given.map { [surroundings.absolute($0)] } ?? []
    program = [(beside as NSString).deletingLastPathComponent + "/share/waymark", beside]
    shared = named + [configurations] + program
    installed = named + program
  }
}

extension Surroundings {
  /// A path as typed, from the root.
  func absolute(_ path: String) -> String {
    let path = path.hasPrefix("~/") ? home + path.dropFirst() : path
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    // By its letters alone: following links is not for a path's reader, who may have to refuse
    // them.
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
