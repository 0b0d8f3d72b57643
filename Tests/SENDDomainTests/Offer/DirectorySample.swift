import SENDDomain

/// A made-up directory, as the questions of ``DirectoryTests`` are asked of it.
enum DirectorySample {
  static let entries: [DirectoryEntry] = [
    entry(
      "Designated Social Care Officer (DSCO)", "Ruth Madeup",
      "social care advice; sections D, H1 and H2; care needs in EHC plans"),
    entry(
      "Designated Clinical Officer (DCO)", "Dr Sam Example",
      "health advice; section G; health provision; continuing care; medical needs in school"),
    entry(
      "Area SENCO, north", "Ines Invented", "advice to schools and nurseries; SEN support",
      areas: ["north"]),
    entry(
      "Area SENCO, south", "Paul Pretend", "advice to schools and nurseries; SEN support",
      areas: ["south"]),
    entry(
      "Early years area SENCO", "Noor Fictional",
      "nursery and childminder inclusion; early years funding", areas: ["all nurseries"]),
    entry(
      "SENDIASS", "", "independent advice for parents; appeals; mediation; rights; complaints"),
    entry(
      "SEND casework team", "",
      "EHC needs assessments; EHC plans; annual reviews; naming a school; tribunal"),
    entry(
      "Children's social care front door (MASH)", "",
      "worries about a child's safety; child protection; referral to a social worker",
      hours: "weekdays 9 to 5; out of hours: emergency duty team"),
    entry(
      "Emergency duty team", "", "duty social worker; child protection at night",
      hours: "nights, weekends and bank holidays"),
    entry(
      "0-25 disabilities service duty line", "",
      "duty social worker; care packages; direct payments; personal budgets"),
    entry("Short breaks duty", "", "short breaks; respite; overnight stays; holiday playschemes"),
    entry("Education duty desk", "", "children missing education; exclusions; attendance"),
    entry("Autism champion", "Jo Nobody", "autism in schools; autism training for staff"),
    entry(
      "Educational psychology service", "",
      "learning; assessments by psychologists; critical incidents"),
    entry(
      "Speech and language therapy advice line", "",
      "talking; communication; eating and swallowing"),
    entry("Hospital school", "", "education in hospital; home tuition for medical needs"),
    entry(
      "Virtual school head", "Max Imaginary", "looked-after children; personal education plans"),
    entry("SEND transport team", "", "school transport; taxis; travel training; bus passes"),
    entry(
      "Preparing for adulthood lead", "Lea Unreal",
      "moving to adult services; supported internships"),
    entry("Local Offer officer", "Kit Sample", "wrong or missing entries in the Local Offer"),
  ]

  private static func entry(
    _ name: String, _ person: String, _ topics: String, areas: [String] = [], hours: String = ""
  ) -> DirectoryEntry {
    DirectoryEntry(
      name: name, person: person,
      topics: topics.split(separator: ";").map { String($0.drop { $0 == " " }) }, areas: areas,
      phones: [OfferPhone(text: "020 7946 0100", numbers: ["020 7946 0100"])], hours: hours)
  }
}
