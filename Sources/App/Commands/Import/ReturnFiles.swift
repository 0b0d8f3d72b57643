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
        isFile(path + "/" + $0)
      }
    } catch {
      throw CommandFailure.usage("the folder \(path.forMessage) cannot be read.")
    }
    switch SEN2Return.choose(names) {
    case .csv(let names): return try SEN2Reader(csv: names.map { try bytes(path + "/" + $0) })
    case .xml(let name): return try SEN2Reader(xml: bytes(path + "/" + name))
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
    guard isFile(path) else {
      throw CommandFailure.usage("\(typed.forMessage) is neither a file nor a folder.")
    }
    return try SEN2Reader(xml: bytes(path))
  }

  private static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// Large files are mapped and read in place; small ones are read, so that whoever writes over
  /// one cannot stop the program.
  private static func bytes(_ path: String) throws -> NamedBytes {
    let name = (path as NSString).lastPathComponent
    var info = stat()
    let isLarge = stat(path, &info) == 0 && info.st_size > 4 << 20
    do {
      let data = try Data(
        contentsOf: URL(fileURLWithPath: path), options: isLarge ? .alwaysMapped : [])
      return NamedBytes(name: name, bytes: data)
    } catch {
      throw CommandFailure.usage("\(path.forMessage) cannot be read: may you read it?")
    }
  }
}
