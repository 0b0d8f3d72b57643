import SENDDomain
import Testing

private let items = [
  ChecklistItem(
    id: "views", what: "Child asked", owner: .child, due: TimeSpan(14, .weeks, .before, "move"),
    why: "Because.", evidence: "Own words"),
  ChecklistItem(
    id: "papers", what: "Papers out", owner: .currentSetting, basis: .rule("ar-papers"),
    why: "Because."),
  ChecklistItem(
    id: "held", what: "Review held", owner: .education,
    due: TimeSpan(12, .weeks, .before, "legal_day"), why: "Because."),
  ChecklistItem(
    id: "final", what: "Final plan sent", owner: .education,
    basis: .rule("phase-transfer-school-due"), why: "Because."),
  ChecklistItem(
    id: "pack", what: "Pack sent", owner: .currentSetting,
    due: TimeSpan(6, .weeks, .before, "move"), why: "Because."),
  ChecklistItem(
    id: "start", what: "Started", owner: .nextSetting, due: TimeSpan(0, .days, .on, "move"),
    why: "Because."),
  ChecklistItem(
    id: "sixteen", what: "Told at 16", owner: .education,
    due: TimeSpan(2, .weeks, .after, "birthday_16"), why: "Because."),
  ChecklistItem(
    id: "nine", what: "Year 9", owner: .currentSetting,
    due: TimeSpan(0, .days, .on, "school_year_9"), why: "Because."),
]

/// Born 1 September 2015: in Year 6 in 2026/27, moves on 1 September 2027.
private func primaryList(
  review: Day? = nil, hasPlan: Bool = true, taught: TaughtYear? = nil
) throws -> TransitionList {
  let born: Day = "2015-09-01"
  let plan = hasPlan ? PlanHistory(born: born) : nil
  let facts = TransitionFacts(
    born: born, taught: taught, setting: SettingKind(.primary), plan: plan)
  let found = facts.transitions(in: try academic(taught == nil ? "2026/27" : "2027/28"))
  let move = try #require(found.first)
  return TransitionList(
    Checklist(id: "primary-secondary", title: "A list", kinds: [.primarySecondary], items: items),
    began: "2026-09-10",
    facts: ChecklistFacts(
      move, born: born, taught: taught, review: review,
      deadline: move.deadline(of: plan, born: born, by: .england)))
}

@Suite struct `A child's checklist` {
  private func dues(_ list: TransitionList) -> [String] {
    list.lines(by: .england).map { line in
      line.date.due.map(\.description) ?? line.date.missing.map { "?\($0)" } ?? "-"
    }
  }

  @Test func `counts its days from the move, the review, the law and birthdays`() throws {
    #expect(
      try dues(primaryList(review: "2026-11-18")) == [
        "2027-05-26", "2026-11-04", "2026-11-23", "2027-02-15", "2027-07-21", "2027-09-01",
        "2031-09-15", "2029-09-01",
      ])
    // No review yet: its papers have no day, and say what is missing.
    #expect(try dues(primaryList())[1] == "?review_meeting")
    // No plan: the law sets no day, and nothing is unknown about it.
    #expect(try Array(dues(primaryList(hasPlan: false))[2...3]) == ["-", "-"])
    // A year behind by record: the move, the law's day and Year 9 are a year on.
    let taught = TaughtYear(NCYear(5), in: try academic("2026/27"))
    #expect(
      try dues(primaryList(review: "2027-11-17", taught: taught)) == [
        "2028-05-26", "2027-11-03", "2027-11-23", "2028-02-15", "2028-07-21", "2028-09-01",
        "2031-09-15", "2030-09-01",
      ])
    let final = try primaryList().lines(by: .england)[3]
    #expect(final.date.isBefore)
    #expect(final.date.isStatutory)
    #expect(final.state(on: "2027-02-15") == .late)
    #expect(final.state(on: "2027-02-14") == .soon)
  }

  @Test func `says how far it is, what is next and what stalls at whom`() throws {
    var list = try primaryList(review: "2026-11-18")
    let today: Day = "2027-06-01"
    #expect(list.nextDue(by: .england)?.id == "papers")
    func stalls() -> [String] {
      list.stalls(on: today, by: .england).map { stall in
        "\(stall.owner.rawValue) \(stall.days) \(stall.late.map(\.id).joined(separator: " "))"
      }
    }
    #expect(
      stalls() == ["current_setting 209 papers", "education 190 held final", "child 6 views"])
    list.apply(.done(on: "2026-11-03", evidence: ""), to: "papers", by: "A. Okoro", on: today)
    list.apply(.done(on: "2026-11-24", evidence: ""), to: "held", by: "A. Okoro", on: today)
    list.apply(.done(on: "2027-05-20", evidence: " "), to: "views", by: "B. Lind", on: today)
    list.apply(.notApplicable(reason: "Stays."), to: "sixteen", by: "B. Lind", on: today)
    #expect(stalls() == ["education 106 final"])
    let progress = list.progress(on: today, by: .england)
    #expect(progress.done == 3)
    #expect(progress.open == 4)
    #expect(progress.notApplicable == 1)
    #expect(progress.late == 1)
    #expect(progress.unknown == 0)
    #expect(progress.lacksEvidence == 1)
    #expect(progress.total == 7)
    let lines = list.lines(by: .england)
    #expect(lines[1].state(on: today) == .met)
    #expect(lines[2].state(on: today) == .metLate)
    #expect(lines[6].state(on: today) == nil)
    #expect(list.nextDue(by: .england)?.id == "final")
    list.apply(.evidence("Her drawing."), to: "views", by: "B. Lind", on: today)
    #expect(list.progress(on: today, by: .england).lacksEvidence == 0)
    list.apply(.assigned("C. Day"), to: "final", by: "B. Lind", on: today)
    #expect(list.nextDue(by: .england)?.whose == "C. Day")
    #expect(lines[4].whose == "current setting")
  }

  @Test func `keeps an own day, and never one later than the law's`() throws {
    var list = try primaryList()
    let today: Day = "2026-11-25"
    func problem(_ change: TransitionItemChange, _ id: String) -> String {
      list.problem(with: change, of: id, today: today, by: .england)?.sentence ?? ""
    }
    #expect(problem(.dated("2027-08-31"), "pack") == "")
    #expect(problem(.dated("2027-02-14"), "final") == "")
    #expect(
      problem(.dated("2027-02-15"), "final")
        == "Mon 15 Feb 2027 is later than the law allows: Sun 14 Feb 2027 is the last day, enter that "
        + "or an earlier one.")
    list.apply(.dated("2027-08-31"), to: "pack", by: "A", on: today)
    #expect(list.lines(by: .england)[4].date.due == "2027-08-31")
    // A day set before the year group was put right: the law's stands.
    list.entries["final"] = TransitionList.Entry(ownDay: "2027-03-01")
    #expect(list.lines(by: .england)[3].date.due == "2027-02-15")
    list.apply(.dated(nil), to: "pack", by: "A", on: today)
    #expect(list.entries["pack"] == nil)
    #expect(list.lines(by: .england)[4].date.due == "2027-07-21")
  }

  @Test func `refuses what cannot be, in words`() throws {
    var list = try primaryList()
    let today: Day = "2026-11-25"
    list.apply(.done(on: "2026-11-20", evidence: ""), to: "views", by: "A. Okoro", on: today)
    let table: [(TransitionItemChange, String, String)] = [
      (.done(on: "2026-11-25", evidence: ""), "pack", ""),
      (
        .done(on: "2026-11-26", evidence: ""), "pack",
        "This on Thu 26 Nov 2026 is still ahead: enter the day it happened."
      ),
      (
        .done(on: "2015-08-31", evidence: ""), "pack",
        "Mon 31 Aug 2015 is before the child was born on Tue 1 Sep 2015: enter a later day."
      ),
      (
        .done(on: "2026-11-25", evidence: ""), "views",
        "That was done on Fri 20 Nov 2026 by A. Okoro: open it again first if that is wrong."
      ),
      (.reopened, "views", ""), (.reopened, "pack", "That item is open already."),
      (.notApplicable(reason: " "), "pack", "Does not apply: say why, in a few words."),
      (.notApplicable(reason: "Not needed."), "pack", ""),
      (
        .notApplicable(reason: "Not needed."), "final",
        "That is a duty in law for a child with a plan (SEND Regulations 2014, reg 18(1)(b)): it "
          + "cannot be left out. Say that the child does not move, if that is so."
      ),
      (.noted("x"), "nothing", "That item is no longer in this child's list."),
    ]
    for (change, id, expected) in table {
      let found = list.problem(with: change, of: id, today: today, by: .england)?.sentence ?? ""
      #expect(found == expected)
    }
    // Without a plan the duty is none.
    let bare = try primaryList(hasPlan: false)
    #expect(
      bare.problem(
        with: .notApplicable(reason: "No plan."), of: "final", today: today, by: .england) == nil)
  }

  @Test func `notices what somebody else recorded meanwhile`() throws {
    let seen = try primaryList(review: nil)
    var now = seen
    now.apply(.done(on: "2026-11-20", evidence: ""), to: "views", by: "A. Okoro", on: "2026-11-25")
    #expect(
      now.conflict(with: .notApplicable(reason: "x"), of: "views", seen: seen)
        == .changedMeanwhile("done Fri 20 Nov 2026 by A. Okoro"))
    #expect(now.conflict(with: .noted("x"), of: "views", seen: seen) == nil)
    #expect(now.conflict(with: .reopened, of: "pack", seen: seen) == nil)
  }

  @Test func `shows what a newer version would add, and keeps what is done when it takes it`()
    throws
  {
    var list = try primaryList()
    list.apply(.done(on: "2026-11-20", evidence: ""), to: "views", by: "A", on: "2026-11-25")
    var newer = list.checklist
    newer.version = 2
    newer.items.removeAll { $0.id == "views" || $0.id == "nine" }
    newer.items[0].what = "Papers out, to all"
    newer.items.append(
      ChecklistItem(
        id: "bus", what: "Bus tried", owner: .transport,
        due: TimeSpan(1, .weeks, .before, "move"), why: "Because."))
    let changes = list.checklist.changes(in: newer)
    #expect(changes.added.map(\.id) == ["bus"])
    #expect(changes.dropped.map(\.id) == ["views", "nine"])
    #expect(changes.changed.map(\.newer.what) == ["Papers out, to all"])
    #expect(list.checklist.changes(in: list.checklist).isEmpty)
    #expect(newer.digest != list.checklist.digest)
    list.take(newer)
    #expect(
      list.checklist.items.map(\.id)
        == ["papers", "held", "final", "pack", "start", "sixteen", "bus", "views"])
    #expect(list.entry("views").state == .done(on: "2026-11-20", by: "A"))
  }

  @Test func `has steps around it that are checked too`() {
    let sent = [TransitionFactEntry(.packSent, on: "2027-07-01", note: "Oak Academy")]
    let table: [([TransitionFactEntry], TransitionFactEntry, String)] = [
      ([], TransitionFactEntry(.visit, on: "2027-07-20"), ""),
      (
        [], TransitionFactEntry(.started, on: "2027-07-20"),
        "Started at the next setting on Tue 20 Jul 2027 is still ahead: enter the day it happened."
      ),
      (
        [], TransitionFactEntry(.childViews, on: "2027-07-01", note: " "),
        "Child's views in: say it in a few words."
      ),
      (
        [], TransitionFactEntry(.packAcknowledged, on: "2027-07-02"),
        "No handover pack was sent: record that first."
      ),
      (
        sent, TransitionFactEntry(.packAcknowledged, on: "2027-06-30"),
        "Wed 30 Jun 2027 is before the pack was sent on Thu 1 Jul 2027: enter a later day."
      ),
      (sent, TransitionFactEntry(.packAcknowledged, on: "2027-07-02"), ""),
      (
        [], TransitionFactEntry(.visit, on: "2015-08-31"),
        "Mon 31 Aug 2015 is before the child was born on Tue 1 Sep 2015: enter a later day."
      ),
    ]
    for (before, step, expected) in table {
      let found = before.problem(with: step, born: "2015-09-01", today: "2027-07-02")
      #expect((found?.sentence ?? "") == expected)
    }
  }
}
