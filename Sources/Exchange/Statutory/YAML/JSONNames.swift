import Yams

/// The names of a JSON text's objects.
package enum JSONNames {
  /// A name that stands twice in one object, of which a JSON reader would take one in silence; nil
  /// where none does.
  ///
  /// - Parameter json: A text that a JSON reader takes.
  package static func repeated(in json: String) -> String? {
    // JSON is YAML, but for tabs between its parts.
    let text = json.replacing("\t", with: " ")
    do {
      _ = try Yams.compose(yaml: text, .default, .default, .utf8)
      return nil
    } catch YamlError.duplicatedKeysInMapping(let names, _) {
      return names.min() ?? ""
    } catch {
      return nil
    }
  }
}
