import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// `H`: whatever is on the screen may be seen by the whole room.
@Suite struct HiddenNamesTests {
  /// Children whose names are no other word of the screens, and whose days are no other day.
  static let children: [FakeWorkspace.Entry] = {
    var first = FakeWorkspace.entry(
      1, "Zephyrton", "Quillan", born: "2011-07-09", meeting: "2026-10-14",
      decision: "2025-12-20")
    let views = ReviewRecording(
      .childViews, on: FakeWorkspace.today.adding(days: -20), note: "Quillan likes the drama club")
    if let target = try? first.history.target(of: views, today: FakeWorkspace.today) {
      first.history.apply(views, to: target)
    }
    first.child.upn = "H801200001001"
    first.notes = [
      Note(
        id: 1, day: FakeWorkspace.today, text: "Mr Zephyrton rang:\nborn 9 Jul", author: "K Osei")
    ]
    var second = FakeWorkspace.entry(
      2, "Yarborough-Vex", "Ottoline", born: "2016-02-29", outcome: .maintain,
      decision: "2026-06-17", phaseDue: "2027-02-15")
    second.child.upn = "A801200001002"
    return [first, second, FakeWorkspace.entry(3, "Wexcombe", "Ignatius", made: nil)]
  }()

  static let secrets = [
    "zephyrton", "quillan", "yarborough", "vex", "ottoline", "wexcombe", "ignatius", "h8012",
    "a8012", "9 jul", "8 jul", "10 jul", "2011", "29 feb", "28 feb", "2016", "14 mar", "13 mar",
    "2013", "-07-09", "09/07", "9/7",
  ]

  private func stage(_ size: Size) -> Stage {
    var stage = Stage(HiddenNamesTests.children, size: size)
    stage.play("H")
    return stage
  }

  private func expectNothing(
    _ stage: inout Stage, _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = stage.text().lowercased()
    for secret in HiddenNamesTests.secrets where text.contains(secret) {
      Issue.record(
        "after \(keys) the screen tells \(secret):\n\(text)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 60, height: 20), Size(width: 200, height: 60),
  ])
  func `no screen, popup, form or announcement tells a name, a birth date or a number`(
    _ size: Size
  ) {
    let places = ["", "<down>", "<down><down>", "2", "2<down>", "2<down><down>"]
    let parts = ["<enter>", "<enter>]", "<enter>]]", "<enter>]]]", "<enter>]]]]"]
    let popups = [
      "w", "W", "F", "s", "?", ":", "f", "fo", "fzz", "u", "U", "/", "/o", "v", "<space>",
      "*", "Z", ":messages<enter>", ":import<enter>", ":adjourned<enter>",
    ]
    let forms = ["m", "d", "b", "i", "V", "r", "a", "p", "e", "n"]
    let saved = ["m<enter>", "d1", "b14 dec<enter>", "r<enter>", "nspoke<^s>", "V1", "*d1<enter>"]
    for place in places {
      let explained = parts.map { "\($0)w" }
      let typed = forms.map { "\($0)x" }
      let after = saved.flatMap { [$0, "\($0)u", "\($0)uU"] }
      let all = [""] + parts + explained + popups + forms + typed + after
      for keys in all {
        var stage = stage(size)
        stage.play(place + keys)
        expectNothing(&stage, "H" + place + keys)
      }
    }
  }

  @Test func `every line of a record explains itself without telling the birth date`() {
    for child in ["", "<down>", "<down><down>"] {
      var stage = stage(Size(width: 200, height: 60))
      stage.play("2\(child)<enter><home>")
      for line in 0..<60 {
        stage.play("w")
        expectNothing(&stage, "line \(line)")
        stage.play("<esc>")
        if stage.root.record == nil {
          stage.play("<enter><home>" + String(repeating: "<down>", count: line))
        }
        stage.play("<down>")
        expectNothing(&stage, "line \(line)")
      }
    }
  }

  @Test func `a filter that was typed before is not repeated`() {
    for keys in ["/zephyr<enter>H", "2/yarb<enter>H", "2/wexcombed<enter>H"] {
      var stage = Stage(HiddenNamesTests.children)
      stage.play(keys)
      expectNothing(&stage, keys)
    }
  }

  @Test func `what a return holds wrongly is counted and not quoted`() {
    var stage = stage(Size(width: 80, height: 24))
    stage.play(":import<enter>return<enter>")
    stage.tell(
      .imported(
        ImportReply(
          added: 1, changed: 0, unchanged: 0, problems: 1, kinds: ["bad value 1"],
          lines: ["person.csv, line 2: \"Quillan\" is no date."])))
    expectNothing(&stage, "an import")
    #expect(stage.text().contains("1 problem"))
  }

  @Test func `a draft is offered under hidden names where they were hidden last`() {
    var view = SavedView()
    view.namesAreHidden = true
    var stage = Stage(
      HiddenNamesTests.children,
      draft: Draft(action: "note", child: 1, plans: [10], values: ["text": "rang"]), view: view)
    #expect(stage.text().contains("Left unsaved last time"))
    expectNothing(&stage, "a draft")
  }

  @Test func `messages are not shown while names are hidden`() {
    var stage = Stage(HiddenNamesTests.children)
    stage.play("<down>m<enter>H:messages<enter>")
    expectNothing(&stage, ":messages")
    #expect(stage.text().contains("press H first"))
  }

  @Test func `hidden names stay hidden behind and after the lock`() {
    var stage = stage(Size(width: 80, height: 24))
    stage.root.lockSetting.passphrase = .set
    stage.play("2L")
    expectNothing(&stage, "L")
    stage.play("\(LockTests.passphrase)<enter>")
    #expect(!stage.root.isLocked)
    expectNothing(&stage, "unlocked")
  }
}
