extension OfferDictionary {
  /// Breaks, things to do, groups, languages, and words of everyday life.
  static let everyday: [Entry] = [
    say(
      "respite", "a break", "need a break", "time off", "sitter", "babysitter", "exhausted",
      find: ["short breaks", "respite", "overnight respite"], weight: 85),
    same("short break", "short breaks", as: ["respite", "breaks and respite"], weight: 75),
    say(
      "overnight", "overnight stay", "overnight short breaks", "overnight respite", "sleepover",
      find: ["overnight respite", "residential short stay"], weight: 85),
    same("HAF", as: ["holiday activities and food"], weight: 90),
    say(
      "free school meals holiday", "holiday food", "holiday meals", "FSM",
      find: ["holiday activities and food", "free school meals"], weight: 85),
    say(
      "half term", "halfterm", "summer holidays", "summer holiday", "easter holidays",
      "school holidays", "holiday club", "playscheme", "play scheme", "holiday scheme", "holidays",
      find: ["holiday playscheme", "holiday clubs", "half-term"], weight: 75),
    say("saturday club", "weekend club", find: ["saturday playscheme", "saturday"], weight: 75),
    say("after school", "afterschool", "wraparound", find: ["after school club"], weight: 80),
    say("breakfast club", find: ["before and after school clubs"], weight: 60),
    say(
      "youth club", "things to do", "clubs", "activities", find: ["youth club", "activities"],
      weight: 60),
    say("hobby", "hobbies", "something to do", "bored", find: ["activities", "club"], weight: 50),
    say(
      "befriender", "buddy", "buddies", "mentor", "lonely", "no friends", "make friends",
      "making friends", find: ["befriending", "buddying", "social group"], weight: 75),
    say("swimming", "swim", find: ["swimming lessons"], weight: 80),
    say("hydro", "hydrotherapy", find: ["hydrotherapy", "heated pool"], weight: 85),
    say(
      "football", "sport", "sports", "athletics", "gym", find: ["sports", "multi-sports"],
      weight: 60),
    say("dance", "dancing", "ballet", find: ["dance"], weight: 85),
    say("cinema", "film", "theatre", "movies", find: ["relaxed cinema", "screenings"], weight: 70),
    say(
      "minecraft", "roblox", "lego", "computers", "computer club", "video games", "xbox",
      "programming", find: ["gaming", "coding"], weight: 75),
    say(
      "toddler group", "baby group", "playgroup", "mother and baby", "mums and tots",
      find: ["stay and play", "toddler groups"], weight: 80),
    say("stay and play", find: ["stay and play", "toddler groups"], weight: 80),
    say("sensory room", "soft play", "dark room", find: ["sensory room"], weight: 80),
    say("toys", "borrow toys", "toy library", find: ["toy library", "toys"], weight: 75),
    same("PCF", as: ["parent carer forum"], weight: 90),
    say(
      "have a say", "have our say", "parent voice", "coproduction", "co production",
      find: ["parent carer forum", "have your say"], weight: 80),
    say(
      "parents group", "parent group", "parents meet up", "meet other parents", "support group",
      "coffee morning", "peer support",
      find: ["peer group", "parents and carers", "coffee mornings"], weight: 65),
    say("dad", "dads", "father", "fathers", find: ["dads", "fathers"], weight: 85),
    say("carer", "carers", "carers assessment", find: ["carers"], weight: 85),
    say(
      "young carer", "looks after his mum", "looks after her mum", "caring for mum",
      "cares for his mum", "cares for her mum", find: ["young carers"], weight: 90),
    say(
      "sibling", "siblings", "brother", "brothers", "sister", "sisters",
      find: ["siblings", "brothers and sisters"], weight: 85),
    say(
      "parenting course", "parenting class", "parenting classes", "parenting programme",
      find: ["parenting programme", "parenting support"], weight: 80),
    say(
      "divorce", "separated", "splitting up", "ex partner", "custody",
      find: ["separating", "separated parents"], weight: 80),
    say(
      "hitting", "hits", "biting", "bites", "kicking", "violent", "aggressive", "aggression",
      "tantrum",
      "tantrums", "challenging behaviour", "naughty", "angry", "anger", "out of control",
      "lashing out",
      find: ["behaviour that challenges", "positive behaviour support", "behaviour"], weight: 75),
    say(
      "easy read", "large print", "pictures", "symbols", "simple words", find: ["easy read"],
      weight: 85),
    say(
      "interpreter", "interpreting", "translation", "translator", "doesnt speak english",
      "no english", "english not first language", "translate",
      find: ["interpreting", "other languages"], weight: 85),
    say(
      "portuguese", "brazilian", "portugues", "angolan", "madeiran",
      find: ["portuguese", "português"], weight: 90),
    say("spanish", "latin american", "espanol", find: ["spanish"], weight: 90),
    say("somali", find: ["somali"], weight: 95),
    say("arabic", find: ["arabic"], weight: 95),
    say("mother", "mothers", "mum", "mums", find: ["mother", "parents"], weight: 50),
    say(
      "food bank", "foodbank", "hungry", "no food", "food parcel",
      find: ["foodbank", "food parcels"], weight: 90),
    say(
      "advocate", "advocacy", "speak up for", "someone to speak for",
      find: ["advocacy", "advocates"], weight: 80),
    say("assistance dog", "therapy dog", "guide dog", find: ["assistance dogs"], weight: 90),
    say("walk in", "drop in", "dropin", "walkin", find: ["drop-in"], weight: 70),
    say(
      "teen", "teens", "teenage", "teenager", "teenagers", "adolescent",
      find: ["teenagers", "teens", "young people"], weight: 60),
    say(
      "toddler", "toddlers", "under fives", "pre schooler",
      find: ["toddler", "pre-school", "under fives"], weight: 60),
    say("newborn", "baby", find: ["babies", "newborn"], weight: 70),
    say(
      "counsellor", "someone to talk to", "talk to someone", "talking therapy",
      find: ["counselling"], weight: 80),
    say("disabled", "disability", find: ["disabilities", "disabled"], weight: 90),
    say("SEN", "SEND", find: ["additional needs", "special educational needs"], weight: 50),
    say(
      "cant say", "say his words", "say her words", "unclear speech", "lisp", "pronounce",
      "mumbles", find: ["speech and language therapy"], weight: 75),
    say("chokes", "choke", find: ["swallowing", "speech and language therapy"], weight: 60),
    say(
      "bath", "bath lift", "bath seat", "shower chair", "commode", "bed rails",
      find: ["equipment", "adaptations", "showers"], weight: 70),
    say(
      "hears voices", "hearing voices", "seeing things", "paranoid", find: ["psychosis", "CAMHS"],
      weight: 85),
    say(
      "passed away", "funeral", "lost her nan", "lost his nan", find: ["bereavement"], weight: 85),
    say("not coping", "struggling", "cant cope", find: ["mental health", "emotional"], weight: 40),
    say(
      "is my child autistic", "is he autistic", "is she autistic", "could he be autistic",
      "could she be autistic", "test for autism", "autism test", "tested for autism",
      find: ["diagnostic assessment for autism"], weight: 90),
    say("test", "tested", "testing", find: ["assessment", "tests"], weight: 60),
    say("stay the night", "nights away", "night away", find: ["overnight respite"], weight: 85),
    say(
      "shape services", "improve services", "change services",
      find: ["improve services", "have your say"], weight: 85),
    say("damp", "mould", "crowded", "too small", find: ["housing", "overcrowding"], weight: 70),
    say(
      "scared to go", "scared of school", "afraid of school", "scared to go into school",
      "hates school", find: ["too anxious to go to school", "emotionally based avoidance"],
      weight: 85),
    say(
      "use the toilet", "cant use the toilet", "wont use the toilet", "toilet trained",
      "not toilet trained", "in nappies", "still in nappies",
      find: ["continence", "bladder and bowel", "toilet training"], weight: 95),
    say(
      "smashes", "smashing", "smashed", "trashes", "trashing", "wrecks", "smashes up the house",
      "smashes the house up", "smashes the house", "smashing up the house", "smashing the house up",
      "trashes the house", "trashing the house", "wrecks the house", "breaks things",
      "breaks everything", "throws things",
      find: [
        "behaviour that challenges", "positive behaviour support", "behaviour", "CAMHS",
      ], weight: 90),
    say(
      "leaves school", "leave school", "leaving school", "left school", "after school ends",
      "leaves college", "leaving college",
      find: [
        "preparing for adulthood", "moving to adult", "transition", "post-16",
        "supported internships",
        "college", "preparing for independence",
      ], weight: 85),
    say(
      "will not go to school", "not go to school", "not going to school", "doesnt go to school",
      "does not go to school", "refuses to go to school", "refuses school", "never goes to school",
      find: ["emotionally based avoidance", "too anxious to go to school", "school attendance"],
      weight: 95),
    say(
      "someone to look after", "somebody to look after", "look after him", "look after her",
      "look after them", "look after my son", "look after my daughter", "look after my child",
      "sit with him", "sit with her",
      find: ["short breaks", "respite", "overnight respite"], weight: 85),
    say(
      "hurt", "being hurt", "hurting", "bruises", "unsafe",
      find: ["harmed", "safeguarding", "at risk"], weight: 70),
  ]
}
