import Foundation
import SENDDomain

/// The records of a source by the service each tells of, before any is read in full.
struct OfferIndex {
  /// Where a record is and how much it says.
  struct Candidate {
    enum Place {
      case bytes(file: Int, Range<Int>)
      case row(LooseJSON)
    }
    var place: Place
    var file: String
    var line: Int
    var fullness: Int
    var title: String
    /// Small letters and digits of the name, which tell two services under one id apart.
    var nameKey: String
    var nameShown: String
    /// How often the id stands in one and the same list.
    var repeats = 1
  }

  var problems: [OfferProblem] = []
  var skipped = 0
  var tables = OfferTables()
  private(set) var files: [TextEncoding.Prepared] = []
  private var ids: [String] = []
  private var byID: [String: [Candidate]] = [:]
  private var dialects: [String: Int] = [:]
  private var facts = OfferSourceFacts()
  private let mapping: OfferMapping?

  private static let mostProblems = 5_000
  /// In bytes.
  private static let largestRecord = 8_000_000

  init(mapping: OfferMapping?) { self.mapping = mapping }

  mutating func report(
    _ kind: OfferProblemKind, _ file: String, line: Int? = nil, record: String = "",
    field: String = "", _ message: String
  ) {
    if problems.count == OfferIndex.mostProblems {
      problems.append(
        OfferProblem(
          kind: OfferProblemKind.moreProblems.rawValue, file: "",
          message: "There are more problems than the \(OfferIndex.mostProblems) told here."))
    }
    guard problems.count < OfferIndex.mostProblems else { return }
    problems.append(
      OfferProblem(
        kind: kind.rawValue, file: file, line: line, record: record, field: field,
        message: message))
  }

  // MARK: - Files

  /// Takes a file for what its content is, whatever its name.
  mutating func take(_ file: NamedBytes) {
    guard file.bytes.count <= OfferFiles.largestFile else {
      return report(.fileTooLarge, file.name, "The file is larger than 200 MB.")
    }
    let prepared = TextEncoding.prepare(file.bytes)
    switch OfferFileKind(prepared) {
    case .json:
      files.append(prepared)
      takeJSON(file.name, prepared)
    case .table:
      for problem in tables.take(file, mapping: mapping) {
        report(problem.kind, file.name, line: problem.line, field: problem.field, problem.message)
      }
    case .none(let why): report(.unreadableFile, file.name, why)
    }
  }

  private mutating func takeJSON(_ name: String, _ prepared: TextEncoding.Prepared) {
    let number = files.count - 1
    prepared.bytes.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      let whole = prepared.start..<bytes.count
      // One text whose records stand on lines of their own looks like a stream of lines too.
      if let document = JSONDocument(bytes, prepared.encoding, in: whole, line: 1) {
        return take(document, bytes, prepared.encoding, file: number, name)
      }
      guard let lines = OfferFileKind.lines(bytes, from: prepared.start) else {
        let why = "The file is not whole, or no JSON. Nothing of it is taken."
        return report(.unreadableFile, name, why)
      }
      for line in lines {
        guard
          let document = JSONDocument(bytes, prepared.encoding, in: line.place, line: line.line)
        else {
          skipped += 1
          let why = "This line is not whole, or no JSON, and is left out."
          report(.brokenRecord, name, line: line.line, why)
          continue
        }
        take(document, bytes, prepared.encoding, file: number, name)
      }
    }
  }

  private mutating func take(
    _ document: JSONDocument, _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding,
    file: Int, _ name: String
  ) {
    takeFacts(document.head)
    var seen: Set<String> = []
    for record in document.records {
      guard record.place.count <= OfferIndex.largestRecord else {
        skipped += 1
        report(.recordTooLarge, name, line: record.line, "The record is too large to be taken.")
        continue
      }
      var parser = LooseJSONParser(bytes, encoding, at: record.place.lowerBound)
      guard let value = parser.value() else {
        skipped += 1
        report(
          .brokenRecord, name, line: record.line, "The record is no JSON and is left out.")
        continue
      }
      guard OfferRecordKind.isService(value, listName: document.listName) else {
        takeFacts(value)
        continue
      }
      if parser.isTooDeep {
        report(
          .tooDeep, name, line: record.line, record: OfferRecordReading.name(value),
          "Values lie more than \(LooseJSONParser.deepest) deep; the deepest are left out.")
      }
      if parser.isCut {
        report(
          .listCut, name, line: record.line, record: OfferRecordReading.name(value),
          "A list has more than \(LooseJSONParser.longestList) values; the rest is left out.")
      }
      dialects[OfferDialect(value, listName: document.listName).rawValue, default: 0] += 1
      add(
        value, .bytes(file: file, record.place), name, line: record.line, isListed: &seen)
    }
  }

  /// What the source says of itself, at its root or around a list.
  private mutating func takeFacts(_ value: LooseJSON) {
    if let version = value["version"].string, value.has("openapiurl") || value.has("profile") {
      dialects[version.hasPrefix("HSDS-UK") ? "ORUK 3" : "HSDS 3", default: 0] += 1_000_000
    }
    let publisher = value["publisher"].items.first ?? .null
    if facts.publisher.isEmpty {
      facts.publisher = OfferText.line(publisher.string ?? publisher["name"].string ?? "")
    }
    let licence = value["license", "licence"].items.first ?? .null
    if facts.licence.isEmpty {
      facts.licence = OfferText.line(licence.string ?? licence["name", "url"].string ?? "")
    }
  }

  // MARK: - Records

  /// Puts a record to those of its service.
  ///
  /// - Parameter seen: The ids of the same list so far.
  mutating func add(
    _ value: LooseJSON, _ place: Candidate.Place, _ file: String, line: Int,
    isListed seen: inout Set<String>
  ) {
    let name = OfferRecordReading.name(value)
    var id = OfferText.line(value["id", "serviceid"].string ?? "")
    if id.isEmpty {
      // Stays the same as long as the record does.
      id = "hash-" + ContentHash.text(value.bytes)
      report(
        .noID, file, line: line, record: name,
        "The service has no id; one is made of its content and changes with it.")
    }
    var candidate = Candidate(
      place: place, file: file, line: line, fullness: value.fullness,
      title: name.isEmpty ? id : name, nameKey: OfferIndex.key(name), nameShown: name)
    let isRepeated = !seen.insert(id).inserted
    guard var others = byID[id] else {
      ids.append(id)
      byID[id] = [candidate]
      return
    }
    // A record without a name tells of any service of its id.
    guard
      let same = others.firstIndex(where: {
        $0.nameKey == candidate.nameKey || $0.nameKey.isEmpty || candidate.nameKey.isEmpty
      })
    else {
      byID[id]?.append(candidate)
      return
    }
    candidate.repeats = others[same].repeats + (isRepeated ? 1 : 0)
    if candidate.fullness > others[same].fullness {
      others[same] = candidate
    } else {
      others[same].repeats = candidate.repeats
    }
    byID[id] = others
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  mutating func finishTables() {
    var seen: Set<String> = []
    let (rows, problems) = tables.rows()
    for problem in problems {
      report(
        problem.kind, problem.file, line: problem.line, record: problem.record,
        field: problem.field, problem.message)
    }
    for row in rows {
      dialects[row.layout, default: 0] += 1
      add(row.value, .row(row.value), row.file, line: row.line, isListed: &seen)
    }
  }

  // MARK: - Services

  /// Reads the record of each service.
  mutating func feed(today: Day, progress: (Int, Int) -> Bool) throws -> OfferFeed {
    var services: [OfferService] = []
    var raw: [[UInt8]] = []
    services.reserveCapacity(ids.count)
    for (number, id) in ids.enumerated() {
      if number % 200 == 0, !progress(number, ids.count) { throw CancellationError() }
      let candidates = byID[id] ?? []
      warn(id, candidates)
      for candidate in candidates {
        let ownID =
          candidates.count == 1 ? id : id + "#" + ContentHash.text(Array(candidate.nameKey.utf8))
        guard let (value, bytes) = read(candidate) else { continue }
        var reading = OfferRecordReading(value, today: today)
        services.append(reading.service(id: ownID))
        raw.append(bytes)
        for remark in reading.remarks {
          report(
            remark.kind, candidate.file, line: candidate.line, record: candidate.title,
            field: remark.field, remark.message)
        }
      }
    }
    facts.dialect =
      dialects.max { ($0.value, $1.key) < ($1.value, $0.key) }.map(\.key) ?? ""
    if services.isEmpty { facts.dialect = "" }
    return OfferFeed(
      services: services, raw: raw, skipped: skipped, problems: problems, facts: facts)
  }

  /// Says once of an id that several records share it.
  private mutating func warn(_ id: String, _ candidates: [Candidate]) {
    guard let first = candidates.first else { return }
    if candidates.count > 1 {
      report(
        .sameIDTwoServices, first.file, line: first.line, record: id, field: "id",
        "\(candidates.count) services of different names share this id; all are kept.")
    } else if first.repeats > 1 {
      report(
        .sameIDRepeated, first.file, line: first.line, record: id, field: "id",
        "\(first.repeats) records share this id and name; the fullest is taken.")
    }
  }

  /// The record, and its bytes without what is not to be kept.
  private func read(_ candidate: Candidate) -> (LooseJSON, [UInt8])? {
    switch candidate.place {
    case .row(let value): return (value, value.bytes)
    case .bytes(let file, let place):
      let prepared = files[file]
      return prepared.bytes.withUnsafeBytes { raw in
        let bytes = raw.bindMemory(to: UInt8.self)
        var parser = LooseJSONParser(bytes, prepared.encoding, at: place.lowerBound)
        guard let value = parser.value() else { return nil }
        return (value, OfferIndex.kept(bytes, place, without: parser.secrets, prepared.encoding))
      }
    }
  }

  private static func kept(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, without secrets: [Range<Int>],
    _ encoding: TextEncoding
  ) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(place.count)
    var at = place.lowerBound
    for secret in secrets.sorted(by: { $0.lowerBound < $1.lowerBound })
    where secret.lowerBound >= at {
      kept += bytes[at..<secret.lowerBound]
      kept += "null".utf8
      at = secret.upperBound
    }
    kept += bytes[at..<place.upperBound]
    guard encoding == .utf8, String(validating: kept, as: UTF8.self) != nil else {
      return kept.withUnsafeBytes { Array(encoding.decode($0).utf8) }
    }
    return kept
  }
}

/// A short mark of some content: the same on every machine and in every run.
enum ContentHash {
  /// Sixteen hexadecimal digits.
  static func text(_ bytes: [UInt8]) -> String {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
