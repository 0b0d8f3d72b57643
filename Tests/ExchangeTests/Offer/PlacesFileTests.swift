import Foundation
import SENDDomain
import Testing

@testable import Exchange

@Suite struct PlacesFileTests {
  private func read(_ text: String) -> PlacesFile.Places {
    PlacesFile.read(NamedBytes(name: "places.csv", bytes: Data(text.utf8)))
  }

  @Test func `postcodes and localities are read, and what cannot be right is told by its line`() {
    let places = read(
      """
      \u{FEFF}Postcode;In use;Latitude;Longitude
      se1 7aa;Yes;51.502183;-0.110839
      ;;;
      SW8 1SJ;Yes;-0.1115;51.48
      not a postcode;Yes;51.5;-0.1
      BT1 1AA;Yes;54.6;
      """)
    #expect(places.places.map(\.name) == ["SE1 7AA"])
    #expect(places.places.map(\.point.latitude) == [51.502183])
    #expect(places.skipped == 3)
    #expect(
      places.problems.map { "\($0.kind) \($0.line ?? 0)" } == [
        "bad_coordinates 4", "bad_postcode 5", "bad_coordinates 6",
      ])
    let localities = read("name,lat,lng\n\"Kennington\u{1B}[31m\",51.49,-0.11\n")
    #expect(localities.places.map(\.name) == ["Kennington"])
  }

  @Test func `a broken quotation mark is called that, and no bad postcode`() {
    let places = read(
      "postcode,latitude,longitude\nSE1 7AA,51.5,-0.1\n\"SW9 8EF,51.47,-0.11\nSW8 1SJ,51.48,-0.12\n"
    )
    #expect(places.places.map(\.name) == ["SE1 7AA", "SW8 1SJ"])
    #expect(places.skipped == 1)
    #expect(places.problems.map { "\($0.kind) \($0.line ?? 0)" } == ["broken_record 3"])
    #expect(
      places.problems.map(\.message) == [
        "A quotation mark in this row is not closed, or not doubled inside a quoted cell."
      ])
  }

  @Test(arguments: [
    "", "<html><body>504</body></html>", "{\"a\": 1}", "postcode,latitude\nSE1 7AA,51.5\n",
    "postcode,latitude,longitude\n",
  ])
  func `what is no table of places gives none, and says why`(_ text: String) {
    let places = read(text)
    #expect(places.places.isEmpty && places.problems.count == 1)
  }
}
