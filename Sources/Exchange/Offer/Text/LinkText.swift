import SENDDomain

/// Addresses on the web and of e-mail, as feeds write them.
enum LinkText {
  /// Reads an address.
  ///
  /// One without a scheme gets `https://`; any other scheme than http and https is kept as given
  /// and not taken for a web address. Nil for a blank, a scheme alone and a placeholder.
  static func link(_ raw: String) -> OfferLink? {
    let text = OfferText.line(raw, longest: 2_000)
    guard !text.isEmpty, !placeholders.contains(text.lowercased()) else { return nil }
    let lower = text.lowercased()
    for scheme in ["http://", "https://"] where lower.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      guard host(rest) != nil else { return rest.isEmpty ? nil : asGiven(text) }
      return isPlaceholder(rest)
        ? nil : OfferLink(address: scheme + escaped(String(rest)), isWeb: true)
    }
    guard !hasScheme(lower), let host = host(text[...]), host.contains(".") else {
      return asGiven(text)
    }
    return isPlaceholder(text[...])
      ? nil : OfferLink(address: "https://" + escaped(text), isWeb: true)
  }

  private static func asGiven(_ text: String) -> OfferLink {
    OfferLink(address: text, isWeb: false)
  }

  /// `javascript:`, `mailto:`; not `example.org:8080`.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let (before, after) = (text[..<colon], text[text.index(after: colon)...])
    return !before.contains(where: { $0 == "." || $0 == "/" }) || after.hasPrefix("//")
  }

  /// The name of the machine an address begins with; nil where it can be none.
  static func host(_ address: Substring) -> String? {
    let end = address.firstIndex { "/?#".contains($0) } ?? address.endIndex
    var host = address[..<end]
    if host.contains("@") { return nil }
    if let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].allSatisfy(\.isNumber)
    {
      host = host[..<colon]
    }
    guard host.count >= 4, host.contains("."), host.first != ".", host.last != ".",
      host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
    else { return nil }
    return host.lowercased()
  }

  private static func escaped(_ text: String) -> String {
    text.contains(" ") ? text.replacing(" ", with: "%20") : text
  }

  private static let placeholders: Set<String> = [
    "n/a", "na", "none", "no", "tbc", "tba", "-", ".", "null", "unknown", "http", "https", "www.",
    "http:", "https:", "not available", "website", "url",
  ]

  /// `example.com` alone stands in templates and in exports of whole councils.
  private static func isPlaceholder(_ address: Substring) -> Bool {
    let bare = address.lowercased().drop(while: { $0 == "/" })
    let host = bare.hasPrefix("www.") ? bare.dropFirst(4) : bare
    let trimmed = host.last == "/" ? host.dropLast() : host
    return trimmed == "example.com" || trimmed == "example.co.uk"
  }

  // MARK: - Links in texts

  /// What of a link's address is worth showing in a text; nil for what is only of use in a browser.
  static func shown(_ address: String) -> String? {
    let text = address.trimmingWhitespace
    let lower = text.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return text }
    if lower.hasPrefix("mailto:") || lower.hasPrefix("tel:") {
      let rest = text[text.index(after: text.firstIndex(of: ":")!)...]  // both have one
      return String(rest.prefix { $0 != "?" })
    }
    return lower.hasPrefix("www.") ? text : nil
  }

  /// Whether a link's words show its address already.
  static func shows(_ words: String, _ address: String) -> Bool {
    func bare(_ text: String) -> String {
      var text = text.lowercased()
      for start in ["https://", "http://", "www."] where text.hasPrefix(start) {
        text.removeFirst(start.count)
      }
      return text.filter { !$0.isWhitespace && $0 != "/" }
    }
    let (words, address) = (bare(words.trimmingWhitespace), bare(address))
    return words.contains(address)
      || words.count > 6 && address.hasPrefix(words) && address.count < words.count + 3
  }

  // MARK: - E-mail

  /// The addresses in a field, in order; placeholders are none.
  ///
  /// - Parameter isPlaceholder: Whether one was left out because it is made up.
  static func emails(_ raw: String, isPlaceholder: inout Bool) -> [String] {
    var found: [String] = []
    let separators: Set<Character> = [";", ",", " ", "\n", "/", "&", "<", ">", "(", ")", "\""]
    for part in OfferText.line(raw, longest: 2_000).split(whereSeparator: separators.contains) {
      var text = String(part)
      if text.lowercased().hasPrefix("mailto:") { text.removeFirst(7) }
      while let last = text.last, ".:".contains(last) { text.removeLast() }
      guard isEmail(text) else { continue }
      if isPlaceholderEmail(text.lowercased()) {
        isPlaceholder = true
      } else if !found.contains(where: { $0.lowercased() == text.lowercased() }) {
        found.append(text)
      }
    }
    return found
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && text.utf8.count <= 254
      && host(parts[1]) != nil
      && parts[0].allSatisfy { $0.isLetter || $0.isNumber || ".!#$%&'*+-=?^_`{|}~".contains($0) }
  }

  private static func isPlaceholderEmail(_ text: String) -> Bool {
    guard let at = text.firstIndex(of: "@") else { return false }
    let (name, host) = (text[..<at], text[text.index(after: at)...])
    return host.hasSuffix(".invalid") || host.hasSuffix(".example") || host.hasPrefix("noemail.")
      || ["noreply", "no-reply", "no.reply", "donotreply", "do-not-reply"].contains(String(name))
  }
}

extension StringProtocol {
  /// Without white space around it.
  var trimmingWhitespace: String {
    guard let from = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[from...last])
  }
}
