import Foundation
import SENDDomain
import Testing

@testable import Exchange

/// SplitMix64: the same numbers from the same seed, everywhere.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }

  /// Changes, drops, doubles or swaps a few bytes, mostly to those that matter to CSV and XML.
  mutating func damage(_ bytes: Data) -> Data {
    var bytes = [UInt8](bytes)
    let special = Array(",\"\n\r;\t<>&/= 0123N\0".utf8) + [0xFF, 0xFE, 0xC3, 0x80, 0xEF, 0x1B]
    for _ in 0...roll(12) where !bytes.isEmpty {
      let place = roll(bytes.count)
      switch roll(5) {
      case 0: bytes[place] = special[roll(special.count)]
      case 1: bytes[place] = UInt8(roll(256))
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(special[roll(special.count)], at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + roll(60)))
      }
    }
    return Data(bytes)
  }
}

@Suite struct DamagedReturnTests {
  @Test(arguments: 0..<200)
  func `a damaged CSV return is read or refused and never crashes`(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    var files = SampleReturn.whole.named
    for index in files.indices where dice.roll(3) == 0 {
      files[index].bytes = dice.damage(files[index].bytes)
    }
    do throws(SEN2Error) {
      let reader = try SEN2Reader(csv: files)
      let reading = try? Reading(reader)
      // Each person row may at worst be cut into a few; nothing multiplies.
      #expect((reading?.children.count ?? 0) <= 16)
      #expect((reading?.problems.count ?? 0) <= 400)
    } catch {
      #expect(!error.explanation.isEmpty)
    }
  }

  @Test(arguments: 0..<200)
  func `a damaged XML return is read or refused and never crashes`(seed: Int) {
    var dice = Dice(state: UInt64(seed) &+ 3_000)
    let reading = try? Reading(xml: dice.damage(Data(wholeXML.utf8)))
    #expect((reading?.children.count ?? 0) <= 3)
    #expect((reading?.problems.count ?? 0) <= 60)
  }

  @Test(arguments: 0..<200)
  func `random bytes as cells give records that lie within the bytes`(seed: Int) {
    var dice = Dice(state: UInt64(seed) &+ 7_000)
    let alphabet = Array(",\"\n\ra é\0\t".utf8)
    let bytes = Data((0..<dice.roll(400)).map { _ in alphabet[dice.roll(alphabet.count)] })
    guard var reader = CSVReader(NamedBytes(name: "x.csv", bytes: bytes)) else { return }
    var (lines, cells) = (0, 0)
    while let record = reader.next() {
      #expect(record.line > lines)
      lines = record.line
      cells += record.cells.count
    }
    #expect(cells <= bytes.count + 1)
  }

  @Test func `many opening quotation marks take time in proportion`() {
    let row = String(repeating: ",\"\"\"x", count: 40) + "\n"
    let text = "a,b\n" + String(repeating: row, count: 2_000) + "\""
    var reader = CSVReader(NamedBytes(name: "x.csv", bytes: Data(text.utf8)))
    var count = 0
    while reader?.next() != nil { count += 1 }
    #expect(count > 0)
  }
}
