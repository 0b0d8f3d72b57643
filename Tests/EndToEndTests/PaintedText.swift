import Foundation

/// What a terminal shows, with its colours: `tmux capture-pane -e` taken apart.
struct PaintedText {
  /// A colour as a program asked for it.
  enum Paint: Hashable {
    case standard
    case indexed(Int)
    case direct(Int, Int, Int)

    /// Red, green and blue; 0 to 15 are xterm's, nil is the terminal's own.
    private var components: [Int]? {
      switch self {
      case .standard: return nil
      case .direct(let red, let green, let blue): return [red, green, blue]
      case .indexed(let index) where index < 16:
        let basic = [
          0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
          0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ]
        return [basic[index] >> 16, basic[index] >> 8 & 0xFF, basic[index] & 0xFF]
      case .indexed(let index) where index >= 232:
        return Array(repeating: 8 + 10 * (index - 232), count: 3)
      case .indexed(let index):
        let steps = [0, 95, 135, 175, 215, 255]
        return [
          steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6],
        ]
      }
    }

    /// WCAG 2.2's contrast ratio, nil where a colour is the terminal's own.
    func contrast(with other: Paint) -> Double? {
      guard let own = luminance, let others = other.luminance else { return nil }
      return (max(own, others) + 0.05) / (min(own, others) + 0.05)
    }

    private var luminance: Double? {
      components.map { parts in
        let linear = parts.map { part in
          let share = Double(part) / 255
          return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
      }
    }
  }

  /// A piece of one look.
  struct Run {
    var text: String
    var letters: Paint
    var ground: Paint
  }

  private(set) var runs: [Run] = []
  private var letters = Paint.standard
  private var ground = Paint.standard
  private var isReversed = false

  /// - Parameter text: Rows with SGR sequences among them.
  init(_ text: String) {
    var rest = Substring(text)
    while let start = rest.range(of: "\u{1B}[") {
      add(rest[..<start.lowerBound])
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(where: \.isLetter) else { break }
      if rest[end] == "m" { take(rest[..<end]) }
      rest = rest[rest.index(after: end)...]
    }
    add(rest)
  }

  private mutating func add(_ text: Substring) {
    let words = text.filter { !$0.isWhitespace }
    guard !words.isEmpty else { return }
    runs.append(
      isReversed
        ? Run(text: words, letters: ground, ground: letters)
        : Run(text: words, letters: letters, ground: ground))
  }

  private mutating func take(_ parameters: Substring) {
    var numbers = parameters.split(whereSeparator: { $0 == ";" || $0 == ":" }).compactMap {
      Int($0)
    }[...]
    if numbers.isEmpty { numbers = [0] }
    while let number = numbers.popFirst() {
      switch number {
      case 0: (letters, ground, isReversed) = (.standard, .standard, false)
      case 7: isReversed = true
      case 27: isReversed = false
      case 30...37: letters = .indexed(number - 30)
      case 40...47: ground = .indexed(number - 40)
      case 90...97: letters = .indexed(number - 82)
      case 100...107: ground = .indexed(number - 92)
      case 39: letters = .standard
      case 49: ground = .standard
      case 38, 48:
        guard let kind = numbers.popFirst() else { return }
        var paint = Paint.standard
        if kind == 5, let index = numbers.popFirst() { paint = .indexed(index) }
        if kind == 2, numbers.count >= 3 {
          paint = .direct(
            numbers.removeFirst(), numbers.removeFirst(), numbers.removeFirst())
        }
        if number == 38 { letters = paint } else { ground = paint }
      default: break
      }
    }
  }
}
