/// What people say and what services call it: data, shipped as a file that a local area may edit.
public struct OfferDictionary: Hashable, Sendable {
  /// Words and phrases that somebody says, and those that are looked for as well.
  ///
  /// One written in two to six capitals is an abbreviation: looked for in services it must stand
  /// there in capitals, so that `IT` is not found in "it".
  public struct Entry: Hashable, Sendable {
    public var say: [String]
    public var find: [String]
    /// In hundredths of a word's own weight.
    public var weight: Int
    /// Whether what is found is also said, and the other way round.
    public var isMutual: Bool

    public init(_ say: [String], _ find: [String], weight: Int = 80, isMutual: Bool = false) {
      self.say = say
      self.find = find
      self.weight = weight
      self.isMutual = isMutual
    }
  }

  public var entries: [Entry]
  /// Words of one meaning that no ending joins: `autism` and `autistic`.
  public var families: [[String]]
  /// Words that score nothing beside others: `help`, `my`, `send`.
  public var common: [String]
  /// The same for words that do so only together: `looking for`.
  public var commonPhrases: [String]
  /// What this area calls itself: what serves only other areas comes later. Empty for the name that
  /// most services give.
  public var ownAreas: [String]
  public var safeguarding: OfferSafeguarding

  public init(
    entries: [Entry] = [], families: [[String]] = [], common: [String] = [],
    commonPhrases: [String] = [], ownAreas: [String] = [],
    safeguarding: OfferSafeguarding = .shipped
  ) {
    self.ownAreas = ownAreas
    self.safeguarding = safeguarding
    self.entries = entries
    self.families = families
    self.common = common
    self.commonPhrases = commonPhrases
  }
}

extension OfferDictionary {
  /// `{synonyms: [...], families: [...], common: [...], common_phrases: [...]}`
  public var tree: DataTree {
    func texts(_ list: [String]) -> DataTree { .list(list.map { .text($0) }) }
    let areas = ownAreas.isEmpty ? [] : [DataTree.Field("own_areas", texts(ownAreas))]
    return .fields(
      [
        DataTree.Field(
          "synonyms",
          .list(
            entries.map { entry in
              var fields = [
                DataTree.Field("say", texts(entry.say)), DataTree.Field("find", texts(entry.find)),
              ]
              if entry.weight != 80 {
                fields.append(DataTree.Field("weight", .number(entry.weight)))
              }
              if entry.isMutual { fields.append(DataTree.Field("both_ways", .flag(true))) }
              return .fields(fields)
            })),
        DataTree.Field("families", .list(families.map(texts))),
        DataTree.Field("common", texts(common)),
        DataTree.Field("common_phrases", texts(commonPhrases)),
      ] + areas + [DataTree.Field("safeguarding", safeguarding.tree)])
  }

  /// - Throws: What is wrong and where.
  public init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let entries = try reader.need("synonyms") { (tree) throws(DataTree.Problem) in
      try tree.items { (tree) throws(DataTree.Problem) in try Entry(tree) }
    }
    let families = try reader.read("families") { (tree) throws(DataTree.Problem) in
      try tree.items { (tree) throws(DataTree.Problem) in try tree.phrases() }
    }
    let common = try reader.read("common") { (tree) throws(DataTree.Problem) in
      try tree.phrases()
    }
    let phrases = try reader.read("common_phrases") { (tree) throws(DataTree.Problem) in
      try tree.phrases()
    }
    let areas = try reader.read("own_areas") { (tree) throws(DataTree.Problem) in
      try tree.phrases()
    }
    let safeguarding = try reader.read("safeguarding") { (tree) throws(DataTree.Problem) in
      try OfferSafeguarding(tree)
    }
    try reader.finish()
    self.init(
      entries: entries, families: families ?? [], common: common ?? [],
      commonPhrases: phrases ?? [], ownAreas: areas ?? [],
      safeguarding: safeguarding ?? .shipped)
  }
}

extension OfferDictionary.Entry {
  fileprivate init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let say = try reader.need("say") { (tree) throws(DataTree.Problem) in try tree.phrases() }
    let find = try reader.need("find") { (tree) throws(DataTree.Problem) in try tree.phrases() }
    let weight = try reader.read("weight") { (tree) throws(DataTree.Problem) in
      try tree.number(1...100)
    }
    let isMutual = try reader.read("both_ways") { (tree) throws(DataTree.Problem) in
      try tree.flag()
    }
    try reader.finish()
    self.init(say, find, weight: weight ?? 80, isMutual: isMutual ?? false)
  }
}

extension OfferSafeguarding {
  fileprivate var tree: DataTree {
    func texts(_ list: [String]) -> DataTree { .list(list.map { .text($0) }) }
    let concerns = concerns.map { concern in
      DataTree.fields(
        [DataTree.Field("say", texts(concern.say))]
          + (concern.find.isEmpty ? [] : [DataTree.Field("find", texts(concern.find))]))
    }
    var fields = [DataTree.Field("concerns", .list(concerns)), DataTree.Field("text", .text(text))]
    if !number.isEmpty { fields.append(DataTree.Field("number", .text(number))) }
    return .fields(fields)
  }

  fileprivate init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    // Words alone, with nothing to look for, are one concern.
    let say = try reader.read("say") { (tree) throws(DataTree.Problem) in try tree.phrases() }
    let read = { (tree: DataTree) throws(DataTree.Problem) -> [Concern] in
      try tree.items { (tree) throws(DataTree.Problem) in try Concern(tree) }
    }
    let concerns =
      say == nil ? try reader.need("concerns", read) : try reader.read("concerns", read) ?? []
    let text = try reader.need("text") { (tree) throws(DataTree.Problem) in try tree.text() }
    let number = try reader.read("number") { (tree) throws(DataTree.Problem) in try tree.text() }
    try reader.finish()
    self.init(
      concerns: (say.map { [Concern(say: $0)] } ?? []) + concerns, text: text, number: number ?? "")
  }
}

extension OfferSafeguarding.Concern {
  fileprivate init(_ tree: DataTree) throws(DataTree.Problem) {
    var reader = try DataTreeReader(tree)
    let say = try reader.need("say") { (tree) throws(DataTree.Problem) in try tree.phrases() }
    let find = try reader.read("find") { (tree) throws(DataTree.Problem) in try tree.phrases() }
    try reader.finish()
    self.init(say: say, find: find ?? [])
  }
}

extension DataTree {
  fileprivate func phrases() throws(Problem) -> [String] {
    let phrases = try items { (tree) throws(Problem) in
      let text = try tree.text()
      guard !OfferWords.words(of: text).isEmpty else { throw Problem("should hold a word") }
      return text
    }
    guard !phrases.isEmpty else { throw Problem("should have at least one word or phrase") }
    return phrases
  }
}
