import Storage

extension StoreError {
  /// What stopped the store, in one sentence that says what to do.
  var sentence: String {
    switch self {
    case .missing(let path):
      "there is no workspace at \(path.forMessage): \"waymark import sen2 PATH\" makes one from "
        + "a return, \"waymark --demo\" shows a generated borough."
    case .newerSchema:
      "the workspace was written by a later version of Waymark: install that version; the file "
        + "was not touched."
    case .olderSchema(let path):
      "\(path.forMessage) was written by an earlier version of Waymark and must be brought up to "
        + "date first: open it once where it can be written."
    case .busy(0, _):
      "somebody else imported a return, or undid one, meanwhile; nothing was changed: import again."
    case .busy(let seconds, let holder):
      "the workspace has been locked for \(seconds) seconds"
        + (holder.map { " by \($0.user.forMessage) (process \($0.pid))" } ?? "")
        + ": try again when that work is done."
    case .corrupt(let path, let check):
      "\(path.forMessage) cannot be used as a workspace (\(check.forMessage)): restore a backup, "
        + "or name another file with --workspace."
    case .readOnly(let path, let why):
      "\(path.forMessage) cannot be written: \(why.forMessage)."
    case .unreadable(let path):
      "\(path.forMessage) is there, but you may not read it: ask whoever owns it, or name another "
        + "file with --workspace."
    case .unsafeFile(let path, let why): "\(path.forMessage) is not opened: \(why.sentence)"
    case .disk(let code):
      "the disk is full or failed (code \(code)): free some space and try again; nothing was "
        + "changed."
    case .cancelled: "stopped; nothing was changed."
    case .journalDamaged(let seq):
      "the workspace's journal does not hold at entry \(seq): run \"waymark check\"."
    }
  }
}

extension StoreError.UnsafeFile {
  fileprivate var sentence: String {
    switch self {
    case .symbolicLink: "it is a symbolic link; name the file itself."
    case .hardLink: "it has a second name (a hard link); a workspace must have one."
    case .notAFile: "it is not a file."
    case .networkFileSystem(let kind):
      "it lies on a network file system (\(kind.forMessage)), which cannot keep a workspace "
        + "safe; put it on a local disk."
    case .openToOthers(let mode):
      "others on this machine may read it (mode \(mode)); \"chmod 600\" it first."
    }
  }
}
