import Synchronization
import Testing

@testable import Storage

@Suite struct GivingUpTests {
  @Test func `a read that nobody wants any more ends, and the next one works`() throws {
    let many = (0..<2_000).map { Sample.child("Family\($0)", "Child") }
    try Sample.withStore(many) { store in
      var query = Sample.query
      query.filter = "zz"
      let asked = Mutex(0)
      let isUnwanted: @Sendable () -> Bool = {
        asked.withLock { $0 += 1 }
        return true
      }
      #expect(throws: StoreError.cancelled) {
        try Store.read(unless: isUnwanted) { try store.count(of: .reviews, query) }
      }
      #expect(asked.withLock { $0 } == 1)
      let found = try store.count(of: .reviews, query)
      #expect(found == 0)
    }
  }
}
