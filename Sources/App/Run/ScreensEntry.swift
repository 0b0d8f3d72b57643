import Foundation
import Screens
import SENDDomain
import Storage
import TerminalKit

/// Opens the screens and runs them until the person leaves.
///
/// - Returns: The status to end with.
func runScreens(_ context: CommandContext) throws -> Int32 {
  let actions = context.settings.actions().table
  context.tellWarnings(context.settings.problems)
  let accessible = context.surroundings.variable("ACCESSIBLE") == "1"
  if context.options.plain || context.settings.plain || accessible {
    let store = try ScreensEntry.open(context)
    defer { store?.close() }
    return try ScreensEntry.runPlain(context, store, actions)
  }
  let theme = try context.theme()
  guard context.surroundings.writesToTerminal else {
    throw CommandFailure.usage(TerminalError.noOutputTerminal.sentence)
  }
  let store = try ScreensEntry.open(context)
  defer { store?.close() }
  let driver: CursesDriver
  do {
    CursesDriver.catchCrashes(
      sentence: "Waymark stopped at a fault of its own. What was saved is saved.\r\n",
      debug: context.options.debug)
    driver = try CursesDriver(ascii: context.glyphs == .ascii)
  } catch let error as TerminalError {
    throw CommandFailure.usage(error.sentence)
  }
  defer { driver.leave() }
  // The runtime's last words may quote a value, and whoever keeps standard error would keep them.
  let errors = context.options.debug ? nil : SilencedErrors()
  defer { errors?.end() }
  let entry = ScreensEntry(context, driver, theme, store, actions)
  let status = entry.run()
  driver.leave()
  entry.services.store?.close()
  return status
}

/// What the screens stand on: driver, services and the first state.
private struct ScreensEntry {
  let services: StoreServices
  private let loop: ScreenLoop
  private let lock: ScreenLock

  init(
    _ context: CommandContext, _ driver: CursesDriver, _ theme: Theme, _ store: Store?,
    _ actions: ActionTable
  ) {
    let mailbox = Mailbox<Screens.Message>(wake: { CursesDriver.wake() })
    let surroundings = context.surroundings
    let check = ScreensEntry.check(context, mailbox)
    services = ScreensEntry.services(context, store, whenOpened: check.opened)
    lock = ScreenLock(folder: context.paths.state)
    let lockAfter = context.settings.lockAfter
    let scope = store?.sight.scope ?? .all
    let root = ScreensEntry.root(
      context, services, actions, size: driver.size,
      lock: lock.setting(unlocker: context.user.unlocker, isTimed: lockAfter ?? 0 > 0))
    let services = services
    var reached = services.services()
    reached.lock = lock.services()
    let isFixed =
      context.options.today != nil || context.surroundings.variable("WAYMARK_TODAY") != nil
    loop = ScreenLoop(
      driver: driver, root: root,
      runner: EffectRunner(reached, scope: scope, mailbox: mailbox),
      mailbox: mailbox, theme: theme,
      world: ScreenLoop.World(
        lockAfter: LockTime.duration(lockAfter, in: ScreensEntry.role(context, store)),
        today: { isFixed ? context.today : surroundings.today() },
        dataVersion: { try? services.store?.dataVersion() },
        lastChange: { try? services.store?.lastChange() },
        editor: TextEditor(
          folder: services.draftFolder, environment: surroundings.environment),
        gateHolder: {
          services.store?.gateHolder.map { "\($0.user) (process \($0.pid))" }
        }))
  }

  func run() -> Int32 {
    let status = loop.run()
    if status == 0, !loop.isLocked {
      lock.mark.clear()
    } else if loop.canLock {
      // A session that did not end by leaving unlocked screens goes on locked.
      lock.mark.note(.locked)
    }
    return status
  }

  /// The same work as a dialogue in lines.
  static func runPlain(
    _ context: CommandContext, _ store: Store?, _ actions: ActionTable
  ) throws -> Int32 {
    let lock = PlainLock(context, ScreenLock(folder: context.paths.state))
    guard try lock.lets() else { return lock.status }
    CursesDriver.catchCrashes(
      sentence: "Waymark stopped at a fault of its own. What was saved is saved.",
      debug: context.options.debug)
    // The runtime's last words may quote a value, and whoever keeps standard error would keep them.
    let errors = context.options.debug ? nil : SilencedErrors()
    defer { errors?.end() }
    let mailbox = Mailbox<Screens.Message>(wake: {})
    let services = services(context, store, whenOpened: check(context, mailbox).opened)
    defer { services.store?.close() }
    var entry = PlainEntry(
      context, services,
      root(context, services, actions, size: Size(width: 120, height: 24), isPlain: true),
      store?.sight.scope ?? .all, mailbox)
    let status = entry.run()
    lock.ended(status)
    return status
  }

  /// The role that is worked in: the account's, else the word that was chosen.
  private static func role(_ context: CommandContext, _ store: Store?) -> Practitioner.Role {
    guard let sight = store?.sight, sight.isBounded else { return context.role ?? .officer }
    return sight.role
  }

  /// What the screens say of whose rows they show.
  private static func setting(_ context: CommandContext, _ store: Store?) -> Root.Setting {
    let sight = store?.sight ?? .open()
    var setting = Root.Setting(
      role: role(context, store).words, scope: sight.scope, scopeWords: sight.words,
      allowsClipboard: Policy(in: context.paths.administration).allowsClipboard)
    setting.sight = sight
    setting.assigns = sight.assigns
    if sight.role == .officer, let own = sight.practitioner {
      setting.listScope = .caseload(own)
      setting.ownCaseload = own
      setting.covers = (try? store?.covers(of: own, on: context.today)) ?? []
      setting.scopeWords = "my cases"
    }
    return setting
  }

  /// Looks behind the work whether the file is whole, and says damage through the mailbox.
  private static func check(
    _ context: CommandContext, _ mailbox: Mailbox<Screens.Message>
  ) -> DailyCheck {
    DailyCheck(
      folder: context.paths.state, world: .system(today: context.surroundings.today)
    ) { store, damage in
      mailbox.put(
        .fileDamaged(damage, readOnlyBecause: store.access.screenWords ?? "it is damaged"))
    }
  }

  private static func services(
    _ context: CommandContext, _ store: Store?, whenOpened: @escaping @Sendable (Store) -> Void
  ) -> StoreServices {
    StoreServices(
      store: store, draftFolder: context.paths.state, whenOpened: whenOpened,
      makeDemo: { progress in try ScreenWork.makeDemo(context, progress) },
      makeEmpty: { try Store.open(at: context.workspace, create: true, user: context.user) },
      importReturn: { path, store, progress in
        try ScreenWork.importReturn(path, into: store, context, progress)
      }, readRules: { ScreenWork.readRules(context) },
      dictionary: { context.dictionary.dictionary },
      letters: { context.letters.letters },
      writeExport: { export, today in
        ExportFiles(export, today: today, by: context.rules.book).write(in: context)
      },
      writeFile: { text, typed in ScreenWork.write(text, to: typed, context) })
  }

  /// The first state of the screens.
  private static func root(
    _ context: CommandContext, _ services: StoreServices, _ actions: ActionTable, size: Size,
    lock: LockSetting = LockSetting(), isPlain: Bool = false
  ) -> Root {
    let store = services.store
    let file = (context.paths.configuration as NSString).lastPathComponent
    let (view, problem) = services.view?.load() ?? (nil, nil)
    // In lines they were told just before, and still stand there.
    let warnings = isPlain ? [] : context.settings.problems
    return Root(
      setting: setting(context, store),
      facts: store.map { WorkspaceFacts($0) } ?? WorkspaceFacts(), today: context.today,
      rules: .england, table: actions, lettersAreOff: context.settings.lettersAreOff && !isPlain,
      mouseIsOn: context.settings.mouse, size: size,
      isFirstStart: store == nil, draft: services.draft?.load(), view: view,
      remarks: warnings.map { context.words($0, at: file) } + (problem.map { [$0] } ?? []),
      lock: lock)
  }

  /// The workspace, or nil at a first start; the demo borough is made where it is asked for.
  static func open(_ context: CommandContext) throws -> Store? {
    let path = context.workspace
    guard FileManager.default.fileExists(atPath: path) else {
      if context.options.demo {
        try DemoMaker(context).make(at: path)
        let store = try context.openedStore()
        try context.begin(in: store)
        return store
      }
      if context.options.readOnly { throw StoreError.missing(path: path) }
      return nil
    }
    let store = try context.openedStore(readOnly: context.options.readOnly)
    try context.begin(in: store)
    return store
  }
}

extension Sight {
  /// Whose rows are shown, in few words.
  fileprivate var words: String {
    switch scope {
    case .all: "all plans"
    case .caseload, .caseloads: "my cases"
    case .settings(let keys, _): keys.count > 1 ? "my settings" : "my setting"
    case .allocated: "my families"
    case .found: "my signposting"
    case .unnamed: "all plans, without names"
    case .nothing: "no children in this role"
    case .both: "a part"
    }
  }
}

extension StoreUser {
  /// Who may unlock what is locked: `K Osei (kosei on lc-term1)`.
  var unlocker: String {
    let account = host.isEmpty ? login : "\(login) on \(host)"
    return name == login ? account : "\(name) (\(account))"
  }
}

extension CommandContext {
  /// The theme asked for; colour is left away where `NO_COLOR` says so.
  ///
  /// - Throws: ``CommandFailure/usage(_:)`` for a name that no theme has.
  func theme() throws -> Theme {
    let files = ThemeFiles(paths)
    let theme: Theme
    if let name = options.theme {
      let found = try files.theme(named: name)
      if !found.isUsable, let problem = found.problems.first { throw CommandFailure.usage(problem) }
      for problem in found.problems { surroundings.tell("waymark: \(problem)") }
      theme = found.theme
    } else {
      theme = themeOfSettings.theme
      for problem in themeOfSettings.problems { surroundings.tell("waymark: \(problem)") }
    }
    return theme.respecting(noColor: surroundings.variable("NO_COLOR"))
  }

  /// The theme that the configuration names, else `terminal`; with what does not hold.
  var themeOfSettings: (theme: Theme, problems: [String]) {
    guard let name = settings.theme else { return (.terminal, []) }
    do {
      let found = try ThemeFiles(paths).theme(named: name)
      return found.isUsable ? (found.theme, found.problems) : (.terminal, found.problems)
    } catch {
      return (.terminal, ["\(paths.configuration): \(CommandFailure(error).sentence ?? "")"])
    }
  }
}

extension TerminalError {
  /// Why there is nothing to draw on, and what to do.
  var sentence: String {
    switch self {
    case .noOutputTerminal:
      "standard output is no terminal to draw on: run \"waymark\" in a terminal, \"waymark --plain\" "
        + "for lines, or a command such as \"waymark due --json\"."
    case .noInputTerminal:
      "there is no terminal to read keys from: run \"waymark\" in a terminal, or use a command "
        + "such as \"waymark due --json\"."
    case .unknownTerminal:
      "this terminal's kind (TERM) is not known here: set TERM to one that is, such as "
        + "xterm-256color, or use \"waymark --plain\", which needs none."
    case .cannotMoveCursor:
      "this terminal cannot move its cursor, which the screens need: \"waymark --plain\" does the "
        + "same work in lines."
    case .noPipes: "too many files are open to start the screens: close some and try again."
    }
  }
}
