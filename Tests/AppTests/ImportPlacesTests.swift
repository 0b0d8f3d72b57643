import Foundation
import Testing

@testable import waymark

@Suite struct ImportPlacesTests {
  @Test func `places make distances known, twice the same changes nothing, and undo goes on`()
    throws
  {
    try Stage.with { stage in
      try stage.write(
        "postcode,latitude,longitude\nSE1 7AA,51.502183,-0.110839\n", to: "places.csv")
      let first = stage.run("import", "places", "places.csv", "--json")
      #expect(first.status == 0)
      #expect(first.out.contains("\"added\": 1, \"changed\": 0"))
      let again = stage.run("import", "places", "places.csv", "--json")
      #expect(again.out.contains("\"added\": 0, \"changed\": 0"))
      try stage.write("postcode,latitude,longitude\nSE1 7AA,51.6,-0.1\nX,51,0\n", to: "moved.csv")
      let dry = stage.run("import", "places", "moved.csv", "--dry-run", "--json")
      #expect(dry.status == 1)
      #expect(dry.out.contains("\"changed\": 1, \"skipped\": 1"))
      let bad = stage.run("import", "places", "none.csv")
      #expect(bad.status == 2 && bad.err.contains("there is no file none.csv"))
    }
  }
}
