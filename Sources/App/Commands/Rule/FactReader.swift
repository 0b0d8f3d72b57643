import Exchange
import Foundation
import SENDDomain

/// Reads the facts that a rule is asked with from JSON, and refuses what the rule does not take.
struct FactReader {
  let rules: RuleBook
  /// The facts that can be given.
  let taken: [FactName]
  /// The rule that is asked; nil where all are.
  let rule: RuleID?

  /// - Throws: ``RuleProblem`` naming the fact, or ``CommandFailure/usage(_:)`` for what is no
  ///   JSON object.
  func read(_ json: String) throws -> RuleFacts {
    let given: [String: GivenFact]
    do {
      given = try JSONDecoder().decode([String: GivenFact].self, from: Data(json.utf8))
    } catch {
      throw CommandFailure.usage(
        "--facts must be a JSON object such as {\"review_meeting\": \"2026-10-14\"}.")
    }
    if let twice = JSONNames.repeated(in: json) {
      throw CommandFailure.usage(
        "--facts names \"\(twice.forMessage)\" twice; give each fact once.")
    }
    var facts = RuleFacts()
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      let fact = FactName(rawValue: name)
      guard taken.contains(fact) else {
        let near = NearestName.find(name, among: taken.map(\.rawValue))
        throw RuleProblem.unknownFact(
          name, rule: rule, nearest: near.map { FactName(rawValue: $0) }, takes: taken)
      }
      facts[fact] = try self.value(of: fact, value)
    }
    return facts
  }

  /// Nil for null: as if the fact were left out.
  private func value(of fact: FactName, _ given: GivenFact) throws -> RuleFacts.Value? {
    if case .null = given { return nil }
    let kind = rules.kind(of: fact)
    guard let value = try RuleFacts.Value(given, as: kind, of: fact) else {
      throw RuleProblem.wrongKind(fact, rule: rule, wanted: kind.wanted)
    }
    if case .text(let setting) = value, kind == .calendar { try checkOnFile(setting) }
    return value
  }

  /// A key typed wrong would count on the area's calendar, and nobody would see it.
  private func checkOnFile(_ setting: String) throws {
    let settings = rules.context.calendars.settings
    guard settings[setting] == nil else { return }
    let near = NearestName.find(setting, among: settings.keys.sorted())
    throw CommandFailure.usage(
      "no calendar is on file for the setting \"\(setting.forMessage)\"."
        + (near.map { " Did you mean \"\($0.forMessage)\"?" } ?? "")
        + " Leave \"calendar\" out to count on the area's.")
  }
}

/// A JSON value as far as facts need it.
private indirect enum GivenFact: Decodable {
  case null
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([GivenFact])
  case object([String: GivenFact])
  /// A fraction: no fact is one.
  case other

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer() {
      if container.decodeNil() {
        self = .null
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([GivenFact].self) {
        self = .list(list)
      } else if let object = try? container.decode([String: GivenFact].self) {
        self = .object(object)
      } else {
        self = .other
      }
    } else {
      self = .other
    }
  }

  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  var day: Day? { text.flatMap { Day($0) } }

  /// The items, each read by `body`; nil for no list or where one cannot be read.
  func items<T>(_ body: (GivenFact) throws -> T?) rethrows -> [T]? {
    guard case .list(let items) = self else { return nil }
    let values = try items.compactMap(body)
    return values.count == items.count ? values : nil
  }
}

extension RuleFacts.Value {
  /// Nil where the JSON value is not of the kind.
  fileprivate init?(_ given: GivenFact, as kind: FactKind, of fact: FactName) throws {
    let value: RuleFacts.Value? =
      switch kind {
      case .day: given.day.map { .day($0) }
      case .number: if case .number(let number) = given { .number(number) } else { nil }
      case .academicYear: given.text.flatMap { AcademicYear($0) == nil ? nil : .text($0) }
      case .flag: given.isYes.map { .flag($0) }
      case .word(let words):
        given.text.flatMap { words.isEmpty || words.contains($0) ? .text($0) : nil }
      case .days: given.items(\.day).map { .days($0) }
      case .spans: try given.items { try $0.pair(of: fact) }.map { .spans($0) }
      case .daysOrSpans: try given.items { try $0.dayOrSpan(of: fact) }.map { .spans($0) }
      case .calendar: try given.calendar(of: fact)
      case .exceptions: given.items(\.text).map { .words($0) }
      }
    guard let value else { return nil }
    self = value
  }
}

extension GivenFact {
  fileprivate var isYes: Bool? {
    switch self {
    case .flag(let flag): flag
    case .text("yes"): true
    case .text("no"): false
    default: nil
    }
  }

  /// `["2026-10-05", "2026-10-07"]`
  fileprivate func pair(of fact: FactName) throws -> ClosedRange<Day>? {
    guard let days = items(\.day), days.count == 2 else { return nil }
    return try GivenFact.span(days[0], days[1], fact)
  }

  /// `"2026-10-05"` or `"2026-10-05:2026-10-07"`
  fileprivate func dayOrSpan(of fact: FactName) throws -> ClosedRange<Day>? {
    guard let text else { return nil }
    let days = text.split(separator: ":", omittingEmptySubsequences: false).map { Day(String($0)) }
    switch days.count {
    case 1: return days[0].map { $0...$0 }
    case 2:
      guard let first = days[0], let last = days[1] else { return nil }
      return try GivenFact.span(first, last, fact)
    default: return nil
    }
  }

  private static func span(_ first: Day, _ last: Day, _ fact: FactName) throws -> ClosedRange<Day> {
    guard first <= last else { throw RuleProblem.endsBeforeItBegins(fact, first, last) }
    return first...last
  }

  /// `{"terms": [[first, last], …], "closed": [day, …], "inset": [day, …]}`, or a setting's key.
  fileprivate func calendar(of fact: FactName) throws -> RuleFacts.Value? {
    if let text { return .text(text) }
    guard case .object(let object) = self,
      Set(object.keys).isSubset(of: ["terms", "closed", "inset"]),
      let terms = try object["terms"]?.items({ try $0.pair(of: fact) }), !terms.isEmpty
    else { return nil }
    var closed: Set<Day> = []
    for name in ["closed", "inset"] {
      guard let given = object[name], given.isGiven else { continue }
      guard let days = given.items(\.day) else { return nil }
      closed.formUnion(days)
    }
    return .calendar(SchoolCalendar(terms: terms, closed: closed))
  }

  private var isGiven: Bool {
    if case .null = self { return false }
    return true
  }
}
