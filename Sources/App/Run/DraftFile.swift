import Foundation
import Screens

/// What is being typed, kept in the state folder and not in the workspace, which may be full,
/// locked or damaged. One file for each workspace, because another one's children have other
/// numbers.
struct DraftFile: Sendable {
  private let file: StateFile
  var path: String { file.path }

  /// - Parameter workspace: The workspace's path.
  init(folder: String, workspace: String) {
    file = StateFile("draft", ending: ".json", folder: folder, workspace: workspace)
  }

  /// Stores a draft, or with nil removes it. A failure is not told: the form is still there.
  func save(_ draft: Draft?) {
    guard let draft else {
      file.remove()
      return
    }
    if let bytes = try? JSONEncoder().encode(draft) { file.save(bytes) }
  }

  /// The draft that was left; nil where there is none or it cannot be read.
  func load() -> Draft? { file.load().flatMap { try? JSONDecoder().decode(Draft.self, from: $0) } }
}
