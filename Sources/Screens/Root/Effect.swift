import SENDDomain
import TerminalKit

/// What an update wants done outside: run by the program, answered by a ``Message``.
package enum Effect: Sendable {
  case loadReviews(ListQuery, ListAnchor, limit: Int, token: Int)
  case loadDue(ListQuery, ListAnchor, limit: Int, token: Int)
  case loadAssessments(ListQuery, ListAnchor, limit: Int, token: Int)
  case loadAdvice(AdviceDesk, ListQuery, ListAnchor, limit: Int, token: Int)
  case loadProvision(AdviceDesk, ListQuery, ListAnchor, limit: Int, token: Int)
  case count(ListSource, ListQuery, token: Int)
  case counts(ListSource, ListQuery)
  case workload(ListQuery)
  /// Counts how assessments kept their weeks in the last twelve months.
  case assessmentFigures(Scope, today: Day)
  /// Reads what one is to be chosen from: keys wait for it, for they are meant for the list.
  case pick(PickKind, Pick, today: Day)
  case changeCases(CaseChange, today: Day, words: String)
  /// Begins or ends standing in for a colleague.
  case cover(Int64, until: Day?, today: Day, words: String)
  /// Every row the list shows, to be marked.
  case allRows(ListSource, ListQuery)
  case find(String, Scope, token: Int)
  /// Looks for children who could be taken for this one.
  case lookAlikes(Child.ID)
  /// Reads the settings that can be consulted for a child.
  case settings(Child.ID)
  case searchOffer(OfferQuery, today: Day, token: Int)
  /// Reads what would be kept of a search.
  case offerTheme(OfferQuery, today: Day)
  case changeOffer(OfferChange, today: Day, words: String)
  /// Opens a record, which the journal notes first.
  case open(Child.ID, RecordScreen.Part)
  /// The same for a restricted one, with why.
  case openWithReason(
    Child.ID, RecordScreen.Part, RestrictedAccess.Reason, words: String)
  /// Opens what is hidden in the role for this child.
  case openHidden(Child.ID, RecordScreen.Part)
  /// Notes that a search by name returned so many.
  case noteSearch(found: Int)
  case reread(Child.ID)
  /// Reads whose draft it is.
  case identify(Draft)
  /// Reads what was in the basket when the program last ended, and for whom.
  case readBasket(SavedView.Basket)
  case perform(ReviewRecording, [Plan.ID], today: Day, seen: PlanHistory?, words: String)
  case addNote(String, Child.ID, today: Day, words: String)
  case keep(Keeping, today: Day, words: String)
  /// Writes a new file for the person alone; never over one that is there.
  case write(String, path: String)
  /// Makes what is to leave as a file, to be read first.
  case makeExport(ExportWish, today: Day)
  case writeExport(Export, today: Day)
  case undo(isAnswered: Bool)
  case redo
  case saveDraft(Draft?)
  /// Keeps where the person is, for the next start.
  case keepView(SavedView)
  case importReturn(String)
  case begin(Beginning)
  /// Reads the rule and calendar files: behind the first frame.
  case readRules
  /// Computes the stored dates anew: by rules that are not those they were made with.
  case recompute
  /// Compares what was typed with the lock's passphrase, which takes a while by design.
  case unlock(Secret, tries: Int)
  case changePassphrase(current: Secret, new: Secret?)
  /// Keeps for the next start whether these screens are open or locked.
  case noteSession(SessionState)
  /// Lends the terminal to the person's editor, with the text of the focused field.
  case edit(String)
  /// Sends text to the terminal for its clipboard.
  case clipboard(String, ClipboardSource)
  /// Has the journal say that a contact was sent there.
  case noteClipboard(ClipboardSource)
  case cancelWork
  case quit
  case suspend
  case redraw

  /// Effects of one lane run in order; a newer one of a lane that supersedes makes older waiting
  /// ones pointless.
  package enum Lane: Hashable, Sendable {
    case read, write, draft, count, work, background, lock, here
  }

  /// Rows that may be marked at once: one action on more would hold others up.
  static let mostMarks = 2_000

  /// A waiting effect with the same mark is made pointless by a newer one; nil where none is.
  package var supersedes: String? {
    switch self {
    case .loadReviews(_, .start, _, _): "reviews"
    case .loadDue(_, .start, _, _): "due"
    case .loadAssessments(_, .start, _, _): "assessments"
    case .loadAdvice(let desk, _, .start, _, _): "advice \(desk)"
    case .loadProvision(let desk, _, .start, _, _): "provision \(desk)"
    case .count(let source, _, _): "count \(source)"
    case .counts(let source, _): "counts \(source)"
    case .workload: "load"
    case .assessmentFigures: "figures"
    case .find: "find"
    case .searchOffer(let query, _, _): query.offset == 0 ? "offer" : nil
    case .saveDraft: "draft"
    default: nil
    }
  }

  package var lane: Lane {
    switch self {
    case .loadReviews, .loadDue, .loadAssessments, .loadAdvice, .loadProvision, .allRows, .find,
      .lookAlikes, .settings, .searchOffer, .offerTheme, .reread, .identify,
      .readBasket:
      .read
    case .count, .counts, .workload, .assessmentFigures: .count
    case .open, .openWithReason, .openHidden, .perform, .addNote, .keep, .changeOffer,
      .write, .makeExport, .writeExport, .undo, .redo, .noteClipboard, .pick, .changeCases, .cover:
      .write
    // No key waits for it.
    case .saveDraft, .keepView, .noteSession, .noteSearch: .draft
    case .importReturn, .begin: .work
    case .readRules, .recompute: .background
    case .unlock, .changePassphrase: .lock
    case .edit, .clipboard, .cancelWork, .quit, .suspend, .redraw: .here
    }
  }
}

/// What comes back from an effect, or from the world.
package enum Message: Sendable {
  case reviewsLoaded(ListWindow<ReviewRow>, token: Int)
  case dueLoaded(ListWindow<DueRow>, token: Int)
  case assessmentsLoaded(ListWindow<AssessmentRow>, token: Int)
  case adviceLoaded(AdviceDesk, ListWindow<AdviceRow>, token: Int)
  case provisionLoaded(AdviceDesk, ListWindow<ProvisionRow>, token: Int)
  case counted(ListSource, Int, token: Int)
  case countsKnown(ListSource, StateCounts)
  case loadKnown(Workload)
  case figuresKnown([AssessmentFigures])
  case pickable([PickRow], Pick)
  case casesChanged(ActionReply, words: String)
  case covered(CoverReply, words: String)
  /// Nil where there are more rows than may be marked at once.
  case allRows(ListSource, [MarkedRow]?)
  case found([FoundChild], token: Int)
  case alike(Child.ID, [LookAlike])
  case settingsKnown([String])
  case offerFound(OfferResults, milliseconds: Double, token: Int)
  case opened(ChildRecord?, RecordScreen.Part)
  /// The record is restricted and opens with a reason.
  case reasonWanted(Child.ID, RecordScreen.Part)
  case reread(ChildRecord?)
  case identified(Draft, DraftSubject)
  case basketRead(SavedView.Basket, DraftSubject)
  case themeKnown(OfferTheme)
  case offerChanged(ActionReply, words: String)
  case performed(ActionReply, words: String)
  case written(FileReply)
  case exportMade(ExportReply)
  case exportWritten(FileReply)
  case undone(UndoReply)
  case redone(UndoReply)
  case progress(String)
  case imported(ImportReply)
  case begun(WorkspaceFacts)
  case rulesRead(RulesReply)
  /// How far the dates are computed anew, in words.
  case recomputing(String)
  /// All are, or with false the work was stopped.
  case recomputed(Bool)
  case draftSaved
  case edited(EditorReply)
  /// Whether the text was sent.
  case clipboardAnswered(Bool, ClipboardSource)
  case clipboardNoted
  case lockAnswered(LockReply)
  case passphraseAnswered(LockReply)
  /// No key was pressed for as long as was set.
  case wentIdle
  /// The program was stopped and goes on: whoever continued it may be somebody else.
  case cameBack
  case failed(ServiceFailure)
  /// A write waits for another program's, which holds the lock.
  case waiting(String?)
  /// Another program has written into the workspace.
  case changedElsewhere
  /// The file is damaged, as SQLite's own words say, and is only read from here on.
  case fileDamaged([String], readOnlyBecause: String)
  /// The day has turned.
  case dayTurned(Day)
}

/// What came of lending the terminal to an editor.
package enum EditorReply: Hashable, Sendable {
  case text(String)
  /// The text is as it was; why, in a sentence.
  case refused(String)
}

extension Message {
  /// Whether it answers an effect of the lane `write`.
  var endsWriting: Bool {
    switch self {
    case .performed, .offerChanged, .written, .exportMade, .exportWritten, .undone, .redone,
      .opened, .clipboardNoted, .pickable, .casesChanged, .covered, .failed:
      true
    default: false
    }
  }
}

extension Effect {
  /// Does it and says what came of it; nil where there is nothing to say.
  ///
  /// Effects of the lane `here` are the loop's own and give nil.
  package func run(
    _ services: Services, scope: Scope, progress: @escaping @Sendable (String) -> Bool
  ) -> Message? {
    do {
      return try attempt(services, scope, progress)
    } catch let failure as ServiceFailure {
      return .failed(failure)
    } catch {
      return .failed(ServiceFailure("That did not work. The workspace is as it was."))
    }
  }

  private func attempt(
    _ services: Services, _ scope: Scope, _ progress: @escaping @Sendable (String) -> Bool
  ) throws -> Message? {
    switch self {
    case .loadReviews(let query, let anchor, let limit, let token):
      return .reviewsLoaded(try services.reviews(query, anchor, limit), token: token)
    case .loadDue(let query, let anchor, let limit, let token):
      return .dueLoaded(try services.due(query, anchor, limit), token: token)
    case .loadAssessments(let query, let anchor, let limit, let token):
      return .assessmentsLoaded(try services.assessments(query, anchor, limit), token: token)
    case .loadAdvice(let desk, let query, let anchor, let limit, let token):
      return .adviceLoaded(desk, try services.advice(desk, query, anchor, limit), token: token)
    case .loadProvision(let desk, let query, let anchor, let limit, let token):
      return .provisionLoaded(
        desk, try services.provision(desk, query, anchor, limit), token: token)
    case .count(let source, let query, let token):
      return .counted(source, try services.count(source, query), token: token)
    case .counts(let source, let query):
      return .countsKnown(source, try services.counts(source, query))
    case .workload(let query): return .loadKnown(try services.workload(query))
    case .assessmentFigures(let scope, let today):
      return .figuresKnown(try services.assessmentFigures(scope, today))
    case .pick(let kind, let pick, let today):
      return .pickable(try services.pickable(kind, today), pick)
    case .changeCases(let change, let today, let words):
      return .casesChanged(try services.changeCases(change, today), words: words)
    case .cover(let other, let until, let today, let words):
      return .covered(try services.setCover(other, until, today), words: words)
    case .allRows(let source, let query):
      return .allRows(source, try services.allRows(source, query, Effect.mostMarks))
    case .find(let text, let scope, let token):
      return .found(try services.find(text, scope, 50), token: token)
    case .settings(let child): return .settingsKnown(try services.settings(child, scope))
    case .lookAlikes(let child): return .alike(child, try services.lookAlikes(child, scope))
    case .searchOffer(let query, let today, let token):
      let clock = ContinuousClock()
      let start = clock.now
      let results = try services.searchOffer(query, today)
      let time = start.duration(to: clock.now)
      return .offerFound(results, milliseconds: time / .milliseconds(1), token: token)
    case .openWithReason(let child, let part, let reason, let words):
      guard try services.grantAccess(child, reason, words, scope) else {
        return .opened(nil, part)
      }
      return .opened(try services.openRecord(child, scope), part)
    case .openHidden(let child, let part):
      return .opened(try services.openHidden(child, scope), part)
    case .noteSearch(let found):
      services.noteSearch(found)
      return nil
    case .open(let child, let part):
      if try services.needsReason(child, scope) { return .reasonWanted(child, part) }
      return .opened(try services.openRecord(child, scope), part)
    case .reread(let child): return .reread(try services.record(child, scope))
    case .offerTheme(let query, let today):
      return .themeKnown(try services.offerTheme(query, today))
    case .changeOffer(let change, let today, let words):
      return .offerChanged(try services.changeOffer(change, today), words: words)
    case .identify(let draft):
      return .identified(draft, try services.draftSubject(draft, scope))
    case .readBasket(let basket):
      return .basketRead(basket, try services.draftSubject(basket.draft, scope))
    case .perform(let recording, let plans, let today, let seen, let words):
      return .performed(try services.perform(recording, plans, today, seen), words: words)
    case .addNote(let text, let child, let today, let words):
      return .performed(try services.addNote(text, child, today), words: words)
    case .keep(let keeping, let today, let words):
      return .performed(try services.keep(keeping, scope, today), words: words)
    case .noteClipboard(let source):
      try services.noteClipboard(source)
      return .clipboardNoted
    case .write(let text, let path): return .written(try services.write(text, path))
    case .makeExport(let wish, let today):
      return .exportMade(try services.makeExport(wish, scope, today))
    case .writeExport(let export, let today):
      return .exportWritten(try services.writeExport(export, today))
    case .undo(let isAnswered): return .undone(try services.undo(isAnswered))
    case .redo: return .redone(try services.redo())
    case .saveDraft(let draft):
      services.saveDraft(draft)
      return .draftSaved
    case .keepView(let view):
      services.keepView(view)
      return nil
    case .importReturn(let path): return .imported(try services.importReturn(path, progress))
    case .begin(let beginning): return .begun(try services.begin(beginning, progress))
    case .readRules: return .rulesRead(try services.readRules())
    case .recompute: return .recomputed(try services.recompute(progress))
    case .unlock(let secret, let tries): return .lockAnswered(services.lock.unlock(secret, tries))
    case .changePassphrase(let current, let new):
      return .passphraseAnswered(services.lock.change(current, new))
    case .noteSession(let state):
      services.lock.note(state)
      return nil
    case .edit, .clipboard, .cancelWork, .quit, .suspend, .redraw: return nil
    }
  }
}
