import Foundation
import Testing

@testable import waymark

@Suite struct UserCommandTests {
  private func withDemo(_ body: (Stage, [String]) throws -> Void) throws {
    try Stage.with { stage in
      let path = stage.home + "/demo.sqlite"
      #expect(stage.run("demo", "--out", path, "--plans", "120").status == 0)
      try body(stage, ["--workspace", path])
    }
  }

  /// A workspace of one's own with one account, which is the caller's.
  private func withAccounts(_ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
      let first = stage.run(
        "user", "add", "kosei", "--name", "Kwame Osei", "--roles", "administrator,manager")
      #expect(first.status == 0, "\(first.err)")
      try body(stage)
    }
  }

  @Test func `without accounts a workspace is open to whoever may open its file`() throws {
    try Stage.with { stage in
      let refused = stage.run("user", "add", "jo", "--name", "Jo Shaw", "--roles", "officer")
      #expect(refused.status == 2)
      #expect(refused.err.contains("administrator"))
      #expect(stage.run("user", "list").out.hasPrefix("No accounts"))
    }
  }

  @Test func `whoever has no account, has left or was long away is refused`() throws {
    try withAccounts { stage in
      #expect(stage.run("due").status == 0)
      var other = stage
      #expect(stage.run("due", "--today", "2027-01-08").status == 3)
      #expect(
        stage.run("user", "add", "jo", "--name", "Jo Shaw", "--roles", "officer").status == 0)
      #expect(stage.run("user", "leave", "jo").status == 0)
      #expect(stage.run("due", "--as", "jo").err.contains("ended on"))
      other.login = "stranger"
      let refused = other.run("due")
      #expect(refused.status == 3)
      #expect(refused.err.contains("stranger has none"))
    }
  }

  @Test func `nobody locks the last administrator out`() throws {
    try withAccounts { stage in
      #expect(stage.run("user", "leave", "kosei").status == 2)
      #expect(stage.run("user", "roles", "kosei", "officer").status == 2)
      #expect(stage.run("user", "roles", "kosei", "administrator", "auditor").status == 0)
    }
  }

  @Test func `a role is one of those held, and administering is for an administrator`() throws {
    try withAccounts { stage in
      #expect(stage.run("due", "--role", "dco").status == 2)
      #expect(stage.run("due", "--role", "manager").status == 0)
      let add = ["user", "add", "jo", "--name", "Jo Shaw", "--roles", "officer"]
      let refused = stage.run(add + ["--role", "manager"])
      #expect(refused.status == 2)
      #expect(refused.err.contains("the role of manager does not do that"))
    }
  }

  @Test func `a list of leavers ends the access of those who are here`() throws {
    try withAccounts { stage in
      #expect(
        stage.run("user", "add", "jo", "--name", "Jo Shaw", "--roles", "officer").status == 0)
      try stage.write("Login,Name,Left\njo,Jo Shaw,2026-11-20\nnobody,N N,\n", to: "leavers.csv")
      let json = try stage.run("user", "import", "leavers.csv", "--json").json()
      #expect(json["read"] as? Int == 2)
      #expect(json["count"] as? Int == 1)
      let rows = try stage.run("user", "list", "--json").rows()
      #expect(rows.first { $0["login"] as? String == "jo" }?["state"] as? String == "left")
    }
  }

  @Test func `each persona of the demo borough sees what the role reaches`() throws {
    try withDemo { stage, demo in
      func count(_ role: String) throws -> Int? {
        try stage.run(["reviews", "--json", "--as", role] + demo).json()["count"] as? Int
      }
      #expect(try count("manager") == 120)
      #expect(try count("mentor") == 12)
      #expect(try count("social-worker") == 0)
      #expect(try count("offer-editor") == 0)
      #expect(try count("administrator") == 0)
      let own = try #require(try count("senco"))
      #expect((1..<60).contains(own))
      let names = try stage.run(["reviews", "--json", "--as", "analyst"] + demo).rows()
        .compactMap { $0["name"] as? String }
      #expect(names.count == 120)
      #expect(names.allSatisfy { $0.hasPrefix("ref ") })
      #expect(stage.run(["due", "--as", "sneco"] + demo).err.contains("\"senco\""))
    }
  }

  @Test func `a list that leaves the program is in the journal, and so is a change of role`() throws
  {
    try withDemo { stage, demo in
      #expect(stage.run(["due", "--as", "dsco", "--limit", "3"] + demo).status == 0)
      #expect(stage.run(["check"] + demo).err.isEmpty)
    }
  }

  @Test func `a restricted record says no more than the name and the day`() throws {
    try withDemo { stage, demo in
      let rows = try stage.run(["reviews", "--json", "--as", "manager"] + demo).rows()
      let id = try #require(rows.first?["child_id"] as? Int)
      let restricted = stage.run(
        ["user", "restrict", "\(id)", "--reason", "x", "--as", "administrator"] + demo)
      #expect(restricted.status == 0, "\(restricted.err)")
      let row = try #require(
        try stage.run(["reviews", "--json", "--as", "manager"] + demo).rows()
          .first { $0["child_id"] as? Int == id })
      #expect(row["setting"] is NSNull)
      #expect(try stage.run(["user", "review", "--json"] + demo).rows().isEmpty)
    }
  }
}
