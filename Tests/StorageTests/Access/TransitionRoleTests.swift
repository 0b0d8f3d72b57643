import Foundation
import GRDB
import SENDDomain
import TestSupport
import Testing

@testable import Storage

/// Moves and their checklists in worlds of random settings, allocations and restrictions: nobody
/// reads, writes or undoes what their role does not reach. A failure names its world.
@Suite struct TransitionRoleTests {
  private static let worlds = 300

  @Test func `no move is listed, opened, written or undone outside a role's reach`() throws {
    try Sample.withFolder { folder in
      let world = try RoleWorld(folder)
      for number in 0..<Self.worlds {
        if number % 50 == 49 { try world.reset() }
        var random = SeededRandom(9 << 32 | UInt64(number))
        world.sight = .open()
        try world.deal(&random)
        var leaks: [String] = []
        try look(world, &leaks)
        try #require(leaks == [], "world \(number), \(world.sight.role): \(leaks)")
      }
    }
  }

  private func look(_ world: RoleWorld, _ leaks: inout [String]) throws {
    let (store, sight) = (world.store, world.sight)
    let today = RoleWorld.today
    func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
      if !holds { leaks.append(words()) }
    }
    let children = Array(1...Int64(RoleWorld.children))
    let sees = sight.sees(.education) && sight.sees(.identity)
    let rows = try store.transitions(scope: .all, today: today, limit: 50).rows
    expect(
      rows.map(\.transition.child.rawValue) == children.filter { sees && world.reaches($0) },
      "listed \(rows.map(\.transition.child))")
    for row in rows {
      let child = row.transition.child.rawValue
      let text = "\(row)"
      expect((row.withheld == .restricted) == world.isSealed(child), "sealed \(child)")
      if world.isSealed(child) {
        expect(row.progress.total == 0 && row.born == nil, "counted \(child)")
        for word in ["educ-item", "heal-item", "soci-item", "tran0"] {
          expect(!text.contains(word), "\(word) of \(child)")
        }
      }
      if !sight.sees(.health) { expect(!text.contains("heal-item"), "health of \(child)") }
      if !sight.sees(.socialCare) { expect(!text.contains("soci-item"), "care of \(child)") }
      for other in children where other != child {
        expect(!text.contains("tran0\(other)x"), "\(other) in \(child)")
      }
    }
    for child in children {
      let id = TransitionCase.ID(rawValue: child)
      let isOpen = sight.sees(.education) && world.reaches(child) && !world.isSealed(child)
      expect((try store.transition(id, scope: .all) != nil) == isOpen, "opened \(child)")
    }
    // One write to each kind of item of one child, and its undo.
    let child = Int64(1 + abs(sight.role.rawValue.hashValueStable) % RoleWorld.children)
    let id = TransitionCase.ID(rawValue: child)
    for (item, group) in [
      ("educ-item", FieldGroup.education), ("heal-item", .health), ("soci-item", .socialCare),
    ] {
      let before = try state(child, store)
      let outcome = try store.change(
        .assigned("more"), of: [TransitionItemID(id, item)], scope: .all, today: today)
      let may =
        (!sight.isBounded || sight.records && sight.sees(.education) && sight.sees(group))
        && world.reaches(child) && !world.isSealed(child)
      expect((outcome == .done(count: 1)) == may, "\(item) of \(child): \(outcome)")
      if may {
        expect(try store.undo() == .done(words: "checklist: assigned to more"), "undo \(item)")
        // Done in a role that may: nobody who may not turns it round.
        world.sight = .open()
        _ = try store.change(
          .assigned("last"), of: [TransitionItemID(id, item)], scope: .all, today: today)
        world.sight = sight
        expect(try store.undo() == .done(words: "checklist: assigned to last"), "undo \(item)")
      } else {
        expect(try state(child, store) == before, "written \(item) of \(child)")
        world.sight = .open()
        _ = try store.change(
          .assigned("last"), of: [TransitionItemID(id, item)], scope: .all, today: today)
        world.sight = sight
        expect(try store.undo() == .nothingLeft, "undone \(item) of \(child)")
        world.sight = .open()
        _ = try store.undo()
        world.sight = sight
      }
      expect(
        try state(child, store).filter { $0 != "" } == before.filter { $0 != "" }, "\(item) left")
    }
  }

  private func state(_ child: Int64, _ store: Store) throws -> [String] {
    try store.read { db in
      try String.fetchAll(
        db, sql: "SELECT assignee FROM transitionItem WHERE childId = ? ORDER BY id",
        arguments: [child])
    }
  }
}

extension String {
  /// The same in every run.
  fileprivate var hashValueStable: Int { utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF } }
}
