/// An invented school, college or provider: what a settings directory knows of it.
package struct DemoSetting: Hashable, Sendable {
  /// From 990001, where no real establishment is.
  package let urn: String
  package let name: String
  /// In words: `primary school, academy`.
  package let kind: String
  /// `North`, `Central`, `East`, `West` or `out of borough`.
  package let locality: String
  package let hasResourceBase: Bool

  let phase: Phase
  let governance: Governance
  let isOutOfBorough: Bool

  enum Phase: String, Sendable {
    case primary = "primary school"
    case secondary = "secondary school"
    case special = "special school"
    case alternative = "alternative provision"
    case college = "further education college"
    case specialistCollege = "specialist post-16 institution"
    case trainingProvider = "training provider"
  }

  enum Governance: String, Sendable {
    case maintained, academy
    case free = "free school"
    case independent
    case nonMaintained = "non-maintained"
    case none = ""
  }

  static let localities = ["North", "Central", "East", "West"]
}

extension DemoSetting {
  /// The borough's 60 primary, 20 secondary, 6 special and 3 alternative settings and 5 colleges,
  /// then 12 out of borough and 6 independent special schools. The same for every seed.
  static let all: [DemoSetting] = {
    var list: [DemoSetting] = []
    for (count, phase, governance, bases, isOut) in plan {
      for index in 0..<count {
        list.append(
          DemoSetting(
            number: list.count, phase: phase, governance: governance,
            hasResourceBase: index < bases, isOutOfBorough: isOut))
      }
    }
    return list
  }()

  private static let plan: [(Int, Phase, Governance, Int, Bool)] = [
    (38, .primary, .maintained, 9, false), (14, .primary, .academy, 1, false),
    (6, .primary, .free, 0, false), (2, .primary, .independent, 0, false),
    (5, .secondary, .maintained, 2, false), (11, .secondary, .academy, 2, false),
    (3, .secondary, .free, 0, false), (1, .secondary, .independent, 0, false),
    (4, .special, .maintained, 0, false), (2, .special, .academy, 0, false),
    (3, .alternative, .academy, 0, false),
    (3, .college, .none, 0, false), (1, .specialistCollege, .none, 0, false),
    (1, .trainingProvider, .none, 0, false),
    (1, .primary, .maintained, 0, true), (1, .primary, .academy, 0, true),
    (1, .primary, .free, 0, true), (1, .secondary, .maintained, 0, true),
    (1, .secondary, .academy, 0, true), (1, .secondary, .independent, 0, true),
    (1, .special, .maintained, 0, true), (1, .special, .academy, 0, true),
    (1, .special, .nonMaintained, 0, true), (1, .college, .none, 0, true),
    (1, .specialistCollege, .none, 0, true), (1, .trainingProvider, .none, 0, true),
    (1, .special, .independent, 0, false), (5, .special, .independent, 0, true),
  ]

  private init(
    number: Int, phase: Phase, governance: Governance, hasResourceBase: Bool,
    isOutOfBorough: Bool
  ) {
    urn = String(990_001 + number)
    let first = Self.beginnings[number % Self.beginnings.count]
    let last = Self.endings[(number / Self.beginnings.count + number) % Self.endings.count]
    name = "\(first)\(last) \(Self.title(phase, governance, number))"
    kind = governance == .none ? phase.rawValue : "\(phase.rawValue), \(governance.rawValue)"
    locality = isOutOfBorough ? "out of borough" : Self.localities[number % 4]
    self.hasResourceBase = hasResourceBase
    self.phase = phase
    self.governance = governance
    self.isOutOfBorough = isOutOfBorough
  }

  private static let beginnings = [
    "Otter", "Kestrel", "Thistle", "Lantern", "Juniper", "Saffron", "Damson", "Heron", "Tansy",
    "Quill", "Wren", "Marl",
  ]
  private static let endings = [
    "croft", "mere", "well", "gate", "stead", "holt", "lea", "combe", "wick", "dene",
  ]

  private static func title(_ phase: Phase, _ governance: Governance, _ number: Int) -> String {
    switch phase {
    case .primary: number % 7 == 0 ? "Junior and Infant School" : "Primary School"
    case .secondary: governance == .academy ? "Academy" : "School"
    case .special: ["School", "Park School", "House School"][number % 3]
    case .alternative: ["Primary Centre", "Centre", "Vocational Centre"][(number + 1) % 3]
    case .college: "College"
    case .specialistCollege: "Specialist College"
    case .trainingProvider: "Training"
    }
  }
}

/// Which settings a kind of placement can be at.
struct DemoSettingChoice {
  /// Candidates by placement kind, then primary or secondary, then in or out of the borough.
  private let candidates: [[[[DemoSetting]]]]

  init(_ settings: [DemoSetting]) {
    candidates = DemoPlacementKind.allCases.map { kind in
      [false, true].map { isSecondary in
        [false, true].map { isOut in
          settings.filter { $0.isOutOfBorough == isOut && $0.takes(kind, isSecondary) }
        }
      }
    }
  }

  /// A setting for a child; nil where the kind has none (taught at home, not in education).
  func pick(
    _ kind: DemoPlacementKind, isSecondary: Bool, _ draw: inout Draw
  ) -> DemoSetting? {
    let lists = candidates[kind.rawValue][isSecondary ? 1 : 0]
    let isOut = draw.chance(kind.outOfBorough)
    let list = lists[isOut ? 1 : 0].isEmpty ? lists[isOut ? 0 : 1] : lists[isOut ? 1 : 0]
    return list.isEmpty ? nil : draw.pick(list)
  }
}

extension DemoSetting {
  fileprivate func takes(_ kind: DemoPlacementKind, _ isSecondary: Bool) -> Bool {
    let isMainstream = phase == (isSecondary ? .secondary : .primary)
    switch kind {
    case .mainMaintained: return isMainstream && governance == .maintained
    case .mainMaintainedResourced:
      return isMainstream && governance == .maintained && hasResourceBase
    case .mainAcademy: return isMainstream && governance == .academy
    case .mainAcademyResourced:
      return isMainstream && governance == .academy && hasResourceBase
    case .mainFree: return isMainstream && governance == .free
    case .mainIndependent: return isMainstream && governance == .independent
    case .specialMaintained: return phase == .special && governance == .maintained
    case .specialAcademy: return phase == .special && governance == .academy
    case .specialIndependent: return phase == .special && governance == .independent
    case .specialNonMaintained: return phase == .special && governance == .nonMaintained
    case .alternativeProvision:
      return phase == .alternative && name.hasSuffix("Primary Centre") != isSecondary
    case .collegeGeneral: return phase == .college
    case .collegeSpecialist: return phase == .specialistCollege
    case .collegeOther: return phase == .trainingProvider
    default: return false
    }
  }
}

extension DemoPlacementKind {
  /// Per mille: about 27 % of all plans.
  fileprivate var outOfBorough: Int {
    switch self {
    case .mainMaintained, .mainAcademy, .mainFree, .mainIndependent: 250
    case .mainMaintainedResourced, .mainAcademyResourced, .alternativeProvision: 0
    case .specialMaintained: 180
    case .specialAcademy: 600
    case .specialIndependent: 950
    case .specialNonMaintained: 1000
    default: 450
    }
  }
}
