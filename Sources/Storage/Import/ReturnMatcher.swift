import Crypto
import Foundation
import GRDB
import SENDDomain

/// Finds, for each child of a return, the child of the workspace that it is.
///
/// An exact name and birth date (missing equals missing) is needed, whatever the numbers say:
/// two children may carry one number by mistake. Among several of one name and birth date the
/// same UPN decides, then the same ULN, then the order of the file. Holds some 50 bytes a child.
struct ReturnMatcher {
  /// What tells a child apart, as numbers.
  struct Traits: Hashable {
    /// Name and birth date.
    var identity: Int64
    var upn: Int64
    var uln: Int64

    init(_ child: ReturnedChild) {
      identity = Traits.identity(
        PersonName(family: child.familyName, given: child.givenName), child.born)
      upn = Traits.hash(child.upn)
      uln = Traits.hash(child.uln)
    }

    init(identity: Int64, upn: String, uln: String) {
      self.identity = identity
      self.upn = Traits.hash(upn)
      self.uln = Traits.hash(uln)
    }

    static func identity(_ name: PersonName, _ born: Day?) -> Int64 {
      hash("\(name.family)\u{1F}\(name.given)\u{1F}\(born?.number ?? .min)")
    }

    /// Zero for an empty text, and for no other.
    private static func hash(_ text: String) -> Int64 {
      if text.isEmpty { return 0 }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return Int64(bitPattern: hash == 0 ? 1 : hash)
    }
  }

  struct Known {
    var id: Int64
    var traits: Traits
    var digest: Data
  }

  /// One child of the return: its number in the file's order and what it is.
  struct Incoming {
    var traits: Traits
    var digest: Data
  }

  private(set) var incoming: [Incoming] = []
  private let known: [Known]

  /// Reads what is known. Grows with the children of the workspace.
  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, identity, upn, uln, returned FROM child ORDER BY id")
    known = try Array(
      rows.map { row in
        try Known(
          id: row["id"],
          traits: Traits(identity: row["identity"], upn: row["upn"], uln: row["uln"]),
          digest: row["returned"] ?? Data())
      })
  }

  /// For an empty workspace.
  init() { known = [] }

  mutating func add(_ child: ReturnedChild, bytes: [UInt8]) {
    incoming.append(
      Incoming(traits: Traits(child), digest: ReturnMatcher.digest(bytes)))
  }

  /// Eight bytes of SHA-256: two records of one child that differ have different ones.
  static func digest(_ bytes: [UInt8]) -> Data {
    Data(SHA256.hash(data: bytes).prefix(8))
  }

  struct Result {
    /// For each incoming child the index of the known one it is, or nil where it is new.
    var matches: [Int?]
    var known: [Known]
    /// Incoming children whose number another child already has: for a person to settle.
    var uncertain: [Int] = []

    /// The ids that the return does not hold.
    var absent: [Int64] {
      var seen = [Bool](repeating: false, count: known.count)
      for case let index? in matches { seen[index] = true }
      return known.indices.filter { !seen[$0] }.map { known[$0].id }
    }
  }

  func result() -> Result {
    var matches = [Int?](repeating: nil, count: incoming.count)
    if known.isEmpty { return Result(matches: matches, known: known) }
    var free = [Bool](repeating: true, count: known.count)
    var byIdentity: [Int64: [Int]] = [:]
    byIdentity.reserveCapacity(known.count)
    for (index, child) in known.enumerated() {
      byIdentity[child.traits.identity, default: []].append(index)
    }
    func pass(_ fits: (Traits, Traits) -> Bool) {
      for index in incoming.indices where matches[index] == nil {
        let traits = incoming[index].traits
        guard let candidates = byIdentity[traits.identity],
          let found = candidates.first(where: { free[$0] && fits(traits, known[$0].traits) })
        else { continue }
        matches[index] = found
        free[found] = false
      }
    }
    pass { $0.upn != 0 && $0.upn == $1.upn }
    pass { $0.uln != 0 && $0.uln == $1.uln }
    pass { $0.upn == $1.upn && $0.uln == $1.uln }
    pass { _, _ in true }
    var result = Result(matches: matches, known: known)
    let numbers = Set(known.map(\.traits.upn))
    result.uncertain = incoming.indices.filter {
      matches[$0] == nil && incoming[$0].traits.upn != 0
        && numbers.contains(incoming[$0].traits.upn)
    }
    return result
  }
}
