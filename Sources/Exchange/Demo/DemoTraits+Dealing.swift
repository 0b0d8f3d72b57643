extension DemoTraits {
  /// The traits of all open plans, in no natural order: shuffle them.
  static func dealt(
    plans: Int, profile: DemoProfile, _ draw: inout Draw
  ) -> [DemoTraits] {
    let ages = ageCounts(plans, profile)
    var all = placed(ages: ages, plans: plans, profile: profile, &draw)
    dealSex(&all, profile, &draw)
    dealYears(&all, ages: ages, plans: plans, profile, &draw)
    dealReviews(&all, profile.reviews, &draw)
    dealOutcomes(&all, profile.reviews, &draw)
    dealDecisions(&all, profile.reviews, &draw)
    return all
  }

  private static let firstAge = 2

  /// From age 2; the youngest and the oldest are there even in a small borough.
  private static func ageCounts(_ plans: Int, _ profile: DemoProfile) -> [Int] {
    var counts = Allotment.split(plans, by: profile.ages)
    for edge in [0, counts.count - 1] where plans >= 40 && counts[edge] == 0 {
      if let most = counts.indices.max(by: { counts[$0] < counts[$1] }) {
        counts[most] -= 1
        counts[edge] += 1
      }
    }
    return counts
  }

  static func needBand(age: Int) -> Int {
    switch age {
    case ...4: 0
    case ...10: 1
    case ...15: 2
    case ...18: 3
    default: 4
    }
  }

  /// Age, placement and need together: age with placement and, in each age band, need with
  /// placement keep their totals; age and need within a band meet by chance.
  private static func placed(
    ages: [Int], plans: Int, profile: DemoProfile, _ draw: inout Draw
  ) -> [DemoTraits] {
    let kinds = DemoPlacementKind.allCases
    let byAge = Allotment.table(
      rows: ages, columns: Allotment.split(plans, by: profile.placements),
      weights: ages.indices.map { row in kinds.map { $0.weight(age: row + firstAge) } })
    var all: [DemoTraits] = []
    all.reserveCapacity(plans)
    for band in profile.needs.indices {
      let rows = ages.indices.filter { needBand(age: $0 + firstAge) == band }
      let placements = kinds.indices.map { kind in rows.reduce(0) { $0 + byAge[$1][kind] } }
      let byNeed = Allotment.table(
        rows: Allotment.split(placements.reduce(0, +), by: profile.needs[band]),
        columns: placements,
        weights: DemoNeed.allCases.map { need in
          kinds.map { $0.affinity(need) * profile.needs[band][need.rawValue] }
        })
      for kind in kinds.indices {
        var needs = Deck(byNeed.map { $0[kind] })
        for row in rows {
          for _ in 0..<byAge[row][kind] {
            all.append(
              DemoTraits(
                age: UInt8(row + firstAge), needIndex: UInt8(needs.draw(&draw)),
                placementIndex: UInt8(kind)))
          }
        }
      }
    }
    return all
  }

  private static func dealSex(
    _ all: inout [DemoTraits], _ profile: DemoProfile, _ draw: inout Draw
  ) {
    deal(
      &all, rows: DemoNeed.allCases.count, columns: [1000 - profile.female, profile.female],
      weights: { row in [1000 - profile.femaleByNeed[row], profile.femaleByNeed[row]] },
      row: { Int($0.needIndex) }, &draw
    ) { $0.isFemale = $1 == 1 }
  }

  private static func dealYears(
    _ all: inout [DemoTraits], ages: [Int], plans: Int, _ profile: DemoProfile,
    _ draw: inout Draw
  ) {
    deal(
      &all, rows: ages.count, columns: profile.yearsInPlace,
      weights: { row in
        profile.yearsInPlace.indices.map { startWeight(age: row + firstAge - $0, years: $0) }
      },
      row: { Int($0.age) - firstAge }, &draw
    ) { $0.years = UInt8($1) }
  }

  /// How often a plan begins at an age; none before two but for the very youngest.
  private static func startWeight(age: Int, years: Int) -> Int {
    switch age {
    case ..<2: 0
    case 2: 30
    case 3: 60
    case 4...6: 90
    case 7...10: 70
    case 11...13: 40
    case 14...15: 20
    case 16...18: 6
    default: 1
    }
  }

  /// Gives each a column so that the columns' totals and the rows' counts hold.
  ///
  /// - Parameter columns: Scaled to the number of those that belong to a row.
  private static func deal(
    _ all: inout [DemoTraits], rows count: Int, columns: [Int], weights: (Int) -> [Int],
    row: (DemoTraits) -> Int?, _ draw: inout Draw, set: (inout DemoTraits, Int) -> Void
  ) {
    var rows = Array(repeating: 0, count: count)
    for one in all { if let row = row(one) { rows[row] += 1 } }
    let table = Allotment.table(
      rows: rows, columns: Allotment.split(rows.reduce(0, +), by: columns),
      weights: (0..<count).map(weights))
    var decks = table.map(Deck.init)
    for index in all.indices {
      if let row = row(all[index]) { set(&all[index], decks[row].draw(&draw)) }
    }
  }
}

// MARK: - Reviews

extension DemoTraits {
  private static let groups = DemoPlacementKind.Group.allCases.count

  private var ageGroup: Int {
    switch age {
    case ...6: 0
    case 7...9: 1
    case 10: 2
    case 11...14: 3
    case 15: 4
    case 16...18: 5
    default: 6
    }
  }

  private var hasMeeting: Bool { review == .within || review == .over }

  /// Age first, then nudged until placement and the whole agree with what is published.
  private static func dealReviews(
    _ all: inout [DemoTraits], _ reviews: DemoProfile.Reviews, _ draw: inout Draw
  ) {
    // Age group, placement group, and years 1, 2, 3 and more: a plan in its second year has
    // hardly had time for a meeting more than twelve months ago.
    func cell(_ one: DemoTraits) -> Int? {
      guard one.years > 0 else { return nil }
      return (one.ageGroup * groups + one.placement.group.rawValue) * 3 + min(Int(one.years), 3) - 1
    }
    var rows = Array(repeating: 0, count: reviews.statesByAge.count * groups * 3)
    for one in all { if let cell = cell(one) { rows[cell] += 1 } }
    var cells = rows.indices.map { row in
      reviews.statesByAge[row / (groups * 3)].enumerated().map { state, share in
        Double(rows[row] * share * (state == 1 ? [1, 6, 6][row % 3] : 6))
      }
    }
    let columns = Allotment.split(rows.reduce(0, +), by: reviews.states)
    for _ in 0..<60 {
      for age in reviews.statesByAge.indices {
        nudge(
          &cells, rows.indices.filter { $0 / (groups * 3) == age }, rows,
          shares: reviews.statesByAge[age].map(Double.init))
      }
      for group in 0..<groups {
        let never = Double(reviews.neverByPlacement[group])
        nudge(
          &cells, rows.indices.filter { $0 / 3 % groups == group }, rows,
          shares: [nil, nil, never / 10])
      }
      Allotment.scale(columnsOf: &cells, to: columns)
      Allotment.scale(rowsOf: &cells, to: rows)
    }
    var decks = Allotment.rounded(cells, rows: rows, columns: columns).map(Deck.init)
    for index in all.indices {
      guard let cell = cell(all[index]) else { continue }
      all[index].review = DemoReviewState(rawValue: UInt8(decks[cell].draw(&draw))) ?? .never
    }
  }

  /// Scales the states of some rows together to their shares, in per cent of these rows.
  private static func nudge(
    _ cells: inout [[Double]], _ some: [Int], _ rows: [Int], shares: [Double?]
  ) {
    var total = 0
    for row in some { total += rows[row] }
    for (state, share) in shares.enumerated() {
      guard let share else { continue }
      var sum = 0.0
      for row in some { sum += cells[row][state] }
      guard sum > 0 else { continue }
      for row in some { cells[row][state] *= Double(total) * share / 100 / sum }
    }
  }

  private static func dealOutcomes(
    _ all: inout [DemoTraits], _ reviews: DemoProfile.Reviews, _ draw: inout Draw
  ) {
    var meetings = Array(repeating: 0, count: reviews.outcomesByAge.count)
    for one in all where one.hasMeeting { meetings[one.ageGroup] += 1 }
    let columns = (0..<4).map { outcome in
      meetings.indices.reduce(0) { $0 + meetings[$1] * reviews.outcomesByAge[$1][outcome] }
    }
    deal(
      &all, rows: meetings.count * 2, columns: columns,
      // What is not decided yet is mostly recent.
      weights: { row in
        let shares = reviews.outcomesByAge[row / 2]
        return [shares[0] * 10, shares[1] * 10, shares[2] * 10, shares[3] * [14, 4][row % 2]]
      },
      row: { $0.hasMeeting ? $0.ageGroup * 2 + Int($0.review.rawValue) : nil }, &draw
    ) { $0.outcome = ReviewOutcomeDrawn(rawValue: UInt8($1)) ?? .noneYet }
  }

  private static func dealDecisions(
    _ all: inout [DemoTraits], _ reviews: DemoProfile.Reviews, _ draw: inout Draw
  ) {
    deal(
      &all, rows: reviews.decidedInTimeByAge.count * groups,
      columns: [1000 - reviews.decidedInTime, reviews.decidedInTime],
      weights: { row in
        let inTime =
          reviews.decidedInTimeByAge[row / groups]
          * reviews.decidedInTimeByPlacement[row % groups] * 10 / reviews.decidedInTime
        return [max(100 - inTime, 1), inTime]
      },
      row: {
        $0.hasMeeting && $0.outcome != .noneYet
          ? $0.ageGroup * groups + $0.placement.group.rawValue : nil
      }, &draw
    ) { $0.isDecidedInTime = $1 == 1 }
  }
}
