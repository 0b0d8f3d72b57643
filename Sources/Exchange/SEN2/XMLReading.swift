import Foundation
import SENDDomain

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Gathers one person's elements after another and hands them on as children.
final class XMLReading: NSObject, XMLParserDelegate {
  /// An element that stands for a row, with those inside it.
  private struct Node {
    var row: SourceRow
    var children: [Node] = []

    func rows(_ module: SEN2Module) -> [Node] { children.filter { $0.row.module == module } }
  }

  private enum Meaning {
    case module(SEN2Module)
    case column(SEN2Column)
    case other
  }

  /// Why reading was stopped from this side.
  private(set) var failure: (any Error)?
  /// Where the XML was first not well-formed.
  private(set) var fault: SourceRow.Place?
  /// Elements open; 0 when the root has closed.
  private(set) var depth = 0
  var result: SEN2Reader.Result { maker.result }

  private var maker: ChildMaker
  private let total: Int
  private let child: (ReturnedChild) throws -> Void
  private let progress: (Int, Int?) -> Bool
  private var open: [Node] = []
  private var meanings: [String: Meaning] = [:]
  private var value: (slot: Int, depth: Int, place: SourceRow.Place)?
  private var text = ""

  /// How often progress is told, in children.
  private static let step = 512

  init(
    _ maker: ChildMaker, total: Int, child: @escaping (ReturnedChild) throws -> Void,
    progress: @escaping (Int, Int?) -> Bool
  ) {
    self.maker = maker
    self.total = total
    self.child = child
    self.progress = progress
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    switch meaning(name) {
    case .module(let module):
      let columns = module.columns.count
      open.append(
        Node(
          row: SourceRow(
            module: module, line: parser.lineNumber,
            values: [String](repeating: "", count: columns),
            places: [SourceRow.Place?](repeating: nil, count: columns))))
    case .column(let column):
      guard value == nil, let module = open.last?.row.module,
        let slot = module.columns.firstIndex(of: column)
      else { return }
      value = (
        slot, depth, SourceRow.Place(line: parser.lineNumber, column: parser.columnNumber)
      )
      text = ""
    case .other: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if value != nil { text += characters }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if value != nil { text += String(decoding: block, as: UTF8.self) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    defer { depth -= 1 }
    if let value, value.depth == depth {
      self.value = nil
      keep(value.slot, value.place)
    } else if case .module = meaning(name), let node = open.popLast() {
      close(node, parser)
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    fault = fault ?? SourceRow.Place(line: parser.lineNumber, column: parser.columnNumber)
  }

  /// The first of a repeated item stays.
  private func keep(_ slot: Int, _ place: SourceRow.Place) {
    let last = open.count - 1
    guard last >= 0, open[last].row.places[slot] == nil else { return }
    open[last].row.values[slot] = open[last].row.module.columns[slot].normalised(text)
    open[last].row.places[slot] = place
  }

  private func close(_ node: Node, _ parser: XMLParser) {
    let module = node.row.module
    if module == .person {
      pass(node, parser)
    } else if let last = open.indices.last, open[last].row.module == module.parent {
      open[last].children.append(node)
    } else {
      maker.reporter.report(
        .orphanRow, node.row, nil,
        "The element should stand inside \(module.parent?.name ?? "another"). It was not imported.")
    }
  }

  private func pass(_ node: Node, _ parser: XMLParser) {
    guard failure == nil else { return }
    do {
      try child(maker.child(XMLReading.person(node)))
      let read = maker.result.children
      if read % XMLReading.step == 0 || read == total, !progress(read, total) {
        throw SEN2Error.cancelled
      }
    } catch {
      failure = error
      parser.abortParsing()
    }
  }

  private static func person(_ node: Node) -> PersonRows {
    var person = PersonRows(row: node.row)
    for request in node.rows(.requests) {
      person.requests.append(
        PersonRows.Request(
          row: request.row,
          assessments: request.rows(.assessment).map { assessment in
            PersonRows.Assessment(
              row: assessment.row,
              plans: assessment.rows(.namedplan).map {
                PersonRows.Plan(row: $0.row, details: $0.rows(.plandetail).map(\.row))
              })
          },
          actives: request.rows(.activeplans).map {
            PersonRows.Active(
              row: $0.row, placements: $0.rows(.placementdetail).map(\.row),
              needs: $0.rows(.senneed).map(\.row))
          }))
    }
    return person
  }

  private func meaning(_ name: String) -> Meaning {
    if let known = meanings[name] { return known }
    let plain = (name.split(separator: ":").last.map(String.init) ?? name).asColumnName
    let meaning: Meaning
    if let module = SEN2Module(name: plain), module != .sen2 {
      meaning = .module(module)
    } else {
      meaning = SEN2Column(heading: plain).map { .column($0) } ?? .other
    }
    meanings[name] = meaning
    return meaning
  }
}
