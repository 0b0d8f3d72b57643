extension SheetLanguage {
  public static let shipped: [SheetLanguage] = [english, portuguese, spanish, french, polish]

  private static let portuguese = SheetLanguage(
    id: "pt", name: "Português", english: "Portuguese",
    days: ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"], ages: ("a partir dos", "até aos"),
    words: [
      .title: "Serviços que podem ajudar",
      .phone: "Telefone", .email: "E-mail", .web: "Página na Internet", .when: "Quando",
      .place: "Onde", .cost: "Preço", .ages: "Idades", .access: "Como participar",
      .languages: "Línguas", .free: "grátis", .paid: "pago", .notStated: "não indicado",
      .askFirst: "Telefone antes de ir", .online: "pela Internet", .made: "Feito em",
      .lapsed: "terminou em", .closedForNow: "Temporariamente fechado.",
      .inactive: "Inativo, segundo quem o publica.",
      .defunct: "Já não existe, segundo quem o publica.",
      .selfReferral: "inscreva-se diretamente", .dropIn: "basta aparecer",
      .professional: "através de um profissional", .appointment: "por marcação",
      .membership: "para membros", .planNeeded: "é necessário um plano EHC",
    ])

  private static let spanish = SheetLanguage(
    id: "es", name: "Español", english: "Spanish",
    days: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"], ages: ("desde los", "hasta los"),
    words: [
      .title: "Servicios que pueden ayudar",
      .phone: "Teléfono", .email: "Correo electrónico", .web: "Página web", .when: "Cuándo",
      .place: "Dónde", .cost: "Precio", .ages: "Edades", .access: "Cómo participar",
      .languages: "Idiomas", .free: "gratis", .paid: "de pago", .notStated: "no se indica",
      .askFirst: "Llame antes de ir", .online: "por Internet", .made: "Hecho el",
      .lapsed: "terminó el", .closedForNow: "Cerrado temporalmente.",
      .inactive: "Inactivo, según quien lo publica.",
      .defunct: "Ya no existe, según quien lo publica.",
      .selfReferral: "inscríbase directamente", .dropIn: "basta con ir",
      .professional: "a través de un profesional", .appointment: "con cita previa",
      .membership: "para socios", .planNeeded: "hace falta un plan EHC",
    ])

  private static let french = SheetLanguage(
    id: "fr", name: "Français", english: "French",
    days: ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"], ages: ("à partir de", "jusqu'à"),
    words: [
      .title: "Services qui peuvent aider",
      .phone: "Téléphone", .email: "E-mail", .web: "Site Internet", .when: "Quand",
      .place: "Où", .cost: "Prix", .ages: "Âges", .access: "Comment s'inscrire",
      .languages: "Langues", .free: "gratuit", .paid: "payant", .notStated: "non précisé",
      .askFirst: "Téléphonez avant d'y aller", .online: "en ligne", .made: "Fait le",
      .lapsed: "terminé le", .closedForNow: "Fermé temporairement.",
      .inactive: "Inactif, selon celui qui le publie.",
      .defunct: "N'existe plus, selon celui qui le publie.",
      .selfReferral: "inscrivez-vous directement", .dropIn: "il suffit de venir",
      .professional: "par un professionnel", .appointment: "sur rendez-vous",
      .membership: "pour les membres", .planNeeded: "un plan EHC est nécessaire",
    ])

  private static let polish = SheetLanguage(
    id: "pl", name: "Polski", english: "Polish",
    days: ["pon", "wt", "śr", "czw", "pt", "sob", "nd"], ages: ("od", "do"), dateMark: ".",
    words: [
      .title: "Usługi, które mogą pomóc",
      .phone: "Telefon", .email: "E-mail", .web: "Strona internetowa", .when: "Kiedy",
      .place: "Gdzie", .cost: "Cena", .ages: "Wiek", .access: "Jak się zgłosić",
      .languages: "Języki", .free: "bezpłatnie", .paid: "płatne", .notStated: "nie podano",
      .askFirst: "Proszę najpierw zadzwonić", .online: "przez Internet", .made: "Sporządzono",
      .lapsed: "zakończone", .closedForNow: "Tymczasowo nieczynne.",
      .inactive: "Nieaktywne według wydawcy.", .defunct: "Już nie istnieje według wydawcy.",
      .selfReferral: "proszę zgłosić się samodzielnie", .dropIn: "wystarczy przyjść",
      .professional: "przez specjalistę", .appointment: "po umówieniu się",
      .membership: "dla członków", .planNeeded: "potrzebny plan EHC",
    ])
}
