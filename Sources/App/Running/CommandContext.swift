import Foundation
import SENDDomain
import Storage
import TerminalKit

/// What a command works with: options, environment and configuration put together. Flags beat
/// the environment, which beats the file.
struct CommandContext {
  let options: GlobalOptions
  var surroundings: Surroundings
  let paths: Paths
  let settings: Settings
  let today: Day
  let role: Practitioner.Role?
  private let ruleSource: RuleSource

  /// - Throws: ``CommandFailure/usage(_:)`` for a day, role or file that is none.
  init(_ options: GlobalOptions, _ surroundings: Surroundings) throws {
    self.options = options
    self.surroundings = surroundings
    paths = Paths(surroundings, config: options.config, share: options.share)
    ruleSource = RuleSource(paths)
    settings = try CommandContext.settings(at: paths.configuration, isNamed: options.config != nil)
    today = try CommandContext.today(options, surroundings)
    role = try options.role.map(CommandContext.role) ?? settings.role
    if options.demo, options.workspace != nil {
      throw CommandFailure.usage(
        "--demo and --workspace name two different files: leave one of them out.")
    }
  }

  /// The file that the command is about.
  var workspace: String {
    if options.demo { return paths.demo }
    let named = options.workspace ?? surroundings.variable("WAYMARK_WORKSPACE")
    return named.map(surroundings.absolute) ?? paths.workspace
  }

  /// Which characters to print.
  var glyphs: Glyphs {
    options.ascii || settings.ascii || !surroundings.isUTF8 ? .ascii : .unicode
  }

  var user: StoreUser {
    let now = surroundings.now
    return StoreUser(
      login: surroundings.login, name: options.user ?? settings.name ?? surroundings.login,
      host: surroundings.host, now: { now() })
  }

  /// The rules and calendars that dates are computed by, read from their files when first needed;
  /// with what in the files does not hold.
  var rules: RuleSource.Answer { ruleSource.read() }

  /// The words of the Local Offer's search; read anew each time it is asked for.
  var dictionary: DictionarySource { DictionarySource(paths) }

  /// The wording of letters; read anew each time it is asked for.
  var letters: LetterSource { LetterSource(paths) }

  /// The rules for a command, which says what in their files does not hold.
  func tellingRules() -> RuleBook {
    for problem in rules.problems { surroundings.tell("waymark: \(problem)") }
    return rules.book
  }

  /// Says what in the configuration does not hold, once a command; what is wrong with keys only
  /// where keys are pressed.
  func tellWarnings(_ warnings: [Settings.Warning]? = nil) {
    for warning in warnings ?? settings.warnings {
      surroundings.tell("waymark: \(words(warning, at: paths.configuration))")
    }
  }

  /// `config.yaml:3: There is no setting "rle".`
  func words(_ warning: Settings.Warning, at path: String) -> String {
    "\(path)\(warning.line.map { ":\($0)" } ?? ""): \(warning.message)"
  }

  private static func settings(at path: String, isNamed: Bool) throws -> Settings {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      if isNamed {
        throw CommandFailure.usage("there is no configuration file \(path.forMessage) to read.")
      }
      return Settings()
    }
    return Settings(yaml: String(decoding: bytes, as: UTF8.self))
  }

  private static func today(
    _ options: GlobalOptions, _ surroundings: Surroundings
  ) throws -> Day {
    guard let text = options.today ?? surroundings.variable("WAYMARK_TODAY") else {
      return surroundings.today()
    }
    guard let day = Day(text) else {
      let name = options.today == nil ? "WAYMARK_TODAY" : "--today"
      throw CommandFailure.usage(
        "\(name) \"\(text.forMessage)\" is not a day of the calendar: write it as 2026-11-23.")
    }
    return day
  }

  private static func role(_ typed: String) throws -> Practitioner.Role {
    guard let role = Practitioner.Role(word: typed) else {
      let all = Practitioner.Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure.usage(
        "there is no role \"\(typed.forMessage)\".\(Practitioner.Role.hint(typed)) The roles are "
          + "\(all).")
    }
    return role
  }
}

extension Surroundings {
  /// Whether the locale of the environment takes UTF-8.
  var isUTF8: Bool {
    let locale = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? ""
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
