import SENDDomain
import TerminalKit

/// Forms about lines of a plan's health and social care.
extension RecordingForm {
  /// Lines that something is recorded on.
  package struct ProvisionParts: Hashable, Sendable {
    package var ids: [ProvisionLine.ID]
    /// The one line as it was seen when the form was opened; nil for several.
    package var seen: ProvisionLine?
  }

  static func provisionFields(
    _ kind: Kind, _ parts: ProvisionParts, _ today: Day
  ) -> [FormField] {
    if kind == .provisionCorrect, let line = parts.seen {
      return textFields(line.section.desk.sections, line.text)
    }
    let isBulk = parts.ids.count > 1
    return [
      .choice(
        "what", "What became of it",
        ProvisionFact.allCases.map { .init($0.rawValue, $0.words) }, savesAtOnce: !isBulk,
        reader: { $0.isEmpty ? .failure(FieldProblem("Choose one of these.")) : .success("") }),
      .choice(
        "reason", "Why there is a gap",
        GapReason.allCases.map { .init($0.rawValue, $0.words) }, savesAtOnce: !isBulk),
      .text("note", "In words", hint: "optional"),
      .text("day", "On", hint: "today", reader: readDay(today, .past)),
    ]
  }

  static func newProvisionFields(_ sections: [PlanSection], _ today: Day) -> [FormField] {
    textFields(sections, nil) + [
      .text("agreed", "Agreed on", hint: "optional", reader: readOptional(today))
    ]
  }

  /// The fields of what a line says.
  private static func textFields(_ sections: [PlanSection], _ text: ProvisionText?) -> [FormField] {
    var section = FormField.choice(
      "section", "Section", sections.map { .init($0.rawValue, "\($0.letter): \($0.words)") },
      chosen: text?.section.rawValue,
      reader: { $0.isEmpty ? .failure(FieldProblem("Choose the plan's section.")) : .success("") })
    section.goesOn = true
    var fields: [FormField] = [
      section,
      .text(
        "words", "What it says", text?.words ?? "",
        reader: {
          $0.allSatisfy(\.isWhitespace)
            ? .failure(FieldProblem("Say in words what is needed or provided.")) : .success("")
        }),
    ]
    if sections.contains(where: { $0.desk == .health }) {
      var service = FormField.choice(
        "service", "Health service",
        AdviceDesk.health.advisers.map { .init($0.rawValue, $0.words) },
        chosen: text?.service.rawValue)
      service.goesOn = true
      fields.append(service)
    }
    fields += [
      .text("provider", "Provider", text?.provider ?? "", hint: "optional"),
      .text("quantity", "How much", text?.quantity ?? "", hint: "such as weekly, 45 minutes"),
    ]
    var budget = FormField.choice(
      "budget", "Personal budget", [.init("no", "no"), .init("yes", "yes")],
      chosen: text?.hasPersonalBudget == true ? "yes" : "no")
    budget.goesOn = true
    return fields + [budget]
  }

  /// Fits what the other fields must hold to what was chosen.
  static func followProvision(_ kind: Kind, _ today: Day) -> (@Sendable (inout Form) -> Void)? {
    switch kind {
    case .provisionRecord:
      return { form in
        let fact = ProvisionFact(rawValue: form.value("what"))
        let reason = GapReason(rawValue: form.value("reason"))
        let isGap = fact == .gap
        for index in form.fields.indices {
          switch form.fields[index].id {
          case "reason": form.fields[index].reader = isGap ? mustSayWhy : nil
          case "note":
            let isNeeded = isGap && reason?.needsWords == true
            form.fields[index].reader = isNeeded ? mustSayInWords : nil
            form.fields[index].hint = isNeeded ? "" : isGap ? "optional" : "of a gap only"
          case "day":
            let isPlanned = fact?.isPlanned == true
            form.fields[index].label = isPlanned ? "Review by" : "On"
            form.fields[index].hint = isPlanned ? "14/3, +12w" : "today"
            form.fields[index].reader = readDay(today, isPlanned ? .future : .past)
          default: continue
          }
          if form.fields[index].problem != nil { form.fields[index].check() }
        }
      }
    case .provisionAdd, .provisionCorrect:
      return { form in
        guard let index = form.fields.firstIndex(where: { $0.id == "service" }) else { return }
        let section = PlanSection(rawValue: form.value("section"))
        form.fields[index].reader = section?.desk == .health ? mustChooseService : nil
        if form.fields[index].problem != nil { form.fields[index].check() }
      }
    default: return nil
    }
  }

  /// Whether a field has nothing to do with what was chosen: in lines it is not asked for.
  func passesOver(_ field: FieldID) -> Bool {
    switch kind {
    case .provisionRecord:
      form.value("what") != ProvisionFact.gap.rawValue && (field == "reason" || field == "note")
    case .provisionAdd, .provisionCorrect:
      field == "service" && PlanSection(rawValue: form.value("section"))?.desk != .health
    default: false
    }
  }

  private static let mustSayWhy: FieldReader = {
    $0.isEmpty ? .failure(FieldProblem("Say why there is a gap: choose one.")) : .success("")
  }

  private static let mustChooseService: FieldReader = {
    $0.isEmpty ? .failure(FieldProblem("Choose the health service.")) : .success("")
  }

  private static let mustSayInWords: FieldReader = {
    $0.allSatisfy(\.isWhitespace)
      ? .failure(FieldProblem("Say in a few words why there is a gap.")) : .success("")
  }

  private static func readDay(_ today: Day, _ leaning: DayInput.Leaning) -> FieldReader {
    { typed in
      do throws(DayInput.Problem) {
        let day = try day(typed, today, leaning)
        return .success(day == today ? "today, \(day.long)" : day.long)
      } catch { return .failure(FieldProblem(error.sentence)) }
    }
  }

  private static func readOptional(_ today: Day) -> FieldReader {
    { typed in
      typed.allSatisfy { $0 == " " } ? .success("") : readDay(today, .past)(typed)
    }
  }

  // MARK: - What it keeps

  /// What the filled form keeps; nil where it is about something else or a field still has a
  /// problem.
  var provisionChange: ProvisionChange? {
    switch about {
    case .newProvision(let child, _):
      guard let text = provisionText else { return nil }
      var facts: [ProvisionRecording] = []
      let agreed = form.value("agreed")
      if !agreed.allSatisfy({ $0 == " " }) {
        guard let day = try? RecordingForm.day(agreed, today, .past) else { return nil }
        facts.append(ProvisionRecording(.agreed, on: day))
      }
      return .add(ProvisionRequest(child: child, text: text, facts: facts))
    case .provision(let parts):
      if kind == .provisionCorrect {
        return provisionText.flatMap { text in parts.seen.map { .correct(text, seen: $0) } }
      }
      guard let fact = ProvisionFact(rawValue: form.value("what")),
        let day = try? RecordingForm.day(
          form.value("day"), today, fact.isPlanned ? .future : .past)
      else { return nil }
      let isGap = fact == .gap
      return .record(
        ProvisionRecording(
          fact, on: day, reason: isGap ? GapReason(rawValue: form.value("reason")) : nil,
          words: isGap ? form.value("note").trimmed : ""), parts.ids, seen: parts.seen)
    default: return nil
    }
  }

  private var provisionText: ProvisionText? {
    guard let section = PlanSection(rawValue: form.value("section")) else { return nil }
    let service = section.desk == .health ? Adviser(rawValue: form.value("service")) : .socialCare
    return service.map {
      ProvisionText(
        section: section, words: form.value("words").trimmed, service: $0,
        provider: form.value("provider").trimmed, quantity: form.value("quantity").trimmed,
        hasPersonalBudget: form.value("budget") == "yes")
    }
  }

  /// Why what stands there could not be kept, as things were when the form was opened.
  var provisionProblem: ProvisionProblem? {
    switch provisionChange {
    case .add(let request): request.text.problem
    case .correct(let text, let seen): seen.problem(correctedTo: text)
    case .record(let recording, _, let seen?): seen.problem(with: recording, today: today)
    case .record, nil: nil
    }
  }

  /// The field that a refusal belongs to.
  var refusedProvisionField: FieldID {
    switch provisionProblem {
    case .wordsMissing, .tooLong: kind == .provisionRecord ? "note" : "words"
    case .reasonMissing: "reason"
    case .reasonWordsMissing: "note"
    case .otherService: "service"
    case .isNeed: "what"
    case .otherSection: "section"
    default: kind == .provisionRecord ? "day" : "section"
    }
  }

  /// - Parameter name: Of the child, as the announcement says it.
  func provisionDoneWords(_ name: String) -> String? {
    let said: String
    switch provisionChange {
    case nil: return nil
    case .add(let request): said = "line of section \(request.text.section.letter) added"
    case .correct(let text, _): said = "line of section \(text.section.letter) corrected"
    case .record(let recording, let ids, _):
      let verb = recording.fact.isPlanned ? " for" : ""
      let why = recording.reason.map { ", \($0.words)" } ?? ""
      said =
        "\(recording.fact.phrase)\(why)\(verb) \(recording.day.short(in: today))"
        + (ids.count > 1 ? ", \(ids.count) lines" : "")
    }
    return "\(said.prefix(1).uppercased() + said.dropFirst()): \(name)"
  }
}
