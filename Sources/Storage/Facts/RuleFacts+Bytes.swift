import Foundation
import SENDDomain

extension RuleFacts {
  /// The facts a stored deadline explains itself by, as bytes.
  var bytes: Data {
    var writer = RecordWriter()
    // A calendar is on file by its setting, not in a row.
    let kept = values.filter { if case .calendar = $0.value { false } else { true } }
    writer.write(kept.count)
    for (name, value) in kept {
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
      case .flag(let flag):
        writer.write(4)
        writer.write(flag ? 1 : 0)
      case .spans(let spans):
        writer.write(5)
        writer.write(spans.count)
        for span in spans {
          writer.write(span.lowerBound.number)
          writer.write(span.upperBound.number)
        }
      case .days(let days):
        writer.write(6)
        writer.write(days.count)
        for day in days { writer.write(day.number) }
      case .words(let words):
        writer.write(7)
        writer.write(words.count)
        for word in words { writer.write(word) }
      case .calendar: break
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
      case 4: values.append((name, .flag(try reader.number() == 1)))
      case 5:
        let spans = try (0..<(try reader.count())).map { _ in
          let (first, last) = (try reader.number(), try reader.number())
          guard first <= last else { throw RecordReader.Damaged() }
          return Day(number: first)...Day(number: last)
        }
        values.append((name, .spans(spans)))
      case 6:
        values.append(
          (
            name,
            .days(try (0..<(try reader.count())).map { _ in Day(number: try reader.number()) })
          )
        )
      case 7:
        values.append((name, .words(try (0..<(try reader.count())).map { _ in try reader.text() })))
      default: values.append((name, .number(try reader.number())))
      }
    }
    self.init(values)
  }
}
