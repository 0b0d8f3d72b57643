import SENDDomain
import TerminalKit

/// The form that makes the family's sheet.
extension RecordingForm {
  /// How the sheet is handed on.
  enum SheetForm: String, CaseIterable {
    case shown, text, page

    var words: String {
      switch self {
      case .shown: "show it here"
      case .text: "write a text file"
      case .page: "write a page in large print"
      }
    }

    /// A name for its file, in the folder the program was started in.
    func file(_ day: Day) -> String {
      "family-sheet-\(day)" + (self == .page ? ".html" : ".txt")
    }
  }

  static func sheetFields(_ today: Day) -> [FormField] {
    [
      .choice(
        "what", "As", SheetForm.allCases.map { .init($0.rawValue, $0.words) }, savesAtOnce: true,
        reader: {
          $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("")
        }),
      .choice(
        "language", "Labels in",
        SheetLanguage.shipped.map { language in
          .init(
            language.id, language.english,
            hint: language == .english ? "" : "beside English; have it read over")
        }, chosen: SheetLanguage.english.id),
      .text("path", "File", hint: "\(SheetForm.text.file(today)), or .html"),
    ]
  }

  /// Whether the sheet is to be read here and not written.
  var isShownSheet: Bool { kind == .sheet && form.value("what") == SheetForm.shown.rawValue }

  /// The sheet with where it goes, as the filled form says; nil path for the screen.
  var sheet: (contents: FamilySheet, form: SheetForm, path: String?)? {
    guard kind == .sheet, case .services(let hits, _) = about,
      let form = SheetForm(rawValue: self.form.value("what"))
    else { return nil }
    let language = SheetLanguage.shipped.first { $0.id == self.form.value("language") }
    let sheet = FamilySheet(
      services: hits.map(\.service), language: language ?? .english, day: today)
    let typed = self.form.value("path").trimmed
    let path = typed.isEmpty ? form.file(today) : typed
    return (sheet, form, form == .shown ? nil : path)
  }
}
