import Foundation
import SENDDomain

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A return as one XML file: looked through for what it has, not yet read.
///
/// Any root will do that holds `Persons`. Names are compared without regard to case or prefix.
/// Nothing outside the file is ever loaded, and a file that defines entities is refused.
struct XMLReturn: Sendable {
  let header: ReturnHeader
  let name: String
  let survey: XMLSurvey
  private let bytes: Data
  /// Control characters and other bytes XML does not allow, replaced by spaces.
  private let replaced: Int

  init(_ file: NamedBytes) throws(SEN2Error) {
    let text = XMLText(file.bytes)
    let survey = XMLSurvey(text.bytes)
    guard survey.persons > 0, !survey.definesEntities else { throw .unreadable(file: file.name) }
    name = file.name
    bytes = text.bytes
    replaced = text.replaced
    self.survey = survey
    var header = survey.header
    header.madeOn = header.madeOn ?? ModuleFile.day(in: file.name)
    self.header = header
  }

  /// See ``SEN2Reader/read(today:child:problem:progress:)``.
  func read(
    today: Day, child: (ReturnedChild) throws -> Void,
    problem: @escaping (ImportProblem) -> Void, progress: (Int, Int?) -> Bool
  ) throws -> SEN2Reader.Result {
    if replaced > 0 {
      problem(
        ImportProblem(
          kind: ProblemKind.controlCharacters.rawValue, file: name,
          message: "\(replaced) characters that XML does not allow were read as spaces."))
    }
    let reporter = ProblemReporter(
      fileName: { _ in name },
      place: { row, column in
        row.module.columns.firstIndex(of: column).flatMap { row.places[$0] }
      },
      isFilled: survey.isFilled, hasFile: { _ in true }, emit: problem)
    let maker = ChildMaker(header: header, today: today, reporter: reporter)
    return try withoutActuallyEscaping(child) { child in
      try withoutActuallyEscaping(progress) { progress in
        let reading = XMLReading(maker, total: survey.persons, child: child, progress: progress)
        return try run(reading, problem)
      }
    }
  }

  private func run(
    _ reading: XMLReading, _ problem: (ImportProblem) -> Void
  ) throws -> SEN2Reader.Result {
    let parser = XMLParser(stream: InputStream(data: bytes))
    parser.delegate = reading
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    if let failure = reading.failure { throw failure }
    var result = reading.result
    // The parser does not mind a file that just ends.
    if !isWhole || reading.depth != 0 {
      let (line, column) = (parser.lineNumber, parser.columnNumber)
      guard result.children > 0 else {
        throw SEN2Error.brokenXML(file: name, line: line, column: column)
      }
      result.isBrokenOff = true
      problem(
        ImportProblem(
          kind: ProblemKind.unreadableFile.rawValue, file: name, line: line, column: column,
          message: "The XML is not well-formed from here on: \(result.children) of "
            + "\(survey.persons) persons were read. Export it again."))
    }
    return result
  }
}
