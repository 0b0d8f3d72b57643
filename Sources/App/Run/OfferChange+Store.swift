import SENDDomain
import Screens
import Storage

extension OfferChange {
  /// Does it in a store.
  func apply(to store: Store, today: Day) throws -> ActionOutcome {
    switch self {
    case .report(let service, let reason, let note):
      return try store.reportOffer(service, reason, note: note, today: today)
    case .reportEntry(let entry, let reason, let note):
      return try store.reportDirectory(entry, reason, note: note, today: today)
    case .settleEntry(let entry):
      return try store.resolveDirectoryReports(of: entry, today: today)
    case .settle(let service): return try store.resolveOfferReports(of: service, today: today)
    case .confirm(let service): return try store.confirmOffer(service, today: today)
    case .correct(let service, let values):
      return try saying { try store.correctOffer(service, values, today: today) }
    case .add(let values, let isConfirmed):
      return try saying {
        _ = try store.addOffer(OfferEntry(values), isConfirmed: isConfirmed, today: today)
        return .done(count: 1)
      }
    case .keepGap(let theme):
      try store.keepGap(theme, today: today)
      return .done(count: 1)
    }
  }

  /// What cannot be read in words; the form said it before, field by field.
  private func saying(_ body: () throws -> ActionOutcome) throws -> ActionOutcome {
    do {
      return try body()
    } catch let problems as OfferEntry.Problems {
      let first = OfferEntryField.allCases.compactMap { problems.byField[$0]?.sentence }.first
      throw ServiceFailure(first ?? "That cannot be read.")
    }
  }
}
