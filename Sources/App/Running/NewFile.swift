import Foundation

/// A file that a person asked for: new, readable by its owner alone, never through a link, and over
/// one that is there only where that was said.
enum NewFile {
  /// Why it was not written, in a sentence that says what would be right.
  struct Problem: Error { let sentence: String }

  /// Writes it whole, or leaves nothing behind.
  static func write(
    _ bytes: Data, to path: String, replacing: Bool = false
  ) throws(Problem) {
    if replacing {
      // What was there stays until the new one is whole.
      let beside = path + ".new-\(getpid())"
      try write(bytes, to: beside)
      guard rename(beside, path) != 0 else { return }
      let code = errno
      unlink(beside)
      throw problem(code, path)
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw problem(errno, path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: bytes)
      try handle.synchronize()
      try handle.close()
    } catch {
      unlink(path)
      throw Problem(
        sentence:
          "\(path.forMessage) could not be written whole, and nothing is left of it: is the "
          + "disk full?")
    }
  }

  private static func problem(_ code: Int32, _ path: String) -> Problem {
    let name = path.forMessage
    switch code {
    case EEXIST, ELOOP:
      return Problem(sentence: "\(name) is there already, and stays as it is: give another name.")
    case ENOENT:
      return Problem(sentence: "The folder of \(name) is not there: give one that is.")
    case EACCES, EPERM, EROFS:
      return Problem(
        sentence: "Nothing may be written at \(name): give a place of your own, such as "
          + "\(NSHomeDirectory().forMessage)/sheet.txt.")
    case EISDIR: return Problem(sentence: "\(name) is a folder: give the name of a file.")
    default:
      return Problem(
        sentence: "\(name) cannot be written (\(String(cString: strerror(code)))): give another "
          + "place.")
    }
  }
}
