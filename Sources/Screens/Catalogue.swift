/// The screens that are built, in the order of their digits. A digit never changes.
package enum Catalogue {
  package struct Screen: Hashable, Sendable {
    package var digit: Int
    package var title: String
    /// What it is for, in a few words.
    package var purpose: String
    package var id: ScreenID
  }

  package enum ScreenID: String, Hashable, Sendable, CaseIterable {
    case today, reviews, assessments, offer
  }

  package static let screens: [Screen] = [
    Screen(
      digit: 1, title: "Today", purpose: "everything with a date, most pressing first",
      id: .today),
    Screen(
      digit: 2, title: "Reviews", purpose: "the annual review of every plan",
      id: .reviews),
    Screen(
      digit: 3, title: "Assessments",
      purpose: "needs assessments and advice, twenty weeks each", id: .assessments),
    Screen(
      digit: 4, title: "Offer", purpose: "the Local Offer: services in any words, offline",
      id: .offer),
  ]
}
