import Storage

/// Where an import of services or people goes: the workspace, a new one, or nowhere.
struct OfferPlace {
  let context: CommandContext
  let isDryRun: Bool

  /// - Parameters:
  ///   - preview: What it would do; nil stands for no workspace.
  ///   - refusal: What to say where it is doubtful and nobody has confirmed it.
  /// - Throws: What stopped it; the workspace is as it was.
  func outcome(
    preview: (Store?) throws -> OfferImportResult,
    apply: (Store) throws -> OfferImportResult,
    refusal: (_ read: Int, _ known: Int) -> CommandFailure
  ) throws -> OfferImportOutcome {
    let result = try store { store in
      guard !isDryRun, let store else { return try preview(store) }
      return try apply(store)
    } keepsIf: {
      if case .done = $0 { true } else { false }
    }
    switch result {
    case .done(let outcome): return outcome
    case .refused(let read, let known): throw refusal(read, known)
    }
  }

  /// Runs `body` on the workspace: one that is there, else a new one, which stands in its file only
  /// once it is whole. With a dry run on the one that is there, only to be read, or on none.
  ///
  /// - Parameter keepsIf: Whether a new workspace is worth keeping.
  func store<Result>(
    _ body: (Store?) throws -> Result, keepsIf: (Result) -> Bool = { _ in true }
  ) throws -> Result {
    if isDryRun { return try body(try look()) }
    if context.hasWorkspace || context.options.demo {
      let store = try context.openForWriting()
      defer { store.close() }
      if let why = store.refusesOfferImport { throw CommandFailure.workspace(why) }
      return try body(store)
    }
    if context.options.readOnly {
      throw StoreError.readOnly(path: context.workspace, why: "--read-only was given")
    }
    let fresh = try FreshWorkspace(
      at: context.workspace, user: context.user, rules: context.tellingRules())
    do {
      let result = try body(fresh.store)
      if keepsIf(result) { try fresh.publish() } else { fresh.discard() }
      return result
    } catch {
      fresh.discard()
      throw error
    }
  }

  /// The workspace as it stands, or nil where there is none.
  private func look() throws -> Store? {
    guard context.hasWorkspace else { return nil }
    do {
      let store = try Store.look(
        at: context.workspace, user: context.user, rules: context.rules.book)
      _ = try context.identify(store)
      return store
    } catch StoreError.missing {
      return nil
    }
  }
}
