/// What is wrong with the description of a theme. The rest of the description still applies.
package enum ThemeProblem: Error, Hashable, Sendable {
  /// No role has this name.
  case unknownRole(String)
  /// The word is neither a colour, nor an attribute, nor `on`.
  case unknownWord(String, role: String)
  /// `based_on` names no built-in theme.
  case unknownBase(String)
  /// `contrast` is no number from 4.5 to 21.
  case contrast(String)

  /// The line of the description that it is about.
  package var key: String {
    switch self {
    case .unknownRole(let role): role
    case .unknownWord(_, let role): role
    case .unknownBase: "based_on"
    case .contrast: "contrast"
    }
  }

  /// The problem in one sentence.
  package var sentence: String {
    switch self {
    case .unknownRole(let role):
      "There is no role named \(role); roles are "
        + Role.allCases.map { "\($0)" }.joined(separator: ", ") + "."
    case .unknownWord(let word, let role):
      "\(role): \(word) is not a colour (default, or 0 to 255) or an attribute (bold, underline,"
        + " reverse, dim)."
    case .unknownBase(let name):
      "based_on: \(name) is not one of "
        + Theme.builtIn.map(\.name).joined(separator: ", ") + "."
    case .contrast(let word):
      "contrast: \(word) is not a number from 4.5 to 21."
    }
  }
}

extension Theme {
  /// A theme from a plain description, as a theme file gives it once parsed.
  ///
  /// - Parameter description: For each role a line such as `216 on 16 bold`: foreground, background
  ///   after `on`, attributes. `default` is the terminal's own colour. What is behind the role `text`
  ///   is behind every role whose line does not say. `based_on` names the built-in theme that fills
  ///   what is not given, `terminal` if absent; `contrast` is what letters keep.
  /// - Returns: The theme, and the problems in the order of the roles' names.
  package static func described(
    name: String, _ description: [String: String]
  ) -> (theme: Theme, problems: [ThemeProblem]) {
    var problems: [ThemeProblem] = []
    var theme = Theme.terminal
    if let base = description["based_on"] {
      if let named = Theme.named(base) {
        theme = named
      } else {
        problems.append(.unknownBase(base))
      }
    }
    theme.name = name
    if let word = description["contrast"] {
      if let contrast = Double(word), (4.5...21).contains(contrast) {
        theme.least = contrast
      } else {
        problems.append(.contrast(word))
      }
    }
    let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ("\($0)", $0) })
    if let line = description["text"],
      case .success(let look) = parse(line, role: "text", ground: theme[.text].background)
    {
      theme[.text] = look
    }
    for (key, line) in description.sorted(by: { $0.key < $1.key })
    where key != "based_on" && key != "contrast" {
      guard let role = roles[key] else {
        problems.append(.unknownRole(key))
        continue
      }
      switch parse(line, role: key, ground: theme[.text].background) {
      case .success(let look): theme[role] = look
      case .failure(let problem): problems.append(problem)
      }
    }
    return (theme, problems)
  }

  private static func parse(
    _ line: String, role: String, ground: Colour
  ) -> Result<Look, ThemeProblem> {
    var look = Look(.standard, on: ground)
    var isBackground = false
    for word in line.split(separator: " ").map({ $0.lowercased() }) {
      if word == "on" {
        isBackground = true
      } else if let colour = colour(word) {
        if isBackground { look.background = colour } else { look.foreground = colour }
        isBackground = false
      } else if let attribute = attribute(word) {
        look.attributes.insert(attribute)
      } else {
        return .failure(.unknownWord(word, role: role))
      }
    }
    return .success(look)
  }

  private static func colour(_ word: String) -> Colour? {
    if word == "default" { return .standard }
    return UInt8(word).map(Colour.indexed)
  }

  private static func attribute(_ word: String) -> Attributes? {
    attributeWords.first { $0.1 == word }?.0
  }
}
