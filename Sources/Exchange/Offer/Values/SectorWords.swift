import SENDDomain

/// A guess at who provides a service, by name and address.
enum SectorWords {
  /// - Parameter said: What the source itself says of the kind of provider, if anything.
  static func sector(said: String, provider: OfferProvider?, emails: [String]) -> OfferSector? {
    if let sector = bySaid(" " + said.lowercased() + " ") { return sector }
    let hosts = hosts(provider, emails)
    for (ending, sector) in endings where hosts.contains(where: { $0.hasSuffix(ending) }) {
      return sector
    }
    guard let provider else { return nil }
    let name =
      " "
      + provider.name.lowercased().split { !$0.isLetter && !$0.isNumber }
      .joined(separator: " ") + " "
    for (word, sector) in words where name.holds(word) { return sector }
    return nil
  }

  private static func bySaid(_ text: String) -> OfferSector? {
    guard text.count > 2 else { return nil }
    for (word, sector) in saidWords where text.holds(word) { return sector }
    return OfferSector(rawValue: text.trimmingWhitespace)
  }

  private static func hosts(_ provider: OfferProvider?, _ emails: [String]) -> [String] {
    var hosts: [String] = []
    for email in (provider?.email.map { [$0] } ?? []) + emails {
      if let at = email.lastIndex(of: "@") {
        hosts.append("." + email[email.index(after: at)...].lowercased())
      }
    }
    if let link = provider?.link, link.isWeb,
      let rest = link.address.split(separator: "//", maxSplits: 1).last,
      let host = LinkText.host(rest)
    {
      hosts.append("." + host)
    }
    return hosts
  }

  private static let endings: [(String, OfferSector)] = [
    (".nhs.uk", .health), (".nhs.net", .health), (".sch.uk", .school), (".ac.uk", .college),
    (".gov.uk", .council),
  ]

  private static let saidWords: [(String, OfferSector)] = [
    ("local authority", .council), ("council", .council), ("family hub", .council),
    ("nhs", .health), ("health", .health), ("vcs", .voluntary), ("voluntary", .voluntary),
    ("charity", .voluntary), ("third sector", .voluntary), ("college", .college),
    ("school", .school), ("company", .privateSector), ("private", .privateSector),
    ("business", .privateSector),
  ]

  private static let words: [(String, OfferSector)] = [
    (" nhs ", .health), (" hospital", .health), (" health trust ", .health),
    (" healthcare trust ", .health), (" integrated care ", .health), (" medical centre ", .health),
    (" surgery ", .health), (" council ", .council), (" london borough ", .council),
    (" local authority ", .council), (" family hub", .council), (" children s centre", .council),
    (" libraries ", .council), (" library service", .council), (" school", .school),
    (" academy ", .school), (" academies ", .school), (" college", .college),
    (" university", .college), (" sixth form", .college), (" charit", .voluntary),
    (" cic ", .voluntary), (" c i c ", .voluntary), (" cio ", .voluntary), (" cil ", .voluntary),
    (" community interest ", .voluntary), (" foundation ", .voluntary), (" trust ", .voluntary),
    (" association ", .voluntary), (" society ", .voluntary), (" volunteer", .voluntary),
    (" mencap ", .voluntary), (" scout", .voluntary), (" guides ", .voluntary),
    (" brownies ", .voluntary), (" church ", .voluntary), (" forum ", .voluntary),
    (" network ", .voluntary), (" collective ", .voluntary), (" cooperative ", .voluntary),
    (" co operative ", .voluntary), (" hospice", .voluntary), (" law centre ", .voluntary),
    (" carers ", .voluntary), (" fund ", .voluntary), (" citizens advice ", .voluntary),
    (" ltd ", .privateSector), (" limited ", .privateSector), (" llp ", .privateSector),
    (" plc ", .privateSector),
  ]
}
