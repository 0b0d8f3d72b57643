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

  /// Nil where there is none, or it cannot be read any more: then everything is as it comes.
  func load() -> SavedView? {
    file.load().flatMap { try? JSONDecoder().decode(SavedView.self, from: $0) }
  }
}
