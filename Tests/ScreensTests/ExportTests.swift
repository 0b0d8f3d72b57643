import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

@Suite struct `Letters and lists` {
  @Test(arguments: [
    ("letters-assessment", "3x"), ("letters-advice", "3<tab><down>x"),
    ("letters-health", "3<tab><tab><tab>x"), ("letters-review", "2x"),
    ("letters-page", "3x2"), ("letters-page-end", "3x2<end>"),
    ("letters-list", "3<tab><tab><tab>x3"),
  ])
  func `at 80 by 24`(name: String, keys: String) throws {
    var stage = Stage.assessing()
    stage.play(keys)
    try stage.expectGolden(name)
  }

  @Test func `at 60 by 20`() throws {
    var stage = Stage.assessing(size: Size(width: 60, height: 20))
    stage.play("3x2")
    try stage.expectGolden("letters-page-60x20")
  }

  /// `x` and a digit show it, Enter writes it.
  @Test func `a letter is two keys to be read and one to be written`() {
    var stage = Stage.assessing()
    stage.play("3")
    let before = stage.pressed
    stage.play("x2")
    #expect(stage.text().contains("ADEYEMI, Tobi"))
    #expect(stage.text().contains("parent or carer"))
    #expect(stage.text().contains("to fill in"))
    #expect(stage.workspace.files.isEmpty)
    stage.play("<enter>")
    #expect(stage.pressed - before == 3)
    #expect(stage.workspace.files.keys.sorted() == ["assess-refused-w1-2026-11-23.txt"])
    #expect(stage.root.log.current?.text.hasPrefix("✓ Written to /home/k/assess-refused") == true)
    #expect(stage.root.layers.isEmpty)
  }

  @Test func `Esc leaves it unwritten`() {
    var stage = Stage.assessing()
    stage.play("3x2<esc>")
    #expect(stage.root.layers.isEmpty && stage.workspace.files.isEmpty)
  }

  @Test func `after a chaser is logged the letter of its number is offered`() {
    var stage = Stage.assessing(size: Size(width: 120, height: 40))
    stage.play("3<tab><tab><tab>c<enter>")
    #expect(stage.root.log.current?.text.contains("x chaser 1") == true)
    stage.play("x1")
    #expect(stage.text().contains("Reminder: advice for the EHC needs assessment of Kofi Mensah"))
    stage.play("<esc>c<enter>c<enter>")
    #expect(stage.root.log.current?.text.contains("x chaser 3, to the service manager") == true)
    stage.play("x1")
    #expect(stage.text().contains("The service manager, Fernhill NHS"))
  }

  @Test func `the marked make one file for each child`() {
    var stage = Stage.assessing()
    // Of the two one is in, which is chased no more; then both are awaited.
    stage.play("3<tab>*x1<enter>")
    #expect(stage.workspace.files.keys.sorted() == ["advice-chaser-1-w3-1-2026-11-23.txt"])
    stage = Stage.assessing()
    for index in stage.workspace.assessments[2].advice.indices {
      stage.workspace.assessments[2].advice[index].arrived = nil
    }
    stage.play("3<tab>*x1")
    #expect(stage.text().contains("MENSAH, Kofi"))
    #expect(stage.text().contains("one child in each"))
    stage.play("<enter>")
    #expect(
      stage.workspace.files.keys.sorted() == [
        "advice-chaser-1-w3-1-2026-11-23.txt", "advice-chaser-1-w4-4-2026-11-23.txt",
      ])
    for text in stage.workspace.files.values {
      #expect(text.contains("Mensah") != text.contains("Nguyễn"))
    }
    var reviews = Stage.assessing()
    reviews.play("2*x1<enter>")
    #expect(reviews.workspace.files.count == 6)
    #expect(reviews.workspace.files.keys.allSatisfy { $0.hasPrefix("review-") })
  }

  @Test func `a list is of one provider`() {
    var stage = Stage.assessing()
    stage.play("3<tab><tab><tab>x")
    #expect(stage.text().contains("List for Fernhill NHS"))
    stage.play("3<enter>")
    #expect(
      stage.workspace.files == [
        "advice-fernhill-nhs-2026-11-23.csv": "Kofi Mensah,14 March 2013,W3-2"
      ])
  }

  @Test func `another child's name in what was written is warned of`() {
    var stage = Stage.assessing()
    stage.workspace.assessments[0].decision = .refuse
    stage.workspace.assessments[0].entered[.decided] = .init(
      day: Day(2026, 11, 10)!, note: "As for Safa Begum.")  // a day of the calendar
    stage.play("3fadeyemi<enter>]]]x1")
    #expect(stage.text().contains("names another child too: BEGUM, Safa"))
  }

  @Test func `a record has the letters of its review and assessment, and a chronology`() {
    var stage = Stage.assessing()
    stage.play("2<enter>x")
    #expect(stage.text().contains("Chronology of this child"))
    stage.play("<esc>")
    #expect(stage.root.record != nil)
  }

  @Test func `hidden names are shown in no letter`() {
    var stage = Stage.assessing()
    stage.play("3Hx")
    #expect(stage.root.layers.isEmpty)
    #expect(stage.root.log.current?.text.contains("Letters name children") == true)
  }

  @Test func `plain mode reads the letter and asks whether to write it`() {
    var stage = PlainStage()
    stage.workspace.assessments = Stage.assessing().workspace.assessments
    stage.type("assessments")
    stage.text = ""
    stage.type("x")
    #expect(stage.text.contains("2. Decision not to assess\n"))
    stage.type("2")
    #expect(stage.text.contains("We will not carry out an EHC needs assessment"))
    #expect(stage.text.contains("Type y to write the file; anything else leaves it unwritten."))
    stage.type("n")
    #expect(stage.workspace.files.isEmpty)
    stage.type("x", "2", "y")
    #expect(stage.workspace.files.count == 1)
    #expect(stage.text.contains("Written to /home/k/assess-refused"))
  }

  /// `P`, Enter; `x`, a digit.
  @Test func `a case is put to a panel in two keys, and its agenda made in two`() throws {
    var stage = Stage.assessing()
    stage.play("3")
    var before = stage.pressed
    stage.play("P<enter>")
    #expect(stage.pressed - before == 2)
    #expect(stage.workspace.promises.map(\.words) == ["whether to assess"])
    #expect(stage.root.log.current?.text.hasPrefix("✓ Put to the panel of") == true)
    stage.play("x")
    let lines = stage.text().split(separator: "\n")
    let line = try #require(lines.first { $0.contains("Agenda of the next panel") })
    let digit = try #require(line.first { $0.isNumber })
    stage.play("<esc>")
    before = stage.pressed
    stage.play("x\(digit)")
    #expect(stage.pressed - before == 2)
    try stage.expectGolden("panel-agenda")
    stage.play("<enter>")
    #expect(stage.workspace.files.keys.contains { $0.hasPrefix("panel-agenda-") })
  }
}
