import SENDDomain
import TerminalKit
import Testing

@testable import Screens

@Suite struct LockTests {
  static let passphrase = "Correct horse q"

  /// A stage whose lock knows one passphrase.
  private func stage(
    _ state: PassphraseState = .set, startsLocked: Bool = false, draft: Draft? = nil
  ) -> Stage {
    Stage(
      draft: draft,
      lock: LockSetting(
        passphrase: state, unlocker: "K Osei (kosei on lc-term1)", startsLocked: startsLocked))
  }

  private func unlock(_ stage: inout Stage) { stage.play("\(LockTests.passphrase)<enter>") }

  @Test func `L shows nothing of any case, and the passphrase brings the same screen back`() throws
  {
    var stage = stage()
    stage.play("2<down><down><space>")
    let before = stage.text()
    stage.play("L")
    #expect(stage.root.isLocked)
    try stage.expectGolden("locked")
    unlock(&stage)
    #expect(!stage.root.isLocked)
    #expect(stage.text() == before)
  }

  @Test(arguments: [
    "f", "fade", "?", ":", "2<down><enter>]", "2/be", "2s", "dx", "<down>w", "n", "<down>b14 oc",
  ])
  func `whatever is open is open again after unlocking`(_ keys: String) {
    var stage = stage()
    stage.play(keys)
    let before = stage.text()
    stage.tell(.wentIdle)
    #expect(stage.text().hasPrefix("\n  Waymark is locked"))
    for name in ["ADEYEMI", "BEGUM", "MENSAH", "Osei  ", "late"] {
      #expect(!stage.text().contains(name))
    }
    unlock(&stage)
    #expect(stage.text() == before)
  }

  @Test func `nothing that is typed into the lock is shown, nor how long it is`() {
    var stage = stage()
    stage.play("L")
    let before = stage.frame()
    stage.play("hunter")
    stage.send(.paste("2 or so"))
    let after = stage.frame()
    #expect(after.canvas.text == before.canvas.text)
    #expect(after.cursor == before.cursor)
    #expect(after.cursor.y == 5 && after.canvas.text[5].hasPrefix("> Passphrase:"))
  }

  @Test func `a passphrase may be pasted, with the end of its line`() {
    var stage = stage()
    stage.play("L")
    stage.send(.paste(LockTests.passphrase + "\n"))
    #expect(stage.root.isLocked)
    stage.play("<enter>")
    #expect(!stage.root.isLocked)
  }

  @Test func `each wrong one is told with the tries that are left, and the fifth leaves`() {
    var stage = stage()
    stage.play("Lwrong<enter>")
    #expect(stage.text().contains("! That is not the passphrase. 4 tries are left"))
    stage.play("wrong<enter>wrong<enter>")
    #expect(stage.workspace.tries == [0, 1, 2])
    stage.play("<enter><enter>")
    #expect(stage.workspace.tries == [0, 1, 2])
    stage.play("wrong<enter>")
    #expect(stage.text().contains("One try is left"))
    #expect(!stage.quits)
    stage.play("wrong<enter>")
    #expect(stage.quits && stage.root.isLocked)
  }

  @Test func `no key does anything else while locked, and q is a letter`() {
    var stage = stage()
    stage.play("<down>L")
    stage.play("qqdd1<tab><down>2:?fuU")
    #expect(!stage.quits && stage.root.isLocked)
    #expect(stage.workspace.undoStack.isEmpty)
    #expect(stage.root.screen == .today && stage.root.layers.isEmpty)
    stage.play("<^u>")
    unlock(&stage)
    #expect(!stage.root.isLocked)
  }

  @Test func `Esc then Enter leaves, Esc then Esc stays`() {
    var stage = stage()
    stage.play("L")
    #expect(stage.text().hasSuffix("^U begin again  Esc, Enter leave"))
    stage.play("<esc>")
    #expect(stage.text().contains("Leave Waymark?"))
    stage.play("<esc>")
    #expect(!stage.quits && stage.root.isLocked)
    stage.play("<esc><enter>")
    #expect(stage.quits && stage.root.isLocked)
  }

  @Test func `without a passphrase L says that it would protect nothing, and offers to leave`() {
    var stage = stage(.none)
    stage.tell(.wentIdle)
    stage.tell(.cameBack)
    #expect(!stage.root.isLocked)
    stage.play("L")
    #expect(!stage.root.isLocked)
    #expect(stage.text().contains("No passphrase is set, so a lock would hold nobody off."))
    stage.play("<esc>")
    #expect(!stage.quits && stage.root.layers.isEmpty)
    stage.play("L<enter>")
    #expect(stage.quits)
  }

  @Test func `a passphrase that cannot be trusted locks and lets nobody in`() {
    var stage = stage(.unusable("others can change its file; remove it outside Waymark"))
    stage.workspace.passphrase = nil
    stage.play("L")
    #expect(stage.text().contains("! Nobody can unlock: others can change its file;"))
    stage.play("anything<enter>")
    #expect(stage.root.isLocked)
    #expect(stage.text().contains("! Nobody can unlock"))
    stage.play("<esc><enter>")
    #expect(stage.quits)
  }

  @Test func `what happens behind the lock is shown after it`() {
    var stage = stage()
    stage.play("L")
    stage.tell(
      .imported(ImportReply(added: 3, changed: 0, unchanged: 0, problems: 0, kinds: [])))
    stage.tell(.changedElsewhere)
    #expect(!stage.text().contains("Imported"))
    unlock(&stage)
    #expect(stage.text().contains("✓ Imported: 3 added"))
  }

  @Test func `a session that ended badly begins locked, its draft behind the lock`() {
    let draft = Draft(
      action: "note", child: 1, plans: [10], values: ["text": "Father rang about Tobi"])
    var stage = stage(startsLocked: true, draft: draft)
    #expect(stage.text().hasPrefix("\n  Waymark is locked"))
    #expect(!stage.text().contains("Tobi"))
    unlock(&stage)
    #expect(stage.text().contains("Father rang about Tobi"))
  }

  @Test func `a record that was open is opened, and that noted, only after unlocking`() {
    var view = SavedView()
    view.child = 1
    view.screen = "reviews"
    var stage = Stage(
      lock: LockSetting(passphrase: .set, unlocker: "K Osei", startsLocked: true), view: view)
    #expect(stage.workspace.entries[0].trail.isEmpty)
    // Leaving locked, it is still to be opened at the next start.
    #expect(stage.root.savedView.child == 1)
    unlock(&stage)
    #expect(stage.workspace.entries[0].trail.count == 1)
    #expect(stage.text().contains("Record · ADEYEMI, Tobi"))
  }

  @Test func `coming back from a suspension locks, and once is enough`() {
    var stage = stage()
    stage.play("2")
    let before = stage.text()
    stage.tell(.cameBack)
    stage.play("half of some")
    stage.tell(.cameBack)
    stage.play("<^u>")
    unlock(&stage)
    #expect(stage.text() == before)
  }

  @Test func `L is a letter in every text field`() {
    for keys in ["fL", "/L", ":L", "nL"] {
      var stage = stage()
      stage.play(keys)
      #expect(!stage.root.isLocked, "\(keys)")
    }
  }

  @Test(arguments: ["2<down>w", "2s", "F", "<down><enter>]]"])
  func `L locks from a dialog, a choice and a record too`(_ keys: String) {
    var stage = stage()
    stage.play(keys)
    let before = stage.text()
    stage.play("L")
    #expect(stage.root.isLocked)
    unlock(&stage)
    #expect(stage.text() == before)
  }

  @Test func `L locks while long work runs, and the work goes on`() {
    var stage = stage()
    stage.root.work = "Reading the return: 1,200 of 3,332"
    stage.play("L")
    #expect(stage.root.isLocked)
    #expect(stage.text().contains("The work that was begun goes on behind the lock."))
    #expect(!stage.text().contains("1,200"))
    unlock(&stage)
    #expect(stage.text().contains("1,200 of 3,332"))
  }

  @Test func `a key that locks waits for nothing`() {
    var stage = stage()
    #expect(stage.root.locksAtOnce(.key(.character("L"))))
    #expect(!stage.root.mustWait(for: .key(.character("L"))))
    stage.play("/")
    #expect(!stage.root.locksAtOnce(.key(.character("L"))))
  }
}

@Suite struct PassphraseTests {
  private func open(_ action: String, _ state: PassphraseState) -> Stage {
    var stage = Stage(lock: LockSetting(passphrase: state, unlocker: "K Osei"))
    if state == .none { stage.workspace.passphrase = nil }
    stage.play(":\(action)<enter>")
    return stage
  }

  @Test func `the first passphrase is typed twice, unseen, and locks from then on`() throws {
    var stage = open("set the lock's", .none)
    stage.play("a")
    // That something is typed is seen, and neither what nor how much.
    let before = stage.text()
    stage.play(" good long one")
    #expect(stage.text() == before)
    try stage.expectGolden("passphrase")
    stage.play("<enter>a good long one<enter>")
    #expect(stage.root.layers.isEmpty)
    #expect(stage.root.log.current?.text.hasPrefix("✓ The lock has its passphrase.") == true)
    #expect(stage.workspace.passphrase == "a good long one")
    #expect(!stage.root.log.messages.contains { $0.text.contains("good long") })
    #expect(stage.workspace.drafts.isEmpty)
    stage.play("L")
    #expect(stage.root.isLocked)
    stage.play("a good long one<enter>")
    #expect(!stage.root.isLocked)
  }

  @Test func `one that is too short or typed differently is not taken`() {
    var stage = open("set the lock's", .none)
    stage.play("seven c<enter>")
    #expect(stage.text().contains("Type at least 8 characters"))
    stage.play("<backtab>haracters<enter>other<enter>")
    #expect(stage.text().contains("The two differ"))
    #expect(stage.workspace.passphrase == nil)
  }

  @Test func `another one needs the one that is set, and so does removing it`() {
    var stage = open("set the lock's", .set)
    stage.play("a guess<enter>another one<enter>another one<enter>")
    #expect(stage.text().contains("! That is not the passphrase that is set."))
    #expect(stage.workspace.passphrase == LockTests.passphrase)
    stage.play("<esc>:remove the lock's<enter>a guess<enter>")
    #expect(stage.text().contains("! That is not the passphrase that is set."))
    stage.play("\(LockTests.passphrase)<enter>")
    #expect(stage.workspace.passphrase == nil)
    #expect(stage.root.log.current?.text.hasPrefix("✓ The lock's passphrase is removed") == true)
    stage.play("L")
    #expect(!stage.root.isLocked)
  }

  @Test func `an answer that comes behind the lock changes nothing there`() {
    var stage = open("set the lock's", .set)
    stage.tell(.wentIdle)
    stage.tell(.passphraseAnswered(.wrong))
    #expect(stage.root.isLocked)
    #expect(!stage.text().contains("That is not"))
  }

  @Test func `a secret does not show itself`() {
    let secret = Secret("open sesame")
    var dumped = ""
    dump(Effect.unlock(secret, tries: 0), to: &dumped)
    #expect(!"\(Effect.unlock(secret, tries: 0))".contains("sesame"))
    #expect(!dumped.contains("sesame"))
  }
}
