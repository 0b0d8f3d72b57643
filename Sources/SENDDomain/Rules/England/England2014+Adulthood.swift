extension RuleSet {
  private static let careFramework = "National Framework for NHS Continuing Healthcare"

  static let adulthood: [Rule] = earlyTransitions + fromFourteen + fromSixteen

  /// Only some children are likely to need it: nothing is late where nobody said so.
  private static let continuingCare = Rule.Condition(
    "continuing_care_likely", is: true, assumed: true,
    shownBy: ["chc_notified", "chc_referred", "chc_decided", "chc_started"])

  private static let earlyTransitions: [Rule] = [
    Rule(
      "tp-ey-reception", "From early years to Reception", .none,
      source: "SEND Regulations 2014, reg 18; local strategy", confidence: .seen, facts: [],
      notes: [
        "For a child aged 4 on 31 August: the authority finalises the plan before 15 February.",
        "Locally a handover meeting, and attendance looked at in Reception and Year 1.",
      ]),
    Rule(
      "tp-infant-junior", "From infant to junior school", .none,
      source: "SEND Regulations 2014, reg 18", confidence: .seen, facts: [],
      notes: [
        "In Year 2, where the schools differ: the authority finalises the plan before 15 February."
      ]),
    Rule(
      "tp-primary-secondary", "From primary to secondary school", .none,
      source: "SEND Regulations 2014, reg 18; local strategy", confidence: .seen, facts: [],
      notes: [
        "In Year 6 the authority finalises the plan before 15 February, after a review in the "
          + "summer of Year 5 or the autumn of Year 6.",
        "Locally, attendance looked at in Year 7.",
      ]),
    Rule(
      "tp-pfa-local", "Adulthood talked about from Year 7", .none, kind: .local,
      source: "Local strategy", confidence: .seen, facts: [],
      notes: ["The school begins the conversation at the start of secondary school; not law."]),
    Rule(
      "tp-year9", "Adulthood in every review from Year 9", .none,
      source: "SEND Regulations 2014, regs 20(6), 21(6)", confidence: .seen, facts: [],
      notes: [
        "From the year in which the child turns 14 every review considers adulthood; careers and "
          + "the move to adult health with it."
      ]),
  ]

  private static let fromFourteen: [Rule] = [
    Rule(
      "chc-notify-14", "Likely adult continuing care notified",
      .birthday(age: 14, born: "dob"), kind: .guidance, source: careFramework,
      confidence: .secondHand, facts: ["dob", "continuing_care_likely"], condition: continuingCare,
      metBy: ["chc_notified"],
      notes: ["Children's services bring likely cases to the ICB."]),
    Rule(
      "ld-health-check-from", "Annual health check offered from",
      .birthday(age: 14, born: "dob"), kind: .guidance,
      source: "NHS England, learning disability annual health checks", confidence: .seen,
      facts: ["dob", "learning_disability"],
      condition: Rule.Condition("learning_disability", is: true),
      notes: [
        "The GP practice, each year and with a health action plan, for those on its learning "
          + "disability register."
      ]),
    Rule(
      "mca-16", "Mental Capacity Act applies from", .birthday(age: 16, born: "dob"),
      source: "Mental Capacity Act 2005, s2(5)", confidence: .knowledge, facts: ["dob"],
      notes: ["Record capacity for each decision."]),
    Rule(
      "csa-end", "Compulsory school age ends", .schoolLeaving(age: 16, born: "dob"),
      source: "Education Act 1996, s8; Children and Families Act 2014, s83",
      confidence: .secondHand, facts: ["dob"],
      notes: [
        "The rights pass from the parent to the young person; the parent may still support, and a "
          + "representative acts where capacity is lacking."
      ]),
    Rule(
      "csa-start-prescribed-day", "Compulsory school age begins",
      .prescribedDay(age: 5, born: "dob"), source: "Education Act 1996, s8",
      confidence: .knowledge, facts: ["dob"], notes: ["School from the term after it."]),
  ]

  private static let fromSixteen: [Rule] = [
    Rule(
      "tp-year11", "From Year 11 to post-16", .none,
      source: "SEND Regulations 2014, reg 18; local strategy", confidence: .seen, facts: [],
      notes: [
        "The authority finalises the plan before 31 March of the leaving year; "
          + "September guarantee.",
        "Locally, attendance looked at in Year 12.",
      ]),
    Rule(
      "chc-refer-16", "Referral for adult continuing care", .birthday(age: 16, born: "dob"),
      kind: .guidance, source: careFramework, confidence: .secondHand,
      facts: ["dob", "continuing_care_likely"], condition: continuingCare,
      metBy: ["chc_referred"],
      notes: ["Children's services refer likely cases formally for adult screening."]),
    Rule(
      "chc-decide-17", "Adult continuing care decided in principle",
      .birthday(age: 17, born: "dob"), kind: .guidance, source: careFramework,
      confidence: .secondHand, facts: ["dob", "continuing_care_likely"], condition: continuingCare,
      metBy: ["chc_decided"],
      notes: ["The ICB, as soon as practicable after the 17th birthday."]),
    Rule(
      "care58", "Child's needs assessment for adult care", .none,
      source: "Care Act 2014, ss58-66", confidence: .seen, facts: [],
      inForceFrom: Day(uncheckedYear: 2015, month: 4, day: 1),
      notes: [
        "No fixed age: the authority assesses where adult care needs are likely, it is of "
          + "significant benefit, and there is consent or it is in the child's best interests.",
        "Written reasons if it refuses a request; children's services go on until the adult "
          + "decision.",
      ]),
    Rule(
      "chc-start-18", "Adult continuing care in place", .birthday(age: 18, born: "dob"),
      kind: .guidance, source: careFramework, confidence: .secondHand,
      facts: ["dob", "continuing_care_likely"], condition: continuingCare,
      metBy: ["chc_started"], notes: ["The ICB, for those found eligible."]),
    Rule(
      "tp-18", "Turning 18", .none, source: "Adult social care law; the rest is local",
      confidence: .knowledge, facts: [],
      notes: ["Adult social care law applies; DBS, benefits and housing tasks are local."]),
    Rule(
      "tp-19", "Outcomes looked at from 19", .none,
      source: "Children and Families Act 2014, s44(5)", confidence: .seen, facts: [],
      notes: [
        "At each review the authority has regard to whether the educational or training outcomes "
          + "have been achieved."
      ]),
    Rule(
      "tp-25", "Turning 25", .none, source: "Children and Families Act 2014, s46",
      confidence: .secondHand, facts: [],
      notes: [
        "The plan ends unless the authority continues it; \"age25-plan-limit\" has the date."
      ]),
  ]
}
