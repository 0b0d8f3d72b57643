import SENDDomain
import Storage

/// Who works in a workspace with accounts, and in which of their roles.
struct Identity {
  let account: Account
  let role: Practitioner.Role
}

extension CommandContext {
  /// Whether it is noted already today that they work, in this role.
  func isNoted(_ identity: Identity) -> Bool {
    identity.account.lastUsed == today && identity.account.lastRole == identity.role
  }

  /// Works out who works, and lets the store show no more than that.
  ///
  /// A workspace without accounts is whoever's file it is. In a demo borough anybody may be anybody.
  ///
  /// - Returns: Nil where nothing is bounded.
  /// - Throws: ``CommandFailure`` for somebody who has no account, whose access has ended or whose
  ///   account was not used for long, and for a role or account that is not theirs.
  func identify(_ store: Store) throws -> Identity? {
    let accounts = try store.accounts()
    guard !accounts.isEmpty else { return nil }
    let isDemo = try store.summary(isWhole: true).isDemo
    guard let account = try isDemo ? demoAccount(accounts, store) : ownAccount(accounts) else {
      return nil
    }
    let role = try role(in: account, isDemo: isDemo)
    store.work(as: account.sight(as: role, on: today), name: account.practitioner.name)
    return Identity(account: account, role: role)
  }

  /// The same for a store that is worked in: the journal says who begins, and in which role.
  func begin(in store: Store) throws {
    guard let identity = try identify(store) else { return }
    try store.begin(identity.account, as: identity.role, today: today)
  }

  private func ownAccount(_ accounts: [Account]) throws -> Account {
    let login = surroundings.login
    guard let own = accounts.first(where: { $0.login == login }) else {
      throw CommandFailure.workspace(
        "this workspace is for people with an account, and \(login.forMessage) has none: ask "
          + "whoever administers it for one (\"waymark user add\").")
    }
    try refuseClosed(own)
    guard let typed = options.user, typed != login,
      NameFolding.fold(typed) != NameFolding.fold(own.practitioner.name)
    else { return own }
    guard own.roles.contains(.administrator) else {
      throw CommandFailure.workspace(
        "--as is for an administrator: you work as \(own.practitioner.name.forMessage).")
    }
    guard let other = CommandContext.named(typed, accounts) else {
      throw noAccount(typed, accounts)
    }
    try refuseClosed(other)
    return other
  }

  /// A persona by login or by role; without either the borough stands open.
  private func demoAccount(_ accounts: [Account], _ store: Store) throws -> Account? {
    if let typed = options.user {
      if let account = accounts.first(where: { $0.login == typed }) { return account }
      let people = try store.practitioners().map { NameFolding.fold($0.name) }
      if people.contains(NameFolding.fold(typed)) { return nil }
      throw noAccount(typed, accounts)
    }
    return try options.role.flatMap(Practitioner.Role.init(word:)).flatMap { role in
      accounts.first { $0.roles.contains(role) }
    }
  }

  private func noAccount(_ typed: String, _ accounts: [Account]) -> CommandFailure {
    .usage(
      "there is no account \"\(typed.forMessage)\"."
        + Nearest.hint(to: typed, among: accounts.map(\.login)) + " The accounts are "
        + accounts.map(\.login.forMessage).joined(separator: ", ") + ".")
  }

  private func refuseClosed(_ account: Account) throws {
    switch account.standing(on: today) {
    case .open: return
    case .left:
      throw CommandFailure.workspace(
        "the access of \(account.login.forMessage) ended on \(account.left?.long ?? ""): ask "
          + "whoever administers the workspace if that is wrong.")
    case .dormant:
      throw CommandFailure.workspace(
        "the account of \(account.login.forMessage) was not used for \(Account.dormantAfter) days "
          + "and is locked: whoever administers the workspace opens it with \"waymark user leave "
          + "\(account.login.forMessage) --undo\".")
    }
  }

  private func role(in account: Account, isDemo: Bool) throws -> Practitioner.Role {
    if let asked = options.role.flatMap(Practitioner.Role.init(word:)) {
      guard account.roles.contains(asked) else {
        throw CommandFailure.usage(
          "\(account.login.forMessage) does not hold the role of \(asked.words), but "
            + account.roles.map(\.words).joined(separator: ", ") + ".")
      }
      return asked
    }
    if let usual = settings.role, account.roles.contains(usual) { return usual }
    return account.roles.first ?? .socialWorker
  }

  private static func named(_ typed: String, _ accounts: [Account]) -> Account? {
    accounts.first { $0.login == typed }
      ?? accounts.first { NameFolding.fold($0.practitioner.name) == NameFolding.fold(typed) }
  }
}

extension Store {
  /// Why whoever works may not bring in services, people to ask or places, which all others then
  /// read; nil where they may.
  var refusesOfferImport: String? {
    if !sight.isBounded || [.administrator, .manager, .officer, .offerEditor].contains(sight.role) {
      return nil
    }
    return "the role of \(sight.role.words) imports nothing into the Local Offer: its editor, a "
      + "manager, a case officer or an administrator does."
  }

  /// Whether whoever works may bring a return in.
  var mayImport: Bool {
    !sight.isBounded || [.administrator, .manager, .officer].contains(sight.role)
  }
}
