/// The margins that a demo borough is drawn to: counts and weights, any of which are scaled to
/// the number of plans by largest remainder.
///
/// - Source: DfE, Education, health and care plans, reporting year 2025 (Open Government
///   Licence): one inner-London borough's published rows, and England's.
package struct DemoProfile: Sendable {
  /// A stable word: `inner_london_2025`.
  package var name: String
  /// By age on the census day, 2 to 25.
  var ages: [Int]
  /// By ``DemoNeed``, for ages to 4, to 10, to 15, to 18 and above.
  var needs: [[Int]]
  /// Of each need's plans, the share of girls and women, per mille.
  var femaleByNeed: [Int]
  /// Female, per mille of all.
  var female: Int
  /// By ``DemoEthnicity``.
  var ethnicities: [Int]
  /// By ``DemoPlacementKind``.
  var placements: [Int]
  /// Whole years since the plan was made: 0 to 7, then 8 and more.
  var yearsInPlace: [Int]
  var reviews: Reviews

  /// How late reviews are, of plans older than twelve months.
  struct Reviews: Sendable {
    /// Last meeting within twelve months, longer ago, never: per mille of all.
    var states: [Int]
    /// The same by age group (to 6, to 9, 10, to 14, 15, to 18, above).
    var statesByAge: [[Int]]
    /// Never had a meeting, by ``DemoPlacementKind/Group``, per mille.
    var neverByPlacement: [Int]
    /// Decided within four weeks, per mille of decisions; by age group; by placement.
    var decidedInTime: Int
    var decidedInTimeByAge: [Int]
    var decidedInTimeByPlacement: [Int]
    /// Amend, maintain, cease, none yet, by age group, per cent of meetings.
    var outcomesByAge: [[Int]]
  }
}

extension DemoProfile {
  package static let innerLondon = DemoProfile(
    name: "inner_london_2025",
    ages: [
      3, 20, 85, 139, 173, 176, 215, 229, 215, 226, 218, 234, 237, 233, 233, 211, 157, 95, 81,
      60, 45, 29, 17, 1,
    ],
    needs: [
      [299, 467, 19, 9, 103, 0, 19, 19, 9, 0, 19, 37],
      [443, 314, 81, 25, 50, 29, 11, 8, 17, 7, 8, 9],
      [337, 227, 191, 101, 36, 32, 22, 13, 11, 13, 10, 6],
      [348, 164, 199, 90, 75, 33, 33, 20, 15, 12, 8, 2],
      [434, 147, 122, 116, 64, 0, 55, 31, 0, 15, 9, 6],
    ],
    femaleByNeed: femaleByNeed, female: 281,
    ethnicities: [
      779, 563, 473, 308, 292, 198, 182, 174, 119, 55, 47, 33, 31, 28, 12, 3, 3, 18, 14,
    ],
    placements: [
      934, 193, 566, 38, 57, 39, 683, 156, 85, 11, 35, 329, 34, 33, 9, 55, 10, 9, 45, 11,
    ],
    yearsInPlace: [406, 650, 522, 599, 531, 323, 194, 78, 29],
    reviews: reviews(
      states: [498, 363, 140], never: [90, 120, 310, 390], inTime: 372))

  /// England's shape: more social, emotional and mental health need, fewer reviews late.
  /// Placements are those of the borough.
  package static let england = DemoProfile(
    name: "england_2025",
    ages: [
      3, 22, 117, 161, 166, 178, 190, 200, 216, 244, 246, 247, 246, 234, 219, 190, 149, 109, 76,
      51, 33, 21, 12, 2,
    ],
    needs: [
      [290, 496, 24, 41, 51, 7, 25, 15, 12, 9, 26, 4],
      [332, 322, 142, 74, 37, 14, 30, 13, 12, 7, 14, 3],
      [316, 151, 258, 123, 35, 30, 39, 13, 12, 8, 11, 2],
      [305, 115, 287, 123, 43, 26, 49, 15, 11, 10, 13, 2],
      [305, 125, 196, 162, 53, 25, 76, 18, 11, 11, 16, 3],
    ],
    femaleByNeed: femaleByNeed, female: 281,
    ethnicities: [
      2388, 784, 41434, 2745, 4915, 671, 1540, 1242, 1068, 556, 1022, 887, 735, 2142, 158, 95,
      235, 1081, 178,
    ],
    placements: innerLondon.placements,
    yearsInPlace: [596, 610, 490, 562, 498, 303, 182, 73, 18],
    reviews: reviews(
      states: [624, 241, 135], never: [100, 120, 240, 300], inTime: 444))

  private static let femaleByNeed = [
    233, 306, 233, 333, 392, 300, 415, 493, 218, 394, 342, 522,
  ]

  private static func reviews(states: [Int], never: [Int], inTime: Int) -> Reviews {
    Reviews(
      states: states,
      statesByAge: [
        [70, 20, 10], [42, 53, 5], [51, 44, 5], [49, 42, 9], [70, 23, 7], [45, 31, 24],
        [43, 22, 35],
      ],
      neverByPlacement: never, decidedInTime: inTime,
      decidedInTimeByAge: [50, 44, 26, 43, 38, 25, 15],
      decidedInTimeByPlacement: [44, 31, 21, 25],
      outcomesByAge: [
        [33, 55, 0, 12], [35, 60, 0, 5], [64, 35, 0, 1], [38, 52, 1, 9], [58, 28, 1, 13],
        [60, 31, 1, 8], [53, 29, 9, 9],
      ])
  }
}

/// Kinds of need in the order of the tables, with the return's codes.
enum DemoNeed: Int, CaseIterable {
  case asd, slcn, semh, mld, pd, spld, sld, hi, oth, vi, pmld, msi

  var code: String { "\(self)".uppercased() }

  /// What stands second beside it, as likely as its weight.
  var companions: [(DemoNeed, Int)] {
    switch self {
    case .asd: [(.slcn, 45), (.semh, 20), (.mld, 15), (.spld, 8), (.sld, 7), (.pd, 5)]
    case .slcn: [(.asd, 25), (.mld, 15), (.semh, 20), (.spld, 20), (.pd, 10), (.hi, 10)]
    case .semh: [(.spld, 15), (.slcn, 30), (.asd, 25), (.mld, 25), (.oth, 5)]
    default: [(.slcn, 35), (.asd, 25), (.semh, 20), (.vi, 10), (.oth, 10)]
    }
  }
}

/// Ethnic groups in the order of the tables, with the return's codes.
enum DemoEthnicity: Int, CaseIterable {
  case bafr, bcrb, wbri, woth, nobt, both, moth, mwbc, ooth, mwba, aoth, aban, mwas, apkn
  case wiri, wirt, wrom, aind, chne

  var code: String { "\(self)".uppercased() }
}
