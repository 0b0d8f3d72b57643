import Foundation
import SENDDomain
import TestSupport
import Testing

@testable import Storage

/// Whether people find what they ask for, measured on questions that were written before the
/// ranking was tuned; see the head of `Fixtures/local-offer/queries.txt`.
@Suite struct OfferRelevanceTests {
  @Test func `nine of ten questions have their service among the first five`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(try Marlowe.services() + Marlowe.noise(2_000), into: store)
      let questions = try Array(Question.all().prefix(4))
      #expect(questions.map { $0.count >= 40 } == [true, true, true, true])
      for (list, floor) in zip(questions, [0.95, 0.95, 0.9, 0.9]) {
        #expect(try share(list, store) >= floor)
      }
    }
  }

  @Test func `most questions have it first`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(try Marlowe.services() + Marlowe.noise(2_000), into: store)
      #expect(try share(Question.all().prefix(4).flatMap { $0 }, store, within: 1) >= 0.7)
    }
  }

  @Test func `words of harm find first who helps, above the banner's sentence`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(try Marlowe.services() + Marlowe.noise(2_000), into: store)
      let questions = try Question.all()[4]
      #expect(questions.count == 14)
      for question in questions {
        let results = try store.searchOffer(
          OfferQuery(text: question.text, limit: 5), today: Sample.today)
        #expect(results.safeguarding?.hasPrefix("In danger now: ring 999.") == true)
        #expect(
          results.hits.first.map { question.expected.contains($0.service.name) } == true,
          "\(question.text): \(results.hits.map(\.service.name))")
      }
    }
  }

  @Test func `what a new user asked in plain words is found among the first five`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(try Marlowe.services() + Marlowe.noise(2_000), into: store)
      for question in try Question.all()[5] {
        let names = try store.searchOffer(
          OfferQuery(text: question.text, limit: 5), today: Sample.today
        ).hits.map(\.service.name)
        #expect(names.contains(where: question.expected.contains), "\(question.text): \(names)")
      }
    }
  }

  @Test func `a day beside other words adds nothing that says only the day`() throws {
    try Sample.withStore { (store) throws in
      try OfferSample.load(
        [
          OfferSample.service("1", "Swimming lessons"),
          OfferSample.service("2", "Nurses", "", "We visit on Saturday."),
          OfferSample.service("3", "Swimming on Saturday"),
        ], into: store)
      let names = try store.searchOffer(OfferQuery(text: "swimming saturday"), today: Sample.today)
        .hits.map(\.service.name)
      #expect(Set(names) == ["Swimming lessons", "Swimming on Saturday"])
    }
  }

  private func share(
    _ questions: [Question], _ store: Store, within places: Int = 5
  ) throws -> Double {
    var found = 0
    for question in questions {
      let results = try store.searchOffer(
        OfferQuery(text: question.text, limit: places), today: Sample.today)
      let names = results.hits.map(\.service.name)
      if names.contains(where: question.expected.contains) {
        found += 1
      } else if ProcessInfo.processInfo.environment["WAYMARK_RELEVANCE"] == "1" {
        print("missed: \(question.text) → \(names)")
      }
    }
    let share = Double(found) / Double(questions.count)
    if ProcessInfo.processInfo.environment["WAYMARK_RELEVANCE"] == "1" {
      print("\(found) of \(questions.count) within \(places)")
    }
    return share
  }

  private struct Question {
    var text: String
    var expected: Set<String>

    static func all() throws -> [[Question]] {
      let file = Marlowe.folder.appendingPathComponent("queries.txt")
      var lists: [[Question]] = Array(repeating: [], count: 6)
      var list = 0
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        if line == "## held out" { list = 1 }
        if line == "## fresh" { list = 2 }
        if line == "## second fresh" { list = 3 }
        if line == "## harm" { list = 4 }
        if line == "## a new user's" { list = 5 }
        let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard !line.hasPrefix("#"), parts.count == 2 else { continue }
        lists[list].append(
          Question(text: parts[0], expected: Set(parts[1].components(separatedBy: " ; "))))
      }
      return lists
    }
  }
}
