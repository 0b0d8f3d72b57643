/// Words of families and of the record, put together from parts: never from a real plan, at most
/// forty words.
enum DemoPhrases {
  static func childViews(_ draw: inout Draw) -> String {
    let likes = draw.pick([
      "art", "football at lunch", "the quiet room", "cooking on Fridays", "drama club",
      "the school garden", "maths in small steps", "working with one adult", "swimming",
      "the bus run by the same driver", "music", "building things",
    ])
    let wish = draw.pick([
      "fewer changes of adult", "more time to answer", "help before a lesson, not in it",
      "a quieter place to eat", "to see my timetable the day before", "to choose who helps me",
      "to go to college near home", "to walk to school alone", "friends to come round",
      "a break when it gets loud", "to be asked first", "work experience with animals",
    ])
    return draw.chance(500) ? "Likes \(likes). Wants \(wish)." : "Wants \(wish); enjoys \(likes)."
  }

  static func familyViews(_ draw: inout Draw) -> String {
    let good = draw.pick([
      "Settled since September", "Happier in the mornings", "Reads at home now",
      "Pleased with the new key adult", "Sleep is better", "Proud of the travel training",
      "Speech has come on", "Still tired after school", "Attendance is up",
      "Good contact with the school",
    ])
    let ask = draw.pick([
      "worried about the move to the next school", "asks for therapy to start as written",
      "asks how support is shared out in class", "would like reports a week earlier",
      "asks about short breaks", "worried about exams", "asks for a named person in the holidays",
      "would like one plan for health and school", "asks what comes after Year 11",
      "wants transport looked at again",
    ])
    return "\(good); \(ask)."
  }

  static func representations(_ draw: inout Draw) -> String {
    draw.pick([
      "Asks for hours in section F to be stated.", "Asks for another school in section I.",
      "Agrees with the draft; two corrections.", "Asks for therapy to be in section F.",
      "Wants the outcomes in shorter steps.", "No changes asked for.",
    ])
  }

  static func place(_ draw: inout Draw) -> String {
    draw.pick(["At school", "At school, with video link", "At college", "Video call", ""])
  }
}
