import SENDDomain
import Testing

@testable import Exchange

@Suite struct DirtyValueTests {
  // MARK: - Ages

  private func checkAges(
    _ fields: String, _ lowest: Int?, _ highest: Int?, _ kinds: [String] = []
  ) throws {
    let found = try OfferSamples.service(fields)
    #expect(found.service.ages == OfferAges(lowest: lowest, highest: highest), "\(fields)")
    #expect(found.kinds == kinds, "\(fields)")
  }

  @Test func `ages that say nothing are unknown, and never all ages`() throws {
    try checkAges(#""minimum_age": -1, "maximum_age": -1"#, nil, nil)
    try checkAges(#""minimum_age": 0, "maximum_age": 0"#, nil, nil)
    try checkAges(#""minimum_age": null, "maximum_age": null"#, nil, nil)
    try checkAges("", nil, nil)
  }

  @Test func `ages in every shape`() throws {
    try checkAges(#""minimum_age": 0"#, 0, nil)
    try checkAges(#""maximum_age": 5"#, nil, 5)
    try checkAges(#""minimum_age": "5", "maximum_age": "11 years""#, 5, 11)
    try checkAges(#""minimum_age": 0.5, "maximum_age": 4.99"#, 0, 4)
    try checkAges(#""minimum_age": "18 months", "maximum_age": "3""#, 1, 3)
    try checkAges(#""minimum_age": 0, "maximum_age": 127"#, 0, nil)
    try checkAges(#""minimum_age": 13, "maximum_age": 0"#, 13, nil, ["bad_age"])
    try checkAges(#""minimum_age": 16, "maximum_age": 8"#, 8, 16, ["ages_swapped"])
    try checkAges(#""minimum_age": "teens", "maximum_age": 18"#, nil, 18, ["bad_age"])
    try checkAges(
      #""eligibilitys": [{"minimum_age": 4, "maximum_age": 11}, {"minimum_age": 11, "maximum_age": 16}]"#,
      4, 16)
    try checkAges(#""age_band_3_4": true, "age_band_5_7": true"#, 3, 7)
  }

  @Test func `ranges in words`() {
    let cases: [(String, OfferAges?)] = [
      ("6 years - 14 years", OfferAges(lowest: 6, highest: 14)), ("11+", OfferAges(lowest: 11)),
      ("4 to 18", OfferAges(lowest: 4, highest: 18)), ("Under 5s", OfferAges(highest: 4)),
      ("From 5 years upwards", OfferAges(lowest: 5)), ("7 years upwards", OfferAges(lowest: 7)),
      ("up to 25", OfferAges(highest: 25)), ("All ages", OfferAges()), ("Adults", nil),
      ("6 months to 2 years", OfferAges(lowest: 0, highest: 2)),
    ]
    for (text, ages) in cases { #expect(AgeText.range(text) == ages, "\(text)") }
  }

  // MARK: - Cost

  private func checkCost(
    _ fields: String, _ state: OfferCost.State, _ text: String, isContradictory: Bool = false
  ) throws {
    #expect(
      try OfferSamples.service(fields).service.cost
        == OfferCost(state: state, text: text, isContradictory: isContradictory), "\(fields)")
  }

  @Test func `cost is free, paid or not stated`() throws {
    try checkCost("", .notStated, "")
    try checkCost(#""fees": "", "free": null, "cost_options": []"#, .notStated, "")
    try checkCost(#""fees": "fees_description""#, .notStated, "")
    try checkCost(
      #""fees": "Contributions may be means tested""#, .notStated,
      "Contributions may be means tested")
    try checkCost(#""free": true"#, .free, "")
    try checkCost(#""free": false"#, .paid, "")
    try checkCost(
      #""fees": "Free", "cost_options": [{"option": "Free", "amount": 0}]"#, .free, "Free")
    try checkCost(
      #""fees": "£3.00 per session", "cost_options": [{"option": "Standard", "amount": 3, "amount_description": "per session"}]"#,
      .paid, "£3.00 per session")
    try checkCost(
      #""cost_options": [{"option": "Adult", "amount": "2.50"}, {"option": "Child", "amount": 0}]"#,
      .paid, "Adult: £2.50; Child: free")
  }

  @Test func `free with a price beside it is free, but see the note`() throws {
    try checkCost(
      #""fees": "Free, but £5 deposit", "cost_options": [{"amount": 0}, {"amount": "5.00", "amount_description": "deposit"}, {"amount": null}]"#,
      .free, "Free, but £5 deposit", isContradictory: true)
    try checkCost(
      #""is_free": "Yes", "fees_text": "£15 on weekdays""#, .free, "£15 on weekdays",
      isContradictory: true)
  }

  // MARK: - Dates and times

  private func checkDate(_ json: String, _ day: Day?, _ kinds: [String] = []) throws {
    let found = try OfferSamples.service(#""assured_date": \#(json)"#)
    #expect(found.service.checked == day, "\(json)")
    #expect(found.kinds == kinds, "\(json)")
  }

  @Test func `dates in every order, none in the future`() throws {
    try checkDate(#""""#, nil)
    try checkDate(#""2025-09-02""#, Day(2025, 9, 2))
    try checkDate(#""02/09/2025""#, Day(2025, 9, 2))
    try checkDate(#""2025-09-02T00:00:00Z""#, Day(2025, 9, 2))
    try checkDate(#""2025-09-02T12:06:15.654""#, Day(2025, 9, 2))
    try checkDate("1725235200000", Day(2024, 9, 2))
    try checkDate(#""2024-02-31""#, nil, ["bad_date"])
    try checkDate(#""0000-00-00""#, nil, ["bad_date"])
    try checkDate(#""soon""#, nil, ["bad_date"])
    try checkDate(#""2099-01-01""#, nil, ["future_date"])
  }

  @Test func `a time in another zone is of the day in London`() throws {
    try checkDate(#""2025-07-01T23:30:00Z""#, Day(2025, 7, 2))
    try checkDate(#""2025-12-01T23:30:00Z""#, Day(2025, 12, 1))
    try checkDate(#""2025-12-01T01:30:00+02:00""#, Day(2025, 11, 30))
    try checkDate(#""2025-07-01T23:30:00""#, Day(2025, 7, 1))
  }

  @Test func `times and days as people write them`() throws {
    let cases: [(String, Int?)] = [
      ("9.30am", 570), ("12 noon", 720), ("17:00", 1020), ("09:00:00", 540), ("9pm", 1260),
      ("12am", 0), ("0930", 570), ("hh:mm:ss", nil), ("late", nil), ("25:00", nil),
    ]
    for (text, minutes) in cases { #expect(OfferTime.minutes(text) == minutes, "\(text)") }
    #expect(OfferTime.weekdays("MO,TU") == [1, 2])
    #expect(OfferTime.weekdays("Monday - Friday") == [1, 2, 3, 4, 5])
    #expect(OfferTime.weekdays("Tues and Thurs") == [2, 4])
    #expect(OfferTime.weekdays("Sat to Mon") == [1, 6, 7])
    #expect(OfferTime.weekdays("by arrangement") == nil)
  }

  @Test func `times that make no sense stay as text, a lapsed schedule stays`() throws {
    let (service, kinds) = try OfferSamples.service(
      """
      "schedules": [{"byday": "MO,TU", "opens_at": "9.30am", "closes_at": "12 noon"},
        {"byday": "Monday", "opens_at": "17:00", "closes_at": "09:00"},
        {"byday": "TH", "valid_to": "2019-07-01"}, {"id": "s4"},
        {"weekday": "Friday", "opens_at": "after tea"}]
      """)
    #expect(
      service.schedules == [
        OfferSchedule(weekdays: [1, 2], opens: 570, closes: 720),
        OfferSchedule(weekdays: [1], text: "17:00 to 09:00"),
        OfferSchedule(weekdays: [4], validTo: Day(2019, 7, 1)),
        OfferSchedule(weekdays: [5], text: "after tea"),
      ])
    #expect(kinds == ["bad_time", "bad_time"])
  }
}
