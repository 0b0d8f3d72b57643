/// English endings taken off, lightly: enough that `workshops` finds `workshop` and `swimming`
/// finds `swim`, and so little that `community` stays apart from `communication`.
enum WordStem {
  static func stem(_ word: String) -> String {
    var letters = Array(word.utf8)
    guard letters.count > 3, !kept.contains(word), letters.allSatisfy({ $0 < 0x80 }) else {
      return word
    }
    takeOffPlural(&letters)
    if !takeOff("ing", leaving: 3, &letters) { takeOff("ed", leaving: 3, &letters) }
    if letters.count > 4, letters.last == e { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }

  /// A plural's one: enough to know a phrase again, where `looked after` is not "looking after".
  static func singular(_ word: String) -> String {
    var letters = Array(word.utf8)
    guard letters.count > 3, !kept.contains(word) else { return word }
    takeOffPlural(&letters)
    return String(decoding: letters, as: UTF8.self)
  }

  /// Words whose ending is no ending, or that mean something else without it.
  private static let kept: Set<String> = [
    "training", "hearing", "being", "during", "evening", "morning", "something", "anything",
    "nothing", "everything", "spring", "string", "bring", "siblings", "sibling", "wellbeing",
    "need", "needs", "speed", "feed", "seed", "news", "downs", "aids", "series",
  ]

  private static let e = UInt8(ascii: "e")
  private static let s = UInt8(ascii: "s")

  private static func takeOffPlural(_ letters: inout [UInt8]) {
    guard letters.last == s else { return }
    if letters.hasSuffix("ies"), letters.count > 4 {
      letters.removeLast(3)
      letters.append(UInt8(ascii: "y"))
    } else if letters.hasSuffix("ses") || letters.hasSuffix("ches") || letters.hasSuffix("shes")
      || letters.hasSuffix("xes")
    {
      letters.removeLast(2)
    } else if !letters.hasSuffix("ss"), !letters.hasSuffix("us"), !letters.hasSuffix("is") {
      letters.removeLast()
    }
  }

  @discardableResult
  private static func takeOff(
    _ ending: StaticString, leaving: Int, _ letters: inout [UInt8]
  ) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard letters.hasSuffix(ending), letters.count - length >= leaving else { return false }
    let rest = letters.dropLast(length)
    guard rest.contains(where: { "aeiouy".utf8.contains($0) }) else { return false }
    letters = Array(rest)
    // swimm-ing, travell-ed: but not call-ing.
    if let last = letters.last, letters.count > 3, letters[letters.count - 2] == last,
      !"aeious".utf8.contains(last), last != UInt8(ascii: "l") || letters.count > 5
    {
      letters.removeLast()
    }
    return true
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count >= length else { return false }
    return suffix(length).elementsEqual(
      UnsafeBufferPointer(start: ending.utf8Start, count: length))
  }
}
