import SENDDomain

/// The rules as a page for people, in Markdown.
package struct RuleManual {
  private let book: RuleBook

  package init(_ book: RuleBook) { self.book = book }

  /// The page: how dates are counted, then every rule set with its rules in order.
  package var text: String {
    var lines = [
      "# Statutory dates and how they are counted", "",
      "Made by `waymark rule --manual` from the rule sets in use. This is not legal advice: each "
        + "rule says where it was read, and how surely.", "",
      "- *after* does not count the first day; *beginning with* counts it as day 1.",
      "- Weeks and months are calendar weeks and months. No date moves to a working day unless the "
        + "rule says so.",
      "- *Before X* means that what is still open on X itself is late.",
      "- An exception lifts the duty to meet a date; it sets no new date.",
      "- Guidance, advisory and local dates stand beside a statutory date and never loosen it.",
      "- Bank holidays are listed for \(years); other years are computed by the standing rule and "
        + "provisional.", "",
    ]
    for set in book.sets {
      lines += [
        "## \(MarkdownLine.escaped(set.title))", "", "`\(set.id)`, in force \(span(set)).", "",
      ]
      var topic = ""
      for version in book.allVersions where version.ruleSet == set.id {
        if version.rule.topic != topic {
          topic = version.rule.topic
          lines += ["### \(MarkdownLine.escaped(topic))", ""]
        }
        lines += section(version)
      }
      if !set.repeals.isEmpty {
        lines += [
          "Ends: " + set.repeals.map { "`\($0)`" }.joined(separator: ", ") + ".", "",
        ]
      }
    }
    return lines.joined(separator: "\n")
  }

  private var years: String {
    let years = book.context.holidays.years
    return "\(years.lowerBound) to \(years.upperBound)"
  }

  private func span(_ set: RuleSet) -> String {
    "from \(set.inForceFrom.long)" + (set.inForceTo.map { " to \($0.long)" } ?? "")
  }

  private func section(_ version: RuleVersion) -> [String] {
    let rule = version.rule
    var lines = ["#### \(MarkdownLine.escaped(rule.title))", "", "`\(rule.id)`", ""]
    let before = rule.isBefore ? "before " : ""
    lines.append("- Date: \(before)\(MarkdownLine.escaped(rule.limit.words))")
    if let condition = rule.condition {
      let wanted =
        condition.words.isEmpty
        ? (condition.flag ? "yes" : "no") : condition.words.joined(separator: " or ")
      let assumed =
        condition.assumed == nil
        ? ""
        : condition.assumed == condition.flag
          ? ", which it is taken to be where nothing is said"
          : ", which it is not taken to be where nothing is said"
      lines.append("- Only where \(condition.fact.words) is \(wanted)\(assumed)")
    }
    if let until = rule.until { lines.append("- Until the birthday at \(until.age)") }
    if !rule.facts.isEmpty {
      lines.append("- Facts: " + rule.facts.map { "`\($0)`" }.joined(separator: ", "))
    }
    if !rule.exceptions.isEmpty {
      lines.append(
        "- Exceptions that lift the duty: " + rule.exceptions.joined(separator: ", "))
    }
    lines.append(
      "- \(rule.kind.rawValue.prefix(1).uppercased() + rule.kind.rawValue.dropFirst()): "
        + "\(MarkdownLine.escaped(rule.source)) (\(rule.confidence.words))")
    if !rule.metBy.isEmpty { lines.append("- Done by: " + RuleManual.names(rule.metBy)) }
    if !rule.endedBy.isEmpty { lines.append("- Over with: " + RuleManual.names(rule.endedBy)) }
    let set = book.sets.first { $0.id == version.ruleSet }
    if version.inForceFrom != set?.inForceFrom || version.inForceTo != set?.inForceTo {
      lines.append(
        "- In force from \(version.inForceFrom.long)"
          + (version.inForceTo.map { " to \($0.long)" } ?? ""))
    }
    for note in rule.notes { lines.append("- \(MarkdownLine.escaped(note))") }
    return lines + [""]
  }

  private static func names(_ facts: [FactName]) -> String {
    facts.map { "`\($0)`" }.joined(separator: ", ")
  }
}
