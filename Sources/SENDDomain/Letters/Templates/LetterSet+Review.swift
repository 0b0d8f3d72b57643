extension LetterSet {
  static let reviewInvitation = """
    {heading}

    Dear {dear}

    Annual review of the EHC plan of {child}: {meeting-day}

    You are invited to the review meeting on {meeting-day} at [to fill: time and place of the
    meeting]. Everybody invited has at least two weeks' notice of it (SEND Regulations 2014,
    regs 20(3), 21(3)).

    The meeting looks at how {first-name} is doing, at whether the outcomes and the provision in
    the plan are still right, and at what the family wants. From Year 9 on it also looks at
    preparing for adulthood and independent living.

    Please send your advice or views so that all who are invited can have them by {papers-by}
    ({law of papers-by}). If you cannot come, please send them all the same.

    After the meeting a report goes to all by {report-by} ({law of report-by}), and the local
    authority tells the family by {review-decision-by} whether it keeps, changes or ends the
    plan ({law of review-decision-by}).

    {closing}
    """

  static let reviewViewsFamily = """
    {heading}

    Dear {dear}

    Your views for the annual review

    The review of {whose} education, health and care (EHC) plan is on {meeting-day}. What you
    think is part of it. Please answer what you can, in any form you like, or tell us on the
    telephone, so that all can read it by {papers-by} ({law of papers-by}):

    - What is going well at home, and at school or college?

    - What is hard, and what has changed since the last review?

    - Is the plan still right: needs, outcomes, provision, the setting?

    - What would you like to happen next, and later in life?

    - What help does the family have, and what is missing?

    - Is there anybody who should be there, or anything that we should do so that you can take
      part?

    For free and impartial advice and support: {sendiass}.

    {closing}
    """

  static let reviewViewsChild = """
    | {date}

    Hello {dear}

    Soon there is a meeting about your plan. It is on {meeting-day}.

    Your plan says what helps you. We want to know what you think. You can write, draw, or tell
    somebody who writes it for you. You can come to the meeting if you like.

    What do you like doing?

    | ........................................................

    What are you good at?

    | ........................................................

    What helps you?

    | ........................................................

    What is hard, or makes you unhappy?

    | ........................................................

    What would you like to change?

    | ........................................................

    What would you like to do when you are older?

    | ........................................................

    Please give this to [to fill: the name of the person who helps with it] before {papers-by}.

    Thank you!
    """

  static let reviewAdvice = """
    {heading}

    Dear {dear}

    Advice for the annual review of {child}

    The review meeting for the education, health and care (EHC) plan of {child} is on
    {meeting-day}. Please send your advice so that all who are invited can have it by
    {papers-by}, two weeks before the meeting ({law of papers-by}).

    Please say:

    - what has changed for {first-name} since the plan was last looked at;

    - how far each outcome that concerns you is reached;

    - whether the provision you give was given, as the plan says it: how much, how often;

    - what in the plan should change, and why;

    - from Year 9 on, what {first-name} needs to prepare for adulthood.

    If nothing needs to change, please say that in words.

    {closing}
    """

  static let reviewChaser = """
    {heading}

    Dear {dear}

    Reminder: advice for the annual review of {child}

    We asked you for advice for the review meeting on {meeting-day}. We have not had it yet. All
    who are invited are to have it by {papers-by}, two weeks before the meeting
    ({law of papers-by}).

    Please send it now, or tell us which day it comes. If you have nothing to add, please say
    that in words.

    {closing}
    """

  static let reviewMaintain = """
    {heading}

    Dear {dear}

    Annual review: the plan stays as it is

    The review meeting for {whose} education, health and care (EHC) plan was held on
    {meeting-day}. On {decided-on} we decided to keep the plan as it is and not to amend it
    ({law of review-decision-by}).

    Our reasons: {reasons}

    The next review must be finished by {next-review-by} ({law of next-review-by}). You can ask
    for an earlier one if something important changes.

    You can appeal against our decision not to amend the plan.

    {rights}

    {closing}
    """

  static let reviewAmendNotice = """
    {heading}

    Dear {dear}

    Annual review: notice of the changes to the plan

    After the review meeting on {meeting-day} we have decided to amend {whose} education, health
    and care (EHC) plan. With this letter come the plan as it is, the changes that we propose,
    and the evidence for them (SEND Regulations 2014, reg 22(2)).

    You have at least fifteen days, beginning with the day on which this notice is served on
    you, to:

    - tell us what you think of the changes, and what else should change;

    - ask us to name a particular school or other institution;

    - ask for a meeting with an officer of ours to talk it over.

    If the notice reached you on {notice-sent}, the last of the fifteen days is
    {representations-by} ({law of representations-by}). If it came later, so does the last day.

    What schools and colleges there are stands in the Local Offer: {local-offer}.

    We must send the final amended plan, or tell you that we do not amend after all, by
    {final-amended-by} ({law of final-amended-by}). Your right to appeal comes with that letter.

    For free and impartial advice and support: {sendiass}.

    {closing}
    """

  static let reviewFinalPlan = """
    {heading}

    Dear {dear}

    The final amended EHC plan

    With this letter comes {whose} education, health and care (EHC) plan as amended after the
    review meeting on {meeting-day}. We sent you notice of the changes on {notice-sent}.

    The next review must be finished by {next-review-by} ({law of next-review-by}): the twelve
    months run from our decision after the review and not from this letter.

    You can appeal about the description of the special educational needs (section B), about the
    special educational provision (section F) and about the school or other institution, or the
    type of it, that the plan names, or its naming none (section I).

    {rights}

    {rights-placement}

    {closing}
    """

  static let reviewNotAmended = """
    {heading}

    Dear {dear}

    We do not amend the plan after all

    On {notice-sent} we sent you notice of changes to {whose} education, health and care (EHC)
    plan. We have looked at your answer, and on {decided-on} decided not to amend the plan (SEND
    Regulations 2014, reg 22(4)). It stays as it was.

    Our reasons: {reasons}

    {rights}

    {closing}
    """

  static let ceaseProposed = """
    {heading}

    Dear {dear}

    We are thinking of ending the EHC plan, and ask you first

    We are considering whether to cease to maintain {whose} education, health and care (EHC)
    plan. We have not decided. Before we do we must tell you and consult you and the setting
    (SEND Regulations 2014, reg 31).

    Why we are considering it: [to fill: why the plan may no longer be necessary]

    Please tell us by [to fill: the day by which an answer is asked for] what you think, in
    writing or by speaking to us.

    For somebody under 18 a plan does not end only because they are not in education or training
    (reg 29). For somebody of 18 or over who has left, we must first review the plan and find
    that they do not wish to return, or that returning is not appropriate (reg 30). For somebody
    over 18 we must also look at whether the educational or training outcomes in the plan have
    been achieved (Children and Families Act 2014, section 45(3)).

    If we decide to end the plan, we write again, and you can then appeal. The plan stands until
    then.

    For free and impartial advice and support: {sendiass}.

    {closing}
    """

  static let reviewCease = """
    {heading}

    Dear {dear}

    We have decided to cease the EHC plan

    On {decided-on} we decided to cease to maintain {whose} education, health and care (EHC)
    plan (Children and Families Act 2014, section 45).

    Our reasons: {reasons}

    The plan, and what it provides, stays in place until the time for an appeal is over, and, if
    you appeal, until the appeal has ended (section 45(4)).

    {rights}

    {closing}
    """
}
