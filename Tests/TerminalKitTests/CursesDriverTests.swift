import TestSupport
import Testing

@testable import TerminalKit

/// The production driver on a screen that shows nothing. Curses has one screen, so one test at a time.
@Suite(.serialized)
struct CursesDriverTests {
  private func frame(_ size: Size, _ draw: (inout Canvas) -> Void) -> Frame {
    var canvas = Canvas(size: size)
    draw(&canvas)
    return Frame(canvas: canvas, cursor: Point(x: 0, y: 0))
  }

  private func row(_ y: Int, of driver: CursesDriver) -> String {
    var text = ""
    var x = 0
    while x < driver.size.width {
      let cell = driver.cell(at: Point(x: x, y: y)).text
      text += cell
      x += max(1, TextMeasure.width(cell))
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  @Test func `what was drawn stands in the cells`() throws {
    let size = Size(width: 80, height: 24)
    let driver = try CursesDriver(headless: size)
    defer { driver.leave() }
    #expect(driver.size == size)
    driver.present(
      frame(size) {
        $0.write("NGUYỄN, Bảo", at: Point(x: 2, y: 1), role: .late)
        $0.write("王小明 e\u{301} │ கு", at: Point(x: 2, y: 2))
        $0.write("x", at: Point(x: 79, y: 23))
      }, theme: .dark)
    #expect(row(1, of: driver) == "  NGUYỄN, Bảo")
    #expect(row(2, of: driver) == "  王小明 e\u{301} │ கு")
    #expect(driver.cell(at: Point(x: 79, y: 23)).text == "x")
    #expect(driver.cell(at: Point(x: 2, y: 1)).attributes == .bold)
  }

  @Test func `a second frame leaves nothing of the first`() throws {
    let size = Size(width: 20, height: 3)
    let driver = try CursesDriver(headless: size)
    defer { driver.leave() }
    driver.present(frame(size) { $0.write("王王王王王", at: Point(x: 0, y: 0)) }, theme: .terminal)
    driver.present(frame(size) { $0.write("a王b", at: Point(x: 1, y: 0)) }, theme: .terminal)
    #expect(row(0, of: driver) == " a王b")
    driver.present(frame(size) { _ in }, theme: .terminal)
    #expect(row(0, of: driver) == "")
  }

  @Test func `a changed style alone is written`() throws {
    let size = Size(width: 20, height: 3)
    let driver = try CursesDriver(headless: size)
    defer { driver.leave() }
    driver.present(frame(size) { $0.write("same", at: Point(x: 0, y: 0)) }, theme: .mono)
    driver.present(
      frame(size) { $0.write("same", at: Point(x: 0, y: 0), role: .selected) }, theme: .mono)
    #expect(driver.cell(at: Point(x: 0, y: 0)).attributes == .reverse)
    driver.present(frame(size) { $0.write("same", at: Point(x: 0, y: 0)) }, theme: .mono)
    #expect(driver.cell(at: Point(x: 0, y: 0)).attributes == [])
  }

  @Test func `a storm of sizes ends with the right picture`() throws {
    let driver = try CursesDriver(headless: Size(width: 80, height: 24))
    defer { driver.leave() }
    let sizes = [
      (200, 60), (20, 5), (1, 1), (2, 2), (132, 43), (3, 40), (80, 24), (79, 23), (300, 3),
      (80, 24),
    ]
    for (width, height) in sizes + sizes.reversed() + sizes {
      let size = Size(width: width, height: height)
      driver.resizeHeadless(to: size)
      #expect(driver.size == size)
      driver.present(
        frame(size) {
          for y in 0..<height { $0.write("row \(y) 王", at: Point(x: 0, y: y), width: width) }
        }, theme: .light)
    }
    for y in 0..<24 { #expect(row(y, of: driver) == "row \(y) 王") }
  }

  @Test func `two hundred sizes of every kind end with the right picture`() throws {
    let driver = try CursesDriver(headless: Size(width: 80, height: 24))
    defer { driver.leave() }
    var random = SeededRandom(4)
    let sizes =
      (0..<200).map { _ in
        Size(
          width: Int.random(in: 40...300, using: &random),
          height: Int.random(in: 10...100, using: &random))
      } + [Size(width: 40, height: 10), Size(width: 300, height: 100)]
    for size in sizes {
      driver.resizeHeadless(to: size)
      driver.present(
        frame(size) {
          for y in 0..<size.height { $0.write("row \(y) 王", at: Point(x: y % 30, y: y)) }
        }, theme: .dark)
    }
    for y in 0..<100 {
      #expect(row(y, of: driver) == String(repeating: " ", count: y % 30) + "row \(y) 王")
    }
  }

  @Test(arguments: [
    ("vt100", 0, [-1, -1], [-1, -1]), ("linux", 8, [7, 0], [0, 6]), ("screen", 8, [7, 0], [0, 6]),
    ("xterm-256color", 256, [216, 16], [16, 153]), ("tmux-256color", 256, [216, 16], [16, 153]),
  ])
  func `a theme takes the colours that the terminal has`(
    kind: String, colours: Int, late: [Int], selected: [Int]
  ) throws {
    let size = Size(width: 20, height: 3)
    let driver = try CursesDriver(headless: size, kind: kind)
    defer { driver.leave() }
    #expect(driver.colours == colours)
    let canvas = frame(size) {
      $0.write("late", at: Point(x: 0, y: 0), role: .late)
      $0.write("selected", at: Point(x: 0, y: 1), role: .selected)
    }
    driver.present(canvas, theme: .dark)
    #expect(driver.colours(at: Point(x: 0, y: 0)) == late)
    #expect(driver.colours(at: Point(x: 0, y: 1)) == selected)
    #expect(driver.cell(at: Point(x: 0, y: 0)).attributes == .bold)
    for theme in [Theme.mono, Theme.dark.respecting(noColor: "1")] {
      driver.present(canvas, theme: theme)
      #expect(driver.colours(at: Point(x: 0, y: 0)) == [-1, -1])
      #expect(driver.colours(at: Point(x: 0, y: 1)) == [-1, -1])
      #expect(driver.cell(at: Point(x: 0, y: 1)).attributes == .reverse)
    }
  }

  @Test func `leaving twice does no harm`() throws {
    let driver = try CursesDriver(headless: Size(width: 10, height: 2))
    driver.leave()
    driver.leave()
    driver.present(frame(Size(width: 10, height: 2)) { _ in }, theme: .mono)
    #expect(driver.events(timeout: 0) == [.hangUp])
  }

  @Test func `input becomes keys`() {
    #expect(KeyReader.key("\r") == .enter)
    #expect(KeyReader.key("\u{7F}") == .backspace)
    #expect(KeyReader.key("\u{13}") == .ctrl("s"))
    #expect(KeyReader.key("\u{1B}") == .escape)
    #expect(KeyReader.key("é") == .character("é"))
    #expect(KeyReader.key("\u{9B}") == nil)
  }
}

struct DriverPartsTests {
  @Test func `a mailbox wakes once for what comes into it empty`() {
    let driver = HeadlessDriver(size: Size(width: 80, height: 24))
    let counter = Mailbox<Int>(wake: {})
    let mailbox = Mailbox<String>(wake: { counter.put(1) })
    mailbox.put("a")
    mailbox.put("b")
    #expect(counter.takeAll() == [1])
    #expect(mailbox.takeAll() == ["a", "b"])
    #expect(mailbox.takeAll() == [])
    mailbox.put("c")
    #expect(counter.takeAll() == [1])
    #expect(driver.events(timeout: nil) == [.hangUp])
  }

  @Test func `a scripted driver gives events and keeps frames`() {
    let driver = HeadlessDriver(
      size: Size(width: 10, height: 2), batches: [[.key(.down), .key(.enter)]])
    #expect(driver.events(timeout: nil) == [.key(.down), .key(.enter)])
    driver.resize(to: Size(width: 20, height: 4))
    #expect(driver.events(timeout: nil) == [.resize(Size(width: 20, height: 4))])
    var canvas = Canvas(size: driver.size)
    canvas.write("hello", at: Point(x: 0, y: 1))
    driver.present(Frame(canvas: canvas, cursor: Point(x: 0, y: 1)), theme: .mono)
    #expect(driver.text == ["", "hello", "", ""])
    driver.leave()
    #expect(driver.hasLeft)
  }
}
