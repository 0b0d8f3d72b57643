extension OfferDictionary {
  /// Health, therapies, conditions and daily life with them.
  static let health: [Entry] = [
    same("SALT", "SLT", "SaLT", as: ["speech and language therapy"], weight: 90),
    same("SLCN", as: ["speech, language and communication needs"]),
    say(
      "speech therapy", "speech therapist", "speech delay", "delayed speech", "late talker",
      find: ["speech and language therapy"]),
    say(
      "talking", "speaking", find: ["speech and language", "talking"], weight: 60),
    say(
      "not talking", "isnt talking", "cant talk", "doesnt talk", "wont talk", "not speaking",
      "cant speak", "wont speak", "no words", "not saying words", "hardly talks", "barely talks",
      "doesnt say much",
      find: ["speech and language therapy", "speech and language", "talking"], weight: 85),
    say(
      "non verbal", "nonverbal", "non speaking", "pre verbal", "doesnt speak",
      find: ["AAC", "communication aids", "do not use speech", "speech and language therapy"],
      weight: 60),
    same("stammer", "stutter", as: ["stammering", "dysfluency"]),
    same("OT", "OTs", as: ["occupational therapy"], weight: 90),
    say(
      "fine motor", "handwriting", "sensory processing", "sensory diet",
      find: ["occupational therapy"], weight: 60),
    same("physio", "physios", as: ["physiotherapy"], weight: 90),
    say(
      "cerebral palsy", "gross motor", "late walker", "not walking", find: ["physiotherapy"],
      weight: 50),
    same("CAMHS", "CYPMHS", as: ["child and adolescent mental health"], weight: 90),
    say(
      "self harm", "self harming", "cutting", "suicidal", "depressed", "depression", "ocd",
      "panic attacks", find: ["CAMHS", "mental health"], weight: 60),
    same("SEMH", as: ["social, emotional and mental health"]),
    same("MHST", as: ["mental health support team"], weight: 90),
    say(
      "anxiety", "anxious", "worried", "worry", "low mood", "stressed",
      find: ["mental health", "wellbeing", "anxious", "worry"], weight: 50),
    say("wellbeing", find: ["mental health"], weight: 40),
    same("ASD", "ASC", as: ["autism"], weight: 95),
    say("asperger", "aspergers", "on the spectrum", "spectrum", find: ["autism"], weight: 80),
    say(
      "meltdown", "meltdowns", "shutdown", "shutdowns", find: ["autism", "behaviour"], weight: 50),
    same("ADHD", as: ["attention deficit", "attention difficulties"]),
    say("hyperactive", "cant concentrate", "cant sit still", find: ["ADHD"], weight: 70),
    say(
      "autism assessment", "autism diagnosis", "adhd assessment", "adhd diagnosis",
      "autism pathway", "diagnosis", find: ["diagnostic assessment", "neurodevelopmental"],
      weight: 90),
    same("ODD", "PDA", as: ["demand avoidance", "behaviour that challenges"], weight: 60),
    same("FASD", "FAS", as: ["foetal alcohol"], weight: 90),
    say("fetal alcohol", find: ["foetal alcohol"], weight: 95),
    same("VI", "HVI", "SVI", as: ["visual impairment", "vision"], weight: 90),
    say(
      "blind", "partially sighted", "eyesight", "sight loss", "cant see", "visually impaired",
      find: ["visual impairment", "vision"], weight: 85),
    say("squint", "glasses", "lazy eye", find: ["orthoptics", "eye care"], weight: 60),
    same("HI", as: ["hearing impairment", "deaf"], weight: 90),
    say(
      "hearing loss", "hard of hearing", "hearing aids", "hearing aid", "hearing lose", "cant hear",
      "cochlear", find: ["deaf", "hearing impairment"], weight: 85),
    same("MSI", as: ["multi-sensory impairment"], weight: 90),
    say(
      "deafblind", "deaf blind", "blind and deaf", "deaf and blind",
      find: ["multi-sensory impairment", "both deaf and blind"], weight: 95),
    same("BSL", as: ["british sign language"], weight: 90),
    say("sign language", "signing", find: ["BSL", "sign language", "makaton"], weight: 75),
    same(
      "AAC", as: ["communication aids", "alternative and augmentative communication"], weight: 85),
    say(
      "eye gaze", "talker", "communication device", "voice output", "communication aid",
      find: ["AAC"], weight: 70),
    say(
      "swallowing", "choking", "dysphagia", find: ["speech and language therapy", "swallowing"],
      weight: 50),
    say(
      "fussy eater", "fussy eating", "picky eater", "wont eat", "food refusal", "weight loss",
      find: ["eating", "ARFID", "feeding"], weight: 60),
    say("anorexia", "bulimia", "arfid", "eating disorder", find: ["eating disorders"], weight: 80),
    same("PMLD", "SLD", "MLD", as: ["learning difficulties", "learning disability"], weight: 75),
    say("LD", "learning disabilities", find: ["learning disability"], weight: 80),
    say(
      "developmental delay", "global delay", "GDD", find: ["developmental delay", "paediatrics"],
      weight: 70),
    say(
      "down syndrome", "downs syndrome", "downs", "trisomy 21",
      find: ["down syndrome", "downs syndrome"], weight: 95),
    say("tourettes", "tourette", "twitching", find: ["tics", "tourettes", "tourette"], weight: 95),
    say("seizures", "seizure", "fits", "epileptic", find: ["epilepsy"], weight: 85),
    say(
      "continence", "incontinence", "wetting", "bedwetting", "bed wetting", "wets the bed",
      "wets himself", "wets herself", "soiling", "toileting", "toilet training", "potty training",
      "potty", "nappies", "nappies at school", "pads", "constipation", "poo", "wee",
      find: ["bladder and bowel", "continence", "bedwetting", "toilet training"], weight: 85),
    say(
      "sleep", "sleeping", "wont sleep", "not sleeping", "up all night", "bedtime",
      "awake at night", "insomnia", find: ["sleep", "night waking"], weight: 70),
    say("dentist", "teeth", "toothache", find: ["dental"], weight: 85),
    say("eye test", "optician", find: ["eye tests", "orthoptics"], weight: 70),
    say(
      "tube feeding", "peg feed", "gastrostomy", "tracheostomy", "oxygen", "complex health needs",
      find: ["community nursing", "complex health needs"], weight: 70),
    say(
      "life limiting", "terminally ill", "dying", "palliative", "end of life",
      find: ["hospice", "life-limiting", "end of life"], weight: 80),
    say(
      "bereavement", "bereaved", "grief", "grieving", "loss", "died", "death", "lost her mum",
      "lost his mum", "lost her dad", "lost his dad", find: ["bereavement"], weight: 85),
    say("paediatrician", "child doctor", find: ["paediatrics"], weight: 85),
    say("doctor", find: ["doctors", "paediatrics"], weight: 40),
    say(
      "post natal depression", "postnatal depression", "baby blues",
      find: ["perinatal mental health"], weight: 90),
    say(
      "breastfeeding", "breast feeding", "bottle feeding",
      find: ["infant feeding", "breastfeeding"], weight: 85),
    say(
      "equipment", "hoist", "hoists", "adaptations", "ramp", "ramps", "grab rail", "grab rails",
      "stairlift", "wet room", "adapted shower", "level access shower",
      find: ["equipment", "adaptations", "hoists", "ramps"], weight: 75),
    say("DFG", find: ["disabled facilities grants"], weight: 95),
    say(
      "buggy", "pushchair", "special buggy", "walker", find: ["wheelchair", "buggies"], weight: 70),
    say("wheelchair", find: ["wheelchairs"], weight: 90),
  ]
}
