import SENDDomain
import TerminalKit

/// The forms about services: the same form as every other, asked about a service and no child.
extension RecordingForm {
  static func offer(
    _ kind: Kind, _ about: About, _ words: Words, values: [String: String] = [:]
  ) -> RecordingForm {
    let subject: Subject
    switch about {
    case .entry(let service?): subject = .instead(service.service.title)
    case .asked(let hit): subject = .instead(hit.entry.title)
    case .theme(let theme): subject = .instead("Would be kept:", more: " \(theme.sentence)")
    default: subject = .instead("Found by the search at once; shown as added here.")
    }
    var form = RecordingForm(
      kind, about, subject: subject, today: words.today, rules: words.rules)
    // An empty one too: it may have been emptied.
    for (name, value) in values where form.form.value(FieldID(name)) != value {
      form.form.setValue(value, of: FieldID(name))
    }
    return form
  }

  /// The service that the form is about; nil for one that is added.
  var service: OfferHit? {
    if case .entry(let service) = about { service } else { nil }
  }

  /// Whom to ask, where the form is about an entry of the directory.
  var asked: DirectoryHit? {
    if case .asked(let hit) = about { hit } else { nil }
  }

  /// What would be kept of a search.
  var theme: OfferTheme? {
    if case .theme(let theme) = about { theme } else { nil }
  }

  static func offerFields(_ kind: Kind, _ service: OfferHit?) -> [FormField] {
    switch kind {
    case .offerReport:
      return reportFields(
        OfferReportReason.allCases.map { .init($0.rawValue, $0.words) },
        isReported: service?.local?.reports.isEmpty == false)
    case .offerGap:
      return [
        .choice(
          "what", "Keep it", [.init("keep", "keep it"), .init("leave", "leave it")],
          savesAtOnce: true,
          reader: { $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("") })
      ]
    case .offerAdd:
      return OfferEntryField.allCases.map { entryField($0, "", isOwn: true, source: nil) } + [
        .choice(
          "checked", "Checked today",
          [.init("yes", "yes", hint: "by telephone or at the place"), .init("no", "no")],
          chosen: "no")
      ]
    case .offerCorrect:
      guard let service else { return [] }
      let isOwn = service.local?.entered != nil
      return OfferEntryField.allCases.map { field in
        let correction = service.local?.corrections.first { $0.field == field }
        let value = field.value(in: service.service)
        return entryField(field, value, isOwn: isOwn, source: correction?.source ?? value)
      }
    default: return []
    }
  }

  static func reportFields(_ hit: DirectoryHit) -> [FormField] {
    reportFields(
      DirectoryReportReason.allCases.map { .init($0.rawValue, $0.words) },
      isReported: !hit.reports.isEmpty)
  }

  private static func reportFields(
    _ reasons: [ChoiceList<String>.Choice], isReported: Bool
  ) -> [FormField] {
    let again = ChoiceList<String>.Choice(
      settled, "right again", hint: "settles what was reported")
    return [
      .choice(
        "what", "What is wrong", reasons + (isReported ? [again] : []), savesAtOnce: true,
        reader: { $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("") }),
      .text("note", "In your words", hint: "optional; no child's name"),
    ]
  }

  static let settled = "settled"

  /// - Parameters:
  ///   - isOwn: Of a service that was added here, where an empty field is empty.
  ///   - source: What its source says there, which an empty field takes.
  private static func entryField(
    _ field: OfferEntryField, _ value: String, isOwn: Bool, source: String?
  ) -> FormField {
    let id = FieldID(field.rawValue)
    if field == .cost {
      return .choice(
        id, field.label,
        [.init("free", "free"), .init("paid", "paid"), .init("not_stated", "not stated")],
        chosen: value.isEmpty ? "not_stated" : value)
    }
    let reader: FieldReader = { typed in
      // What was left as it stood is neither judged nor changed.
      if typed == value, !value.isEmpty { return .success("") }
      if !isOwn, typed.allSatisfy(\.isWhitespace) { return .success("") }
      do throws(OfferEntry.Problem) {
        let read = try field.read(typed)
        return .success(field == .times ? OfferEntryField.weekdayWords(in: read) : "")
      } catch { return .failure(FieldProblem(error.sentence)) }
    }
    if field == .description {
      return .area(id, field.label, value, rows: 3, reader: reader)
    }
    let taken = source.flatMap { isOwn || $0.isEmpty ? nil : "empty takes the source's: \($0)" }
    return .text(id, field.label, value, hint: taken ?? field.hint, reader: reader)
  }

  /// What stands in the fields of an entry or a correction.
  var entryValues: [OfferEntryField: String] {
    var values: [OfferEntryField: String] = [:]
    for field in OfferEntryField.allCases { values[field] = form.value(FieldID(field.rawValue)) }
    return values
  }

  /// What saving does; nil where a field still has a problem, which the form then shows.
  mutating func offerChange() -> OfferChange? {
    let what = form.value("what")
    switch kind {
    case .offerReport:
      let note = form.value("note")
      if what == OfferReportReason.other.rawValue, note.allSatisfy(\.isWhitespace) {
        form.refuse("note", FieldProblem("Say what is wrong, in a few words."))
        return nil
      }
      if let asked {
        if what == RecordingForm.settled { return .settleEntry(asked.id) }
        return DirectoryReportReason(rawValue: what).map {
          .reportEntry(asked.id, $0, note: note)
        }
      }
      guard let service else { return nil }
      if what == RecordingForm.settled { return .settle(service.id) }
      return OfferReportReason(rawValue: what).map { .report(service.id, $0, note: note) }
    case .offerGap: return what == "keep" ? theme.map { .keepGap($0) } : nil
    case .offerAdd, .offerCorrect:
      if let problem = OfferEntry(entryValues).agesProblem, changesAges {
        form.refuse("age_to", FieldProblem(problem.sentence))
        return nil
      }
      if kind == .offerAdd {
        return .add(entryValues, isConfirmed: form.value("checked") == "yes")
      }
      return service.map { .correct($0.id, entryValues) }
    default: return nil
    }
  }

  private var changesAges: Bool {
    guard let service = service?.service else { return true }
    return [OfferEntryField.ageFrom, .ageTo].contains { entryValues[$0] != $0.value(in: service) }
  }

  /// What the announcement says when it is done.
  var offerDoneWords: String {
    let name = asked?.entry.title ?? service?.service.title ?? ""
    return switch kind {
    case .offerReport where form.value("what") == RecordingForm.settled:
      "Settled: what was reported of \(name)"
    case .offerReport:
      "Reported, \(reportReason ?? "wrong"): \(name)"
    case .offerAdd: "Added: \(form.value("name").trimmed)"
    case .offerCorrect: "Corrected here: \(name)"
    case .offerGap: "Kept as a gap, without names: \(theme?.sentence ?? "")"
    default: ""
    }
  }

  private var reportReason: String? {
    let what = form.value("what")
    return asked == nil
      ? OfferReportReason(rawValue: what)?.words : DirectoryReportReason(rawValue: what)?.words
  }

  /// What the person should know before it is saved.
  var offerRemark: String? {
    switch kind {
    case .offerReport where asked?.reports.isEmpty == false:
      asked?.reports.last.map {
        "Reported already on \($0.day.short(in: today)): \($0.reason.words)."
      }
    case .offerReport where service?.local?.reports.isEmpty == false:
      service?.local?.reports.last.map {
        "Reported already on \($0.day.short(in: today)): \($0.reason.words)."
      }
    case .offerCorrect where service?.local?.entered == nil:
      "Only what you change is kept, over what its source says; an empty field takes the source's."
    case .offerGap:
      "With it the month and how often. Not kept: who searched, the day, and every other word. Undo "
        + "does not take it back."
    default: nil
    }
  }
}

extension OfferEntryField {
  /// Beside the field of a form.
  var label: String {
    switch self {
    case .name: "Name"
    case .provider: "Provider"
    case .description: "What it does"
    case .phone: "Phone"
    case .email: "E-mail"
    case .web: "Web"
    case .ageFrom: "Age from"
    case .ageTo: "Age to"
    case .cost: "Cost"
    case .costWords: "Cost in words"
    case .access: "How to get in"
    case .times: "Days and times"
    case .place: "Place"
    case .postcode: "Postcode"
    case .needs: "Areas of need"
    case .languages: "Languages"
    }
  }

  /// What may be typed.
  var hint: String {
    switch self {
    case .name: "as families know it"
    case .phone: "020 7946 0123"
    case .email: "help@example.org"
    case .web: "https://example.org"
    case .ageFrom: "5, or nothing where it is not known"
    case .ageTo: "18, or nothing where it is not known"
    case .costWords: "£3 a session"
    case .access: "just go; refer yourself; through a professional; EHC plan needed"
    case .times: "Sat 10-12"
    case .postcode: "SW9 8EF"
    case .needs: "autism; hearing; vision; SEMH, SLCN and other codes"
    case .languages: "Portuguese, Somali"
    default: "optional"
    }
  }

  /// The days that a text is understood to name, for the echo.
  static func weekdayWords(in text: String) -> String {
    var service = OfferService(sourceID: "", name: "")
    OfferEntryField.times.put(text, into: &service)
    let days = service.schedules.flatMap(\.weekdays)
    return days.compactMap { Weekday(rawValue: $0)?.shortName }.joined(separator: " ")
  }
}

/// What a person does to a service, or to a search.
package enum OfferChange: Hashable, Sendable {
  case report(Int64, OfferReportReason, note: String)
  /// What was reported of it is dealt with.
  case settle(Int64)
  /// An entry of the directory: whom to ask.
  case reportEntry(Int64, DirectoryReportReason, note: String)
  case settleEntry(Int64)
  /// Its details were confirmed today.
  case confirm(Int64)
  case add([OfferEntryField: String], isConfirmed: Bool)
  case correct(Int64, [OfferEntryField: String])
  case keepGap(OfferTheme)
}
