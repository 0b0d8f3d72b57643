/// The stable words for what a source of services can have wrong.
package enum OfferProblemKind: String, CaseIterable, Sendable {
  // Files
  /// Broken off, an HTML page, a workbook, empty: nothing of it is taken.
  case unreadableFile = "unreadable_file"
  /// A table ends inside a record: that one is left out.
  case tornFile = "torn_file"
  case fileTooLarge = "file_too_large"
  /// A table whose columns are those of no known sheet.
  case unknownLayout = "unknown_layout"
  case badMapping = "bad_mapping"
  case missingColumn = "missing_column"
  // Records
  /// One record cannot be read; those around it are.
  case brokenRecord = "broken_record"
  /// A feed did not give the whole record; it stands as in the list.
  case recordNotRead = "record_not_read"
  case recordTooLarge = "record_too_large"
  case tooDeep = "too_deep"
  case listCut = "list_cut"
  case textCut = "text_cut"
  case sameIDTwoServices = "same_id_two_services"
  case sameIDRepeated = "same_id_repeated"
  /// Nothing was found but records that could as well be terms of a taxonomy.
  case bareRecords = "bare_records"
  case noID = "no_id"
  case noName = "no_name"
  case noWords = "no_words"
  case orphanPlace = "orphan_place"
  case orphanProvider = "orphan_provider"
  case orphanRow = "orphan_row"
  // Values
  case badLink = "bad_link"
  case badEmail = "bad_email"
  case placeholder
  case badDate = "bad_date"
  case futureDate = "future_date"
  case badAge = "bad_age"
  case agesSwapped = "ages_swapped"
  case badTime = "bad_time"
  case badPostcode = "bad_postcode"
  case badCoordinates = "bad_coordinates"
  case coordinatesSwapped = "coordinates_swapped"
  case addressWithheld = "address_withheld"
  case unknownStatus = "unknown_status"
  case contradictoryCost = "contradictory_cost"
  /// A spreadsheet's formula or the error it gave stands where its value should.
  case formula
  // People
  case noContact = "no_contact"
  case sameRowTwice = "same_row_twice"
  /// There are more problems than are told.
  case moreProblems = "more_problems"
}

extension OfferProblemKind {
  /// Whether services may be missing that the source holds.
  var leavesOut: Bool {
    switch self {
    case .unreadableFile, .tornFile, .fileTooLarge, .unknownLayout, .brokenRecord, .recordTooLarge:
      true
    default: false
    }
  }
}
