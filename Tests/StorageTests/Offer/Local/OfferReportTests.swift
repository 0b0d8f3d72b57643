import GRDB
import SENDDomain
import Testing

@testable import Storage

@Suite struct OfferReportTests {
  private typealias S = OfferLocalSample

  @Test func `a report stands with the entry as it was, is shown, and undo takes it back`() throws {
    try S.withServices { (store) throws in
      #expect(
        try store.reportOffer(2, .closed, note: "shut\u{1B}[2J since June", today: S.today)
          == .done(count: 1))
      let items = try store.offerReviewItems()
      #expect(items.map(\.name) == ["Community choir"])
      let item = try #require(items.first)
      #expect(
        [item.provider, item.source, item.sourceID, item.author]
          == ["Marlowe Voices", "marlowe", "2", "K Osei"])
      let hit = try S.hit(2, store)
      #expect(
        hit.localSentences(on: S.today).warnings
          == ["Reported wrong on Mon 23 Nov: closed, \"shut[2J since June\" (K Osei)."])
      #expect(hit.checkedInWords(on: S.today) == "! said closed")
      try S.expectDerivedIsRight(store)
      #expect(try store.undo() == .done(words: "service reported wrong: closed"))
      #expect(try store.offerReviewItems().isEmpty)
      #expect(try S.hit(2, store).local == nil)
      #expect(try store.redo() == .done(words: "service reported wrong: closed"))
      #expect(try store.offerReviewItems().count == 1)
    }
  }

  @Test func `a report is settled when the source changes the entry`() throws {
    try S.withServices { (store) throws in
      _ = try store.reportOffer(2, .wrongPhone, today: S.today)
      try OfferSample.load(S.services, into: store)
      #expect(try store.offerReviewItems().count == 1)
      var changed = S.services
      changed[1].phones = [OfferPhone(text: "020 7946 0200", numbers: ["020 7946 0200"])]
      try OfferSample.load(changed, into: store)
      #expect(try store.offerReviewItems().isEmpty)
      #expect(try S.hit(2, store).local?.reports.isEmpty == true)
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `that a service is closed stands until its source changes its name or status`() throws
  {
    try S.withServices { (store) throws in
      _ = try store.reportOffer(2, .closed, today: S.today)
      var changed = S.services
      changed[1].description += " Now on Fridays."
      try OfferSample.load(changed, into: store)
      #expect(try store.offerReviewItems().count == 1)
      #expect(try S.hit(2, store).checkedInWords(on: S.today) == "! said closed")
      try S.expectDerivedIsRight(store)
      var renamed = changed
      renamed[1].name = "Community singers"
      try OfferSample.load(renamed, into: store)
      #expect(try store.offerReviewItems().isEmpty)
    }
  }

  @Test func `a number that is corrected and confirmed settles that it was wrong`() throws {
    try S.withServices { (store) throws in
      _ = try store.reportOffer(2, .wrongPhone, today: S.today)
      _ = try store.reportOffer(2, .waitingList, today: S.today)
      #expect(try store.confirmOffer(2, today: S.today) == .done(count: 1))
      #expect(try store.offerReviewItems().count == 2)
      #expect(
        try store.correctOffer(2, [.phone: "020 7946 0123"], today: S.today) == .done(count: 1))
      #expect(try store.offerReviewItems().count == 2)
      #expect(try store.confirmOffer(2, today: S.today) == .done(count: 1))
      #expect(try S.hit(2, store).local?.reports.map(\.reason) == [.waitingList])
      #expect(try store.undo() == .done(words: "details of a service confirmed"))
      #expect(try store.offerReviewItems().count == 2)
    }
  }

  @Test func `a report is settled by hand, and undo brings it back`() throws {
    try S.withServices { (store) throws in
      _ = try store.reportOffer(1, .linkDead, today: S.today)
      _ = try store.reportOffer(1, .waitingList, today: S.today)
      #expect(try store.resolveOfferReports(of: 1, today: S.today) == .done(count: 1))
      #expect(try store.offerReviewItems().isEmpty)
      #expect(try store.resolveOfferReports(of: 1, today: S.today) == .done(count: 0))
      _ = try store.undo()
      #expect(try store.offerReviewItems().count == 2)
    }
  }

  @Test func `of a service that is not there nothing is stored`() throws {
    try S.withServices { (store) throws in
      #expect(try store.reportOffer(99, .closed, today: S.today) == .done(count: 0))
      #expect(try store.undo() == .nothingLeft)
    }
  }

  @Test func `details confirmed here are fresh for the mark and the stale list`() throws {
    try S.withServices { (store) throws in
      let year = S.today.adding(months: -12).adding(days: 1)
      #expect(try store.staleOfferCount(checkedBefore: year) == 2)
      #expect(try S.hit(2, store).checkedInWords(on: S.today) == "! 2 years ago")
      #expect(try store.confirmOffer(2, today: S.today) == .done(count: 1))
      #expect(try store.confirmOffer(2, today: S.today) == .done(count: 0))
      #expect(try store.staleOfferCount(checkedBefore: year) == 1)
      #expect(try S.hit(2, store).checkedInWords(on: S.today) == "confirmed 23 Nov")
      // What the publisher says of itself stays what it is.
      #expect(try S.hit(2, store).service.checked == Day(2024, 3, 1))
      try S.expectDerivedIsRight(store)
      #expect(try store.undo() == .done(words: "details of a service confirmed"))
      #expect(try store.staleOfferCount(checkedBefore: year) == 2)
      try S.expectDerivedIsRight(store)
    }
  }

  @Test func `a service that its source no longer holds is retired, and is back with the source`()
    throws
  {
    try S.withServices { (store) throws in
      let fewer = Array(S.services.prefix(2))
      try OfferSample.load(fewer, into: store)
      #expect(try S.found("soft play", store) == ["Saturday club"])
      #expect(try store.offerNotSeen(in: "marlowe") == [3])
      // One that the source holds stays.
      #expect(try store.retireOffer([1, 3, 99], today: S.today) == 1)
      #expect(try S.found("soft play", store) == [])
      #expect(try store.offerNotSeen(in: "marlowe") == [])
      try S.expectDerivedIsRight(store)
      try OfferSample.load(S.services, into: store)
      #expect(try S.found("soft play", store) == ["Saturday club"])
      try S.expectDerivedIsRight(store)
    }
  }
}
