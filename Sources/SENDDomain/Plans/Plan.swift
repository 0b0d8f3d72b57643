/// An education, health and care plan of one child.
public struct Plan: Hashable, Sendable, Identifiable {
  /// A plan within one workspace.
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public let id: ID
  public let child: Child.ID
  /// The day it was first made, for a plan from another authority its original date.
  public var made: Day?
  /// The day it ended.
  public var ceased: Day?
  /// ``CodeSet/ceaseReason``.
  public var ceaseReason: String
  /// In the order of the return.
  public var needs: [Need]
  /// Open and past; `current(on:)` finds the one attended on a day.
  public var placements: [Placement]
  /// The settings named in section I.
  public var named: [Setting]

  public init(
    id: ID, child: Child.ID, made: Day? = nil, ceased: Day? = nil, ceaseReason: String = "",
    needs: [Need] = [], placements: [Placement] = [], named: [Setting] = []
  ) {
    self.id = id
    self.child = child
    self.made = made
    self.ceased = ceased
    self.ceaseReason = ceaseReason
    self.needs = needs
    self.placements = placements
    self.named = named
  }
}

/// A special educational need, ranked. Two needs may share rank 1 by mistake; both are kept.
public struct Need: Hashable, Sendable {
  /// ``CodeSet/need``, as given.
  public var code: String
  /// 1 primary, 2 secondary; nil where the return has none.
  public var rank: Int?

  public init(code: String, rank: Int?) {
    self.code = code
    self.rank = rank
  }
}

/// Where a child is taught: by number, or by kind where there is none.
public struct Setting: Hashable, Sendable {
  /// Establishment number in GIAS, six digits.
  public var urn: String
  /// Provider number, eight digits.
  public var ukprn: String
  /// ``CodeSet/setting``, where there is neither number.
  public var kind: String
  /// Words, for "other" kinds.
  public var words: String

  public init(urn: String = "", ukprn: String = "", kind: String = "", words: String = "") {
    self.urn = urn
    self.ukprn = ukprn
    self.kind = kind
    self.words = words
  }

  /// Whether nothing identifies it; words alone do not.
  public var isEmpty: Bool { urn.isEmpty && ukprn.isEmpty && kind.isEmpty }

  /// What identifies it: `urn 100608`, `ukprn 10099248`, `OLA`; empty where nothing does.
  public var key: String {
    !urn.isEmpty ? "urn \(urn)" : !ukprn.isEmpty ? "ukprn \(ukprn)" : kind
  }

  /// What a list shows where the setting has no known name: `URN 100608`, `EHE`, `none`.
  public var label: String {
    if !urn.isEmpty { return "URN \(urn)" }
    if !ukprn.isEmpty { return "UKPRN \(ukprn)" }
    return kind.isEmpty ? "none" : kind
  }
}

/// A place attended, with its dates.
public struct Placement: Hashable, Sendable {
  public var setting: Setting
  /// 1 primary, 2 secondary (for example dual registration in alternative provision).
  public var rank: Int?
  /// Nil where the return has none.
  public var entered: Day?
  /// Nil while the child is still there.
  public var left: Day?
  public var isSENUnit: Bool
  public var isResourcedProvision: Bool
  /// ``CodeSet/residential`` and ``CodeSet/workBased``, from version 1.2.
  public var residential: String
  public var workBased: String

  public init(
    setting: Setting, rank: Int?, entered: Day? = nil, left: Day? = nil, isSENUnit: Bool = false,
    isResourcedProvision: Bool = false, residential: String = "", workBased: String = ""
  ) {
    self.setting = setting
    self.rank = rank
    self.entered = entered
    self.left = left
    self.isSENUnit = isSENUnit
    self.isResourcedProvision = isResourcedProvision
    self.residential = residential
    self.workBased = workBased
  }

  /// Whether the child is still there: no leaving day, or one after this.
  public func isOpen(on day: Day) -> Bool { left.map { $0 > day } ?? true }
}

extension Sequence<Placement> {
  /// The current placement: open, lowest rank, then latest entry. Nil where none is open.
  public func current(on day: Day) -> Placement? {
    filter { $0.isOpen(on: day) }.min { a, b in
      let (x, y) = (a.rank ?? Int.max, b.rank ?? Int.max)
      return x != y ? x < y : (a.entered?.number ?? .min) > (b.entered?.number ?? .min)
    }
  }
}

extension Sequence<Need> {
  /// The primary needs: rank 1, both where two claim it; else, where none is ranked, none.
  public var primary: [Need] { filter { $0.rank == 1 } }
}
