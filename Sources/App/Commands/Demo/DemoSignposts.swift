import SENDDomain
import Storage

/// What families of the demo borough were told of, as people record it: to be asked about this
/// week, later and late, and answered with each outcome; with a child and without one.
struct DemoSignposts {
  let store: Store
  let today: Day
  /// A practitioner of the borough at the keyboard, by name.
  let user: (String) -> StoreUser

  private struct Told {
    /// Days ago.
    var ago: Int
    /// What was searched for.
    var words: String
    var manner: Signpost.Manner
    var language = ""
    /// Days from today; nil where nobody asks.
    var askIn: Int?
    var hasChild = true
    var note = ""
    var answer: Answer?
  }

  private struct Answer {
    var outcome: Signpost.Outcome
    var reason: Signpost.Reason?
    var note = ""
    var ago: Int
    var askIn: Int?
  }

  private static let all: [Told] = [
    Told(ago: 10, words: "short breaks", manner: .readOut, askIn: 4),
    Told(ago: 25, words: "speech and language therapy", manner: .email, askIn: -11),
    Told(ago: 7, words: "independent travel training", manner: .easyRead, askIn: 21),
    Told(
      ago: 40, words: "SENDIASS", manner: .readOut, askIn: -26,
      answer: Answer(outcome: .gotHelp, ago: 20)),
    Told(
      ago: 45, words: "autism assessment", manner: .text, askIn: -31,
      answer: Answer(
        outcome: .waiting, reason: .waitingList, note: "Told about nine months.", ago: 28,
        askIn: 20)),
    Told(
      ago: 60, words: "saturday playscheme", manner: .print, askIn: -46,
      answer: Answer(outcome: .didNotFit, reason: .notEligible, ago: 44)),
    Told(
      ago: 30, words: "portuguese", manner: .interpreter, language: "Portuguese", askIn: -16,
      hasChild: false,
      answer: Answer(outcome: .couldNotReach, reason: .noContact, ago: 15)),
    Told(ago: 2, words: "parent carer forum", manner: .print, hasChild: false),
  ]

  /// - Throws: ``StoreError``; what was written before stays.
  func record() throws {
    let families = try families()
    var next = 0
    for told in DemoSignposts.all {
      let hits = try store.searchOffer(OfferQuery(text: told.words, limit: 2), today: today).hits
      guard !hits.isEmpty, !families.isEmpty else { continue }
      let family = families[next % families.count]
      next += 1
      try record(told, hits, family)
    }
  }

  private func record(_ told: Told, _ hits: [OfferHit], _ family: Family) throws {
    let author = try Store.open(at: store.path, user: user(family.owner))
    defer { author.close() }
    let askOn = told.askIn.map { today.adding(days: $0) }
    let outcome = try author.signpost(
      SignpostRecording(
        child: told.hasChild ? family.child : nil, day: today.adding(days: -told.ago),
        manner: told.manner, language: told.language, consent: askOn == nil ? .notAsked : .given,
        note: told.note, services: hits, askOn: askOn), scope: .all, today: today)
    guard outcome == .done, let answer = told.answer else { return }
    let all = try author.signposts(scope: .all, isOpen: true, after: nil, limit: 100).rows
    guard let made = all.max(by: { $0.signpost.id < $1.signpost.id })?.signpost else { return }
    for offered in made.services {
      guard let seen = try author.signpost(made.id, scope: .all) else { return }
      _ = try author.followUp(
        FollowUpRecording(
          offered: offered.id, outcome: answer.outcome, reason: answer.reason, note: answer.note,
          day: today.adding(days: -answer.ago),
          askOn: answer.askIn.map { today.adding(days: $0) }), seen: seen, scope: .all,
        today: today)
    }
  }

  private struct Family {
    var child: Child.ID
    var owner: String
  }

  /// Children whose plan has an owner, in the order of the list of what is due, each once.
  private func families() throws -> [Family] {
    let rows = try store.due(
      ListQuery(scope: .all, today: today), .start, limit: 400
    ).rows
    var seen: Set<Child.ID> = []
    return rows.compactMap { row in
      guard let child = row.child, !row.owner.isEmpty,
        seen.insert(child).inserted
      else { return nil }
      return Family(child: child, owner: row.owner)
    }
  }
}
