import Foundation
import SENDDomain
import Testing

@testable import waymark

/// Rule and calendar files on their way into dates.
@Suite struct RuleFileTests {
  private static let reform = """
    rule_set: reform-2026
    title: Made up for a test
    in_force_from: 2026-09-01
    rules:
      - id: ar-decision
        title: Decision after the review
        limit: {after: review_meeting, days: 15}
        source: Made up
        confidence: seen
        facts: [review_meeting]
    """

  private static let decision = ["rule", "ar-decision", "--json", "--facts"]

  private func due(_ stage: Stage, _ meeting: String) throws -> String? {
    try stage.run(Self.decision + [#"{"review_meeting": "\#(meeting)"}"#]).json()["due"] as? String
  }

  @Test func `a rule set beside the program counts from its first day on`() throws {
    try Stage.with { stage in
      #expect(try due(stage, "2026-10-14") == "2026-11-11")
      try stage.write(Self.reform, to: "share/waymark/Resources/statutory/reform.yaml")
      #expect(try due(stage, "2026-10-14") == "2026-10-29")
      #expect(try due(stage, "2026-08-31") == "2026-09-28")
      let rows = try stage.run("rule", "--list", "--json").rows()
      #expect(rows.filter { $0["rule"] as? String == "ar-decision" }.count == 2)
    }
  }

  @Test func `a file that does not hold is left out whole, with its line, and the rest answers`()
    throws
  {
    try Stage.with { stage in
      let name = "share/waymark/Resources/statutory/reform.yaml"
      try stage.write(Self.reform.replacing("days: 15", with: "dayz: 15"), to: name)
      let answer = stage.run(Self.decision + [#"{"review_meeting": "2026-10-14"}"#])
      #expect(answer.status == 0)
      #expect(try answer.json()["due"] as? String == "2026-11-11")
      #expect(answer.err.contains("reform.yaml:7"))
      let check = stage.run("config", "check")
      #expect(check.status == 1)
      #expect(check.out.contains("reform.yaml:7"))
      #expect(stage.run("doctor").out.contains("reform.yaml:7"))
    }
  }

  @Test func `an area's own folder holds targets and calendars, and no law`() throws {
    try Stage.with { stage in
      let own = ".config/waymark/"
      try stage.write(Self.reform, to: own + "statutory/reform.yaml")
      #expect(try due(stage, "2026-10-14") == "2026-11-11")
      #expect(stage.run("config", "check").status == 1)
      try stage.write(
        """
        rule_set: our-targets
        title: Our own targets
        in_force_from: 2025-09-01
        rules:
          - id: our-decision
            title: Decision by our own target
            limit: {after: review_meeting, weeks: 3}
            kind: local
            source: Our standard
            confidence: seen
            facts: [review_meeting]
            beside: ar-decision
        """, to: own + "statutory/reform.yaml")
      #expect(stage.run("config", "check").status == 0)
      let target = stage.run(
        "rule", "our-decision", "--json", "--facts", #"{"review_meeting": "2026-10-14"}"#)
      #expect(try target.json()["due"] as? String == "2026-11-04")
      #expect(try target.json()["kind"] as? String == "local")
      #expect(try due(stage, "2026-10-14") == "2026-11-11")
    }
  }

  @Test func `own bank holidays and terms are counted by, the area's terms with a mark`() throws {
    try Stage.with { stage in
      let own = ".config/waymark/calendars/"
      let certificate = [
        "rule", "mediation-certificate", "--json", "--facts",
        #"{"adviser_informed_no_mediation": "2026-06-03"}"#,
      ]
      #expect(try stage.run(certificate).json()["due"] as? String == "2026-06-08")
      try stage.write("add: [2026-06-05]\n", to: own + "bank-holidays.yaml")
      #expect(try stage.run(certificate).json()["due"] as? String == "2026-06-09")

      func daySix(_ calendar: String) -> Stage.Answer {
        stage.run(
          "rule", "pex-day6", "--json", "--facts",
          #"{"first_excluded_school_day": "2026-10-19"\#(calendar)}"#)
      }
      #expect(daySix("").status == 2)
      try stage.write(
        """
        area:
          terms: [[2026-09-02, 2026-10-23], [2026-11-02, 2026-12-18]]
        settings:
          "100123":
            name: Made-up Primary
            terms: [[2026-09-02, 2026-12-18]]
        """, to: own + "terms.yaml")
      let area = try daySix("").json()
      #expect(area["due"] as? String == "2026-11-02")
      #expect((area["notes"] as? [String])?.contains { $0.contains("area's usual") } == true)
      let setting = try daySix(#", "calendar": "100123""#).json()
      #expect(setting["due"] as? String == "2026-10-26")
      #expect((setting["notes"] as? [String])?.contains { $0.contains("area's usual") } == false)
    }
  }

  @Test func `other rules make a workspace's stored dates anew, in the next command that looks`()
    throws
  {
    try Stage.with { stage in
      #expect(
        stage.run("demo", "--out", stage.workspace, "--plans", "60", "--seed", "4").status == 0)
      func decisions() throws -> [String?] {
        try stage.run("due", "--within", "3000", "--json").rows()
          .filter { $0["rule"] as? String == "ar-decision" }
          .map { $0["due"] as? String }
      }
      let before = try decisions()
      #expect(!before.isEmpty)
      try stage.write(Self.reform, to: "share/waymark/Resources/statutory/reform.yaml")
      let after = try decisions()
      #expect(after != before)
      #expect(
        try stage.run("check", "--json").rows("findings")
          .allSatisfy { $0["kind"] as? String != "deadline_differs" })
    }
  }
}
