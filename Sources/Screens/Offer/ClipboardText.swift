import SENDDomain
import TerminalKit

/// What may be sent to the terminal's clipboard, where the installation's policy allows it: the
/// published contact of a service or a post, and never anything about a child.
enum ClipboardText {
  /// Bytes that are sent at most: longer text may be cut by terminals that say nothing.
  static let most = 2_000

  static func of(_ service: OfferService) -> String {
    text(
      service.title, service.phones.map(\.text), service.emails,
      service.links.filter(\.isWeb).map(\.address))
  }

  static func of(_ entry: DirectoryEntry) -> String {
    text(entry.title, entry.phones.map(\.text), entry.emails, [])
  }

  private static func text(
    _ title: String, _ phones: [String], _ emails: [String], _ links: [String]
  ) -> String {
    ([title] + phones + emails + links).map { $0.sanitisedForDisplay() }.joined(separator: "\n")
  }
}

/// Whose contact is sent: a service's, or that of an entry of the directory.
package enum ClipboardSource: Hashable, Sendable {
  case service(Int64)
  case asked(Int64)
}

extension Root {
  mutating func sendToClipboard() -> [Effect] {
    let found: (text: String, source: ClipboardSource)? =
      offer.focus == .people
      ? offer.people.selected.map { (ClipboardText.of($0.entry), .asked($0.id)) }
      : offer.list.selected.map { (ClipboardText.of($0.service), .service($0.id)) }
    guard let (text, source) = found else { return [] }
    guard text.utf8.count <= ClipboardText.most else {
      announce(
        Announcement.problem(
          "This is too long for the clipboard: \(Words.count(text.utf8.count)) bytes, at most "
            + "\(Words.count(ClipboardText.most)) are sent."))
      return []
    }
    return [.clipboard(text, source)]
  }

  /// Says what came of it; what was sent is journalled.
  mutating func clipboardAnswered(_ wasSent: Bool, _ source: ClipboardSource) -> [Effect] {
    announce(
      wasSent
        ? Announcement.text(
          "Sent to the terminal: title and contact. The clipboard is on your own machine, outside "
            + "Waymark.")
        : Announcement.problem(
          "This terminal is not known to take text for the clipboard: nothing was sent."))
    return wasSent ? [.noteClipboard(source)] : []
  }
}
