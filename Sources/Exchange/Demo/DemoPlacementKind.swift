/// Where plan holders are taught, in the order of the tables.
enum DemoPlacementKind: Int, CaseIterable {
  case mainMaintained, mainMaintainedResourced, mainAcademy, mainAcademyResourced, mainFree
  case mainIndependent
  case specialMaintained, specialAcademy, specialIndependent, specialNonMaintained
  case alternativeProvision
  case collegeGeneral, collegeSpecialist, collegeOther
  case earlyYears, arrangedByAuthority, home, outOfSchool, notInEducation, other

  /// The groups that review lateness is published by.
  enum Group: Int, CaseIterable { case mainstream, special, college, elsewhere }

  var group: Group {
    switch self {
    case .mainMaintained, .mainMaintainedResourced, .mainAcademy, .mainAcademyResourced,
      .mainFree, .mainIndependent:
      .mainstream
    case .specialMaintained, .specialAcademy, .specialIndependent, .specialNonMaintained:
      .special
    case .collegeGeneral, .collegeSpecialist, .collegeOther: .college
    default: .elsewhere
    }
  }

  var isResourced: Bool { self == .mainMaintainedResourced || self == .mainAcademyResourced }

  /// How likely at an age: never outside the ages of the tables.
  func weight(age: Int) -> Int {
    guard ages.contains(age) else { return 0 }
    return switch age {
    case ...4: weights[0]
    case ...10: weights[1]
    case ...15: weights[2]
    case ...18: weights[3]
    default: weights[4]
    }
  }

  private var ages: ClosedRange<Int> {
    switch self {
    case .mainMaintained: 3...18
    case .mainMaintainedResourced, .mainAcademyResourced: 4...16
    case .mainAcademy, .mainFree, .mainIndependent: 4...18
    case .specialMaintained: 3...19
    case .specialAcademy, .specialNonMaintained: 5...19
    case .specialIndependent: 7...19
    case .alternativeProvision: 7...16
    case .collegeGeneral, .collegeSpecialist, .collegeOther: 16...25
    case .earlyYears: 2...4
    case .arrangedByAuthority: 5...25
    case .home: 5...18
    case .outOfSchool: 5...15
    case .notInEducation: 16...25
    case .other: 2...25
    }
  }

  /// To 4, to 10, to 15, to 18, above.
  private var weights: [Int] {
    switch self {
    case .mainMaintained: [100, 100, 40, 15, 1]
    case .mainMaintainedResourced: [8, 20, 16, 6, 1]
    case .mainAcademy: [8, 24, 70, 40, 1]
    case .mainAcademyResourced, .mainFree, .mainIndependent: [1, 3, 5, 2, 1]
    case .specialMaintained: [16, 50, 62, 60, 30]
    case .specialAcademy: [1, 9, 16, 14, 8]
    case .specialIndependent, .specialNonMaintained: [1, 4, 9, 8, 4]
    case .alternativeProvision: [1, 2, 12, 2, 1]
    case .collegeGeneral, .collegeSpecialist, .collegeOther: [1, 1, 1, 40, 100]
    case .earlyYears: [30, 1, 1, 1, 1]
    case .arrangedByAuthority: [1, 3, 6, 6, 4]
    case .home, .outOfSchool: [1, 1, 2, 1, 1]
    case .notInEducation: [1, 1, 1, 5, 12]
    case .other: [1, 1, 1, 1, 1]
    }
  }

  /// How much likelier a need is here than by chance, in tenths.
  func affinity(_ need: DemoNeed) -> Int {
    switch (self, need) {
    case (.mainMaintainedResourced, .asd), (.mainAcademyResourced, .asd): 30
    case (.mainMaintainedResourced, .slcn), (.mainAcademyResourced, .slcn): 14
    case (.mainMaintainedResourced, _), (.mainAcademyResourced, _): 3
    case (.specialMaintained, .asd): 17
    case (.specialMaintained, .slcn): 9
    case (.specialMaintained, .semh): 4
    case (.specialMaintained, .pd): 20
    case (.specialMaintained, .sld), (.specialMaintained, .pmld): 60
    case (.specialAcademy, .semh): 24
    case (.specialAcademy, .sld), (.specialAcademy, .pmld): 30
    case (.specialIndependent, .semh): 22
    case (.specialIndependent, .mld): 18
    case (.specialNonMaintained, .hi), (.specialNonMaintained, .vi): 40
    case (.alternativeProvision, .semh): 90
    case (.alternativeProvision, .slcn): 7
    case (.alternativeProvision, _): 3
    default: 10
    }
  }
}
