extension Theme.Look {
  /// The look on a terminal with so many colours, legible in every usual palette.
  ///
  /// On 256 and more nothing changes, nor where colours are the terminal's own. On 8 or 16 the
  /// nearest colours are taken if their contrast is enough, else black and white; bold goes where it
  /// would brighten dark letters until they cannot be read, as most such terminals do.
  ///
  /// - Parameter least: The contrast that letters keep.
  func fitted(to colours: Int, least: Double) -> Theme.Look {
    guard colours >= 8, colours < 256 else { return self }
    let few = colours >= 16 ? 16 : 8
    if background == .standard { return onOwnGround(few) }
    guard case .indexed(let ground) = background, case .indexed(let letters) = foreground,
      Int(max(ground, letters)) >= few
    else { return self }
    let white = few == 16 ? 15 : 7
    func isLegible(_ letters: Int, on ground: Int, bold: Bool) -> Bool {
      guard BasicPalette.leastContrast(letters, ground) >= least else { return false }
      return !bold || letters >= 8 || BasicPalette.leastContrast(letters + 8, ground) >= least
    }
    var behind = Int(background.number(among: few))
    if !isLegible(0, on: behind, bold: false), !isLegible(white, on: behind, bold: false) {
      behind = background.luminance ?? 0 > 0.18 ? white : 0
    }
    var look = self
    look.background = .indexed(UInt8(behind))
    let isBold = attributes.contains(.bold)
    let nearest = Int(foreground.number(among: few))
    for candidate in [nearest, white, 0] {
      for bold in isBold ? [true, false] : [false]
      where isLegible(candidate, on: behind, bold: bold) {
        look.foreground = .indexed(UInt8(candidate))
        if !bold { look.attributes.remove(.bold) }
        return look
      }
    }
    return look
  }

  /// Bold letters of the darker colour are drawn in the brighter one; others would be too dark.
  private func onOwnGround(_ colours: Int) -> Theme.Look {
    var look = self
    if case .indexed(let letters) = foreground, letters >= colours {
      let isBrightened = letters < 16 && attributes.contains(.bold)
      look.foreground = isBrightened ? .indexed(letters - 8) : .standard
    }
    return look
  }
}
