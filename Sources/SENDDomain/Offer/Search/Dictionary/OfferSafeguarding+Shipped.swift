extension OfferSafeguarding {
  /// What is built in: what `Resources/local-offer/synonyms.yaml` holds as shipped.
  public static let shipped = OfferSafeguarding(
    concerns: [
      Concern(
        say: suicide,
        find: ["CAMHS crisis", "mental health crisis", "CAMHS", "crisis", "mental health"]),
      Concern(
        say: abuse,
        find: [
          "MASH", "safeguarding", "children's social care", "child protection", "social care",
          "harmed",
        ]),
      Concern(
        say: partner,
        find: ["domestic abuse", "domestic violence", "refuge", "MASH", "safeguarding"]),
    ], text: "In danger now: ring 999.")

  private static let oneself = "himself/herself/themselves/themself/myself"
  private static let whose = "his/her/their/my/the"
  private static let whom = "me/him/her/them/us"
  private static let adults = [
    "mum/mummy/mother/dad/daddy/father/stepdad/stepfather/stepmum/stepmother/parent/parents",
    "uncle/aunt/auntie/grandad/grandfather/grandma/nan/teacher/carer/cousin/childminder",
  ]
  private static let loved = "partner/husband/wife/boyfriend/girlfriend/ex"
  private static let stranger =
    "brother/stepbrother/coach/tutor/driver/neighbour/man/boy/boyfriend/partner/friend"
  private static let strikes = [
    "hits/hit/hitting/beats/beating/hurts/hurting/punches/punched",
    "slaps/slapped/smacks",
    "kicks/kicked/burns/burnt/burned/chokes/choked/strangles/harms/harmed",
  ]
  private static let afraid = "scared/afraid/frightened/terrified"

  private static let suicide = [
    "suicide", "suicidal", "self harm/harms/harming/harmed", "selfharm", "selfharming",
    "harm/harms/harming/hurt/hurts/hurting/cut/cuts/cutting/kill/kills/killing/hang/hanging \(oneself)",
    "want/wants/wanted/wanting to die", "want/wants/wanted to be dead",
    "wish/wishes he/she/i/they was/were/is/am/are dead", "better off dead",
    "dont/doesnt/didnt/not want to be alive", "dont/doesnt/didnt/not want to be here anymore/again",
    "dont/doesnt/didnt/not want to be here any more",
    "dont/doesnt/didnt/not want to live anymore", "dont/doesnt/didnt/not want to live any more",
    "no reason to live", "not worth living", "isnt worth living",
    "end/ends/ending his/her/their/my life", "end it all",
    "take/takes/taking/took his/her/their/my own life", "overdose", "overdosed", "overdosing",
  ]

  private static let abuse =
    [
      "abuse",
      "abused",
      "abusing",
      "abuser",
      "abusive",
      "not safe",
      "isnt safe",
      "unsafe",
      "doesnt/dont feel safe",
      "in danger",
      "being hurt/harmed/hit/beaten",
      "at risk of harm",
      "beaten",
      "beats/hits him/her/them",
      "hit by",
      "bruise",
      "bruises",
      "bruised",
      "neglect",
      "neglected",
      "going/gonna to hurt/hit/kill/harm/strangle \(whom)",
      "gonna/will/might/could/ill hurt/kill/harm/strangle him/her/them",
      "want/wants to hurt/kill/harm/strangle him/her/them/me",
      "being groomed",
      "groomed",
      "grooming online",
      "exploited",
      "exploitation",
      "county lines",
      "trafficked",
      "trafficking",
      "rape",
      "raped",
      "raping",
      "molested",
      "sexually",
      "sexual assault",
      "assaulted",
      "touched inappropriately",
      "inappropriate touching",
      "\(stranger) touches/touched/touching \(whom)",
      "\(stranger) is/was/keeps/has touching/touched \(whom)",
      "he/someone/somebody touched me/her/him/them",
      "touched/touches/touching \(whose) private",
      "forced marriage",
      "honour based",
      "FGM",
      "genital mutilation",
      "strangled",
      "\(afraid) to go home",
      "ran away",
      "run/runs/running away from home",
      "missing from home",
      "went/gone missing",
      "didnt/hasnt/not come home",
      "threatened with",
    ]
    + adults.flatMap { adult in
      [
        "\(adult) touches/touched/touching \(whom)",
        "\(adult) is/was/keeps/has touching/touched \(whom)",
        "\(afraid) of \(whose) \(adult)",
        "\(afraid) of \(adult)",
      ]
    }
    + adults.flatMap { adult in
      strikes.flatMap { strikes in
        [
          "\(adult) \(strikes) \(whom)",
          "\(adult) is/was/keeps/has \(strikes) \(whom)",
        ]
      }
    }

  private static let partner =
    [
      "domestic violence/abuse",
      "\(loved) threatens/threatened/controls/strangled \(whom)",
      "violent/abusive/controlling \(loved)",
      "\(loved) is/was violent/abusive/controlling",
      "\(afraid) of \(whose) \(loved)",
      "beats/hits/beating/hitting \(whose) mum/mother/wife",
      "beats/beat me up",
      "coercive control",
    ]
    + strikes.flatMap { strikes in
      [
        "\(loved) \(strikes) \(whom)",
        "\(loved) is/was/keeps/has \(strikes) \(whom)",
      ]
    }
}
