import Screens
import SENDDomain
import Storage

/// Who has which cases, for the screens.
extension Store {
  /// What one may be chosen from, in the words of its lines.
  func pickable(_ kind: PickKind, today: Day) throws -> [PickRow] {
    switch kind {
    case .colleagues: try colleagues(today: today).map(PickRow.init)
    case .people:
      try {
        let people = try colleagues(today: today)
        let teams = Dictionary(grouping: people) { $0.practitioner.team }
          .filter { !$0.key.isEmpty && $0.value.count > 1 }
        return teams.keys.sorted().map { team in
          let ids = (teams[team] ?? []).map(\.id).sorted()
          return PickRow(.team(ids), "team \(team)", hint: "\(ids.count) people")
        } + people.map(PickRow.init)
      }()
    case .settings:
      try settingsInUse().map { key, name, plans in
        PickRow(.setting(key), name, hint: "\(plans.grouped) plan\(plans == 1 ? "" : "s")")
      }
    case .loads:
      try loadByOwner(today: today).map { load in
        PickRow(
          .person(load.id), load.name,
          hint: "late \(load.late), week \(load.week), 4 weeks \(load.fourWeeks), "
            + "12 weeks \(load.twelveWeeks)"
            + (load.unknown > 0 ? ", unknown \(load.unknown)" : ""))
      }
    }
  }

  /// Begins to stand in for a colleague, or with nil ends it.
  func cover(_ other: Int64, until: Day?, today: Day) throws -> CoverReply {
    guard let own = sight.practitioner else {
      return .refused(sentence: "Cover is for people with an account here.")
    }
    do {
      try setCover(of: other, by: own, until: until, today: today)
      return .done(try covers(of: own, on: today))
    } catch let problem as CaseProblem {
      return .refused(sentence: problem.sentence)
    } catch let problem as AccountProblem {
      return .refused(sentence: problem.sentence)
    }
  }
}

extension PickRow {
  fileprivate init(_ colleague: Colleague) {
    let plans = "\(colleague.cases.grouped) plan\(colleague.cases == 1 ? "" : "s")"
    let team = colleague.practitioner.team
    self.init(
      .person(colleague.id), colleague.practitioner.name,
      hint: [plans, team].filter { !$0.isEmpty }.joined(separator: ", "))
  }
}

extension ActionReply {
  init(_ outcome: CaseOutcome) {
    switch outcome {
    case .done(let children, let restricted):
      self =
        restricted == 0
        ? .done(count: children)
        : .refused(
          sentence: "\(children) given; \(restricted) restricted record"
            + "\(restricted == 1 ? " stays" : "s stay"): open each with a reason and assign it.",
          child: nil)
    case .refused(let problem): self = .refused(sentence: problem.sentence, child: nil)
    }
  }

  init(_ outcome: PromiseOutcome) {
    switch outcome {
    case .done: self = .done(count: 1)
    case .refused(let problem): self = .refused(sentence: problem.sentence, child: nil)
    }
  }
}
