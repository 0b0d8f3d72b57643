/// What stands above results where the words typed suggest that somebody is harmed: a list of
/// services is no answer to danger. It hides nothing, and nothing of it is stored.
public struct OfferSafeguarding: Hashable, Sendable {
  /// Words and phrases that suggest harm.
  public var say: [String]
  /// What to do at once.
  public var text: String
  /// Who is told of worries, with the number; empty for the entry of the directory that is found
  /// for safeguarding.
  public var number: String

  public init(say: [String], text: String, number: String = "") {
    self.say = say
    self.text = text
    self.number = number
  }

  /// - Parameter duty: Whom the directory names for safeguarding; nil where it names nobody.
  func sentence(_ duty: DirectoryEntry?) -> String {
    let named = duty.map { "\($0.title), \($0.contactInWords)" } ?? "your safeguarding team"
    return "\(text) Worried about safety: \(number.isEmpty ? named : number)."
  }

  /// What is built in: what `Resources/local-offer/synonyms.yaml` holds as shipped.
  public static let shipped = OfferSafeguarding(
    say: [
      "abuse", "abused", "abusing", "abuser", "abusive", "suicide", "suicidal", "self harm",
      "self harming", "self harmed", "selfharm", "harming himself", "harming herself",
      "harming themselves", "hurting himself", "hurting herself", "hurting themselves",
      "hurts himself", "hurts herself", "cutting himself", "cutting herself", "cutting themselves",
      "kill himself", "kill herself", "kill themselves", "kill myself", "killing himself",
      "killing herself", "want to die", "wants to die", "wanting to die", "end his life",
      "end her life", "end my life", "overdose", "overdosed", "not safe", "isnt safe", "unsafe",
      "doesnt feel safe", "in danger", "being hurt", "being harmed", "at risk of harm", "beaten",
      "beats him", "beats her", "hits him", "hits her", "hit by", "bruise", "bruises", "bruised",
      "neglect", "neglected", "domestic violence", "being groomed", "groomed", "grooming online",
      "exploited", "exploitation", "county lines", "trafficked", "trafficking", "rape", "raped",
      "molested", "touched inappropriately", "inappropriate touching", "forced marriage",
      "honour based", "FGM", "genital mutilation", "strangled", "scared to go home",
      "afraid to go home", "frightened to go home", "missing from home", "threatened with",
    ], text: "In danger now: ring 999.")
}
