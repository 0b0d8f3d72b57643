extension RuleSet {
  static let localOffer: [Rule] = [
    Rule(
      "local-offer-comments-publish", "Local Offer comments and response published",
      .after(12, .months, "last_published"),
      source: "Children and Families Act 2014, s30(6); SEND Regulations 2014, reg 56",
      confidence: .secondHand, facts: ["last_published"], metBy: ["comments_published"],
      notes: [
        "The authority, at least annually: a summary of the comments, its response and what it "
          + "intends to do."
      ]),
    Rule(
      "local-offer-consult", "Local Offer: consultation", .none,
      source: "SEND Regulations 2014, reg 54", confidence: .seen, facts: [],
      notes: [
        "The authority consults those listed in regulation 54 when it prepares and reviews it."
      ]),
    Rule(
      "local-offer-involve", "Local Offer: families involved", .none,
      source: "SEND Regulations 2014, reg 55", confidence: .knowledge, facts: [],
      notes: [
        "The authority involves children, young people and parents in preparing and reviewing it."
      ]),
    Rule(
      "local-offer-entry-review", "Local Offer: entries checked", .none, kind: .guidance,
      source: "SEND Code of Practice 2015, 4.7", confidence: .knowledge, facts: [],
      notes: [
        "No statutory interval for an entry: the authority stamps each with the day it was last "
          + "checked and the day of the next check."
      ]),
  ]

  static let censusDays: [Rule] = [
    Rule(
      "census-autumn", "Autumn school census day", thursday(1, in: 10),
      source: censusGuide, confidence: .secondHand, facts: ["year"]),
    Rule(
      "census-spring", "Spring school census day", thursday(3, in: 1),
      source: censusGuide, confidence: .secondHand, facts: ["year"],
      notes: [
        "Also the reference day of the alternative provision census and SEN2, by general knowledge."
      ]),
    Rule(
      "census-summer", "Summer school census day", thursday(3, in: 5),
      source: censusGuide, confidence: .secondHand, facts: ["year"]),
  ]

  /// The nth Thursday of a month, by its number.
  private static func thursday(_ nth: Int, in month: Int) -> Limit {
    .weekdayOfMonth(nth: nth, weekday: Weekday.thursday.rawValue, month: month, year: "year")
  }

  private static let censusGuide = "School census guide, Department for Education"
}
