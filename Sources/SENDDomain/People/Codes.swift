/// A set of codes with their meanings, as one data standard lists them.
///
/// A code that is not in its set is kept as given, shown as itself, and reported.
public struct CodeSet: Sendable {
  /// What it is a set of, for "unknown ...".
  public let name: String
  /// In the order of the standard; each code once.
  public let entries: [(code: String, meaning: String)]
  /// Codes of which the letters are general knowledge and no source read confirms them.
  public let isAssumed: Bool
  private let byCode: [String: String]

  init(_ name: String, assumed: Bool = false, _ entries: [(code: String, meaning: String)]) {
    self.name = name
    self.entries = entries
    isAssumed = assumed
    byCode = Dictionary(entries.map { ($0.code, $0.meaning) }, uniquingKeysWith: { a, _ in a })
  }

  /// The meaning, or nil for a code that is not in the set.
  public subscript(code: String) -> String? { byCode[code] }

  /// Whether a code, trimmed and in capitals, is in the set.
  public func contains(_ code: String) -> Bool { byCode[code] != nil }

  /// The meaning, or the code itself marked as unknown.
  public func words(_ code: String) -> String { byCode[code] ?? "unknown code \(code)" }
}

extension CodeSet {
  /// Kinds of need, SEN2 item 5.8a. `DS` is counted under other in published tables.
  public static let need = CodeSet(
    "kind of need",
    [
      ("SPLD", "specific learning difficulty"), ("MLD", "moderate learning difficulty"),
      ("SLD", "severe learning difficulty"),
      ("PMLD", "profound and multiple learning difficulty"),
      ("SEMH", "social, emotional and mental health"),
      ("SLCN", "speech, language and communication"), ("HI", "hearing impairment"),
      ("VI", "vision impairment"), ("MSI", "multi-sensory impairment"),
      ("PD", "physical disability"), ("ASD", "autistic spectrum disorder"),
      ("DS", "Down syndrome"), ("OTH", "other difficulty or disability"),
    ])

  /// Who asked for the assessment, SEN2 `requestsource`.
  public static let requestSource = CodeSet(
    "source of the request",
    [
      ("1", "young person or parent"), ("2", "school or other setting"),
      ("3", "health professional"), ("4", "social care professional"), ("5", "other"),
    ])

  /// SEN2 `requestoutcome`.
  public static let requestOutcome = CodeSet(
    "outcome of the request",
    [
      ("Y", "assess"), ("N", "not assess"), ("A", "not yet decided"),
      ("W", "withdrawn or ended before the decision"), ("H", "historical"),
    ])

  /// SEN2 `assessmentoutcome`.
  public static let assessmentOutcome = CodeSet(
    "outcome of the assessment",
    [
      ("Y", "plan to be issued"), ("N", "no plan"), ("A", "not yet decided"),
      ("W", "withdrawn or ended"), ("H", "historical"),
    ])

  /// SEN2 `ceasereason`.
  public static let ceaseReason = CodeSet(
    "reason a plan ended",
    [
      ("1", "maximum age reached"), ("2", "needs met without a plan"),
      ("3", "higher education"), ("4", "paid employment"),
      ("5", "moved to another local authority"), ("6", "no longer wishes to engage"),
      ("7", "moved outside England"), ("8", "died"), ("9", "other"),
    ])

  /// SEN2 `sensetting`: where there is neither URN nor UKPRN.
  public static let setting = CodeSet(
    "kind of setting",
    [
      ("OLA", "arranged by the authority (EOTAS)"), ("OPA", "arranged by the parents"),
      ("EHE", "elective home education"), ("EYP", "early years provider"), ("OTH", "other"),
      ("NEET", "not in education, employment or training"),
      ("NIEC", "not in education, notice to cease issued"),
      ("NIEO", "not in education, other"),
    ])

  /// SEN2 `upnunknown`. UN4, UN6 and UN7 are not in its list.
  public static let upnUnknown = CodeSet(
    "reason for no number",
    [
      ("UN1", "under 6, no number yet"), ("UN2", "never in a state school"),
      ("UN3", "educated outside England"), ("UN5", "reason UN5 (sources disagree)"),
      ("UN8", "new to the authority"), ("UN9", "never in a state school or college"),
      ("UN10", "request led to nothing"),
    ])

  /// SEN2 `planres` and `res`; blank is not residential.
  public static let residential = CodeSet(
    "residential setting", [("A", "38 to 51 weeks"), ("B", "52 weeks")])

  /// Letters assumed: no published source read confirms them.
  public static let workBased = CodeSet(
    "work-based learning", assumed: true,
    [("S", "supported internship"), ("A", "apprenticeship"), ("T", "traineeship")])

  /// Letters assumed: no published source read confirms them.
  public static let directPayments = CodeSet(
    "direct payments", assumed: true,
    [
      ("E", "education"), ("H", "health"), ("S", "social care"), ("I", "integrated"),
      ("N", "none"),
    ])

  /// Letters assumed: the return's decisions are maintain, amend and cease; `R` is an earlier
  /// guide's "retain".
  public static let reviewOutcome = CodeSet(
    "decision after a review", assumed: true,
    [("M", "maintain"), ("A", "amend"), ("C", "cease"), ("R", "retain")])

  /// From version 1.2.
  public static let sex = CodeSet("sex", [("M", "male"), ("F", "female")])

  /// Before version 1.2.
  public static let gender = CodeSet(
    "gender", [("1", "male"), ("2", "female"), ("0", "not stated"), ("9", "neither")])

  /// The codes of the return and the extended school-census codes that authorities also send.
  public static let ethnicity = CodeSet(
    "ethnic group",
    [
      ("WBRI", "White British"), ("WIRI", "Irish"), ("WIRT", "Traveller of Irish heritage"),
      ("WROM", "Gypsy or Roma"), ("WOTH", "any other White background"),
      ("MWBC", "White and Black Caribbean"), ("MWBA", "White and Black African"),
      ("MWAS", "White and Asian"), ("MOTH", "any other mixed background"), ("AIND", "Indian"),
      ("APKN", "Pakistani"), ("ABAN", "Bangladeshi"), ("CHNE", "Chinese"),
      ("AOTH", "any other Asian background"), ("BCRB", "Black Caribbean"),
      ("BAFR", "Black African"), ("BOTH", "any other Black background"),
      ("OOTH", "any other ethnic group"), ("REFU", "refused"), ("NOBT", "not obtained"),
    ]
      + extended("White, extended code", extendedWhite)
      + extended("mixed, extended code", extendedMixed)
      + extended("Asian, extended code", extendedAsian)
      + extended("Chinese, extended code", "CHKC CMAL CSNG CTWN COCH")
      + extended("Black, extended code", extendedBlack)
      + extended("other, extended code", extendedOther))

  private static let extendedWhite = """
    WENG WCOR WNIR WSCO WWEL WOWB WALB WBOS WCRO WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR WTUK \
    WTUC WEUR WEEU WWEU WOTW WROG WROR WROO
    """
  private static let extendedMixed =
    "MWAP MWAI MWAO MAOE MABL MACH MBOE MBCH MCOE MWOE MWCH MOTM"
  private static let extendedAsian =
    "ABRI AWEL AMPK AKPA AOPK AAFR AKAO ANEP ASNL ASLT ASRO AOTA"
  private static let extendedBlack =
    "BBRI BWEL BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF BEUR BNAM BOTB"
  private static let extendedOther = """
    OAFG ORAB OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OPOL OTHA OVIE \
    OYEM OOEG
    """

  private static func extended(_ meaning: String, _ codes: String) -> [(String, String)] {
    codes.split(separator: " ").map { (String($0), meaning) }
  }
}
