import Foundation
import GRDB
import SENDDomain
import Testing

@testable import Storage

extension ProcessTests {
  @Test func `eight writers flat out are all served, none is starved, nothing is lost`() throws {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: ["Alder"], each: 1)
      let milliseconds = ProcessTests.isLong ? 20_000 : 3_000
      let writers = try (1...8).map { try WriterProcess("flat", path, "W\($0)", "\(milliseconds)") }
      for writer in writers { writer.lines(atLeast: 1) }
      for writer in writers { writer.send("go") }
      let said = writers.map { $0.end() }
      let counts = said.map { lines in lines.filter { $0.hasPrefix("note") }.count }
      let worst = said.map { Int($0.last?.dropFirst(6) ?? "") ?? .max }
      let most = try #require(counts.max())
      let least = try #require(counts.min())
      print(
        "8 writers: \(counts.reduce(0, +) * 1_000 / milliseconds) writes/s, per writer",
        counts, "worst wait \((worst.max() ?? 0) / 1_000) ms")
      #expect(least * 4 >= most, "\(counts)")
      #expect(said.joined().filter { $0.hasPrefix("stopped") } == [])
      try expectSound(path, Array(said.joined()))
    }
  }

  @Test func `two processes writing one child keep all that both were told is saved`() throws {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: ["Alder"], each: 1)
      let writers = try [1, 2].map { try WriterProcess("work", path, "Alder", "\($0)0000") }
      for writer in writers { writer.lines(atLeast: 60) }
      for writer in writers { writer.signal(SIGKILL) }
      let said = writers.flatMap { $0.end() }
      let notes = said.filter { $0.hasPrefix("note") }
      #expect(notes.count >= 20)
      try expectSound(path, said.filter { !$0.hasPrefix("fact") })
      let store = try Store.open(at: path, user: Sample.user())
      defer { store.close() }
      // Both wrote the same fact over and over: the row counts every write of either.
      let facts = said.filter { $0.hasPrefix("fact") }.count
      let versions = try store.read { try Int.fetchOne($0, sql: "SELECT version FROM reviewFact") }
      let written = try #require(versions)
      #expect(facts...(facts + 2) ~= written)
    }
  }

  @Test func `a holder that was stopped ends others' waits with its number, and reading goes on`()
    throws
  {
    try Sample.withFolder { folder in
      let path = try Sample.workspace(in: folder, families: ["Alder"], each: 2)
      let open = try Store.open(at: path, user: Sample.user())
      defer { open.close() }
      let child = try Sample.rows(open)[0].child
      let holder = try WriterProcess("hold", path, "Holder")
      #expect(holder.lines(atLeast: 1) == ["holding \(holder.pid)"])
      holder.signal(SIGSTOP)
      let busy = StoreError.busy(
        seconds: 1, holder: GateHolder(pid: holder.pid, user: "Holder"))
      #expect(throws: busy) { try open.write(waiting: 1) { _ in } }
      #expect(try Sample.rows(open).count == 2)
      let late = try Store.open(at: path, user: Sample.user(), waiting: 1)
      #expect(late.access == .readOnly(busy))
      #expect(try Sample.rows(late).count == 2)
      #expect(throws: busy) { try late.addNote("x", on: child, day: Sample.today) }
      late.close()
      holder.signal(SIGCONT)
      holder.send("go")
      #expect(holder.end().last == "released")
      #expect(try open.addNote("x", on: child, day: Sample.today) == .done(count: 1))
    }
  }
}
