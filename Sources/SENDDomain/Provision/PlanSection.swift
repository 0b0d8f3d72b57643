/// The sections of a plan that health and social care fill: the needs that are linked to the
/// child's special educational needs, and the provision for them.
///
/// - Source: SEND Regulations 2014, regulation 12(1).
public enum PlanSection: String, CaseIterable, Hashable, Sendable {
  case c, d, g, h1, h2

  /// As it is cited: `H1`.
  public var letter: String { rawValue.uppercased() }

  public var words: String {
    switch self {
    case .c: "health needs"
    case .d: "social care needs"
    case .g: "health provision"
    case .h1: "social care provision, 1970 Act section 2"
    case .h2: "other social care provision"
    }
  }

  /// Whether it says a need and no provision: nothing is commissioned or begins there.
  public var isNeed: Bool { self == .c || self == .d }

  /// The desk that looks after it.
  public var desk: AdviceDesk { self == .c || self == .g ? .health : .socialCare }

  /// Which rights what stands in it comes under.
  public var group: FieldGroup { desk.group }
}

extension AdviceDesk {
  /// Which rights its lines of provision come under.
  public var group: FieldGroup { self == .health ? .health : .socialCare }

  /// The plan's sections that it looks after, in their order.
  public var sections: [PlanSection] { PlanSection.allCases.filter { $0.desk == self } }

  public var provisionWords: String {
    self == .health ? "health provision" : "social care provision"
  }
}
