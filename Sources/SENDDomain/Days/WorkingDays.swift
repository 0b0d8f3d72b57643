extension Day {
  /// n working days after this day, which is not counted.
  public func adding(workingDays n: Int, _ holidays: BankHolidays) -> Day {
    counting(n) { holidays.isWorkingDay($0) }
  }

  /// The last of n working days beginning with this day; where this day is none, the next
  /// working day is day 1.
  public func lastOf(workingDays n: Int, _ holidays: BankHolidays) -> Day {
    adding(days: -1).adding(workingDays: n, holidays)
  }

  /// This day, or the first working day after it.
  public func nextWorkingDay(_ holidays: BankHolidays) -> Day {
    adding(days: -1).adding(workingDays: 1, holidays)
  }

  /// The day by which an appeal to the SEND Tribunal is in time, for a limit that ends on this
  /// day: a limit that ends from 25 December to 1 January is met on the first working day after
  /// 1 January, one that ends in August on the first after 31 August, and any other that ends
  /// on a non-working day on the next working day.
  ///
  /// - Source: Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008, rule 12.
  public func rolledForAppeal(_ holidays: BankHolidays) -> Day {
    let (year, month, day) = parts
    if month == 8 {
      return Day(uncheckedYear: year, month: 8, day: 31).adding(workingDays: 1, holidays)
    }
    if (month == 12 && day >= 25) || (month == 1 && day == 1) {
      let newYear = Day(uncheckedYear: month == 12 ? year + 1 : year, month: 1, day: 1)
      return newYear.adding(workingDays: 1, holidays)
    }
    return nextWorkingDay(holidays)
  }

  /// n working days after this day for any act before the Tribunal but an appeal: every day in
  /// August and from 25 December to 1 January is left out of the count.
  ///
  /// - Source: the same Rules, rule 12(3)(b).
  public func adding(tribunalWorkingDays n: Int, _ holidays: BankHolidays) -> Day {
    counting(n) { day in
      let (_, month, dayOfMonth) = day.parts
      let leftOut =
        month == 8 || (month == 12 && dayOfMonth >= 25) || (month == 1 && dayOfMonth == 1)
      return !leftOut && holidays.isWorkingDay(day)
    }
  }

  /// The day on which first-class post counts as given: the second working day after posting.
  ///
  /// - Source: Exclusion Regulations 2012 (SI 2012/1033), regulation 17(3). For plans and
  ///   notices under the SEND Regulations the running event is sending; this is not used there.
  public func deliveredByFirstClassPost(_ holidays: BankHolidays) -> Day {
    adding(workingDays: 2, holidays)
  }

  /// The nth day after this one that counts.
  private func counting(_ n: Int, _ counts: (Day) -> Bool) -> Day {
    var day = self
    var left = n
    while left > 0 {
      day = day.adding(days: 1)
      if counts(day) { left -= 1 }
    }
    return day
  }
}
