extension Colour {
  /// The number curses wants on a terminal with so many colours; -1 for the terminal's own.
  ///
  /// On 256 the index itself; on more, red, green and blue in one number, as `xterm-direct` takes them;
  /// on fewer the nearest of 8 or 16: what 88 have beyond those is another cube.
  func number(among colours: Int) -> Int32 {
    guard case .indexed(let index) = self else { return -1 }
    if colours >= 256 {
      guard colours > 256, let components else {
        return Int32(colours > 256 && index >= 8 ? index - 8 : index)
      }
      return Int32(components.red << 16 | components.green << 8 | components.blue)
    }
    let colours = colours >= 16 ? 16 : 8
    if Int(index) < colours { return Int32(index) }
    guard let components else { return Int32(index % 8) }
    let red = components.red
    let green = components.green
    let blue = components.blue
    let brightest = max(red, green, blue)
    if brightest < 0x40 { return 0 }
    let half = brightest / 2 + brightest / 4
    let darkest = min(red, green, blue)
    if darkest > half, brightest < 0x80 { return colours >= 16 ? 8 : 0 }
    let basic = (red > half ? 1 : 0) | (green > half ? 2 : 0) | (blue > half ? 4 : 0)
    return Int32(colours >= 16 && brightest > 0xC0 ? basic + 8 : basic)
  }
}
