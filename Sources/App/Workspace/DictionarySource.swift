import Exchange
import Foundation
import SENDDomain

/// The dictionary of the Local Offer's search: an area's own beside the configuration, else the
/// shipped file, else the copy that is compiled in.
struct DictionarySource {
  let dictionary: OfferDictionary
  /// The file that was read; nil where none was found.
  let path: String?
  /// Why a file is left out, with its place; nil where none is.
  let problem: String?

  private static let file = "/local-offer/synonyms.yaml"
  /// In bytes; its reader looks no further.
  private static let most = 1_100_000

  init(_ paths: Paths) {
    let own = (paths.configuration as NSString).deletingLastPathComponent
    let places = [own + Self.file] + paths.installed.map { $0 + "/Resources" + Self.file }
    guard let path = places.first(where: NamedBytes.isFile),
      let handle = FileHandle(forReadingAtPath: path)
    else {
      (dictionary, path, problem) = (.shipped, nil, nil)
      return
    }
    self.path = path
    let bytes = (try? handle.read(upToCount: Self.most)) ?? Data()
    do throws(FileProblem) {
      dictionary = try SynonymFile.read(NamedBytes(name: path, bytes: bytes))
      problem = nil
    } catch {
      dictionary = .shipped
      let line = error.line.map { ":\($0)" } ?? ""
      problem = "\(path.forMessage)\(line): \(error.message)"
    }
  }
}
