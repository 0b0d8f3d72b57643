import SENDDomain
import Testing

@testable import Storage

@Suite struct OfferSourcesTests {
  private typealias S = OfferLocalSample

  @Test func `a source says when it was read, what it holds, and that the last try failed`() throws
  {
    try S.withServices { (store) throws in
      var state = OfferSourceState(
        name: "marlowe", publisher: "Marlowe", dialect: "ORUK 3", lastRead: S.today, services: 3)
      #expect(try store.offerSourceStates() == [state])
      #expect(try store.offerSourceStates().readInWords(on: S.today) == "read 23 Nov")
      let later = S.today.adding(days: 1)
      try store.noteOfferFailure("marlowe", today: later)
      try store.noteOfferFailure("marlowe", today: later)
      try store.noteOfferFailure("nobody", today: later)
      state.failed = later
      #expect(try store.offerSourceStates() == [state])
      #expect(
        try store.offerSourceStates().failureInWords(on: later) == "last try failed 24 Nov")
      #expect(try S.hit(2, store).source?.failed == later)
      try OfferSample.load(Array(S.services.prefix(2)), into: store, today: later)
      state = OfferSourceState(
        name: "marlowe", publisher: "Marlowe", dialect: "ORUK 3", lastRead: later, services: 2,
        notSeen: 1)
      #expect(try store.offerSourceStates() == [state])
    }
  }

  @Test func `what was added by hand is no source`() throws {
    try Sample.withStore { (store) throws in
      let id = try store.addOffer(S.entry, today: S.today)
      #expect(try store.offerSourceStates() == [])
      #expect(try S.hit(id, store).source == nil)
    }
  }
}
