import Exchange
import Foundation

/// The files of a return, found and mapped.
struct ReturnFiles {
  /// What was named: a folder's or a file's name, for the journal.
  let name: String
  let reader: SEN2Reader

  /// - Parameters:
  ///   - path: From the root.
  ///   - typed: As it was typed, for messages.
  /// - Throws: ``CommandFailure/usage(_:)`` or ``SEN2Error`` where nothing can be read.
  init(at path: String, typed: String) throws {
    name = (path as NSString).lastPathComponent
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure.usage(
        "there is no file or folder \(typed.forMessage): name the folder with the CSV exports "
          + "of COLLECT, or one XML file.")
    }
    reader =
      isFolder.boolValue
      ? try ReturnFiles.folder(path) : try ReturnFiles.file(path, typed)
  }

  private static func folder(_ path: String) throws -> SEN2Reader {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).filter {
        NamedBytes.isFile(path + "/" + $0)
      }
    } catch {
      throw CommandFailure.usage("the folder \(path.forMessage) cannot be read.")
    }
    switch SEN2Return.choose(names) {
    case .csv(let names):
      return try SEN2Reader(csv: names.map { try NamedBytes(at: path + "/" + $0) })
    case .xml(let name): return try SEN2Reader(xml: NamedBytes(at: path + "/" + name))
    case .refused(let error): throw error
    }
  }

  private static func file(_ path: String, _ typed: String) throws -> SEN2Reader {
    let name = (path as NSString).lastPathComponent
    if SEN2Return.isModuleFile(name) {
      let folder = (path as NSString).deletingLastPathComponent
      throw CommandFailure.usage(
        "\(name.forMessage) is one file of a set: name its folder, "
          + "\"waymark import sen2 \(folder.forMessage)\".")
    }
    guard NamedBytes.isFile(path) else {
      throw CommandFailure.usage("\(typed.forMessage) is neither a file nor a folder.")
    }
    return try SEN2Reader(xml: NamedBytes(at: path))
  }
}
