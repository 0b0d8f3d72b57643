import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// Promises, who has which cases, and whose the lists show.
@Suite struct CaseTests {
  private func officer() -> Stage {
    var stage = Stage()
    stage.setOwnCaseload(1)
    return stage
  }

  @Test func `a case is assigned in two keys, and undone in one`() {
    var stage = Stage()
    stage.play("2<down>")
    let child = stage.root.reviews.selected?.child
    let before = stage.pressed
    stage.play("A3")
    #expect(stage.pressed - before <= 3)
    let owner = stage.workspace.entries.first { $0.child.id == child }?.owner
    #expect(owner == "L Shah")
    #expect(stage.text().contains("Assigned to L Shah"))
    #expect(stage.root.reviews.selected?.child == child)
    stage.play("u")
    #expect(!stage.workspace.entries.contains { $0.owner == "L Shah" })
  }

  @Test func `the list to assign from says for whom, and a name is looked for`() throws {
    var stage = Stage()
    stage.play("2<down>A")
    try stage.expectGolden("assign")
    stage.play("<tab>sha<enter>")
    #expect(stage.workspace.entries.filter { $0.owner == "L Shah" }.count == 1)
    // A digit is text while a name is looked for.
    stage.play("A<tab>2")
    #expect(stage.workspace.entries.filter { $0.owner == "J Mensah" }.count == 1)
    stage.play("<esc><esc>")
    #expect(stage.root.layers.isEmpty)
  }

  @Test func `the marked are assigned after one question`() {
    var stage = Stage()
    stage.play("2<space><space>A3")
    #expect(!stage.workspace.entries.contains { $0.owner == "L Shah" })
    #expect(stage.text().contains("Assign 2 marked plans to L Shah?"))
    stage.play("<enter>")
    #expect(stage.workspace.entries.filter { $0.owner == "L Shah" }.count == 2)
    #expect(stage.root.reviews.list.marks.isEmpty)
  }

  @Test func `keys typed before the list of colleagues is there are meant for it`() {
    var stage = Stage()
    stage.play("2")
    let effects = stage.root.handle(.key(.character("A")))
    #expect(stage.root.mustWait(for: .key(.character("1"))))
    #expect(effects.count == 1)
  }

  @Test func `all of a colleague's cases are handed over by name, after a question`() {
    var stage = Stage()
    stage.play(":hand<enter>1")
    #expect(stage.text().contains("All open cases of K Osei"))
    stage.play("2")
    #expect(stage.text().contains("Hand over all open cases of K Osei to L Shah?"))
    #expect(!stage.workspace.entries.contains { $0.owner == "L Shah" })
    stage.play("<enter>")
    #expect(!stage.workspace.entries.contains { $0.owner == "K Osei" })
    stage.play("u")
    #expect(stage.workspace.entries.contains { $0.owner == "K Osei" })
  }

  @Test func `an officer widens the lists, narrows them to a colleague, and Esc leads back`() {
    var stage = officer()
    stage.play("2")
    let mine = stage.root.reviews.list.rows.count
    #expect(mine == 5)
    stage.play("F7")
    #expect(stage.root.reviews.list.rows.count == 6)
    #expect(stage.text().contains("all I may see"))
    stage.play("F8")
    stage.play("<tab>mensah<enter>")
    #expect(stage.root.reviews.list.rows.map(\.owner) == ["J Mensah"])
    #expect(stage.text().contains("cases of J Mensah"))
    stage.play("<esc>")
    #expect(stage.root.reviews.list.rows.count == mine)
    stage.play("F81")
    #expect(stage.root.reviews.query.scope == .caseloads([1, 3]))
    #expect(stage.text().contains("team north"))
    stage.play("F91")
    #expect(stage.root.reviews.query.scope == .settings(["urn 990001"], own: 0))
  }

  @Test func `phase transfers are shown alone and counted down to`() throws {
    var stage = Stage()
    #expect(stage.text().contains("15 Feb phase transfers: 1 open"))
    stage.play("F6")
    #expect(stage.root.today.list.rows.map(\.open.isBefore) == [true])
    #expect(stage.text().contains("phase transfers: "))
    try stage.expectGolden("today-transfers")
    stage.play("<esc>")
    #expect(stage.root.today.list.rows.count > 1)
  }

  @Test func `the load by person stands by name, and Enter shows whose it is`() throws {
    var stage = Stage()
    stage.play("T2")
    try stage.expectGolden("load-by-person")
    stage.play("<enter>")
    #expect(stage.root.today.query.scope == .caseload(2))
    #expect(stage.text().contains("cases of J Mensah"))
  }

  @Test func `cover shows both caseloads and says until when`() {
    var stage = officer()
    stage.play(":cover for<enter>1Fri<enter>")
    #expect(stage.root.today.query.scope == .caseloads([1, 2]))
    #expect(stage.text().contains("covering for J Mensah until Fri 27 Nov"))
    stage.play(":cover for<enter>1")
    #expect(stage.root.today.query.scope == .caseload(1))
    #expect(!stage.text().contains("covering"))
  }

  @Test func `a role that assigns nothing says so and offers no colleagues`() {
    var stage = Stage()
    stage.setAssigns(false)
    stage.play("2A")
    #expect(stage.text().contains("this role does not assign cases"))
    stage.play("F")
    #expect(!stage.text().contains("of a colleague"))
    stage.play("<esc>1T")
    #expect(stage.text().contains("Due in the next twelve weeks"))
  }

  @Test func `a promise is made, stands in Today after the law's dates, and is kept by one digit`()
    throws
  {
    var stage = Stage()
    stage.play("y")
    try stage.expectGolden("promise-form")
    stage.play("ring the school<enter>+2w<enter><enter>")
    #expect(stage.workspace.promises.map(\.due) == [Day(2026, 12, 7)])
    stage.play("G")
    #expect(stage.root.today.selected?.promise?.words == "ring the school")
    #expect(stage.text().contains("1 agreed"))
    try stage.expectGolden("today-promise")
    stage.play("t1")
    #expect(stage.workspace.promises[0].ending == .done(FakeWorkspace.today, by: "K Osei"))
    #expect(!stage.root.today.list.rows.contains { $0.promise != nil })
    stage.play("u")
    #expect(stage.workspace.promises[0].isOpen)
  }

  @Test func `nothing typed is in a week and by oneself, and no words are refused`() {
    var stage = Stage()
    stage.play("y<^s>")
    #expect(stage.workspace.promises.isEmpty)
    #expect(stage.text().contains("Say what will be done"))
    stage.play("ring<^s>")
    #expect(stage.workspace.promises.map(\.due) == [Day(2026, 11, 30)])
    #expect(stage.workspace.promises.map(\.owner) == ["K Osei"])
  }

  @Test func `what is no longer to be done is dropped with a reason`() {
    var stage = Stage()
    stage.play("yring<^s>Gt2")
    #expect(stage.workspace.promises[0].isOpen)
    #expect(stage.text().contains("Say why it will not be done"))
    stage.play("moved away<^s>")
    #expect(
      stage.workspace.promises[0].ending == .dropped(FakeWorkspace.today, why: "moved away"))
  }

  @Test func `a promise is given to a colleague`() {
    var stage = Stage()
    stage.play("yring<^s>GA3")
    #expect(stage.workspace.promises.map(\.owner) == ["L Shah"])
  }
}

extension Stage {
  /// Works as somebody with a caseload of their own.
  mutating func setOwnCaseload(_ own: Int64) {
    var setting = root.setting
    setting.ownCaseload = own
    setting.listScope = .caseload(own)
    setting.scopeWords = "my cases"
    restart(setting)
  }

  mutating func setAssigns(_ assigns: Bool) {
    var setting = root.setting
    setting.assigns = assigns
    restart(setting)
  }
}
