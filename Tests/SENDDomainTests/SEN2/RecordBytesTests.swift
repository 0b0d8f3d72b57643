import SENDDomain
import Testing

@Suite struct `A record's bytes` {
  @Test(
    arguments: [
      (0, [0]), (-1, [1]), (1, [2]), (63, [126]), (-64, [127]), (64, [128, 1]), (300, [216, 4]),
      (Int.max, [254, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
      (Int.min, [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
    ] as [(Int, [UInt8])])
  func `hold any number in few bytes`(number: Int, bytes: [UInt8]) throws {
    var writer = RecordWriter()
    writer.write(number)
    #expect(writer.bytes == bytes)
    var reader = RecordReader(bytes)
    #expect(try reader.number() == number)
  }

  @Test(arguments: [nil, 0, 1, -1, 2, Int.max, Int.max - 1, Int.min, Int.min + 1])
  func `tell a missing number from every other`(number: Int?) throws {
    var writer = RecordWriter()
    writer.write(number)
    writer.write("next")
    var reader = RecordReader(writer.bytes)
    #expect(try reader.optionalNumber() == number)
    #expect(try reader.text() == "next")
  }

  @Test(
    arguments: [nil, "0001-01-01", "1969-12-31", "1970-01-01", "2026-11-25", "9999-12-31"] as [Day?]
  )
  func `hold days`(day: Day?) throws {
    var writer = RecordWriter()
    writer.write(day)
    var reader = RecordReader(writer.bytes)
    #expect(try reader.day() == day)
  }

  @Test(arguments: ["", "Zoë", "a\u{0}b", "👩‍👧", String(repeating: "x", count: 200)])
  func `hold texts as they are`(text: String) throws {
    var writer = RecordWriter()
    writer.write(text)
    var reader = RecordReader(writer.bytes)
    #expect(try Array(reader.text().utf8) == Array(text.utf8))
  }

  @Test(arguments: [nil, true, false])
  func `hold flags`(flag: Bool?) throws {
    var writer = RecordWriter()
    writer.write(flag)
    var reader = RecordReader(writer.bytes)
    #expect(try reader.flag() == flag)
  }

  @Test func `that are damaged are refused`() {
    let damaged = RecordReader.Damaged()
    func refused(_ bytes: [UInt8], _ read: (inout RecordReader) throws -> Void) {
      var reader = RecordReader(bytes)
      #expect(throws: damaged) { try read(&reader) }
    }
    refused([]) { _ = try $0.number() }
    refused([0x80]) { _ = try $0.number() }
    refused(Array(repeating: 0xFF, count: 11)) { _ = try $0.number() }
    refused([255, 255, 255, 255, 255, 255, 255, 255, 255, 2]) { _ = try $0.number() }
    refused([]) { _ = try $0.flag() }
    refused([3]) { _ = try $0.flag() }
    refused([4, 65]) { _ = try $0.text() }
    refused([1]) { _ = try $0.text() }
    refused([2, 0xFF]) { _ = try $0.text() }
    // A day outside the years 1 to 9999.
    refused([254, 255, 255, 255, 255, 255, 255, 255, 255, 1]) { _ = try $0.day() }
  }
}

@Suite struct `A returned child's bytes` {
  @Test func `give the same record back, and equal records equal bytes`() throws {
    var numbers = SeededNumbers(seed: 2026)
    for _ in 0..<500 {
      let child = ReturnedChild.random(using: &numbers)
      try #require(try ReturnedChild(bytes: child.bytes) == child)
      try #require(child.bytes == child.bytes)
      var other = child
      other.requests.append(ReturnedRequest())
      try #require(other.bytes != child.bytes)
    }
  }

  @Test func `that are cut short or longer are refused, and no damage stops the program`() throws {
    var numbers = SeededNumbers(seed: 7)
    let child = ReturnedChild.random(using: &numbers)
    let bytes = child.bytes
    for length in bytes.indices {
      #expect(throws: RecordReader.Damaged.self) {
        try ReturnedChild(bytes: Array(bytes[..<length]))
      }
    }
    #expect(throws: RecordReader.Damaged.self) { try ReturnedChild(bytes: bytes + [0]) }
    for index in bytes.indices {
      for value: UInt8 in [0x00, 0x01, 0x7F, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] = value
        // Either another record or a refusal; what matters is that we get here.
        _ = try? ReturnedChild(bytes: damaged)
      }
    }
  }

  @Test func `of another layout are refused`() {
    #expect(throws: RecordReader.Damaged.self) { try ReturnedChild(bytes: [4]) }
    #expect(throws: RecordReader.Damaged.self) { try ReturnedChild(bytes: []) }
  }
}
