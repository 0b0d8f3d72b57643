extension TransitionFacts {
  /// The moves in which the child leaves in an academic year, in the order of ``TransitionKind``.
  ///
  /// Year group, kind of setting and plan lead to them, what a return says of a transfer makes one
  /// certain, and what a person says overrules both. A move that hangs on a fact nobody has is there
  /// all the same, unknown, with the fact's name.
  ///
  /// - Source: SEND Regulations 2014, regulations 2(1) and 18.
  public func transitions(in year: AcademicYear) -> [Transition] {
    var found = movesByYearGroup(in: year) + movesByDay(in: year)
    confirmByReturn(&found, in: year)
    overruleByPerson(&found, in: year)
    return found.sorted { $0.kind.place < $1.kind.place }
  }

  /// The fact without which no year group, and so none of the moves between schools, can be told.
  public var missing: TransitionFact? { born == nil && taught == nil ? .birthDate : nil }

  // MARK: - By year group

  private func movesByYearGroup(in year: AcademicYear) -> [Transition] {
    guard let known = self.year(in: year),
      let (kind, standing) = move(leaving: known.year, from: setting)
    else { return [] }
    return [schoolYearMove(kind, standing, known, in: year)]
  }

  private func schoolYearMove(
    _ kind: TransitionKind, _ standing: Transition.Standing, _ known: KnownYear?,
    in year: AcademicYear
  ) -> Transition {
    Transition(
      kind, in: year, on: AcademicYear(start: year.start + 1).firstDay, standing: standing,
      leaves: known, basis: known.map { [$0.sentence] } ?? [])
  }

  /// The move at the end of a year group, by the kind of setting.
  private func move(
    leaving year: NCYear, from setting: SettingKind?
  ) -> (TransitionKind, Transition.Standing)? {
    switch year.number {
    case -1: return (.earlyYearsSchool, .moves)
    case 2:
      guard let setting else { return (.infantJunior, .unknown(.settingKind)) }
      return setting.phase == .infant ? (.infantJunior, .moves) : nil
    case 3, 4, 5:
      guard setting?.phase == .first else { return nil }
      return leavingAtLast(setting, year, .primaryMiddle, usual: 3...4)
    case 6: return leavingYear6(setting)
    case 7, 8:
      guard setting?.phase == .middle else { return nil }
      return leavingAtLast(setting, year, .middleSecondary, usual: 7...8)
    case 11: return leavingYear11(setting)
    case 12, 13, 14: return leavingSixthForm(setting, year)
    default: return nil
    }
  }

  /// Where the school's last year group tells; in the years in which such schools usually end it is
  /// the missing fact.
  private func leavingAtLast(
    _ setting: SettingKind?, _ year: NCYear, _ kind: TransitionKind, usual: ClosedRange<Int>
  ) -> (TransitionKind, Transition.Standing)? {
    guard let last = setting?.lastYear else {
      return usual.contains(year.number) ? (kind, .unknown(.lastYear)) : nil
    }
    return year == last ? (kind, .moves) : nil
  }

  private func leavingYear6(_ setting: SettingKind?) -> (TransitionKind, Transition.Standing)? {
    guard let setting else { return (.primarySecondary, .unknown(.settingKind)) }
    switch setting.phase {
    case .primary, .junior, .alternative: return (.primarySecondary, .moves)
    case .special, .allThrough:
      if setting.lastYear == NCYear(6) { return (.primarySecondary, .moves) }
      return (
        .primarySecondary,
        .toJudge(
          "A school with a secondary department of its own (\(setting.phase.words)): going on there "
            + "is no transfer between schools. Say whether the child moves.")
      )
    case .elsewhere: return (.primarySecondary, .toJudge(Self.atNoSetting))
    case .middle:
      return setting.lastYear == NCYear(6) ? (.middleSecondary, .moves) : nil
    case .earlyYears, .first, .infant, .secondary, .post16: return nil
    }
  }

  private static let atNoSetting =
    "The child goes to no setting: say whether one is to be named for the next phase."
  private static let sixthForm =
    "Staying on in the same school's sixth form is no transfer to a post-16 institution. Say whether "
    + "the young person moves."

  private func leavingYear11(_ setting: SettingKind?) -> (TransitionKind, Transition.Standing)? {
    guard let setting else { return (.secondaryPost16, .unknown(.settingKind)) }
    if let last = setting.lastYear, last > NCYear(11) {
      return setting.phase == .post16 ? nil : (.secondaryPost16, .toJudge(Self.sixthForm))
    }
    switch setting.phase {
    case .secondary, .alternative: return (.secondaryPost16, .moves)
    case .special, .allThrough:
      return (
        .secondaryPost16, setting.lastYear == nil ? .toJudge(Self.sixthForm) : .moves
      )
    case .elsewhere: return (.secondaryPost16, .toJudge(Self.atNoSetting))
    case .earlyYears, .first, .infant, .junior, .primary, .middle, .post16: return nil
    }
  }

  /// From a school's sixth form: in its last year for certain, in Year 13 and 14 for a person to say.
  private func leavingSixthForm(
    _ setting: SettingKind?, _ year: NCYear
  ) -> (TransitionKind, Transition.Standing)? {
    guard let setting, [.secondary, .special, .allThrough].contains(setting.phase) else {
      return nil
    }
    if let last = setting.lastYear {
      return year == last ? (.secondaryPost16, .moves) : nil
    }
    guard year > NCYear(12) else { return nil }
    return (
      .secondaryPost16,
      .toJudge(
        "In year group \(year) of a school: say whether the young person leaves it this year.")
    )
  }

  // MARK: - By a day

  private func movesByDay(in year: AcademicYear) -> [Transition] {
    var found: [Transition] = []
    if let ends = placementEnds, AcademicYear(containing: ends) == year {
      let basis = ["The placement is to end on \(ends.long)."]
      if setting?.phase == .post16 {
        found.append(
          Transition(.betweenPost16, in: year, on: ends.adding(days: 1), basis: basis))
      }
      if setting?.phase == .alternative {
        found.append(
          Transition(.apMainstream, in: year, on: ends.adding(days: 1), basis: basis))
      }
    } else if placementEnds == nil, setting?.phase == .alternative,
      self.year(in: year).map({ ![6, 11].contains($0.year.number) }) ?? true
    {
      // At the end of a phase the next school or college is the transfer itself.
      found.append(Transition(.apMainstream, in: year, standing: .unknown(.placementEnd)))
    }
    if let born, adultNeedsLikely != false,
      AcademicYear(containing: born.birthday(Self.adult)) == year
    {
      let birthday = born.birthday(Self.adult)
      found.append(
        Transition(
          .adultServices, in: year, on: birthday,
          standing: adultNeedsLikely == nil ? .unknown(.adultNeeds) : .moves,
          basis: ["\(Self.adult) on \(birthday.long)."]))
    }
    return found
  }

  /// The age at which adult services take over.
  private static let adult = 18

  // MARK: - What others say

  /// The return's due day says that there is a transfer, and so settles what was open.
  private func confirmByReturn(_ found: inout [Transition], in year: AcademicYear) {
    guard let due = plan?.phase.due, AcademicYear(containing: due) == year else { return }
    let sentence = "The return gives \(due.long) as the day the final plan is due."
    let isPost16 = due.month == 3
    if let index = found.firstIndex(where: {
      $0.kind.phase != nil && ($0.kind == .secondaryPost16) == isPost16
    }) {
      found[index].standing = .moves
      found[index].basis.append(sentence)
      return
    }
    let known = self.year(in: year)
    var move = schoolYearMove(
      isPost16 ? .secondaryPost16 : kind(leaving: known?.year), .moves, known, in: year)
    if isPost16, setting?.phase == .post16 {
      if found.contains(where: { $0.kind == .betweenPost16 }) { return }
      move.kind = .betweenPost16
    }
    move.basis.append(sentence)
    found.append(move)
  }

  /// The transfer between schools that a year group outside the usual ones most likely makes.
  private func kind(leaving year: NCYear?) -> TransitionKind {
    switch year?.number {
    case .some(...0): .earlyYearsSchool
    case .some(1...2): .infantJunior
    case .some(3...5): .primaryMiddle
    case .some(6): setting?.phase == .middle ? .middleSecondary : .primarySecondary
    case .some(7...9): .middleSecondary
    default: .other
    }
  }

  private func overruleByPerson(_ found: inout [Transition], in year: AcademicYear) {
    for move in stated where move.year == year {
      // Several moves of no kind are several moves.
      let index = move.kind == .other ? nil : found.firstIndex { $0.kind == move.kind }
      switch move.answer {
      case .stays: if let index { found.remove(at: index) }
      case .moves(let day):
        let said = "Entered here\(day.map { ": \($0.long)" } ?? "")."
        if let index {
          found[index].standing = .moves
          found[index].day = day ?? found[index].day
          found[index].basis.append(said)
        } else {
          let isSchoolYear = move.kind.phase != nil
          let usual = isSchoolYear ? AcademicYear(start: year.start + 1).firstDay : nil
          let on = day ?? usual
          found.append(
            Transition(
              move.kind, in: year, on: on, standing: on == nil ? .unknown(.moveDay) : .moves,
              leaves: isSchoolYear ? self.year(in: year) : nil, basis: [said]))
        }
      }
    }
  }
}

extension TransitionKind {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
