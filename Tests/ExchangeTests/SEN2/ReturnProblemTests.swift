import SENDDomain
import Testing

@testable import Exchange

@Suite struct ReturnProblemTests {
  /// One change to a return without problems and what must be reported for it, no more.
  private func check(
    _ changed: SampleReturn, _ expected: String..., children: Int = 2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let reading = try changed.read()
    #expect(reading.places == expected.sorted(), sourceLocation: sourceLocation)
    #expect(reading.children.count == children, sourceLocation: sourceLocation)
    for problem in reading.problems {
      for secret in ["Testington", "Ada", "A950000178301", "ZZ1", "2014"] {
        #expect(!problem.message.contains(secret), sourceLocation: sourceLocation)
      }
    }
  }

  private let whole = SampleReturn.whole

  @Test func `rows under no row are reported and left out`() throws {
    try check(
      whole.adding("senneed", "79,99,MLD,2").adding("requests", "19,9,,,0,,A,0,0,"),
      "orphan_row senneed 4:- activeplanstableid", "orphan_row requests 4:- persontableid")
    try check(
      whole.adding("senneed", "79,,MLD,2"), "orphan_row senneed 4:- activeplanstableid")
  }

  @Test func `a row repeated is read once`() throws {
    try check(
      whole.adding("senneed", "72, 51,SLCN,2"), "duplicate_row senneed 4:- senneedtableid")
    try check(
      whole.adding("requests", "12,2,2026-Oct-12 00:00:00,2,0,,A,0,0,"),
      "duplicate_row requests 4:- requeststableid")
    try check(
      whole.adding("person", "2,208,1,Example,Ben,2022-Jun-10 00:00:00,M,BCRB,ZZ2 2ZZ,,,UN1"),
      "duplicate_row person 4:- persontableid")
  }

  @Test func `a key used twice for different rows is reported`() throws {
    let changed = whole.adding("requests", "12,2,2026-Oct-13 00:00:00,2,0,,A,0,0,")
    try check(changed, "duplicate_key requests 4:- requeststableid")
    #expect(try changed.read().children[1].requests.map(\.received) == [Day(2026, 10, 12)])
  }

  @Test func `a row without a key is read and reported`() throws {
    try check(
      whole.with("requests", "\n12,2", "\n,2"), "missing_key requests 3:- requeststableid")
  }

  @Test func `each person has a request`() throws {
    try check(
      whole.adding("person", "3,208,1,Third,Cy,2012-01-01,M,WBRI,,A950000178301,,"),
      "duplicate_upn person 4:37 upn", "no_request person 4:- -", children: 3)
  }

  @Test func `a second assessment, plan or active row loses no plan`() throws {
    let changed = whole.adding("assessment", "22,11,H,,0,0,0,0,0")
      .adding("namedplan", "32,22,2019-01-01,,,0,0,,2019-12-31,5")
    try check(
      changed, "second_assessment assessment 3:- -", "second_named_plan namedplan 3:- -",
      "date_order namedplan 3:7 startdate")
    #expect(try changed.read().children[0].requests.map(\.standing) == [.active, .ceased])
    try check(
      whole.adding("activeplans", "52,11,,,,,,,"), "second_active_row activeplans 3:- -")
  }

  @Test func `pupil numbers and reasons are checked`() throws {
    try check(whole.with("person", "A950000178301", "B950000178301"), "bad_upn person 2:60 upn")
    try check(whole.with("person", "A950000178301", "A95000017830"), "bad_upn person 2:60 upn")
    try check(whole.with("person", ",,UN1", ",,"), "no_identifier person 3:57 upn")
    try check(
      whole.with("person", "A950000178301,,", "A950000178301,,UN5"),
      "identifier_and_reason person 2:75 upnunknown")
    try check(
      whole.with("person", ",,UN1", ",,UN4"), "unknown_code person 3:59 upnunknown")
  }

  @Test func `birth dates are checked`() throws {
    let date = "2014-May-02 00:00:00"
    try check(whole.with("person", date, ""), "missing_birth_date person 2:24 personbirthdate")
    try check(
      whole.with("person", date, "31/06/2013"), "unreadable_date person 2:24 personbirthdate")
    try check(
      whole.with("person", date, "2031-01-01"), "date_in_future person 2:24 personbirthdate")
    try check(whole.with("person", date, "2000-08-31"), "too_old person 2:24 personbirthdate")
    try check(whole.with("person", date, "2000-09-02"))
  }

  @Test func `names are checked and kept`() throws {
    try check(whole.with("person", "Testington", " "), "missing_name person 2:9 surname")
    let hostile = whole.with("person", "Ada", "\u{1B}]52;c;x\u{7}Ada")
    try check(hostile, "control_characters person 2:20 forename")
    #expect(try hostile.read().children[0].givenName == "\u{1B}]52;c;x\u{7}Ada")
    try check(
      whole.with("person", "Testington", "Test\u{202E}ing"),
      "control_characters person 2:9 surname")
    try check(
      whole.with("person", "Testington", "=cmd|' /C calc'!A0"),
      "suspicious_name person 2:9 surname")
    try check(whole.with("person", "Testington", "Phạm نور O’Neil-Söder"))
  }

  @Test func `codes that are in no set are kept and reported`() throws {
    let changed = whole.with("person", ",F,WBRI", ",x,ZZZZ").with("senneed", "SLCN", "FOO")
      .with("placementdetail", ",OLA,", ",SCHOOL,").with("namedplan", ",EH,", ",EQ,")
      .with("requests", ",0,,H,0", ",2,,H,maybe").with("plandetail", ",1,1,0", ",3,1,0")
    try check(
      changed, "unknown_code person 2:45 sex", "unknown_code person 2:47 ethnicity",
      "unknown_code senneed 3:7 sentype", "unknown_code placementdetail 3:9 sensetting",
      "unknown_code namedplan 2:34 dp", "unknown_code requests 2:29 rya",
      "unknown_code requests 2:34 requestmediation", "unknown_code plandetail 2:17 placementrank")
    let child = try changed.read().children[0]
    #expect(child.sex == "X")
    #expect(child.requests[0].active?.placements[1].setting.kind == "SCHOOL")
    #expect(child.requests[0].plan?.named[0].rank == 3)
  }

  @Test func `outcomes and their dates belong together`() throws {
    try check(
      whole.with("requests", ",0,,H,", ",0,2020-03-01,H,"),
      "outcome_date_mismatch requests 2:31 requestoutcomedate")
    try check(
      whole.with("requests", ",0,,A,", ",0,,N,").with("requests", ",0,,H,", ",0,2020-01-01,Y,"),
      "outcome_date_mismatch requests 3:31 requestoutcomedate",
      "date_order requests 2:31 requestoutcomedate")
    try check(
      whole.with("assessment", ",H,,", ",W,2020-03-01,"),
      "outcome_date_mismatch assessment 2:9 assessmentoutcomedate")
  }

  @Test func `a plan's start and end are checked`() throws {
    let start = "2020-Jun-17 00:00:00"
    try check(whole.with("namedplan", start, ""), "start_missing namedplan 2:7 startdate")
    try check(
      whole.with("namedplan", start, "2019-12-31"), "date_order namedplan 2:7 startdate")
    try check(
      whole.with("namedplan", "EH,,", "EH,,2"), "cease_without_date namedplan 2:37 ceasedate")
    try check(
      whole.with("namedplan", "EH,,", "EH,2026-07-31,"),
      "cease_without_reason namedplan 2:48 ceasereason",
      "open_placement_of_ceased_plan placementdetail 2:40 leavingdate")
    try check(
      whole.with("namedplan", "EH,,", "EH,2019-07-31,1"),
      "date_order namedplan 2:37 ceasedate", "age_and_reason namedplan 2:48 ceasereason",
      "open_placement_of_ceased_plan placementdetail 2:40 leavingdate")
  }

  @Test func `an unreadable cease date still ends the plan`() throws {
    let changed = whole.with("namedplan", "EH,,", "EH,soon,2")
    try check(
      changed, "unreadable_date namedplan 2:37 ceasedate",
      "open_placement_of_ceased_plan placementdetail 2:40 leavingdate")
    #expect(try changed.read().children[0].requests[0].standing == .ceased)
  }

  @Test func `reviews are checked against each other and the plan`() throws {
    let meeting = "2026-Mar-02 00:00:00,A"
    try check(
      whole.with("activeplans", meeting, "2027-Mar-02 00:00:00,A"),
      "date_in_future activeplans 2:8 reviewmeeting")
    try check(
      whole.with("activeplans", meeting, "2019-Mar-02 00:00:00,A"),
      "review_before_start activeplans 2:8 reviewmeeting")
    try check(
      whole.with("activeplans", ",,2026-Mar-20 00:00:00", ",,"),
      "outcome_without_decision activeplans 2:74 lastreview")
    try check(
      whole.with("activeplans", meeting, "2026-Mar-02 00:00:00,M"),
      "draft_without_amend activeplans 2:31 reviewdraft")
    try check(
      whole.adding("requests", "13,2,,5,0,,H,0,0,")
        .adding("activeplans", "53,13,,2026-01-05,,,,,2026-01-06"),
      "decision_without_outcome activeplans 3:19 reviewoutcome",
      "no_named_plan activeplans 3:- -", "no_need activeplans 3:- -",
      "no_placement activeplans 3:- -")
  }

  @Test func `phase transfers are due on two days of the year`() throws {
    try check(
      whole.with("activeplans", "2027-Feb-15", "2027-Feb-16"),
      "phase_due_day activeplans 2:52 phasetransferduedate")
    try check(
      whole.adding("requests", "13,1,,5,0,,H,0,0,").adding("assessment", "23,13,H,,0,0,0,0,0")
        .adding("namedplan", "33,23,2021-01-01,,,0,0,,2026-01-01,2")
        .adding("activeplans", "53,13,,,,,,2026-02-01,").adding("senneed", "73,53,HI,1"),
      "phase_final_without_due activeplans 3:11 phasetransferduedate")
  }

  @Test func `a plan has both its rows`() throws {
    let changed = whole.adding("requests", "13,2,,5,0,,H,0,0,")
      .adding("assessment", "23,13,H,,0,0,0,0,0")
      .adding("namedplan", "33,23,2025-01-01,,,0,0,,,")
    try check(changed, "no_active_row namedplan 3:- -")
  }

  @Test func `settings are named, ranked and marked`() throws {
    try check(
      whole.with("plandetail", "100608", ""), "placement_without_setting plandetail 2:7 urn")
    try check(
      whole.with("plandetail", "100608,,,", "100608,,OTH,"),
      "setting_and_urn plandetail 2:15 sensetting")
    try check(
      whole.with("plandetail", ",1,1,0", ",1,1,1"),
      "unit_marks_both plandetail 2:21 resourcedprovisionindicator")
    try check(
      whole.with("placementdetail", ",1,2020-Sep-01 00:00:00,,1,0", ",,2020-Sep-01 00:00:00,,,0"),
      "missing_rank placementdetail 2:17 placementrank",
      "unit_marks_missing placementdetail 2:40 senunitindicator")
    try check(
      whole.with(
        "placementdetail", ",2,2025-Sep-01 00:00:00,2026-Jul-17 00:00:00",
        ",1,2025-Sep-01 00:00:00,"),
      "two_open_placements placementdetail 3:38 placementrank")
    try check(
      whole.with("placementdetail", "2026-Jul-17 00:00:00", "2025-Jul-17 00:00:00"),
      "date_order placementdetail 3:61 leavingdate")
    try check(
      whole.with("placementdetail", "100608,,,", ",,NEET,"),
      "age_and_setting placementdetail 2:9 sensetting")
    try check(
      whole.with("placementdetail", "100608,,,", ",,EYP,"),
      "age_and_setting placementdetail 2:9 sensetting")
  }

  @Test func `needs are ranked once each`() throws {
    try check(
      whole.with("senneed", "SLCN,2", "SLCN,1"), "two_primary_needs senneed 3:12 sentyperank")
    try check(
      whole.with("senneed", "ASD,1", "ASD,2"), "no_primary_need senneed 2:11 sentyperank")
    try check(whole.with("senneed", "SLCN", "ASD"), "repeated_need senneed 3:7 sentype")
  }

  @Test func `two plans that stand are both read`() throws {
    let changed = whole.adding("requests", "13,1,,5,0,,H,0,0,")
      .adding("assessment", "23,13,H,,0,0,0,0,0")
      .adding("namedplan", "33,23,2025-01-01,,,0,0,,,")
    try check(
      changed, "no_active_row namedplan 3:- -", "two_active_plans person 2:- -")
  }

  @Test func `a column that is missing or wholly empty is said once, not for every row`() throws {
    try check(
      whole.with("plandetail", ",senunitindicator", ",x"),
      "missing_column plandetail -:- senunitindicator")
    try check(
      whole.with("senneed", "sentyperank", "y"), "missing_column senneed -:- sentyperank")
    var empty = whole.with("placementdetail", ",,1,0,,", ",,,,,")
      .with("placementdetail", "00:00:00,0,0,,", "00:00:00,,,,")
    for key in 100..<120 {
      empty = empty.adding("placementdetail", "\(key),51,100608,,,,2,2021-01-01,2021-02-01,,,,")
    }
    try check(
      empty, "unit_marks_missing placementdetail -:- resourcedprovisionindicator",
      "unit_marks_missing placementdetail -:- senunitindicator")
  }

  @Test func `rows of odd shape are read as well as they can be`() throws {
    try check(whole.with("senneed", "SLCN,2", "SLCN,2,,,"))
    try check(whole.with("senneed", "SLCN,2", "SL\0CN,2"), "control_characters senneed -:- -")
    try check(
      whole.with("senneed", ",sentyperank", ",sentyperank,SENtype "),
      "duplicate_column senneed -:- sentype", "short_row senneed 2:- -")
    try check(whole.with("senneed", "SLCN,2", "SLCN,2,x"), "long_row senneed 3:- -")
    try check(
      whole.with("activeplans", "2027-Feb-15 00:00:00,,2026-Mar-20 00:00:00", ""),
      "short_row activeplans 2:- -", "outcome_without_decision activeplans 2:- lastreview")
    try check(
      whole.with("placementdetail", "\"Forest school, Fridays\"", "\"Forest \"school\"\""),
      "stray_quote placementdetail 3:- -")
    try check(
      whole.with("placementdetail", "\"Forest school, Fridays\"", "\"Forest school"),
      "unterminated_quote placementdetail 3:- -")
  }
}
