import Foundation
import SENDDomain

extension OfferIndex {
  /// Reads the record of each service.
  mutating func feed(today: Day, progress: (Int, Int) -> Bool) throws -> OfferFeed {
    var services: [OfferService] = []
    var raw: [[UInt8]] = []
    services.reserveCapacity(ids.count)
    for (number, id) in ids.enumerated() {
      if number % 200 == 0, !progress(number, ids.count) { throw CancellationError() }
      let candidates = byID[id]?.candidates ?? []
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
    if services.isEmpty {
      facts.dialect = ""
      tellOfBareRecords()
    }
    return OfferFeed(
      services: services, raw: raw, skipped: skipped, problems: problems, facts: facts,
      isWhole: isWhole)
  }

  /// A list of services may have been taken for a taxonomy: said where nothing else was found.
  private mutating func tellOfBareRecords() {
    guard let bare else { return }
    report(
      .bareRecords, bare.file, line: bare.line,
      bare.count == 1
        ? "Its one record holds only an id, a name and a description, as a term of a taxonomy does; "
          + "a service says more: its provider, status, ages or places."
        : "All \(bare.count) records hold only an id, a name and a description, as terms of a "
          + "taxonomy do; services say more: their provider, status, ages or places.")
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
