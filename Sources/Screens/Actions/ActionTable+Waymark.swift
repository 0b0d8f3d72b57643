import TerminalKit

extension ContextID {
  /// Wherever no text is being typed.
  static let everywhere: ContextID = "everywhere"
  /// Any list of rows.
  static let list: ContextID = "list"
  /// A row that is a plan, or an open record with one.
  static let plan: ContextID = "plan"
  static let record: ContextID = "record"
  /// A row that is a day agreed for asking a family how it went.
  static let followUp: ContextID = "followUp"
  /// A row that is the day of something promised.
  static let promised: ContextID = "promised"
  /// The services of the Local Offer.
  static let offer: ContextID = "offer"
  /// A form that is being filled in: printable keys are text there.
  static let form: ContextID = "form"
}

extension ActionID {
  static let meeting: ActionID = "review.meeting"
  static let decision: ActionID = "review.decision"
  static let book: ActionID = "review.book"
  static let invite: ActionID = "review.invite"
  static let views: ActionID = "review.views"
  static let report: ActionID = "review.report"
  static let notice: ActionID = "review.notice"
  static let finalPlan: ActionID = "review.final"
  static let early: ActionID = "review.early"
  static let adjourned: ActionID = "review.adjourned"
  static let notHeld: ActionID = "review.not-held"
  static let why: ActionID = "why"
  static let note: ActionID = "note.add"
  static let open: ActionID = "open"
  static let openService: ActionID = "offer.open"
  static let basket: ActionID = "offer.basket"
  static let sheet: ActionID = "offer.sheet"
  static let export: ActionID = "export"
  static let signpost: ActionID = "signpost"
  static let outcome: ActionID = "signpost.outcome"
  static let promise: ActionID = "promise.make"
  static let panel: ActionID = "panel.put"
  static let assign: ActionID = "case.assign"
  static let handOver: ActionID = "case.hand-over"
  static let cover: ActionID = "case.cover"
  static let offerReport: ActionID = "offer.report"
  static let offerConfirm: ActionID = "offer.confirm"
  static let offerCorrect: ActionID = "offer.correct"
  static let offerAdd: ActionID = "offer.add"
  static let offerGap: ActionID = "offer.gap"
  static let clipboard: ActionID = "offer.clipboard"
  static let nextPane: ActionID = "offer.next-pane"
  static let previousPane: ActionID = "offer.previous-pane"
  static let filter: ActionID = "list.filter"
  static let quickFilter: ActionID = "list.quick"
  static let sort: ActionID = "list.sort"
  static let columns: ActionID = "list.columns"
  static let mark: ActionID = "list.mark"
  static let markAll: ActionID = "list.mark-all"
  static let detail: ActionID = "list.detail"
  static let refresh: ActionID = "list.refresh"
  static let chartTable: ActionID = "list.chart"
  static let nextTab: ActionID = "record.next-tab"
  static let previousTab: ActionID = "record.previous-tab"
  static let nextChild: ActionID = "record.next-child"
  static let previousChild: ActionID = "record.previous-child"
  static let trail: ActionID = "record.trail"
  static let openHidden: ActionID = "record.open-hidden"
  static let find: ActionID = "find"
  static let palette: ActionID = "palette"
  static let help: ActionID = "help"
  static let undo: ActionID = "undo"
  static let redo: ActionID = "redo"
  static let hideNames: ActionID = "names.hide"
  static let letters: ActionID = "keys.letters"
  static let mouse: ActionID = "mouse"
  static let lock: ActionID = "lock"
  static let setPassphrase: ActionID = "lock.set-passphrase"
  static let removePassphrase: ActionID = "lock.remove-passphrase"
  static let messages: ActionID = "messages"
  static let importReturn: ActionID = "import.return"
  static let back: ActionID = "back"
  static let leave: ActionID = "leave"
  static let save: ActionID = "form.save"
  static let editor: ActionID = "form.editor"
  static let redraw: ActionID = "redraw"
  static let suspend: ActionID = "suspend"

  /// Goes to the screen with this digit.
  static func screen(_ digit: Int) -> ActionID { ActionID("screen.\(digit)") }
}

extension ActionTable {
  /// Every action of the program, once: the source of keys, footer, help, palette and manual.
  package static let waymark = ActionTable(
    planActions + assessmentActions + provisionActions + listActions + offerActions + recordActions
      + screenActions
      + generalActions
      + movingActions)

  /// The table with letters, digits and signs off: the list of all actions reaches the rest.
  package var withLettersOff: ActionTable { withoutCharacterKeys(reachedBy: .palette) }

  private static let planActions: [ActionSpec] = [
    ActionSpec(
      .meeting, name: "Record the review meeting", keys: [.character("m")],
      help: "Say when the review meeting was held; the report and the decision count from it.",
      label: "meeting", contexts: [.plan], writes: true),
    ActionSpec(
      .decision, name: "Record the decision", keys: [.character("d")],
      help: "Maintain, amend or cease: only this completes a review and starts the next year.",
      label: "decision", contexts: [.plan], writes: true),
    ActionSpec(
      .book, name: "Book or move the meeting", keys: [.character("b")],
      help: "Set the day of the next review meeting, or move it.", label: "book",
      contexts: [.plan], writes: true),
    ActionSpec(
      .why, name: "Why this date?", keys: [.character("w")],
      help: "Explain the date: the rule, the arithmetic, the source.", label: "why",
      contexts: [.plan, .followUp, .promised, .assessment, .advice, .provision]),
    ActionSpec(
      .open, name: "Open the child's record", keys: [.enter],
      help: "Open the record with its time line; the opening is recorded.", label: "open",
      contexts: [.list]),
    ActionSpec(
      .openHidden, name: "Open what the role hides", keys: [.enter],
      help: "Show the education of this child in a role that does not see it; it is recorded.",
      label: "open what is hidden", contexts: [.record]),
    ActionSpec(
      .invite, name: "Invitations and papers", keys: [.character("i")],
      help: "Record invitations, the request for advice, or the papers sent out.",
      label: "papers", contexts: [.plan], writes: true),
    ActionSpec(
      .views, name: "Views are in", keys: [.character("V")],
      help: "Record that the child's or the family's views came in.", label: "views",
      contexts: [.plan], writes: true),
    ActionSpec(
      .report, name: "Report sent", keys: [.character("r")],
      help: "Record the report of the review meeting.", label: "report", contexts: [.plan],
      writes: true),
    ActionSpec(
      .notice, name: "Amendment notice sent", keys: [.character("a")],
      help: "Record the amendment notice; the family's 15 days begin.", label: "notice",
      contexts: [.plan], writes: true),
    ActionSpec(
      .finalPlan, name: "Final plan sent", keys: [.character("p")],
      help: "Record the final amended plan, and whether it names the next setting.",
      label: "final plan", contexts: [.plan], writes: true),
    ActionSpec(
      .early, name: "Early or interim review", keys: [.character("e")],
      help: "Begin a review outside the yearly rhythm by booking its meeting.", label: "early",
      contexts: [.plan], writes: true),
    ActionSpec(
      .adjourned, name: "Meeting adjourned", keys: [],
      help: "Record that the booked meeting is put off, with the reason; booking sets its new day.",
      label: "adjourned", contexts: [.plan], writes: true),
    ActionSpec(
      .notHeld, name: "No review meeting in the year", keys: [],
      help: "Record that no meeting will be held in the year, with the reason.",
      label: "not held", contexts: [.plan], writes: true),
    ActionSpec(
      .note, name: "Add a note or contact", keys: [.character("n")],
      help: "Write down a call, a visit or anything else about the child.", label: "note",
      contexts: [.plan, .followUp, .promised], writes: true),
    ActionSpec(
      .promise, name: "Promise something: yes, I will", keys: [.character("y")],
      help: "Write down what was agreed or promised, by when and who does it; it stands in Today.",
      label: "promise", contexts: [.plan, .followUp, .promised, .assessment, .advice],
      writes: true),
    ActionSpec(
      .panel, name: "Put to a panel", keys: [.character("P")],
      help: "Put a question about the case to a panel; x makes the panel's agenda.",
      label: "panel", contexts: [.plan, .assessment], writes: true),
    ActionSpec(
      .assign, name: "Assign the case", keys: [.character("A")],
      help: "Give the child's plan and assessment to a colleague, for all the marked at once.",
      label: "assign", contexts: [.plan, .promised, .assessment], writes: true),
    ActionSpec(
      .outcome, name: "Done today, or what came of it", keys: [.character("t")],
      help: "Say that a promise is kept, or how a family fared with a service.",
      label: "what came of it", contexts: [.followUp, .promised, .record], writes: true),
    ActionSpec(
      .signpost, name: "Signpost the family", keys: [.character("S")],
      help:
        "Signposting: choose services for this child; in the Local Offer, keep what they were told.",
      label: "signpost", contexts: [.plan, .followUp, .promised, .offer], writes: true),
    ActionSpec(
      .trail, name: "Who looked at or changed this child", keys: [.character("W")],
      help: "Show who opened or changed the record, and when.", label: "who",
      contexts: [.plan, .followUp]),
  ]

  private static let listActions: [ActionSpec] = [
    ActionSpec(
      .filter, name: "Filter this list", keys: [.character("/")],
      help: "Show only rows that hold what you type; in the Local Offer, go to the search box.",
      label: "filter", contexts: [.list, .offer]),
    ActionSpec(
      .openService, name: "Read the whole entry", keys: [.enter],
      help: "Show everything that is known of the service or of whom to ask, to be read aloud.",
      label: "open", contexts: [.offer]),
    ActionSpec(
      .nextPane, name: "Next part of the screen", keys: [.tab],
      help: "Go from the search box to the services, to whom to ask, and round.",
      label: "who to ask", contexts: [.offer]),
    ActionSpec(
      .previousPane, name: "Previous part of the screen", keys: [.backTab],
      help: "Go from whom to ask to the services, to the search box, and round.",
      label: "back", contexts: [.offer]),
    ActionSpec(
      .basket, name: "In or out of the basket", keys: [.space],
      help: "Put the service in the family's basket, which holds up to three, or take it out.",
      label: "basket", contexts: [.offer]),
    ActionSpec(
      .sheet, name: "Make the family's sheet", keys: [.character("x")],
      help: "Show or write the basket's services in plain words, also in large print.",
      label: "sheet", contexts: [.offer]),
    ActionSpec(
      .quickFilter, name: "Quick filter", keys: [.character("F")],
      help:
        "Show only some rows: by state, person, team or setting, phase transfers; or services by need, "
        + "cost, day and more.",
      label: "quick", contexts: [.list, .offer]),
    ActionSpec(
      .sort, name: "Sort", keys: [.character("s")], help: "Choose the order of the list.",
      label: "sort", contexts: [.list]),
    ActionSpec(
      .columns, name: "Columns", keys: [],
      help: "Choose which columns the list shows; the child, the state and the day always.",
      label: "columns", contexts: [.list, .offer]),
    ActionSpec(
      .mark, name: "Mark this row", keys: [.space],
      help: "Mark the row, so that the next action is done for all marked rows.", label: "mark",
      contexts: [.list]),
    ActionSpec(
      .markAll, name: "Mark all shown", keys: [.character("*")],
      help: "Mark every row that the list shows now, or take all marks away.",
      label: "mark all", contexts: [.list]),
    ActionSpec(
      .detail, name: "Detail on or off", keys: [.character("v")],
      help: "Show or hide the detail beside or below the list.", label: "detail",
      contexts: [.list, .offer]),
    ActionSpec(
      .chartTable, name: "The table behind the chart", keys: [.character("T")],
      help: "Show the weeks of the chart with their numbers, or what each person's cases hold.",
      label: "table",
      contexts: [.list]),
    ActionSpec(
      .refresh, name: "Show what is new", keys: [.character("R")],
      help: "Read the list again, with what others have changed.", label: "refresh",
      contexts: [.list]),
  ]

  private static let offerActions: [ActionSpec] = [
    ActionSpec(
      .offerReport, name: "Say that this entry is wrong", keys: [.character("!")],
      help:
        "Queue a service, or whom to ask, for the Local Offer team: closed, wrong phone and so on.",
      label: "wrong", contexts: [.offer], writes: true),
    ActionSpec(
      .offerConfirm, name: "Details confirmed today", keys: [.character("t")],
      help: "Say that you have checked the service's details today, by telephone or there.",
      label: "confirmed", contexts: [.offer], writes: true),
    ActionSpec(
      .offerCorrect, name: "Correct this entry", keys: [.character("E")],
      help: "Correct what the entry says, over what its source says; an import leaves it.",
      label: "correct", contexts: [.offer], writes: true),
    ActionSpec(
      .offerAdd, name: "Add a service by hand", keys: [.character("+")],
      help: "Add a service that no source has; the search finds it at once.", label: "add",
      contexts: [.offer], writes: true),
    ActionSpec(
      .offerGap, name: "Keep this search as a gap", keys: [],
      help: "Keep what was looked for and not found, as a theme without names.", label: "gap",
      contexts: [.offer], writes: true),
    ActionSpec(
      .clipboard, name: "Send to the clipboard", keys: [],
      help: "Send a service's title and contact to your terminal, where the policy allows it.",
      label: "clipboard", contexts: [.offer]),
  ]

  private static let recordActions: [ActionSpec] = [
    ActionSpec(
      .nextTab, name: "Next part of the record", keys: [.character("]"), .tab],
      help: "Go to the next part of the record.", label: "next part", contexts: [.record]),
    ActionSpec(
      .previousTab, name: "Previous part of the record", keys: [.character("["), .backTab],
      help: "Go to the previous part of the record.", label: "previous part",
      contexts: [.record]),
    ActionSpec(
      .nextChild, name: "Next child", keys: [.ctrl("n")],
      help: "Open the record of the next child of the list.", label: "next child",
      contexts: [.record]),
    ActionSpec(
      .previousChild, name: "Previous child", keys: [.ctrl("p")],
      help: "Open the record of the previous child of the list.", label: "previous child",
      contexts: [.record]),
  ]

  private static let screenActions: [ActionSpec] = Catalogue.screens.map { screen in
    ActionSpec(
      .screen(screen.digit), name: "Go to \(screen.title)",
      keys: [.character(Character(String(screen.digit)))],
      help: "Go to the screen \(screen.title): \(screen.purpose).", label: screen.title,
      contexts: [.everywhere])
  }

  private static let generalActions: [ActionSpec] = [
    ActionSpec(
      .find, name: "Find any child", keys: [.character("f")],
      help: "Find a child by any part of the name or number, typing errors forgiven.",
      label: "find", contexts: [.everywhere]),
    ActionSpec(
      .undo, name: "Undo", keys: [.character("u")],
      help: "Turn round your last action; works after a restart too.", label: "undo",
      contexts: [.everywhere], writes: true),
    ActionSpec(
      .redo, name: "Redo", keys: [.character("U")],
      help: "Do again what undo turned round.", label: "redo", contexts: [.everywhere],
      writes: true),
    ActionSpec(
      .help, name: "Keys", keys: [.character("?"), .function(1)],
      help: "List the keys that work here; type to search, Enter runs the line.", label: "keys",
      contexts: [.everywhere]),
    ActionSpec(
      .palette, name: "All actions by name", keys: [.character(":"), .function(2)],
      help: "Type part of an action's name and press Enter.", label: "palette",
      contexts: [.everywhere]),
    ActionSpec(
      .hideNames, name: "Hide names", keys: [.character("H")],
      help: "Show initials instead of names, and no birth dates; press again to show them.",
      label: "hide names", contexts: [.everywhere]),
    ActionSpec(
      .letters, name: "Letters as keys on or off", keys: [],
      help: "With letters off only arrows, function and Ctrl keys act.",
      label: "letters", contexts: [.everywhere]),
    ActionSpec(
      .mouse, name: "Mouse on or off", keys: [],
      help: "A click selects, the wheel scrolls; hold Shift and drag to mark text for copying.",
      label: "mouse", contexts: [.everywhere]),
    ActionSpec(
      .lock, name: "Lock", keys: [.character("L")],
      help: "Clear the screen until the lock's passphrase is typed; everything stays as it is.",
      label: "lock", contexts: [.everywhere]),
    ActionSpec(
      .setPassphrase, name: "Set the lock's passphrase", keys: [],
      help: "Choose what unlocks these screens; with it they lock after a time without a key.",
      label: "set passphrase", contexts: [.everywhere]),
    ActionSpec(
      .removePassphrase, name: "Remove the lock's passphrase", keys: [],
      help: "Take the passphrase away; nothing is locked any more.", label: "remove passphrase",
      contexts: [.everywhere]),
    ActionSpec(
      .messages, name: "Last messages", keys: [],
      help: "Show the last hundred messages of the announcement line.", label: "messages",
      contexts: [.everywhere]),
    ActionSpec(
      .handOver, name: "Hand over a colleague's cases", keys: [],
      help: "Give all of somebody's open cases to another; it asks first and can be undone.",
      label: "hand over", contexts: [.everywhere], writes: true),
    ActionSpec(
      .cover, name: "Cover for a colleague", keys: [],
      help: "Show a colleague's cases with yours until a day; what you open says for whom.",
      label: "cover", contexts: [.everywhere], writes: true),
    ActionSpec(
      .importReturn, name: "Import a SEN2 return", keys: [],
      help: "Import a folder of COLLECT CSV exports or an XML return.", label: "import",
      contexts: [.everywhere], writes: true),
    ActionSpec(
      .back, name: "One level back", keys: [.escape],
      help: "Close what is open, then the filter, then the marks.", label: "back",
      contexts: [.everywhere]),
    ActionSpec(
      .leave, name: "One screen back, or leave", keys: [.character("q")],
      help: "Go one screen back; at the first screen, leave Waymark.", label: "leave",
      contexts: [.everywhere]),
    ActionSpec(
      .save, name: "Save the form", keys: [.ctrl("s")],
      help: "Save what is filled in, from any field.", label: "save", contexts: [.form]),
    ActionSpec(
      .editor, name: "Write this text in your editor", keys: [.ctrl("e")],
      help: "Write this text in the program that $VISUAL or $EDITOR names.", label: "editor",
      contexts: [.form]),
    ActionSpec(
      .redraw, name: "Draw again", keys: [.ctrl("l")], help: "Draw the whole screen again.",
      label: "redraw", contexts: [.everywhere]),
    ActionSpec(
      .suspend, name: "Suspend", keys: [.ctrl("z")],
      help: "Go to the shell; fg comes back.", label: "suspend", contexts: [.everywhere]),
  ]
}
