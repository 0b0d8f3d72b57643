import Exchange
import Foundation
import SENDDomain
import Storage

/// Makes the workspace of the demo borough: the same plans, seed and day give the same one.
struct DemoMaker {
  private let context: CommandContext
  private let borough: DemoBorough
  private let seed: UInt64

  init(_ context: CommandContext, plans: Int = 3332, seed: UInt64 = 1) {
    self.context = context
    self.seed = seed
    borough = DemoBorough(day: context.today, plans: plans, seed: seed)
  }

  /// - Throws: ``CommandFailure/usage(_:)`` where a file is there; ``StoreError``; whatever
  ///   stopped it leaves nothing.
  func make(at path: String) throws {
    // Anything there, a link to nowhere included.
    var info = stat()
    guard lstat(path, &info) != 0 else {
      throw CommandFailure.usage(
        "\(path.forMessage) exists already: name a file that does not, or remove it first.")
    }
    let interrupts = context.surroundings.interrupts
    interrupts.watch()
    let fresh = try FreshWorkspace(at: path, user: user, rules: context.rules.book)
    let progress = ProgressLine(context.surroundings)
    defer { progress.clear() }
    interrupts.watch { fresh.store.interrupt() }
    do {
      try fill(fresh.store, progress)
      try fresh.publish()
    } catch {
      fresh.discard()
      try interrupts.check()
      throw error
    }
  }

  private func fill(_ store: Store, _ progress: ProgressLine) throws {
    let people = borough.officers.enumerated().map { index, officer in
      Practitioner(
        id: Int64(index + 1), name: officer.name,
        role: Practitioner.Role(word: officer.role) ?? .officer, team: officer.team)
    }
    try store.install(
      practitioners: people,
      settings: borough.settings.map { (Setting(urn: $0.urn).key, $0.name, $0.kind) },
      isDemo: true)
    let load = try ReturnImport(
      borough.header, into: store, readOn: context.today, isDryRun: false)
    let interrupts = context.surroundings.interrupts
    var made = 0
    try borough.generate { child in
      try load.add(child.record, extras(child))
      made += 1
      if made % 500 == 0 {
        try interrupts.check()
        progress.show("Making the demo borough: \(made.grouped) children")
      }
    }
    _ = try load.finish(source: "demo", problems: []) { part, done, total in
      progress.show(
        part == .indexing
          ? "Writing: names for the search"
          : "Writing: \(done.grouped) of \((total ?? done).grouped) children")
      return interrupts.pending == nil
    }
    try DemoAssessments(store: store, today: context.today).record()
    try DemoProvision(store: store, today: context.today).record()
    try fillOffer(store)
    try DemoSignposts(store: store, today: context.today, user: keyboards()).record()
    try DemoPersonas(store: store, borough: borough, today: context.today).make()
  }

  /// The services and the directory of a made-up borough, where the shared files are: they are read
  /// as any source's.
  private func fillOffer(_ store: Store) throws {
    if let file = try sharedFile("made-up-borough.ndjson") {
      let feed = try OfferFiles([file], today: context.today).read()
      _ = try store.importOffer(
        OfferImport(feed, source: "made-up borough"), today: context.today)
    }
    if let file = try sharedFile("made-up-directory.csv") {
      let feed = DirectoryFile.read(file, today: context.today)
      _ = try store.importDirectory(
        DirectoryImport(feed, source: "directory"), today: context.today)
    }
  }

  private func sharedFile(_ name: String) throws -> NamedBytes? {
    try context.paths.installed.map { $0 + "/Resources/local-offer/" + name }
      .first(where: NamedBytes.isFile).map { try NamedBytes(at: $0) }
  }

  private func extras(_ child: DemoChild) -> ImportExtras {
    ImportExtras(
      owner: child.officer.map { Int64($0 + 1) },
      entries: child.entries.map {
        ImportExtras.Entry(step: $0.step, day: $0.day, outcome: $0.outcome, note: $0.note)
      })
  }

  /// The borough's practitioners at the keyboard, by name. Their identifiers are others than those
  /// of the borough's making, and follow from the seed too.
  private func keyboards() -> (String) -> StoreUser {
    let source = SeededBytes(~seed ^ UInt64(bitPattern: Int64(context.today.number)) << 32)
    let maker = user
    return { name in
      var user = maker
      user.name = name
      user.random = { source.next($0) }
      return user
    }
  }

  /// Whoever made it, whenever: the journal of two equal boroughs is the same.
  private var user: StoreUser {
    let noon = (Int64(context.today.number) * 24 + 12) * 3_600_000
    let source = SeededBytes(seed ^ UInt64(bitPattern: Int64(context.today.number)) << 32)
    return StoreUser(
      login: context.surroundings.login, name: "Demo borough", host: "demo", now: { noon },
      random: { source.next($0) })
  }
}
