extension Store {
  /// Has the journal say that a service's contact was sent to the terminal's clipboard, where it is
  /// outside the program: who, when and which, not what. A workspace that is read-only cannot say it.
  package func noteClipboard(service: Int64) throws {
    try noteClipboard("offerService:\(service)")
  }

  /// The same of an entry of the directory.
  package func noteClipboard(entry: Int64) throws {
    try noteClipboard("directoryEntry:\(entry)")
  }

  private func noteClipboard(_ subject: String) throws {
    guard access == .readWrite else { return }
    try write { db in
      _ = try Journal.append(
        Journal.Entry(
          action: "clipboard", subject: subject, words: "contact sent to the terminal's clipboard"),
        user, db)
    }
  }
}
