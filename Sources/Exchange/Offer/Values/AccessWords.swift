import SENDDomain

/// How somebody gets in, by the words that feeds use for it.
///
/// Lists of the standards are not kept to: `Self referral`, `By professional referral` and
/// `Drop-in` all stand in one field of real feeds.
enum AccessWords {
  static func access(_ raw: String) -> Set<OfferAccess> {
    let text = raw.lowercased().replacing("-", with: " ")
    var found: Set<OfferAccess> = []
    let isRefusal =
      text.holds("no referral") || text.holds("without a referral")
      || text.holds("not need a referral") || text.holds("referral not")
    if isRefusal || text.holds("self refer") || text.holds("open access") {
      found.insert(.selfReferral)
    }
    if text.holds("drop in") || text.holds("walk in") { found.insert(.dropIn) }
    if text.holds("appointment") || text.holds("booking") || text.holds("book ") {
      if !text.holds("no appointment"), !text.holds("no booking") {
        found.insert(.appointment)
      }
    }
    if text.holds("member") { found.insert(.membership) }
    let others = text.replacing("self referral", with: "").replacing("self refer", with: "")
    if !isRefusal, others.holds("referral") || others.holds("referred") {
      found.insert(.professionalReferral)
    }
    if needsPlan(text) { found.insert(.planNeeded) }
    return found
  }

  /// Whether an education, health and care plan is said to be needed.
  ///
  /// - Parameter text: In small letters.
  static func needsPlan(_ text: String) -> Bool {
    let plans = ["ehcp", "ehc plan", "education, health and care plan"]
    let refusals = [
      "without an", "not need an", "not required", "with or without", "no ehcp", "does not require",
      "not have to have", "don't need",
    ]
    return plans.contains(where: text.holds) && !refusals.contains(where: text.holds)
  }
}

/// Names of languages for their codes.
enum LanguageCodes {
  /// The name for a code of ISO 639; any other text as it is.
  static func name(_ text: String) -> String {
    let code = text.lowercased().trimmingWhitespace
    return names[String(code.prefix { $0 != "-" && $0 != "_" })] ?? text
  }

  private static let names: [String: String] = [
    "en": "English", "eng": "English", "pt": "Portuguese", "por": "Portuguese", "es": "Spanish",
    "spa": "Spanish", "fr": "French", "fra": "French", "it": "Italian", "de": "German",
    "pl": "Polish", "pol": "Polish", "ro": "Romanian", "ron": "Romanian", "ur": "Urdu",
    "urd": "Urdu", "bn": "Bengali", "ben": "Bengali", "pa": "Punjabi", "gu": "Gujarati",
    "hi": "Hindi", "ta": "Tamil", "so": "Somali", "som": "Somali", "ar": "Arabic",
    "ara": "Arabic", "fa": "Farsi", "tr": "Turkish", "tur": "Turkish", "zh": "Chinese",
    "yo": "Yoruba", "ti": "Tigrinya", "am": "Amharic", "sq": "Albanian", "uk": "Ukrainian",
    "ru": "Russian", "lt": "Lithuanian", "bg": "Bulgarian", "sk": "Slovak", "cs": "Czech",
    "hu": "Hungarian", "ps": "Pashto", "ku": "Kurdish", "vi": "Vietnamese", "ne": "Nepali",
    "bfi": "British Sign Language",
  ]
}
