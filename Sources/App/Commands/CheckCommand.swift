import ArgumentParser
import SENDDomain
import Storage

/// `waymark check`: proves the workspace against itself.
struct CheckCommand: WaymarkCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the file, the journal's chain, every stored deadline, and the casework.",
    discussion: """
      Reads all and changes nothing, and names the children whose plans it is about. Ends with 0 where nothing was found and with 1 where \
      something was; each finding says what would put it right.
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "Options of every command") var global: GlobalOptions

  func perform(_ context: CommandContext) throws -> Int32 {
    context.tellWarnings()
    let store = try context.openForReading()
    let progress = ProgressLine(context.surroundings)
    let interrupts = context.surroundings.interrupts
    interrupts.watch { store.interrupt() }
    let findings: [CheckFinding]
    do {
      defer { progress.clear() }
      findings = try store.check { done in
        progress.show("Checking deadlines: \(done.grouped) plans")
        return interrupts.pending == nil
      }
    } catch {
      try interrupts.check()
      throw error
    }
    try context.surroundings.print(json ? document(findings, context) : text(findings, context))
    return findings.isEmpty ? 0 : 1
  }

  private func document(_ findings: [CheckFinding], _ context: CommandContext) -> [[UInt8]] {
    var rows = JSONDocument.Rows()
    for finding in findings {
      rows.append([
        "kind": .text(finding.kind), "severity": .text(finding.severity.rawValue),
        "subject": .text(finding.subject),
        "child_id": finding.child.map { .number(Int($0.id.rawValue)) } ?? .null,
        "name": finding.child.map { .text($0.name.plain) } ?? .null,
        "message": .text(finding.message), "do": .text(finding.advice),
      ])
    }
    return JSONDocument(
      [("today", JSONValue(context.today)), ("count", .number(findings.count))], "findings", rows
    ).pieces
  }

  private func text(_ findings: [CheckFinding], _ context: CommandContext) -> [[UInt8]] {
    var page = Page(context)
    if findings.isEmpty {
      page.line("Nothing found: file, journal, deadlines and casework hold.")
      return [Array(page.text.utf8)]
    }
    page.line("\(findings.count.of("finding", "findings")):")
    let kinds = Dictionary(grouping: findings) { $0.kind }
    for (_, found) in kinds.sorted(by: { rank($0.value) < rank($1.value) }) {
      page.line("")
      page.line(
        "\(found[0].severity.rawValue): \(found.count.grouped) "
          + "\(found[0].kind.replacing("_", with: " "))")
      for finding in found.prefix(5) { page.line("  \(who(finding)): \(finding.message)") }
      if found.count > 5 { page.line("  and \((found.count - 5).grouped) more") }
      page.line("  To do: \(found[0].advice)")
    }
    return [Array(page.text.utf8)]
  }

  /// The child as the lists show it, or what the finding is about.
  private func who(_ finding: CheckFinding) -> String {
    guard let child = finding.child else { return finding.subject }
    let isNameless = child.name.plain.isEmpty && !child.upn.isEmpty
    return child.name.listed + (isNameless ? ", UPN \(child.upn)" : "")
  }

  /// Errors first, then the more frequent.
  private func rank(_ found: [CheckFinding]) -> (Int, Int, String) {
    let severity =
      switch found[0].severity {
      case .error: 0
      case .warning: 1
      case .notice: 2
      }
    return (severity, -found.count, found[0].kind)
  }
}
