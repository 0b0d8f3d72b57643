/// A language in which the labels of a family's sheet are written, beside the English ones.
///
/// The services themselves stay in their publisher's words. The words below were written for this
/// program and not checked by a translator; whoever hands a sheet on should have it read over.
public struct SheetLanguage: Hashable, Sendable, Identifiable {
  /// ISO 639-1: `pt`.
  public let id: String
  /// As the family names it.
  public let name: String
  /// In English, for the person who chooses.
  public let english: String
  let labels: [SheetLabel: String]

  /// The English labels alone.
  public static let english = SheetLanguage(
    id: "en", name: "English", english: "English", labels: [:])

  public static let shipped: [SheetLanguage] = [
    english,
    SheetLanguage(
      id: "pt", name: "Português", english: "Portuguese",
      labels: [
        .what: "O que faz", .phone: "Telefone", .email: "E-mail", .web: "Página na Internet",
        .when: "Quando", .place: "Onde", .cost: "Preço", .ages: "Idades",
        .access: "Como participar", .languages: "Línguas", .free: "grátis",
        .notStated: "não indicado", .askFirst: "Telefone antes de ir",
        .title: "Serviços que podem ajudar",
      ]),
    SheetLanguage(
      id: "es", name: "Español", english: "Spanish",
      labels: [
        .what: "Qué hace", .phone: "Teléfono", .email: "Correo electrónico", .web: "Página web",
        .when: "Cuándo", .place: "Dónde", .cost: "Precio", .ages: "Edades",
        .access: "Cómo participar", .languages: "Idiomas", .free: "gratis",
        .notStated: "no se indica", .askFirst: "Llame antes de ir",
        .title: "Servicios que pueden ayudar",
      ]),
    SheetLanguage(
      id: "fr", name: "Français", english: "French",
      labels: [
        .what: "Ce que c'est", .phone: "Téléphone", .email: "E-mail", .web: "Site Internet",
        .when: "Quand", .place: "Où", .cost: "Prix", .ages: "Âges",
        .access: "Comment s'inscrire", .languages: "Langues", .free: "gratuit",
        .notStated: "non précisé", .askFirst: "Téléphonez avant d'y aller",
        .title: "Services qui peuvent aider",
      ]),
    SheetLanguage(
      id: "pl", name: "Polski", english: "Polish",
      labels: [
        .what: "Co oferuje", .phone: "Telefon", .email: "E-mail", .web: "Strona internetowa",
        .when: "Kiedy", .place: "Gdzie", .cost: "Cena", .ages: "Wiek",
        .access: "Jak się zgłosić", .languages: "Języki", .free: "bezpłatnie",
        .notStated: "nie podano", .askFirst: "Proszę najpierw zadzwonić",
        .title: "Usługi, które mogą pomóc",
      ]),
  ]

  /// Both, so that whoever helps the family reads it too: `Telefone / Phone`.
  func label(_ label: SheetLabel) -> String {
    labels[label].map { "\($0) / \(label.english)" } ?? label.english
  }
}

/// The words of a family's sheet that are not the publisher's.
enum SheetLabel: Hashable, CaseIterable {
  case title, what, phone, email, web, when, place, cost, ages, access, languages
  case free, notStated, askFirst

  var english: String {
    switch self {
    case .title: "Services that may help"
    case .what: "What it does"
    case .phone: "Phone"
    case .email: "E-mail"
    case .web: "Web"
    case .when: "When"
    case .place: "Where"
    case .cost: "Cost"
    case .ages: "Ages"
    case .access: "How to get in"
    case .languages: "Languages"
    case .free: "free"
    case .notStated: "not stated"
    case .askFirst: "Please phone before you go"
    }
  }
}
