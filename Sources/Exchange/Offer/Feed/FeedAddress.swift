/// The address of a feed as it was typed, taken apart into those that are asked.
///
/// The same feed comes out the same with or without `/services`, a page number, a fragment, or
/// capitals in the host's name. What may not stand in an address is percent-encoded, so that it
/// holds no space, quotation mark, backslash or line end.
///
/// - Specification: RFC 3986.
package struct FeedAddress: Hashable, Sendable {
  /// Why a text is no address that is asked.
  package enum Fault: Error, Hashable {
    case noScheme
    /// Neither http nor https.
    case otherScheme(String)
    /// A user's name or password stands in it; the text is not to be shown.
    case credentials
    case badHost(String)
    case badPort(String)
  }

  /// `https://directory.example.gov.uk:8080`
  private let origin: String
  private let host: String
  /// Without a slash at its end and without `/services`.
  private let path: String
  /// The path of the address itself.
  private let ownPath: String
  /// The parts of the query but for the page's number.
  private let query: [String]
  /// Where the list is: below the base, as the standards have it, or at the address itself.
  package var listIsHere = false

  /// Whether a text is meant as an address and not as a path.
  package static func isMeant(_ typed: String) -> Bool { typed.contains("://") }

  package init(_ typed: String) throws(Fault) {
    let typed = typed.drop { $0 == " " }
    guard let colon = typed.firstRange(of: "://") else { throw .noScheme }
    let scheme = typed[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { throw .otherScheme(scheme) }
    let rest = typed[colon.upperBound...].prefix { $0 != "#" }
    let authority = rest.prefix { !"/?\\".contains($0) }
    guard !authority.contains("@") else { throw .credentials }
    host = try FeedAddress.host(authority.lowercased(), isSecure: scheme == "https")
    origin = scheme + "://" + host
    let target = rest.dropFirst(authority.count)
    let typedPath = FeedAddress.encoded(target.prefix { $0 != "?" })
    var path = FeedAddress.withoutSlash(typedPath)
    let namesList = path.lowercased().hasSuffix("/services")
    if namesList { path = FeedAddress.withoutSlash(String(path.dropLast("/services".count))) }
    self.path = path
    ownPath = path.isEmpty ? "/" : namesList ? path : typedPath
    query = target.drop { $0 != "?" }.dropFirst().split(separator: "&")
      .map { FeedAddress.encoded($0) }.filter { FeedAddress.key($0) != "page" }
  }

  // MARK: - What is asked

  /// Where a feed says what it is.
  package var root: String { address(ownPath, query) }

  /// A page of its list.
  ///
  /// - Parameters:
  ///   - number: From 1.
  ///   - size: How many records to ask for, unless the address itself says so.
  package func page(_ number: Int, size: Int) -> String {
    var query = query
    query.append("page=\(number)")
    if !query.contains(where: { FeedAddress.key($0) == "per_page" }) {
      query.append("per_page=\(size)")
    }
    return address(listIsHere ? ownPath : path + "/services", query)
  }

  /// One record; nil for an id that no address can hold.
  package func record(_ id: String) -> String? {
    guard !id.isEmpty, id != ".", id != "..", id.utf8.count <= 200 else { return nil }
    return address(path + "/services/" + FeedAddress.escaped(id.utf8) { _ in false }, query)
  }

  private func address(_ path: String, _ query: [String]) -> String {
    origin + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  // MARK: - What it is known by

  /// For messages: without the query, which may hold a key.
  package var shown: String { origin + path }

  /// What the source is called unless it is given a name: host, path, and the parts of the query
  /// that say which records, without those that say who asks.
  package var name: String {
    let parts = query.filter { part in
      let key = FeedAddress.key(part).lowercased()
      return key != "per_page" && !FeedAddress.secrets.contains { key.contains($0) }
    }
    return host + path + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  /// Stays the same from one run to the next, and tells two feeds apart.
  package var mark: String { ContentHash.text(Array(address(path, query).utf8)) }

  private static let secrets = ["key", "token", "secret", "pass", "auth", "sig", "user", "login"]

  private static func key(_ part: String) -> String { String(part.prefix { $0 != "=" }) }

  // MARK: - Letters

  private static func host(_ authority: String, isSecure: Bool) throws(Fault) -> String {
    let isLiteral = authority.hasPrefix("[")
    let name = isLiteral ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    let letters = isLiteral ? name.dropFirst().dropLast() : name[...]
    let allowed = isLiteral ? "0123456789abcdef:." : "abcdefghijklmnopqrstuvwxyz0123456789-._"
    guard !letters.isEmpty, letters.allSatisfy(allowed.contains),
      letters.contains(where: { $0 != "." }),
      isLiteral || !letters.hasPrefix("-")
    else { throw .badHost(String(name)) }
    let rest = authority.dropFirst(name.count)
    guard !rest.isEmpty, rest != ":" else { return String(name) }
    guard rest.hasPrefix(":"), let port = UInt16(rest.dropFirst()), port > 0 else {
      throw .badPort(String(rest))
    }
    return port == (isSecure ? 443 : 80) ? String(name) : "\(name):\(port)"
  }

  /// With everything percent-encoded that may not stand in a path or a query; what is encoded
  /// already stays.
  private static func encoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    for (place, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && place + 2 < bytes.count
        && Character(UnicodeScalar(bytes[place + 1])).isHexDigit
        && Character(UnicodeScalar(bytes[place + 2])).isHexDigit
      result += isEscape ? "%" : escaped([byte]) { "/?:@!$&'()*+,;=[]".utf8.contains($0) }
    }
    return result
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path[...]
    while path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  private static func escaped(
    _ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool
  ) -> String {
    var result = ""
    for byte in bytes {
      let character = Character(UnicodeScalar(byte))
      let isPlain = byte < 0x80 && (character.isLetter || character.isNumber)
      if isPlain || "-._~".utf8.contains(byte) || isKept(byte) {
        result.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
