import Exchange
import Foundation
import Screens
import SENDDomain

/// What is made for the outside, as new files that only their owner can read: one in the folder the
/// program was started in, or several in a new folder there. One child, or one provider, in each.
struct ExportFiles {
  private var files: [(name: String, bytes: Data)]
  private let folder: String

  init(_ export: Export, today: Day, by rules: RuleBook) {
    switch export {
    case .letters(let made):
      files = made.letters.map { ($0.fileName, Data($0.text().utf8)) }
      folder = "letters-\(today)"
    case .lists(let lists):
      files = lists.map { list in
        (
          list.fileName(on: today),
          Data(CSVWriter.bytes(ProviderList.heads, list.cells))
        )
      }
      folder = "advice-lists-\(today)"
    case .chronology(let chronology):
      files = [(chronology.fileName, Data(chronology.text().utf8))]
      folder = ""
    case .agenda(let agenda):
      files = [(agenda.fileName, Data(agenda.text(by: rules).utf8))]
      folder = ""
    }
  }

  /// Writes them, or says why not.
  ///
  /// - Returns: The file's whole path, or the folder's. What was written before another file failed
  ///   stays, and the sentence says so.
  func write(in context: CommandContext) -> FileReply {
    do throws(NewFile.Problem) {
      if files.count == 1 {
        return .done(path: try write(files[0], in: context.surroundings.absolute(".")))
      }
      let path = try newFolder(in: context.surroundings.absolute("."))
      for (index, file) in files.enumerated() {
        do throws(NewFile.Problem) {
          _ = try write(file, in: path)
        } catch {
          return .refused(
            sentence: "\(index) of \(files.count) files stand in \(path.forMessage): "
              + error.sentence)
        }
      }
      return .done(path: path)
    } catch { return .refused(sentence: error.sentence) }
  }

  /// Never over one that is there: then the next number goes with the name.
  private func write(
    _ file: (name: String, bytes: Data), in folder: String
  ) throws(NewFile.Problem) -> String {
    let path = ExportFiles.free(folder + "/" + file.name)
    try NewFile.write(file.bytes, to: path)
    return path
  }

  private func newFolder(in place: String) throws(NewFile.Problem) -> String {
    let path = ExportFiles.free(place + "/" + folder)
    guard mkdir(path, 0o700) == 0 else {
      throw NewFile.Problem(
        sentence: "No folder can be made at \(path.forMessage): start Waymark in a folder of your "
          + "own.")
    }
    return path
  }

  /// The path, or the first with a number that nothing stands at.
  private static func free(_ path: String) -> String {
    var info = stat()
    guard lstat(path, &info) == 0 else { return path }
    let ending = (path as NSString).pathExtension
    let stem = ending.isEmpty ? path : String(path.dropLast(ending.count + 1))
    for number in 2...999 {
      let next = "\(stem)-\(number)" + (ending.isEmpty ? "" : ".\(ending)")
      if lstat(next, &info) != 0 { return next }
    }
    return path
  }
}
