import Foundation
import GRDB
import SENDDomain

/// What the workspace as a whole knows of the return it was last read from. Imports stand on each
/// other like a stack: only the last one that stands can be undone, and a return that was matched
/// against one state is applied to no other.
struct ImportState: Equatable {
  var authority: String?
  /// Day number.
  var readOn: Int?
  /// The journal entry of the last import that stands.
  var seq: Int?

  static func current(_ db: Database) throws -> ImportState {
    ImportState(
      authority: try Workspace.text("authority", db),
      readOn: try Workspace.number("lastReadOn", db),
      seq: try Workspace.number("lastImport", db))
  }

  func store(_ db: Database) throws {
    try Workspace.set("authority", authority, db)
    try Workspace.set("lastReadOn", readOn, db)
    try Workspace.set("lastImport", seq, db)
  }
}

extension ImportState {
  var bytes: Data {
    var writer = RecordWriter()
    writer.write(authority != nil)
    writer.write(authority ?? "")
    writer.write(readOn)
    writer.write(seq)
    return Data(writer.bytes)
  }

  init(bytes: Data) throws {
    var reader = RecordReader(Array(bytes))
    let hasAuthority = try reader.flag()
    let authority = try reader.text()
    self.init(
      authority: hasAuthority == true ? authority : nil, readOn: try reader.optionalNumber(),
      seq: try reader.optionalNumber())
  }
}
