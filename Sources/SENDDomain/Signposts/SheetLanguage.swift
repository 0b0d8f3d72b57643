/// A language in which a family's sheet says what is not its publishers' words, beside the English.
///
/// The services themselves stay in their publisher's words. What is said here was written for this
/// program and not checked by a translator; whoever hands a sheet on should have it read over.
public struct SheetLanguage: Hashable, Sendable, Identifiable {
  /// ISO 639-1: `pt`.
  public let id: String
  /// As the family names it.
  public let name: String
  /// In English, for the person who chooses.
  public let english: String
  /// Monday to Sunday, short; empty in English.
  let days: [String]
  /// Before a number of years: `from`, `to`.
  let ages: (from: String, to: String)
  /// Between day, month and year in figures.
  let dateMark: String
  private let words: [SheetWord: String]

  init(
    id: String, name: String, english: String, days: [String] = [],
    ages: (from: String, to: String) = ("from", "to"), dateMark: String = "/",
    words: [SheetWord: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.english = english
    self.days = days
    self.ages = ages
    self.dateMark = dateMark
    self.words = words
  }

  /// English alone.
  public static let english = SheetLanguage(id: "en", name: "English", english: "English")

  public static func == (a: SheetLanguage, b: SheetLanguage) -> Bool { a.id == b.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The word in this language; nil in English.
  func own(_ word: SheetWord) -> String? { words[word] }

  /// Both, so that whoever helps the family reads it too: `Telefone / Phone`.
  func say(_ word: SheetWord) -> SheetText { .both(own(word), word.english) }

  /// `sáb dom / Sat Sun`.
  func say(days: [Int]) -> SheetText {
    let known = days.compactMap(Weekday.init(rawValue:))
    let english = known.map { String($0.name.prefix(3)) }.joined(separator: " ")
    guard self.days.count == 7 else { return .english(english) }
    return .both(known.map { self.days[$0.rawValue - 1] }.joined(separator: " "), english)
  }

  /// `11–17`, `a partir dos 11 / from 11`; empty where unknown.
  func say(ages: OfferAges, english: String) -> SheetText {
    switch (ages.lowest, ages.highest) {
    case (let low?, nil): return .both(self == .english ? nil : "\(self.ages.from) \(low)", english)
    case (nil, let high?): return .both(self == .english ? nil : "\(self.ages.to) \(high)", english)
    default: return .same(english)
    }
  }

  /// `Feito em 25/11/2026 / Made Wed 25 Nov 2026`.
  func say(_ word: SheetWord, _ day: Day) -> SheetText {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let figures = [two(day.dayOfMonth), two(day.month), "\(day.year)"].joined(separator: dateMark)
    return .both(own(word).map { "\($0) \(figures)" }, "\(word.english) \(day.long)")
  }
}

/// The words of a family's sheet that are not the publisher's.
enum SheetWord: Hashable, CaseIterable {
  case title, phone, email, web, when, place, cost, ages, access, languages
  case free, paid, notStated, askFirst, online, made, lapsed
  case closedForNow, inactive, defunct
  case selfReferral, dropIn, professional, appointment, membership, planNeeded

  init(_ access: OfferAccess) {
    switch access {
    case .selfReferral: self = .selfReferral
    case .dropIn: self = .dropIn
    case .professionalReferral: self = .professional
    case .appointment: self = .appointment
    case .membership: self = .membership
    case .planNeeded: self = .planNeeded
    }
  }

  var english: String {
    switch self {
    case .title: "Services that may help"
    case .phone: "Phone"
    case .email: "E-mail"
    case .web: "Web"
    case .when: "When"
    case .place: "Where"
    case .cost: "Cost"
    case .ages: "Ages"
    case .access: "How to get in"
    case .languages: "Languages"
    case .free: "free"
    case .paid: "paid"
    case .notStated: "not stated"
    case .askFirst: "Please phone before you go"
    case .online: "online"
    case .made: "Made"
    case .lapsed: "lapsed"
    case .closedForNow: "Temporarily closed."
    case .inactive: "Inactive, says its publisher."
    case .defunct: "No longer there, says its publisher."
    case .selfReferral: OfferAccess.selfReferral.words
    case .dropIn: OfferAccess.dropIn.words
    case .professional: OfferAccess.professionalReferral.words
    case .appointment: OfferAccess.appointment.words
    case .membership: OfferAccess.membership.words
    case .planNeeded: OfferAccess.planNeeded.words
    }
  }
}
