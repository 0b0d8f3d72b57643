extension LetterSet {
  static let requestAcknowledged = """
    {heading}

    Dear {dear}

    Request for an education, health and care (EHC) needs assessment

    We received the request for an EHC needs assessment of {whose} needs on {request-received}.

    We now look at whether to carry the assessment out. We must tell you our decision by
    {decide-by}, six weeks after we received the request ({law of decide-by}). If we assess and
    then make an EHC plan, the final plan must be sent by {final-by}, twenty weeks after we
    received the request ({law of final-by}). These are the last days, and we aim to be earlier.
    The law knows a few exceptions; if one applies, we tell you which and why.

    You have the right to tell us your views, in writing or by speaking to us, and to send us
    evidence (Children and Families Act 2014, section 36). Please do so as soon as you can.

    For free and impartial advice and support: {sendiass}.

    {closing}
    """

  static let assessAgreed = """
    {heading}

    Dear {dear}

    We will carry out an EHC needs assessment

    On {decided-on} we decided to carry out an education, health and care (EHC) needs assessment
    of {whose} needs.

    We now ask for advice: your own views, and advice from education, health, educational
    psychology, social care and others who are needed. From Year 9 on it also covers preparing
    for adulthood. You can ask us to seek advice from somebody in particular, and we do where
    the request is reasonable (SEND Regulations 2014, reg 6(1)). Each adviser has six weeks from
    the day our request reaches them.

    If we then decide that no plan is needed, we must tell you within sixteen weeks of receiving
    the request. If we make a plan, you first get a draft and at least fifteen days to answer
    it, and the final plan must be sent by {final-by} ({law of final-by}).

    For free and impartial advice and support: {sendiass}.

    {closing}
    """

  static let assessRefused = """
    {heading}

    Dear {dear}

    We will not carry out an EHC needs assessment

    On {decided-on} we decided not to carry out an education, health and care (EHC) needs
    assessment of {whose} needs. We had received the request on {request-received}.

    The law says that we must assess where a child or young person has or may have special
    educational needs, and it may be necessary for special educational provision to be made for
    them in accordance with an EHC plan (Children and Families Act 2014, section 36(8)). We
    looked at the request, at your views and at the evidence that was sent to us.

    Our reasons: {reasons}

    {rights}

    {closing}
    """

  static let adviceSocialCare = """
    {heading}

    Dear {dear}

    Social care advice for an EHC needs assessment: answer by {advice-by}

    We are carrying out an education, health and care (EHC) needs assessment of {child}, and ask
    you for advice and information about social care (SEND Regulations 2014, reg 6(1)). We asked
    on {asked-on}. Your answer is due within six weeks of receiving this request, which is by
    {advice-by} ({law of advice-by}).

    Please say:

    - whether {first-name} is known to you now or was before, and in what way;

    - the social care needs linked to the special educational needs or to a disability (section
      D);

    - what you want to change for {first-name}, as outcomes;

    - the provision: under section 2 of the Chronically Sick and Disabled Persons Act 1970
      (section H1), and any other that is reasonably required (section H2), with how much, how
      often and who provides it.

    If you find no such needs, or {first-name} is not known to you, please say that in words and
    say what you looked at. A blank is not an answer. Please write so that the family can read
    it.

    {closing}
    """

  static let adviceHealth = """
    {heading}

    Dear {dear}

    Health advice for an EHC needs assessment ({adviser}): answer by {advice-by}

    We are carrying out an education, health and care (EHC) needs assessment of {child}, and ask
    you for medical advice and information (SEND Regulations 2014, reg 6(1)). We asked on
    {asked-on}. Your answer is due within six weeks of receiving this request, which is by
    {advice-by} ({law of advice-by}).

    Please say:

    - whether {first-name} is open to your service, waiting or discharged, and when last seen;

    - the health needs linked to the special educational needs or to a disability (section C);

    - what you want to change for {first-name}, as outcomes;

    - the health care that is reasonably required (section G), and any that educates or trains,
      which belongs with the special educational provision (section F): how much, how often, for
      how long and who provides it.

    If {first-name} is not open to your service, please say so in words: that is not the same as
    having no need. If you must assess first, tell us now and say when. Please write so that the
    family can read it.

    {closing}
    """

  static let adviceOther = """
    {heading}

    Dear {dear}

    Advice for an EHC needs assessment ({adviser}): answer by {advice-by}

    We are carrying out an education, health and care (EHC) needs assessment of {child}, and ask
    you for advice and information (SEND Regulations 2014, reg 6(1)). We asked on {asked-on}.
    Your answer is due within six weeks of receiving this request, which is by {advice-by}
    ({law of advice-by}).

    Please say:

    - what {first-name} can do and enjoys, and what is hard;

    - the special educational needs (section B);

    - what should change for {first-name}, as outcomes (section E);

    - the provision that this calls for (section F): how much, how often, for how long, who
      gives it and with what training.

    If you have nothing to add, please say so in words. Please write so that the family can read
    it.

    {closing}
    """

  static let chaserFirst = """
    {heading}

    Dear {dear}

    Reminder: advice for the EHC needs assessment of {child} ({adviser})

    On {asked-on} we asked you for this advice. We have not had it yet. It is due within six
    weeks of your receiving our request, which is by {advice-by} ({law of advice-by}).

    If it is on its way, please tell us which day it comes. If something stops you, or it should
    have gone to somebody else, please tell us now.

    {closing}
    """

  static let chaserSecond = """
    {heading}

    Dear {dear}

    Second reminder: advice for the EHC needs assessment of {child} ({adviser})

    On {asked-on} we asked you for this advice, and on {chased-on} we reminded you. We have not
    had it. It is due within six weeks of your receiving our request, which is by {advice-by}
    ({law of advice-by}).

    The family is waiting for a plan that must be final by {final-by} ({law of final-by}).
    Please send the advice now, or tell us today which day it comes and what stops you. The next
    reminder goes to the manager of your service.

    {closing}
    """

  static let chaserThird = """
    {heading}

    Dear {dear}

    Advice outstanding from your service: EHC needs assessment of {child} ({adviser})

    On {asked-on} we asked your service for this advice, and on {chased-on} we reminded it. We
    have not had it. It is due within six weeks of your service receiving our request, which is
    by {advice-by} ({law of advice-by}).

    The plan must be final by {final-by} ({law of final-by}), and it cannot say what
    {first-name} needs of your service without you. Please tell us within two working days who
    writes the advice and which day it comes. If it cannot come, please tell us why in writing.

    {closing}
    """

  static let noNeedsFound = """
    {heading}

    Dear {dear}

    Advice for the EHC needs assessment of {child} ({adviser})

    You asked for this advice on {asked-on}. It is given under reg 6(1) of the SEND Regulations
    2014.

    {advice-words}

    This is what was found when we looked, and needs can change. What there is for the family
    without an assessment stands in the Local Offer: {local-offer}. The family, the setting or a
    professional can ask us to look again at any time.

    Yours sincerely

    | [to fill: the name and service of whoever gives this advice]
    """

  static let noPlan = """
    {heading}

    Dear {dear}

    We will not make an EHC plan

    The education, health and care (EHC) needs assessment of {whose} needs is finished. On
    {decided-on} we decided that it is not necessary for special educational provision to be
    made in accordance with an EHC plan (Children and Families Act 2014, sections 36 and 37).

    Our reasons: {reasons}

    The support that the setting can give without a plan, and who else can help, are in the
    Local Offer: {local-offer}.

    {rights}

    {closing}
    """

  static let draftPlan = """
    {heading}

    Dear {dear}

    The draft EHC plan: your answer

    With this letter comes the draft of {whose} education, health and care (EHC) plan, with the
    advice it is made of. It does not name a school or other institution yet (section I): that
    is settled when we have heard from you.

    You have at least fifteen days, beginning with the day on which the draft is served on you,
    to:

    - tell us what you think of it, and what should change;

    - ask us to name a particular school or other institution;

    - ask for a meeting with an officer of ours to talk it over.

    If the draft reached you on {draft-sent}, the last of the fifteen days is
    {representations-by} ({law of representations-by}). If it came later, so does the last day.

    What schools and colleges there are stands in the Local Offer: {local-offer}.

    The final plan must be sent by {final-by} ({law of final-by}).

    For free and impartial advice and support: {sendiass}.

    {closing}
    """

  static let consultation = """
    {heading}

    Dear {dear}

    Consultation: {child}. Please answer by {answer-by}

    We are preparing an education, health and care (EHC) plan for {child}, and consult you on
    being named in it (Children and Families Act 2014, sections 38 and 39). The draft plan comes
    with this letter.

    Please answer by {answer-by}. The Code of Practice asks for an answer within fifteen days
    ({law of answer-by}); they run on through school holidays, and we may go on without an
    answer.

    Please say:

    - whether you can meet the needs and make the provision in the draft, and what else you
      would need;

    - if not, whether a place would be unsuitable for the age, ability, aptitude or special
      educational needs, or incompatible with the efficient education of others or the efficient
      use of resources, with your evidence and what steps you looked at to overcome it;

    - from which day a place would be there.

    {closing}
    """

  static let finalPlan = """
    {heading}

    Dear {dear}

    The final EHC plan

    With this letter comes {whose} final education, health and care (EHC) plan. It is sent to
    you, to the setting that it names and to the body that commissions the health care in it
    (SEND Regulations 2014, reg 13(2)).

    We must make sure that the special educational provision in the plan is made, and the health
    commissioner that the health care in it is (Children and Families Act 2014, section 42). The
    plan is reviewed within twelve months.

    You can appeal about the description of the special educational needs (section B), about the
    special educational provision (section F) and about the school or other institution, or the
    type of it, that the plan names, or its naming none (section I).

    {rights}

    {rights-placement}

    {closing}
    """
}
