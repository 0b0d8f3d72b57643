extension OfferService {
  /// The service as bytes: equal services give equal bytes, and nothing else does.
  public var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.write(OfferService.format)
    for text in [sourceID, name, alternateName, status.word, description, alert] {
      writer.write(text)
    }
    writer.write(provider != nil)
    if let provider { writer.write(provider) }
    writer.write(links) { $0.write($1) }
    writer.write(emails) { $0.write($1) }
    writer.write(phones) {
      $0.write($1.text)
      $0.write($1.numbers) { $0.write($1) }
    }
    writer.write(ages.lowest)
    writer.write(ages.highest)
    writer.write(cost.state.rawValue)
    writer.write(cost.text)
    writer.write(cost.isContradictory)
    writer.write(access) { $0.write($1.rawValue) }
    writer.write(needs) { $0.write($1.rawValue) }
    writer.write(terms) {
      $0.write($1.id)
      $0.write($1.name)
      $0.write($1.vocabulary)
    }
    writer.write(languages) { $0.write($1) }
    writer.write(schedules) { $0.write($1) }
    writer.write(places) { $0.write($1) }
    writer.write(areas) { $0.write($1) }
    writer.write(sector?.rawValue ?? "")
    writer.write(details) {
      $0.write($1.heading)
      $0.write($1.text)
    }
    writer.write(checked)
    writer.write(changed)
    for list in [hints.ages, hints.phones, hints.postcodes, hints.prices] {
      writer.write(list) { $0.write($1) }
    }
    return writer.bytes
  }

  private static let format = 1

  /// Reads what ``bytes`` wrote.
  public init(bytes: [UInt8]) throws(RecordReader.Damaged) {
    var reader = RecordReader(bytes)
    guard try reader.number() == OfferService.format else { throw RecordReader.Damaged() }
    self.init(sourceID: try reader.text(), name: try reader.text())
    alternateName = try reader.text()
    status = OfferStatus(word: try reader.text())
    description = try reader.text()
    alert = try reader.text()
    if try reader.flag() == true { provider = try reader.provider() }
    links = try reader.list { (reader) throws(RecordReader.Damaged) in try reader.link() }
    emails = try reader.texts()
    phones = try reader.list { (reader) throws(RecordReader.Damaged) in
      OfferPhone(text: try reader.text(), numbers: try reader.texts())
    }
    ages = OfferAges(lowest: try reader.optionalNumber(), highest: try reader.optionalNumber())
    cost = OfferCost(
      state: try reader.word(), text: try reader.text(),
      isContradictory: try reader.flag() == true)
    access = try reader.list { (reader) throws(RecordReader.Damaged) in try reader.word() }
    needs = try reader.list { (reader) throws(RecordReader.Damaged) in try reader.word() }
    terms = try reader.list { (reader) throws(RecordReader.Damaged) in
      OfferTerm(id: try reader.text(), name: try reader.text(), vocabulary: try reader.text())
    }
    languages = try reader.texts()
    schedules = try reader.list { (reader) throws(RecordReader.Damaged) in try reader.schedule() }
    places = try reader.list { (reader) throws(RecordReader.Damaged) in try reader.place() }
    areas = try reader.texts()
    sector = OfferSector(rawValue: try reader.text())
    details = try reader.list { (reader) throws(RecordReader.Damaged) in
      OfferDetail(heading: try reader.text(), text: try reader.text())
    }
    checked = try reader.day()
    changed = try reader.day()
    hints = OfferHints(
      ages: try reader.texts(), phones: try reader.texts(), postcodes: try reader.texts(),
      prices: try reader.texts())
  }
}

extension OfferStatus {
  /// `active`, `temporarily closed`, `inactive`, `defunct`, or the publisher's own word.
  public var word: String {
    switch self {
    case .active: "active"
    case .temporarilyClosed: "temporarily closed"
    case .inactive: "inactive"
    case .defunct: "defunct"
    case .other(let word): word
    }
  }

  public init(word: String) {
    let known: [OfferStatus] = [.active, .temporarilyClosed, .inactive, .defunct]
    self = known.first { $0.word == word } ?? .other(word)
  }
}

extension RecordWriter {
  mutating func write<T>(_ list: [T], _ body: (inout RecordWriter, T) -> Void) {
    write(list.count)
    for item in list { body(&self, item) }
  }

  /// All 64 bits: a coordinate comes back as it was given.
  fileprivate mutating func write(_ number: Double?) {
    write(number.map { Int(bitPattern: UInt(truncatingIfNeeded: $0.bitPattern)) })
  }

  fileprivate mutating func write(_ link: OfferLink) {
    write(link.address)
    write(link.isWeb)
  }

  fileprivate mutating func write(_ provider: OfferProvider) {
    write(provider.name)
    write(provider.description)
    write(provider.link != nil)
    if let link = provider.link { write(link) }
    write(provider.email != nil)
    write(provider.email ?? "")
  }

  fileprivate mutating func write(_ schedule: OfferSchedule) {
    write(schedule.weekdays) { $0.write($1) }
    write(schedule.opens)
    write(schedule.closes)
    write(schedule.text)
    write(schedule.validTo)
  }

  fileprivate mutating func write(_ place: OfferPlace) {
    for text in [place.name, place.kind.rawValue, place.address, place.postcode] { write(text) }
    write(place.latitude)
    write(place.longitude)
    write(place.accessibility) { $0.write($1) }
  }
}

extension RecordReader {
  mutating func list<T>(
    _ body: (inout RecordReader) throws(Damaged) -> T
  ) throws(Damaged) -> [T] {
    var items: [T] = []
    for _ in 0..<(try count()) { items.append(try body(&self)) }
    return items
  }

  mutating func texts() throws(Damaged) -> [String] {
    try list { (reader) throws(Damaged) in try reader.text() }
  }

  fileprivate mutating func word<T: RawRepresentable<String>>() throws(Damaged) -> T {
    guard let value = T(rawValue: try text()) else { throw Damaged() }
    return value
  }

  fileprivate mutating func double() throws(Damaged) -> Double? {
    try optionalNumber().map { Double(bitPattern: UInt64(UInt(bitPattern: $0))) }
  }

  fileprivate mutating func link() throws(Damaged) -> OfferLink {
    OfferLink(address: try text(), isWeb: try flag() == true)
  }

  fileprivate mutating func provider() throws(Damaged) -> OfferProvider {
    var provider = OfferProvider(name: try text(), description: try text())
    if try flag() == true { provider.link = try link() }
    let hasEmail = try flag() == true
    let email = try text()
    provider.email = hasEmail ? email : nil
    return provider
  }

  fileprivate mutating func schedule() throws(Damaged) -> OfferSchedule {
    OfferSchedule(
      weekdays: try list { (reader) throws(Damaged) in try reader.number() },
      opens: try optionalNumber(), closes: try optionalNumber(), text: try text(),
      validTo: try day())
  }

  fileprivate mutating func place() throws(Damaged) -> OfferPlace {
    OfferPlace(
      name: try text(), kind: try word(), address: try text(), postcode: try text(),
      latitude: try double(), longitude: try double(), accessibility: try texts())
  }
}
