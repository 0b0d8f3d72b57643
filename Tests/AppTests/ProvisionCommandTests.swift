import Foundation
import Testing

@testable import waymark

/// Lines of provision from the command line, in a small demo borough.
@Suite struct ProvisionCommandTests {
  private func withDemo(_ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
      #expect(
        stage.run("demo", "--out", "d.sqlite", "--plans", "120", "--today", Stage.today).status
          == 0)
      try body(stage)
    }
  }

  private func run(_ stage: Stage, _ arguments: [String], as role: String = "manager")
    -> Stage.Answer
  {
    stage.run(
      arguments + ["--workspace", "d.sqlite", "--as", role, "--today", Stage.today])
  }

  @Test func `each desk lists its lines, and a state those that stand so`() throws {
    try withDemo { stage in
      let all = try run(stage, ["provision", "health", "--json"]).rows()
      #expect(all.count == 132)
      #expect(Set(all.compactMap { $0["section"] as? String }) == ["C", "G"])
      let gaps = try run(stage, ["provision", "health", "--gaps", "--json"]).rows()
      #expect(gaps.count == all.filter { $0["state"] as? String == "gap" }.count)
      #expect(gaps.first?["gap_reason"] as? String != nil)
      let social = try run(stage, ["provision", "social-care", "--json"]).rows()
      #expect(Set(social.compactMap { $0["section"] as? String }) == ["D", "H1", "H2"])
      let text = run(stage, ["provision", "health", "--state", "not-commissioned"]).out
      #expect(text.contains("in plan, not commissioned"))
      let one = try run(
        stage, ["provision", "social-care", "--provider", "wren house", "--json"]
      ).rows()
      #expect(Set(one.compactMap { $0["provider"] as? String }) == ["Wren House"])
    }
  }

  @Test func `a role sees its own desk's provision, and no other`() throws {
    try withDemo { stage in
      #expect(run(stage, ["provision", "health"], as: "dco").status == 0)
      let refused = run(stage, ["provision", "social-care"], as: "dco")
      #expect(refused.status == 2)
      #expect(refused.out.isEmpty)
      #expect(refused.err.contains("sees no social care provision"))
      #expect(run(stage, ["provision", "health"], as: "senco").status == 2)
      #expect(run(stage, ["advice", "social-care", "--themes"], as: "dco").status == 2)
    }
  }

  @Test func `the gap log has references, no name, and replaces no file`() throws {
    try withDemo { stage in
      let gaps = try run(stage, ["provision", "health", "--gaps", "--json"]).rows()
      let asked = ["provision", "health", "--gaps", "--csv", "gaps.csv"]
      #expect(run(stage, asked).status == 0)
      let text = try String(contentsOfFile: stage.home + "/gaps.csv", encoding: .utf8)
      let lines = text.split(separator: "\r\n")
      #expect(lines.first == "ref,section,service,provider,gap since,days,reason")
      #expect(lines.count == gaps.filter { !($0["state"] is NSNull) }.count + 1)
      for name in gaps.compactMap({ $0["name"] as? String }) { #expect(!text.contains(name)) }
      #expect(run(stage, asked).status == 2)
      #expect(run(stage, ["provision", "health", "--csv", "all.csv"]).status == 2)
    }
  }

  @Test func `themes hold small counts back, and say so`() throws {
    try withDemo { stage in
      let answer = run(stage, ["advice", "social-care", "--themes", "--json"])
      let rows = try answer.rows()
      for row in rows {
        let isHeldBack = row["suppressed"] as? Bool
        #expect((row["count"] is NSNull) == isHeldBack)
        if let count = row["count"] as? Int { #expect(count == 0 || count > 4) }
      }
      let gaps = try run(stage, ["provision", "social-care", "--gaps", "--json"]).rows().count
      let all = rows.first { $0["what"] as? String == "gaps" && $0["reason"] as? String == "all" }
      #expect((1...4).contains(gaps))
      #expect(all?["suppressed"] as? Bool == true)
      let text = run(stage, ["advice", "social-care", "--themes", "--since", "2026-09-01"]).out
      #expect(text.contains("not shown") && text.contains("fewer than 5"))
      #expect(run(stage, ["advice", "health", "--since", "today"]).status == 2)
    }
  }
}
