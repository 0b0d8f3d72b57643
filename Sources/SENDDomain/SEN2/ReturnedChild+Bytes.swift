extension ReturnedChild {
  /// The record as bytes: equal for equal records, whatever file they came from.
  public var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.write(1)  // the layout's number
    for text in [familyName, givenName] { writer.write(text) }
    writer.write(born)
    for text in [sex, ethnicity, postcode, upn, uln, upnUnknown] { writer.write(text) }
    writer.write(requests.count)
    for request in requests { request.write(to: &writer) }
    return writer.bytes
  }

  /// Reads the bytes of a record.
  ///
  /// - Throws: ``RecordReader/Damaged`` where they are not such bytes.
  public init(bytes: [UInt8]) throws(RecordReader.Damaged) {
    var reader = RecordReader(bytes)
    guard try reader.number() == 1 else { throw RecordReader.Damaged() }
    familyName = try reader.text()
    givenName = try reader.text()
    born = try reader.day()
    sex = try reader.text()
    ethnicity = try reader.text()
    postcode = try reader.text()
    upn = try reader.text()
    uln = try reader.text()
    upnUnknown = try reader.text()
    for _ in 0..<(try reader.count()) { requests.append(try ReturnedRequest(from: &reader)) }
    guard reader.isAtEnd else { throw RecordReader.Damaged() }
  }
}

extension ReturnedRequest {
  fileprivate func write(to writer: inout RecordWriter) {
    writer.write(received)
    writer.write(source)
    writer.write(relevantYouthAccommodation)
    writer.write(outcomeDay)
    writer.write(outcome)
    writer.write(mediation)
    writer.write(tribunal)
    writer.write(exportedTo)
    writer.write(assessment != nil)
    if let assessment {
      writer.write(assessment.outcome)
      writer.write(assessment.outcomeDay)
      for flag in [
        assessment.mediation, assessment.tribunal, assessment.otherMediation,
        assessment.otherTribunal, assessment.exceptionTo20Weeks,
      ] { writer.write(flag) }
    }
    writer.write(plan != nil)
    plan?.write(to: &writer)
    writer.write(active != nil)
    active?.write(to: &writer)
  }

  fileprivate init(from reader: inout RecordReader) throws(RecordReader.Damaged) {
    received = try reader.day()
    source = try reader.text()
    relevantYouthAccommodation = try reader.flag()
    outcomeDay = try reader.day()
    outcome = try reader.text()
    mediation = try reader.flag()
    tribunal = try reader.flag()
    exportedTo = try reader.text()
    if try reader.flag() == true {
      var assessment = ReturnedAssessment()
      assessment.outcome = try reader.text()
      assessment.outcomeDay = try reader.day()
      assessment.mediation = try reader.flag()
      assessment.tribunal = try reader.flag()
      assessment.otherMediation = try reader.flag()
      assessment.otherTribunal = try reader.flag()
      assessment.exceptionTo20Weeks = try reader.flag()
      self.assessment = assessment
    }
    if try reader.flag() == true { plan = try ReturnedPlan(from: &reader) }
    if try reader.flag() == true { active = try ReturnedActivePlan(from: &reader) }
  }
}

extension ReturnedPlan {
  fileprivate func write(to writer: inout RecordWriter) {
    writer.write(start)
    for text in [residential, workBased, directPayments, ceaseReason] { writer.write(text) }
    writer.write(personalBudget)
    writer.write(organisedArrangements)
    writer.write(ceased)
    writer.write(ceasedUnreadably)
    writer.write(named.count)
    for entry in named {
      entry.setting.write(to: &writer)
      writer.write(entry.rank)
      writer.write(entry.isSENUnit)
      writer.write(entry.isResourcedProvision)
    }
  }

  fileprivate init(from reader: inout RecordReader) throws(RecordReader.Damaged) {
    start = try reader.day()
    residential = try reader.text()
    workBased = try reader.text()
    directPayments = try reader.text()
    ceaseReason = try reader.text()
    personalBudget = try reader.flag()
    organisedArrangements = try reader.flag()
    ceased = try reader.day()
    ceasedUnreadably = try reader.flag() == true
    for _ in 0..<(try reader.count()) {
      var entry = ReturnedNamedSetting()
      entry.setting = try Setting(from: &reader)
      entry.rank = try reader.optionalNumber()
      entry.isSENUnit = try reader.flag()
      entry.isResourcedProvision = try reader.flag()
      named.append(entry)
    }
  }
}

extension ReturnedActivePlan {
  fileprivate func write(to writer: inout RecordWriter) {
    writer.write(transferredFrom)
    writer.write(reviewMeeting)
    writer.write(reviewOutcome)
    for day in [reviewDraft, phaseTransferDue, phaseTransferFinal, lastReview] {
      writer.write(day)
    }
    writer.write(placements.count)
    for placement in placements {
      placement.setting.write(to: &writer)
      writer.write(placement.rank)
      writer.write(placement.entered)
      writer.write(placement.left)
      writer.write(placement.isSENUnit)
      writer.write(placement.isResourcedProvision)
      writer.write(placement.residential)
      writer.write(placement.workBased)
    }
    writer.write(needs.count)
    for need in needs {
      writer.write(need.code)
      writer.write(need.rank)
    }
  }

  fileprivate init(from reader: inout RecordReader) throws(RecordReader.Damaged) {
    transferredFrom = try reader.text()
    reviewMeeting = try reader.day()
    reviewOutcome = try reader.text()
    reviewDraft = try reader.day()
    phaseTransferDue = try reader.day()
    phaseTransferFinal = try reader.day()
    lastReview = try reader.day()
    for _ in 0..<(try reader.count()) {
      var placement = Placement(setting: try Setting(from: &reader), rank: nil)
      placement.rank = try reader.optionalNumber()
      placement.entered = try reader.day()
      placement.left = try reader.day()
      placement.isSENUnit = try reader.flag() == true
      placement.isResourcedProvision = try reader.flag() == true
      placement.residential = try reader.text()
      placement.workBased = try reader.text()
      placements.append(placement)
    }
    for _ in 0..<(try reader.count()) {
      let code = try reader.text()
      needs.append(Need(code: code, rank: try reader.optionalNumber()))
    }
  }
}

extension Setting {
  fileprivate func write(to writer: inout RecordWriter) {
    for text in [urn, ukprn, kind, words] { writer.write(text) }
  }

  fileprivate init(from reader: inout RecordReader) throws(RecordReader.Damaged) {
    self.init(
      urn: try reader.text(), ukprn: try reader.text(), kind: try reader.text(),
      words: try reader.text())
  }
}
