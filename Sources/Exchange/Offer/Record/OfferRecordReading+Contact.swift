import SENDDomain

extension OfferRecordReading {
  /// Whoever can be spoken to: of the service, of its being somewhere, of the places.
  private func contactOwners() -> [LooseJSON] {
    var owners = [record]
    for (owner, place) in locationValues() where place["maskexactaddress"].bool != true {
      owners += [owner, place]
    }
    return owners
      + owners.flatMap { $0["contacts", "contact"].items }
      .filter { $0["visible"].bool != false && $0.string == nil }
  }

  func phones() -> [OfferPhone] {
    var found: [OfferPhone] = []
    func add(_ value: LooseJSON, `extension`: LooseJSON = .null) {
      guard var text = value.string else { return }
      if let number = `extension`.string, !number.trimmingWhitespace.isEmpty,
        !text.lowercased().contains("ext")
      {
        text += " ext " + number
      }
      var isNumber = false
      if case .number = value { isNumber = true }
      if let phone = PhoneText.phone(text, isNumber: isNumber), !found.contains(phone),
        found.count < 50
      {
        found.append(phone)
      }
    }
    for owner in contactOwners() {
      for item in owner["phones", "phone", "telephone", "contactphone"].items {
        if item.string != nil {
          add(item)
        } else {
          add(item["number", "phone"], extension: item["extension"])
        }
      }
    }
    return found
  }

  mutating func emails() -> [String] {
    var found: [String] = []
    var isPlaceholder = false
    for owner in contactOwners() {
      for item in owner["email", "emails", "contactemail"].items {
        guard let text = item.string, !text.trimmingWhitespace.isEmpty else {
          if case .flag = item { remarkBadEmail("") }
          continue
        }
        let before = isPlaceholder
        let read = LinkText.emails(text, isPlaceholder: &isPlaceholder)
        if read.isEmpty, isPlaceholder == before { remarkBadEmail(OfferText.line(text)) }
        for email in read where !found.contains(email) { found.append(email) }
      }
    }
    if isPlaceholder {
      remark(.placeholder, "email", "The e-mail address is made up and is left out.")
    }
    return found
  }

  private mutating func remarkBadEmail(_ text: String) {
    guard !Placeholder.isOne(text) else { return }
    remark(.badEmail, "email", "This is no e-mail address and is left out.")
  }

  mutating func links() -> [OfferLink] {
    var found: [OfferLink] = []
    var values = [record["url", "website", "link"]]
    for name in ["additionalurls", "links", "socialmedias"] {
      values += record[name].items.map { $0.string != nil ? $0 : $0["url", "uri", "link"] }
    }
    values += [record["localoffer"]["link"], record["referralurl"], record["feesurl"]]
    values += scheduleValues().map { $0["schedulelink"] }
    for value in values.flatMap(\.items) {
      guard let text = value.string, !text.trimmingWhitespace.isEmpty,
        let link = LinkText.link(text)
      else { continue }
      if !link.isWeb {
        remark(.badLink, "url", "The address is no web address and is shown as given.")
      }
      if !found.contains(link), found.count < 30 { found.append(link) }
    }
    return found
  }

  // MARK: - Details

  /// Prose that has no place of its own, under headings.
  mutating func details() -> [OfferDetail] {
    var found: [OfferDetail] = []
    func add(_ heading: String, _ text: String) {
      guard !text.isEmpty, found.count < 40,
        !found.contains(where: { $0.text == text && $0.heading == heading })
      else { return }
      found.append(OfferDetail(heading: heading, text: text))
    }
    for text in eligibilityTexts() { add("Who it is for", prose(.text(text), "eligibility")) }
    for (heading, names) in OfferRecordReading.headings {
      for name in names {
        for item in record[name].items {
          let value = item.string != nil ? item : item["source", "document", "description", "name"]
          add(heading, prose(value, name))
        }
      }
    }
    let localOffer = record["localoffer"]
    add("Local Offer", prose(localOffer["description"], "local_offer.description"))
    for answer in localOffer["surveyanswers"].items {
      let text = prose(answer["answer"], "local_offer.survey_answers")
      if !text.isEmpty { add(line(answer["question"]), text) }
    }
    return found
  }

  private static let headings: [(String, [String])] = [
    ("How to apply", ["applicationprocess", "howtoapply", "referralmethod"]),
    ("Waiting time", ["waittime", "waitingtime"]),
    ("Interpreting", ["interpretationservices"]),
    ("What to bring", ["requireddocuments"]),
    ("Accreditation", ["accreditations"]),
    ("Licences", ["licenses", "licences"]),
    ("Capacity", ["capacities"]),
    ("Funding", ["funding", "fundings"]),
    ("How it is given", ["deliverymethod", "deliverabletype"]),
    ("Text message", ["contactsms"]),
    ("Support for SEND", ["supportdescription"]),
    ("What it aims at", ["outcomes"]),
    ("SEND training of staff", ["recentsendtraining"]),
    ("How parents are involved", ["parentalinvolvement"]),
    ("How information is shared", ["informationsharing"]),
    ("How accessible it is", ["environmentaccessibility"]),
    ("How to start", ["howtostart"]),
    ("Plans", ["futureplans"]),
    ("Notes", ["moredetails"]),
  ]
}
