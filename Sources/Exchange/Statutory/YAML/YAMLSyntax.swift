import Yams

extension FileProblem {
  static let alias =
    "A text that begins with \"*\" should stand in quotation marks; a reference to another part "
    + "of the file is not read here."

  /// What the parser says, in words that say what would be right.
  init(_ file: String, _ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let (advice, isWhereItBegan) = FileProblem.advice(problem, context?.text ?? "")
      let mark = isWhereItBegan ? context?.mark ?? mark : mark
      self.init(file: file, line: mark.line, column: mark.column, message: advice)
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.min().map { String($0.prefix(60)) } ?? ""
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "\"\(name)\" stands here and again further down; keep one of them.")
    default:
      self.init(file: file, message: "The file should be YAML text.")
    }
  }

  /// A sentence for a complaint of the parser, and whether the place to show is where the part
  /// begins that it is about.
  private static func advice(_ problem: String, _ context: String) -> (String, Bool) {
    let known: [(String, String, Bool)] = [
      (
        "mapping values are not allowed",
        "A text with \": \" in it should stand in quotation marks, and a field on a line of its own.",
        false
      ),
      ("could not find expected ':'", "This line should read \"name: value\".", false),
      (
        "found unexpected end of stream",
        "The quotation mark that opens here should be closed by another.", true
      ),
      ("found unexpected document indicator", "The quotation mark here should be closed.", true),
      ("expected ',' or ']'", "The list that begins here should be closed with \"]\".", true),
      ("expected ',' or '}'", "The fields that begin here should be closed with \"}\".", true),
      ("expected key", "This line should be indented as the lines above it are.", false),
      (
        "expected '-' indicator", "This line should begin with \"- \" as the items above do.", false
      ),
      (
        "block sequence entries are not allowed",
        "A list's first \"- \" should stand on a line of its own.", false
      ),
      ("Maximum nesting level", "Lists and fields stand too deep inside each other here.", false),
      ("found undefined alias", alias, false),
      ("another document", "The file should hold one document: take the line \"---\" out.", false),
      (
        "cannot start any token",
        "A text that begins with a sign such as %, @ or ` should stand in quotation marks.", false
      ),
      (
        "expected alphabetic or numeric character",
        "A text that begins with \"&\" or \"*\" should stand in quotation marks.", false
      ),
      (
        "directive",
        "A text that begins with a sign such as %, @ or ` should stand in quotation marks.", false
      ),
      ("escape", "A \"\\\" between double quotation marks should be written twice.", false),
    ]
    if let found = known.first(where: { problem.contains($0.0) }) { return (found.1, found.2) }
    let place = context.isEmpty ? "" : " \(context)"
    return ("This should be YAML, but\(place) the reader \(problem).", false)
  }
}
