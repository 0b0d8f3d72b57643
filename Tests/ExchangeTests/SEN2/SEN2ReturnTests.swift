import Testing

@testable import Exchange

@Suite struct SEN2ReturnTests {
  @Test func `the newest set by the date in its names is chosen`() {
    let names = [
      "Blade-Export_02-11-2026_person.csv", "Blade-Export_02-11-2026_requests.csv",
      "Blade-Export_30-01-2026_person.csv", "Blade-Export_30-01-2026_requests.csv",
      "Blade-Export_30-01-2026_sen2.csv", "expected_plans.csv", "notes.txt", "SEN2_2027.xml",
      "._Blade-Export_03-12-2026_person.csv", "~$person.csv",
    ]
    #expect(
      SEN2Return.choose(names)
        == .csv(["Blade-Export_02-11-2026_person.csv", "Blade-Export_02-11-2026_requests.csv"]))
  }

  @Test func `plain module names in any case are a set`() {
    #expect(
      SEN2Return.choose(["Person.CSV", "SENNEED.csv", "plan.csv"])
        == .csv(["Person.CSV", "SENNEED.csv"]))
  }

  @Test func `a dated set is newer than an undated one`() {
    #expect(
      SEN2Return.choose(["person.csv", "x_01-02-2020_person.csv"])
        == .csv(["x_01-02-2020_person.csv"]))
  }

  @Test func `among sets of one day the one with children is taken`() {
    #expect(
      SEN2Return.choose(["z_01-02-2026_requests.csv", "a_01-02-2026_person.csv"])
        == .csv(["a_01-02-2026_person.csv"]))
  }

  @Test func `one XML file is read where there is no CSV`() {
    #expect(SEN2Return.choose(["a.XML", "b.txt"]) == .xml("a.XML"))
    #expect(SEN2Return.choose(["a.xml", "b.xml"]) == .refused(.severalXML(["a.xml", "b.xml"])))
    #expect(SEN2Return.choose(["a.txt", "b.csv"]) == .refused(.nothingToRead))
    #expect(SEN2Return.choose([]) == .refused(.nothingToRead))
  }

  @Test func `a module's file is known by its name`() {
    #expect(SEN2Return.isModuleFile("Blade-Export_23-11-2026_activeplans.csv"))
    #expect(SEN2Return.isModuleFile("SEN2.csv"))
    #expect(!SEN2Return.isModuleFile("expected_plans.csv"))
    #expect(!SEN2Return.isModuleFile("person.xml"))
  }
}
