import Foundation
import SENDDomain
import Storage
import Testing

@testable import waymark

/// What people here say of services, from the command line.
@Suite struct OfferLocalCommandTests {
  private static let today = Day(2026, 11, 23)!  // a day of the calendar
  private static let page = #"""
    {"contents": [
      {"id": "1", "name": "=HYPERLINK(\"x\")", "status": "active",
       "organization": {"name": "Made-up, Council"}},
      {"id": "2", "name": "Choir", "status": "active", "description": "Singing."},
      {"id": "3", "name": "Chess", "status": "active"}
    ]}
    """#

  /// A workspace with services, and what the screens did in it.
  private func withOffer(
    _ work: (Store) throws -> Void, _ body: (Stage) throws -> Void
  ) throws {
    try Stage.with { stage in
      try stage.write(Self.page, to: "page.json")
      #expect(stage.run("import", "offer", "page.json", "--today", Stage.today).status == 0)
      let store = try Store.open(
        at: stage.workspace,
        user: StoreUser(
          login: "kosei", name: "K Osei", host: "test", now: { 1_790_000_000_000 }))
      try work(store)
      store.close()
      try body(stage)
    }
  }

  @Test func `reports are listed with what was said and by whom`() throws {
    try withOffer({
      _ = try $0.reportOffer(2, .closed, note: "shut\u{1B}[2J, they say", today: Self.today)
    }) { stage in
      let rows = try stage.run("offer", "reports", "--json", "--today", Stage.today).rows()
      #expect(rows.count == 1)
      let row = try #require(rows.first)
      for (field, value) in [
        ("kind", "reported"), ("name", "Choir"), ("source", "page.json"), ("source_id", "2"),
        ("reason", "closed"), ("note", "shut[2J, they say"), ("by", "K Osei"),
        ("day", Stage.today),
      ] {
        #expect(row[field] as? String == value, "\(field)")
      }
      let text = stage.run("offer", "reports", "--today", Stage.today).out
      #expect(text.contains("Choir") && text.contains("closed"))
      let found = try stage.run("offer", "search", "choir", "--json", "--today", Stage.today).rows()
      #expect(found.first?["reported"] as? [String] == ["closed"])
    }
  }

  @Test func `the file of reports holds no formula, is its owner's, and replaces none`() throws {
    try withOffer({
      _ = try $0.reportOffer(1, .other, note: "-2+3 \"quoted\", and more", today: Self.today)
    }) { stage in
      let answer = stage.run("offer", "reports", "--csv", "reports.csv", "--today", Stage.today)
      #expect(answer.status == 0)
      let path = stage.home + "/reports.csv"
      let text = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      let line = try #require(text.split(separator: "\r\n").last)
      #expect(
        line
          == "reported,2026-11-23,\"'=HYPERLINK(\"\"x\"\")\",\"Made-up, Council\",page.json,1,"
          + "something else,\"'-2+3 \"\"quoted\"\", and more\",,,K Osei")
      var info = stat()
      #expect(stat(path, &info) == 0 && info.st_mode & 0o777 == 0o600)
      let again = stage.run("offer", "reports", "--csv", "reports.csv", "--today", Stage.today)
      #expect(again.status == 2)
      #expect(again.err.contains("is there already"))
      #expect(
        stage.run("offer", "reports", "--csv", "reports.csv", "--yes", "--today", Stage.today)
          .status == 0)
      #expect(stage.files.keys.filter { $0.contains(".new-") } == [])
    }
  }

  @Test func `a report is settled once`() throws {
    try withOffer({ _ = try $0.reportOffer(3, .waitingList, today: Self.today) }) { stage in
      let json = try stage.run(
        "offer", "reports", "--settle", "3", "--json", "--today", Stage.today
      ).json()
      #expect(json["count"] as? Int == 0)
      #expect(stage.run("offer", "reports", "--settle", "3", "--today", Stage.today).status == 2)
    }
  }

  @Test func `an entry of the directory stands in the same list and file, and is settled`() throws {
    try Stage.with { stage in
      try stage.write("id,team,name,phone\n7,Duty,R Madeup,020 7946 0101\n", to: "people.csv")
      #expect(stage.run("import", "directory", "people.csv", "--today", Stage.today).status == 0)
      let store = try Store.open(
        at: stage.workspace,
        user: StoreUser(
          login: "kosei", name: "K Osei", host: "test", now: { 1_790_000_000_000 }))
      _ = try store.reportDirectory(1, .wrongNumber, note: "a shop", today: Self.today)
      store.close()
      let rows = try stage.run("offer", "reports", "--json", "--today", Stage.today).rows()
      let row = try #require(rows.first)
      for (field, value) in [
        ("kind", "directory_reported"), ("name", "Duty"), ("provider", "R Madeup"),
        ("source_id", "7"), ("reason", "wrong_number"), ("note", "a shop"), ("by", "K Osei"),
      ] {
        #expect(row[field] as? String == value, "\(field)")
      }
      #expect(row["id"] as? Int == 1)
      let text = stage.run("offer", "reports", "--today", Stage.today).out
      #expect(text.contains("entry 1") && text.contains("whom to ask: wrong phone or e-mail"))
      #expect(
        stage.run("offer", "reports", "--csv", "r.csv", "--today", Stage.today).status == 0)
      let file = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: stage.home + "/r.csv")),
        as: UTF8.self)
      #expect(file.contains("directory_reported,2026-11-23,Duty,R Madeup,directory,7,"))
      // A service of the same number is another.
      #expect(stage.run("offer", "reports", "--settle", "1", "--today", Stage.today).status == 2)
      let settled = stage.run(
        "offer", "reports", "--settle-entry", "1", "--json", "--today", Stage.today)
      #expect(try settled.json()["count"] as? Int == 0)
      #expect(
        stage.run("offer", "reports", "--settle-entry", "1", "--today", Stage.today).status == 2)
    }
  }

  @Test func `a source that changes under a correction is listed beside the reports`() throws {
    try withOffer({
      _ = try $0.correctOffer(2, [.phone: "020 7946 0123"], today: Self.today)
    }) { stage in
      #expect(try stage.run("offer", "reports", "--json").rows().isEmpty)
      let changed = Self.page.replacing(
        #""description": "Singing.""#,
        with: #""description": "Singing.", "contacts": [{"phones": [{"number": "020 7946 0999"}]}]"#
      )
      try stage.write(changed, to: "page.json")
      stage.run("import", "offer", "page.json", "--today", Stage.today)
      let row = try #require(
        try stage.run("offer", "reports", "--json", "--today", Stage.today).rows().first)
      for (field, value) in [
        ("kind", "source_changed"), ("field", "phone"), ("here", "020 7946 0123"),
        ("source_now", "020 7946 0999"),
      ] {
        #expect(row[field] as? String == value, "\(field)")
      }
      let found = try stage.run("offer", "search", "choir", "--json").rows().first
      #expect(found?["phones"] as? [String] == ["020 7946 0123"])
      #expect(found?["corrected"] as? [String] == ["phone"])
    }
  }

  @Test func `gaps are themes with months and counts, and nobody's name`() throws {
    let theme = OfferTheme(
      words: ["bus", "travel"], ages: ["12-15"], needs: [.autism], place: "SE11")
    try withOffer({
      try $0.keepGap(theme, today: Self.today)
      try $0.keepGap(theme, today: Self.today)
    }) { stage in
      let answer = stage.run("offer", "gaps", "--json", "--today", Stage.today)
      let row = try #require(try answer.rows().first)
      #expect(row["words"] as? [String] == ["bus", "travel"])
      #expect(row["ages"] as? [String] == ["12-15"])
      #expect(row["needs"] as? [String] == ["autism"])
      #expect(row["place"] as? String == "SE11")
      #expect(row["times"] as? Int == 2)
      #expect(row["first_month"] as? String == "2026-11")
      #expect(row["last_month"] as? String == "2026-11")
      #expect(!answer.out.contains("Osei"))
      #expect(
        stage.run("offer", "gaps", "--today", Stage.today).out.contains(
          "bus travel · age 12 to 15 · autism · SE11"))
    }
  }

  @Test func `services no longer held are retired when that is said, and only they`() throws {
    try withOffer({ _ in }) { stage in
      try stage.write(
        #"{"contents": [{"id": "1", "name": "One", "status": "active"}, {"id": "2", "name": "Choir", "status": "active"}]}"#,
        to: "page.json")
      stage.run("import", "offer", "page.json", "--today", Stage.today)
      let asked = stage.run("offer", "retire", "--not-seen", "page.json", "--today", Stage.today)
      #expect(asked.status == 2)
      #expect(asked.err.contains("1 service would be left out"))
      #expect(
        stage.run("offer", "retire", "--not-seen", "page.json", "--yes", "--today", Stage.today)
          .status == 0)
      #expect(try stage.run("offer", "search", "chess", "--json").rows().isEmpty)
      #expect(stage.run("offer", "retire", "2", "--yes", "--today", Stage.today).status == 1)
      let unknown = stage.run("offer", "retire", "99999", "--today", Stage.today)
      #expect(unknown.status == 2)
      #expect(unknown.err.contains("there is no service of the number 99999"))
      let wrong = stage.run("offer", "retire", "--not-seen", "pages.json", "--yes")
      #expect(wrong.status == 2)
      #expect(wrong.err.contains("page.json"))
      try stage.write(Self.page, to: "page.json")
      stage.run("import", "offer", "page.json", "--today", Stage.today)
      #expect(try stage.run("offer", "search", "chess", "--json").rows().count == 1)
    }
  }

  @Test func `records of a name and a description alone are told from a taxonomy in words`() throws
  {
    try Stage.with { stage in
      try stage.write(
        #"{"contents": [{"id": "1", "name": "Choir", "description": "Singing."}]}"#,
        to: "page.json")
      let answer = stage.run("import", "offer", "page.json", "--today", Stage.today)
      #expect(answer.status == 2)
      #expect(answer.err.contains("holds only an id, a name and a description"))
    }
  }

  @Test func `no import takes the name of what is added by hand`() throws {
    try withOffer({ _ in }) { stage in
      let answer = stage.run("import", "offer", "page.json", "--source", "added here")
      #expect(answer.status == 2)
    }
  }
}
