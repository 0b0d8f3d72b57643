import Foundation
import SENDDomain

@testable import Exchange

/// A made-up return as texts of its files, to be changed by a test and read.
struct SampleReturn {
  var files: [String: String]

  /// Two children: one with an active plan and a whole history, one with a request only.
  static let whole = SampleReturn(files: [
    "sen2": """
    sen2tableid,NativeId,year,referencedate,lea,datetime,dmo,dco,dsco
    1,208,2027,2027-Jan-21 00:00:00,208,2026-Nov-20 09:30:00,Yes,Yes,Yes
    """,
    "person": """
    persontableid,NativeId,sen2tableid,surname,forename,personbirthdate,sex,ethnicity,postcode,upn,uniquelearnernumber,upnunknown
    1,208,1,Testington,Ada,2014-May-02 00:00:00,F,WBRI,ZZ1 1ZZ,A950000178301,,
    2,208,1,Example,Ben,2022-Jun-10 00:00:00,M,BCRB,ZZ2 2ZZ,,,UN1
    """,
    "requests": """
    requeststableid,persontableid,receiveddate,requestsource,rya,requestoutcomedate,requestoutcome,requestmediation,requesttribunal,exported
    11,1,2020-Feb-03 00:00:00,1,0,,H,0,0,
    12,2,2026-Oct-12 00:00:00,2,0,,A,0,0,
    """,
    "assessment": """
    assessmenttableid,requeststableid,assessmentoutcome,assessmentoutcomedate,assessmentmediation,assessmenttribunal,othermediation,othertribunal,week20
    21,11,H,,0,1,0,0,0
    """,
    "namedplan": """
    namedplantableid,assessmenttableid,startdate,planres,planwbp,pb,oa,dp,ceasedate,ceasereason
    31,21,2020-Jun-17 00:00:00,,,1,0,EH,,
    """,
    "plandetail": """
    plandetailtableid,namedplantableid,urn,ukprn,sensetting,sensettingother,placementrank,senunitindicator,resourcedprovisionindicator
    41,31,100608,,,,1,1,0
    """,
    "activeplans": """
    activeplanstableid,requeststableid,transferla,reviewmeeting,reviewoutcome,reviewdraft,phasetransferduedate,phasetransferfinaldate,lastreview
    51,11,,2026-Mar-02 00:00:00,A,2026-Mar-20 00:00:00,2027-Feb-15 00:00:00,,2026-Mar-20 00:00:00
    """,
    "placementdetail": """
    placementdetailtableid,activeplanstableid,urn,ukprn,sensetting,sensettingother,placementrank,entrydate,leavingdate,senunitindicator,resourcedprovisionindicator,res,wbp
    61,51,100608,,,,1,2020-Sep-01 00:00:00,,1,0,,
    62,51,,,OLA,"Forest school, Fridays",2,2025-Sep-01 00:00:00,2026-Jul-17 00:00:00,0,0,,
    """,
    "senneed": """
    senneedtableid,activeplanstableid,sentype,sentyperank
    71,51,ASD,1
    72,51,SLCN,2
    """,
  ])

  /// The same with one text exchanged for another in one file.
  func with(_ module: String, _ old: String, _ new: String) -> SampleReturn {
    var copy = self
    copy.files[module] = files[module]?.replacingOccurrences(of: old, with: new)
    return copy
  }

  func without(_ module: String) -> SampleReturn {
    var copy = self
    copy.files[module] = nil
    return copy
  }

  func adding(_ module: String, _ line: String) -> SampleReturn {
    var copy = self
    copy.files[module]? += "\n" + line
    return copy
  }

  var named: [NamedBytes] {
    files.sorted { $0.key < $1.key }.map {
      NamedBytes(name: "Made-Up_21-11-2026_\($0.key).csv", bytes: Data($0.value.utf8))
    }
  }

  func read(today: Day = SampleReturn.today) throws -> Reading {
    try Reading(SEN2Reader(csv: named), today)
  }

  static let today = Day(2026, 11, 23)!  // a day of the calendar
}

/// What came of reading a return.
struct Reading {
  var header: ReturnHeader
  var children: [ReturnedChild] = []
  var problems: [ImportProblem] = []
  var result = SEN2Reader.Result()

  init(_ reader: SEN2Reader, _ today: Day = SampleReturn.today) throws {
    header = reader.header
    var (children, problems): ([ReturnedChild], [ImportProblem]) = ([], [])
    result = try reader.read(
      today: today, child: { children.append($0) }, problem: { problems.append($0) })
    self.children = children
    self.problems = problems
  }

  init(xml: String, _ today: Day = SampleReturn.today) throws {
    try self.init(xml: Data(xml.utf8), today)
  }

  init(xml: Data, _ today: Day = SampleReturn.today) throws {
    try self.init(SEN2Reader(xml: NamedBytes(name: "made-up.xml", bytes: xml)), today)
  }

  var kinds: [String] { problems.map(\.kind).sorted() }

  /// `kind module line:column field` of every problem, sorted.
  var places: [String] {
    problems.map { problem in
      let module = problem.file.split(separator: "_").last.map { $0.dropLast(4) } ?? ""
      let line = problem.line.map(String.init) ?? "-"
      let column = problem.column.map(String.init) ?? "-"
      return "\(problem.kind) \(module) \(line):\(column) \(problem.field ?? "-")"
    }.sorted()
  }
}
