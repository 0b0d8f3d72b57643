import SENDDomain

/// Names, addresses and numbers of the demo borough's children.
///
/// Everything depends on the seed and the child's place in the order alone; numbers are unique
/// by construction, so nothing is remembered from child to child but a count.
struct DemoPeople {
  let seed: UInt64
  let moment: DemoMoment
  private let staff: Set<String>
  private let edges: [Int: PersonName]
  private let namesakes: (first: Int, second: Int, group: DemoEthnicity)?
  /// Learner numbers tried so far.
  private var learners = 0

  init(seed: UInt64, moment: DemoMoment, cast: DemoCast, staff: [DemoOfficer]) {
    self.seed = seed
    self.moment = moment
    self.staff = Set(staff.map(\.name))
    edges = Self.placeEdges(in: cast)
    namesakes = cast.namesakes().map { ($0, $1, cast.ethnicity($0)) }
  }

  /// Where a family lives and what it is called: shared by siblings.
  struct Home {
    var pool: NamePool
    var family: String
    var postcode: String
  }

  /// - Parameters:
  ///   - head: The place of the child that siblings share their home with.
  ///   - births: The birth dates to draw from.
  mutating func person(
    _ index: Int, head: Int, births: ClosedRange<Day>, isFemale: Bool, _ group: DemoEthnicity
  ) -> ReturnedChild {
    var child = ReturnedChild()
    let home = home(head, group)
    var (place, nameHome) = (index, home)
    if let namesakes, index == namesakes.second {
      place = namesakes.first
      nameHome = self.home(place, namesakes.group)
    }
    child.born = born(place, births)
    let name = name(place, nameHome, isFemale: isFemale)
    child.givenName = name.given
    child.familyName = name.family
    child.sex = isFemale ? "F" : "M"
    child.ethnicity = group.code
    child.postcode = home.postcode
    number(&child, index)
    return child
  }

  private func born(_ index: Int, _ births: ClosedRange<Day>) -> Day {
    var draw = Draw(seed: seed, .person, index)
    return draw.day(births)
  }

  // MARK: Names

  private func name(_ index: Int, _ home: Home, isFemale: Bool) -> PersonName {
    if let edge = edges[index] { return edge }
    var draw = Draw(seed: seed, .person, index)
    _ = draw.next()  // the birth date's
    if draw.chance(30) { return PersonName(family: home.family, given: "") }
    var given: String
    repeat {
      let isEither = draw.chance(80)
      given = draw.pick(
        isEither ? NamePool.eitherSex : isFemale ? home.pool.female : home.pool.male)
    } while NameStopList.contains(given: given, family: home.family)
      || staff.contains("\(given) \(home.family)")
    return PersonName(family: home.family, given: given)
  }

  private func home(_ head: Int, _ group: DemoEthnicity) -> Home {
    var draw = Draw(seed: seed, .home, head)
    let pools = NamePool.pools(for: group)
    let pool = pools[draw.index(weights: pools.map(\.weight))].pool
    let familyPool = draw.chance(120) ? draw.pick(NamePool.all) : pool
    var family = draw.pick(familyPool.family)
    if draw.chance(60) {
      let second = draw.pick(pool.family)
      if !(family + second).contains(where: { $0 == " " || $0 == "-" }), second != family {
        family += "-\(second)"
      }
    }
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
    let district = draw.number(1...19)
    let postcode =
      "ZZ\(district) \(draw.below(10))\(draw.pick(letters))\(draw.pick(letters))"
    return Home(pool: pool, family: edges[head]?.family ?? family, postcode: postcode)
  }

  /// Names that break naive code, at the first places of the fitting sex.
  private static func placeEdges(in cast: DemoCast) -> [Int: PersonName] {
    var edges: [Int: PersonName] = [:]
    var (girls, boys) = (girlsEdges[...], boysEdges[...])
    for index in cast.traits.indices where !cast.isSibling(index) && !cast.isSibling(index + 1) {
      if girls.isEmpty && boys.isEmpty { break }
      edges[index] = cast.traits[index].isFemale ? girls.popFirst() : boys.popFirst()
    }
    return edges
  }

  private static let girlsEdges = [
    PersonName(family: "Hart", given: "Zoë"),
    PersonName(family: "Hart", given: "Zoe\u{308}"),  // equal, in two characters
    PersonName(family: "Puig", given: "Núria"),
    PersonName(family: "Żak", given: "Łucja"),
    PersonName(family: "O'Leary", given: "Niamh"),
    PersonName(family: "Quispe", given: "Ñusta"),
  ]

  private static let boysEdges = [
    PersonName(family: "Adébáyọ̀", given: "Ọlámidé"),
    PersonName(family: "Conceição", given: "João"),
    PersonName(family: "Nguyễn", given: "Minh"),
    PersonName(family: "D'Souza", given: "Anton"),
    PersonName(family: "O\u{2019}Leary", given: "Cormac"),
    PersonName(family: "van der Berg", given: "Pieter"),
    PersonName(family: "Ng", given: "Wai"),
    PersonName(family: "Abu-Bakr", given: "Yusuf"),
    PersonName(family: "", given: "Mohamed Abdi Ali"),
    PersonName(family: "Featherstonehaugh-Wolstenholme-Ray", given: "Lee"),
  ]

  // MARK: Numbers

  private mutating func number(_ child: inout ReturnedChild, _ index: Int) {
    var draw = Draw(seed: seed, .home, ~index)
    let born = child.born ?? moment.day
    let year = NCYear(born: born, in: moment.year).number
    if year >= 9, draw.chance(850) { child.uln = nextLearnerNumber() }
    let hasUPN = year < 0 ? draw.chance(600) : year < 14 || draw.chance(800)
    if hasUPN {
      child.upn = pupilNumber(index, year: born.year + 5)
    } else if child.uln.isEmpty {
      child.upnUnknown = year < 2 ? "UN1" : "UN9"
    }
  }

  /// Authority 999, which is not issued. The place in the order goes to one of ten million
  /// school and serial numbers; two places never to the same, two seeds never to the same.
  private func pupilNumber(_ index: Int, year: Int) -> String {
    let start = Int(seed % 10_000_000) * 7_654_321
    let number = (index * 6_180_339 + start) % 10_000_000
    let digits = Self.digits(number, 7)
    let body = "999\(digits.prefix(4))\(Self.digits(year % 100, 2))\(digits.suffix(3))"
    return "\(UPN.checkLetter(for: body))\(body)"
  }

  /// From 9999 00000 on in scattered order; after a hundred thousand from 9998, and so on.
  private mutating func nextLearnerNumber() -> String {
    let start = Int(seed % 100_000) * 54_321
    while true {
      let prefix = 9999 - learners / 100_000
      let body = Self.digits(prefix, 4) + Self.digits((learners * 61_803 + start) % 100_000, 5)
      learners += 1
      var sum = 0
      for (place, byte) in body.utf8.enumerated() { sum += Int(byte - 48) * (10 - place) }
      // A remainder of 0 has no valid check digit.
      if sum % 11 != 0 { return body + String(10 - sum % 11) }
    }
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
