import Foundation

/// A real terminal: a tmux server of its own with one window.
///
/// A test presses keys and waits for what it wants to see, always with a deadline and never for a
/// fixed time.
package struct Terminal: Sendable {
  /// How long a test waits for what it wants to see.
  package static let patience = Duration.seconds(20)

  private let home: Home
  private let socket: String

  /// Opens a terminal and starts a program in it.
  ///
  /// - Parameters:
  ///   - kind: The value of `TERM`.
  ///   - program: Its words; nil starts a shell with job control, whose prompt is `% `.
  ///   - environment: Added to the home's; an empty text takes a variable away.
  /// - Throws: ``Problem`` where tmux is missing or refuses.
  package init(
    in home: Home, columns: Int = 80, rows: Int = 24, kind: String = "xterm-256color",
    environment: [String: String] = [:], _ program: [String]? = nil
  ) throws {
    self.home = home
    socket = "t" + UUID().uuidString.prefix(8)
    var variables = home.environment
    for (name, value) in environment { variables[name] = value.isEmpty ? nil : value }
    let start = """
      set -g default-terminal \(kind) ; set -g status off ; set -g escape-time 0 ;
      set -g remain-on-exit on ; set -g history-limit 5000 ; set -g update-environment "" ;
      set -g default-size \(columns)x\(rows) ;
      new-session -d -s main -c \(home.folder) -x \(columns) -y \(rows)
      """
    var words = start.split { $0 == " " || $0 == "\n" }.map { $0 == "\"\"" ? "" : String($0) }
    words += ["--", "env", "-u", "TMUX", "-u", "TMUX_PANE"]
    words += program ?? ["PS1=% ", "sh", "-i"]
    try Terminal.tmux(home, socket, words, variables)
  }

  /// Opens a terminal with the program under test in it.
  package static func waymark(
    _ arguments: String..., in home: Home, columns: Int = 80, rows: Int = 24,
    kind: String = "xterm-256color", environment: [String: String] = [:]
  ) throws -> Terminal {
    try Terminal(
      in: home, columns: columns, rows: rows, kind: kind, environment: environment,
      [Program.path()] + arguments)
  }

  /// Opens a terminal with a shell in it, and waits for its prompt.
  package static func shell(
    in home: Home, kind: String = "xterm-256color", environment: [String: String] = [:]
  ) async throws -> Terminal {
    let terminal = try Terminal(in: home, kind: kind, environment: environment)
    try await terminal.see("a prompt") { $0.rows.contains("%") }
    return terminal
  }

  // MARK: - Seeing

  /// What the terminal shows now.
  package func screen() throws -> Screen {
    let format =
      "#{cursor_x} #{cursor_y} #{cursor_flag} #{alternate_on} #{pane_dead} "
      + "s#{pane_dead_status} n#{pane_dead_signal} #{pid}"
    let said = try tmux("display", "-p", format, ";", "capture-pane", "-p")
    var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let facts = lines.removeFirst().split(separator: " ").map(String.init)
    guard facts.count == 8 else { throw Problem("tmux said \"\(facts)\" of its pane.") }
    if lines.last == "" { lines.removeLast() }
    var end: Screen.End?
    if facts[4] == "1" {
      let status = Int32(facts[5].dropFirst()).map(Screen.End.status)
      end = Int32(facts[6].dropFirst()).map(Screen.End.signal) ?? status
      // tmux 3.3 sometimes sees the terminal close and misses that its program ended: tell it again.
      if end == nil, let server = pid_t(facts[7]) { kill(server, SIGCHLD) }
    }
    return Screen(
      rows: lines, cursor: (Int(facts[0]) ?? -1, Int(facts[1]) ?? -1),
      cursorIsShown: facts[2] == "1", isAlternate: facts[3] == "1", end: end)
  }

  /// Everything that was ever shown and scrolled away, and what is shown now.
  package func history() throws -> String { try tmux("capture-pane", "-p", "-S", "-") }

  /// What is shown now, with the sequences that colour it.
  package func painted() throws -> String { try tmux("capture-pane", "-p", "-e") }

  /// The title that programs in the terminal give its window.
  package func title() throws -> String { try tmux("display", "-p", "#{pane_title}") }

  /// Whether the program in the terminal has asked for the mouse.
  package func hearsMouse() throws -> Bool {
    try tmux("display", "-p", "#{mouse_any_flag}").hasPrefix("1")
  }

  /// Waits until the terminal shows a text.
  @discardableResult
  package func see(_ text: String) async throws -> Screen {
    try await see("\"\(text)\"") { $0.contains(text) }
  }

  /// Waits until the terminal no longer shows a text.
  @discardableResult
  package func seeNo(_ text: String) async throws -> Screen {
    try await see("no \"\(text)\"") { !$0.contains(text) }
  }

  /// Waits until the focused row holds a text and has the cursor.
  @discardableResult
  package func seeFocus(on text: String) async throws -> Screen {
    try await see("the focus on \"\(text)\"") {
      $0.focused.contains(text) && $0.cursor.row == $0.focusedRow
    }
  }

  /// Waits until the program in the terminal has ended.
  @discardableResult
  package func seeEnd() async throws -> Screen { try await see("the end") { $0.end != nil } }

  /// Waits until the screen is as wanted.
  ///
  /// - Parameter what: What is wanted, in words, for when it does not come.
  @discardableResult
  package func see(
    _ what: String, _ isWanted: (Screen) -> Bool
  ) async throws -> Screen {
    try await Terminal.wait {
      let screen = try screen()
      return isWanted(screen) ? .success(screen) : .failure(Problem("\(what):\n\(screen)"))
    }
  }

  /// Tries until there is an answer.
  ///
  /// - Throws: What was there last instead, when patience ends.
  private static func wait<Answer>(
    until attempt: () throws -> Result<Answer, Problem>
  ) async throws -> Answer {
    let deadline = ContinuousClock.now + Terminal.patience
    while true {
      switch try attempt() {
      case .success(let answer): return answer
      case .failure(let problem) where ContinuousClock.now > deadline:
        throw Problem("waited in vain for \(problem.description)")
      case .failure: try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  /// The process that was started in the terminal.
  package func process() throws -> pid_t {
    let said = try tmux("display", "-p", "#{pane_pid}")
    guard let pid = pid_t(said.filter(\.isNumber)) else {
      throw Problem("tmux named no process: \(said)")
    }
    return pid
  }

  // MARK: - Doing

  /// Presses keys by tmux's names: `j`, `Enter`, `Escape`, `C-s`.
  package func press(_ keys: String...) throws { try tmux(["send-keys"] + keys.map(Self.word)) }

  /// Presses one key many times at once.
  package func press(_ key: String, times: Int) throws {
    try tmux("send-keys", "-N", "\(times)", Self.word(key))
  }

  /// Types a text as it is.
  package func type(_ text: String) throws { try tmux("send-keys", "-l", Self.word(text)) }

  /// Types a command into a shell and sends it off.
  package func run(_ command: String) throws {
    try type(command)
    try press("Enter")
  }

  /// Pastes a text as a terminal does, bracketed where the program asked for that.
  package func paste(_ text: String) throws {
    let file = try home.write(text, to: "clipboard-" + UUID().uuidString)
    try tmux("load-buffer", file, ";", "paste-buffer", "-p")
    unlink(file)
  }

  package func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Gives it one size after the other, without waiting for the program between two.
  package func resize(through sizes: [(columns: Int, rows: Int)]) throws {
    var words: [String] = []
    for size in sizes {
      if !words.isEmpty { words.append(";") }
      words += ["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"]
    }
    try tmux(words)
  }

  /// Drops the line, as when the network fails: the terminal is gone.
  package func drop() throws { try tmux("kill-session") }

  /// Begins to copy every byte that the program writes into a file of the home.
  package func record(to name: String) throws -> String {
    let file = home.path(name)
    try tmux("pipe-pane", "cat > '\(file)'")
    return file
  }

  /// What was copied so far, waited for until it holds a text: the copy comes a little after the
  /// screen.
  package func recording(in file: String, holding text: String) async throws -> String {
    try await Terminal.wait {
      let bytes = FileManager.default.contents(atPath: file) ?? Data()
      let written = String(decoding: bytes, as: UTF8.self)
      return written.contains(text)
        ? .success(written) : .failure(Problem("\"\(text)\" among the bytes written:\n\(written)"))
    }
  }

  /// A `;` at the end of a word would part two commands of tmux.
  private static func word(_ text: String) -> String {
    text.hasSuffix(";") ? text.dropLast() + "\\;" : text
  }

  @discardableResult
  private func tmux(_ words: String...) throws -> String { try tmux(words) }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    try Terminal.tmux(home, socket, words, home.environment)
  }

  @discardableResult
  private static func tmux(
    _ home: Home, _ socket: String, _ words: [String], _ environment: [String: String]
  ) throws -> String {
    let result: Command.Result
    do {
      result = try Command.run(
        "tmux", ["-u", "-L", socket, "-f", "/dev/null"] + words, environment: environment,
        folder: home.folder)
    } catch {
      throw Problem("These tests need tmux, a terminal of their own: script/setup installs it.")
    }
    guard result.status == 0 else {
      throw Problem("tmux \(words.prefix(3)) refused: \(result.errors)")
    }
    return result.output
  }
}
