/// Common given and family names of one cultural group, made from general knowledge.
///
/// Names are drawn independently of one another; nobody real is meant. `_` stands for a space
/// within a name.
struct NamePool: Sendable {
  let female: [String]
  let male: [String]
  let family: [String]

  init(female: String, male: String, family: String) {
    self.female = Self.names(female)
    self.male = Self.names(male)
    self.family = Self.names(family)
  }

  private static func names(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map { name in
      String(name.map { $0 == "_" ? " " : $0 })
    }
  }
}

extension NamePool {
  /// The pools that an ethnic group's names come from, each with its weight.
  static func pools(for group: DemoEthnicity) -> [(pool: NamePool, weight: Int)] {
    switch group {
    case .bafr: [(westAfrican, 62), (hornAndArabic, 38)]
    case .bcrb: [(caribbean, 88), (british, 12)]
    case .both: [(caribbean, 40), (westAfrican, 40), (hornAndArabic, 20)]
    case .wbri, .wiri, .wirt: [(british, 100)]
    case .woth: [(european, 64), (iberian, 36)]
    case .wrom: [(european, 70), (british, 30)]
    case .mwbc: [(british, 50), (caribbean, 50)]
    case .mwba: [(british, 50), (westAfrican, 50)]
    case .mwas: [(british, 50), (southAsian, 50)]
    case .moth: [(european, 30), (iberian, 30), (eastAsian, 20), (caribbean, 20)]
    case .ooth: [(iberian, 60), (hornAndArabic, 40)]
    case .aoth: [(eastAsian, 60), (southAsian, 40)]
    case .aban, .apkn, .aind: [(southAsian, 100)]
    case .chne: [(eastAsian, 100)]
    default: all.map { ($0, 10) }
    }
  }

  static let all = [
    westAfrican, hornAndArabic, caribbean, british, european, iberian, southAsian, eastAsian,
  ]

  /// Given names that are given to any child, drawn for one in twelve.
  static let eitherSex = names(
    """
    Alex Ali Amari Ariel Ashley Avery Bailey Blessing Cameron Casey Charlie Dakota Devon Elliot
    Emerson Favour Finley Frankie Harley Jaden Jamie Jordan Jude Kai Kendall Kit Logan Lee Mika
    Micah Morgan Noor Nour Parker Peace Quinn Reese Remi Riley River Robin Rowan Sasha Sam Shiloh
    Sky Taylor Temi Tobi Toni
    """)
}
