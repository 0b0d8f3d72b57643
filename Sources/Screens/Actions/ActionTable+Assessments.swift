import TerminalKit

extension ContextID {
  /// A row that is a needs assessment or one of its dates.
  static let assessment: ContextID = "assessment"
  /// A row that is one adviser's part of an assessment.
  static let advice: ContextID = "advice"
}

extension ActionID {
  static let assessBegin: ActionID = "assessment.begin"
  static let assessDecide: ActionID = "assessment.decide"
  static let assessDraft: ActionID = "assessment.draft"
  static let assessViews: ActionID = "assessment.views"
  static let assessFinal: ActionID = "assessment.final"
  static let assessException: ActionID = "assessment.exception"
  static let assessConsult: ActionID = "assessment.consult"
  static let assessReply: ActionID = "assessment.reply"
  static let assessOther: ActionID = "assessment.other"
  static let adviceAsk: ActionID = "advice.ask"
  static let adviceDecide: ActionID = "advice.decide"
  static let adviceKnown: ActionID = "advice.known"
  static let adviceChase: ActionID = "advice.chase"
  static let adviceIn: ActionID = "advice.in"
  static let adviceCheck: ActionID = "advice.check"
  static let adviceAssign: ActionID = "advice.assign"
  static let adviceMeetings: ActionID = "advice.meetings"
  static let nextDesk: ActionID = "assessments.next-desk"
  static let previousDesk: ActionID = "assessments.previous-desk"
}

extension ActionTable {
  static let assessmentActions: [ActionSpec] = [
    ActionSpec(
      .assessDecide, name: "Decide on the request", keys: [.character("d")],
      help: "Record that the authority will assess, will not, or will issue no plan.",
      label: "decide", contexts: [.assessment], writes: true),
    ActionSpec(
      .adviceAsk, name: "Ask for advice", keys: [.character("i")],
      help: "Ask the usual advisers or one of them; each has six weeks of their own.",
      label: "ask advice", contexts: [.assessment], writes: true),
    ActionSpec(
      .assessReply, name: "What was asked for came in", keys: [.character("r")],
      help: "Record advice that came in, or a setting's answer to the consultation.",
      label: "came in", contexts: [.assessment], writes: true),
    ActionSpec(
      .assessDraft, name: "Draft plan sent", keys: [.character("a")],
      help: "Record the draft plan; the family's 15 days begin.", label: "draft",
      contexts: [.assessment], writes: true),
    ActionSpec(
      .assessConsult, name: "Consult settings", keys: [.character("C")],
      help: "Record which settings are consulted on being named; each has 15 days.",
      label: "consult", contexts: [.assessment], writes: true),
    ActionSpec(
      .assessViews, name: "Representations are in", keys: [.character("V")],
      help: "Record that the family's answer to the draft came in.", label: "representations",
      contexts: [.assessment], writes: true),
    ActionSpec(
      .assessFinal, name: "Final plan of the assessment sent", keys: [.character("p")],
      help: "Record that the final plan was sent: the assessment ends.", label: "final plan",
      contexts: [.assessment], writes: true),
    ActionSpec(
      .assessException, name: "Exception with its code", keys: [.character("X")],
      help: "Record why a limit could lawfully not be kept, and what shows it; no date moves.",
      label: "exception", contexts: [.assessment], writes: true),
    ActionSpec(
      .assessOther, name: "Other step of the assessment", keys: [],
      help: "Record consent, withdrawal, a move, mediation, an appeal or the Tribunal's order.",
      label: "other step", contexts: [.assessment], writes: true),
    ActionSpec(
      .assessBegin, name: "Request for an assessment received", keys: [.character("+")],
      help: "Enter a request for an EHC needs assessment by hand; the twenty weeks begin.",
      label: "request", contexts: [.record, .assessment], writes: true),
    ActionSpec(
      .adviceDecide, name: "Decide on the request for advice", keys: [.character("d")],
      help: "Triage: who gives the advice, or why none is given.", label: "decide",
      contexts: [.advice], writes: true),
    ActionSpec(
      .adviceKnown, name: "Known to the service?", keys: [.character("K")],
      help: "Record what the service's own system says of the child, and who looked.",
      label: "known?", contexts: [.advice], writes: true),
    ActionSpec(
      .adviceChase, name: "Chase advice", keys: [.character("c")],
      help: "Record that advice was chased, for all the marked at once.", label: "chase",
      contexts: [.advice], writes: true),
    ActionSpec(
      .adviceIn, name: "Take the advice in", keys: [.character("r")],
      help: "Record advice that came in, also advice that finds no needs.", label: "came in",
      contexts: [.advice], writes: true),
    ActionSpec(
      .adviceCheck, name: "Check the advice", keys: [.character("Q")],
      help: "One key for each thing that good advice must have.", label: "check",
      contexts: [.advice], writes: true),
    ActionSpec(
      .adviceAssign, name: "Assign the advice", keys: [.character("A")],
      help: "Say who or which team writes it.", label: "assign", contexts: [.advice],
      writes: true),
    ActionSpec(
      .adviceMeetings, name: "Looked-after and education plan meetings", keys: [],
      help: "Note the next looked-after review and education plan meeting beside the advice.",
      label: "meetings", contexts: [.advice], writes: true),
    ActionSpec(
      .export, name: "Make a letter or list", keys: [.character("x")],
      help: "Make a letter, chaser, list or chronology, read it, and write it to a file.",
      label: "letters", contexts: [.plan, .assessment, .advice, .record]),
    ActionSpec(
      .nextDesk, name: "Assessments, social care and health: advice, provision", keys: [.tab],
      help: "Go from the assessments to each desk's advice and its provision, and round again.",
      label: "desks",
      contexts: [.desks]),
    ActionSpec(
      .previousDesk, name: "The other way round the desks", keys: [.backTab],
      help: "Go round the assessments and desks the other way.", label: "desks back",
      contexts: [.desks]),
  ]
}

extension ContextID {
  /// The screen of the assessments and the desks.
  static let desks: ContextID = "desks"
}
