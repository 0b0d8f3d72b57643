/// What a column of a directory can hold. Every heading is compared by its letters and digits
/// alone, in small letters: `What to ask about` is `whattoaskabout`.
enum DirectoryField: String, CaseIterable {
  case id, team, role, name, topics, area, phone, email, hours, notes, checked

  /// Headings that people give such a column, those that stand before others first.
  var headings: [String] {
    switch self {
    case .id: ["id", "entryid", "uniqueid", "reference", "ref"]
    case .team:
      [
        "team", "teamname", "teamorrole", "teamorpost", "service", "servicename", "department",
        "organisation", "organization", "agency",
      ]
    case .role:
      ["role", "roletitle", "jobtitle", "job", "post", "position", "title", "designation"]
    case .name:
      [
        "name", "person", "personname", "fullname", "contact", "contactname", "contactperson",
        "who", "officer", "nameofperson", "forename", "firstname", "surname", "lastname",
      ]
    case .topics:
      [
        "topics", "topic", "about", "askabout", "whattoaskabout", "contactabout", "contactfor",
        "responsibilities", "responsiblefor", "remit", "covers", "helpswith", "description",
        "whatwedo", "purpose",
      ]
    case .area:
      [
        "area", "areas", "areacovered", "areascovered", "settings", "settingscovered", "schools",
        "locality", "localities", "patch", "coverage",
      ]
    case .phone:
      [
        "phone", "phones", "phonenumber", "telephone", "telephonenumber", "tel", "telno", "phoneno",
        "dutynumber", "dutyphone", "landline", "mobile", "mobilenumber", "mobilephone", "phone2",
        "telephone2", "number", "contactnumber", "contactphone",
      ]
    case .email:
      ["email", "emails", "emailaddress", "mail", "contactemail", "mailbox", "teamemail", "email2"]
    case .hours:
      [
        "hours", "officehours", "openinghours", "dutytimes", "dutyhours", "times", "availability",
        "when", "workingdays", "days", "daysandtimes",
      ]
    case .notes: ["notes", "note", "comments", "comment", "moreinformation", "furtherinformation"]
    case .checked:
      [
        "checked", "lastchecked", "datechecked", "checkedon", "lastverified", "verified", "updated",
        "lastupdated", "dateupdated", "lastreviewed",
      ]
    }
  }

  /// The headings of a table that this field is read from: one, or all where several may be filled.
  func columns(in keys: Set<String>) -> [String] {
    let found = headings.filter(keys.contains)
    switch self {
    case .phone, .email, .notes, .topics, .area: return found
    case .name: return parts(of: found)
    default: return Array(found.prefix(1))
    }
  }

  /// A first name and a surname are one name; of other headings the first is.
  private func parts(of found: [String]) -> [String] {
    let parts = ["forename", "firstname", "surname", "lastname"]
    if let whole = found.first(where: { !parts.contains($0) }) { return [whole] }
    return found
  }
}
