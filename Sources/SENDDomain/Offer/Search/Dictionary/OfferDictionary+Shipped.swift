extension OfferDictionary {
  /// The dictionary that is built in: what `Resources/local-offer/synonyms.yaml` holds as shipped.
  public static let shipped = OfferDictionary(
    entries: health + education + everyday, families: shippedFamilies, common: shippedCommon,
    commonPhrases: shippedCommonPhrases)

  static func say(
    _ say: String..., find: [String], weight: Int = 80
  ) -> Entry {
    Entry(say, find, weight: weight)
  }

  /// What is said and what is found stand for each other.
  static func same(_ say: String..., as find: [String], weight: Int = 80) -> Entry {
    Entry(say, find, weight: weight, isMutual: true)
  }

  private static let shippedFamilies = [
    ["autism", "autistic"], ["therapy", "therapist", "therapists", "therapeutic"],
    ["counselling", "counsellor", "counsellors"], ["psychology", "psychologist", "psychologists"],
    ["epilepsy", "epileptic"], ["dyslexia", "dyslexic"], ["dyspraxia", "dyspraxic"],
    ["disability", "disabilities", "disabled"], ["physiotherapy", "physiotherapist"],
    ["stammer", "stammering", "stutter", "stuttering"], ["nurse", "nurses", "nursing"],
    ["dentist", "dental", "dentistry"], ["advocate", "advocates", "advocacy"],
    ["diagnosis", "diagnostic", "diagnosed", "diagnose"], ["anxiety", "anxious"],
    ["depression", "depressed"], ["obesity", "obese"], ["volunteer", "volunteering", "volunteers"],
    ["teach", "teacher", "teachers", "teaching"], ["tutor", "tutors", "tuition", "tutoring"],
    ["carer", "carers"], ["parent", "parents", "parenting"], ["friend", "friends", "befriending"],
    ["exclude", "excluded", "exclusion", "exclusions"],
    ["assess", "assessed", "assessment", "assessments"],
    ["adapt", "adapted", "adaptation", "adaptations"], ["refer", "referral", "referred"],
    ["mediate", "mediation", "mediator"], ["interpret", "interpreter", "interpreting"],
    ["translate", "translation", "translator"], ["deaf", "deafness"], ["blind", "blindness"],
    ["paediatric", "paediatrics", "paediatrician"], ["sign", "signing", "signed"],
    ["child", "children"], ["grief", "grieving", "grieve"], ["house", "housing"],
    ["neurodevelopmental", "neurodiverse", "neurodivergent", "neurodiversity"],
    ["baby", "babies", "infant", "infants"], ["train", "training"], ["hear", "hearing"],
    ["behaviour", "behavioural"], ["employ", "employment", "employer"],
    ["sibling", "siblings"], ["independent", "independence", "independently"],
    ["residential", "residence"], ["feed", "feeding"], ["abuse", "abusive"],
    ["transition", "transitions", "transitioning"], ["bereaved", "bereavement"],
  ]

  private static let shippedCommon = [
    "a", "about", "after", "again", "all", "also", "always", "am", "an", "and", "any", "anybody",
    "anyone", "anything", "anywhere", "are", "around", "as", "ask", "at", "be", "because", "been",
    "being", "best", "but", "by", "can", "cannot", "cant", "child", "children", "could", "did",
    "do", "does", "doesnt", "doing", "done", "dont", "during", "each", "ever", "family",
    "families", "feel", "find", "for", "from", "get", "gets", "getting", "give", "go", "goes",
    "going", "gone", "good", "got", "had", "happen", "happens", "has", "have", "having", "he",
    "help", "helping",
    "helps", "her", "here", "him", "his", "how", "i", "if", "im", "in", "into", "is", "isnt", "it",
    "its", "ive", "just", "keep", "keeps", "kid", "kids", "know", "like", "live", "local", "look",
    "looking", "lot", "make", "many", "may", "me", "might", "more", "most", "much", "must", "my",
    "near", "nearby", "need", "needs", "new", "no", "not", "now", "of", "off", "old", "on", "one",
    "only", "or", "other", "our", "out", "over", "people", "person", "place", "places", "please",
    "really", "run", "said", "say", "says", "see", "send", "sends", "service", "services", "she",
    "should", "so", "some", "somebody", "someone", "something", "somewhere", "still", "such",
    "support", "take", "tell", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "thing", "things", "this", "to", "too", "up", "us", "use", "very", "via", "want",
    "wants", "was", "we", "well", "were", "what", "when", "where", "which", "who", "whos", "why",
    "will", "with", "without", "wont", "worker", "would", "year", "years", "yet", "you", "young",
    "your",
  ]

  private static let shippedCommonPhrases = [
    "send us", "send me", "send them", "looking for", "what is", "how do", "my son", "my daughter",
    "the borough", "in the area", "special needs", "additional needs",
    "children and young people", "son", "daughter", "boy", "girl", "mum", "dad",
  ]
}
