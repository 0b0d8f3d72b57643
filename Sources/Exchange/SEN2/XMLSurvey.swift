import Foundation
import SENDDomain

/// What an XML return has, found by its tags alone before it is parsed: how many persons, which
/// items and hence which version, and what its header says.
struct XMLSurvey: Sendable {
  private(set) var persons = 0
  private(set) var definesEntities = false
  private(set) var header = ReturnHeader(version: .before1_2, knowledge: [])
  /// For each module, the slots of columns that have text somewhere.
  private var filled = [UInt64](repeating: 0, count: SEN2Module.allCases.count)
  private var elements: Set<SEN2Column> = []

  /// - Cost: One pass over the bytes, tag by tag.
  init(_ data: Data) {
    data.withUnsafeBytes { look($0) }
    header.version =
      [.requestsource, .dsco, .reviewdraft, .phasetransferduedate, .phasetransferfinaldate]
        .contains { elements.contains($0) }
      ? .v1_3
      : [.sex, .reviewmeeting, .reviewoutcome].contains { elements.contains($0) }
        ? .v1_2 : .before1_2
    // Empty items are left out, so an item's absence says nothing: the version's are known.
    if header.version >= .v1_2 { header.knowledge.insert(.meetings) }
    if header.version >= .v1_3 { header.knowledge.formUnion([.drafts, .phaseTransfers]) }
  }

  func content(_ module: SEN2Module, _ column: SEN2Column) -> ProblemReporter.Content {
    guard column.isExpected(in: module, header.version),
      let slot = module.columns.firstIndex(of: column)
    else { return .noColumn }
    return filled[module.rawValue] & 1 << slot != 0 || persons < ProblemReporter.Content.fewRows
      ? .values : .nothing
  }

  /// What a tag's name stands for.
  private enum Meaning {
    case module(SEN2Module)
    case column(SEN2Column)
  }

  private mutating func look(_ bytes: UnsafeRawBufferPointer) {
    var meanings: [UInt64: Meaning?] = [:]
    var open: [SEN2Module] = []
    var index = 0
    while let tag = next(UInt8(ascii: "<"), in: bytes, from: index), tag + 1 < bytes.count {
      let isEnd = bytes[tag + 1] == UInt8(ascii: "/")
      if bytes[tag + 1] == UInt8(ascii: "!") {
        index = skip(bytes, tag)
        continue
      }
      let (hash, from, to) = name(bytes, isEnd ? tag + 2 : tag + 1)
      index = max(to, tag + 1)
      let meaning: Meaning?
      if let known = meanings[hash] {
        meaning = known
      } else {
        meaning = XMLSurvey.meaning(bytes[from..<to])
        meanings[hash] = .some(meaning)
      }
      switch meaning {
      case nil: continue
      case .module(let module):
        if isEnd {
          if open.last == module { open.removeLast() }
        } else if !isEmpty(bytes, to) {
          open.append(module)
          persons += module == .person ? 1 : 0
        }
      case .column(let column):
        if !isEnd { note(column, in: open.last ?? .sen2, bytes, to) }
      }
    }
  }

  private mutating func note(
    _ column: SEN2Column, in module: SEN2Module, _ bytes: UnsafeRawBufferPointer, _ nameEnd: Int
  ) {
    guard let slot = module.columns.firstIndex(of: column) else { return }
    elements.insert(column)
    let isNew = filled[module.rawValue] & 1 << slot == 0
    guard isNew, let close = next(UInt8(ascii: ">"), in: bytes, from: nameEnd),
      bytes[close - 1] != UInt8(ascii: "/"),
      let end = next(UInt8(ascii: "<"), in: bytes, from: close)
    else { return }
    let text = column.normalised(String(decoding: bytes[(close + 1)..<end], as: UTF8.self))
    guard !text.isEmpty else { return }
    filled[module.rawValue] |= 1 << slot
    guard module == .sen2 else { return }
    switch column {
    case .lea: header.authority = text
    case .year: header.year = Int(text)
    case .referencedate: header.referenceDay = DateText.day(text)
    case .datetime: header.madeOn = DateText.day(text)
    default: break
    }
  }

  /// Passes over a comment or character data; notes entity definitions.
  private mutating func skip(_ bytes: UnsafeRawBufferPointer, _ tag: Int) -> Int {
    func starts(_ text: StaticString) -> Bool {
      bytes.count - tag >= text.utf8CodeUnitCount
        && memcmp(bytes.baseAddress! + tag, text.utf8Start, text.utf8CodeUnitCount) == 0
    }
    if starts("<!ENTITY") { definesEntities = true }
    guard starts("<!--") || starts("<![CDATA[") else { return tag + 2 }
    let close = starts("<!--") ? UInt8(ascii: "-") : UInt8(ascii: "]")
    var index = tag + 4
    while let end = next(UInt8(ascii: ">"), in: bytes, from: index) {
      if end >= tag + 6, bytes[end - 1] == close, bytes[end - 2] == close { return end + 1 }
      index = end + 1
    }
    return bytes.count
  }

  private func next(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from index: Int) -> Int? {
    guard index < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + index, Int32(byte), bytes.count - index)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// A tag's name without its prefix, as a hash that does not mind case.
  private func name(
    _ bytes: UnsafeRawBufferPointer, _ start: Int
  ) -> (hash: UInt64, from: Int, to: Int) {
    var (hash, from, to): (UInt64, Int, Int) = (0xcbf2_9ce4_8422_2325, start, start)
    while to < bytes.count, bytes[to] > 0x20, bytes[to] != UInt8(ascii: ">"),
      bytes[to] != UInt8(ascii: "/"), bytes[to] != UInt8(ascii: "<")
    {
      if bytes[to] == UInt8(ascii: ":") {
        (hash, from) = (0xcbf2_9ce4_8422_2325, to + 1)
      } else {
        hash = (hash ^ UInt64(bytes[to] | 0x20)) &* 0x0000_0100_0000_01b3
      }
      to += 1
    }
    return (hash, from, to)
  }

  private func isEmpty(_ bytes: UnsafeRawBufferPointer, _ nameEnd: Int) -> Bool {
    next(UInt8(ascii: ">"), in: bytes, from: nameEnd)
      .map { bytes[$0 - 1] == UInt8(ascii: "/") } ?? true
  }

  private static func meaning(_ name: Slice<UnsafeRawBufferPointer>) -> Meaning? {
    guard name.count < 40 else { return nil }
    let text = String(decoding: name, as: UTF8.self).asColumnName
    if let module = SEN2Module(name: text), module != .sen2 { return .module(module) }
    return SEN2Column(heading: text).map { .column($0) }
  }
}
