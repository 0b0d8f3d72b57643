import Foundation

/// The parser's completion scripts, mended: it adds a command `help` of its own beside ours, whose
/// function comes later and takes the place of the one that knows the topics.
enum CompletionScript {
  static func mended(_ script: String) -> String {
    let heading = "\n_waymark_help() {\n"
    var text = script
    if let ours = text.range(of: heading),
      let other = text.range(of: heading, range: ours.upperBound..<text.endIndex),
      let end = text.range(of: "\n}\n", range: other.upperBound..<text.endIndex)
    {
      text.removeSubrange(other.lowerBound..<end.upperBound)
      // The line's end that both borders shared.
      text.insert("\n", at: other.lowerBound)
    }
    return text.replacing("doctor|help|help)", with: "doctor|help)")
      .replacing("doctor help help'", with: "doctor help'")
  }
}
