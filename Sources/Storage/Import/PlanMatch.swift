import GRDB
import SENDDomain

/// Which plan of the workspace a request of a return is about.
struct PlanMatch {
  /// Index into the child's requests.
  var request: Int
  /// Nil where the plan is new.
  var plan: Int64?

  /// The child's plans and the return's, paired: by the day made, else in order, a plan that
  /// stands before one that ended. Requests that led to no plan have no pair.
  static func pairs(
    _ child: ReturnedChild, of id: Int64, _ db: Database
  ) throws -> [PlanMatch] {
    var free = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, made, active FROM plan WHERE childId = ? ORDER BY active DESC, id"),
      arguments: [id]
    ).map { (id: try $0["id"] as Int64, made: try $0["made"] as Int?) }
    let requests = child.requests.indices.filter { child.requests[$0].standing != .noPlan }
    var pairs: [PlanMatch] = []
    for request in requests {
      let start = child.requests[request].plan?.start?.number
      if let start, let index = free.firstIndex(where: { $0.made == start }) {
        pairs.append(PlanMatch(request: request, plan: free.remove(at: index).id))
      } else {
        pairs.append(PlanMatch(request: request, plan: nil))
      }
    }
    let unmatched = pairs.indices.filter { pairs[$0].plan == nil }
      .sorted { a, b in
        let active = child.requests[pairs[a].request].standing == .active
        let other = child.requests[pairs[b].request].standing == .active
        return active != other ? active : a < b
      }
    for index in unmatched where !free.isEmpty {
      pairs[index].plan = free.removeFirst().id
    }
    return pairs
  }
}
