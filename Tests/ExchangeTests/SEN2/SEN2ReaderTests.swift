import Foundation
import SENDDomain
import Testing

@testable import Exchange

@Suite struct SEN2ReaderTests {
  @Test func `a whole return gives its children and no problem`() throws {
    let reading = try SampleReturn.whole.read()
    #expect(reading.places == [])
    #expect(reading.children.map(\.familyName) == ["Testington", "Example"])
    let request = try #require(reading.children.first?.requests.first)
    #expect(request.received == Day(2020, 2, 3))
    #expect(request.outcome == "H")
    #expect(request.assessment?.tribunal == true)
    #expect(request.plan?.start == Day(2020, 6, 17))
    #expect(request.plan?.directPayments == "EH")
    #expect(request.plan?.named.first?.isSENUnit == true)
    #expect(request.active?.reviewMeeting == Day(2026, 3, 2))
    #expect(request.active?.phaseTransferDue == Day(2027, 2, 15))
    #expect(request.active?.placements.map(\.setting.key) == ["urn 100608", "OLA"])
    #expect(request.active?.placements.last?.setting.words == "Forest school, Fridays")
    #expect(
      request.active?.needs == [Need(code: "ASD", rank: 1), Need(code: "SLCN", rank: 2)])
    #expect(reading.children.last?.requests.map(\.standing) == [.noPlan])
  }

  @Test func `the header says whose return it is and when it was made`() throws {
    let header = try SampleReturn.whole.read().header
    #expect(header.authority == "208")
    #expect(header.year == 2027)
    #expect(header.referenceDay == Day(2027, 1, 21))
    #expect(header.madeOn == Day(2026, 11, 20))
  }

  @Test func `without a header the rows and the file names say it`() throws {
    let reading = try SampleReturn.whole.without("sen2").read()
    #expect(reading.header.authority == "208")
    #expect(reading.header.madeOn == Day(2026, 11, 21))
    #expect(reading.places == ["missing_file sen2 -:- -"])
  }

  @Test func `the version is decided by columns`() throws {
    let now = SampleReturn.whole
    #expect(try now.read().header.version == .v1_3)
    let before = now.with("sen2", ",dsco", "").with("requests", ",requestsource", ",x")
      .with("activeplans", ",reviewdraft,phasetransferduedate,phasetransferfinaldate", ",x,y,z")
    #expect(try before.read().header.version == .v1_2)
    #expect(try before.read().header.knowledge == [.meetings])
    let first = before.with("person", ",sex", ",gendercurrent")
      .with("activeplans", "reviewmeeting,reviewoutcome", "res,wbp")
    #expect(try first.read().header.version == .before1_2)
    #expect(try first.read().header.knowledge == [])
  }

  @Test func `headings and keys match however a spreadsheet left them`() throws {
    var changed = SampleReturn.whole
    for (module, text) in changed.files {
      var lines = text.split(separator: "\n").map(String.init)
      lines[0] = "\u{FEFF}" + lines[0].uppercased().replacingOccurrences(of: ",", with: " , ")
      changed.files[module] = lines.joined(separator: "\r\n") + "\r\n,,,\r\n\r\n"
    }
    changed = changed.with("requests", "\r\n11,1,", "\r\n11.0, 1.00 ,")
      .with("senneed", ",51,ASD,1", ",51.0, asd ,1.0")
      .with("activeplans", "2026-Mar-02 00:00:00,A", "02/03/2026, a ")
      .with("activeplans", "2027-Feb-15 00:00:00", "46433")
      .with("namedplan", ",1,0,EH", ",TRUE,false,eh")
    let reading = try changed.read()
    #expect(reading.places == [])
    #expect(try reading.children == SampleReturn.whole.read().children)
  }

  @Test func `order of rows and files does not matter`() throws {
    var turned = SampleReturn.whole
    for (module, text) in turned.files where module != "person" {
      let lines = text.split(separator: "\n")
      turned.files[module] = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    }
    let reading = try Reading(SEN2Reader(csv: turned.named.reversed()))
    #expect(reading.problems.isEmpty)
    // Rows of one parent keep the file's order.
    #expect(reading.children.first?.requests.first?.active?.needs.map(\.code) == ["SLCN", "ASD"])
  }

  @Test func `NULL and NA are nothing in codes and dates, and a name in names`() throws {
    let reading = try SampleReturn.whole
      .with("activeplans", "51,11,,", "51,11,N/A,")
      .with("requests", "12,2,2026-Oct-12 00:00:00", "12,2,NULL")
      .with("person", "Example,Ben", "Null,Ben").read()
    #expect(reading.places == [])
    #expect(reading.children[0].requests[0].active?.transferredFrom == "")
    #expect(reading.children[1].requests[0].received == nil)
    #expect(reading.children[1].familyName == "Null")
  }

  @Test func `without children there is nothing to read`() {
    #expect(throws: SEN2Error.noPersons(set: "Made-Up_21-11-2026_")) {
      try SampleReturn.whole.without("person").read()
    }
    var blank = SampleReturn.whole
    blank.files["person"] = "\n\n"
    #expect(throws: SEN2Error.unreadable(file: "Made-Up_21-11-2026_person.csv")) {
      try blank.read()
    }
    blank.files["person"] = "{\"json\": 1}"
    #expect(throws: SEN2Error.self) { try blank.read() }
  }

  @Test func `a file missing in the middle is said once`() throws {
    let reading = try SampleReturn.whole.without("assessment").read()
    #expect(
      reading.places == [
        "missing_file assessment -:- -", "no_named_plan activeplans 2:- -",
        "orphan_row namedplan -:- assessmenttableid", "orphan_row plandetail -:- namedplantableid",
      ])
    #expect(reading.children[0].requests[0].standing == .active)
    let file = try SampleReturn.whole.with("senneed", "senneedtableid", "{").with(
      "senneed", ",sentype", ",x"
    ).with("senneed", "activeplanstableid", "y").read()
    #expect(file.kinds == ["unreadable_file"])
  }

  @Test func `progress counts children and can stop the reading`() throws {
    let reader = try SEN2Reader(csv: SampleReturn.whole.named)
    var told: [Int] = []
    try reader.read(
      today: SampleReturn.today, child: { _ in }, problem: { _ in },
      progress: { read, total in
        told.append(read)
        return total == nil || total == 2
      })
    #expect(told.last == 2)
    #expect(throws: SEN2Error.cancelled) {
      try reader.read(
        today: SampleReturn.today, child: { _ in }, problem: { _ in },
        progress: { _, _ in false })
    }
  }

  @Test func `what the receiver of children throws ends the reading`() throws {
    struct Full: Error {}
    let reader = try SEN2Reader(csv: SampleReturn.whole.named)
    #expect(throws: Full.self) {
      try reader.read(today: SampleReturn.today, child: { _ in throw Full() }, problem: { _ in })
    }
  }

  @Test func `exchanged meeting and decision columns are noticed over the whole return`() throws {
    var many = SampleReturn.whole
    for number in 100..<130 {
      many = many.adding("requests", "\(number),2,,,0,,H,0,0,")
        .adding("activeplans", "\(number),\(number),,2026-Mar-20,M,,,,2026-Mar-02")
    }
    let result = try many.read().result
    #expect(result.bothDates == 31)
    #expect(result.decisionBeforeMeeting == 30)
    #expect(result.columnsCrossed)
    #expect(try !SampleReturn.whole.read().result.columnsCrossed)
  }
}
