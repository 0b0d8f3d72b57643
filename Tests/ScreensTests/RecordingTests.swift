import SENDDomain
import TerminalKit
import Testing

@testable import Screens

@Suite struct RecordingTests {
  @Test func `a decision is recorded, announced, moves the date, and is undone`() {
    var stage = Stage()
    stage.play("<down>d1")
    #expect(
      stage.root.log.current?.text
        == "✓ Decision to maintain on Mon 23 Nov 2026: ADEYEMI, Tobi · u undo")
    #expect(!stage.text().contains("-12 d"))
    stage.play("u")
    #expect(stage.text().contains("-12 d"))
    stage.play("U")
    #expect(!stage.text().contains("-12 d"))
  }

  @Test func `bad input stays as typed with what would be right beneath it`() {
    var stage = Stage()
    stage.play("<down>m14/13<enter>")
    let text = stage.text()
    #expect(text.contains("14/13"))
    #expect(text.contains("There is no month 13: type the day first, as 14/10."))
    #expect(stage.workspace.undoStack.isEmpty)
  }

  @Test func `what the domain refuses is said in the form, and nothing is lost`() {
    var stage = Stage()
    stage.play("<down>d<down><tab>1 oct<enter>")
    // The second choice is on focus but none was taken.
    #expect(stage.text().contains("Choose one of these."))
    stage.play("2")
    #expect(stage.text().contains("would be before the"))
    #expect(stage.text().contains("correct the meeting first."))
    #expect(stage.text().contains("1 oct"))
    #expect(stage.workspace.undoStack.isEmpty)
  }

  @Test func `a bulk action names its count, waits for Enter and is one undo`() {
    var stage = Stage()
    stage.play("2<down><space><space>r")
    #expect(stage.text().contains("2 marked plans"))
    stage.play("<enter>")
    #expect(stage.text().contains("2 marked plans · u undo"))
    #expect(stage.root.reviews.list.marks.isEmpty)
    #expect(stage.workspace.undoStack.count == 1)
  }

  @Test func `how many of how many are shown is true after each letter of a filter`() {
    var stage = Stage()
    stage.play("2/")
    for (typed, count) in [("b", 5), ("be", 1), ("beg", 1), ("begx", 0)] {
      stage.play(String(typed.suffix(1)))
      #expect(stage.root.reviews.query.filter == typed)
      #expect(stage.text().contains("\(count) of 6"), "\(typed)")
      #expect(stage.root.reviews.list.rows.count == count)
    }
    stage.play("<bs><bs><bs><bs>a")
    let rows = stage.root.reviews.list.rows.count
    #expect(rows > 2 && stage.text().contains("\(rows) of 6"))
    stage.play("<esc>")
    #expect(stage.text().contains("6 plans"))
  }

  @Test func `mark all marks every row of the filtered list`() {
    var stage = Stage()
    stage.play("2/d<enter>*")
    #expect(stage.text().contains("3 marked"))
    stage.play("*")
    #expect(!stage.text().contains("marked ·"))
  }

  @Test func `a draft is kept while typing and dropped when saved or given up`() {
    var stage = Stage()
    stage.play("<down>m14")
    #expect(stage.workspace.drafts.last??.values["day"] == "14")
    stage.play(" oct<enter>")
    #expect(stage.workspace.drafts.last == .some(nil))
  }

  @Test func `a draft that was left is offered under the child's name and can be saved`() {
    let draft = Draft(action: "meeting", child: 1, plans: [10], values: ["day": "16 oct"])
    var stage = Stage(draft: draft)
    #expect(stage.text().contains("16 oct"))
    #expect(stage.text().contains("│ ADEYEMI, Tobi  b. 14 Mar 2013  Year 9"))
    stage.play("<^s>")
    #expect(stage.workspace.undoStack.count == 1)
  }

  @Test func `that a draft is offered is said in full at 60 columns`() {
    let draft = Draft(action: "meeting", child: 1, plans: [10], values: ["day": "16 oct"])
    var stage = Stage(size: Size(width: 60, height: 20), draft: draft)
    #expect(stage.text().contains("Left unsaved last time: ^S saves it, Esc leaves it."))
  }

  @Test func `a draft of a child who is gone opens no form`() {
    let draft = Draft(action: "meeting", child: 99, plans: [990], values: ["day": "16 oct"])
    let stage = Stage(draft: draft)
    #expect(stage.root.layers.isEmpty)
    #expect(stage.root.log.current?.text.contains("no longer here") == true)
  }

  @Test func `what somebody else recorded meanwhile is not replaced unasked`() {
    var stage = Stage()
    stage.play("<down>d")
    var theirs = stage.workspace.entries[0].history
    let decided = ReviewRecording(.decided, on: FakeWorkspace.today, outcome: .maintain)
    theirs.apply(decided, to: .new(returnedMeeting: Day(2026, 10, 14)))
    stage.workspace.entries[0].history = theirs
    stage.play("2")
    #expect(stage.text().contains("Somebody else recorded \"decision sent\""))
    #expect(stage.workspace.undoStack.isEmpty)
    // In full, however small the window.
    stage.send(.resize(Size(width: 60, height: 20)))
    let words = stage.text().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    #expect(
      words.contains(
        "while this was open Mon 23 Nov 2026 maintain Leave the form look and record again if it "
          + "should be replaced"))
  }

  @Test func `every correction is read in full at 60 by 20, and what is below is said`() {
    var stage = Stage(size: Size(width: 60, height: 20))
    stage.play("<down>:adjour<enter><down>xx<enter>")
    #expect(stage.text().contains("Say why, in a few words."))
    #expect(stage.text().contains("Oct, 2026-10-14 or +2w."))
    var form = Form(
      title: "Three",
      fields: ["a", "b", "c"].map { .text(FieldID($0), $0) })
    var canvas = Canvas(size: Size(width: 20, height: 2))
    form.draw(on: &canvas, in: canvas.bounds)
    #expect(canvas.text == ["> a", "+2 more"])
    form.focus("c")
    canvas = Canvas(size: Size(width: 20, height: 2))
    form.draw(on: &canvas, in: canvas.bounds)
    #expect(canvas.text.last == "> c")
  }

  @Test func `a decision after a decided review says that it begins another and waits for Enter`() {
    var stage = Stage()
    stage.play("2G<up><up>")
    #expect(stage.root.reviews.selected?.name.family == "Nguyễn")
    stage.play("d2")
    #expect(
      stage.text().contains("Begins a new review; the last was decided Mon 28 Sep 2026 (amend).")
    )
    #expect(stage.workspace.undoStack.isEmpty)
    stage.play("<tab><enter>")
    #expect(stage.workspace.undoStack.count == 1)
  }

  @Test func `a meeting is adjourned with its reason, until a new day is booked`() {
    var stage = Stage()
    stage.play("fbegum<enter>b10 dec<enter>:adjourned<enter>")
    #expect(stage.text().contains("2026-12-10"))
    stage.play("<enter>")
    #expect(stage.text().contains("Say why, in a few words."))
    stage.play("<backtab>The EP is ill<^s>")
    #expect(stage.workspace.entries[1].history.currentReview?.stage == .adjourned)
    stage.play("<esc>1")
    #expect(stage.text().contains("Review meeting: no meeting date"))
    stage.play("fbegum<enter>b17 dec<enter>")
    #expect(stage.workspace.entries[1].history.currentReview?.stage == .dateSet)
  }

  @Test func `marking refused says so, and what follows names its one child and waits for Enter`() {
    var stage = Stage()
    stage.workspace.mostMarks = 3
    stage.play("2*")
    #expect(
      stage.root.log.current?.text
        == "! Nothing is marked: over 2,000 rows are shown. Filter first, then mark all.")
    stage.play("<down>d2")
    #expect(stage.text().contains("For this one child only: the rows were not marked."))
    #expect(stage.text().contains("ADEYEMI, Tobi"))
    #expect(stage.workspace.undoStack.isEmpty)
    stage.play("<tab><enter>")
    #expect(stage.workspace.undoStack.count == 1)
    // Said of the next action alone.
    stage.play("<down>d")
    #expect(!stage.text().contains("For this one child only"))
    stage.play("<esc><space>*")
    #expect(
      stage.root.log.current?.text
        == "! Only 1 row is marked: over 2,000 are shown. Filter first, then mark all.")
    stage.play("/adeyemi<enter>*")
    #expect(stage.root.log.current?.text.hasPrefix("1 row marked.") == true)
    stage.play("*")
    #expect(stage.root.log.current?.text == "No row is marked any more.")
    #expect(stage.root.reviews.list.marks.isEmpty)
  }

  @Test func `keys typed while rows are being marked wait for the marks`() {
    var root = Stage().root
    let effects = root.handle(.key(.character("*")))
    #expect(root.mustWait(for: .key(.character("d"))))
    #expect(effects.count == 1)
    _ = root.receive(.allRows(.due, nil))
    #expect(!root.mustWait(for: .key(.character("d"))))
    _ = root.handle(.key(.character("*")))
    _ = root.receive(.failed(ServiceFailure("The file is gone.")))
    #expect(!root.mustWait(for: .key(.character("d"))))
  }

  @Test func `sorting keeps the focus on the child`() {
    var stage = Stage()
    stage.play("2<down>s2")
    #expect(stage.root.reviews.selected?.name.family == "Adeyemi")
    stage.play("s3")
    #expect(stage.root.reviews.selected?.name.family == "Adeyemi")
  }

  @Test func `leaving a form with changes asks: go on, keep for later, or drop`() {
    var stage = Stage()
    stage.play("<down>nA call<esc>")
    #expect(stage.text().contains("Enter drops it, Esc keeps it, Tab goes on"))
    stage.play("<tab>")
    #expect(stage.text().contains("A call"))
    // Esc leads out, and nothing typed is lost.
    stage.play("<esc><esc>")
    #expect(stage.root.layers.isEmpty)
    #expect(stage.workspace.drafts.last??.values["text"] == "A call")
    stage.play("n")
    #expect(stage.text().contains("A call"))
    stage.play("<esc><enter>")
    #expect(stage.root.layers.isEmpty)
    #expect(stage.workspace.drafts.last == .some(nil))
    stage.play("n")
    #expect(!stage.text().contains("A call"))
  }

  @Test func `a failed write keeps the form and says what to do`() {
    var stage = Stage()
    stage.play("<down>m")
    stage.workspace.failure = ServiceFailure("The disk is full: free some space and try again.")
    stage.play("<enter>")
    #expect(stage.text().contains("The disk is full"))
    #expect(!stage.root.layers.isEmpty)
    stage.workspace.failure = nil
    stage.play("<enter>")
    #expect(stage.root.layers.isEmpty)
  }

  @Test func `hidden names show nowhere, hostile ones harmlessly`() {
    var stage = Stage()
    stage.play("2")
    #expect(!stage.text().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    stage.play("H")
    for family in ["ADEYEMI", "MENSAH", "BEGUM", "2013"] {
      #expect(!stage.text().contains(family))
    }
  }
}
