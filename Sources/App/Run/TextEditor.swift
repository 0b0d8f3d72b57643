import Foundation
import Screens
import TerminalKit

/// Lends the terminal to the person's own editor for a text that may hold a child's case: the file
/// is in a folder of its own that nobody else may enter, and both are gone afterwards, with all
/// that the editor put beside it.
struct TextEditor {
  /// Where the folder is made.
  let folder: String
  let environment: [String: String]

  /// In bytes: a note longer than a book is a mistake.
  private static let most = 1_000_000
  private static let prefix = "editing-"

  /// Lets the person edit a text.
  ///
  /// - Parameter lend: Runs a command on the terminal, as ``TerminalDriver/lend(to:)`` does.
  func edit(_ text: String, lend: ([String]) -> LentResult) -> EditorReply {
    guard
      let editor = [environment["VISUAL"], environment["EDITOR"]].lazy.compactMap({ $0 })
        .first(where: { $0.contains { !$0.isWhitespace } })
    else {
      return .refused("Neither $VISUAL nor $EDITOR names an editor: set one in your shell.")
    }
    sweep()
    let place = folder + "/\(TextEditor.prefix)\(getpid())"
    let file = place + "/text.txt"
    defer { try? FileManager.default.removeItem(atPath: place) }
    guard write(text, to: file, in: place) else {
      return .refused("No file for the editor could be made in \(folder.forMessage).")
    }
    // An editor's name may come with options: the shell takes it apart, as it does for others.
    let result = lend(["/bin/sh", "-c", editor + " \"$1\"", "sh", file])
    switch result {
    case .interrupted: return .refused("Your editor was ended; the text is as it was.")
    case .notStarted, .ended(126), .ended(127):
      return .refused("Your editor could not be started: \(editor.forMessage)")
    case .ended(let status) where status != 0:
      return .refused("Your editor ended with status \(status); the text is as it was.")
    case .ended: return read(file)
    }
  }

  private func read(_ file: String) -> EditorReply {
    guard let handle = FileHandle(forReadingAtPath: file),
      let bytes = try? handle.read(upToCount: TextEditor.most + 1)
    else {
      // An editor that was left without saving an empty text leaves no file.
      return .refused("Your editor left no file; the text is as it was.")
    }
    guard bytes.count <= TextEditor.most else {
      return .refused("Your editor left over a million characters; the text is as it was.")
    }
    guard var text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
      return .refused("Your editor left what is no UTF-8 text; the text is as it was.")
    }
    // Editors end the last line; nobody typed that.
    if text.hasSuffix("\n") { text.removeLast() }
    return .text(text)
  }

  private func write(_ text: String, to file: String, in place: String) -> Bool {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard mkdir(place, 0o700) == 0 else { return false }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data((text.isEmpty ? "" : text + "\n").utf8))
      try handle.close()
      return true
    } catch {
      return false
    }
  }

  /// Takes away what a program that was killed while it lent its terminal left behind.
  private func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(TextEditor.prefix) {
      guard let process = pid_t(name.dropFirst(TextEditor.prefix.count)) else { continue }
      let isMine = process == getpid()
      if isMine || (kill(process, 0) != 0 && errno == ESRCH) {
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
      }
    }
  }
}
