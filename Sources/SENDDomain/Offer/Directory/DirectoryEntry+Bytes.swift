extension DirectoryEntry {
  /// The entry as bytes: equal entries give equal bytes, and nothing else does.
  public var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.write(DirectoryEntry.format)
    for text in [sourceID, name, role, person, hours, note] { writer.write(text) }
    for list in [topics, areas, emails] {
      writer.write(list) { $0.write($1) }
    }
    writer.write(phones) {
      $0.write($1.text)
      $0.write($1.numbers) { $0.write($1) }
    }
    writer.write(checked)
    return writer.bytes
  }

  private static let format = 1

  /// Reads what ``bytes`` wrote.
  public init(bytes: [UInt8]) throws(RecordReader.Damaged) {
    var reader = RecordReader(bytes)
    guard try reader.number() == DirectoryEntry.format else { throw RecordReader.Damaged() }
    self.init(
      sourceID: try reader.text(), name: try reader.text(), role: try reader.text(),
      person: try reader.text())
    hours = try reader.text()
    note = try reader.text()
    topics = try reader.texts()
    areas = try reader.texts()
    emails = try reader.texts()
    phones = try reader.list { (reader) throws(RecordReader.Damaged) in
      OfferPhone(text: try reader.text(), numbers: try reader.texts())
    }
    checked = try reader.day()
  }
}
