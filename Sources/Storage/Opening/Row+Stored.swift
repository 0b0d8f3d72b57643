import GRDB
import SENDDomain

extension Row {
  /// A stored value. In place of GRDB's subscript of this name, which ends the program where the
  /// schema's promise does not hold: a damaged page gives NULL where there can be none.
  ///
  /// - Throws: `RecordReader.Damaged`, which the store reports as damage.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String
  ) -> Value {
    get throws {
      do {
        return try decode(Value.self, forColumn: column)
      } catch {
        throw RecordReader.Damaged()
      }
    }
  }
}
