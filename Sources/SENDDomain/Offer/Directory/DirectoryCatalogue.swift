/// The directory as the search holds it: whole, with its words, for it is small. It is searched by
/// the same plan of words and the same scores as services are.
public struct DirectoryCatalogue: Sendable {
  /// All entries in the order of their titles; those that the directory no longer holds last.
  public let listed: [DirectoryHit]
  private let catalogue: OfferCatalogue
  private let postings: [Int: OfferPostings]
  /// For each entry what may be just what is asked for: its names and each of its topics.
  private let topics: [[DirectoryTopic]]

  /// People shown with services, at most.
  public static let most = 8

  /// - Parameters:
  ///   - entries: In any order.
  ///   - dictionary: That of services.
  ///   - services: The words of services: one that stands there is spelt right, however near it
  ///     is to one of the directory.
  public init(
    _ entries: [DirectoryHit], _ dictionary: OfferDictionary, beside services: OfferVocabulary
  ) {
    listed = entries.sorted { DirectoryCatalogue.order($0) < DirectoryCatalogue.order($1) }
    let texts = listed.map { DirectoryCatalogue.text(of: $0.entry) }
    var docs: [String: Int] = [:]
    for text in texts {
      for word in text.distinctWords { docs[String(word), default: 0] += 1 }
    }
    let vocabulary = OfferVocabulary(
      docs.map { (word: $0.key, docs: $0.value) }
        .sorted { $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) })
    let planner = OfferPlanner(
      vocabulary, OfferLexicon(dictionary.forPeople), knownBeside: services)
    catalogue = OfferCatalogue(
      listed.indices.map { index in
        OfferCatalogue.Entry(
          id: Int64(index), facts: OfferFacts(), groupKey: Int64(index),
          nameWords: planner.nameWords(texts[index].name), rank: index)
      }, planner)
    topics = listed.map { hit in
      ([hit.entry.name, hit.entry.role] + hit.entry.topics).map { DirectoryTopic($0, planner) }
    }
    var postings: [Int: OfferPostings] = [:]
    for (index, text) in texts.enumerated() {
      for (field, words) in [text.name, text.provider, text.terms, text.body].enumerated() {
        for word in words.split(separator: " ") {
          guard let place = vocabulary.place(of: String(word)) else { continue }
          postings[place, default: OfferPostings()].add(index, field: field)
        }
      }
    }
    self.postings = postings
  }

  /// The fields of services stand for those of people: name and role, person, topics, the rest.
  private static func text(of entry: DirectoryEntry) -> OfferIndexText {
    OfferIndexText(
      name: OfferWords.indexed([entry.name, entry.role]),
      provider: OfferWords.indexed([entry.person]), terms: OfferWords.indexed(entry.topics),
      body: OfferWords.indexed(entry.areas + [entry.hours, entry.note]))
  }

  private static func order(_ hit: DirectoryHit) -> (Int, String, String, Int64) {
    (
      hit.notSeenOn == nil ? 0 : 1, LetterFolding.fold(hit.entry.title),
      LetterFolding.fold(hit.entry.areas.joined() + hit.entry.who), hit.id
    )
  }

  // MARK: - Searching

  /// Those who answer what was typed, likeliest first and few; all where nothing was typed.
  ///
  /// Of what was asked, most has to be found in an entry: whoever looks for a club on Saturday is
  /// not told of everybody who knows about clubs. Less is enough where the words ask for somebody.
  ///
  /// - Parameters:
  ///   - ignored: Codes of chips that a person took away.
  ///   - point: Where a postcode or a locality lies, as for services.
  public func search(
    _ typed: String, ignoring ignored: Set<String> = [], most: Int = DirectoryCatalogue.most,
    point: (String) -> OfferPoint? = { _ in nil }
  ) -> [DirectoryHit] {
    guard !listed.isEmpty, !OfferWords.words(of: typed).isEmpty else {
      return typed.allSatisfy(\.isWhitespace) ? listed : []
    }
    // A day, a price and a way in are said of services: of people they are words like others.
    let plan = catalogue.planner.plan(
      typed, ignoring: ignored.union(["day", "free", "drop_in"]), point: point)
    let scoring = OfferScoring(plan, catalogue, postings)
    guard scoring.asked > 0 else { return [] }
    let unknown = Float(plan.unknown.count) * DirectoryCatalogue.unknownWord
    let part = scoring.asked / (scoring.asked + unknown)
    let least: Float =
      plan.isHarm ? 0.2 : DirectoryCatalogue.asksForSomebody(typed) ? 0.4 : 0.6
    let words = scoring.groupsByWord
    let best = scoring.touched.map { scoring.scores[Int($0)] }.max() ?? 0
    var found: [Found] = []
    for ordinal in scoring.touched.map({ Int($0) }) {
      let share = scoring.shares[ordinal] * part
      guard share >= least else { continue }
      let reasons = scoring.reasons(for: ordinal)
      // What it adds that a name or topic is just what was asked for.
      var bonus = 0.2 * (topics[ordinal].map { $0.share(asked: plan) }.max() ?? 0)
      if reasons.contains(where: { $0.field == .name }) {
        bonus += scoring.nameBonus(of: ordinal, asked: words)
      }
      var score = scoring.scores[ordinal] + best * bonus
      if listed[ordinal].notSeenOn != nil { score /= 2 }
      found.append(Found(ordinal, isWhole: share > 0.95 * part, score, reasons))
    }
    found.sort { $0.isBefore($1) }
    let floor = (found.first?.score ?? 0) * 0.4
    return found.prefix(most).filter { $0.score >= floor }.map { found in
      var hit = listed[found.ordinal]
      hit.score = Double(found.score)
      hit.reasons = found.reasons
      return hit
    }
  }

  /// What to do at once, where words suggest that somebody is harmed; nil where they do not.
  public func safeguarding(_ typed: String, _ dictionary: OfferDictionary) -> String? {
    guard catalogue.planner.suggestsHarm(typed) else { return nil }
    let duty = search("safeguarding").first {
      $0.notSeenOn == nil && !$0.entry.contactInWords.isEmpty
    }
    return dictionary.safeguarding.sentence(duty?.entry)
  }

  private struct Found {
    var ordinal: Int
    /// Whether all that was asked stands in it.
    var isWhole: Bool
    var score: Float
    var reasons: [OfferReason]

    init(_ ordinal: Int, isWhole: Bool, _ score: Float, _ reasons: [OfferReason]) {
      (self.ordinal, self.isWhole, self.score, self.reasons) = (ordinal, isWhole, score, reasons)
    }

    func isBefore(_ other: Found) -> Bool {
      if isWhole != other.isWhole { return isWhole }
      return score != other.score ? score > other.score : ordinal < other.ordinal
    }
  }

  /// What a word weighs that stands nowhere in the directory, as a rare one there does.
  private static let unknownWord: Float = 2

  private static let asking: Set<String> = [
    "who", "whom", "whos", "ask", "contact", "call", "phone", "ring", "speak", "number", "duty",
  ]

  private static func asksForSomebody(_ typed: String) -> Bool {
    OfferWords.words(of: typed, limit: OfferPlanner.longestQuery).contains {
      asking.contains($0.text)
    }
  }
}

extension OfferDictionary {
  /// What people are asked with scores nothing when it is people that are looked for.
  fileprivate var forPeople: OfferDictionary {
    var dictionary = self
    dictionary.common += [
      "call", "phone", "ring", "contact", "contacts", "number", "numbers", "speak", "talk", "email",
      "deal", "deals", "question", "questions", "charge", "responsible", "details",
    ]
    return dictionary
  }
}
