import Exchange
import Foundation

extension NamedBytes {
  /// Whether there is a regular file: no folder, pipe or device.
  static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// A file's bytes. Large files are mapped and read in place; small ones are read, so that
  /// whoever writes over one cannot stop the program.
  ///
  /// - Throws: ``CommandFailure/usage(_:)`` where it cannot be read.
  init(at path: String) throws {
    var info = stat()
    let isLarge = stat(path, &info) == 0 && info.st_size > 4 << 20
    do {
      let data = try Data(
        contentsOf: URL(fileURLWithPath: path), options: isLarge ? .alwaysMapped : [])
      self.init(name: (path as NSString).lastPathComponent, bytes: data)
    } catch {
      throw CommandFailure.usage("\(path.forMessage) cannot be read: may you read it?")
    }
  }
}
