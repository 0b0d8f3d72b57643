import Exchange
import Foundation

/// Why something that was asked of a feed did not come.
enum FeedFailure: Error, Hashable {
  case noCurl
  /// The status that curl ended with, and its words.
  case curl(Int, String)
  /// The status of the answer.
  case status(Int)
  /// It asks to be left alone for more seconds than are waited.
  case leftAlone(seconds: Double)
  case tooLarge
  /// The answers together are larger than ``FeedReader/largestFeed``.
  case tooLargeInAll
  case webPage
  case nothing
  /// Broken off, or no JSON.
  case notWhole
  /// JSON, but no list of records.
  case noList
  case otherRecord

  /// What is wrong with an answer that is no list.
  init(notAList bytes: Data) {
    self =
      switch FeedText(bytes) {
      case .empty: .nothing
      case .webPage: .webPage
      case .otherJSON: .noList
      case .broken: .notWhole
      }
  }

  /// Whether asking again may help.
  var mayPass: Bool {
    switch self {
    case .curl(let code, _): [-1, 5, 7, 16, 18, 28, 52, 55, 56, 92].contains(code)
    case .status(let status): [408, 425, 429, 500, 502, 503, 504].contains(status)
    case .notWhole, .nothing: true
    default: false
    }
  }

  /// Whether the server said that there is no such thing, or not for us.
  var isRefusal: Bool {
    if case .status(let status) = self { (400..<500).contains(status) && !mayPass } else { false }
  }

  // MARK: - For people

  /// What happened and what would be right, in sentences.
  ///
  /// - Parameter what: What was asked for: `page 3 of https://offer.example.gov.uk`.
  func sentence(_ what: String) -> String {
    [fact(what), advice].compactMap(\.self).joined(separator: " ")
  }

  /// What happened, in a sentence.
  func fact(_ what: String) -> String {
    switch self {
    case .noCurl: "curl, which fetches what is on the network, is not installed."
    case .curl(let code, let words): what + FeedFailure.fact(code, words)
    case .status(let status): what + FeedFailure.fact(status: status)
    case .leftAlone(let seconds):
      "\(what): the server asks to be left alone for "
        + "\(Int((seconds / 60).rounded(.up)).of("minute", "minutes"))."
    case .tooLarge: "\(what) is larger than \(Curl.largestAnswer >> 20) MB and was broken off."
    case .tooLargeInAll:
      "\(what): the feed is larger than \(FeedReader.largestFeed / 1_000_000) MB and was broken off."
    case .webPage: "\(what) is a web page, perhaps that of an error."
    case .nothing: "\(what) is empty."
    case .notWhole: "\(what) is no JSON, or was cut off on its way."
    case .noList: "\(what) holds no list of services (\"contents\" or \"content\")."
    case .otherRecord: "\(what) is not the record that was asked for."
    }
  }

  /// What would be right; nil where that is clear, or only the publisher can say.
  private var advice: String? {
    switch self {
    case .noCurl:
      "\"sudo apt-get install curl ca-certificates\" brings it; a file can be imported without."
    case .curl(6, _): "Is it spelt right, and is the network up?"
    case .curl(7, _): "Is the port right, and is the network up, with the proxy if one is named?"
    case .curl(let code, _) where FeedFailure.distrust.contains(code):
      "It may have run out; behind a council's proxy SSL_CERT_FILE names the certificates to trust."
    case .status(401), .status(403): "Ask its publisher."
    case .status(404), .status(410), .webPage, .noList:
      "The address of a feed is that before /services; its publisher knows it."
    case .status(429), .status(500...599): "Try again later."
    case .tooLarge:
      "A page of services is far smaller; \"?per_page=20\" in the address asks for smaller ones."
    default: nil
    }
  }

  /// What curl ends with where it does not trust the server.
  private static let distrust = [35, 51, 58, 60, 77, 80, 83, 90, 91]

  private static func fact(_ code: Int, _ words: String) -> String {
    switch code {
    case 1: ": the server sends us on to what is neither http nor https, which was not followed."
    case 5, 97: ": the proxy that the environment names cannot be reached."
    case 6: ": there is no host of that name."
    case 7: ": nothing answers there."
    case 28: ": the server took too long."
    case _ where distrust.contains(code):
      ": the server's certificate cannot be trusted, so nothing was read."
    case 47: ": the server sends us round in a circle."
    case 63: tooLarge.fact("")
    case 18, 52, 55, 56, 92: ": the answer was cut off on its way."
    default: ": curl cannot fetch it\(words.isEmpty ? "" : " and says \"\(words.forMessage)\"")."
    }
  }

  private static func fact(status: Int) -> String {
    switch status {
    case 401, 403, 407: ": the server does not let us read it (\(status))."
    case 404, 410: " is not there (\(status))."
    case 429: ": the server says that we ask too often (429)."
    case 500...599: ": the server has a fault (\(status))."
    case 300..<400: ": the server sends us on to nowhere (\(status))."
    default: ": the server does not answer that (\(status))."
    }
  }
}
