import SENDDomain

extension ChildMaker {
  mutating func person(_ row: SourceRow) -> ReturnedChild {
    var child = ReturnedChild()
    child.familyName = row[.surname]
    child.givenName = row[.forename]
    child.born = day(row, .personbirthdate)
    child.sex =
      row[.sex].isEmpty
      ? code(row, .gendercurrent, in: .gender) : code(row, .sex, in: .sex)
    child.ethnicity = code(row, .ethnicity, in: .ethnicity)
    child.postcode = row[.postcode]
    child.upn = row[.upn]
    child.uln = row[.uniquelearnernumber]
    child.upnUnknown = code(row, .upnunknown, in: .upnUnknown)
    checkName(row, .surname, "family name")
    checkName(row, .forename, "given name")
    checkBirth(row, child.born)
    checkNumbers(row, child)
    return child
  }

  /// V08.
  private mutating func checkName(_ row: SourceRow, _ column: SEN2Column, _ words: String) {
    let name = row[column]
    if name.isEmpty {
      reporter.reportMissing(.missingName, row, column, "The \(words) is missing.")
    }
    if name.unicodeScalars.contains(where: \.isUnseen) {
      reporter.report(
        .controlCharacters, row, column,
        "The \(words) holds control or direction characters, which no name has.")
    }
    if let first = name.unicodeScalars.first,
      "=+-@".unicodeScalars.contains(first) || name.contains("<") || name.contains(">")
    {
      reporter.report(
        .suspiciousName, row, column,
        "The \(words) looks like a spreadsheet formula or mark-up; it was kept as given.")
    }
  }

  /// V07. Unreadable and future days are reported where the day is read.
  private mutating func checkBirth(_ row: SourceRow, _ born: Day?) {
    if row[.personbirthdate].isEmpty {
      reporter.reportMissing(
        .missingBirthDate, row, .personbirthdate, "The birth date is missing.")
    }
    guard let born else { return }
    let read = header.referenceDay.map { min($0, today) } ?? today
    if born.age(on: AcademicYear(containing: read).firstDay) > 25 {
      reporter.report(
        .tooOld, row, .personbirthdate,
        "By the birth date the person was over 25 when the academic year began; a plan cannot "
          + "run so long.")
    }
  }

  /// V04 to V06.
  private mutating func checkNumbers(_ row: SourceRow, _ child: ReturnedChild) {
    if !child.upn.isEmpty {
      do throws(UPN.Fault) {
        _ = try UPN.check(child.upn)
      } catch .form {
        reporter.report(
          .badUPN, row, .upn,
          "Not the form of a UPN: a letter, eleven digits, and a digit or letter.")
      } catch {
        reporter.report(
          .badUPN, row, .upn, "The UPN's first letter does not fit its digits; one is mistyped.")
      }
      if isRepeated(child.upn) {
        reporter.report(
          .duplicateUPN, row, .upn,
          "An earlier person of the return has the same UPN; both were read as two children.")
      }
    }
    let hasNumber = !child.upn.isEmpty || !child.uln.isEmpty
    if !hasNumber, child.upnUnknown.isEmpty {
      reporter.report(
        .noIdentifier, row, .upn, "There should be a UPN, a ULN or the reason why there is none.")
    } else if hasNumber, !child.upnUnknown.isEmpty {
      reporter.report(
        .identifierAndReason, row, .upnunknown,
        "There is a number and a reason why there is none; one of them is wrong.")
    }
  }
}

extension Day {
  /// Whole years from this day, a birth date, to another.
  func age(on day: Day) -> Int {
    let (birth, then) = (parts, day.parts)
    return then.year - birth.year
      - ((then.month, then.day) < (birth.month, birth.day) ? 1 : 0)
  }
}

extension Unicode.Scalar {
  /// A control, format or direction character: nothing one sees, and no part of a name.
  fileprivate var isUnseen: Bool {
    if value < 0x7F { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
