import Foundation
import GRDB
import SENDDomain
import TestSupport
import Testing

@testable import Storage

/// No letter, list or chronology tells more than a role sees, of nobody whom it does not reach, and
/// none is made by a role that writes none. A failure names its world.
@Suite struct LetterLeakTests {
  private static let worlds = 300

  @Test func `nothing leaves as a letter that a role does not reach, see or write`() throws {
    try Sample.withFolder { folder in
      let world = try RoleWorld(folder)
      for number in 0..<LetterLeakTests.worlds {
        if number % 100 == 99 { try world.reset() }
        var random = SeededRandom(UInt64(7_000 + number))
        world.sight = .open()
        try world.deal(&random)
        let leaks = try LetterLeakTests.leaks(
          in: world, of: Int64.random(in: 1...8, using: &random))
        try #require(leaks == [], "world \(number), \(world.sight.role): \(leaks)")
      }
    }
  }

  private static func leaks(in world: RoleWorld, of child: Int64) throws -> [String] {
    let store = world.store
    let rights = world.sight.role.rights
    let isWithin = world.reaches(child) && !world.isSealed(child) && rights.records
    var leaks: [String] = []
    let parts = [Adviser.socialCare, .speech, .psychology].map {
      RoleWorld.advice($0, of: child)
    }
    let wishes =
      LetterKind.allCases.map { kind -> LetterWish in
        switch kind.topic {
        case .review:
          LetterWish(.kind(kind), about: .plan(.init(rawValue: world.planOfChild[child] ?? 0)))
        case .assessment: LetterWish(.kind(kind), about: .assessment(.init(rawValue: child)))
        case .consultation: LetterWish(.kind(kind), about: .consultation(.init(rawValue: child)))
        case .advice: LetterWish(.kind(kind), about: .advice(parts[0]))
        }
      }
      + parts.flatMap {
        [
          LetterWish(.chaser, about: .advice($0)), LetterWish(.request, about: .advice($0)),
          LetterWish(.kind(.noNeedsFound), about: .advice($0)),
        ]
      }
    for wish in wishes {
      let made = try store.letters(
        [wish], from: .shipped, scope: .all, today: RoleWorld.today)
      for letter in made.letters {
        let text = letter.text(width: .max)
        if !isWithin || letter.child.rawValue != child { leaks.append("\(wish) of \(child)") }
        if letter.kind.isAuthoritys, ![.officer, .manager].contains(world.sight.role) {
          leaks.append("\(letter.kind) by \(world.sight.role)")
        }
        leaks += words(in: text, of: child, world).map { "\($0) in \(letter.kind)" }
        for other in 1...8 where other != Int(child) && text.contains("Fam0\(other)x") {
          leaks.append("\(other) in \(letter.kind) of \(child)")
        }
      }
      if made.letters.isEmpty, made.refused.isEmpty { leaks.append("\(wish) is silent") }
    }
    for desk in AdviceDesk.allCases {
      guard
        case .success(let lists) = try store.providerLists(
          of: desk, provider: nil, scope: .all, today: RoleWorld.today)
      else { continue }
      let sees = rights.groups.contains(desk == .health ? .health : .socialCare)
      if !rights.records || !sees { leaks.append("lists of \(desk)") }
      for one in lists.flatMap(\.children)
      where !world.listsAssessment(of: one.rawValue) || world.isSealed(one.rawValue) {
        leaks.append("\(one) in a list of \(desk)")
      }
    }
    if case .success(let chronology) = try store.chronology(
      of: .init(rawValue: child), scope: .all, today: RoleWorld.today)
    {
      if !isWithin { leaks.append("chronology of \(child)") }
      leaks += words(in: chronology.text(width: .max), of: child, world).map {
        "\($0) in the chronology"
      }
    }
    return leaks
  }

  /// What people wrote of the child that the role does not see.
  private static func words(in text: String, of child: Int64, _ world: RoleWorld) -> [String] {
    let groups = world.sight.role.rights.groups
    let hidden: [(String, FieldGroup)] = [
      ("care", .socialCare), ("hlth", .health), ("educ", .education), ("note", .education),
      ("view", .education), ("begn", .education), ("allo", .socialCare), ("sign", .contact),
    ]
    return hidden.compactMap { word, group in
      text.contains("\(word)0\(child)x") && !groups.contains(group) ? word : nil
    }
  }
}
