import SENDDomain
import Testing

@testable import Storage

@Suite struct LookAlikeTests {
  /// Names and birthdays beside ADEYEMI, Tobi, born on 14 March 2012, and what is alike.
  @Test(
    arguments: [
      ("Adeyemi", "Tobi", "2012-03-14", "the same name and birthday"),
      ("ADEYEMI", "Tóbi", "2012-03-14", "the same name and birthday"),
      ("Adeyemi", "Tobi", "2015-01-09", "the same name"),
      ("Adeyemi", "Tobi", nil, "the same name"),
      ("Adeyemi", "Kemi", "2012-03-14", "a similar name and the same birthday"),
      ("Adeyomi", "Taiwo", "2012-03-14", "a similar name and the same birthday"),
      ("Silva", "Tobi", "2012-03-14", "a similar name and the same birthday"),
      ("Silva", "Kofi", "2012-03-14", nil),
      ("Adeyemi", "Kemi", "2012-03-15", nil),
    ] as [(String, String, String?, String?)])
  func `who could be taken for a child`(
    family: String, given: String, born: String?, words: String?
  ) throws {
    try Sample.withStore([
      Sample.child("Adeyemi", "Tobi"), Sample.child(family, given, born: born),
    ]) { (store) throws in
      let alike = try store.lookAlikes(of: .init(rawValue: 1), scope: .all, limit: 3)
      #expect(alike.map(\.words) == [words].compactMap { $0 })
    }
  }

  @Test func `the likeliest stands first, and there are at most so many`() throws {
    try Sample.withStore([
      Sample.child("Adeyemi", "Tobi"), Sample.child("Adeyemi", "Tobi", born: "2010-05-05"),
      Sample.child("Adeyemi", "Kemi"), Sample.child("Adeyemi", "Tobi", upn: "X1"),
    ]) { (store) throws in
      let alike = try store.lookAlikes(of: .init(rawValue: 1), scope: .all, limit: 2)
      #expect(alike.map(\.id.rawValue) == [4, 3])
    }
  }

  @Test func `nobody out of scope is shown, and of a restricted record no birthday`() throws {
    try Sample.withStore([
      Sample.child("Adeyemi", "Tobi"), Sample.child("Adeyemi", "Kemi"),
      Sample.child("Adeyemi", "Tobi", upn: "X1"),
    ]) { (store) throws in
      #expect(
        try store.lookAlikes(of: .init(rawValue: 1), scope: .caseload(99), limit: 3).isEmpty)
      try store.addAccount(
        login: "ada", name: "Ada Lint", roles: [.administrator, .manager], today: Sample.today)
      try store.addAccount(login: "kosei", name: "K Osei", roles: [.manager], today: Sample.today)
      for child: Int64 in [2, 3] {
        try store.restrict(
          .init(rawValue: child), reason: "x", reviewer: "ada", today: Sample.today)
      }
      let account = try #require(try store.accounts().first { $0.login == "kosei" })
      try store.begin(account, as: .manager, today: Sample.today)
      let alike = try store.lookAlikes(of: .init(rawValue: 1), scope: .all, limit: 3)
      #expect(alike.map(\.id.rawValue) == [3])
      #expect(alike.first?.words == "the same name")
      #expect(alike.first?.child.born == nil)
    }
  }
}
