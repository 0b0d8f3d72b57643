import SENDDomain
import Testing

@testable import Exchange

@Suite struct DemoMarginTests {
  @Test func `a borough of the default size has exactly 3,332 open plans`() {
    #expect(DemoSample.open.count == 3332)
    #expect(DemoSample.all.filter { $0.request.standing == .ceased }.count == 514)
    #expect(DemoSample.all.filter { $0.request.standing == .noPlan }.count == 340)
  }

  @Test func `ages on the census day are those of the table`() {
    let expected = [
      2: 3, 3: 20, 4: 85, 5: 139, 6: 173, 7: 176, 8: 215, 9: 229, 10: 215, 11: 226, 12: 218,
      13: 234, 14: 237, 15: 233, 16: 233, 17: 211, 18: 157, 19: 95, 20: 81, 21: 60, 22: 45,
      23: 29, 24: 17, 25: 1,
    ]
    #expect(Dictionary(grouping: DemoSample.open, by: \.age).mapValues(\.count) == expected)
  }

  @Test func `sex and ethnic group are those of the tables`() {
    #expect(DemoSample.count { $0.record.sex } == ["M": 2396, "F": 936])
    #expect(
      DemoSample.count { $0.record.ethnicity } == [
        "BAFR": 779, "BCRB": 563, "WBRI": 473, "WOTH": 308, "NOBT": 292, "BOTH": 198,
        "MOTH": 182, "MWBC": 174, "OOTH": 119, "MWBA": 55, "AOTH": 47, "ABAN": 33, "MWAS": 31,
        "APKN": 28, "WIRI": 12, "WIRT": 3, "WROM": 3, "AIND": 18, "CHNE": 14,
      ])
  }

  @Test func `placements are those of the table`() {
    let counts = DemoSample.count { $0.placement }
    let expected = [
      "mainstream maintained": 934, "mainstream maintained, resourced": 193,
      "mainstream academy": 566, "mainstream academy, resourced": 38,
      "mainstream free school": 57, "mainstream independent": 39, "special maintained": 683,
      "special academy": 156, "special independent": 85, "special non-maintained": 11,
      "alternative provision": 35, "further education college": 329,
      "specialist post-16 institution": 34, "training provider": 33, "EYP": 9, "OLA": 55,
      "OTH": 11,
    ]
    for (kind, count) in expected { #expect(counts[kind] == count, "\(kind)") }
    #expect((counts["EHE"] ?? 0) + (counts["OPA"] ?? 0) == 10)
    #expect((counts["NEET"] ?? 0) + (counts["NIEC"] ?? 0) + (counts["NIEO"] ?? 0) == 54)
  }

  @Test func `primary needs by age band are those of the table within a plan`() {
    let expected: [(ClosedRange<Int>, [String: Double])] = [
      (0...4, ["ASD": 29.9, "SLCN": 46.7, "SEMH": 1.9, "PD": 10.3]),
      (5...10, ["ASD": 44.3, "SLCN": 31.4, "SEMH": 8.1, "SPLD": 2.9]),
      (11...15, ["ASD": 33.7, "SLCN": 22.7, "SEMH": 19.1, "MLD": 10.1]),
      (16...18, ["ASD": 34.8, "SLCN": 16.4, "SEMH": 19.9, "PD": 7.5]),
      (19...25, ["ASD": 43.4, "SLCN": 14.7, "SEMH": 12.2, "SLD": 5.5]),
    ]
    for (ages, shares) in expected {
      let group = DemoSample.open.filter { ages.contains($0.age) }
      for (need, share) in shares {
        let count = group.filter { $0.need == need }.count
        #expect(abs(Double(count) - Double(group.count) * share / 100) < 1.5, "\(need) \(ages)")
      }
    }
  }

  @Test func `needs of girls and of pupils of resourced and special places differ`() {
    let girls = DemoSample.open.filter { $0.record.sex == "F" }
    #expect((0.29...0.34).contains(girls.share { $0.need == "ASD" }))
    let resourced = DemoSample.open.filter { $0.placement == "mainstream maintained, resourced" }
    #expect((0.60...0.74).contains(resourced.share { $0.need == "ASD" }))
    let special = DemoSample.open.filter { $0.placement == "special maintained" }
    #expect((0.43...0.55).contains(special.share { $0.need == "ASD" }))
    let alternative = DemoSample.open.filter { $0.placement == "alternative provision" }
    #expect((0.65...0.88).contains(alternative.share { $0.need == "SEMH" }))
    #expect((0.58...0.66).contains(DemoSample.open.share { $0.active.needs.count == 2 }))
  }

  @Test func `school years come near the expected totals`() {
    let years = Dictionary(grouping: DemoSample.open) {
      NCYear(born: $0.record.born ?? DemoSample.day, in: AcademicYear(start: 2026)).number
    }.mapValues(\.count)
    let expected = [105, 152, 174, 191, 220, 224, 219, 223, 224, 235, 235, 233, 225, 191]
    for (year, count) in expected.enumerated() {
      let tolerance = 3 * Double(count).squareRoot()
      #expect(abs(Double(years[year] ?? 0) - Double(count)) <= tolerance, "year \(year)")
    }
  }

  @Test func `about 27 per cent are taught out of the borough`() {
    let share = DemoSample.open.share {
      DemoSample.settings[$0.main.setting.urn]?.isOutOfBorough == true
    }
    #expect((0.24...0.30).contains(share))
  }

  @Test func `plans have been in place as long as the table says`() {
    let day = DemoSample.day
    let known = DemoSample.open.filter { $0.plan.start != nil }
    let years = Dictionary(grouping: known) { child in
      let start = child.plan.start ?? day
      return (1...8).last { start <= day.adding(months: -12 * $0) } ?? 0
    }.mapValues(\.count)
    let expected = [406, 650, 522, 599, 531, 323, 194, 78, 29]
    for (year, count) in expected.enumerated() {
      // Up to a dozen starts are missing on purpose.
      #expect((count - 6...count).contains(years[year] ?? 0), "year \(year)")
    }
  }

  @Test(arguments: [1, 7, 40, 214, 5000])
  func `other sizes keep their count and scale the rest`(plans: Int) {
    var counts: [ReturnedRequest.Standing: Int] = [:]
    var girls = 0
    let borough = DemoBorough(day: DemoSample.day, plans: plans, seed: 3)
    borough.generate { child in
      counts[child.request.standing, default: 0] += 1
      if child.request.standing == .active, child.record.sex == "F" { girls += 1 }
    }
    #expect(counts[.active] == plans)
    #expect(counts[.ceased] ?? 0 == (plans * 514 + 1666) / 3332)
    #expect(counts[.noPlan] ?? 0 == (plans * 340 + 1666) / 3332)
    #expect(abs(Double(girls) - Double(plans) * 0.281) <= 1)
  }

  @Test func `ages, placements and review states hold for 20,000 plans too`() {
    let cast = DemoCast(plans: 20_000, seed: 9, profile: .innerLondon).traits
    #expect(cast.count == 20_000)
    #expect(cast.filter { $0.age == 9 }.count == 1375)  // 229 of 3,332
    #expect(cast.filter { $0.placement == .mainMaintained }.count == 5606)  // 934
    #expect(cast.filter { $0.years == 0 }.count == 2437)  // 406
    let older = cast.filter { $0.years > 0 }
    #expect(older.filter { $0.review == .never }.count == 2456)  // 140 of 1,001
    #expect(cast.filter { $0.placement.weight(age: Int($0.age)) == 0 }.isEmpty)
  }

  @Test func `a borough of England's shape has more social and emotional need`() {
    var semh = 0
    let borough = DemoBorough(day: DemoSample.day, plans: 1000, profile: .england)
    borough.generate { child in
      if child.request.standing == .active, child.need == "SEMH" { semh += 1 }
    }
    #expect((180...230).contains(semh))
  }
}

extension [DemoChild] {
  func share(_ isSo: (DemoChild) -> Bool) -> Double {
    Double(filter(isSo).count) / Double(Swift.max(1, count))
  }
}
