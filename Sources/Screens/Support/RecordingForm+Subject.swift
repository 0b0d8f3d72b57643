import SENDDomain
import TerminalKit

extension RecordingForm {
  /// Whom it is for.
  struct Subject: Sendable {
    var person: (name: PersonName, born: Day?)?
    /// Said where no child is named, or there are several.
    var instead = ""
    /// What follows, about the same.
    var more = ""

    static func of(_ name: PersonName, _ born: Day?, more: String = "") -> Subject {
      Subject(person: (name, born), more: more)
    }

    static func instead(_ words: String, more: String = "") -> Subject {
      Subject(instead: words, more: more)
    }
  }

  /// Whom it is for: the identity strip, or how many marked plans; and what of.
  func subject(_ words: Words) -> String { who(words) + subject.more }

  private func who(_ words: Words) -> String {
    subject.person.map { words.identity($0.name, $0.born) } ?? subject.instead
  }

  /// The same in lines: one where it fits, else whom it is for and beneath it what of.
  ///
  /// - Parameter most: At most so many; where they do not hold all of it the last ends in `…`.
  func subjectLines(_ words: Words, width: Int, glyphs: Glyphs, most: Int) -> [String] {
    let whole = subject(words)
    if subject.more.isEmpty || TextMeasure.width(whole, glyphs: glyphs) <= width { return [whole] }
    let more = subject.more.drop { $0 == " " || $0 == "·" }
    let lines = WordWrap.lines(String(more), width: width, glyphs: glyphs)
    guard lines.count >= most else { return [who(words)] + lines }
    // All that is left goes into the last one, which is cut where it is drawn.
    return [who(words)] + lines.prefix(most - 2) + [
      lines.dropFirst(most - 2).joined(separator: " ")
    ]
  }

  /// Who could be taken for the child it is for; nil where nobody could.
  func lookAlikeRemark(_ words: Words) -> String? {
    lookAlikes.flatMap { words.alike($0) }.map { "Is it the right child? \($0)" }
  }

  /// The same, as the announcement says it.
  func name(_ words: Words) -> String {
    subject.person.map { words.name($0.name) } ?? subject.instead
  }

  /// Which of the services are not for the child's age, as their ages are stated; nil where all are
  /// or nothing is known of it.
  func agesRemark(_ words: Words) -> String? {
    guard case .services(let hits, _) = about else { return nil }
    let remarks = hits.compactMap { hit in
      OfferPane.agesRemark(hit.service, subject.person?.born, words).map {
        hits.count == 1 ? $0 + "." : "\($0): \(hit.service.title)."
      }
    }
    return remarks.isEmpty ? nil : remarks.joined(separator: " ")
  }
}
