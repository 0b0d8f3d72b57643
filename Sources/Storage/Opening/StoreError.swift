/// What stopped the store from opening or from writing. The file is unchanged in every case.
package enum StoreError: Error, Equatable {
  /// There is no workspace at this path.
  case missing(path: String)
  /// The file was written by a later version of this program.
  case newerSchema(found: String)
  /// The file was written by an earlier version and cannot be brought up to date here: it can
  /// only be read.
  case olderSchema(path: String)
  /// Another process held the workspace for longer than the timeout.
  case busy(seconds: Int, holder: GateHolder?)
  /// SQLite reports damage, or the file is no workspace.
  case corrupt(path: String, check: String)
  case readOnly(path: String, why: String)
  /// The file is there, and this account may not read it.
  case unreadable(path: String)
  /// The path leads through something a workspace must not stand on.
  case unsafeFile(path: String, why: UnsafeFile)
  /// The disk is full or failed; the transaction was rolled back.
  case disk(code: Int32)
  /// The write stopped because the person cancelled it; nothing was changed.
  case cancelled
  /// The journal's rows are not what was written.
  case journalDamaged(seq: Int64)

  package enum UnsafeFile: Equatable, Sendable {
    case symbolicLink, hardLink, notAFile, networkFileSystem(String)
    case openToOthers(mode: String)
  }
}

/// Who holds the write gate, as the gate's file says.
package struct GateHolder: Equatable, Sendable {
  package var pid: Int32
  package var user: String
}
