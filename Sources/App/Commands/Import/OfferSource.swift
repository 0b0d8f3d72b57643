import Exchange
import Foundation
import SENDDomain

/// The files of one source of services, found and mapped.
struct OfferSource {
  let name: String
  let files: [NamedBytes]

  /// Folders in folders deeper than this are left alone, so that a link round in a circle ends.
  private static let deepest = 8
  private static let most = 20_000

  /// A feed, as it was read.
  init(_ haul: FeedHaul, name: String) {
    self.name = name
    files = haul.files
  }

  /// - Throws: ``CommandFailure/usage(_:)`` where there is no file.
  init(_ paths: [String], named source: String?, _ context: CommandContext) throws {
    let found = paths.map { (typed: $0, path: context.surroundings.absolute($0)) }
    name = source ?? found.first.map { ($0.path as NSString).lastPathComponent } ?? ""
    var files: [NamedBytes] = []
    for (typed, path) in found {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw CommandFailure.usage(
          "there is no file or folder \(typed.forMessage): name the files of one source.")
      }
      if isFolder.boolValue {
        try OfferSource.add(folder: path, as: "", depth: 0, to: &files)
      } else if NamedBytes.isFile(path) {
        files.append(try NamedBytes(at: path))
      } else {
        throw CommandFailure.usage("\(typed.forMessage) is neither a file nor a folder.")
      }
    }
    guard !files.isEmpty else {
      throw CommandFailure.usage("there is no file in \(paths[0].forMessage).")
    }
    self.files = files
  }

  private static func add(
    folder: String, as place: String, depth: Int, to files: inout [NamedBytes]
  ) throws {
    guard depth <= deepest else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw CommandFailure.usage("the folder \(folder.forMessage) cannot be read.")
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder + "/" + name
      if NamedBytes.isFile(path) {
        guard files.count < most else {
          throw CommandFailure.usage("\(folder.forMessage) holds over \(most.grouped) files.")
        }
        var file = try NamedBytes(at: path)
        file.name = place + name
        files.append(file)
      } else {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
          isFolder.boolValue
        {
          try add(folder: path, as: place + name + "/", depth: depth + 1, to: &files)
        }
      }
    }
  }
}
