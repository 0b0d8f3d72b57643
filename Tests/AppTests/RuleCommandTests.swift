import Foundation
import SENDDomain
import Testing

@testable import waymark

@Suite struct RuleCommandTests {
  @Test func `a rule answers with its arithmetic and needs no workspace`() throws {
    try Stage.with { stage in
      let answer = stage.run(
        "rule", "ar-decision", "--facts", #"{"review_meeting": "2026-10-14"}"#, "--json")
      #expect(answer.status == 0)
      let json = try answer.json()
      #expect(json["rule"] as? String == "ar-decision")
      #expect(json["due"] as? String == "2026-11-11")
      #expect(json["kind"] as? String == "statutory")
      #expect(
        json["steps"] as? [String] == [
          "Review meeting Wed 14 Oct 2026 + 4 weeks = Wed 11 Nov 2026"
        ])
      #expect((json["notes"] as? [String])?.isEmpty == false)
      #expect(Set(json.keys) == ["rule", "due", "kind", "source", "steps", "notes"])
      #expect(stage.files.isEmpty)
    }
  }

  @Test(arguments: [
    // A list of facts by rule, and the day they lead to.
    ("ar-first-due", #"{"plan_first_made": "2024-02-29"}"#, "2025-02-28"),
    (
      "ar-next-due", #"{"plan_first_made": "2020-01-01", "last_review_decision": "2026-03-01"}"#,
      "2027-02-28"
    ),
    (
      "ar-next-due", #"{"plan_first_made": "2020-01-01", "last_review_decision": null}"#,
      "2020-12-31"
    ),
    (
      "phase-transfer-school-due",
      #"{"transfer": "primary-secondary", "nc_year": 6, "academic_year": "2026/27"}"#, "2027-02-15"
    ),
    (
      "pex-day6",
      #"""
      {"first_excluded_school_day": "2026-10-19",
       "calendar": {"terms": [["2026-11-02", "2026-12-18"], ["2026-09-02", "2026-10-23"]],
                    "closed": ["2026-11-04"], "inset": ["2026-11-02"]}}
      """#, "2026-11-03"
    ),
    (
      "susp-day6",
      #"""
      {"suspensions": [["2026-10-05", "2026-10-07"], ["2026-10-08", "2026-10-12"]],
       "calendar": {"terms": [["2026-09-02", "2026-10-23"]]}}
      """#, "2026-10-12"
    ),
    (
      "s19-medical-15",
      #"""
      {"absence_dates": ["2026-09-07:2026-09-18", "2026-10-01", "2026-10-05:2026-10-09"],
       "calendar": {"terms": [["2026-09-02", "2026-10-23"]], "closed": null}}
      """#, "2026-10-08"
    ),
    (
      "appeal-deadline",
      #"{"decision_notice_sent": "2026-11-04", "bank_holidays": ["2027-01-04"]}"#, "2027-01-05"
    ),
    (
      "ehcna-final-plan", #"{"request_received": "2026-06-01", "exceptions": ["5(4)(c)"]}"#,
      "2026-10-19"
    ),
    (
      "cease-maintain-until", #"{"cease_notice_sent": "2026-09-01", "appeal_made": "no"}"#,
      "2026-11-02"
    ),
    ("census-autumn", #"{"year": 2026}"#, "2026-10-01"),
  ])
  func `facts of each kind are taken`(id: String, facts: String, due: String) throws {
    try Stage.with { stage in
      let json = try stage.run("rule", id, "--facts", facts, "--json").json()
      #expect(json["due"] as? String == due)
    }
  }

  @Test(arguments: [
    ("ar-amend-notice", #"{"review_meeting": "2026-10-14", "la_decision": "maintain"}"#),
    ("ar-early", "{}"),
    ("cease-maintain-until", #"{"cease_notice_sent": "2026-09-01", "appeal_made": true}"#),
    (
      "ehcna-summer-exception-window-start",
      #"{"school_closed_from": "2026-12-19", "school_reopens": "2027-01-04"}"#
    ),
    ("post-19", "{}"),
  ])
  func `facts that lead to no date are no fault`(id: String, facts: String) throws {
    try Stage.with { stage in
      let answer = stage.run("rule", id, "--facts", facts, "--json")
      #expect(answer.status == 0)
      let json = try answer.json()
      #expect(json["due"] is NSNull)
      #expect((json["notes"] as? [String])?.isEmpty == false)
    }
  }

  @Test(arguments: [
    ("ar-decison", "{}", "\"ar-decision\""),
    ("ar-decision", "{}", "\"review_meeting\""),
    ("ar-decision", #"{"review_meting": "2026-10-14"}"#, "\"review_meeting\""),
    ("ar-decision", #"{"review_meeting": "2026-02-30"}"#, "YYYY-MM-DD"),
    ("ar-decision", #"{"review_meeting": 5}"#, "YYYY-MM-DD"),
    ("ar-decision", #"{"review_meeting": true}"#, "YYYY-MM-DD"),
    ("ar-decision", #"{"review_meeting": ["2026-10-14"]}"#, "YYYY-MM-DD"),
    ("ar-amend-notice", #"{"review_meeting": "2026-10-14", "la_decision": true}"#, "a word"),
    // Not counted with, and still of the wrong kind.
    (
      "ar-next-due", #"{"plan_first_made": "2020-01-01", "amended_final_plan": 7}"#,
      "\"amended_final_plan\""
    ),
    (
      "phase-transfer-school-due",
      #"{"transfer": "primary-secondary", "nc_year": "6", "academic_year": "2026/27"}"#,
      "a whole number"
    ),
    (
      "ar-final-amended",
      #"{"review_meeting": "2026-10-14", "amendment_notice_sent": "2026-10-13"}"#,
      "cannot lie before"
    ),
    ("pex-day6", #"{"first_excluded_school_day": "2026-10-19"}"#, "\"calendar\""),
    (
      "pex-day6",
      #"{"first_excluded_school_day": "2026-10-19", "calendar": {"term": []}}"#, "\"terms\""
    ),
    (
      "pex-day6",
      #"""
      {"first_excluded_school_day": "2026-10-19",
       "calendar": {"terms": [["2026-09-02", "2026-10-23"]]}}
      """#, "ends on 2026-10-23"
    ),
    (
      "susp-day6",
      #"{"suspensions": [["2026-10-07", "2026-10-05"]]}"#,
      "cannot lie before its first"
    ),
    (
      "ehcna-final-plan", #"{"request_received": "2026-06-01", "exceptions": ["e"]}"#,
      "exception codes"
    ),
    ("excl-board-15", #"{"board_notified": "2026-10-05", "reason": "permament"}"#, "\"permanent\""),
    ("ar-decision", "not json", "JSON object"),
    ("ar-decision", "[]", "JSON object"),
    (
      "ar-decision", #"{"review_meeting": "2026-10-14", "review_meeting": "2026-11-14"}"#,
      "\"review_meeting\" twice"
    ),
    ("ar-decision", #"{"review_meeting": "9999-10-14"}"#, "1900 to 2199"),
    (
      "ar-next-due", #"{"plan_first_made": "2025-03-04", "last_review_decision": "2025-03-03"}"#,
      "cannot lie before"
    ),
    (
      "ar-amend-notice", #"{"review_meeting": "2026-10-14", "la_decision": "ammend"}"#,
      "\"amend\", spelled so"
    ),
    (
      "pex-day6", #"{"first_excluded_school_day": "2026-10-19", "calendar": "oak"}"#,
      "no calendar is on file for the setting \"oak\""
    ),
    ("pex-day6", #"{"first_excluded_school_day": "2026-10-19"}"#, "calendars/terms.yaml"),
  ])
  func `what is wrong is refused by name`(id: String, facts: String, named: String) throws {
    try Stage.with { stage in
      let answer = stage.run("rule", id, "--facts", facts, "--json")
      #expect(answer.status == 2)
      #expect(answer.out.isEmpty)
      #expect(answer.err.contains(named), "\(answer.err)")
    }
  }

  @Test func `the list holds every rule with its facts`() throws {
    try Stage.with { stage in
      let answer = stage.run("rule", "--list", "--json")
      #expect(answer.status == 0)
      let rows = try answer.rows()
      #expect(try answer.json()["count"] as? Int == rows.count)
      let decision = try #require(rows.first { $0["rule"] as? String == "ar-decision" })
      #expect(decision["facts"] as? [String] == ["review_meeting"])
      #expect(stage.run("rule", "--list").out.contains("ar-decision"))
    }
  }

  /// `w` on the screens shows these lines; so does the command, in their order.
  @Test func `a rule explains itself in the lines that the screens show`() throws {
    try Stage.with { stage in
      let meeting = try #require(Day("2026-10-14" as String))
      let lines = try RuleBook.england.answer(
        "ar-final-amended", RuleFacts(days: [("review_meeting", meeting)])
      ).explanation.map(\.text)
      let out = stage.run(
        "rule", "ar-final-amended", "--facts", #"{"review_meeting": "2026-10-14"}"#
      ).out
      #expect(
        out.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " } }
          == lines.map { $0[...] })
    }
  }

  @Test func `every date of a case is there at once, with how it stands`() throws {
    try Stage.with { stage in
      let answer = stage.run(
        "rule", "--all", "--json", "--today", "2026-11-25", "--facts",
        #"{"plan_first_made": "2025-03-04", "review_meeting": "2026-10-14"}"#)
      #expect(answer.status == 0)
      let rows = try answer.rows()
      let decision = try #require(rows.first { $0["rule"] as? String == "ar-decision" })
      #expect(decision["due"] as? String == "2026-11-11")
      #expect(decision["state"] as? String == "late")
      #expect(rows.contains { $0["rule"] as? String == "ar-first-due" })
      #expect(
        rows.map { $0["due"] as? String ?? "" } == rows.map { $0["due"] as? String ?? "" }.sorted())
      let wrong = stage.run("rule", "--all", "--facts", #"{"review_meting": "2026-10-14"}"#)
      #expect(wrong.status == 2)
      #expect(wrong.err.contains("review_meeting"))
    }
  }

  @Test func `every date of a case says in words what must be said of it`() throws {
    try Stage.with { stage in
      let out = stage.run(
        "rule", "--all", "--today", "2026-11-25", "--facts",
        #"""
        {"plan_first_made": "2013-03-04", "review_meeting": "2026-10-14", "la_decision": "maintain",
         "review_decision_notified": "2026-11-02"}
        """#
      ).out
      let lines = out.split(separator: "\n").map(String.init)
      #expect(
        lines.contains("    Counted by the rules in force from Mon 1 Sep 2014; this case is older.")
      )
      #expect(lines.contains("    Read in a secondary source, not in the instrument itself."))
      #expect(lines.contains("    Done Mon 2 Nov 2026."))
      #expect(
        lines.contains("    Counted from Mon 4 Mar 2013, over five years back: check the year."))
      #expect(!out.contains("ar-final-amended"))
      let asked = stage.run("rule", "--all")
      #expect(asked.status == 2)
      #expect(asked.err.contains("--facts"))
    }
  }

  @Test func `the manual has every rule of the list`() throws {
    try Stage.with { stage in
      let manual = stage.run("rule", "--manual").out
      for row in try stage.run("rule", "--list", "--json").rows() {
        let id = try #require(row["rule"] as? String)
        #expect(manual.contains("`\(id)`"))
      }
      #expect(manual.contains("4 weeks after review meeting"))
    }
  }

  @Test func `neither or both of id and list are refused`() throws {
    try Stage.with { stage in
      #expect(stage.run("rule").status == 2)
      #expect(stage.run("rule", "ar-decision", "--list").status == 2)
    }
  }
}
