/// Bars and sparklines from block or ASCII cells, always with the number beside them.
package enum Bars {
  /// A horizontal bar.
  ///
  /// - Returns: Text of exactly `width` columns: full cells, one of eighths, then blanks. In ASCII
  ///   `#` and `.` (`###...`), so that the bar's room can be heard.
  package static func bar(
    _ value: Double, of maximum: Double, width: Int, glyphs: Glyphs = .unicode
  ) -> String {
    guard width > 0 else { return "" }
    let share = maximum > 0 && value.isFinite ? min(max(value / maximum, 0), 1) : 0
    if glyphs == .ascii {
      let full = Int((share * Double(width)).rounded())
      return String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    }
    var eighths = Int((share * Double(width * 8)).rounded())
    if eighths == 0, value > 0 { eighths = 1 }
    let full = eighths / 8
    var text = String(repeating: "█", count: full)
    if full < width {
      let part = eighths % 8
      text += part == 0 ? " " : String(lying[part - 1])
      text += String(repeating: " ", count: width - full - 1)
    }
    return text
  }

  /// A sparkline, one column per value, from the lowest eighth for nought to the full cell.
  ///
  /// - Parameter maximum: The value of a full cell; the greatest of the values if absent.
  /// - Returns: One character per value; a missing value is a blank. In ASCII the tenths as digits.
  package static func sparkline(
    _ values: [Double?], maximum: Double? = nil, glyphs: Glyphs = .unicode
  ) -> String {
    let top = maximum ?? values.compactMap { $0 }.max() ?? 0
    return String(
      values.map { value -> Character in
        guard let value, value.isFinite else { return " " }
        let share = top > 0 ? min(max(value / top, 0), 1) : 0
        if glyphs == .ascii { return digits[Int((share * 9).rounded())] }
        return standing[Int((share * 7).rounded())]
      })
  }

  /// Draws a line: label, bar, number.
  ///
  /// - Parameter number: The value in words, with its unit: `42 of 60`.
  package static func draw(
    label: String, labelWidth: Int, value: Double, of maximum: Double, number: String,
    role: Role = .info, on canvas: inout Canvas, in rect: Rect
  ) {
    let row = rect.row(0)
    canvas.write(label, at: row.origin, width: labelWidth)
    let numberWidth = TextMeasure.width(number, glyphs: canvas.glyphs)
    let room = row.width - labelWidth - 2 - numberWidth
    guard room > 0 else {
      canvas.write(
        number, at: Point(x: row.x + labelWidth + 1, y: row.y), width: row.width - labelWidth - 1)
      return
    }
    canvas.write(
      bar(value, of: maximum, width: room, glyphs: canvas.glyphs),
      at: Point(x: row.x + labelWidth + 1, y: row.y), width: room, role: role)
    canvas.write(number, at: Point(x: row.maxX - numberWidth, y: row.y), width: numberWidth)
  }

  private static let lying: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let standing: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let digits: [Character] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
}
