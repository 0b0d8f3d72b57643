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
    /// How often the id stands in one and the same list.
    var repeats = 1
  }

  /// The records of one id: one candidate for each name.
  struct Group {
    private(set) var candidates: [Candidate] = []
    private var places: [String: Int] = [:]

    /// A record without a name tells of any service of its id.
    mutating func add(_ candidate: Candidate, isRepeated: Bool) {
      let key = candidate.nameKey
      guard let same = key.isEmpty ? candidates.indices.first : places[key] ?? places[""] else {
        places[key] = candidates.count
        candidates.append(candidate)
        return
      }
      let known = candidates[same]
      let repeats = known.repeats + (isRepeated ? 1 : 0)
      let isBetter =
        key.isEmpty == known.nameKey.isEmpty ? candidate.fullness > known.fullness : !key.isEmpty
      if isBetter { candidates[same] = candidate }
      if !key.isEmpty, places.removeValue(forKey: "") != nil { places[key] = same }
      candidates[same].repeats = repeats
    }
  }

  var problems: [OfferProblem] = []
  var skipped = 0
  /// Whether nothing of the source was left out.
  private(set) var isWhole = true
  var tables = OfferTables()
  private(set) var files: [TextEncoding.Prepared] = []
  private(set) var ids: [String] = []
  private(set) var byID: [String: Group] = [:]
  private(set) var dialects: [String: Int] = [:]
  var facts = OfferSourceFacts()
  private var mapping: OfferMapping?
  /// Records that hold no more than a term of a taxonomy does, and where the first stands.
  private(set) var bare: (count: Int, file: String, line: Int)?

  private static let mostProblems = 5_000
  /// In bytes.
  private static let largestRecord = 8_000_000

  init(mapping: OfferMapping?) { self.mapping = mapping }

  mutating func report(
    _ kind: OfferProblemKind, _ file: String, line: Int? = nil, record: String = "",
    field: String = "", _ message: String
  ) {
    if kind.leavesOut { isWhole = false }
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

  /// A mapping may lie beside the tables it speaks of; the one file known by its name.
  static func isMapping(_ file: NamedBytes) -> Bool {
    let name = file.name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  mutating func takeMapping(of files: [NamedBytes]) {
    for file in files where OfferIndex.isMapping(file) {
      do throws(FileProblem) {
        mapping = try OfferMapping(file)
      } catch {
        report(.badMapping, error.file, line: error.line, error.message)
      }
    }
  }

  private mutating func takeJSON(_ name: String, _ prepared: TextEncoding.Prepared) {
    let number = files.count - 1
    prepared.bytes.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      let whole = prepared.start..<bytes.count
      if let document = JSONDocument(bytes, prepared.encoding, in: whole, line: 1) {
        return take(document, bytes, prepared.encoding, file: number, name)
      }
      guard let lines = OfferFileKind.lines(bytes, prepared.encoding, from: prepared.start) else {
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
        if OfferRecordKind.isBare(value) {
          bare = ((bare?.count ?? 0) + 1, bare?.file ?? name, bare?.line ?? record.line)
        }
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
    let candidate = Candidate(
      place: place, file: file, line: line, fullness: value.fullness,
      title: name.isEmpty ? id : name, nameKey: OfferIndex.key(name))
    let isRepeated = !seen.insert(id).inserted
    if byID[id] == nil { ids.append(id) }
    byID[id, default: Group()].add(candidate, isRepeated: isRepeated)
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
}
