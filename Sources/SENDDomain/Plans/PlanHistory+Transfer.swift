extension PlanHistory {
  /// A phase transfer's final plan: by which duty, by when, and from which facts.
  public typealias Transfer = (duty: PlanKind.Duty, due: Day, facts: RuleFacts)

  /// The phase transfer that is open: the return's day where it gives one, else the first that
  /// the birth date leads to after the return was read. Nil where neither does.
  ///
  /// The birth date is used because a blank day in a return is not "no transfer": returns hold
  /// the transfers of the year behind them, and the law sets the next one whether or not a
  /// column says so. Three limits keep that from claiming what nobody knows:
  ///
  /// - Only what falls due **after** the return was read is open. A final plan sent before then
  ///   may be in no column we have, so an earlier day left blank is not called late; where the
  ///   return has the columns it is a finding instead (``findings``).
  /// - Only the moves that every child makes are counted: into school, out of Year 6, out of
  ///   Year 11. Infant to junior and the middle schools depend on the school, and a move from a
  ///   sixth form on the young person; those open when the return or a person gives them.
  /// - The answer says that it comes from the birth date. A child taught out of year group, an
  ///   all-through school or a place in the same school's sixth form is for a person to judge.
  ///
  /// A final plan settles the transfer it was sent for, and none that is due over a year later:
  /// the plan for a secondary school says nothing of the move at 16.
  ///
  /// - Source: SEND Regulations 2014, regulations 2(1) and 18; Code of Practice 9.179-9.180.
  public var openTransfer: Transfer? {
    if let due = phase.due, phase.final == nil, !settles(due) {
      // 31 March is the day of a move to a post-16 institution, 15 February of all others.
      return (
        due.month == 3 ? .post16Transfer : .schoolTransfer, due,
        RuleFacts(days: [("phase_transfer_due_in_return", due)])
      )
    }
    guard let from = readOn ?? made else { return nil }
    return transfersByBirth.first { $0.due > from && !settles($0.due) }
  }

  /// The moves that the birth date leads to, in order; empty where it is not known.
  var transfersByBirth: [Transfer] {
    guard let born else { return [] }
    return [PhaseTransferKind.earlyYearsSchool, .primarySecondary, .secondaryPost16]
      .compactMap { kind in
        guard let year = kind.usualYear(born: born) else { return nil }
        var facts = RuleFacts(days: [("dob", born)])
        facts["transfer"] = .text(kind.rawValue)
        return kind == .secondaryPost16
          ? (.post16Transfer, Day(uncheckedYear: year, month: 3, day: 31), facts)
          : (.schoolTransfer, Day(uncheckedYear: year, month: 2, day: 15), facts)
      }
  }

  /// Whether a final plan was sent for the transfer that is due on a day.
  func settles(_ due: Day) -> Bool {
    phaseFinal.map { due <= $0.adding(months: 12) } ?? false
  }
}
