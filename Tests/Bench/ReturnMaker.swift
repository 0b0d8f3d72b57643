import Foundation

/// Writes a made-up SEN2 return as a folder of CSV exports: one child, plan, placement, need and
/// meeting a row, varied by plain arithmetic.
struct ReturnMaker {
  let plans: Int

  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for table in ReturnMaker.tables {
      let path = "\(folder)/Made-Up_20-11-2026_\(table.name).csv"
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let file = FileHandle(forWritingAtPath: path)
      else { throw BenchError("\(path) cannot be written") }
      var text = table.heading + "\r\n"
      for index in 0..<(table.isSingle ? 1 : plans) {
        text += table.row(index) + "\r\n"
        if text.utf8.count > 1_000_000 {
          try file.write(contentsOf: Data(text.utf8))
          text = ""
        }
      }
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    }
  }

  private struct Table: Sendable {
    var name: String
    var heading: String
    var isSingle = false
    var row: @Sendable (Int) -> String
  }

  private static let tables = [
    Table(
      name: "sen2",
      heading: "sen2tableid,NativeId,year,referencedate,lea,datetime,dmo,dco,dsco", isSingle: true
    ) { _ in "1,208,2027,2027-Jan-21 00:00:00,208,2026-Nov-20 09:30:00,Yes,Yes,Yes" },
    Table(
      name: "person",
      heading: "persontableid,NativeId,sen2tableid,surname,forename,personbirthdate,sex,"
        + "ethnicity,postcode,upn,uniquelearnernumber,upnunknown"
    ) { index in
      let born = day(year: 2008 + index % 14, index)
      return
        "\(index),208,1,\(family(index)),\(given(index)),\(born),\(index % 3 == 0 ? "F" : "M"),"
        + "WBRI,ZZ\(index % 99 + 1) 1ZZ,\(upn(index)),,"
    },
    Table(
      name: "requests",
      heading: "requeststableid,persontableid,receiveddate,requestsource,rya,requestoutcomedate,"
        + "requestoutcome,requestmediation,requesttribunal,exported"
    ) { "\($0),\($0),\(day(year: 2020 + $0 % 4, $0)),1,0,,H,0,0," },
    Table(
      name: "assessment",
      heading: "assessmenttableid,requeststableid,assessmentoutcome,assessmentoutcomedate,"
        + "assessmentmediation,assessmenttribunal,othermediation,othertribunal,week20"
    ) { "\($0),\($0),H,,0,1,0,0,0" },
    Table(
      name: "namedplan",
      heading: "namedplantableid,assessmenttableid,startdate,planres,planwbp,pb,oa,dp,ceasedate,"
        + "ceasereason"
    ) { "\($0),\($0),\(day(year: 2021 + $0 % 4, $0 + 3)),,,1,0,EH,," },
    Table(
      name: "plandetail",
      heading: "plandetailtableid,namedplantableid,urn,ukprn,sensetting,sensettingother,"
        + "placementrank,senunitindicator,resourcedprovisionindicator"
    ) { "\($0),\($0),\(100_000 + $0 % 97),,,,1,0,0" },
    Table(
      name: "activeplans",
      heading: "activeplanstableid,requeststableid,transferla,reviewmeeting,reviewoutcome,"
        + "reviewdraft,phasetransferduedate,phasetransferfinaldate,lastreview"
    ) { index in
      let meeting = day(year: 2025 + index % 2, index + 5)
      return "\(index),\(index),,\(meeting),\(index % 5 == 0 ? "" : "A"),,,,"
    },
    Table(
      name: "placementdetail",
      heading: "placementdetailtableid,activeplanstableid,urn,ukprn,sensetting,sensettingother,"
        + "placementrank,entrydate,leavingdate,senunitindicator,resourcedprovisionindicator,res,wbp"
    ) { "\($0),\($0),\(100_000 + $0 % 97),,,,1,2022-Sep-01 00:00:00,,0,0,," },
    Table(
      name: "senneed", heading: "senneedtableid,activeplanstableid,sentype,sentyperank"
    ) { "\($0),\($0),\(["ASD", "SLCN", "SEMH", "MLD"][$0 % 4]),1" },
  ]

  private static func day(year: Int, _ index: Int) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]
    let day = index % 28 + 1
    return "\(year)-\(months[index / 28 % 10])-\(day < 10 ? "0" : "")\(day) 00:00:00"
  }

  private static let beginnings = [
    "Ash", "Brad", "Carl", "Dun", "Elm", "Fen", "Gar", "Hol", "Kir", "Lan",
  ]
  private static let endings = [
    "bury", "field", "ford", "ham", "ley", "ton", "wick", "worth", "by", "stead",
  ]
  private static let firsts = [
    "Ada", "Ben", "Cleo", "Dev", "Esme", "Femi", "Gwen", "Hari", "Ines", "Jon",
  ]

  private static func family(_ index: Int) -> String {
    beginnings[index * 7 % 10] + endings[index / 10 % 10]
      + (index / 100 % 3 == 0
        ? "-" + beginnings[index / 300 % 10] + endings[index / 3_000 % 10] : "")
  }

  private static func given(_ index: Int) -> String {
    firsts[index / 7 % 10] + (index % 2 == 0 ? " \(firsts[index / 70 % 10])" : "")
  }

  /// A pupil number with its check letter.
  private static func upn(_ index: Int) -> String {
    let number = String(208_000_000_000 + index)
    let sum = number.utf8.enumerated().reduce(0) { $0 + Int($1.element - 48) * ($1.offset + 2) }
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    return "\(letters[sum % 23])\(number)"
  }
}
