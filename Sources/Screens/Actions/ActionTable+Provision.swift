import TerminalKit

extension ContextID {
  /// A row that is a line of provision.
  static let provision: ContextID = "provision"
  /// The part of a record where its lines of provision stand.
  static let provisionPart: ContextID = "provision.part"
}

extension ActionID {
  static let provisionRecord: ActionID = "provision.record"
  static let provisionAdd: ActionID = "provision.add"
  static let provisionCorrect: ActionID = "provision.correct"
}

extension ActionTable {
  static let provisionActions: [ActionSpec] = [
    ActionSpec(
      .provisionRecord, name: "Record on the line of provision", keys: [.character("d")],
      help: "In place, agreed, commissioned, a gap and why, a day to review it by, or ended.",
      label: "record", contexts: [.provision], writes: true),
    ActionSpec(
      .provisionAdd, name: "Add a line of provision", keys: [.character("+")],
      help: "Add a need or provision of the plan's section C, D, G, H1 or H2 by hand.",
      label: "add line", contexts: [.provision, .provisionPart], writes: true),
    ActionSpec(
      .provisionCorrect, name: "Correct the line of provision", keys: [.character("E")],
      help: "Correct what the line says: section, words, service, provider, how much.",
      label: "correct", contexts: [.provision], writes: true),
  ]
}
