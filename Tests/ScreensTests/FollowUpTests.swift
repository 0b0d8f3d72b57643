import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// What came of a signpost, and whether somebody asks again.
@Suite struct `What came of a signpost` {
  private let again = FakeWorkspace.today.adding(days: 14)

  /// On the row to check back of a signpost for nobody in particular.
  private func stage() -> Stage {
    var stage = Stage(facts: WorkspaceFacts(hasOffer: true))
    stage.play("4travel<enter>S1<esc>1")
    while stage.root.today.selected?.signpost == nil, stage.pressed < 60 { stage.play("j") }
    return stage
  }

  private func asked(_ stage: Stage) -> Day? { stage.workspace.signposts[0].services[0].askOn }

  @Test(arguments: [("t2", "waiting"), ("t4", "could not reach")])
  func `that is not the end is asked about again in two weeks`(keys: String, words: String) {
    var stage = stage()
    stage.play(keys)
    #expect(asked(stage) == again)
    #expect(stage.root.log.current?.text.contains("\(words), ask again Mon 7 Dec") == true)
  }

  @Test(arguments: ["t1", "t3"])
  func `that is the end is not asked about again`(keys: String) {
    var stage = stage()
    stage.play(keys)
    #expect(asked(stage) == nil)
    #expect(stage.root.log.current?.text.contains("ask again") == false)
  }

  @Test(arguments: ["no", "never", "-", "No "])
  func `is not asked about again where somebody says so`(typed: String) {
    var stage = stage()
    stage.play("t<tab><tab><tab><tab>\(typed)<backtab><backtab><backtab><backtab>2")
    #expect(stage.workspace.signposts[0].services[0].outcome == .waiting)
    #expect(asked(stage) == nil)
  }

  @Test func `is asked about on the day that was typed, whatever came of it`() {
    for digit in ["1", "2"] {
      var stage = stage()
      stage.play("t<tab><tab><tab><tab>+3w<backtab><backtab><backtab><backtab>\(digit)")
      #expect(asked(stage) == FakeWorkspace.today.adding(days: 21))
    }
  }

  @Test func `the form says what an empty day means for what is chosen`() {
    var stage = stage()
    stage.play("t")
    #expect(stage.text().contains("if waiting: in two weeks"))
    stage.play("<tab><tab><tab>+3w<backtab><backtab><backtab>2")
    #expect(stage.text().contains("in two weeks, or \"no\""))
    #expect(stage.text().contains("Mon 7 Dec 2026"))
    stage.play("<^u><^s>")
    #expect(asked(stage) == again)
  }

  // MARK: - Families without a name

  @Test func `that is undone has the focus again, whichever family it was`() {
    var stage = Stage(facts: WorkspaceFacts(hasOffer: true))
    stage.play("4travel<enter>S1travel<enter><down>S1travel<enter><down><down>S1<esc>1")
    for index in stage.root.today.list.rows.indices
    where stage.root.today.list.rows[index].signpost?.id.rawValue == 2 {
      stage.root.today.select(at: index)
    }
    #expect(stage.root.today.selected?.signpost?.id.rawValue == 2)
    stage.play("t1")
    #expect(stage.root.today.selected?.signpost?.id.rawValue != 2)
    stage.play("<home>u")
    #expect(stage.root.today.selected?.signpost?.id.rawValue == 2)
  }

  @Test func `tells families without a name apart by what they were told`() {
    var stage = Stage(facts: WorkspaceFacts(hasOffer: true))
    let words = "<tab><tab><tab><tab>Tamil<tab>will ring<tab>1"
    stage.play("4travel<enter>S1travel<enter>S\(words)<esc>1")
    let names = stage.root.today.list.rows.filter { $0.signpost != nil }
      .map { stage.root.words.shortName(of: $0) }
    #expect(names == ["told 23 Nov", "Tamil, will ring, told 23 Nov"])
    #expect(stage.text().contains("Tamil, will ring"))
    stage.play("H")
    #expect(!stage.text().contains("will ring"))
  }

  @Test func `in lines the same is said`() {
    var plain = PlainStage(facts: WorkspaceFacts(hasOffer: true))
    plain.type("offer", "search travel", "S", "1", "", "", "", "", "", "y", "today")
    let row = (plain.dialogue.root.today.list.rows.firstIndex { $0.signpost != nil } ?? 0) + 1
    plain.type("\(row)", "t", "2", "", "", "", "", "y")
    #expect(plain.workspace.signposts.map { $0.services[0].outcome } == [.waiting])
    #expect(plain.workspace.signposts.map { $0.services[0].askOn } == [again])
    #expect(plain.text.contains("Ask again on: Mon 7 Dec 2026"))
  }
}
