import Foundation

/// Which file a name leads to at the moment.
struct FileIdentity: Equatable, Sendable {
  private let device: dev_t
  private let number: ino_t

  /// Nil where the name leads to none.
  init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    (device, number) = (info.st_dev, info.st_ino)
  }

  init?(descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    (device, number) = (info.st_dev, info.st_ino)
  }
}
