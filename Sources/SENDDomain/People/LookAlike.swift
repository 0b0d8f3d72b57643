/// Another child on file who could be taken for the one that is worked on: the same name, or a
/// similar one and the same birthday.
public struct LookAlike: Hashable, Sendable, Identifiable {
  public var child: FoundChild
  public var hasSameName: Bool
  public var hasSameBirthday: Bool

  public var id: Child.ID { child.id }

  public init(child: FoundChild, hasSameName: Bool, hasSameBirthday: Bool) {
    self.child = child
    self.hasSameName = hasSameName
    self.hasSameBirthday = hasSameBirthday
  }

  /// What is alike: "the same name and birthday".
  public var words: String {
    switch (hasSameName, hasSameBirthday) {
    case (true, true): "the same name and birthday"
    case (true, false): "the same name"
    default: "a similar name and the same birthday"
    }
  }

  /// Whether two names could be read for each other: one word in common, or two that a slip of
  /// the keyboard parts.
  ///
  /// - Parameter words: Of a whole name, folded: without case and marks.
  public static func areSimilar(_ words: [String], _ others: [String]) -> Bool {
    words.contains { word in
      word.count >= 2 && others.contains { isSlip(word, $0) }
    }
  }

  private static func isSlip(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let shorter = min(a.count, b.count)
    guard shorter >= 4, abs(a.count - b.count) <= 2 else { return false }
    return NearestName.edits(a, b) <= (shorter >= 7 ? 2 : 1)
  }
}
