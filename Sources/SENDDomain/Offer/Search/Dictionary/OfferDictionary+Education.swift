extension OfferDictionary {
  /// School, plans, rights, money from the council, and growing up.
  static let education: [Entry] = [
    same(
      "EP", "EPS", "ed psych", as: ["educational psychology", "educational psychologist"],
      weight: 90),
    same(
      "SENDIASS", "IASS", "IAS",
      as: ["information advice and support service", "impartial information advice"], weight: 90),
    say(
      "independent advice", "impartial advice", "someone independent", "help with ehcp",
      "help with the ehcp", "sen advice", "send advice", "parent partnership",
      "special educational needs advice",
      find: ["SENDIASS", "impartial", "special educational needs and disabilities"], weight: 80),
    same(
      "EHCP", "EHC plan", "EHCPs",
      as: ["education health and care plan", "education health and care plans"], weight: 90),
    say(
      "statement", "statement of special needs", "statement of sen", "statemented", "statementing",
      find: ["EHC plans", "education health and care plans", "EHCP"], weight: 80),
    same(
      "EHCNA", "EHC needs assessment", as: ["education health and care needs assessment"],
      weight: 85),
    say(
      "ehcp team", "sen team", "send team", "plan coordinator", "ehc coordinator", "case officer",
      "annual review", find: ["SEND casework team", "annual reviews"], weight: 80),
    same("SENCO", "SENCo", "SENDCO", as: ["special educational needs coordinator"], weight: 85),
    say("DCO", "DMO", find: ["designated clinical officer"], weight: 90),
    say("DSCO", find: ["designated social care officer"], weight: 90),
    say(
      "appeal", "appealing", "tribunal", "refused to assess", "refusal to assess",
      find: ["tribunal appeals", "refusal to assess", "mediation"], weight: 70),
    say(
      "disagree", "disagreement", "complaint", "complain", find: ["mediation", "disagreements"],
      weight: 60),
    say(
      "solicitor", "lawyer", "legal advice", "barrister", find: ["solicitors", "legal", "law"],
      weight: 80),
    say(
      "suspended", "suspension", "expelled", "excluded", "kicked out", "permanently excluded",
      find: ["exclusion", "exclusions", "suspension"], weight: 85),
    same(
      "EBSA", "EBSNA", as: ["emotionally based avoidance", "emotionally based school avoidance"],
      weight: 90),
    say(
      "school refusal", "school refuser", "wont go to school", "refusing school", "missing school",
      "school phobia", "off school", "not going to school", "school avoidance", "truancy",
      find: ["emotionally based avoidance", "school attendance", "too anxious to go to school"],
      weight: 90),
    same("AP", as: ["alternative provision"], weight: 90),
    same("PRU", as: ["pupil referral unit", "alternative provision"], weight: 90),
    say("SpLD", "SPLD", find: ["specific learning difficulties", "dyslexia"], weight: 95),
    say(
      "DCD", "dyspraxia", "clumsy", find: ["coordination", "occupational therapy", "dyspraxia"],
      weight: 70),
    say("dyscalculia", "maths", find: ["numeracy"], weight: 70),
    say(
      "reading", "writing", "spelling", "cant read", "reading and writing", find: ["literacy"],
      weight: 70),
    say("tutor", "tutoring", "extra lessons", find: ["tuition"], weight: 80),
    say(
      "sen support", "send support", "school support",
      find: ["inclusion", "advise schools", "specialist teachers"], weight: 40),
    say(
      "nursery", "preschool", "pre school", "playgroup", "childminder",
      find: ["early years", "nurseries"], weight: 60),
    say("portage", find: ["home visiting", "home teaching"], weight: 70),
    say("special school", find: ["special schools"], weight: 70),
    say(
      "LAC", "CLA", "looked after", "in care", "foster child", "foster children", "child in care",
      find: ["looked-after children", "children in care", "virtual school"], weight: 80),
    say(
      "home to school transport", "school transport", "school taxi", "school bus", "taxi",
      "minibus", find: ["school travel assistance", "transport", "taxis"], weight: 85),
    same("ITT", as: ["independent travel training"], weight: 90),
    say(
      "travel training", "travel on his own", "travel on her own", "travel alone", "use the bus",
      "getting the bus", "on the bus", "public transport", "getting to college",
      find: ["travel training", "use buses and trains"], weight: 85),
    say(
      "bus pass", "freedom pass", "disabled parking", "parking badge", "parking permit",
      "travel pass", find: ["blue badge", "freedom pass", "free travel"], weight: 85),
    same("PfA", "PFA", as: ["preparing for adulthood"], weight: 85),
    say(
      "transition", "turning 18", "adult services", "moving to adult", "leaving school",
      find: ["transition", "preparing for adulthood", "adult social care"], weight: 60),
    say(
      "internship", "apprenticeship", "work experience", "job", "jobs", "employment", "job coach",
      "work placement", find: ["supported internships", "employment", "job coaching"], weight: 70),
    say("college", find: ["college course"], weight: 50),
    say(
      "independent living", "live alone", "live on his own", "live on her own", "live on my own",
      "own flat", "living skills", "cooking",
      find: ["life skills", "supported living", "independence"], weight: 75),
    same("DLA", as: ["disability living allowance"], weight: 90),
    same("PIP", as: ["personal independence payment"], weight: 90),
    same("UC", as: ["universal credit"], weight: 90),
    say(
      "benefits", "benefit", "carers allowance", "dla form", "pip form", "claim", "money advice",
      find: ["welfare benefits", "disability living allowance", "benefits advice"], weight: 75),
    say(
      "money", "cant afford", "skint", "low income", find: ["grants", "benefits", "debt advice"],
      weight: 50),
    say(
      "washing machine", "cooker", "fridge", "furniture", "charity grant", "grant",
      find: ["grants", "washing machines", "white goods"], weight: 75),
    say("debt", "arrears", "bailiffs", find: ["debt advice"], weight: 85),
    say(
      "PA", "personal assistant", "paid carer", "buy care", "buy our own care", "personal budget",
      "personal budgets", find: ["direct payments", "personal assistant", "personal budgets"],
      weight: 85),
    say("direct payment", find: ["direct payments"], weight: 95),
    say(
      "homeless", "eviction", "evicted", "overcrowded", "overcrowding", "rehoused", "council house",
      "bigger house", find: ["housing options", "housing", "homelessness", "overcrowding"],
      weight: 80),
    say(
      "bully", "bullies", "bullied", "bullying", "picked on", "being teased", "getting teased",
      find: ["bullying"], weight: 95),
    say(
      "bully", "bullies", "bullied", "bullying", "picked on", "being teased", "getting teased",
      find: [
        "mental health support team", "SEND information, advice and support", "anxious",
        "wellbeing hub",
      ], weight: 60),
    same("MASH", as: ["safeguarding front door"], weight: 90),
    say(
      "safeguarding", "child protection", "at risk", "being harmed", "abused", "neglect",
      find: ["safeguarding", "child protection", "MASH"], weight: 85),
    say(
      "domestic violence", "violent partner", "abusive partner", "violent husband", "hits me",
      "refuge", find: ["domestic abuse"], weight: 95),
    say(
      "social worker", "social services", "social care", "care package",
      find: ["social workers", "disabilities service", "social work"], weight: 75),
    say(
      "early help", "family support worker", "keyworker", "key worker",
      find: ["early help", "key workers"], weight: 70),
  ]
}
