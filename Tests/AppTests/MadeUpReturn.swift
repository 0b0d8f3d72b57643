import Foundation

/// A return of made-up children, each with one active plan, as a folder of CSV files.
struct MadeUpReturn {
  /// One child: days as the return writes them, empty where there is none.
  struct Child {
    var family = "Testington"
    var given = "Ada"
    var born = "2012-05-02"
    var made = "2019-06-17"
    var meeting = ""
    var outcome = ""
    var decided = ""
    var phaseDue = ""
    var ethnicity = "WBRI"
  }

  var authority = "999"
  var children: [Child]

  /// A late review, one due soon, one far off, an unknown one, a decision outstanding, an
  /// unfinished transfer.
  static let mixed = MadeUpReturn(children: [
    Child(family: "Lateford", decided: "2025-10-01"),
    Child(family: "Soonham", decided: "2025-12-05"),
    Child(family: "Farley", decided: "2026-09-01"),
    Child(family: "Whenwood", made: ""),
    Child(family: "Waiting", meeting: "2026-10-05", decided: "2025-12-20"),
    Child(family: "Movington", born: "2016-05-02", decided: "2026-09-02", phaseDue: "2027-02-15"),
  ])

  static func children(_ count: Int) -> MadeUpReturn {
    MadeUpReturn(
      children: (0..<count).map {
        Child(family: "Child\($0)", meeting: "2026-03-02", outcome: "M", decided: "2026-03-20")
      })
  }

  /// Writes the set of files into a folder below the stage's home.
  func write(to folder: String, _ stage: Stage) throws {
    for (module, text) in files {
      try stage.write(text, to: "\(folder)/Made-Up_21-11-2026_\(module).csv")
    }
  }

  private var files: [(String, String)] {
    func table(_ heads: String, _ row: (Int, Child) -> String?) -> String {
      let rows = children.enumerated().compactMap { row($0.offset + 1, $0.element) }
      return ([heads] + rows).joined(separator: "\n") + "\n"
    }
    return [
      (
        "sen2",
        "sen2tableid,NativeId,year,referencedate,lea,datetime,dmo,dco,dsco\n"
          + "1,\(authority),2027,2027-01-21,\(authority),2026-11-20,Yes,Yes,Yes\n"
      ),
      (
        "person",
        table(
          "persontableid,sen2tableid,surname,forename,personbirthdate,sex,ethnicity,postcode,"
            + "upn,uniquelearnernumber,upnunknown"
        ) { "\($0),1,\($1.family),\($1.given),\($1.born),F,\($1.ethnicity),ZZ1 1ZZ,,,UN8" }
      ),
      (
        "requests",
        table(
          "requeststableid,persontableid,receiveddate,requestsource,rya,requestoutcomedate,"
            + "requestoutcome,requestmediation,requesttribunal,exported"
        ) { id, _ in "\(id),\(id),2019-02-04,1,0,,H,0,0," }
      ),
      (
        "assessment",
        table(
          "assessmenttableid,requeststableid,assessmentoutcome,assessmentoutcomedate,"
            + "assessmentmediation,assessmenttribunal,othermediation,othertribunal,week20"
        ) { id, _ in "\(id),\(id),H,,0,0,0,0,0" }
      ),
      (
        "namedplan",
        table(
          "namedplantableid,assessmenttableid,startdate,planres,planwbp,pb,oa,dp,ceasedate,"
            + "ceasereason"
        ) { $1.made.isEmpty ? nil : "\($0),\($0),\($1.made),,,0,0,,," }
      ),
      (
        "plandetail",
        table(
          "plandetailtableid,namedplantableid,urn,ukprn,sensetting,sensettingother,"
            + "placementrank,senunitindicator,resourcedprovisionindicator"
        ) { $1.made.isEmpty ? nil : "\($0),\($0),990001,,,,1,0,0" }
      ),
      (
        "activeplans",
        table(
          "activeplanstableid,requeststableid,transferla,reviewmeeting,reviewoutcome,"
            + "reviewdraft,phasetransferduedate,phasetransferfinaldate,lastreview"
        ) {
          "\($0),\($0),,\($1.meeting),\($1.outcome),,\($1.phaseDue),,\($1.decided)"
        }
      ),
      (
        "placementdetail",
        table(
          "placementdetailtableid,activeplanstableid,urn,ukprn,sensetting,sensettingother,"
            + "placementrank,entrydate,leavingdate,senunitindicator,resourcedprovisionindicator,"
            + "res,wbp"
        ) { id, _ in "\(id),\(id),990001,,,,1,2020-09-01,,0,0,," }
      ),
      (
        "senneed",
        table("senneedtableid,activeplanstableid,sentype,sentyperank") { id, _ in
          "\(id),\(id),ASD,1"
        }
      ),
    ]
  }
}
