import SENDDomain

/// Which columns of somebody's table hold which of our fields.
///
/// ```yaml
/// name: Service title
/// provider: Run by
/// address: [House and street, District]
/// needs: Support for
/// separator: ";"
/// ```
package struct OfferMapping: Hashable, Sendable {
  /// Headings as written in the mapping, several where a field is put together of columns.
  var columns: [OfferField: [String]]
  /// What parts the values of a cell with several; nil for the usual: line ends, `;` and `|`.
  var separator: String?

  init(columns: [OfferField: [String]], separator: String? = nil) {
    self.columns = columns
    self.separator = separator
  }

  /// Reads a mapping.
  ///
  /// - Throws: Why the file is refused, with its line.
  package init(_ file: NamedBytes) throws(FileProblem) {
    let tree = try YAMLTree(file)
    guard case .fields(let fields) = tree.tree else {
      throw FileProblem(
        file: file.name, message: "The file should hold lines such as \"name: Service title\".")
    }
    self.init(columns: [:])
    for field in fields {
      func refused(_ message: String) -> FileProblem {
        FileProblem(file.name, at: tree.place(of: [.field(field.name)]), message)
      }
      guard let headings = OfferMapping.texts(field.value), !headings.isEmpty else {
        throw refused("\"\(field.name)\" should be a column's heading or a list of them.")
      }
      if field.name == "separator" {
        separator = headings[0]
        continue
      }
      guard let known = OfferField(rawValue: field.name.replacing("-", with: "_")) else {
        let names = OfferField.allCases.map(\.rawValue).joined(separator: ", ")
        throw refused("\"\(field.name)\" is no field; the fields are \(names) and separator.")
      }
      columns[known] = headings
    }
    guard columns[.name] != nil else {
      throw FileProblem(
        file: file.name, message: "The mapping should say which column holds the name.")
    }
  }

  private static func texts(_ tree: DataTree) -> [String]? {
    switch tree {
    case .text(let text): [text]
    case .number(let number): [String(number)]
    case .flag(let flag): [flag ? "Yes" : "No"]
    case .list(let items):
      items.reduce([String]?.some([])) { found, item in
        guard let found, let more = texts(item) else { return nil }
        return found + more
      }
    default: nil
    }
  }
}
