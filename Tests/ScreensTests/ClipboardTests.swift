import SENDDomain
import TerminalKit
import Testing

@testable import Screens

/// The clipboard is off unless the installation's policy allows it, and never holds a child.
@Suite struct `The clipboard` {
  @Test func `is off where no policy allows it, and says so`() {
    var stage = Stage()
    stage.play(Stage.clipboardKeys)
    #expect(stage.clipboard.isEmpty)
    #expect(stage.text().contains("the policy of this installation does not allow it"))
  }

  @Test func `takes title and contact of a service, and is not called copied`() {
    var stage = Stage(allowsClipboard: true)
    stage.play(Stage.clipboardKeys)
    #expect(stage.clipboard.count == 1)
    #expect(stage.clipboard.first?.contains("020 7946 01") == true)
    #expect(stage.text().contains("Sent to the terminal"))
    #expect(!stage.text().contains("opied"))
    #expect(stage.workspace.clipboardNotes == [.service(1)])
  }

  @Test func `says where the terminal is not known to take it`() {
    var stage = Stage(allowsClipboard: true)
    stage.takesClipboard = false
    stage.play(Stage.clipboardKeys)
    #expect(stage.text().contains("not known to take text for the clipboard: nothing was sent"))
    #expect(stage.workspace.clipboardNotes.isEmpty)
  }

  @Test(arguments: ["", "2", "2<enter>"])
  func `takes nothing about a child`(keys: String) {
    var stage = Stage(allowsClipboard: true)
    stage.play(keys + ":send to the cl<enter>")
    #expect(stage.clipboard.isEmpty)
    #expect(stage.text().contains("not on this screen"))
  }

  @Test func `refuses what is too long`() {
    var stage = Stage(allowsClipboard: true)
    stage.play("4<enter>")
    let long = OfferPhone(text: String(repeating: "9", count: 2_100), numbers: [])
    var hits = stage.root.offer.list.rows
    hits[0].service.phones.append(long)
    _ = stage.root.offer.list.replace(rows: hits, atStart: true, atEnd: true)
    stage.play(":send to the cl<enter>")
    #expect(stage.clipboard.isEmpty)
    #expect(stage.text().contains("too long for the clipboard"))
  }

  @Test func `is spoken of in lines`() {
    var stage = PlainStage()
    stage.type("offer", "send to the clipboard")
    #expect(stage.text.contains("That is for the screens. What is printed here can be copied."))
  }
}

extension Stage {
  fileprivate static let clipboardKeys = "4<enter>:send to the cl<enter>"
}
