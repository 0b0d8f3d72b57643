import Foundation
import SENDDomain

/// Reads a SEN2 person-level return: a set of CSV exports, or one XML file.
///
/// Children come one at a time, in the file's order of persons. CSV and XML of the same
/// children give equal values.
package struct SEN2Reader: Sendable {
  /// What reading a return shows beside its children.
  package struct Result: Hashable, Sendable {
    package var children = 0
    package var problems = 0
    /// Plans with both a review meeting and a decision.
    package var bothDates = 0
    /// Those of them with the decision before the meeting.
    package var decisionBeforeMeeting = 0
    /// The XML breaks off or is broken: children after that place are missing, not gone.
    package var isBrokenOff = false

    /// Whether the two columns look exchanged, over at least 20 plans that have both: most
    /// decisions lie before their meeting. Then nothing may be imported unasked.
    package var columnsCrossed: Bool {
      bothDates >= 20 && decisionBeforeMeeting * 2 > bothDates
    }
  }

  private enum Source: Sendable {
    case csv(CSVReturn)
    case xml(XMLReturn)
  }

  package let header: ReturnHeader
  private let source: Source

  /// Takes the files of one set, in any order, and reads headings and header.
  ///
  /// - Throws: ``SEN2Error`` where there is no person file with a heading.
  /// - Cost: One pass over the bytes.
  package init(csv files: [NamedBytes]) throws(SEN2Error) {
    let source = try CSVReturn(files)
    header = source.header
    self.source = .csv(source)
  }

  /// Takes an XML return and looks through it for the elements it has.
  ///
  /// - Throws: ``SEN2Error`` where it is no XML with a person in it.
  /// - Cost: One pass over the bytes.
  package init(xml file: NamedBytes) throws(SEN2Error) {
    let source = try XMLReturn(file)
    header = source.header
    self.source = .xml(source)
  }

  /// Reads all children.
  ///
  /// - Parameters:
  ///   - today: The day by which a date lies in the future.
  ///   - child: Gets each child; what it throws ends the reading.
  ///   - problem: Gets each problem, in no particular order.
  ///   - progress: Gets the children read and how many there are, where known, every now and
  ///     then; false stops.
  /// - Throws: ``SEN2Error`` and whatever `child` throws.
  @discardableResult
  package func read(
    today: Day, child: (ReturnedChild) throws -> Void, problem: (ImportProblem) -> Void,
    progress: (Int, Int?) -> Bool = { _, _ in true }
  ) throws -> Result {
    var problems = 0
    var result = try withoutActuallyEscaping(problem) { problem in
      let count = Counter()
      let emit = { (found: ImportProblem) in
        count.value += 1
        problem(found)
      }
      defer { problems = count.value }
      switch source {
      case .csv(let source):
        return try source.read(today: today, child: child, problem: emit, progress: progress)
      case .xml(let source):
        return try source.read(today: today, child: child, problem: emit, progress: progress)
      }
    }
    result.problems = problems
    return result
  }

  private final class Counter {
    var value = 0
  }
}
