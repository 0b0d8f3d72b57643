import Foundation
import Screens
import TerminalKit
import Testing

@testable import waymark

/// The terminal lent to the person's own editor.
@Suite struct TextEditorTests {
  private func edit(
    _ text: String, _ stage: Stage, environment: [String: String] = ["EDITOR": "ed"],
    _ lend: (_ file: String) -> LentResult
  ) -> (reply: EditorReply, left: [String]) {
    let folder = stage.home + "/state"
    let editor = TextEditor(folder: folder, environment: environment)
    let reply = editor.edit(text) { command in lend(command.last ?? "") }
    return (reply, (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
  }

  private func write(_ bytes: [UInt8], _ file: String) -> LentResult {
    #expect(FileManager.default.createFile(atPath: file, contents: Data(bytes)))
    return .ended(0)
  }

  @Test func `what it leaves stands in the field, and nothing of it in a file`() throws {
    try Stage.with { stage in
      let (reply, left) = edit("Rang Ada's mother.", stage) { file in
        #expect(
          FileManager.default.contents(atPath: file) == Data("Rang Ada's mother.\n".utf8))
        var info = stat()
        #expect(stat(file, &info) == 0)
        #expect(info.st_mode & 0o777 == 0o600)
        #expect(stat((file as NSString).deletingLastPathComponent, &info) == 0)
        #expect(info.st_mode & 0o777 == 0o700)
        // Editors leave a copy beside it.
        _ = write(Array("a copy".utf8), file + "~")
        return write(Array("Rang Ada's mother.\nShe will come.\n".utf8), file)
      }
      #expect(reply == .text("Rang Ada's mother.\nShe will come."))
      #expect(left == [])
    }
  }

  @Test(
    arguments: [
      (.ended(1), "Your editor ended with status 1; the text is as it was."),
      (.ended(127), "Your editor could not be started: ed"),
      (.notStarted, "Your editor could not be started: ed"),
      (.interrupted, "Your editor was ended; the text is as it was."),
    ] as [(LentResult, String)])
  func `one that fails leaves the text as it was`(result: LentResult, said: String) throws {
    try Stage.with { stage in
      let (reply, left) = edit("Kept.", stage) { _ in result }
      #expect(reply == .refused(said))
      #expect(left == [])
    }
  }

  @Test(
    arguments: [
      ([0x41, 0xFF], "Your editor left what is no UTF-8 text; the text is as it was."),
      ([0x41, 0x00], "Your editor left what is no UTF-8 text; the text is as it was."),
      (
        [UInt8](repeating: 0x41, count: 1_000_001),
        "Your editor left over a million characters; the text is as it was."
      ),
    ] as [([UInt8], String)])
  func `what is no text is refused`(bytes: [UInt8], said: String) throws {
    try Stage.with { stage in
      let (reply, left) = edit("Kept.", stage) { write(bytes, $0) }
      #expect(reply == .refused(said))
      #expect(left == [])
    }
  }

  @Test func `without an editor it says what to set`() throws {
    try Stage.with { stage in
      let (reply, _) = edit("Kept.", stage, environment: ["EDITOR": " "]) { _ in .ended(0) }
      #expect(
        reply == .refused("Neither $VISUAL nor $EDITOR names an editor: set one in your shell."))
    }
  }

  @Test func `what a killed program left behind is taken away`() throws {
    try Stage.with { stage in
      // No process has this number: it is above the most that Linux gives out.
      let old = stage.home + "/state/editing-2147483600"
      try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
      _ = write(Array("left".utf8), old + "/text.txt")
      let (_, left) = edit("", stage) { _ in .ended(0) }
      #expect(left == [])
    }
  }
}
