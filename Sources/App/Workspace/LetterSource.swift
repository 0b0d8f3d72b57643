import Exchange
import Foundation
import SENDDomain

/// The wording of letters in use: an area's own files beside the configuration, else the shipped
/// ones, else the copies that are compiled in; each letter by itself.
struct LetterSource {
  private(set) var letters = LetterSet.shipped
  /// The files that were read and hold.
  private(set) var files: [String] = []
  /// Why a file is left out, with its place.
  private(set) var problems: [String] = []

  init(_ paths: Paths) {
    let own = (paths.configuration as NSString).deletingLastPathComponent + "/letters"
    for folder in paths.installed.map({ $0 + "/Resources/letters" }) {
      guard FileManager.default.fileExists(atPath: folder) else { continue }
      read(folder)
      break
    }
    read(own)
  }

  private mutating func read(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".txt") && !name.hasPrefix(".") {
      let path = folder + "/" + name
      guard NamedBytes.isFile(path), let handle = FileHandle(forReadingAtPath: path) else {
        problems.append("\(path.forMessage): cannot be read; the letter built in is used.")
        continue
      }
      let bytes = (try? handle.read(upToCount: LetterFile.most + 1)) ?? Data()
      do throws(FileProblem) {
        try LetterFile.read(NamedBytes(name: path, bytes: bytes), into: &letters)
        files.append(path)
      } catch {
        let line = error.line.map { ":\($0)" } ?? ""
        problems.append("\(path.forMessage)\(line): \(error.message)")
      }
    }
  }
}
