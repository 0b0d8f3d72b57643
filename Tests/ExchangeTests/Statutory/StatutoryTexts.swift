import Foundation
import SENDDomain
import Testing

@testable import Exchange

/// A day in a test; a text that is none fails the test.
func day(_ text: String) throws -> Day { try #require(Day(text)) }

func file(_ text: String, name: String = "made-up.yaml") -> NamedBytes {
  NamedBytes(name: name, bytes: Data(text.utf8))
}

/// Why a file is refused, as `line:column message`; empty where it is not.
func refusal(_ read: () throws(FileProblem) -> Void) -> String {
  do throws(FileProblem) {
    try read()
    return ""
  } catch {
    return error.asLine
  }
}

extension FileProblem {
  var asLine: String {
    "\(line.map(String.init) ?? "-"):\(column.map(String.init) ?? "-") \(message)"
  }
}

/// A file that the project ships.
func shipped(_ path: String) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(path)
}

func shippedFile(_ path: String) throws -> NamedBytes {
  let url = shipped(path)
  return NamedBytes(name: url.lastPathComponent, bytes: try Data(contentsOf: url))
}
