/// Makes a plan of the words that somebody typed.
public struct OfferPlanner: Sendable {
  let vocabulary: OfferVocabulary
  let lexicon: OfferLexicon
  /// Other words that are spelt right, though nothing here holds them.
  private let knownBeside: OfferVocabulary?

  /// In characters; what is typed beyond is not read.
  public static let longestQuery = 200
  private static let mostWords = 12

  public init(
    _ vocabulary: OfferVocabulary, _ lexicon: OfferLexicon, knownBeside: OfferVocabulary? = nil
  ) {
    self.vocabulary = vocabulary
    self.lexicon = lexicon
    self.knownBeside = knownBeside
  }

  /// Whether a folded word says nothing of what is looked for: `my`, `help`.
  public func isCommon(_ word: String) -> Bool { lexicon.isCommon(word) }

  /// Whether what somebody typed suggests that somebody is harmed.
  func suggestsHarm(_ typed: String) -> Bool {
    lexicon.suggestsHarm(
      OfferWords.words(of: typed, limit: OfferPlanner.longestQuery).map(\.text))
  }

  /// How many services hold a folded word.
  public func services(holding word: String) -> Int {
    vocabulary.place(of: word).map { Int(vocabulary.docs[$0]) } ?? 0
  }

  /// - Parameters:
  ///   - point: Where a postcode or locality lies, folded and without spaces.
  ///   - ignored: Codes of chips that a person took away.
  public func plan(
    _ typed: String, ignoring ignored: Set<String> = [],
    point: (String) -> OfferPoint? = { _ in nil }
  ) -> OfferPlan {
    var plan = OfferPlan(groups: [], chips: [], corrections: [], unknown: [])
    let words = read(typed)
    withoutActuallyEscaping(point) { point in
      let finder = OfferChipFinder(point: point, ignored: ignored)
      let (chips, places) = finder.find(in: words.map(\.word))
      plan.chips = chips
      addGroups(words, inChips: places, to: &plan)
    }
    return plan
  }

  /// The words of an indexed name, common ones left out.
  public func nameWords(_ indexed: String) -> [Int32] {
    indexed.split(separator: " ").compactMap { word in
      let word = String(word)
      return lexicon.isCommon(word) ? nil : vocabulary.place(of: word).map(Int32.init)
    }
  }

  /// A word typed.
  private struct Typed {
    var word: OfferWord
    /// Between quotation marks: looked for as it stands.
    var isQuoted: Bool
    /// The last one, which may be unfinished.
    var isOpen = false
  }

  private func read(_ typed: String) -> [Typed] {
    let text = String(
      String.UnicodeScalarView(typed.unicodeScalars.prefix(OfferPlanner.longestQuery)))
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    var words: [Typed] = []
    for (index, part) in parts.enumerated() {
      // A mark that nothing closes is only a mark.
      let isQuoted = index % 2 == 1 && index < parts.count - 1
      words += OfferWords.words(of: String(part)).map { Typed(word: $0, isQuoted: isQuoted) }
    }
    words = Array(words.prefix(OfferPlanner.mostWords))
    if let last = text.unicodeScalars.last, LetterFolding.fold(last) != nil, !words.isEmpty {
      words[words.count - 1].isOpen = !words[words.count - 1].isQuoted
    }
    return words
  }

  // MARK: - Groups

  private func addGroups(
    _ words: [Typed], inChips chipped: Set<Int>, to plan: inout OfferPlan
  ) {
    let spelt = words.map { $0.isQuoted ? $0.word.text : rightSpelling($0) }
    var isCommon = words.indices.map {
      !words[$0].isQuoted && lexicon.isCommon(words[$0].word.text)
    }
    markCommonPhrases(spelt, &isCommon)
    // Where nothing but common words was typed they are what is looked for.
    if words.indices.allSatisfy({ isCommon[$0] || chipped.contains($0) }), chipped.isEmpty {
      isCommon = words.map { _ in false }
    }
    var index = 0
    while index < words.count {
      if let (length, group) = harm(at: index, words) {
        plan.groups.append(group)
        plan.isHarm = true
        index += length
        continue
      }
      if let (length, group) = phrase(at: index, words, spelt, isCommon) {
        plan.groups.append(group)
        index += length
        continue
      }
      defer { index += 1 }
      let isChip = chipped.contains(index)
      if isCommon[index] { continue }
      var group = single(words[index], spelt[index], &plan)
      addJoined(at: index, words, to: &group)
      if isChip {
        group.importance = 0.3
        group.isContent = false
        group.isBeside = plan.chips.contains {
          ["place", "day"].contains($0.code)
            && OfferWords.words(of: $0.words).contains { $0.text == words[index].word.text }
        }
      }
      if group.alternatives.isEmpty {
        let word = words[index].word.original
        let isSaid = plan.unknown.contains { $0.lowercased() == word.lowercased() }
        if !isChip, !isSaid { plan.unknown.append(word) }
      } else {
        plan.groups.append(group)
      }
    }
  }

  /// What is looked for where words suggest harm: it counts more than all else that was typed.
  private func harm(at start: Int, _ words: [Typed]) -> (length: Int, OfferPlan.Group)? {
    guard let match = lexicon.harm.match(words[start...].map(\.word.text)) else { return nil }
    let range = start..<(start + match.length)
    if words[range].contains(where: \.isQuoted) { return nil }
    var alternatives = match.targets.compactMap { alternative($0) }
    if match.isSubject {
      let slots = range.compactMap { forms(of: words[$0].word.text, weight: 1) }
      if slots.count == match.length {
        alternatives.append(
          OfferPlan.Alternative(slots: slots, weight: 1, why: .asTyped, isWhole: true))
      }
    }
    if alternatives.isEmpty { return nil }
    let typed = words[range].map(\.word.original).joined(separator: " ")
    return (
      match.length,
      OfferPlan.Group(words: typed, importance: 2, isContent: true, alternatives: alternatives)
    )
  }

  private func markCommonPhrases(_ words: [String], _ isCommon: inout [Bool]) {
    for start in words.indices {
      for end in start..<min(words.count, start + 5)
      where lexicon.isCommonPhrase(Array(words[start...end])) {
        for index in start...end { isCommon[index] = true }
      }
    }
  }

  /// The longest phrase of the dictionary that begins here, of two words or more, or of one that
  /// is common alone.
  private func phrase(
    at start: Int, _ words: [Typed], _ spelt: [String], _ isCommon: [Bool]
  ) -> (length: Int, OfferPlan.Group)? {
    let most = min(lexicon.longest, words.count - start)
    for length in stride(from: most, through: 1, by: -1) {
      let range = start..<(start + length)
      if words[range].contains(where: \.isQuoted) { return nil }
      if length == 1, !isCommon[start] { return nil }
      let targets = lexicon.targets(for: Array(spelt[range]))
      guard !targets.isEmpty else { continue }
      let typed = words[range].map(\.word.original).joined(separator: " ")
      var alternatives = targets.compactMap { alternative($0) }
      let content = range.filter { !lexicon.isCommon(spelt[$0]) }
      let slots = content.compactMap { index in forms(of: spelt[index], weight: 1) }
      if slots.count == content.count, !slots.isEmpty {
        // "Won't go to school" is about attendance: its one telling word alone says little of it.
        let isPart = slots.count == 1 && length > 2 && !alternatives.isEmpty
        alternatives.append(
          OfferPlan.Alternative(
            slots: slots, weight: isPart ? 0.35 : 1, why: .asTyped, isWhole: !isPart))
      }
      if slots.count > 1 {
        for slot in slots {
          alternatives.append(OfferPlan.Alternative(slots: [slot], weight: 0.35, why: .asTyped))
        }
      }
      guard !alternatives.isEmpty else { continue }
      let isWeak = length == 1 && isCommon[start]
      return (
        length,
        OfferPlan.Group(
          words: typed, importance: isWeak ? 0.3 : 1, isContent: !isWeak,
          alternatives: alternatives)
      )
    }
    return nil
  }

  private func single(
    _ typed: Typed, _ spelt: String, _ plan: inout OfferPlan
  ) -> OfferPlan.Group {
    let text = typed.word.text
    var group = OfferPlan.Group(
      words: typed.word.original, importance: 1, isContent: true, alternatives: [])
    func add(_ slot: [(word: Int, weight: Double)], _ weight: Double, _ why: OfferReason.Why) {
      if !slot.isEmpty {
        group.alternatives.append(
          OfferPlan.Alternative(slots: [slot], weight: weight, why: why, isWhole: why == .asTyped))
      }
    }
    if typed.isQuoted {
      add(vocabulary.place(of: text).map { [($0, 1)] } ?? [], 1, .asTyped)
      return group
    }
    add(exact(text, isCapitals: typed.word.isCapitals), 1, .asTyped)
    add(related(to: text), 0.85, .form)
    group.alternatives += lexicon.targets(for: [spelt]).compactMap {
      alternative($0, spelt: spelt == text ? nil : spelt)
    }
    if typed.isOpen { addBeginnings(text, &group) }
    if spelt != text {
      add(exact(spelt, isCapitals: false), 0.8, .spelling(spelt))
      if !group.alternatives.isEmpty {
        let correction = OfferPlan.Correction(typed: typed.word.original, shown: spelt)
        if !plan.corrections.contains(correction) { plan.corrections.append(correction) }
      }
      // Others as near as the nearest may be what was meant.
      for spelling in vocabulary.spellings(of: text) where vocabulary.words[spelling.word] != spelt
      {
        add(
          [(spelling.word, 1)], spelling.cost < 1.5 ? 0.5 : 0.3,
          .spelling(vocabulary.words[spelling.word]))
      }
    } else if group.alternatives.isEmpty, typed.isOpen, !isKnownBeside(text) {
      // The beginning of a longer word, misspelt.
      for spelling in vocabulary.spellings(of: text, isPrefix: true, most: 12) {
        add(
          [(spelling.word, 1)], spelling.cost < 1.5 ? 0.5 : 0.3,
          .spelling(vocabulary.words[spelling.word]))
      }
    }
    if group.alternatives.isEmpty { addSplit(text, &group) }
    return group
  }

  /// The words that begin as the unfinished one does.
  private func addBeginnings(_ text: String, _ group: inout OfferPlan.Group) {
    let length = text.unicodeScalars.count
    guard length >= 2 else { return }
    let hasExact = !group.alternatives.isEmpty
    // Of two letters only where nothing else is found: OT, EP and VI are whole words.
    if length == 2, hasExact { return }
    let words = vocabulary.beginning(with: text, most: length == 2 ? 16 : 40)
      .filter { vocabulary.words[$0] != text }
    if !words.isEmpty {
      group.alternatives.append(
        OfferPlan.Alternative(
          slots: [words.map { ($0, 1) }], weight: hasExact ? 0.5 : 0.7, why: .form))
    }
    guard length >= 3 else { return }
    for said in lexicon.said(beginning: text).prefix(4) {
      for target in lexicon.targets(for: [said]) {
        if var found = alternative(target) {
          found.weight *= hasExact ? 0.4 : 0.7
          group.alternatives.append(found)
        }
      }
    }
  }

  /// `speechtherapy` is two words that exist.
  private func addSplit(_ text: String, _ group: inout OfferPlan.Group) {
    let letters = Array(text)
    guard letters.count >= 6 else { return }
    for place in 3...(letters.count - 3) {
      let (first, second) = (String(letters[..<place]), String(letters[place...]))
      guard let a = vocabulary.place(of: first), let b = vocabulary.place(of: second) else {
        continue
      }
      group.alternatives.append(
        OfferPlan.Alternative(
          slots: [[(a, 1)], [(b, 1)]], weight: 0.8, why: .spelling("\(first) \(second)")))
    }
  }

  /// `after school` stands in some services as `afterschool`.
  private func addJoined(at index: Int, _ words: [Typed], to group: inout OfferPlan.Group) {
    guard !words[index].isQuoted else { return }
    for start in [index - 1, index] where start >= 0 && start + 1 < words.count {
      let joined = words[start].word.text + words[start + 1].word.text
      guard joined.utf8.count > 5, let place = vocabulary.place(of: joined) else { continue }
      group.alternatives.append(
        OfferPlan.Alternative(slots: [[(place, 1)]], weight: 0.9, why: .form))
    }
  }

  // MARK: - Words

  /// The word that was meant: itself, where it is known in any way.
  private func rightSpelling(_ typed: Typed) -> String {
    let text = typed.word.text
    if lexicon.isCommon(text) || !lexicon.targets(for: [text]).isEmpty { return text }
    if lexicon.isAbbreviation(text) || text.contains(where: \.isNumber) { return text }
    if !vocabulary.sharingStem(with: text).isEmpty, vocabulary.isEstablished(text) { return text }
    if let swapped = lexicon.swappedAbbreviation(text), vocabulary.place(of: text) == nil {
      return swapped
    }
    if vocabulary.sharingStem(with: text).contains(where: { vocabulary.words[$0] != text }) {
      return text
    }
    if typed.isOpen,
      !vocabulary.beginning(with: text, most: 2).allSatisfy({
        vocabulary.words[$0] == text
      })
    {
      return text
    }
    if isKnownBeside(text) { return text }
    let known = vocabulary.place(of: text) != nil
    let found = vocabulary.spellings(of: text, most: 2)
      .first { vocabulary.words[$0.word] != text && (!known || vocabulary.docs[$0.word] > 3) }
    let said = lexicon.spelling(of: text)
    if let said, Double(said.cost) <= found?.cost ?? .infinity, !known { return said.word }
    if known, (found?.cost ?? 9) > 1 { return text }
    return found.map { vocabulary.words[$0.word] } ?? text
  }

  private func isKnownBeside(_ text: String) -> Bool { knownBeside?.isEstablished(text) ?? false }

  /// The word itself. An abbreviation is found in capitals, and a little where it is not.
  private func exact(_ text: String, isCapitals: Bool) -> [(word: Int, weight: Double)] {
    let plain = vocabulary.place(of: text)
    guard lexicon.isAbbreviation(text) || isCapitals else { return plain.map { [($0, 1)] } ?? [] }
    let capitals = vocabulary.place(of: marked(text))
    var slot: [(word: Int, weight: Double)] = []
    if let capitals { slot.append((capitals, 1)) }
    if let plain {
      slot.append((plain, capitals == nil && !lexicon.isAbbreviation(text) ? 1 : 0.25))
    }
    return slot
  }

  private func marked(_ text: String) -> String {
    String(Character(OfferWords.capitalsMark)) + text
  }

  /// Other forms of a word: by its ending, and by the families of the dictionary.
  private func related(to text: String) -> [(word: Int, weight: Double)] {
    if lexicon.isAbbreviation(text) { return [] }
    var words = Set(vocabulary.sharingStem(with: text))
    for other in lexicon.family(of: text) {
      if let place = vocabulary.place(of: other) { words.insert(place) }
    }
    if let own = vocabulary.place(of: text) { words.remove(own) }
    return words.sorted().map { ($0, 1) }
  }

  /// A word of a phrase in all its forms; nil where no service holds any.
  private func forms(of text: String, weight: Double) -> [(word: Int, weight: Double)]? {
    var slot = related(to: text).map { (word: $0.word, weight: 0.85 * weight) }
    if let place = vocabulary.place(of: text) { slot.append((place, weight)) }
    return slot.isEmpty ? nil : slot
  }

  /// What a dictionary's phrase is found by; nil where a word of it is in no service.
  private func alternative(
    _ target: OfferLexicon.Target, spelt: String? = nil
  ) -> OfferPlan.Alternative? {
    var slots: [[(word: Int, weight: Double)]] = []
    let content = target.words.filter { !lexicon.isCommon($0.text) }
    for word in content.isEmpty ? target.words : content {
      if word.isCapitals {
        guard let place = vocabulary.place(of: marked(word.text)) else { return nil }
        slots.append([(place, 1)])
      } else {
        guard let slot = forms(of: word.text, weight: 1) else { return nil }
        slots.append(slot)
      }
    }
    return OfferPlan.Alternative(
      slots: slots, weight: target.weight * (spelt == nil ? 1 : 0.9), why: .synonym(target.phrase))
  }
}
