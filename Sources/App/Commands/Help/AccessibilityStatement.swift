import TerminalKit

/// How Waymark is meant to be used by everybody, how that was checked and what is not known:
/// docs/accessibility.md, and in `waymark help accessibility`.
enum AccessibilityStatement {
  /// The page in Markdown.
  static let page = """
    # Accessibility

    Waymark is meant to be used by everybody who does this work, with whatever eyes, hands and ears they have. It aims at WCAG 2.2 AA as
    far as that applies to a program of text (WCAG2ICT). It has not been audited by anybody outside the project.

    ## What it does

    - **Screen readers.** `waymark --plain` does every job of the screens as a dialogue in lines: nothing is drawn, nothing is printed
      while it waits, and each change is said in one sentence after it is saved. On the full screens the terminal's own cursor rests on the
      focused row or field after every key, which is what screen readers, braille displays and magnifiers follow; the row begins with `>`.
    - **Colour.** No meaning hangs on colour: each state has a word or a sign. `NO_COLOR` and the theme `mono` take all colour away. Letters
      of the themes `dark` and `light` have at least 4.5:1 against what is behind them, of `high-contrast` at least 7:1; a theme of your own
      is measured by `waymark config check`. The theme `terminal` uses the terminal's own colours, whose contrast only you can know.
    - **Keys.** Everything can be done by keyboard and nothing needs two keys at once but Ctrl and a letter. Keys can be moved, and letters,
      digits and signs turned off as keys (`keys_profile: letters-off`), for speech programs and tremor; then a numbered
      choice takes arrows and Enter only. The mouse is off unless asked for, and nothing needs it. Nothing is timed. Esc leads back
      from anywhere; nothing that undo cannot bring back is done without asking.
    - **Stillness.** Nothing moves or blinks by itself. Work that takes long is told in numbers, at most once a second, and Esc ends it.
    - **Mistakes.** What cannot be is refused with a sentence that says what would be right; what was typed stays. `u` takes back the last
      action, also after a restart.
    - **Letters.** Terminals without UTF-8 get ASCII letters; `--ascii` asks for them.

    ## How it was checked

    By tests that run with every change: the cursor on the focus, the same text with and without colour, contrast of every role, the
    main job from import to undo in plain mode over pipes, no control or box-drawing character in plain output, every action within
    reach with letters off, no keyboard trap. Pictures were looked at by those who wrote it: Today, Reviews, the record, a service,
    the list of all actions and a form in `dark`, `light`, `high-contrast` and `mono` at 120 by 40 and 80 by 24 columns; and in
    `terminal` at 80 by 24 and 60 by 20 each screen, each part of the record, the Local Offer's box, results and basket, whom to ask,
    find, keys, filter, choices, the forms of reviews, notes, signposting and wrong entries, and a date's reasons. The first start was
    looked at in the usual theme at all three sizes, the lock in `dark` at both of the smaller ones and in `mono`. The other forms of
    the Local Offer and plain mode have goldens alone.

    ## What is not known

    - It was not tried with a screen reader or a braille display by somebody who uses one.
    - Long lists are read ten rows at a time in plain mode; whether that is the right number was not asked.
    - The terminal's own size, font and colours are outside the program.

    Tell us what stands in your way: it is a fault like any other.

    """

  /// The page to be read in a terminal or aloud: no marks, lines of at most 80 columns.
  static var text: String {
    var paragraphs: [String] = []
    for line in page.replacing("**", with: "").replacing("`", with: "\"").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("  "), let last = paragraphs.popLast() {
        paragraphs.append(last + line.dropFirst())
      } else if let last = paragraphs.last, !line.isEmpty, !last.isEmpty, !line.hasPrefix("- ") {
        paragraphs[paragraphs.count - 1] = last + " " + line
      } else {
        paragraphs.append(String(line.drop { "# ".contains($0) }))
      }
    }
    return paragraphs.flatMap { WordWrap.lines($0, width: 80) }.joined(separator: "\n").ended
  }
}
