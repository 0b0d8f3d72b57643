import Testing

@testable import TerminalKit

struct FormTests {
  private func type(_ text: String, into form: inout Form) {
    for character in text { _ = form.handle(.key(.character(character))) }
  }

  private let readDay: FieldReader = { text in
    switch text {
    case "today": .success("Mon 23 Nov 2026")
    case "14/10": .success("Wed 14 Oct 2026")
    default: .failure(FieldProblem("Type a day such as 14/10 or today."))
    }
  }

  private func form() -> Form {
    Form(
      title: "Decision",
      fields: [
        .choice(
          "outcome", "Outcome",
          [.init("maintain", "Maintain"), .init("amend", "Amend"), .init("cease", "Cease")]),
        .text("day", "Day", "today", hint: "14/10", reader: readDay),
        .area("note", "Note", rows: 2),
      ])
  }

  private func drawn(_ form: Form, width: Int = 44, height: Int = 9) -> ([String], Point) {
    var canvas = Canvas(size: Size(width: width, height: height))
    let cursor = form.draw(on: &canvas, in: canvas.bounds)
    return (canvas.text, cursor)
  }

  @Test func `a form shows label, value and echo, with the cursor in the field`() {
    var form = form()
    var (text, cursor) = drawn(form)
    #expect(
      text == [
        "> Outcome  > 1 Maintain", "             2 Amend", "             3 Cease",
        "  Day      today", "           Mon 23 Nov 2026", "  Note", "", "", "",
      ])
    #expect(cursor == Point(x: 11, y: 0))
    #expect(form.handle(.key(.character("2"))) == .consumed)
    #expect(form.handle(.key(.tab)) == .consumed)
    (text, cursor) = drawn(form)
    #expect(
      text == [
        "  Outcome  Amend", "> Day      today", "           Mon 23 Nov 2026", "  Note", "", "", "",
        "", "",
      ])
    #expect(cursor == Point(x: 16, y: 1))
    #expect(form.value("outcome") == "amend")
  }

  @Test func `bad input stays as typed, with the correction beneath and the cursor there`() {
    var form = form()
    _ = form.handle(.key(.tab))
    _ = form.handle(.key(.ctrl("u")))
    type("32/10", into: &form)
    _ = form.handle(.key(.tab))
    #expect(form.focusedField?.id == "note")
    #expect(form.handle(.key(.ctrl("s"))) == .consumed)
    #expect(form.focusedField?.id == "day")
    let (text, cursor) = drawn(form)
    #expect(text[1] == "> Day      32/10")
    #expect(text[2] == "           ! Type a day such as 14/10 or")
    #expect(text[3] == "           today.")
    #expect(cursor == Point(x: 16, y: 1))
    _ = form.handle(.key(.ctrl("u")))
    type("14/10", into: &form)
    #expect(drawn(form).0[2] == "           Wed 14 Oct 2026")
    #expect(form.handle(.key(.ctrl("s"))) == .save)
    #expect(form.values == ["outcome": "", "day": "14/10", "note": ""])
  }

  @Test func `a form knows whether anything was changed`() {
    var form = form()
    #expect(!form.isDirty)
    _ = form.handle(.key(.tab))
    type("x", into: &form)
    #expect(form.isDirty)
    _ = form.handle(.key(.backspace))
    #expect(!form.isDirty)
    #expect(form.handle(.key(.escape)) == .cancel)
  }

  @Test func `Enter goes on, and saves on the last field but in a note`() {
    var short = Form(title: "", fields: [.text("a", "A"), .text("b", "B")])
    #expect(short.handle(.key(.enter)) == .consumed)
    #expect(short.handle(.key(.enter)) == .save)
    var form = form()
    _ = form.handle(.key(.backTab))
    #expect(form.handle(.key(.enter)) == .consumed)
    #expect(form.value("note") == "\n")
    #expect(form.handle(.key(.ctrl("e"))) == .ignored)
  }

  @Test func `a digit saves at once where the field says so`() {
    var form = Form(
      title: "",
      fields: [
        .choice("mark", "Mark", [.init("good", "Good"), .init("bad", "Bad")], savesAtOnce: true),
        .text("day", "Day", "today"),
      ])
    #expect(form.handle(.key(.character("2"))) == .save)
    #expect(form.value("mark") == "bad")
  }

  @Test func `a form taller than its room scrolls to the focus`() {
    var form = Form(
      title: "", fields: (1...9).map { .text(FieldID("f\($0)"), "Field \($0)", "v\($0)") })
    for _ in 0..<6 { _ = form.handle(.key(.down)) }
    let (text, cursor) = drawn(form, height: 3)
    #expect(text == ["  Field 5  v5", "  Field 6  v6", "> Field 7  v7"])
    #expect(cursor == Point(x: 13, y: 2))
  }
}

struct TextFieldTests {
  private func field(_ text: String, _ keys: [Key]) -> TextField {
    var field = TextField(text)
    for key in keys { #expect(field.handle(.key(key)) == .consumed) }
    return field
  }

  @Test func `editing goes by graphemes`() {
    #expect(field("Bảo", [.backspace]).text == "Bả")
    #expect(field("e\u{301}", [.backspace]).text == "")
    #expect(field("ab", [.left, .character("x")]).text == "axb")
    #expect(field("ab", [.home, .delete]).text == "b")
    #expect(field("one two", [.ctrl("w")]).text == "one ")
    #expect(field("one two", [.ctrl("u")]).text == "")
    #expect(field("e", [.character("\u{301}")]).text == "e\u{301}")
    #expect(field("e", [.character("\u{301}")]).cursor == 1)
  }

  @Test func `a paste comes whole, newlines as spaces, never as keys`() {
    var field = TextField("a")
    _ = field.handle(.paste("q\r\ndd\nhello\u{1B}[2J"))
    #expect(field.text == "aq dd hello[2J")
    var area = TextArea("a")
    _ = area.handle(.paste("q\ndd"))
    #expect(area.text == "aq\ndd")
  }

  @Test func `a long text scrolls so that the cursor shows`() {
    var field = TextField("abcdefghij")
    var canvas = Canvas(size: Size(width: 6, height: 1))
    #expect(field.draw(on: &canvas, in: canvas.bounds) == Point(x: 5, y: 0))
    #expect(canvas.text == ["fghij"])
    _ = field.handle(.key(.home))
    #expect(field.draw(on: &canvas, in: canvas.bounds) == Point(x: 0, y: 0))
    #expect(canvas.text == ["abcde…"])
  }

  @Test func `the cursor stands after the columns of wide letters`() {
    let field = TextField("王小")
    var canvas = Canvas(size: Size(width: 10, height: 1))
    #expect(field.draw(on: &canvas, in: canvas.bounds) == Point(x: 4, y: 0))
  }

  @Test func `lines of a note split and join`() {
    var area = TextArea("one two")
    for _ in 0..<3 { _ = area.handle(.key(.left)) }
    _ = area.handle(.key(.enter))
    #expect(area.text == "one \ntwo")
    _ = area.handle(.key(.backspace))
    #expect(area.text == "one two")
    _ = area.handle(.key(.character("x")))
    #expect(area.text == "one xtwo")
    #expect(area.handle(.key(.up)) == .ignored)
    #expect(area.handle(.key(.tab)) == .ignored)
  }

  @Test func `a long line of a note wraps at spaces, and the cursor with it`() {
    var area = TextArea("one two three four\nfive")
    var canvas = Canvas(size: Size(width: 9, height: 4))
    #expect(area.draw(on: &canvas, in: canvas.bounds) == Point(x: 4, y: 3))
    #expect(canvas.text == ["one two", "three", "four", "five"])
    _ = area.handle(.key(.up))
    #expect(area.draw(on: &canvas, in: canvas.bounds) == Point(x: 4, y: 0))
    var narrow = Canvas(size: Size(width: 9, height: 2))
    _ = area.handle(.key(.end))
    #expect(area.draw(on: &narrow, in: narrow.bounds) == Point(x: 4, y: 1))
    #expect(narrow.text == ["three", "four"])
    let word = TextArea("abcdefghijkl")
    #expect(word.draw(on: &narrow, in: narrow.bounds) == Point(x: 3, y: 1))
    #expect(narrow.text == ["abcdefghi", "jkl"])
  }

  @Test func `a prompt tells what happened`() {
    var prompt = Prompt("/", text: "a")
    #expect(prompt.handle(.key(.character("b"))) == .changed)
    #expect(prompt.handle(.key(.left)) == .consumed)
    #expect(prompt.handle(.key(.down)) == .ignored)
    #expect(prompt.handle(.key(.enter)) == .submitted("ab"))
    #expect(prompt.handle(.key(.escape)) == .cancelled)
  }

  @Test func `what cannot be undone asks for the word`() {
    var question = Confirmation("Erase 3 drafts?", word: "yes")
    for letter in "Yes" { #expect(question.handle(.key(.character(letter))) == .consumed) }
    #expect(question.handle(.key(.enter)) == .confirmed)
    var other = Confirmation("Erase 3 drafts?", word: "yes")
    #expect(other.handle(.key(.enter)) == .cancelled)
    var bulk = Confirmation("Mark 3 as done?", word: nil)
    // Nothing is typed that nobody asks for.
    let asked = bulk
    #expect(bulk.handle(.key(.character("x"))) == .consumed && bulk == asked)
    #expect(bulk.handle(.key(.enter)) == .confirmed)
  }

  @Test func `a question that is longer than its row begins above it, and is whole`() {
    var canvas = Canvas(size: Size(width: 30, height: 3))
    for row in 0..<3 { canvas.write("beneath beneath beneath", at: Point(x: 0, y: row)) }
    let question = Confirmation("Erase all 3 drafts?", word: "yes")
    let cursor = question.draw(on: &canvas, in: Rect(x: 0, y: 2, width: 30, height: 1))
    #expect(
      canvas.text == [
        "beneath beneath beneath", "Erase all 3 drafts? (type", "yes and Enter, or Esc)",
      ])
    #expect(cursor == Point(x: 23, y: 2))
  }
}
