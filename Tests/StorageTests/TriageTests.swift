import SENDDomain
import Testing

@testable import Storage

/// Unknown dates, then what the law sets by day, then what was agreed.
@Suite struct TriageTests {
  private func withMany(_ body: (Store) throws -> Void) throws {
    var children: [ReturnedChild] = []
    for number in 0..<30 {
      children.append(
        Sample.child(
          ["Ali", "Begum", "Cohen"][number % 3], "Child\(number)", upn: "U\(number)",
          made: number % 10 == 9 ? nil : "2019-03-04",
          decision: number % 10 == 9
            ? nil : Sample.day("2025-10-01").adding(days: 7 * number).description,
          phaseDue: number % 4 == 0 ? "2027-02-15" : nil))
    }
    try Sample.withStore(children) { store in
      for (number, row) in try Sample.rows(store).enumerated() where number % 3 == 0 {
        // Yesterday's promise was made a week ago.
        _ = try store.keep(
          .make(
            child: row.child, words: "ring",
            due: Sample.today.adding(days: number - 3), owner: ""),
          scope: .all, today: Sample.today.adding(days: -7))
        _ = try store.record(
          ReviewRecording(.meetingBooked, on: Sample.today.adding(days: number)), on: [row.id],
          today: Sample.today)
      }
      try body(store)
    }
  }

  private func query(_ states: ListQuery.States = .all) -> ListQuery {
    ListQuery(scope: .all, sort: .triage, states: states, today: Sample.today)
  }

  @Test func `agreed days follow the last that the law sets, however early they are`() throws {
    try withMany { store in
      let rows = try store.due(query(.needsAction), .start, limit: 500).rows
      let first = try #require(rows.firstIndex { $0.open.isAgreed })
      #expect(rows[first...].allSatisfy { $0.open.isAgreed })
      #expect(rows[..<first].allSatisfy { $0.open.kind == .statutory })
      #expect(first > 3 && rows.count - first > 5)
      #expect(rows[first].open.due == Sample.today.adding(days: -3))
      let days = rows.map { $0.open.due?.number ?? .min }
      #expect(days[..<first].elementsEqual(days[..<first].sorted()))
      #expect(days[first...].elementsEqual(days[first...].sorted()))
      #expect(rows[0].open.due == nil)
      // By day alone they stand where their day is.
      var byDay = query(.needsAction)
      byDay.sort = .due
      let plain = try store.due(byDay, .start, limit: 500).rows
      #expect(Set(plain.map(\.id)) == Set(rows.map(\.id)))
      #expect(plain.map(\.id) != rows.map(\.id))
    }
  }

  @Test(arguments: [1, 2, 3, 7], ListQuery.States.allCases)
  func `window by window, either way, it is the same list`(
    step: Int, states: ListQuery.States
  ) throws {
    try withMany { store in
      let all = try store.due(query(states), .start, limit: 500).rows.map(\.id)
      var down: [DueRow.ID] = []
      var anchor = ListAnchor.start
      while true {
        let window = try store.due(query(states), anchor, limit: step)
        #expect(window.rows.count <= step)
        down += window.rows.map(\.id)
        guard !window.atEnd, let last = window.rows.last else { break }
        anchor = .after(last.key)
      }
      #expect(down == all)
      var up: [DueRow.ID] = []
      anchor = .end
      while true {
        let window = try store.due(query(states), anchor, limit: step)
        up = window.rows.map(\.id) + up
        guard !window.atStart, let first = window.rows.first else { break }
        anchor = .before(first.key)
      }
      #expect(up == all)
      for id in all {
        let row = try store.due(
          query(states), .row(ListKey(number: 0, text: "", id: id.rawValue)), limit: 1
        ).rows
        #expect(row.map(\.id) == [id])
      }
    }
  }

  @Test func `what is agreed is counted apart, and every choice of states counts what it shows`()
    throws
  {
    try withMany { store in
      let counts = try store.counts(of: .due, query())
      for states in ListQuery.States.allCases {
        let rows = try store.due(query(states), .start, limit: 500).rows
        #expect(rows.count == counts.count(of: states), "\(states)")
      }
      let rows = try store.due(query(), .start, limit: 500).rows
      let agreed = rows.filter { $0.open.isAgreed }
      #expect(counts.agreedLate == agreed.filter { $0.open.state(on: Sample.today) == .late }.count)
      #expect(counts.agreedLate == 1)
      #expect(
        counts.agreedSoon == agreed.filter { $0.open.state(on: Sample.today) == .soon }.count)
    }
  }

  @Test func `phase transfers are listed and counted alone, and counted down to`() throws {
    try withMany { store in
      var transfers = query()
      transfers.transfersOnly = true
      let rows = try store.due(transfers, .start, limit: 500).rows
      #expect(rows.count == 8)
      #expect(rows.allSatisfy { $0.open.isBefore })
      #expect(try store.counts(of: .due, transfers).all == 8)
      #expect(try store.reviews(transfers, .start, limit: 500).rows.count == 8)
      #expect(try store.counts(of: .reviews, transfers).all == 8)
      let load = try store.workload(query())
      #expect(load.transfers == [.init(before: Sample.day("2027-02-15"), open: 8)])
      #expect(load.next(after: Sample.today)?.open == 8)
      #expect(load.next(after: Sample.day("2027-02-15")) == nil)
      #expect(load.lateTransfers(on: Sample.day("2027-02-15")) == 8)
    }
  }

  @Test func `the load is what the lists show, day by day`() throws {
    try withMany { store in
      let load = try store.workload(query())
      let rows = try store.due(query(), .start, limit: 500).rows
      for day in 0..<84 {
        let due = rows.filter { $0.open.due == Sample.today.adding(days: day) }
        #expect(load.agreed[day] == due.filter(\.open.isAgreed).count)
        #expect(load.statutory[day] == due.filter { !$0.open.isAgreed }.count)
      }
      #expect(load.all > 10)
      #expect(load.days.reduce(0, +) == load.weeks[0])
    }
  }
}
