/// No list loosens the law: not by its days, not by leaving a duty out.
extension Checklist {
  /// Refuses a day of its own that would be later than the day of the rule it stands on, for any of
  /// the children that the list is made for. What cannot be told before there is a review is kept by
  /// ``ChecklistItem/date(_:by:)``, which never lets it be later.
  func checkDays(by rules: RuleBook) throws(DataTree.Problem) {
    let children = kinds.flatMap { ChecklistFacts.samples(of: $0, by: rules) }
    for (index, item) in items.enumerated() {
      guard let rule = item.rule, let due = item.due else { continue }
      var own = item
      own.basis = .practice
      var law = item
      law.due = nil
      for child in children {
        guard let mine = own.date(child, by: rules).due,
          let last = law.date(child, by: rules).last, mine > last
        else { continue }
        throw DataTree.Problem(
          "would be later than \(rule) allows: \(mine.long), where \(last.long) is the last day; "
            + "an own day can only be earlier",
          path: [
            .field("items"), .item(index), .field("due"), .field(due.direction.rawValue),
          ])
      }
    }
  }

  /// Checks an area's own list against the one it replaces: every duty in law stays, on its rule.
  ///
  /// - Throws: What is missing or loosened, placed in this list's tree.
  public func checkReplaces(
    _ shipped: Checklist, by rules: RuleBook
  ) throws(DataTree.Problem) {
    guard Set(kinds) == Set(shipped.kinds) else {
      throw DataTree.Problem(
        "should name the kinds of the list it replaces: "
          + shipped.kinds.map(\.rawValue).joined(separator: ", "), path: [.field("kinds")])
    }
    for duty in shipped.items where duty.isStatutory(by: rules) {
      guard let index = items.firstIndex(where: { $0.id == duty.id }) else {
        throw DataTree.Problem(
          "the item \"\(duty.id)\" is a duty in law (\(duty.source(by: rules))) and stands in "
            + "every copy of this list; put it back", path: [.field("items")])
      }
      guard items[index].rule == duty.rule else {
        let field = items[index].rule == nil ? "law" : "rule"
        throw DataTree.Problem(
          "this item is a duty in law and stands on the rule \(duty.rule?.rawValue ?? ""); an own "
            + "copy may set an earlier day beside it",
          path: [.field("items"), .item(index), .field(field)])
      }
    }
  }
}

extension ChecklistFacts {
  /// Children of one kind of move, by whom a list's days are tried: born on the edges of a cohort and
  /// on a leap day, moving over several years.
  fileprivate static func samples(
    of kind: TransitionKind, by rules: RuleBook
  ) -> [ChecklistFacts] {
    var samples: [ChecklistFacts] = []
    for start in 2024...2032 {
      let leaving = AcademicYear(start: start)
      for (age, month, day) in [(0, 8, 31), (-1, 9, 1), (0, 2, 28), (0, 2, 29)] {
        let group = kind.sampleYear
        guard let born = Day(start - 4 - group.number + age, month, day) else { continue }
        let move =
          kind == .adultServices
          ? born.birthday(18) : AcademicYear(start: start + 1).firstDay
        let transition = Transition(
          kind, in: leaving, on: move,
          leaves: KnownYear(born: born, taught: nil, in: leaving))
        let plan = PlanHistory(born: born)
        samples.append(
          ChecklistFacts(
            transition, born: born,
            deadline: transition.deadline(of: plan, born: born, by: rules)))
      }
    }
    return samples
  }
}

extension TransitionKind {
  /// A year group that such a move is made out of.
  fileprivate var sampleYear: NCYear {
    switch self {
    case .primaryMiddle: NCYear(4)
    case .middleSecondary: NCYear(8)
    case .betweenPost16, .adultServices: NCYear(13)
    case .apMainstream, .betweenAreas, .other: NCYear(8)
    default: phase?.usualLeavingYear ?? NCYear(6)
    }
  }
}
