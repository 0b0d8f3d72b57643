import ArgumentParser
import Foundation
import Screens
import TerminalKit

/// The manual page, made from what the program knows of itself: its commands and options, its
/// actions and keys, its files and statuses.
struct ManualPage {
  /// A command as the argument parser describes it.
  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var sectionTitle: String?
    var shouldDisplay: Bool?
  }

  private struct Tool: Decodable { var command: Command }

  private var lines: [String] = []

  /// The page in man's macros.
  ///
  /// - Throws: A decoding error where the argument parser describes itself otherwise than it did.
  static func text() throws -> String {
    let tool = try JSONDecoder().decode(Tool.self, from: Data(Waymark._dumpHelp().utf8))
    var page = ManualPage()
    page.write(tool.command)
    return page.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ command: Command) {
    lines.append(".TH WAYMARK 1 \"\" \"Waymark \(Program.version)\" \"User Commands\"")
    section("NAME")
    text("waymark - \((command.abstract ?? "").lowercasedFirst)")
    section("SYNOPSIS")
    lines.append(".B waymark")
    text("[options] [command]")
    section("DESCRIPTION")
    text(
      "Waymark shows which annual reviews are unknown, late and due, for which child, why, and the "
        + "key that deals with it.")
    lines.append(".PP")
    if let discussion = command.discussion { paragraphs(discussion) }
    section("COMMANDS")
    for sub in command.subcommands ?? [] where sub.commandName != "help" || sub.discussion != nil {
      write(sub, under: "")
    }
    section("OPTIONS OF EVERY COMMAND")
    let anyCommand = command.subcommands?.first { $0.commandName == "rule" }
    for argument in anyCommand?.arguments ?? [] where argument.sectionTitle != nil {
      write(argument)
    }
    writeKeys()
    writeRest()
  }

  private mutating func write(_ command: Command, under parent: String) {
    let name = (parent.isEmpty ? "" : parent + " ") + command.commandName
    let own = (command.arguments ?? []).filter {
      $0.sectionTitle == nil && $0.shouldDisplay != false
        && $0.names?.contains { ["help", "version"].contains($0.name) } != true
    }
    let values = own.filter { $0.kind == "positional" }.map { "<\($0.valueName ?? "value")>" }
    lines.append(".SS " + ManualPage.escaped(([name] + values).joined(separator: " ")))
    if let abstract = command.abstract { text(abstract) }
    if let discussion = command.discussion { paragraphs(discussion) }
    for argument in own { write(argument) }
    for sub in command.subcommands ?? [] { write(sub, under: name) }
  }

  private mutating func write(_ argument: Argument) {
    let names = (argument.names ?? []).map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" }
    let value = argument.kind == "flag" ? "" : " <\(argument.valueName ?? "value")>"
    let head =
      argument.kind == "positional"
      ? "<\(argument.valueName ?? "value")>" : names.joined(separator: ", ") + value
    lines.append(".TP")
    lines.append(".B " + ManualPage.escaped(head))
    text(argument.abstract ?? "")
  }

  private mutating func writeKeys() {
    section("KEYS")
    text(
      "A screen shows the keys that work there; ? lists them, : finds every action by name. In a "
        + "field every printable key is text.")
    let table = KeyTable(actions: .waymark)
    for action in ActionTable.waymark.actions {
      lines.append(".TP")
      lines.append(".B " + ManualPage.escaped(table.keys(action)))
      text("\(action.name) (\(action.id.rawValue)). \(action.help)")
    }
  }

  private mutating func writeRest() {
    section("FILES")
    for (path, words) in [
      ("$XDG_DATA_HOME/waymark/workspace.sqlite", "The workspace; demo.sqlite beside it."),
      (
        "$XDG_CONFIG_HOME/waymark/config.yaml",
        "The configuration: \(Settings.names.joined(separator: ", "))."
      ),
      ("$XDG_CONFIG_HOME/waymark/statutory/*.yaml", "An area's own earlier targets."),
      ("$XDG_CONFIG_HOME/waymark/calendars/", "terms.yaml and bank-holidays.yaml of the area."),
      (
        "$XDG_STATE_HOME/waymark/",
        "What was being typed, where the screens were left, and what the lock is opened with."
      ),
      (
        "$XDG_STATE_HOME/waymark/feeds/",
        "What was read of a Local Offer's feed before it was cut off; for a day."
      ),
      ("PREFIX/share/waymark/", "Rule sets, calendars and other files of the program."),
    ] {
      lines.append(".TP")
      lines.append(".I " + ManualPage.escaped(path))
      text(words)
    }
    section("ENVIRONMENT")
    for (name, words) in [
      ("WAYMARK_WORKSPACE", "The workspace to use."), ("WAYMARK_TODAY", "The day to count from."),
      ("WAYMARK_SHARE", "A folder of shared files."),
      ("ACCESSIBLE", "With 1 the same as --plain."),
      ("TERM", "The kind of terminal, which the screens need; --plain does not."),
      ("ESCDELAY", "Milliseconds that Esc waits for the rest of a key, 25 unless set."),
      ("NO_COLOR", "No colour where it is set and not empty."),
      (
        "https_proxy, http_proxy, all_proxy, no_proxy",
        "The proxy that an import from an address goes through, as curl takes them; SSL_CERT_FILE, "
          + "SSL_CERT_DIR and CURL_CA_BUNDLE name the certificates it trusts."
      ),
      ("XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "Where the files are."),
    ] {
      lines.append(".TP")
      lines.append(".B " + ManualPage.escaped(name))
      text(words)
    }
    section("EXIT STATUS")
    for (status, words) in HelpTopic.statusWords {
      lines.append(".TP")
      lines.append(".B " + ManualPage.escaped(status))
      text(words)
    }
  }

  private mutating func section(_ name: String) { lines.append(".SH " + name) }

  private mutating func text(_ words: String) {
    let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !flat.isEmpty { lines.append(ManualPage.escaped(flat)) }
  }

  /// Paragraphs of text; lines that are indented stand as they are.
  private mutating func paragraphs(_ text: String) {
    var isLiteral = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indented = line.hasPrefix("  ")
      if line.isEmpty {
        if isLiteral { lines.append(".fi") }
        isLiteral = false
        lines.append(".PP")
        continue
      }
      if indented != isLiteral {
        lines.append(indented ? ".nf" : ".fi")
        isLiteral = indented
      }
      lines.append(ManualPage.escaped(String(line)))
    }
    if isLiteral { lines.append(".fi") }
    lines.append(".PP")
  }

  /// Text that the formatter takes as text, whatever it begins with or holds.
  static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
