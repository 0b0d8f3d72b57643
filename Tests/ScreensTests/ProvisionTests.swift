import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

@Suite struct `The lists of provision` {
  /// The health desk's list: its advice is two keys further than the social care desk's.
  private static let health = "3<tab><tab><tab><tab>"

  private func line(_ id: Int64, _ stage: Stage) -> ProvisionLine? {
    stage.workspace.provision.first { $0.id.rawValue == id }
  }

  @Test(arguments: [
    Size(width: 60, height: 20), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ])
  func `show gaps first, with what is provided, by whom and since when`(size: Size) throws {
    var stage = Stage.providing(size: size)
    stage.play(Self.health)
    try stage.expectGolden("provision-\(size.width)x\(size.height)")
  }

  @Test(arguments: [
    ("provision-record", "d"), ("provision-gap", "d4"), ("provision-add", "+"),
    ("provision-correct", "E"), ("provision-filter", "F"), ("provision-plan", "<enter>]"),
  ])
  func `each form and part at 80 by 24`(name: String, keys: String) throws {
    var stage = Stage.providing()
    stage.play(Self.health + keys)
    try stage.expectGolden(name)
  }

  @Test func `a gap is three keys, and what is in place two`() {
    var stage = Stage.providing()
    stage.play(Self.health + "/camhs<enter>")
    var before = stage.pressed
    stage.play("d41")
    #expect(stage.pressed - before == 3)
    #expect(line(4, stage)?.gap?.reason == .noService)
    #expect(line(4, stage)?.gap?.foundOn == FakeWorkspace.today)
    #expect(
      stage.root.log.current?.text
        == "✓ Provision gap found, no service is commissioned Mon 23 Nov: NGUYỄN, Bảo · u undo")
    before = stage.pressed
    stage.play("d1")
    #expect(stage.pressed - before == 2)
    #expect(line(4, stage)?.state(on: FakeWorkspace.today) == .inPlace)
    stage.play("uu")
    #expect(line(4, stage)?.standing == .notStarted)
  }

  @Test func `another reason asks for its words, a review for its day`() {
    var stage = Stage.providing()
    stage.play(Self.health + "/camhs<enter>d45")
    #expect(line(4, stage)?.gap == nil)
    stage.play("room closed<enter><enter>")
    #expect(line(4, stage)?.gap?.words == "room closed")
    stage.play("d5")
    #expect(line(4, stage)?.reviewBy == nil)
    stage.play("1/3<enter>")
    #expect(line(4, stage)?.reviewBy == Day(2027, 3, 1))
  }

  @Test func `of the marked lines the same is recorded at once, after a look`() {
    var stage = Stage.providing()
    stage.play(Self.health + "<space><space>d")
    #expect(stage.root.layers.count == 1)
    stage.play("3<enter><enter><enter>")
    #expect(line(2, stage)?.commissionedOn == nil)
    stage.play("<enter>")
    #expect(line(2, stage)?.commissionedOn == FakeWorkspace.today)
    #expect(line(3, stage)?.commissionedOn == FakeWorkspace.today)
    #expect(line(1, stage)?.commissionedOn == nil)
  }

  @Test func `a line is added from the list and from the plan's part of a record`() {
    var stage = Stage.providing()
    stage.play(Self.health + "+2Talking<tab>3Fernhill<tab>weekly<tab>")
    stage.play("<^s>")
    let new = stage.workspace.provision.last
    #expect(new?.text.words == "Talking")
    #expect(new?.section == .g)
    #expect(new?.text.service == .physiotherapy)
    #expect(new?.text.provider == "Fernhill")
    stage.play("<enter>]+5Holiday club<^s>")
    #expect(stage.workspace.provision.last?.section == .h2)
    #expect(stage.workspace.provision.last?.text.service == .socialCare)
  }

  @Test func `a correction keeps what became of the line`() {
    var stage = Stage.providing()
    stage.play(Self.health + "/riverside<enter>E<tab><tab><tab><^u>Wren Trust<^s>")
    #expect(line(4, stage)?.text.provider == "Wren Trust")
    #expect(line(4, stage)?.agreedOn != nil)
  }

  @Test func `a need is refused what only provision has`() {
    var stage = Stage.providing()
    stage.play(Self.health + "/adey<enter><end>d1")
    #expect(line(5, stage)?.startedOn == nil)
    #expect(stage.text().contains("Section C says a need"))
  }

  @Test func `the quick filter shows one state, and Esc all again`() {
    var stage = Stage.providing()
    stage.play(Self.health + "F2")
    #expect(stage.root.provision[.health]?.list.rows.map(\.id.rawValue) == [2])
    #expect(stage.text().contains("gap: 1 of 6"))
    stage.play("<esc>")
    #expect(stage.root.provision[.health]?.list.rows.count == 6)
  }

  @Test func `the round leaves out what the role does not see`() {
    var stage = Stage.providing(groups: [.identity, .health])
    var titles: [String] = []
    stage.play("3")
    for _ in 0..<4 {
      titles.append(stage.root.listTitle)
      stage.play("<tab>")
    }
    #expect(
      titles == ["Assessments", "Social care advice", "Health advice", "Health provision"])
    #expect(stage.root.listTitle == "Assessments")
    stage.play("<backtab>")
    #expect(stage.root.listTitle == "Health provision")
  }

  @Test func `where the person was is taken up again, as far as the role sees it`() {
    var stage = Stage.providing()
    stage.play(Self.health)
    let view = stage.root.savedView
    #expect(Stage(view: view).root.listTitle == "Health provision")
    #expect(Stage(view: view, groups: [.identity]).root.listTitle == "Health advice")
  }

  @Test func `the agreed day explains itself, and without one there is nothing to explain`() {
    var stage = Stage.providing()
    stage.play(Self.health + "/speech<enter>w")
    #expect(stage.text().contains("not a statutory date"))
    stage.play("<esc><esc><home>w")
    #expect(
      stage.root.log.current?.text.contains("not now, no day is agreed for its review") == true)
  }

  @Test func `names hidden hide what was written`() {
    var stage = Stage.providing()
    stage.play(Self.health + "H")
    #expect(!stage.text().contains("OT has left"))
    #expect(!stage.text().contains("sensory diet"))
  }
}

@Suite struct `Provision in lines` {
  @Test func `a line is read, and recorded on, without what does not belong to it`() {
    var stage = PlainStage()
    stage.workspace.provision = Stage.providing().workspace.provision
    func line(_ id: Int64) -> ProvisionLine? {
      stage.workspace.provision.first { $0.id.rawValue == id }
    }
    stage.type("assessments", "Tab", "Tab", "Tab", "Tab")
    #expect(stage.text.contains("Health provision. 1 gap, 1 not commissioned, 1 not started"))
    stage.text = ""
    stage.type("3")
    #expect(stage.text.contains("Section G (health provision) · CAMHS · agreed, not started"))
    #expect(stage.text.contains("Chosen: row 3, NGUYỄN, Bảo, section G, agreed, not started."))
    stage.type("d", "1")
    #expect(!stage.text.contains("Why there is a gap"))
    stage.type("", "y")
    #expect(line(4)?.startedOn == FakeWorkspace.today)
    stage.type("1", "d", "4", "3", "", "", "y")
    #expect(line(2)?.gap?.foundOn == FakeWorkspace.today)
    stage.text = ""
    stage.type("F", "2")
    #expect(stage.text.contains("Shown: gap"))
  }
}
