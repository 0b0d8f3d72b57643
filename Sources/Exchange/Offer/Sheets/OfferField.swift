/// The fields of a service that a table's column can hold, by the names a mapping file has for them.
package enum OfferField: String, CaseIterable, Sendable {
  case id, name
  case alternateName = "alternate_name"
  case description, provider
  case providerDescription = "provider_description"
  case providerWebsite = "provider_website"
  case providerEmail = "provider_email"
  case sector, status, alert, website, email, phone
  case lowestAge = "lowest_age"
  case highestAge = "highest_age"
  case ages
  /// Yes or no, "free", or words about what it costs.
  case cost
  case free, price
  case pricePer = "price_per"
  case access, needs, terms, languages
  case openingHours = "opening_hours"
  case place, address, town, postcode, latitude, longitude, accessibility
  /// Yes where nobody may learn the address.
  case hideAddress = "hide_address"
  case areas, eligibility
  case howToApply = "how_to_apply"
  case waitingTime = "waiting_time"
  case notes, checked, changed

  /// Headings that people give such a column, in the form of ``SheetRow/key(_:)``. The field's own
  /// name is one without being listed.
  var headings: [String] {
    switch self {
    case .id: ["serviceid", "uniqueid", "reference", "ref"]
    case .name: ["servicename", "nameofservice", "service", "title", "servicetitle"]
    case .alternateName: ["alsoknownas", "othername"]
    case .description: ["servicedescription", "details", "about", "whatwedo", "summary"]
    case .provider:
      [
        "organisation", "organization", "organisationname", "providername", "nameoforganisation",
        "providedby", "runby",
      ]
    case .sector: ["organisationtype", "providertype", "kindofprovider"]
    case .website: ["url", "web", "webaddress", "link", "websiteaddress"]
    case .email: ["emailaddress", "contactemail", "mail"]
    case .phone:
      [
        "telephone", "phonenumber", "telephonenumber", "contactphone", "tel", "contactnumber",
        "contacttelephone",
      ]
    case .lowestAge: ["minimumage", "minage", "agefrom", "fromage", "youngest"]
    case .highestAge: ["maximumage", "maxage", "ageto", "toage", "oldest"]
    case .ages: ["age", "agerange", "agegroup", "agegroups"]
    case .cost: ["costs", "fee", "fees", "charges", "charge"]
    case .free: ["isfree", "isitfree"]
    case .price: ["amount", "costamount"]
    case .access: ["howtogetin", "referral", "referralroute", "howtoaccess"]
    case .needs: ["need", "sendneeds", "areasofneed", "areaofneed", "send"]
    case .terms: ["category", "categories", "subcategory", "type", "servicetype", "tags"]
    case .languages: ["language"]
    case .openingHours: ["hours", "times", "when", "openingtimes", "daysandtimes"]
    case .place: ["venue", "location", "locationname", "venuename", "where"]
    case .address: ["addressline1", "address1", "street", "fulladdress"]
    case .town: ["city", "townorcity", "towncity"]
    case .postcode: ["postalcode", "zip"]
    case .latitude: ["lat"]
    case .longitude: ["lon", "lng", "long"]
    case .accessibility: ["accessible", "accessneeds"]
    case .areas: ["area", "areacovered", "coverage", "areaserved"]
    case .eligibility: ["whocancome", "whoitisfor", "whoisitfor", "criteria"]
    case .howToApply: ["howtorefer", "application"]
    case .waitingTime: ["waittime", "waitinglist"]
    case .checked: ["lastchecked", "datechecked", "checkedon", "lastverified", "assureddate"]
    case .changed: ["updated", "lastupdated", "lastmodified"]
    default: []
    }
  }
}
