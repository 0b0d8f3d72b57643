import CNcurses

/// The colour pairs the screen has been told of.
struct ColourPairs {
  let colours: Int
  private let limit: Int
  private var known: [UInt64: Int32] = [:]
  /// Whether a pair was wanted and there was none left.
  private(set) var haveRunOut = false

  /// Pairs for the screen that is open.
  init() {
    colours = Int(cn_colours())
    limit = Int(cn_pairs())
  }

  /// The pair for a look; 0, the terminal's own colours, where there are none.
  mutating func pair(for look: Theme.Look) -> Int32 {
    guard colours >= 8 else { return 0 }
    var foreground = look.foreground.number(among: colours)
    let background = look.background.number(among: colours)
    // Two colours may have one nearest neighbour, and letters must never vanish.
    if foreground == background, background >= 0 { foreground = background % 8 == 7 ? 0 : 7 }
    if foreground == -1, background == -1 { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let pair = known[key] { return pair }
    let next = Int32(known.count + 1)
    guard Int(next) < limit, cn_define_pair(next, foreground, background) else {
      haveRunOut = true
      return 0
    }
    known[key] = next
    return next
  }
}
