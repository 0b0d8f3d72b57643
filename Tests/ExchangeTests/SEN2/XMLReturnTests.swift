import Foundation
import SENDDomain
import Testing

@testable import Exchange

/// The children of `SampleReturn.whole` as XML.
let wholeXML = """
  <?xml version="1.0" encoding="UTF-8"?>
  <Message>
  <Header><CollectionDetails><Collection>SEN2</Collection><Year>2027</Year>
  <ReferenceDate>2027-01-21</ReferenceDate></CollectionDetails>
  <Source><SourceLevel>L</SourceLevel><LEA>208</LEA><DateTime>2026-11-20T09:30:00</DateTime></Source></Header>
  <Persons>
  <Person>
    <Surname>Testington</Surname><Forename>Ada</Forename>
    <PersonBirthDate>2014-05-02</PersonBirthDate><Sex>F</Sex><Ethnicity>WBRI</Ethnicity>
    <PostCode>ZZ1 1ZZ</PostCode><UPN>A950000178301</UPN>
    <Requests><ReceivedDate>2020-02-03</ReceivedDate><RequestSource>1</RequestSource><RYA>0</RYA>
      <RequestOutcome>H</RequestOutcome><RequestMediation>0</RequestMediation><RequestTribunal>0</RequestTribunal>
      <Assessment><AssessmentOutcome>H</AssessmentOutcome><AssessmentMediation>0</AssessmentMediation>
        <AssessmentTribunal>1</AssessmentTribunal><OtherMediation>0</OtherMediation><OtherTribunal>0</OtherTribunal><Week20>0</Week20>
        <NamedPlan><StartDate>2020-06-17</StartDate><PB>1</PB><OA>0</OA><DP>EH</DP>
          <PlanDetail><URN>100608</URN><PlacementRank>1</PlacementRank><SENunitIndicator>1</SENunitIndicator>
            <ResourcedProvisionIndicator>0</ResourcedProvisionIndicator></PlanDetail></NamedPlan></Assessment>
      <ActivePlans><ReviewMeeting>2026-03-02</ReviewMeeting><ReviewOutcome>A</ReviewOutcome>
        <ReviewDraft>2026-03-20</ReviewDraft><PhaseTransferDueDate>2027-02-15</PhaseTransferDueDate>
        <LastReview>2026-03-20</LastReview>
        <PlacementDetail><URN>100608</URN><PlacementRank>1</PlacementRank><EntryDate>2020-09-01</EntryDate>
          <SENunitIndicator>1</SENunitIndicator><ResourcedProvisionIndicator>0</ResourcedProvisionIndicator></PlacementDetail>
        <PlacementDetail><SENsetting>OLA</SENsetting><SENsettingOther>Forest school, Fridays</SENsettingOther>
          <PlacementRank>2</PlacementRank><EntryDate>2025-09-01</EntryDate><LeavingDate>2026-07-17</LeavingDate>
          <SENunitIndicator>0</SENunitIndicator><ResourcedProvisionIndicator>0</ResourcedProvisionIndicator></PlacementDetail>
        <SENneed><SENtype>ASD</SENtype><SENtypeRank>1</SENtypeRank></SENneed>
        <SENneed><SENtype>SLCN</SENtype><SENtypeRank>2</SENtypeRank></SENneed></ActivePlans>
    </Requests>
  </Person>
  <Person><Surname>Example</Surname><Forename>Ben</Forename><PersonBirthDate>2022-06-10</PersonBirthDate>
    <Sex>M</Sex><Ethnicity>BCRB</Ethnicity><PostCode>ZZ2 2ZZ</PostCode><UPNunknown>UN1</UPNunknown>
    <Requests><ReceivedDate>2026-10-12</ReceivedDate><RequestSource>2</RequestSource><RYA>0</RYA>
    <RequestOutcome>A</RequestOutcome><RequestMediation>0</RequestMediation><RequestTribunal>0</RequestTribunal></Requests></Person>
  </Persons>
  </Message>
  """

@Suite struct XMLReturnTests {
  @Test func `XML and CSV of the same children give the same records`() throws {
    let xml = try Reading(xml: wholeXML)
    let csv = try SampleReturn.whole.read()
    #expect(xml.places == [])
    #expect(xml.children == csv.children)
    #expect(xml.children.map(\.bytes) == csv.children.map(\.bytes))
    #expect(xml.header == csv.header)
  }

  @Test func `names match in any case and with a prefix, and the root may have any name`() throws {
    let shouted =
      wholeXML
      .replacingOccurrences(of: "<Message>", with: "<s:SEN2 xmlns:s=\"urn:made-up\">")
      .replacingOccurrences(of: "</Message>", with: "</s:SEN2>")
      .replacingOccurrences(of: "SENsetting>", with: "SENSETTING>")
      .replacingOccurrences(of: "Person>", with: "s:person>")
    #expect(try Reading(xml: shouted).children == SampleReturn.whole.read().children)
  }

  @Test func `entities of XML itself, comments and character data are read`() throws {
    let changed = wholeXML.replacingOccurrences(
      of: ">Testington<", with: "><!-- <Person> --><![CDATA[Test]]>&amp;&#x101;\r\nX <")
    let reading = try Reading(xml: changed)
    #expect(reading.children[0].familyName == "Test&\u{101}\nX")
    #expect(reading.children.count == 2)
  }

  @Test func `problems stand at the element's line`() throws {
    let changed = wholeXML.replacingOccurrences(of: ">WBRI<", with: ">ZZZZ<")
      .replacingOccurrences(of: "<Forename>Ben</Forename>", with: "")
    let problems = try Reading(xml: changed).problems
    #expect(problems.map(\.kind) == ["unknown_code", "missing_name"])
    #expect(problems.map(\.line) == [9, 30])
    #expect(problems.map(\.field) == ["ethnicity", "forename"])
    #expect(problems.allSatisfy { $0.file == "made-up.xml" })
  }

  @Test func `other encodings than the declared one are read by content`() throws {
    let named = wholeXML.replacingOccurrences(of: ">Ada<", with: ">Zoë<")
    let latin = Data(named.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    let wide = Data([0xFF, 0xFE] + named.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    for bytes in [Data(named.utf8), latin, wide, Data([0xEF, 0xBB, 0xBF]) + Data(named.utf8)] {
      #expect(try Reading(xml: bytes).children.first?.givenName == "Zoë")
    }
  }

  @Test func `a control character or a bare ampersand costs nothing but itself`() throws {
    let reading = try Reading(
      xml: wholeXML.replacingOccurrences(of: ">Ada<", with: ">A\u{1B}da<")
        .replacingOccurrences(of: ">Example<", with: ">Smith & Sons &amp; &#27;<![CDATA[&]]><"))
    #expect(reading.children.count == 2)
    #expect(reading.children[0].givenName == "A da")
    #expect(reading.children[1].familyName == "Smith & Sons & &#27;&")
    #expect(reading.kinds == ["control_characters"])
  }

  @Test func `a file that breaks off gives the persons before that place`() throws {
    let end = try #require(wholeXML.range(of: "<Surname>Example"))
    let cut = try Reading(xml: String(wholeXML[..<end.lowerBound]))
    #expect(cut.children.count == 1)
    #expect(cut.kinds == ["unreadable_file"])
    #expect(cut.result.isBrokenOff)
    #expect(throws: SEN2Error.self) {
      try Reading(xml: wholeXML.replacingOccurrences(of: "<Surname>Testington", with: "<"))
    }
  }

  @Test func `a tag that is not closed is reported`() throws {
    let reading = try Reading(
      xml: wholeXML.replacingOccurrences(of: "Example</Surname>", with: "Example"))
    #expect(reading.kinds.contains("unreadable_file"))
    #expect(reading.children.first?.familyName == "Testington")
  }

  @Test func `files that define entities or hold no person are refused`() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY a \"aaaa\">]>" + wholeXML.dropFirst(39)
    for text in [bomb, "", "<a/>", "surname,forename\nx,y\n", "<Persons></Persons>"] {
      #expect(throws: SEN2Error.unreadable(file: "made-up.xml")) { try Reading(xml: text) }
    }
  }

  @Test func `versions are told by the items that occur`() throws {
    let v1_2 = wholeXML.replacingOccurrences(of: "RequestSource>", with: "Skip>")
      .replacingOccurrences(of: "ReviewDraft>", with: "Skip>")
      .replacingOccurrences(of: "PhaseTransferDueDate>", with: "Skip>")
    #expect(try Reading(xml: v1_2).header.version == .v1_2)
    #expect(try Reading(xml: v1_2).header.knowledge == [.meetings])
    let v1_1 = v1_2.replacingOccurrences(of: "Sex>F<", with: "GenderCurrent>2<")
      .replacingOccurrences(of: "Sex>M<", with: "GenderCurrent>1<")
      .replacingOccurrences(of: "</Sex>", with: "</GenderCurrent>")
      .replacingOccurrences(of: "ReviewMeeting>", with: "Skip>")
      .replacingOccurrences(of: "ReviewOutcome>", with: "Skip>")
    let reading = try Reading(xml: v1_1)
    #expect(reading.header.version == .before1_2)
    #expect(reading.header.knowledge == [])
    #expect(reading.children.map(\.sex) == ["2", "1"])
    #expect(reading.problems == [])
  }

  @Test func `an element in the wrong place is reported and left out`() throws {
    let changed = wholeXML.replacingOccurrences(
      of: "</ActivePlans>",
      with: "</ActivePlans><SENneed><SENtype>HI</SENtype></SENneed>")
    let reading = try Reading(xml: changed)
    #expect(reading.kinds == ["orphan_row"])
    #expect(reading.children[0].requests[0].active?.needs.count == 2)
  }
}
