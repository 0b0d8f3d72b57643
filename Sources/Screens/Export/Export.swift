import SENDDomain

/// What can leave the program as files, as it is asked for.
package enum ExportWish: Hashable, Sendable {
  case letters([LetterWish])
  /// The advice that providers still owe on a desk: one provider's, or with nil a list for each.
  case lists(AdviceDesk, provider: String?)
  case chronology(Child.ID)
  /// What the next panel looks at.
  case agenda
}

/// The same once it is made.
package enum Export: Hashable, Sendable {
  case letters(LettersMade)
  case lists([ProviderList])
  case chronology(Chronology)
  case agenda(PanelAgenda)
}

/// What making it came to.
package enum ExportReply: Hashable, Sendable {
  case made(Export)
  case refused(sentence: String)
}
