/// Whom a service is for by where they live. Silence, and words that are no name of a council's
/// area, are "not stated": only what names other areas and no more is known to be for others.
public enum OfferCoverage: String, Hashable, Sendable, CaseIterable {
  case here, wide, elsewhere
  case notStated = "not_stated"
}

/// Tells coverage by the words that publishers use for areas.
public struct OfferAreas: Sendable {
  private let own: Set<String>

  /// - Parameters:
  ///   - own: What this area calls itself. Where empty, the area that most services name.
  ///   - named: What services give, each service's areas joined, with how many give it.
  public init(own: [String], named: [String: Int] = [:]) {
    let given = Set(own.map(OfferAreas.plain).filter { !$0.isEmpty })
    self.own = given.isEmpty ? OfferAreas.usual(named) : given
  }

  /// The area that more than half of all services name that name any council's or that one.
  private static func usual(_ named: [String: Int]) -> Set<String> {
    var counts: [String: Int] = [:]
    for (areas, count) in named {
      for area in Set(parts(areas).map(plain)) where !area.isEmpty && !isWide(area) {
        counts[area, default: 0] += count
      }
    }
    let all = counts.values.reduce(0, +)
    return Set(counts.filter { $0.value * 2 > all }.keys)
  }

  /// A service's areas as they are kept: one after another, each on its line.
  public static func joined(_ areas: [String]) -> String { areas.joined(separator: "\n") }

  private static func parts(_ joined: String) -> [String] {
    joined.split { "\n,;/|".contains($0) }.map(String.init)
  }

  public func coverage(of joined: String) -> OfferCoverage {
    let parts = OfferAreas.parts(joined).map(OfferAreas.plain).filter { !$0.isEmpty }
    if parts.isEmpty { return .notStated }
    if parts.contains(where: names) { return .here }
    if parts.contains(where: OfferAreas.isWide) { return .wide }
    return parts.allSatisfy { OfferAreas.isCouncils($0) } ? .elsewhere : .notStated
  }

  /// Whether our name stands in words that may say more.
  private func names(_ area: String) -> Bool {
    own.contains { (" " + area + " ").contains(" " + $0 + " ") }
  }

  // MARK: - Words

  private static let titles: Set<String> = [
    "the", "london", "royal", "borough", "metropolitan", "city", "county", "council", "district",
    "unitary", "authority", "area", "of", "residents", "in", "only", "all",
  ]

  /// Lower case, without what councils put around their names.
  private static func plain(_ area: String) -> String {
    let words = OfferWords.words(of: area, limit: 500).map(\.text)
    let telling = words.filter { !titles.contains($0) }
    return (telling.isEmpty ? words : telling).joined(separator: " ")
  }

  private static let wide: Set<String> = [
    "national", "nationally", "nationwide", "england", "uk", "britain", "kingdom", "worldwide",
    "international", "online", "anywhere", "everywhere", "london", "k02000001", "e92000001",
    "regional", "region", "neighbouring", "surrounding", "boroughs", "greater", "wide", "pan",
  ]

  private static func isWide(_ area: String) -> Bool {
    area.split(separator: " ").contains { wide.contains(String($0)) }
  }

  private static func isCouncils(_ area: String) -> Bool {
    if councils.contains(area) { return true }
    // "Lambeth and Southwark".
    let two = area.components(around: " and ")
    return two.count > 1 && two.allSatisfy { councils.contains($0) }
  }

  /// Councils in England with children's services, as ``plain(_:)`` leaves their names.
  ///
  /// Written down from general knowledge of how England was divided in 2023 to 2025, and not checked
  /// against any published list. The services of a council that is missing here stay where they
  /// are in the results, as those of an area that nobody knows.
  private static let councils: Set<String> = Set(
    """
    barking and dagenham|barnet|barnsley|bath and north east somerset|bedford|bexley|birmingham|\
    blackburn with darwen|blackpool|bolton|bournemouth christchurch and poole|bracknell forest|\
    bradford|brent|brighton and hove|bristol|bromley|buckinghamshire|bury|calderdale|\
    cambridgeshire|camden|central bedfordshire|cheshire east|cheshire west and chester|cornwall|\
    coventry|croydon|cumberland|darlington|derby|derbyshire|devon|doncaster|dorset|dudley|durham|\
    ealing|east riding yorkshire|east sussex|enfield|essex|gateshead|gloucestershire|greenwich|\
    hackney|halton|hammersmith and fulham|hampshire|haringey|harrow|hartlepool|havering|\
    herefordshire|hertfordshire|hillingdon|hounslow|hull|kingston upon hull|isle wight|\
    isles scilly|islington|kensington and chelsea|kent|kingston upon thames|kingston|kirklees|\
    knowsley|lambeth|lancashire|leeds|leicester|leicestershire|lewisham|lincolnshire|liverpool|\
    luton|manchester|medway|merton|middlesbrough|milton keynes|newcastle upon tyne|newcastle|\
    newham|norfolk|north east lincolnshire|north lincolnshire|north northamptonshire|\
    north somerset|north tyneside|north yorkshire|northumberland|nottingham|nottinghamshire|oldham|\
    oxfordshire|peterborough|plymouth|portsmouth|reading|redbridge|redcar and cleveland|\
    richmond upon thames|richmond|rochdale|rotherham|rutland|salford|sandwell|sefton|sheffield|\
    shropshire|slough|solihull|somerset|south gloucestershire|south tyneside|southampton|\
    southend on sea|southwark|st helens|staffordshire|stockport|stockton on tees|stoke on trent|\
    suffolk|sunderland|surrey|sutton|swindon|tameside|telford and wrekin|thurrock|torbay|\
    tower hamlets|trafford|wakefield|walsall|waltham forest|wandsworth|warrington|warwickshire|\
    west berkshire|west northamptonshire|west sussex|westminster|westmorland and furness|wigan|\
    wiltshire|windsor and maidenhead|wirral|wokingham|wolverhampton|worcestershire|york
    """.split(separator: "|").map(String.init))
}

extension String {
  /// The parts around a separator of several letters.
  fileprivate func components(around separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
