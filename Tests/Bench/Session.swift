import Glibc

/// One workspace in one window: starts the program, presses keys, watches.
struct Session {
  let options: Options
  let workspaces: Workspaces
  let path: String
  let columns: UInt16
  let rows: UInt16
  let place: Report.Place
  /// Stands on the first row of the first list.
  let firstName: String

  func measure(_ report: inout Report) throws {
    try measureStarts(&report)
    let program = try start().program
    program.settle(quiet: 300)
    report.add("memory at rest, VmRSS", "MiB", mebibytes(program, "VmRSS"), place)
    report.add("  of it private", "MiB", mebibytes(program, "RssAnon"), place)
    measureMoves(program, detail: "", &report)
    _ = program.type("v")
    program.settle(quiet: 100)
    measureMoves(program, detail: ", detail off", &report)
    _ = program.type("vg")
    program.settle(quiet: 100)
    measureViews(program, &report)
    measureTyping(program, opening: "/", "filter", &report)
    measureTyping(program, opening: "f", "find", &report)
    measureEscape(program, &report)
    measureFlood(program, &report)
    try measureSignposting(program, &report)
    report.add("memory after all keys, VmHWM", "MiB", mebibytes(program, "VmHWM"), place)
    report.add("  private at the end", "MiB", mebibytes(program, "RssAnon"), place)
    measureIdling(program, &report)
    _ = program.type("q")
    guard program.waitForEnd() == 0 else {
      throw BenchError("q did not end the program")
    }
  }

  private func mebibytes(_ program: TerminalProgram, _ name: String) -> Double {
    Double(program.kibibytes(name)) / 1024
  }

  // MARK: - Start

  private struct Start {
    var program: TerminalProgram
    var firstByte: Nanoseconds
    var frame: Nanoseconds
    var processorTime: Nanoseconds
  }

  /// Starts the program and waits for its first useful frame: the summary and the first row.
  private func start() throws -> Start {
    let program = try TerminalProgram(
      options.waymark, ["--workspace", path, "--today", options.day],
      environment: workspaces.environment, columns: columns, rows: rows)
    var bytes: [UInt8] = []
    var firstByte: Nanoseconds = 0
    let end = now() + 30_000_000_000
    while now() < end {
      guard let more = program.read(within: 1_000) else { break }
      if bytes.isEmpty, !more.isEmpty { firstByte = program.lastByte }
      bytes += more
      let text = String(decoding: bytes, as: UTF8.self)
      if text.contains("Today"), text.lowercased().contains(firstName.lowercased()) {
        return Start(
          program: program, firstByte: firstByte, frame: program.lastByte,
          processorTime: program.processorTime)
      }
    }
    let shown = String(decoding: bytes.prefix(2_000), as: UTF8.self).debugDescription
    throw BenchError("\(path): no first row of \(firstName) was drawn, but \(shown)")
  }

  private func measureStarts(_ report: inout Report) throws {
    var (firstByte, frame, work, leave) = (Samples(), Samples(), Samples(), Samples())
    for _ in 0..<options.starts {
      let start = try start()
      firstByte.add((start.firstByte - start.program.started).milliseconds)
      frame.add((start.frame - start.program.started).milliseconds)
      work.add(start.processorTime.milliseconds)
      start.program.settle(quiet: 50)
      let pressed = start.program.type("q")
      guard start.program.waitForEnd() == 0 else {
        throw BenchError("q did not end the program")
      }
      leave.add((now() - pressed).milliseconds)
    }
    report.add("start to first byte", "ms", firstByte, place)
    report.add("start to first useful frame", "ms", frame, place)
    report.add("  processor time up to there", "ms", work, place)
    report.add("q to the end", "ms", leave, place)
  }

  // MARK: - Keys

  private func measureMoves(_ program: TerminalProgram, detail: String, _ report: inout Report) {
    let few = max(1, options.moves / 5)
    for (name, keys, times) in [
      ("j", ["j"], options.moves), ("k", ["k"], options.moves), ("PgDn", ["\u{1B}[6~"], few),
      ("PgUp", ["\u{1B}[5~"], few), ("G", ["G", "g"], few), ("g", ["g", "G"], few),
    ] {
      var (time, bytes) = (Samples(), Samples())
      // The key is measured; a second one brings the list back to where the key means something.
      if keys.count > 1 { press(keys[1], program) }
      for _ in 0..<times {
        let before = program.written
        let pressed = program.type(keys[0])
        if let frame = program.settle() {
          time.add((frame.last - pressed).milliseconds)
          bytes.add(Double(program.written - before))
        }
        if keys.count > 1 { press(keys[1], program) }
      }
      if name != "j", name != "PgDn" { press("g", program) }
      report.add("\(name)\(detail)", "ms", time, place)
      report.add("\(name)\(detail)", "bytes", bytes, place)
    }
  }

  /// Goes from screen to screen, and from tab to tab of a record.
  private func measureViews(_ program: TerminalProgram, _ report: inout Report) {
    press("2", program)
    program.settle(quiet: 60)
    for (name, keys) in [("another screen", ["1", "2"]), ("a record's next tab", ["]", "["])] {
      if keys[0] == "]" {
        press("\r", program)
        program.settle(quiet: 60)
      }
      var (time, bytes) = (Samples(), Samples())
      for _ in 0..<10 {
        for key in keys {
          let before = program.written
          let pressed = program.type(key)
          guard let frame = program.settle() else { continue }
          time.add((frame.last - pressed).milliseconds)
          bytes.add(Double(program.written - before))
        }
      }
      report.add(name, "ms", time, place)
      report.add(name, "bytes", bytes, place)
    }
    press("q", program)
    press("3", program)
    program.settle(quiet: 60)
    measureKey("j", "j among assessments", program, &report)
    measureKey("\t", "the next desk", program, &report)
    press("1", program)
    press("g", program)
  }

  private func measureKey(
    _ key: String, _ name: String, _ program: TerminalProgram, _ report: inout Report
  ) {
    var (time, bytes) = (Samples(), Samples())
    for _ in 0..<30 {
      let before = program.written
      let pressed = program.type(key)
      guard let frame = program.settle() else { continue }
      time.add((frame.last - pressed).milliseconds)
      bytes.add(Double(program.written - before))
    }
    report.add(name, "ms", time, place)
    report.add(name, "bytes", bytes, place)
  }

  private func press(_ key: String, _ program: TerminalProgram) {
    _ = program.type(key)
    program.settle()
  }

  /// Types names letter by letter: until the letter shows, and until what it asks for does.
  private func measureTyping(
    _ program: TerminalProgram, opening: String, _ name: String, _ report: inout Report
  ) {
    var (echo, rows, answer, bytes) = (Samples(), Samples(), Samples(), Samples())
    var byLetter = [Samples](repeating: Samples(), count: 6)
    for word in ["\(firstName.prefix(6).lowercased())", "ali", "smith", "oakw", "zzqx", "an"] {
      press(opening, program)
      for (index, letter) in word.enumerated() {
        let before = program.written
        let pressed = program.type(String(letter))
        guard let frame = program.settle() else { continue }
        echo.add((frame.first - pressed).milliseconds)
        if let stamp = frame.rows { rows.add((stamp - pressed).milliseconds) }
        answer.add((frame.last - pressed).milliseconds)
        byLetter[min(index, 5)].add((frame.last - pressed).milliseconds)
        bytes.add(Double(program.written - before))
      }
      press("\u{1B}", program)
      // A find that is left shows the list again at once; a filter reads it anew.
      program.settle(quiet: 60)
    }
    report.add("\(name): letter shows", "ms", echo, place)
    report.add("\(name): other rows show", "ms", rows, place)
    report.add("\(name): all shows, counts too", "ms", answer, place)
    for index in 0..<4 {
      report.add("  letter \(index + 1) of a word", "ms", byLetter[index], place)
    }
    report.add("\(name): a letter", "bytes", bytes, place)
  }

  /// Esc alone, which has to wait for what might be the rest of a key.
  private func measureEscape(_ program: TerminalProgram, _ report: inout Report) {
    var time = Samples()
    for _ in 0..<20 {
      press("f", program)
      let pressed = program.type("\u{1B}")
      if let frame = program.settle(quiet: 60) { time.add((frame.first - pressed).milliseconds) }
    }
    report.add("Esc leaves a popup", "ms", time, place)
  }

  private func measureFlood(_ program: TerminalProgram, _ report: inout Report) {
    var (time, bytes) = (Samples(), Samples())
    for _ in 0..<5 {
      press("g", program)
      let before = program.written
      let pressed = program.type(String(repeating: "j", count: 500))
      if let frame = program.settle(quiet: 100) {
        time.add((frame.last - pressed).milliseconds)
        bytes.add(Double(program.written - before))
      }
    }
    press("g", program)
    report.add("500 queued j", "ms", time, place)
    report.add("500 queued j", "bytes", bytes, place)
  }

  /// Signposts a family that is not named, and takes it back: until the form shows, and until it is
  /// kept and said so, with the disk.
  private func measureSignposting(_ program: TerminalProgram, _ report: inout Report) throws {
    press("4", program)
    program.settle(quiet: 100)
    press("\r", program)
    var (form, kept) = (Samples(), Samples())
    for _ in 0..<20 {
      let pressed = program.type("S")
      if let frame = program.settle() { form.add((frame.last - pressed).milliseconds) }
      // "No" keeps it at once; nobody checks back, so that the lists stay as they are.
      let chosen = program.type("2")
      if let frame = program.settle(quiet: 60) { kept.add((frame.last - chosen).milliseconds) }
      // The cursor stands in the search box for the next family's words.
      press("\r", program)
      program.settle(quiet: 60)
      press("u", program)
      program.settle(quiet: 60)
    }
    report.add("S on a service: the form shows", "ms", form, place)
    report.add("a signpost is kept", "ms", kept, place)
    press("1", program)
    press("g", program)
  }

  // MARK: - Idling

  private func measureIdling(_ program: TerminalProgram, _ report: inout Report) {
    guard options.idle > 0 else { return }
    program.settle(quiet: 1_000)
    let (work, sleeps, written) = (program.processorTime, program.sleeps, program.written)
    let end = now() + options.idle * 1_000_000_000
    while now() < end, program.read(within: 100) != nil {}
    // Threads that have ended meanwhile were idle workers of the dispatch library.
    let woken = program.sleeps.reduce(0) { $0 + $1.value - (sleeps[$1.key] ?? 0) }
    report.add(
      "idle: processor time in \(options.idle) s", "ms",
      (program.processorTime - work).milliseconds, place)
    report.add(
      "idle: wake-ups", "a second",
      Double(woken) / Double(options.idle), place)
    report.add("idle: bytes", "in all", Double(program.written - written), place)
  }
}
