import Foundation

/// A file's bytes with its name, as whoever knows folders hands them over.
///
/// The bytes may be mapped from disk: readers go over them in place and never copy them whole.
package struct NamedBytes: Sendable {
  /// The file's name without its folder; problems are placed by it.
  package var name: String
  package var bytes: Data

  package init(name: String, bytes: Data) {
    self.name = name
    self.bytes = bytes
  }
}
