import SENDDomain
import Testing

@testable import Exchange

@Suite struct DemoPeopleTests {
  @Test func `pupil numbers are valid, unique and of an authority that is not issued`() {
    var seen: Set<String> = []
    for child in DemoSample.all where child.fault != .wrongCheckLetter {
      let record = child.record
      #expect(!(record.upn + record.uln + record.upnUnknown).isEmpty)
      guard !record.upn.isEmpty else { continue }
      #expect((try? UPN.check(record.upn)) == record.upn)
      #expect(record.upn.dropFirst().hasPrefix("999"))
      #expect(seen.insert(record.upn).inserted)
    }
    #expect(seen.count > 3500)
  }

  @Test func `learner numbers are valid, unique and begin with 9999`() {
    let numbers = DemoSample.all.map(\.record.uln).filter { !$0.isEmpty }
    #expect(numbers.count > 1000)
    #expect(numbers.allSatisfy { ULN.isValid($0) && $0.hasPrefix("9999") })
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func `no address or setting can be a real one`() {
    for child in DemoSample.all {
      #expect(child.record.postcode.hasPrefix("ZZ"))
      for place in child.active.placements where !place.setting.urn.isEmpty {
        #expect(DemoSample.settings[place.setting.urn] != nil)
      }
    }
    #expect(DemoSample.borough.settings.map(\.urn).min() == "990001")
    #expect(DemoSample.borough.settings.count == 112)
    #expect(Set(DemoSample.borough.settings.map(\.name)).count == 112)
    #expect(DemoSample.borough.settings.filter(\.hasResourceBase).count == 14)
  }

  @Test func `names that break naive code are there`() {
    let records = DemoSample.open.map(\.record)
    let names = Set(records.flatMap { [$0.givenName, $0.familyName] })
    for name in [
      "Ọlámidé", "Zoë", "Núria", "João", "Łucja", "Nguyễn", "D'Souza", "O'Leary", "O\u{2019}Leary",
      "van der Berg", "Ng", "Abu-Bakr", "Mohamed Abdi Ali", "Ñusta",
      "Featherstonehaugh-Wolstenholme-Ray",
    ] { #expect(names.contains(name), "\(name)") }
    #expect(names.contains { $0.count == 34 })
    let zoes = records.filter { $0.givenName == "Zoë" && $0.familyName == "Hart" }
    #expect(Set(zoes.map { Array($0.givenName.unicodeScalars).count }).isSuperset(of: [3, 4]))
  }

  @Test func `two children share name and birth date and are told apart by number`() {
    let same = Dictionary(grouping: DemoSample.open.map(\.record)) {
      "\($0.givenName)|\($0.familyName)|\($0.born?.number ?? 0)"
    }.values.filter { $0.count > 1 }
    #expect(same.count >= 1)
    for pair in same { #expect(Set(pair.map(\.upn)).count == pair.count) }
  }

  @Test func `one family in seven has two children with plans`() {
    let records = DemoSample.open.map(\.record)
    let pairs = zip(records, records.dropFirst()).filter {
      $0.familyName == $1.familyName && $0.postcode == $1.postcode
    }
    let families = records.count - pairs.count
    #expect((0.12...0.15).contains(Double(pairs.count) / Double(families)))
    #expect(pairs.allSatisfy { $0.ethnicity == $1.ethnicity })
    let apart = pairs.compactMap { a, b in
      a.born.flatMap { born in b.born.map { abs($0.days(since: born)) } }
    }
    #expect(apart.allSatisfy { $0 > 300 })
  }

  @Test func `no college before sixteen and no school after nineteen`() {
    for child in DemoSample.open {
      guard let setting = DemoSample.settings[child.main.setting.urn] else { continue }
      let year = NCYear(
        born: child.record.born ?? DemoSample.day, in: AcademicYear(start: 2026)
      ).number
      switch setting.phase {
      case .college, .specialistCollege, .trainingProvider:
        #expect(child.age >= 16 && year >= 12)
      default: #expect(child.age <= 19)
      }
    }
  }

  @Test func `there is one main placement at a time`() {
    for child in DemoSample.open where child.fault != .twoOpenPlacements {
      #expect(child.active.placements.filter { $0.rank == 1 && $0.left == nil }.count == 1)
    }
  }

  @Test func `sixteen case officers share the plans evenly`() {
    let officers = DemoSample.borough.officers
    #expect(officers.filter { $0.role == "case officer" }.count == 16)
    #expect(officers.filter { $0.role == "SENCO" }.count == 90)
    #expect(Set(officers.map(\.name)).count == officers.count)
    let loads = Dictionary(grouping: DemoSample.open, by: \.officer).mapValues(\.count)
    #expect(loads.count == 16)
    #expect(loads.values.allSatisfy { (180...240).contains($0) })
    #expect(loads.keys.allSatisfy { $0.map { officers[$0].role == "case officer" } ?? false })
  }

  @Test func `no child has a member of staff's name or one on the stop list`() {
    let staff = Set(DemoSample.borough.officers.map(\.name))
    for record in DemoSample.all.map(\.record) {
      #expect(!staff.contains("\(record.givenName) \(record.familyName)"))
      #expect(!NameStopList.contains(given: record.givenName, family: record.familyName))
    }
    #expect(NameStopList.contains(given: "Taylor", family: "Swift"))
  }

  @Test func `every pool has 120 given and 120 family names, none twice`() {
    for pool in NamePool.all {
      #expect(Set(pool.female).count == pool.female.count)
      #expect(Set(pool.male).count == pool.male.count)
      #expect(Set(pool.family).count == pool.family.count)
      #expect(Set(pool.female + pool.male).count >= 120)
      #expect(pool.family.count >= 120)
    }
  }
}
