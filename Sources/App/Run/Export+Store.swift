import Screens
import SENDDomain
import Storage

extension Store {
  /// Makes what is asked for, as far as the role may; writes nothing.
  func made(
    _ wish: ExportWish, from set: LetterSet, scope: Scope, today: Day
  ) throws -> ExportReply {
    switch wish {
    case .letters(let wishes):
      return .made(.letters(try letters(wishes, from: set, scope: scope, today: today)))
    case .lists(let desk, let provider):
      switch try providerLists(of: desk, provider: provider, scope: scope, today: today) {
      case .success(let lists): return .made(.lists(lists))
      case .failure(let problem): return .refused(sentence: problem.sentence)
      }
    case .chronology(let child):
      switch try chronology(of: child, scope: scope, today: today) {
      case .success(let chronology): return .made(.chronology(chronology))
      case .failure(let problem): return .refused(sentence: problem.sentence)
      }
    case .agenda:
      guard let agenda = try panelAgenda(scope: scope, today: today) else {
        return .refused(
          sentence: "Nothing that you may see is put to a panel: P puts a case to one.")
      }
      return .made(.agenda(agenda))
    }
  }

  /// Notes that it leaves the program.
  func note(_ export: Export) throws {
    switch export {
    case .letters(let made): try noteExport(of: made.letters)
    case .lists(let lists): try noteExport(of: lists)
    case .chronology(let chronology): try noteExport(of: chronology)
    case .agenda(let agenda): try noteExport(of: agenda)
    }
  }
}
