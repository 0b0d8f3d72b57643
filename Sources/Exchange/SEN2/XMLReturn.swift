import Foundation
import SENDDomain

struct XMLReturn: Sendable {
  let header = ReturnHeader()
  init(_ file: NamedBytes) throws(SEN2Error) { throw .unreadable(file: file.name) }
  func read(
    today: Day, child: (ReturnedChild) throws -> Void,
    problem: @escaping (ImportProblem) -> Void, progress: (Int, Int?) -> Bool
  ) throws -> SEN2Reader.Result { SEN2Reader.Result() }
}
