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
  /// Control characters and bare ampersands, which XML does not allow.
  private let mended: Int

  init(_ file: NamedBytes) throws(SEN2Error) {
    let text = XMLText(file.bytes)
    let survey = XMLSurvey(text.bytes)
    guard survey.persons > 0, !survey.definesEntities else { throw .unreadable(file: file.name) }
    name = file.name
    bytes = text.bytes
    mended = text.mended
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
    if mended > 0 {
      problem(
        ImportProblem(
          kind: ProblemKind.controlCharacters.rawValue, file: name,
          message: "\(mended) characters that XML does not allow: control characters were read "
            + "as spaces, ampersands as themselves (they should be written &amp;)."))
    }
    let reporter = ProblemReporter(
      fileName: { _ in name },
      place: { row, column in
        row.module.columns.firstIndex(of: column).flatMap { row.places[$0] }
      },
      content: survey.content, hasFile: { _ in true }, emit: problem)
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
    let parser = XMLParser(stream: MappedStream(bytes))
    parser.delegate = reading
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    if let failure = reading.failure { throw failure }
    var result = reading.result
    // The parser does not mind a file that just ends, and reads on where it can.
    if !isWhole || reading.depth != 0 {
      let place =
        reading.fault
        ?? SourceRow.Place(line: parser.lineNumber, column: parser.columnNumber)
      guard result.children > 0 else {
        throw SEN2Error.brokenXML(file: name, line: place.line, column: place.column ?? 1)
      }
      result.isBrokenOff = result.children < survey.persons
      problem(
        ImportProblem(
          kind: ProblemKind.unreadableFile.rawValue, file: name, line: place.line,
          column: place.column,
          message: "The XML is not well-formed here: \(result.children) of \(survey.persons) "
            + "persons were read. Export it again."))
    }
    return result
  }
}
