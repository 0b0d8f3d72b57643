/// What stands above results where the words typed suggest that somebody is harmed, and what is
/// looked for instead of those words: a list of services is no answer to danger. It hides nothing,
/// and nothing of it is stored.
public struct OfferSafeguarding: Hashable, Sendable {
  /// One kind of harm.
  public struct Concern: Hashable, Sendable {
    /// Words and phrases that suggest it. A place of a phrase may have several words with strokes
    /// between them: `hurts/hurt me/her`.
    public var say: [String]
    /// What is looked for then, likeliest first; empty where the words themselves are.
    public var find: [String]

    public init(say: [String], find: [String] = []) {
      self.say = say
      self.find = find
    }
  }

  public var concerns: [Concern]
  /// What to do at once.
  public var text: String
  /// Who is told of worries, with the number; empty for the entry of the directory that is found
  /// for safeguarding.
  public var number: String

  public init(concerns: [Concern], text: String, number: String = "") {
    self.concerns = concerns
    self.text = text
    self.number = number
  }

  /// - Parameter duty: Whom the directory names for safeguarding; nil where it names nobody.
  func sentence(_ duty: DirectoryEntry?) -> String {
    let named = duty.map { "\($0.title), \($0.contactInWords)" } ?? "your safeguarding team"
    return "\(text) Worried about safety: \(number.isEmpty ? named : number)."
  }
}
