import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

@Suite struct `The screen of the assessments` {
  @Test(arguments: [
    Size(width: 60, height: 20), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ])
  func `shows the twenty weeks, what fails first and the likely end`(size: Size) throws {
    var stage = Stage.assessing(size: size)
    stage.play("3")
    try stage.expectGolden("assessments-\(size.width)x\(size.height)")
    stage.play("<tab>")
    try stage.expectGolden("advice-\(size.width)x\(size.height)")
  }

  @Test(arguments: [
    ("assessments-decide", "3d"), ("assessments-ask", "3<down>i"),
    ("assessments-exception", "3X"), ("advice-decide", "3<tab>d"),
    ("advice-check", "3<tab><down>Q"),
    ("assessment-record", "3<down><enter>]]]"), ("assessment-begin", "2<down><down>]+"),
  ])
  func `each form and part at 80 by 24`(name: String, keys: String) throws {
    var stage = Stage.assessing()
    stage.play(keys)
    try stage.expectGolden(name)
  }

  @Test func `a decision is two keys, and goes on to the advice`() {
    var stage = Stage.assessing()
    stage.play("3d1")
    #expect(stage.root.log.current?.text.hasPrefix("✓ Decision to assess sent") == true)
    #expect(stage.workspace.assessments[0].decision == .assess)
    stage.play("i1")
    #expect(stage.workspace.assessments[0].advice.count == 5)
    stage.play("u")
    #expect(stage.workspace.assessments[0].advice.isEmpty)
  }

  /// `d` and a digit, `K` and a digit, `c` and Enter, `Q` and a key for each of six.
  @Test func `the desk's budgets are kept`() {
    var stage = Stage.assessing()
    stage.play("3<tab><down>")
    func social() -> Advice { stage.workspace.assessments[1].advice[0] }
    var before = stage.pressed
    stage.play("K1")
    #expect(social().known?.result == .notKnown)
    #expect(stage.pressed - before == 2)
    before = stage.pressed
    stage.play("d3")
    #expect(social().triage?.decision == .deskWrites)
    #expect(stage.pressed - before == 2)
    before = stage.pressed
    stage.play("c<enter>")
    #expect(social().chased == [FakeWorkspace.today])
    #expect(stage.pressed - before == 2)
    stage.play("<up>")
    before = stage.pressed
    stage.play("Q112111")
    let checked = stage.workspace.assessments[2].advice[0]
    #expect(checked.quality.count == 6)
    #expect(checked.quality[.outcomes] == false)
    #expect(stage.pressed - before == 7)
    #expect(stage.root.advice[.socialCare]?.list.rows.count == 1)
  }

  @Test func `nil advice is words, never a blank`() {
    var stage = Stage.assessing()
    stage.play("3<tab><down>d4")
    let advice = stage.workspace.assessments[1].advice[0]
    #expect(advice.isNil)
    #expect(advice.words.hasPrefix("The child is not known to need a social care service."))
  }

  @Test func `what is sent back says why`() {
    var stage = Stage.assessing()
    stage.play("3<tab><down>d6")
    #expect(stage.workspace.assessments[1].advice[0].triage == nil)
    #expect(stage.text().contains("Not our duty, returned with the reason: say it"))
    stage.play("lives in Kent<enter><enter>")
    #expect(stage.workspace.assessments[1].advice[0].triage?.words == "lives in Kent")
  }

  @Test func `many are chased at once, whatever the list`() {
    var stage = Stage.assessing()
    stage.play("3<tab><space><space>c")
    #expect(stage.text().contains("2 marked requests for social care advice"))
    // One of them has come in: none is chased, and the form says for whom.
    stage.play("<enter>")
    #expect(stage.workspace.assessments[1].advice[0].chased.isEmpty)
    #expect(stage.text().contains("came in on"))
  }

  @Test func `Today's rows of an assessment have its keys and its detail`() {
    var stage = Stage.assessing(size: Size(width: 120, height: 40))
    stage.play("/adeyemi<enter>")
    while stage.root.today.selected?.open.rule != "ehcna-assess-decision" {
      let before = stage.root.today.selected?.id
      stage.play("<down>")
      if stage.root.today.selected?.id == before { break }
    }
    #expect(stage.root.today.selected?.open.rule == "ehcna-assess-decision")
    stage.play("d2")
    #expect(stage.workspace.assessments[0].decision == .refuse)
  }

  @Test func `a form that was left is offered again after a restart`() throws {
    var first = Stage.assessing()
    first.play("3X1bereavement")
    let draft = try #require(first.workspace.drafts.compactMap(\.self).last)
    #expect(draft.assessment == 1)
    #expect(draft.values["note"] == "bereavement")
  }

  @Test func `names are hidden here too`() {
    var stage = Stage.assessing()
    stage.play("3H")
    #expect(!stage.text().contains("ADEYEMI"))
    stage.play("<tab>")
    #expect(!stage.text().contains("MENSAH"))
    #expect(!stage.text().contains("b. "))
  }

  /// `C`, three spaces, Enter.
  @Test func `three settings are consulted in five keys`() throws {
    var stage = Stage.assessing()
    stage.play("3<down>")
    let before = stage.pressed
    stage.play("C<space><space><space>")
    try stage.expectGolden("assessments-consult")
    stage.play("<enter>")
    #expect(stage.pressed - before == 5)
    #expect(
      stage.workspace.assessments[1].consultations.map(\.setting).suffix(3) == [
        "Elm Court", "Larkmoor Secondary", "Quayside FE",
      ])
  }

  @Test func `a setting is found by typing, and one that is not on file is taken as typed`() {
    var stage = Stage.assessing()
    stage.play("3<down>Cjude<enter>Out of borough<enter><enter>")
    #expect(
      stage.workspace.assessments[1].consultations.map(\.setting).suffix(2) == [
        "St Jude's Primary", "Out of borough",
      ])
  }
}
