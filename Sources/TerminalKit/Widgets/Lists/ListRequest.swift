/// Rows a list needs and does not hold: the caller runs it as an effect and gives the answer back.
package struct ListRequest<Row: Sendable>: Sendable {
  /// Which rows.
  package enum Kind: Sendable {
    /// The rows that stand directly before this one, in the order of the list.
    case before(Row)
    /// The rows that stand directly after this one.
    case after(Row)
    /// The first rows of the whole list.
    case start
    /// The last rows of the whole list, in the order of the list.
    case end
  }

  /// Which rows.
  package let kind: Kind
  /// How many rows to fetch at most.
  package let count: Int
  /// Which state of the list asked; an answer to an earlier state is dropped.
  let generation: Int
}

extension ListRequest: Equatable where Row: Equatable {}
extension ListRequest.Kind: Equatable where Row: Equatable {}
