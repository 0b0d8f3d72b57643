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
    func accepted(_ result: OfferImportResult) throws -> OfferImportOutcome {
      switch result {
      case .done(let outcome): return outcome
      case .refused(let read, let known): throw refusal(read, known)
      }
    }
    if isDryRun { return try accepted(try preview(try look())) }
    if context.hasWorkspace || context.options.demo {
      let store = try context.openForWriting()
      defer { store.close() }
      return try accepted(try apply(store))
    }
    if context.options.readOnly {
      throw StoreError.readOnly(path: context.workspace, why: "--read-only was given")
    }
    let fresh = try FreshWorkspace(
      at: context.workspace, user: context.user, rules: context.tellingRules())
    do {
      let outcome = try accepted(try apply(fresh.store))
      try fresh.publish()
      return outcome
    } catch {
      fresh.discard()
      throw error
    }
  }

  /// The workspace as it stands, or nil where there is none.
  private func look() throws -> Store? {
    guard context.hasWorkspace else { return nil }
    do {
      return try Store.look(
        at: context.workspace, user: context.user, rules: context.rules.book)
    } catch StoreError.missing {
      return nil
    }
  }
}
