import Foundation

/// The file that a workspace is: made with its final mode before SQLite sees it, and refused
/// where it stands on something that cannot keep its promises.
enum WorkspaceFile {
  /// Makes an empty file with mode 0600 in a folder of mode 0700, unless one is there.
  static func make(at path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try makeFolder(folder) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      if errno == EEXIST { return }
      throw error(for: path)
    }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw error(for: path) }
  }

  private static func makeFolder(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.readOnly(path: path, why: "its folder cannot be made")
    }
  }

  /// Refuses links, devices, network file systems and files that others may read.
  static func inspect(_ path: String) throws {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      throw errno == ENOENT ? StoreError.missing(path: path) : error(for: path)
    }
    let kind = info.st_mode & S_IFMT
    if kind == S_IFLNK { throw StoreError.unsafeFile(path: path, why: .symbolicLink) }
    if kind != S_IFREG { throw StoreError.unsafeFile(path: path, why: .notAFile) }
    if info.st_nlink > 1 { throw StoreError.unsafeFile(path: path, why: .hardLink) }
    if info.st_mode & 0o077 != 0 {
      throw StoreError.unsafeFile(
        path: path, why: .openToOthers(mode: String(info.st_mode & 0o777, radix: 8)))
    }
    if let name = networkFileSystem(of: path) {
      throw StoreError.unsafeFile(path: path, why: .networkFileSystem(name))
    }
  }

  /// The kind of network file system the path lies on, read from the kernel's mount table; nil
  /// for a local one or where there is no such table.
  private static func networkFileSystem(of path: String) -> String? {
    guard let table = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8),
      let real = realpath(path, nil)
    else { return nil }
    defer { free(real) }
    let path = String(cString: real)
    var best: (point: String, kind: String) = ("", "")
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2 else { continue }
      let point = String(fields[1])
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      if isAbove, point.count >= best.point.count { best = (point, String(fields[2])) }
    }
    let kinds = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs"]
    return kinds.contains(best.kind) ? best.kind : nil
  }

  /// Bytes; nil where there is no such file.
  static func size(of path: String) -> Int? {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : nil
  }

  /// An empty file is one that was cut off, or one whose making was interrupted: never opened as
  /// if it were a workspace without children.
  static func refuseEmpty(_ path: String) throws {
    guard size(of: path) == 0 else { return }
    try refuseLogBesideEmpty(path)
    throw StoreError.corrupt(path: path, check: "the file is empty")
  }

  /// SQLite deletes the log of an empty file; it may hold all that is left.
  static func refuseLogBesideEmpty(_ path: String) throws {
    guard let log = size(of: path + "-wal"), log > 0 else { return }
    throw StoreError.corrupt(path: path, check: "the file is empty, the log beside it is not")
  }

  /// Without the log that lies beside it, in a folder where it cannot be opened, a file is not
  /// whole: it may not be read by itself.
  static func refuseSealedLog(_ path: String) throws {
    guard let log = size(of: path + "-wal"), log > 0 else { return }
    throw StoreError.readOnly(
      path: path, why: "its folder is not writable by you, and the last changes lie beside it")
  }

  /// Whether this process may write the file and its folder.
  static func isWritable(_ path: String) -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    return access(path, W_OK) == 0 && access(folder.isEmpty ? "." : folder, W_OK) == 0
  }

  /// What the last system call's error says of a path.
  static func error(for path: String) -> StoreError {
    switch errno {
    case ELOOP: .unsafeFile(path: path, why: .symbolicLink)
    case EACCES, EPERM, EROFS:
      .readOnly(path: path, why: String(cString: strerror(errno)))
    case ENOENT, ENOTDIR: .missing(path: path)
    default: .disk(code: errno)
    }
  }
}
