import Foundation
import SENDDomain

/// Reads a source of services: one file, or the files of one folder together.
///
/// List pages, single records and lines of records that share an id are one service, and the
/// fullest record stands for it. A file that cannot be read is a problem and nothing more.
///
/// ```swift
/// let feed = try OfferFiles(files, today: today).read()
/// ```
package struct OfferFiles: Sendable {
  private let files: [NamedBytes]
  private let mapping: OfferMapping?
  private let today: Day

  /// In bytes.
  package static let largestFile = 200_000_000

  /// - Parameters:
  ///   - files: In any order; their bytes may be mapped from disk.
  ///   - mapping: Which columns of a table of unknown layout hold what.
  ///   - today: The day by which a date lies in the future.
  package init(_ files: [NamedBytes], mapping: OfferMapping? = nil, today: Day) {
    self.files = files.sorted { $0.name < $1.name }
    self.mapping = mapping
    self.today = today
  }

  /// Reads all files.
  ///
  /// The same files give the same feed.
  ///
  /// - Parameter progress: Gets what is done of all that is to be done, every now and then; false
  ///   stops.
  /// - Throws: `CancellationError` where progress was stopped, nothing else.
  /// - Cost: Linear in the bytes; holds the services and a few words for each record.
  package func read(progress: (_ done: Int, _ all: Int) -> Bool = { _, _ in true }) throws
    -> OfferFeed
  {
    var index = OfferIndex(mapping: mapping)
    if mapping == nil { index.takeMapping(of: files) }
    let all = files.reduce(0) { $0 + $1.bytes.count } * 2
    var done = 0
    for file in files where mapping != nil || !OfferIndex.isMapping(file) {
      guard progress(done, all) else { throw CancellationError() }
      index.take(file)
      done += file.bytes.count
    }
    index.finishTables()
    return try index.feed(today: today) { part, parts in
      progress(done + (all - done) * part / max(parts, 1), all)
    }
  }

  /// Reads a stored record again, with the id it was given.
  ///
  /// - Parameter raw: What ``OfferFeed/raw`` holds for it.
  /// - Returns: Nil where it is no record.
  package static func service(raw: [UInt8], id: String, today: Day) -> OfferService? {
    let record = raw.withUnsafeBufferPointer { bytes in
      var parser = LooseJSONParser(bytes, .utf8)
      return parser.value()
    }
    guard let record, case .fields = record else { return nil }
    var reading = OfferRecordReading(record, today: today)
    return reading.service(id: id)
  }
}
