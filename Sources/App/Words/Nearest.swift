import SENDDomain

/// What somebody who typed something else may have meant, in words.
enum Nearest {
  /// ` Did you mean "due"?`, or nothing where no candidate is near.
  static func hint(to typed: String, among candidates: [String]) -> String {
    NearestName.find(typed, among: candidates).map { " Did you mean \"\($0.forMessage)\"?" } ?? ""
  }
}
