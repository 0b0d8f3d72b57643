/// Which page of a feed to ask for next, and when to stop.
///
/// No single sign of the end is relied on, for feeds give each of them wrongly: the first of them
/// that is seen ends it. A number of pages that is none (0 with records on the page) is no sign.
package struct FeedPaging: Sendable {
  package enum Step: Hashable, Sendable {
    /// Ask for this page, from 1.
    case ask(Int)
    case end(End)
  }

  package enum End: Hashable, Sendable {
    case emptyPage
    case saidLast
    case lastOfPages
    /// The same records came before, or three pages in a row brought none that is new.
    case repeatedPage
    /// There is still more after ``mostPages``: no feed of an area is so large.
    case tooManyPages

    /// Whether what was read is all that there is.
    package var isWhole: Bool { self != .tooManyPages }
  }

  package static let mostPages = 2_000
  private static let mostWithoutNews = 3

  package private(set) var step = Step.ask(1)
  /// How many pages were taken.
  package private(set) var taken = 0
  /// How many pages and records the feed says there are; nil where it does not, or says nonsense.
  package private(set) var pages: Int?
  package private(set) var total: Int?
  /// The ids of records whose list says nothing of places, each once, in order.
  package private(set) var shallow: [String] = []
  private var sets: Set<Set<String>> = []
  private var known: Set<String> = []
  private var withoutNews = 0

  package init() {}

  /// How many different records came.
  package var count: Int { known.count }

  /// Whether the feed says that it has far more records than came.
  package var isFarFromTotal: Bool { total.map { $0 > 0 && count * 10 < $0 * 9 } ?? false }

  /// Takes the page that was asked for.
  package mutating func take(_ page: OfferPage) {
    guard case .ask(let number) = step else { return }
    taken += 1
    let marks = Set(page.records.map(\.mark))
    pages = page.pages.flatMap { $0 > 0 ? $0 : nil }
    total = page.total ?? total
    withoutNews = marks.isSubset(of: known) ? withoutNews + 1 : 0
    var listed: Set<String> = []
    for record in page.records
    where record.isShallow && !known.contains(record.mark) && listed.insert(record.mark).inserted {
      shallow.append(record.id)
    }
    known.formUnion(marks)
    let isRepeated = !sets.insert(marks).inserted
    step =
      if page.records.isEmpty {
        .end(.emptyPage)
      } else if isRepeated || withoutNews >= FeedPaging.mostWithoutNews {
        .end(.repeatedPage)
      } else if page.isLast == true {
        .end(.saidLast)
      } else if let pages, number >= pages {
        .end(.lastOfPages)
      } else if number >= FeedPaging.mostPages {
        .end(.tooManyPages)
      } else {
        .ask(number + 1)
      }
  }
}
