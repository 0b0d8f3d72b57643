import Foundation
import SENDDomain

extension RuleFacts {
  /// The facts a stored deadline explains itself by, as bytes.
  var bytes: Data {
    var writer = RecordWriter()
    writer.write(values.count)
    for (name, value) in values {
      writer.write(name.rawValue)
      switch value {
      case .day(let day):
        writer.write(1)
        writer.write(day.number)
      case .text(let text):
        writer.write(2)
        writer.write(text)
      case .number(let number):
        writer.write(3)
        writer.write(number)
      }
    }
    return Data(writer.bytes)
  }

  init(bytes: Data) throws {
    var reader = RecordReader(Array(bytes))
    var values: [(name: FactName, value: Value)] = []
    for _ in 0..<(try reader.count()) {
      let name = FactName(rawValue: try reader.text())
      switch try reader.number() {
      case 1: values.append((name, .day(Day(number: try reader.number()))))
      case 2: values.append((name, .text(try reader.text())))
      default: values.append((name, .number(try reader.number())))
      }
    }
    self.init(values)
  }
}
