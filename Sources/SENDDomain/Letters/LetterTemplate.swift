/// The words of a letter or of a shared part of one, with the places where facts go.
///
/// Plain text. A paragraph runs to the next empty line and is filled anew; a line that begins with
/// `|` keeps its own line, and one that begins with `- ` begins an item. `{name}` is a field,
/// `{law of name}` the source of the rule behind its date, and a shared part stands alone in its
/// paragraph: `{rights}`.
public struct LetterTemplate: Hashable, Sendable {
  /// Says which wording a letter was made of.
  public let version: String
  /// Without the version's line.
  public let text: String
  let paragraphs: [Paragraph]

  enum Piece: Hashable, Sendable {
    case words(String)
    case field(LetterField)
    case law(LetterField)
  }

  enum Paragraph: Hashable, Sendable {
    case block(LetterBlock)
    case filled([Piece])
    case item([Piece])
    case kept([[Piece]])
  }

  /// Why a text is not taken, in a sentence; the line counts from 1 within the text.
  public struct Problem: Error, Hashable, Sendable {
    public var line: Int
    public var message: String
  }

  /// Reads a letter's text.
  ///
  /// - Throws: The first thing that does not hold: an unknown field, one that the letter cannot
  ///   have, a character that does not show, or a text missing that the law asks for.
  public init(_ kind: LetterKind, version: String, _ text: String) throws(Problem) {
    try self.init(version: version, text) { $0.isKnown(in: kind) }
    for block in kind.required where !paragraphs.contains(.block(block)) {
      throw Problem(
        line: 1, message: "\"{\(block.rawValue)}\" is missing: this letter must tell of the rights."
      )
    }
    try require(kind.requiredFields)
  }

  /// Reads the text of a shared part.
  ///
  /// - Throws: As for a letter; a part holds no other part.
  public init(_ part: LetterPart, version: String, _ text: String) throws(Problem) {
    try self.init(version: version, text) { $0.isKnownEverywhere }
    if paragraphs.contains(where: { if case .block = $0 { true } else { false } }) {
      throw Problem(line: 1, message: "A shared text holds no other one.")
    }
    try require(part.requiredFields)
  }

  private func require(_ fields: [LetterField]) throws(Problem) {
    for field in fields where !holds(field) {
      throw Problem(
        line: 1, message: "\"{\(field.rawValue)}\" is missing: the law asks for it here.")
    }
  }

  private func holds(_ field: LetterField) -> Bool {
    paragraphs.contains { paragraph in
      switch paragraph {
      case .block: false
      case .filled(let pieces), .item(let pieces): pieces.contains(.field(field))
      case .kept(let lines): lines.contains { $0.contains(.field(field)) }
      }
    }
  }

  private init(
    version: String, _ text: String, takes: @escaping (LetterField) -> Bool
  ) throws(Problem) {
    self.version = version
    self.text = LetterText.withoutOuterLines(text)
    var reading = LetterReading(takes: takes)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in zip(1..., lines) { try reading.add(line, number) }
    reading.endParagraph()
    guard !reading.paragraphs.isEmpty else {
      throw Problem(line: 1, message: "The text is empty: a letter has words.")
    }
    paragraphs = reading.paragraphs
  }
}

/// Goes over a text line by line.
private struct LetterReading {
  var takes: (LetterField) -> Bool
  var paragraphs: [LetterTemplate.Paragraph] = []
  private var pending: [LetterTemplate.Piece] = []
  private var isItem = false

  init(takes: @escaping (LetterField) -> Bool) { self.takes = takes }

  mutating func endParagraph() {
    if !pending.isEmpty { paragraphs.append(isItem ? .item(pending) : .filled(pending)) }
    pending = []
    isItem = false
  }

  mutating func add(_ line: Substring, _ number: Int) throws(LetterTemplate.Problem) {
    if line.unicodeScalars.contains(where: LetterText.isHidden) {
      throw LetterTemplate.Problem(
        line: number, message: "There is a character that does not show: take it out.")
    }
    let words = LetterText.trimmed(line)
    if words.isEmpty {
      isAfterKept = false
      return endParagraph()
    }
    if let block = LetterReading.block(words) {
      endParagraph()
      paragraphs.append(.block(block))
      return
    }
    if words.hasPrefix("|") {
      let pieces = try pieces(of: LetterText.trimmed(words.dropFirst()), number)
      if pending.isEmpty, case .kept(let lines)? = paragraphs.last, isAfterKept {
        paragraphs[paragraphs.count - 1] = .kept(lines + [pieces])
      } else {
        endParagraph()
        paragraphs.append(.kept([pieces]))
      }
      isAfterKept = true
      return
    }
    isAfterKept = false
    if words.hasPrefix("- ") {
      endParagraph()
      isItem = true
      pending = try pieces(of: LetterText.trimmed(words.dropFirst(2)), number)
      return
    }
    let more = try pieces(of: words, number)
    if !pending.isEmpty { join(.words(" ")) }
    for piece in more { join(piece) }
  }

  /// Words beside words become one piece, so that a place to fill may run over a line's end.
  private mutating func join(_ piece: LetterTemplate.Piece) {
    if case .words(let more) = piece, case .words(let words)? = pending.last {
      pending[pending.count - 1] = .words(words + more)
    } else {
      pending.append(piece)
    }
  }

  /// The line before kept its own line too.
  private var isAfterKept = false

  private static func block(_ line: Substring) -> LetterBlock? {
    guard line.first == "{", line.last == "}" else { return nil }
    return LetterBlock(rawValue: String(line.dropFirst().dropLast()))
  }

  private func pieces(
    of line: Substring, _ number: Int
  ) throws(LetterTemplate.Problem) -> [LetterTemplate.Piece] {
    var pieces: [LetterTemplate.Piece] = []
    var rest = line
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let before = rest[..<open]
      if !before.isEmpty { pieces.append(.words(String(before))) }
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        throw LetterTemplate.Problem(
          line: number, message: "A brace has no other: fields are written \"{child}\".")
      }
      pieces.append(try piece(String(rest[rest.index(after: open)..<close]), number))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return pieces
  }

  private func piece(
    _ name: String, _ number: Int
  ) throws(LetterTemplate.Problem) -> LetterTemplate.Piece {
    let law = "law of "
    let isLaw = name.hasPrefix(law)
    let bare = isLaw ? String(name.dropFirst(law.count)) : name
    if LetterBlock(rawValue: bare) != nil {
      throw LetterTemplate.Problem(
        line: number, message: "\"{\(bare)}\" stands alone in its paragraph.")
    }
    guard let field = LetterField(rawValue: bare) else {
      let nearest = NearestName.find(bare, among: LetterField.allCases.map(\.rawValue))
      let hint = nearest.map { " Did you mean \"{\($0)}\"?" } ?? ""
      throw LetterTemplate.Problem(
        line: number, message: "No field is \"{\(bare.prefix(40))}\".\(hint)")
    }
    guard takes(field) else {
      throw LetterTemplate.Problem(
        line: number, message: "\"{\(bare)}\" is not known in this letter: take it out.")
    }
    if isLaw, field.rule == nil {
      throw LetterTemplate.Problem(
        line: number, message: "\"{\(bare)}\" is no date of a rule: it has no law to name.")
    }
    return isLaw ? .law(field) : .field(field)
  }
}

extension LetterField {
  /// The rule that sets its date; nil for what is no rule's. Of the fifteen days it is that of the
  /// draft, or that of the notice in a review.
  var rule: RuleID? { rule(of: .assessment) }

  func rule(of topic: LetterKind.Topic) -> RuleID? {
    switch self {
    case .decideBy: "ehcna-assess-decision"
    case .finalBy: "ehcna-final-plan"
    case .representationsBy: topic == .review ? "ar-reps-close" : "ehcna-draft-reps-close"
    case .adviceBy: "ehcna-advice-due"
    case .answerBy: "ehcna-consultee-response"
    case .mediationBy: "mediation-contact-by"
    case .appealBy: "appeal-deadline"
    case .papersBy: "ar-papers"
    case .reportBy: "ar-report"
    case .reviewDecisionBy: "ar-decision"
    case .finalAmendedBy: "ar-final-amended"
    case .nextReviewBy: "ar-next-due"
    default: nil
    }
  }
}

/// Words as a letter takes them.
enum LetterText {
  /// Whether a scalar does not show, or turns the direction of what does.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// Without empty lines at either end.
  static func withoutOuterLines(_ text: String) -> String {
    var text = Substring(text)
    while text.first == "\n" { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// What people or files gave, on one line and with nothing hidden in it.
  static func clean(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars {
      // Joiners within a word and marks over letters stay as they are.
      if scalar.value == 0x200D || scalar.value == 0x200C { continue }
      clean.unicodeScalars.append(isHidden(scalar) ? " " : scalar)
    }
    return clean.split(separator: " ").joined(separator: " ")
  }
}
