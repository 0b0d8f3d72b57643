import SENDDomain
import TerminalKit
import TestSupport
import Testing

@testable import Screens

@Suite struct `Children who are alike` {
  private func stage(size: Size = Size(width: 80, height: 24)) -> Stage {
    let stage = Stage(size: size)
    stage.workspace.alike[.init(rawValue: 1)] = [
      LookAlike(
        child: FoundChild(
          id: .init(rawValue: 9), name: PersonName(family: "Adeyemi", given: "Taiwo"),
          born: Day(2013, 3, 14), upn: "", setting: "Elm Court", hasActivePlan: true),
        hasSameName: false, hasSameBirthday: true)
    ]
    return stage
  }

  @Test(arguments: [Size(width: 60, height: 20), Size(width: 80, height: 24)])
  func `are named on the form, and no single digit saves`(size: Size) throws {
    var stage = stage(size: size)
    stage.play("2<down>d")
    try stage.expectGolden("alike-form-\(size.width)x\(size.height)")
    stage.play("1")
    #expect(stage.workspace.undoStack.isEmpty)
    stage.play("<enter>")
    stage.play("<enter>")
    #expect(stage.workspace.undoStack.count == 1)
  }

  @Test func `are named on the record`() throws {
    var stage = stage()
    stage.play("2<down><enter>")
    #expect(stage.text().contains("! Alike: ADEYEMI, Taiwo b. 14 Mar 2013, a similar name"))
  }

  @Test func `keys wait until it is known who is alike`() {
    var stage = stage()
    stage.play("2<down>")
    var root = stage.root
    let effects = root.handle(.key(.character("n")))
    #expect(
      effects.contains { if case .lookAlikes(.init(rawValue: 1)) = $0 { true } else { false } })
    let waits = root.mustWait(for: .key(.character("x")))
    #expect(waits)
    _ = root.receive(.alike(.init(rawValue: 1), []))
    let waitsStill = root.mustWait(for: .key(.character("x")))
    #expect(!waitsStill)
  }

  @Test func `with names hidden neither name nor birthday is told`() {
    var stage = stage()
    stage.play("2<down>Hd")
    #expect(!stage.text().contains("Taiwo"))
    #expect(!stage.text().contains("14 Mar 2013"))
    #expect(stage.text().contains("Is it the right child?"))
  }
}

@Suite struct `The figures of assessments` {
  @Test func `stand behind T, with and without exceptions`() throws {
    var stage = Stage.assessing(size: Size(width: 80, height: 24))
    stage.workspace.assessments[0].entered[.decided] = .init(day: Day(2026, 11, 2)!)
    stage.workspace.assessments[0].decision = .assess
    stage.play("3T")
    try stage.expectGolden("assessments-figures")
  }
}
