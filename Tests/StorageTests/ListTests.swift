import Foundation
import SENDDomain
import Testing

@testable import Storage

@Suite struct ListTests {
  /// 200 plans, made on days that repeat, so that order falls back on name and id.
  private let many = (0..<200).map { index in
    Sample.child(
      ["Ali", "Begum", "Cohen", "D'Souza"][index % 4], "Child\(index)",
      made: index % 50 == 0 ? nil : Day(2025, 1 + index % 12, 3)!.description)  // a real day
  }

  @Test func `windows by key meet every row once, in both directions`() throws {
    try Sample.withStore(many) { store in
      for sort in ListQuery.Sort.allCases {
        let query = ListQuery(scope: .all, sort: sort, today: Sample.today)
        let all = try store.reviews(query, .start, limit: 500).rows.map(\.id)
        var forward: [ReviewRow] = []
        var window = try store.reviews(query, .start, limit: 7)
        forward = window.rows
        while !window.atEnd {
          window = try store.reviews(query, .after(window.rows.last!.key), limit: 7)  // not empty
          forward += window.rows
        }
        #expect(forward.map(\.id) == all)
        var backward: [ReviewRow] = []
        window = try store.reviews(query, .end, limit: 9)
        backward = window.rows
        while !window.atStart {
          window = try store.reviews(query, .before(window.rows[0].key), limit: 9)
          backward = window.rows + backward
        }
        #expect(backward.map(\.id) == all)
      }
    }
  }

  @Test func `a row is found by its number, wherever it stands now`() throws {
    try Sample.withStore(many) { store in
      for sort in ListQuery.Sort.allCases {
        let query = ListQuery(scope: .all, sort: sort, today: Sample.today)
        let all = try store.reviews(query, .start, limit: 500).rows
        let kept = ListKey(number: 1, text: "", id: all[120].key.id)
        let window = try store.reviews(query, .row(kept), limit: 7)
        #expect(window.rows.map(\.id) == all[120..<127].map(\.id))
        let due = try store.due(query, .start, limit: 500).rows
        let place = ListKey(number: 1, text: "", id: due[90].key.id)
        #expect(
          try store.due(query, .row(place), limit: 4).rows.map(\.id) == due[90..<94].map(\.id))
      }
    }
  }

  @Test func `a child's first row is found wherever it stands, filtered or not`() throws {
    try Sample.withStore(many) { store in
      for sort in ListQuery.Sort.allCases {
        for filter in ["", "begum", "be"] {
          var query = ListQuery(scope: .all, sort: sort, today: Sample.today)
          query.filter = filter
          let all = try store.reviews(query, .start, limit: 500).rows
          let place = all.count / 2
          let child = all[place].child
          let found = try store.reviews(query, .child(child, otherwise: nil), limit: 3)
          #expect(found.rows.map(\.id) == all[place..<place + 3].map(\.id))
          let due = try store.due(query, .start, limit: 500).rows
          let first = try #require(due.firstIndex { $0.child == child })
          let dueFound = try store.due(query, .child(child, otherwise: nil), limit: 1).rows
          #expect(dueFound.map(\.id) == [due[first].id])
          let nobody = ListAnchor.child(Child.ID(rawValue: 9_999), otherwise: due[5].key)
          #expect(try store.due(query, nobody, limit: 1).rows.map(\.id) == [due[5].id])
        }
      }
      let nobody = ListAnchor.child(Child.ID(rawValue: 9_999), otherwise: nil)
      #expect(try store.due(Sample.query, nobody, limit: 1).atStart)
    }
  }

  @Test func `a row that is gone leaves its place in the order of days`() throws {
    try Sample.withStore(many) { store in
      let all = try store.reviews(Sample.query, .start, limit: 500).rows
      let gone = ListKey(number: all[100].key.number, text: "", id: 9_999_999)
      let window = try store.reviews(Sample.query, .row(gone), limit: 1)
      #expect(window.rows.first?.open.due == all[100].open.due)
    }
  }

  @Test func `counts by day equal the rows counted, in every state`() throws {
    try Sample.withStore(many) { store in
      let counts = try store.counts(of: .reviews, Sample.query)
      for states in ListQuery.States.allCases {
        var query = Sample.query
        query.states = states
        #expect(try store.reviews(query, .start, limit: 500).rows.count == counts.count(of: states))
      }
      #expect(counts.all == 200)
      #expect(counts.unknown == 4)
    }
  }

  @Test(arguments: ["b", "be", "beg", "begum", "child19", "souza", "CHILD1 d", "\"", "'", "*", "%"])
  func `a filter is a plain substring and its count is true`(typed: String) throws {
    try Sample.withStore(many) { store in
      var query = Sample.query
      query.filter = typed
      let rows = try store.reviews(query, .start, limit: 500).rows
      let expected = try Sample.rows(store).filter {
        let text = "\($0.name.given) \($0.name.family) \($0.name.given) ".lowercased()
        return text.contains(typed.lowercased()) || $0.setting.lowercased().contains(typed) && false
      }
      #expect(rows.map(\.id) == expected.map(\.id))
      #expect(try store.count(of: .reviews, query) == expected.count)
    }
  }

  @Test(arguments: ["o", "oa", "oakw", "wood sch", "zz", "zzz", "a"])
  func `a filter knows the setting's name, and both lists count what they show`(
    typed: String
  ) throws {
    try Sample.withStore(many) { store in
      try store.install(
        practitioners: [], settings: [("urn 990001", "Oakwood School", "")], isDemo: false)
      var query = Sample.query
      query.filter = typed
      let reviews = try store.reviews(query, .start, limit: 5_000).rows.count
      let due = try store.due(query, .start, limit: 5_000).rows.count
      let counts = (try store.count(of: .reviews, query), try store.count(of: .due, query))
      #expect(reviews == (typed.hasPrefix("z") ? 0 : 200))
      #expect(counts == (reviews, due))
    }
  }

  @Test func `find puts names that begin with the letters first and forgives an error`() throws {
    let people = [
      Sample.child("Okafor", "Chidi"), Sample.child("Adeyemi", "Tobi"),
      Sample.child("Nguyễn", "Bảo"), Sample.child("Chidwick", "Amy"),
      Sample.child("Łukasz", "Ola"),
    ]
    try Sample.withStore(people) { store in
      let expected: [(String, [String])] = [
        ("chid", ["Chidwick", "Okafor"]), ("nguyen", ["Nguyễn"]), ("tobi ade", ["Adeyemi"]),
        ("ade tobi", ["Adeyemi"]), ("adeyami", ["Adeyemi"]), ("chdiwick", ["Chidwick"]),
        ("luk", ["Łukasz"]),
        ("ok", ["Okafor"]), ("zzz", []), ("\" OR *", []), ("", []),
      ]
      for (typed, names) in expected {
        let found = try store.find(typed, scope: .all, limit: 10).map(\.name.family)
        #expect(found == names, "\(typed)")
      }
    }
  }
}
