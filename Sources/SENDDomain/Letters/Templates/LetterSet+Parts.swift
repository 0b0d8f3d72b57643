extension LetterSet {
  static let heading = """
    | {date}
    | To: {to}
    | Our reference: {reference}
    | About: {child}, born {born}
    """

  static let closing = """
    Yours sincerely

    | {officer}
    | {team}
    """

  /// - Source: Children and Families Act 2014, ss51 and 55 to 57; SEND Regulations 2014, regs 5(3),
  ///   32 to 39; Tribunal Procedure (HESC Chamber) Rules 2008, rule 20(1)(c).
  static let rightsParent = """
    Your rights

    If you do not agree with this decision, you can talk to us: {team}. That takes none of the
    rights below away, and it does not stop their time limits.

    - Appeal. You can appeal to the First-tier Tribunal (Special Educational Needs and
      Disability) under section 51 of the Children and Families Act 2014. The Tribunal must have
      your appeal within two months of the day we sent this letter, which is by {appeal-by}, or
      within one month of the date on your mediation certificate, if that is later
      ({law of appeal-by}).

    - Mediation first. Before you appeal you need a mediation certificate. To get one, contact
      the mediation adviser within two months of the day we sent this letter, which is by
      {mediation-by} ({law of mediation-by}). The adviser tells you what mediation is; whether
      you take part is your choice. If you do not want mediation, tell the adviser, who sends
      you the certificate within three working days. If you do, it is to be arranged within 30
      days, and the certificate follows within three working days of its end (SEND Regulations
      2014, regs 34 to 39).

    - The mediation adviser: {mediation-adviser}.

    - Advice and support for you, free and impartial: {sendiass}.

    - Disagreement resolution: {disagreement-resolution}. It is separate from mediation, needs
      both sides to agree to it, and changes no time limit.

    If you appeal, send the Tribunal this letter and your mediation certificate.
    """

  /// - Source: As for the parent's; who is a young person: s83(2), capacity: s80.
  static let rightsYoungPerson = """
    Your rights

    You are over compulsory school age, so these rights are your own (Children and Families Act
    2014, sections 51 and 83). Your parent, or somebody else you choose, can help you with them
    and speak for you. If you do not have the mental capacity for this decision, a
    representative, who may be your parent, acts for you (section 80).

    If you do not agree with this decision, you can talk to us: {team}. That takes none of the
    rights below away, and it does not stop their time limits.

    - Appeal. You can appeal to the First-tier Tribunal (Special Educational Needs and
      Disability). The Tribunal must have your appeal within two months of the day we sent this
      letter, which is by {appeal-by}, or within one month of the date on your mediation
      certificate, if that is later ({law of appeal-by}).

    - Mediation first. Before you appeal you need a mediation certificate. To get one, contact
      the mediation adviser within two months of the day we sent this letter, which is by
      {mediation-by} ({law of mediation-by}). The adviser tells you what mediation is; whether
      you take part is your choice. If you do not want mediation, tell the adviser, who sends
      you the certificate within three working days. If you do, it is to be arranged within 30
      days, and the certificate follows within three working days of its end (SEND Regulations
      2014, regs 34 to 39).

    - The mediation adviser: {mediation-adviser}.

    - Advice and support for you, free and impartial: {sendiass}.

    - Disagreement resolution: {disagreement-resolution}. It is separate from mediation, needs
      both sides to agree to it, and changes no time limit.

    If you appeal, send the Tribunal this letter and your mediation certificate.
    """

  /// - Source: Children and Families Act 2014, s55(3) and (4); the paragraph is general knowledge.
  static let rightsPlacement = """
    No certificate for section I alone. If your appeal is only about the school or other
    institution that the plan names, about the type that it names, or about its naming none, you
    do not need a mediation certificate (Children and Families Act 2014, section 55). Without one
    the two months from the day we sent this letter are all the time there is.
    """
}
