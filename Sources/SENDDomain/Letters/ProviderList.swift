/// The advice that one provider still owes, for the provider itself: it can hold no other's rows, as
/// the rows are those of one provider from the beginning.
///
/// Identifiers are the least that tells the right child: name, birth date and our reference. A health
/// service's own number (NHS) would stand here too; Waymark holds none.
public struct ProviderList: Hashable, Sendable {
  /// One child's advice as the provider may read it.
  public struct Line: Hashable, Sendable {
    public let name: String
    public let born: Day?
    public let reference: String

    fileprivate init(_ row: AdviceRow) {
      name = LetterText.clean(
        [row.name.given, row.name.family].filter { !$0.isEmpty }.joined(separator: " "))
      born = row.born
      reference = "W\(row.child.rawValue)-\(row.id.rawValue)"
    }
  }

  public let desk: AdviceDesk
  /// As the advice names it; never empty.
  public let provider: String
  /// In the order of the rows.
  public let lines: [Line]
  /// The children and parts, for the journal.
  public let children: [Child.ID]

  private init(_ desk: AdviceDesk, _ provider: String, _ rows: [AdviceRow]) {
    let own = rows.filter { $0.advice.provider == provider }
    self.desk = desk
    self.provider = provider
    lines = own.map(Line.init)
    var seen: Set<Child.ID> = []
    children = own.map(\.child).filter { seen.insert($0).inserted }
  }

  /// One list for each provider that these rows were asked of, in the order they first stand in.
  /// Left out: what names no provider, what came in, what is of another desk, and rows whose details
  /// are withheld.
  public static func lists(of rows: [AdviceRow], desk: AdviceDesk) -> [ProviderList] {
    let open = rows.filter {
      $0.withheld == nil && $0.advice.isAwaited && $0.advice.adviser.desk == desk
        && $0.advice.provider.contains { !$0.isWhitespace }
    }
    var names: [String] = []
    for row in open where !names.contains(row.advice.provider) {
      names.append(row.advice.provider)
    }
    return names.map { ProviderList(desk, $0, open) }
  }

  public static let heads = ["Name", "Date of birth", "Reference"]

  /// A row of cells for each line, in the order of ``heads``.
  public var cells: [[String]] {
    lines.map { [$0.name, $0.born?.fullWithoutWeekday ?? "", $0.reference] }
  }

  /// A name for its file, of the provider's letters and digits alone.
  public func fileName(on day: Day) -> String {
    "advice-\(LetterText.fileWord(provider))-\(day).csv"
  }
}

extension LetterText {
  /// Letters and digits of ASCII in lower case, with strokes between; `list` where there are none.
  static func fileWord(_ text: String) -> String {
    var word = ""
    for scalar in text.lowercased().unicodeScalars.prefix(40) {
      if scalar.isASCII, scalar.properties.isAlphabetic || (48...57).contains(scalar.value) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty, word.last != "-" {
        word.append("-")
      }
    }
    while word.last == "-" { word.removeLast() }
    return word.isEmpty ? "list" : word
  }
}
