import Foundation
import SENDDomain

/// Reads the facts that a rule is asked with from JSON, and refuses what the rule does not take.
struct FactReader {
  let rule: Rule

  init(_ rule: Rule) { self.rule = rule }

  /// - Throws: ``RuleProblem`` naming the fact, or ``CommandFailure/usage(_:)`` for what is no
  ///   JSON object.
  func read(_ json: String) throws -> RuleFacts {
    let given: [String: Given]
    do {
      given = try JSONDecoder().decode([String: Given].self, from: Data(json.utf8))
    } catch {
      throw CommandFailure.usage(
        "--facts must be a JSON object such as {\"review_meeting\": \"2026-10-14\"}.")
    }
    var facts = RuleFacts()
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      let fact = FactName(rawValue: name)
      if rule.facts.contains(fact) {
        facts[fact] = try self.value(of: fact, value)
      } else {
        // The rule set says which fact is the nearest.
        _ = try RuleSet.england2014.answer(rule.id, RuleFacts([(fact, .number(0))]))
      }
    }
    return facts
  }

  /// Nil for null: as if the fact were left out.
  private func value(of fact: FactName, _ given: Given) throws -> RuleFacts.Value? {
    switch (FactKind(fact), given) {
    case (_, .null): return nil
    case (.day, .text(let text)):
      if let day = Day(text) { return .day(day) }
    case (.number, .number(let number)): return .number(number)
    case (.text, .text(let text)): return .text(text)
    case (.academicYear, .text(let text)):
      if AcademicYear(text) != nil { return .text(text) }
    default: break
    }
    throw RuleProblem.wrongKind(fact, rule: rule.id, wanted: FactKind(fact).wanted)
  }
}

/// What a fact is written as.
private enum FactKind {
  case day, text, number, academicYear

  init(_ fact: FactName) {
    switch fact.rawValue {
    case "nc_year", "year": self = .number
    case "academic_year": self = .academicYear
    case "transfer", "la_decision", "setting", "reason": self = .text
    default: self = .day
    }
  }

  var wanted: String {
    switch self {
    case .day: "a day of the calendar, written YYYY-MM-DD"
    case .text: "a word in quotation marks"
    case .number: "a whole number"
    case .academicYear: "an academic year such as \"2025/26\""
    }
  }
}

/// A JSON value as far as facts need it.
private enum Given: Decodable {
  case null
  case text(String)
  case number(Int)
  /// A list, an object, a fraction, true or false: no fact of these rules is one.
  case other

  init(from decoder: any Decoder) throws {
    guard let container = try? decoder.singleValueContainer() else {
      self = .other
      return
    }
    if container.decodeNil() {
      self = .null
    } else if (try? container.decode(Bool.self)) != nil {
      self = .other
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .other
    }
  }
}
