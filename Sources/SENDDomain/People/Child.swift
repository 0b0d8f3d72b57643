/// A child or young person, with what identifies them. No time line: that is a plan's.
public struct Child: Hashable, Sendable, Identifiable {
  /// A child within one workspace.
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public let id: ID
  public var name: PersonName
  /// Nil where it is missing or cannot be read.
  public var born: Day?
  /// As given; ``CodeSet/sex`` or, in returns before version 1.2, ``CodeSet/gender``.
  public var sex: String
  /// As given; ``CodeSet/ethnicity``.
  public var ethnicity: String
  public var postcode: String
  /// As given: it may fail ``UPN/check(_:)``.
  public var upn: String
  public var uln: String
  /// ``CodeSet/upnUnknown``.
  public var upnUnknown: String

  public init(
    id: ID, name: PersonName, born: Day?, sex: String = "", ethnicity: String = "",
    postcode: String = "", upn: String = "", uln: String = "", upnUnknown: String = ""
  ) {
    self.id = id
    self.name = name
    self.born = born
    self.sex = sex
    self.ethnicity = ethnicity
    self.postcode = postcode
    self.upn = upn
    self.uln = uln
    self.upnUnknown = upnUnknown
  }
}

/// A person's name as it was given: hostile until sanitised for display.
public struct PersonName: Hashable, Sendable {
  public var family: String
  public var given: String

  public init(family: String, given: String) {
    self.family = family
    self.given = given
  }

  /// `ADEYEMI, Tobi`: family name in capitals, as lists show it. `(no name)` where both lack.
  public var listed: String {
    switch (family.isEmpty, given.isEmpty) {
    case (true, true): "(no name)"
    case (true, false): given
    case (false, true): family.uppercased()
    case (false, false): "\(family.uppercased()), \(given)"
    }
  }

  /// `T.A.`: what the privacy view shows instead.
  public var initials: String {
    let letters = [given, family].compactMap { $0.first { $0.isLetter } }
    return letters.isEmpty ? "?" : letters.map { "\($0.uppercased())." }.joined()
  }
}
