/// A service as it is typed by hand: a text for each field.
public struct OfferEntry: Hashable, Sendable {
  /// Why a field cannot be taken: a sentence that says what would be right.
  public struct Problem: Error, Hashable, Sendable {
    public var sentence: String

    init(_ sentence: String) { self.sentence = sentence }
  }

  public var values: [OfferEntryField: String]

  public init(_ values: [OfferEntryField: String] = [:]) { self.values = values }

  /// What stands in a service, for correcting it.
  public init(_ service: OfferService) {
    values = [:]
    for field in OfferEntryField.allCases { values[field] = field.value(in: service) }
  }

  /// The service, its fields read; what cannot be read stands under its field.
  public func service(id: String) -> Result<OfferService, Problems> {
    var service = OfferService(sourceID: id, name: "")
    var problems: [OfferEntryField: Problem] = [:]
    for field in OfferEntryField.allCases {
      do throws(Problem) {
        let value = try field.read(values[field] ?? "")
        if !value.isEmpty { field.put(value, into: &service) }
      } catch { problems[field] = error }
    }
    if let problem = agesProblem { problems[.ageTo] = problem }
    return problems.isEmpty ? .success(service) : .failure(Problems(byField: problems))
  }

  public struct Problems: Error, Hashable, Sendable {
    public var byField: [OfferEntryField: Problem]

    public init(byField: [OfferEntryField: Problem]) { self.byField = byField }
  }

  /// What is wrong between the two ages; nil where nothing is.
  public var agesProblem: Problem? {
    guard let low = Int(trimmed(.ageFrom)), let high = Int(trimmed(.ageTo)), low > high else {
      return nil
    }
    return Problem("Ages from \(low) to \(high) are the wrong way round: from \(high) to \(low)?")
  }

  private func trimmed(_ field: OfferEntryField) -> String {
    OfferEntryText.clean(values[field] ?? "", most: 20)
  }
}

extension OfferEntryField {
  /// A text without what does not show, whatever it says.
  public func cleaned(_ typed: String) -> String {
    OfferEntryText.clean(
      typed, lines: self == .description, most: self == .description ? 4_000 : 300)
  }

  /// What is typed as it is stored: cleaned, and in the one way it is written.
  ///
  /// - Throws: What would be right.
  public func read(_ typed: String) throws(OfferEntry.Problem) -> String {
    let text = cleaned(typed)
    if text.isEmpty {
      if self == .name { throw OfferEntry.Problem("A service needs a name.") }
      return ""
    }
    switch self {
    case .phone: return try phone(text)
    case .email: return try email(text)
    case .web: return try web(text)
    case .ageFrom, .ageTo:
      guard let age = Int(text), (0...120).contains(age) else {
        throw OfferEntry.Problem("An age is a number of whole years, such as 11.")
      }
      return String(age)
    case .cost:
      guard OfferCost.State(rawValue: text) != nil else {
        throw OfferEntry.Problem("Choose free, paid or not stated.")
      }
      return text
    case .postcode:
      guard let postcode = Postcode.read(text) else {
        throw OfferEntry.Problem("\"\(text)\" is no postcode: they look like SW9 8EF.")
      }
      return postcode
    case .needs:
      let (known, unknown) = OfferEntryText.needs(text)
      guard unknown.isEmpty else {
        throw OfferEntry.Problem(
          "\"\(unknown)\" is no area of need: "
            + OfferNeed.allCases.map(\.words).joined(separator: "; ") + ".")
      }
      return known.map(\.words).joined(separator: "; ")
    case .access:
      let (known, rest) = OfferEntryText.access(text)
      return (known.map(\.words) + (rest.isEmpty ? [] : [rest])).joined(separator: ", ")
    case .languages: return OfferEntryText.list(text).joined(separator: ", ")
    case .name, .provider, .description, .costWords, .times, .place: return text
    }
  }

  private func phone(_ text: String) throws(OfferEntry.Problem) -> String {
    guard !OfferEntryText.numbers(in: text).isEmpty else {
      throw OfferEntry.Problem(
        "\"\(text)\" has no number in it: a phone looks like 020 7946 0123.")
    }
    if let problem = OfferEntryPhone.problem(in: text) { throw OfferEntry.Problem(problem) }
    return text
  }

  private func email(_ text: String) throws(OfferEntry.Problem) -> String {
    let addresses = OfferEntryText.list(text)
    for address in addresses {
      let halves = address.split(separator: "@", omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[0].isEmpty, !address.contains(" "),
        OfferEntryField.isHost(halves[1])
      else {
        throw OfferEntry.Problem(
          "\"\(address)\" is no e-mail address: they look like help@example.org.")
      }
    }
    return addresses.joined(separator: ", ")
  }

  private func web(_ text: String) throws(OfferEntry.Problem) -> String {
    let lower = text.lowercased()
    let scheme = ["http://", "https://"].first { lower.hasPrefix($0) } ?? ""
    let isWeb = !scheme.isEmpty
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { !"/?#:".contains($0) }
    guard !text.contains(" "), OfferEntryField.isHost(host),
      isWeb || !rest.dropFirst(host.count).hasPrefix(":")
    else {
      throw OfferEntry.Problem(
        "A web address begins with http:// or https://, such as https://example.org.")
    }
    return isWeb ? text : "https://" + text
  }

  private static func isHost(_ host: Substring) -> Bool {
    host.count > 3 && host.contains(".") && host.first != "." && host.last != "."
      && host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
  }
}
