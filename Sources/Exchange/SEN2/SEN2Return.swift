import SENDDomain

/// Which files of a folder make up the return to read.
package enum SEN2Return {
  package enum Choice: Equatable, Sendable {
    /// The names of one set of CSV exports.
    case csv([String])
    case xml(String)
    case refused(SEN2Error)
  }

  /// Picks from the names of a folder's files: the newest set of `<module>.csv` or
  /// `…_<module>.csv`, else the one XML file. All other names are ignored.
  ///
  /// Sets are told apart by what stands before the module's name. The newest is the one with the
  /// latest date (DD-MM-YYYY) there; among equals the one with a person file, the fuller, the
  /// last by name.
  package static func choose(_ names: [String]) -> Choice {
    let parts = names.sorted().compactMap { name in
      ModuleFile(name).map { (name: name, file: $0) }
    }
    let sets = Dictionary(grouping: parts) { $0.file.prefix.lowercased() }
    let newest = sets.max { a, b in rank(a.value, a.key) < rank(b.value, b.key) }
    if let newest {
      var modules: Set<SEN2Module> = []
      return .csv(newest.value.filter { modules.insert($0.file.module).inserted }.map(\.name))
    }
    let xml = names.filter { $0.lowercased().hasSuffix(".xml") && !isHidden($0) }.sorted()
    switch xml.count {
    case 0: return .refused(.nothingToRead)
    case 1: return .xml(xml[0])
    default: return .refused(.severalXML(xml))
    }
  }

  /// Whether a name is that of one CSV of a set, which is read with the others or not at all.
  package static func isModuleFile(_ name: String) -> Bool { ModuleFile(name) != nil }

  private static func rank(
    _ set: [(name: String, file: ModuleFile)], _ prefix: String
  ) -> (Int, Int, Int, String) {
    (
      set[0].file.day?.number ?? Int.min,
      set.contains { $0.file.module == .person } ? 1 : 0,
      set.count, prefix
    )
  }

  static func isHidden(_ name: String) -> Bool { name.hasPrefix(".") || name.hasPrefix("~") }
}

/// A name taken apart: `Blade-Export_23-11-2026_person.csv`.
struct ModuleFile {
  let module: SEN2Module
  /// What stands before the module's name.
  let prefix: String

  init?(_ name: String) {
    guard name.lowercased().hasSuffix(".csv"), !SEN2Return.isHidden(name) else { return nil }
    let stem = name.dropLast(4)
    let word = stem.lastIndex(of: "_").map { stem[stem.index(after: $0)...] } ?? stem
    guard let module = SEN2Module(name: word.lowercased()) else { return nil }
    self.module = module
    prefix = String(stem[..<word.startIndex])
  }

  /// The day of the export: the last DD-MM-YYYY of the prefix.
  var day: Day? { ModuleFile.day(in: prefix) }

  /// The last DD-MM-YYYY in a text.
  static func day(in text: String) -> Day? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    for start in stride(from: bytes.count - 10, through: 0, by: -1)
    where bytes[start + 2] == UInt8(ascii: "-") && bytes[start + 5] == UInt8(ascii: "-") {
      if let day = number(start..<(start + 2)), let month = number((start + 3)..<(start + 5)),
        let year = number((start + 6)..<(start + 10)), let found = Day(year, month, day)
      {
        return found
      }
    }
    return nil
  }
}
