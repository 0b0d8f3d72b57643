/// A letter to one recipient about one child, made of a template and of what is recorded.
public struct Letter: Hashable, Sendable {
  public let kind: LetterKind
  public let child: Child.ID
  public let name: PersonName
  public let born: Day?
  /// Whom it goes to, as the letter says it: a place to fill where the name is not recorded.
  public let recipient: String
  /// What they are to the child.
  public let relationship: String
  /// `W12-5`
  public let reference: String
  /// What somebody has to fill in before it can go out, each once, in the letter's order.
  public let toFill: [String]
  /// What people wrote that stands in it: it may name somebody else.
  public let freeTexts: [String]
  /// Which wordings it was made of: `assess-refused 2026-11`.
  public let versions: [String]
  /// The day it was made.
  public let day: Day
  let paragraphs: [Paragraph]

  struct Paragraph: Hashable, Sendable {
    var lines: [String]
    var isItem: Bool
  }

  /// A name for its file, that tells neither the child nor the recipient.
  public var fileName: String { "\(kind.rawValue)-\(reference.lowercased())-\(day).txt" }

  /// The letter in lines of at most so many letters.
  public func text(width: Int = 72) -> String {
    var lines: [String] = []
    var wasItem = false
    for paragraph in paragraphs {
      if !lines.isEmpty, !(wasItem && paragraph.isItem) { lines.append("") }
      for line in paragraph.lines {
        lines += FilledText.lines(
          paragraph.isItem ? "- " + line : line, width, indent: paragraph.isItem ? 2 : 0)
      }
      wasItem = paragraph.isItem
    }
    lines.append("")
    lines += FilledText.lines("(\(versions.joined(separator: "; ")))", width, indent: 0)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension LetterFacts {
  /// Merges what is recorded into a template. What is not recorded stands as `[to fill: …]`.
  public func letter(_ kind: LetterKind, from set: LetterSet, by rules: RuleBook) -> Letter {
    var merge = LetterMerge(facts: self, kind: kind, set: set, rules: rules)
    merge.add(set[kind], named: kind.rawValue)
    let whom = recipient(of: kind, by: rules)
    return Letter(
      kind: kind, child: child, name: name, born: born,
      recipient: whom.to.map(LetterText.clean) ?? "[to fill: \(whom.toFill)]",
      relationship: whom.relationship, reference: reference, toFill: merge.toFill,
      freeTexts: freeTexts(of: kind), versions: merge.versions, day: today,
      paragraphs: merge.paragraphs)
  }
}

/// Fills a template paragraph by paragraph.
private struct LetterMerge {
  let facts: LetterFacts
  let kind: LetterKind
  let set: LetterSet
  let rules: RuleBook
  var paragraphs: [Letter.Paragraph] = []
  var toFill: [String] = []
  var versions: [String] = []

  mutating func add(_ template: LetterTemplate, named name: String) {
    versions.append("\(name) \(template.version)")
    for paragraph in template.paragraphs {
      switch paragraph {
      case .filled(let pieces):
        paragraphs.append(Letter.Paragraph(lines: [merged(pieces)], isItem: false))
      case .item(let pieces):
        paragraphs.append(Letter.Paragraph(lines: [merged(pieces)], isItem: true))
      case .kept(let lines):
        paragraphs.append(Letter.Paragraph(lines: lines.map { merged($0) }, isItem: false))
      case .block(let block): add(block)
      }
    }
  }

  private mutating func add(_ block: LetterBlock) {
    switch block {
    case .heading: add(set[.heading], named: LetterPart.heading.rawValue)
    case .closing: add(set[.closing], named: LetterPart.closing.rawValue)
    case .placement: add(set[.placement], named: LetterPart.placement.rawValue)
    case .rights:
      switch facts.isYoungPerson(by: rules) {
      case true?: add(set[.rightsYoungPerson], named: LetterPart.rightsYoungPerson.rawValue)
      case false?: add(set[.rightsParent], named: LetterPart.rightsParent.rawValue)
      case nil:
        // Whose the rights are hangs on the age: both stand there until somebody knows.
        let gap = place(
          "the date of birth; then keep the one of the next two texts that applies")
        paragraphs.append(Letter.Paragraph(lines: [gap], isItem: false))
        add(set[.rightsParent], named: LetterPart.rightsParent.rawValue)
        add(set[.rightsYoungPerson], named: LetterPart.rightsYoungPerson.rawValue)
      }
    }
  }

  private mutating func merged(_ pieces: [LetterTemplate.Piece]) -> String {
    var line = ""
    for piece in pieces {
      switch piece {
      case .words(let words):
        line += words
        note(placesIn: words)
      case .law(let field): line += field.rule(of: kind.topic).flatMap { rules[$0]?.source } ?? ""
      case .field(let field):
        line += facts.value(of: field, in: kind, by: rules) ?? place(lack(of: field))
      }
    }
    return line
  }

  private func lack(of field: LetterField) -> String {
    field == .to || field == .dear ? facts.recipient(of: kind, by: rules).toFill : field.toFill
  }

  /// A template may hold places of its own, for what is never recorded.
  private mutating func note(placesIn words: String) {
    for part in words.split(separator: "[").filter({ $0.hasPrefix("to fill: ") }) {
      let what = String(part.dropFirst("to fill: ".count).prefix { $0 != "]" })
      if !toFill.contains(what) { toFill.append(what) }
    }
  }

  private mutating func place(_ what: String) -> String {
    if !toFill.contains(what) { toFill.append(what) }
    return "[to fill: \(what)]"
  }
}

/// The wordings in use: one for each kind, and the shared parts.
public struct LetterSet: Hashable, Sendable {
  private var letters: [LetterKind: LetterTemplate]
  private var parts: [LetterPart: LetterTemplate]

  init(letters: [LetterKind: LetterTemplate], parts: [LetterPart: LetterTemplate]) {
    self.letters = letters
    self.parts = parts
  }

  public subscript(kind: LetterKind) -> LetterTemplate {
    get { letters[kind]! }  // a set is only made of all of them, as a test counts
    set { letters[kind] = newValue }
  }

  public subscript(part: LetterPart) -> LetterTemplate {
    get { parts[part]! }  // as above
    set { parts[part] = newValue }
  }
}
