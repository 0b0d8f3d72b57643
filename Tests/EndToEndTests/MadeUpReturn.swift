import TestSupport
import Testing

/// A return of an authority that does not exist, as the CSV files that COLLECT exports.
struct MadeUpReturn {
  var children: [Child]

  /// A child with an active plan. Days are typed as a return has them: `2026-Oct-14`.
  struct Child {
    var family: String
    var given: String
    var born: String
    /// When the plan was made; nil leaves the plan's first row away.
    var planMade: String?
    var meeting = ""
    /// M, A or C.
    var decision = ""
    var decided = ""
    var need = "ASD"
  }

  /// One child in every state on Mon 23 Nov 2026.
  static let everyState = MadeUpReturn(children: [
    // Met on 14 Oct, so the decision was due four weeks later, on 11 Nov: 12 days late.
    Child(
      family: "Testington", given: "Ada", born: "2014-May-02", planMade: "2020-Jun-17",
      meeting: "2026-Oct-14", decided: "2025-Nov-20"),
    // No day from which anything could be counted.
    Child(family: "Nguyễn", given: "Bảo", born: "2012-Jun-10", need: "SLCN"),
    // The first review is due by 4 Dec: in 11 days.
    Child(family: "Sampleby", given: "Cora", born: "2016-Jul-11", planMade: "2025-Dec-05"),
    // Decided on 20 Sep: nothing is due for ten months.
    Child(
      family: "Fictional", given: "Dev", born: "2013-Aug-12", planMade: "2020-Jun-17",
      meeting: "2026-Sep-01", decision: "M", decided: "2026-Sep-20"),
  ])

  /// Writes the files into a folder of a home.
  ///
  /// - Returns: The folder.
  @discardableResult
  func write(in home: Home, folder: String = "return") throws -> String {
    for (module, rows) in files {
      let text = rows.joined(separator: "\r\n") + "\r\n"
      try home.write(text, to: "\(folder)/Made-Up_\(module).csv")
    }
    return home.path(folder)
  }

  private var files: [String: [String]] {
    var files = [
      "sen2": [
        "sen2tableid,NativeId,year,referencedate,lea,datetime,dmo,dco,dsco",
        "1,999,2027,2027-Jan-21 00:00:00,999,2026-Nov-20 09:30:00,Yes,Yes,Yes",
      ],
      "person": [
        "persontableid,NativeId,sen2tableid,surname,forename,personbirthdate,sex,ethnicity,"
          + "postcode,upn,uniquelearnernumber,upnunknown"
      ],
      "requests": [
        "requeststableid,persontableid,receiveddate,requestsource,rya,requestoutcomedate,"
          + "requestoutcome,requestmediation,requesttribunal,exported"
      ],
      "assessment": [
        "assessmenttableid,requeststableid,assessmentoutcome,assessmentoutcomedate,"
          + "assessmentmediation,assessmenttribunal,othermediation,othertribunal,week20"
      ],
      "namedplan": [
        "namedplantableid,assessmenttableid,startdate,planres,planwbp,pb,oa,dp,ceasedate,ceasereason"
      ],
      "activeplans": [
        "activeplanstableid,requeststableid,transferla,reviewmeeting,reviewoutcome,reviewdraft,"
          + "phasetransferduedate,phasetransferfinaldate,lastreview"
      ],
      "plandetail": [
        "plandetailtableid,namedplantableid,urn,ukprn,sensetting,sensettingother,placementrank,"
          + "senunitindicator,resourcedprovisionindicator"
      ],
      "placementdetail": [
        "placementdetailtableid,activeplanstableid,urn,ukprn,sensetting,sensettingother,"
          + "placementrank,entrydate,leavingdate,senunitindicator,resourcedprovisionindicator,res,wbp"
      ],
      "senneed": ["senneedtableid,activeplanstableid,sentype,sentyperank"],
    ]
    for (number, child) in zip(1..., children) {
      for (module, row) in child.rows(number) { files[module]?.append(row) }
    }
    return files
  }
}

extension MadeUpReturn.Child {
  fileprivate func rows(_ number: Int) -> [(String, String)] {
    let name = "\(quoted(family)),\(quoted(given))"
    var rows = [
      ("person", "\(number),999,1,\(name),\(day(born)),F,WBRI,ZZ1 1ZZ,,,UN2"),
      ("requests", "\(number),\(number),,1,0,,H,0,0,"),
      ("assessment", "\(number),\(number),H,,0,0,0,0,0"),
      (
        "activeplans",
        "\(number),\(number),,\(day(meeting)),\(decision),,,,\(day(decided))"
      ),
      ("placementdetail", "\(number),\(number),990001,,,,1,\(day("2024-Sep-01")),,0,0,,"),
      ("senneed", "\(number),\(number),\(need),1"),
    ]
    if let planMade {
      rows.append(("namedplan", "\(number),\(number),\(day(planMade)),,,0,0,,,"))
      rows.append(("plandetail", "\(number),\(number),990001,,,,1,0,0"))
    }
    return rows
  }

  private func day(_ text: String) -> String { text.isEmpty ? "" : text + " 00:00:00" }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension Home {
  /// Imports the made-up return with a child in every state.
  func importEveryState() throws {
    let folder = try MadeUpReturn.everyState.write(in: self)
    // Status 1: the plan without its first row is a problem, and is imported.
    try waymark("import", "sen2", folder, status: 1)
  }

  /// Checks that file, journal and deadlines hold; data faults of the made-up return may be found.
  func expectSound() throws {
    let check = try waymark("check", "--json")
    #expect(check.status == 0 || check.status == 1, "\(check.errors)")
    #expect(check.output.contains("\"findings\""))
    #expect(!check.output.contains("\"severity\": \"error\""))
  }
}
