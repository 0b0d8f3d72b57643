import Foundation
import SENDDomain
import Testing

@testable import Screens

/// The next start takes up where the last one ended.
@Suite struct `A saved view` {
  /// Ends one session and begins the next, through the bytes that are kept.
  private func next(_ stage: Stage) throws -> Stage {
    let bytes = try JSONEncoder().encode(stage.root.savedView)
    return Stage(view: try JSONDecoder().decode(SavedView.self, from: bytes))
  }

  @Test func `brings back screen, row, sort, quick filter and detail`() throws {
    var stage = Stage()
    stage.play("2s2vjj")
    let selected = try #require(stage.root.reviews.selected?.id)
    var again = try next(stage)
    #expect(again.root.screen == .reviews)
    #expect(again.root.reviews.selected?.id == selected)
    #expect(again.root.reviews.query.sort == stage.root.reviews.query.sort)
    #expect(!again.root.showsDetail)
    #expect(again.text().contains("by name"))
  }

  @Test func `brings back a filter, which Esc clears`() throws {
    var stage = Stage()
    stage.play("2/begum<enter>")
    var again = try next(stage)
    #expect(again.root.reviews.query.filter == "begum")
    #expect(again.text().contains("BEGUM"))
    #expect(!again.text().contains("ADEYEMI"))
    again.play("<esc>")
    #expect(again.text().contains("ADEYEMI"))
  }

  @Test func `opens the record that was open, at its part`() throws {
    var stage = Stage()
    stage.play("2/adeyemi<enter><enter>]")
    let part = try #require(stage.root.record?.part)
    let again = try next(stage)
    #expect(again.root.record?.record.child.name.given == "Tobi")
    #expect(again.root.record?.part == part)
    #expect(!again.root.isWriting)
  }

  @Test func `brings back the columns that were chosen`() throws {
    var stage = Stage()
    stage.play("2:columns<enter>3<esc>")
    var again = try next(stage)
    #expect(!again.text().contains("Setting"))
    again.play("1")
    #expect(again.text().contains("With"))
  }

  @Test func `of an earlier version, without columns, is taken up`() throws {
    let bytes = Data(
      #"{"screen":"reviews","showsDetail":true,"namesAreHidden":false,"today":{"filter":"","states":"all","sort":"due"},"reviews":{"filter":"","states":"all","sort":"due"}}"#
        .utf8)
    let stage = Stage(view: try JSONDecoder().decode(SavedView.self, from: bytes))
    #expect(stage.root.screen == .reviews)
    #expect(stage.root.log.messages.isEmpty)
  }

  @Test func `keeps names hidden`() throws {
    var stage = Stage()
    stage.play("H2")
    var again = try next(stage)
    #expect(!again.text().contains("ADEYEMI"))
  }

  @Test func `holds no name, but what was typed to filter by`() throws {
    var stage = Stage()
    stage.play("2jj<enter>]H")
    let kept = String(decoding: try JSONEncoder().encode(stage.root.savedView), as: UTF8.self)
      .lowercased()
    for name in ["adeyemi", "begum", "mensah", "nguy", "papadimi", "souza", "tobi", "kofi"] {
      #expect(!kept.contains(name))
    }
  }

  @Test func `leaves out what no longer holds, and says so`() throws {
    var view = SavedView()
    view.screen = "sideways"
    view.reviews.sort = "by magic"
    view.reviews.states = "purple"
    view.child = 999
    view.part = "secrets"
    var stage = Stage(view: view)
    #expect(
      stage.root.log.messages.contains {
        $0.text == "! Part of where you left off is not known any more and is left out."
      })
    #expect(stage.root.screen == .today)
    #expect(stage.root.record == nil)
    #expect(stage.root.reviews.query.sort == .due)
    stage.play("2jj")
    #expect(stage.root.reviews.selected != nil)
  }
}
