import Foundation
import Screens

/// Where a person was in a workspace, kept in the state folder from one start to the next.
struct ViewFile: Sendable {
  private let file: StateFile

  /// - Parameter workspace: The workspace's path.
  init(folder: String, workspace: String) {
    file = StateFile("view", ending: ".json", folder: folder, workspace: workspace)
  }

  func save(_ view: SavedView) {
    if let bytes = try? JSONEncoder().encode(view) { file.save(bytes) }
  }

  /// The view, or nil where there is none; where it cannot be read any more, that in words, and
  /// everything is as it comes.
  func load() -> (view: SavedView?, problem: String?) {
    guard let bytes = file.load() else { return (nil, nil) }
    do {
      return (try JSONDecoder().decode(SavedView.self, from: bytes), nil)
    } catch {
      return (nil, "Where you left off cannot be read any more: everything is as it comes.")
    }
  }
}
