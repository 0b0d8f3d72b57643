import SENDDomain

extension OfferRecordReading {
  // MARK: - Ages

  mutating func ages() -> OfferAges {
    var bounds: [OfferAges] = []
    if let own = bound(
      record["minimumage", "minage", "agefrom"], record["maximumage", "maxage", "ageto"])
    {
      bounds = [own]
    } else {
      let list = record["eligibilitys", "eligibilities", "eligibility"].items
      bounds = list.compactMap {
        bound($0["minimumage", "minage"], $0["maximumage", "maxage"])
      }
    }
    if bounds.isEmpty { bounds = ageBands() }
    if bounds.isEmpty {
      let text = line(record["agegroup", "ages", "agerange"])
      if !text.isEmpty {
        guard let range = AgeText.range(text) else {
          remark(.badAge, "ages", "\"\(text)\" is no range of ages and is kept as text.")
          return OfferAges()
        }
        return range
      }
    }
    guard let first = bounds.first else { return OfferAges() }
    // Several entries are several groups: together they span them all.
    return bounds.dropFirst().reduce(first) { a, b in
      OfferAges(
        lowest: a.lowest.flatMap { low in b.lowest.map { min(low, $0) } },
        highest: a.highest.flatMap { high in b.highest.map { max(high, $0) } })
    }
  }

  /// Lowest and highest of one entry; nil where neither says anything.
  ///
  /// - Specification: -1 and 0/0 are unknown; a lowest above the highest is exchanged where the
  ///   highest is above 0; a bound of 99 or more is none.
  private mutating func bound(_ low: LooseJSON, _ high: LooseJSON) -> OfferAges? {
    if low.isBlank, high.isBlank { return nil }
    for (value, field) in [(low, "minimum_age"), (high, "maximum_age")]
    where !value.isBlank && AgeText.years(value) == nil {
      remark(
        .badAge, field,
        "\"\(OfferText.line(value.string ?? "", longest: 40))\" is no age and is taken as unknown.")
    }
    var lowest = AgeText.years(low).flatMap { $0 < 0 || $0 > 120 ? nil : $0 }
    var highest = AgeText.years(high).flatMap { $0 < 0 ? nil : $0 }
    if lowest == 0, highest == 0 { return nil }
    if let least = lowest, let most = highest, least > most {
      let message = "The lowest age \(least) is above the highest \(most)"
      if most > 0 {
        remark(.agesSwapped, "minimum_age", message + "; they are exchanged.")
        (lowest, highest) = (most, least)
      } else {
        remark(.badAge, "maximum_age", message + ", which is taken as unknown.")
        highest = nil
      }
    }
    if let most = highest, most >= 99 { highest = nil }
    return lowest == nil && highest == nil ? nil : OfferAges(lowest: lowest, highest: highest)
  }

  /// Outpost's marks for bands of ages.
  private func ageBands() -> [OfferAges] {
    let bands: [(String, Int, Int?)] = [
      ("agebandunder2", 0, 1), ("ageband2", 2, 2), ("ageband34", 3, 4), ("ageband57", 5, 7),
      ("ageband8plus", 8, nil),
    ]
    return bands.filter { record[$0.0].bool == true }
      .map { OfferAges(lowest: $0.1, highest: $0.2) }
  }

  // MARK: - Cost

  mutating func cost() -> OfferCost {
    var cost = CostText()
    if record.has("free") || record.has("isfree") {
      cost.take(free: record["free", "isfree"].bool)
    } else if record["hascost"].bool != nil {
      cost.take(free: record["hascost"].bool.map { !$0 })
    }
    for name in ["fees", "feesdescription", "feestext"] {
      if let text = record[name].string { cost.take(text: text) }
    }
    for option in record["costoptions"].items.prefix(50) {
      var validTo: Day?
      if case .day(let day) = OfferDate(option["validto"]), day < today { validTo = day }
      cost.take(
        option: option["option", "name", "label"].string ?? "", amount: option["amount"],
        currency: option["currency"].string ?? "",
        per: option["amountdescription", "costtype"].string ?? "", validTo: validTo)
    }
    let result = cost.cost
    if result.isContradictory {
      remark(
        .contradictoryCost, "fees", "The service is said to be free, with words that say otherwise."
      )
    }
    return result
  }

  // MARK: - How to get in

  func access() -> [OfferAccess] {
    var texts: [String] = []
    for name in [
      "attendingaccess", "attendingtype", "referralmethod", "access", "applicationprocess",
      "howtostart", "howtoapply",
    ] {
      texts += record[name].items.compactMap(\.string)
    }
    texts += scheduleValues().compactMap { $0["attendingtype"].string }
    var found = texts.reduce(into: Set<OfferAccess>()) { $0.formUnion(AccessWords.access($1)) }
    for text in eligibilityTexts() where AccessWords.needsPlan(text.lowercased()) {
      found.insert(.planNeeded)
    }
    switch record["needsreferral"].bool {
    case true?: found.insert(.professionalReferral)
    case false? where found.isEmpty: found.insert(.selfReferral)
    default: break
    }
    return OfferAccess.allCases.filter(found.contains)
  }

  func eligibilityTexts() -> [String] {
    let list = record["eligibilitys", "eligibilities", "eligibility"]
    let values = list.items.map { $0.string != nil ? $0 : $0["eligibility", "description"] }
    return ([record["eligibilitydescription"]] + values).compactMap(\.string)
  }

  // MARK: - Terms

  func terms() -> [OfferTerm] {
    var terms: [OfferTerm] = []
    func add(_ value: LooseJSON, _ vocabulary: String) {
      if let text = value.string {
        return add(OfferTerm(name: OfferText.line(text), vocabulary: vocabulary))
      }
      let said = line(value["vocabulary", "taxonomy"])
      add(
        OfferTerm(
          id: line(value["id"]), name: line(value["name", "label", "term"]),
          vocabulary: said.isEmpty ? vocabulary : said))
    }
    func add(_ term: OfferTerm) {
      guard !term.name.isEmpty, terms.count < 200,
        !terms.contains(where: { $0.name == term.name && $0.vocabulary == term.vocabulary })
      else { return }
      terms.append(term)
    }
    for item in record["servicetaxonomys", "servicetaxonomies"].items {
      add(item["taxonomy"], "")
    }
    for item in record["attributes"].items {
      let term = item["taxonomyterm"]
      if term.isBlank { add(item["label", "value"], line(item["linktype"])) } else { add(term, "") }
    }
    for item in record["taxonomies", "categories"].items { add(item, "") }
    for item in record["sendneeds", "sendneedssupport"].items { add(item, "SEND needs") }
    for item in record["suitabilities"].items { add(item, "Suitabilities") }
    for item in record["pctargetaudience"].items { add(item["audiencetype"], "Audience") }
    for entry in record["eligibilitys", "eligibilities"].items {
      for item in entry["taxonomys", "taxonomies"].items { add(item, "Eligibility") }
    }
    return terms
  }

  // MARK: - Languages

  func languages() -> [String] {
    var found: [String] = []
    for item in record["languages", "language"].items {
      let name = item.string ?? item["name", "language", "code"].string ?? ""
      let text = line(.text(LanguageCodes.name(name)))
      if !text.isEmpty, !found.contains(text), found.count < 100 { found.append(text) }
    }
    return found
  }
}
