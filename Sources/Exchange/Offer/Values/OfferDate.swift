import SENDDomain

/// Dates of feeds: ISO, day first, seconds or milliseconds since 1970; times and zones behind them.
enum OfferDate: Equatable {
  case none
  case day(Day)
  /// Something stands there that is no date.
  case unreadable(String)

  /// Reads a date. A time in another zone gives the day it is in London; a time without a zone is
  /// London's.
  init(_ value: LooseJSON) {
    guard let text = value.string?.trimmingWhitespace, !text.isEmpty else {
      self = .none
      return
    }
    if let number = Double(text), let day = OfferDate.sinceEpoch(number) {
      self = .day(day)
      return
    }
    // Stand-ins for "no date" of some databases.
    if ["0000-00-00", "0001-01-01", "1900-01-01", "1970-01-01", "0"].contains(
      String(text.prefix(10)))
    {
      self = .unreadable(text)
      return
    }
    guard let day = DateText.day(text) else {
      self = .unreadable(text)
      return
    }
    self = .day(OfferDate.inLondon(day, text))
  }

  private static func sinceEpoch(_ number: Double) -> Day? {
    let seconds = number >= 1e11 && number < 1e14 ? number / 1000 : number
    guard seconds >= 3e8, seconds < 1e11 else { return nil }
    return london(minutes: Int(seconds / 60))
  }

  /// Moves a day where its time of day, told in another zone, is of another day in London.
  private static func inLondon(_ day: Day, _ text: String) -> Day {
    let bytes = Array(text.utf8)
    guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "T") || $0 == 0x20 }),
      bytes.count >= mark + 6, let hour = number(bytes, mark + 1),
      let minute = number(bytes, mark + 4)
    else { return day }
    let zone = bytes[(mark + 6)...]
    guard let sign = zone.lastIndex(where: { [0x5A, 0x7A, 0x2B, 0x2D].contains($0) }) else {
      return day
    }
    var offset = 0
    if bytes[sign] != 0x5A, bytes[sign] != 0x7A {
      guard let hours = number(bytes, sign + 1) else { return day }
      let minutes = number(bytes, sign + 3) ?? number(bytes, sign + 4) ?? 0
      offset = (hours * 60 + minutes) * (bytes[sign] == 0x2D ? -1 : 1)
    }
    return london(minutes: day.number * 1440 + hour * 60 + minute - offset)
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 2 <= bytes.count, bytes[at].isASCIIDigit, bytes[at + 1].isASCIIDigit else {
      return nil
    }
    return Int(bytes[at] - 48) * 10 + Int(bytes[at + 1] - 48)
  }

  /// The day it is in London, some minutes after 1970 began in Greenwich.
  ///
  /// - Source: Summer Time Order 2002: from the last Sunday of March to that of October, 1 am GMT.
  private static func london(minutes: Int) -> Day {
    func day(_ minutes: Int) -> Day {
      Day(number: minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440)
    }
    let year = Int(day(minutes).description.prefix(4)) ?? 1970
    func change(_ month: Int) -> Int {
      guard let last = Day(year, month, 31) else { return 0 }
      // 1 January 1970 was a Thursday.
      let sunday = last.number - (last.number + 4) % 7
      return sunday * 1440 + 60
    }
    let isSummer = minutes >= change(3) && minutes < change(10)
    return day(isSummer ? minutes + 60 : minutes)
  }
}
