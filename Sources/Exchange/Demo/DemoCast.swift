/// What is settled for all open plans together, so that every margin comes out exactly: a few
/// bytes for each plan, nothing more. The rest of a child is drawn when the child's turn comes.
struct DemoCast {
  /// By the plan's place in the order.
  private(set) var traits: [DemoTraits] = []
  /// By the plan's place: an index of ``DemoEthnicity``, with ``siblingMark`` where the child is
  /// the sibling of the one before.
  private var families: [UInt8] = []
  private static let siblingMark: UInt8 = 0x80

  init(plans: Int, seed: UInt64, profile: DemoProfile) {
    var draw = Draw(seed: seed, .traits)
    traits = DemoTraits.dealt(plans: plans, profile: profile, &draw)
    draw.shuffle(&traits)
    families = Self.families(plans: plans, seed: seed, profile: profile)
    matchSiblings()
  }

  func ethnicity(_ index: Int) -> DemoEthnicity {
    DemoEthnicity(rawValue: Int(families[index] & ~Self.siblingMark)) ?? .nobt
  }

  func isSibling(_ index: Int) -> Bool {
    index < families.count && families[index] & Self.siblingMark != 0
  }

  /// The place of the child whose family name and address this child shares: its own, mostly.
  func head(_ index: Int) -> Int { isSibling(index) ? index - 1 : index }

  /// Two places of children of one age and sex who are no siblings: they get the same name and
  /// birth date. Nil in a borough too small for it.
  func namesakes() -> (Int, Int)? {
    var first: Int?
    for index in traits.indices.dropFirst(traits.count / 2) {
      let own = traits[index]
      guard (7...13).contains(own.age), !isSibling(index), !isSibling(index + 1) else { continue }
      guard let one = first else {
        first = index
        continue
      }
      if traits[one].age == own.age, traits[one].isFemale == own.isFemale { return (one, index) }
    }
    return nil
  }

  /// One family in seven has two children with plans, who stand one after the other.
  private static func families(plans: Int, seed: UInt64, profile: DemoProfile) -> [UInt8] {
    var draw = Draw(seed: seed, .family)
    var list: [UInt8] = []
    for (group, count) in Allotment.split(plans, by: profile.ethnicities).enumerated() {
      let pairs = count * 14 / 114
      list += Array(repeating: UInt8(group) | siblingMark, count: pairs)
      list += Array(repeating: UInt8(group), count: count - 2 * pairs)
    }
    draw.shuffle(&list)
    return list.flatMap { $0 & siblingMark != 0 ? [$0 & ~siblingMark, $0] : [$0] }
  }

  /// Siblings are two to eight years apart: where they are not, the younger or older changes
  /// places with a child further on, which leaves every total as it was.
  private mutating func matchSiblings() {
    for index in traits.indices where isSibling(index) {
      let elder = Int(traits[index - 1].age)
      func fits(_ other: Int) -> Bool {
        (2...8).contains(abs(Int(traits[other].age) - elder))
      }
      if fits(index) { continue }
      let further = index + 1..<min(index + 400, traits.count)
      if let other = further.first(where: { !isSibling($0) && !isSibling($0 + 1) && fits($0) }) {
        traits.swapAt(index, other)
      } else {
        families[index] &= ~Self.siblingMark
      }
    }
  }
}

/// What is settled of one open plan before its child is made.
struct DemoTraits {
  /// On the census day.
  var age: UInt8
  var isFemale = false
  var needIndex: UInt8
  var placementIndex: UInt8
  /// Whole years since the plan was made; 8 stands for 8 and more.
  var years: UInt8 = 0
  var review = DemoReviewState.none
  var outcome: ReviewOutcomeDrawn = .noneYet
  var isDecidedInTime = false

  var need: DemoNeed { DemoNeed(rawValue: Int(needIndex)) ?? .oth }
  var placement: DemoPlacementKind { DemoPlacementKind(rawValue: Int(placementIndex)) ?? .other }
}

/// When the last review meeting was; `none` for a plan younger than twelve months.
enum DemoReviewState: UInt8 { case within, over, never, none }

enum ReviewOutcomeDrawn: UInt8 { case amend, maintain, cease, noneYet }
