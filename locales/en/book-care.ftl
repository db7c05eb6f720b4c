book-care = Book care

book-care-who = Who needs care?
    .me = Me
    .my-child = My child
    .someone-else = Someone else

book-care-open =
    First call your health centre ({ $word-health-centre }). There you can book a time. They can also book an interpreter (tolk).

    Do you not know the number? Call { $phone-1177 }. They show you the right clinic.
    .book = Hello! I want to book a time.
    .interpreter = I need an interpreter. I speak { $language }.
    .sentences = More to say in Swedish
    .which-door = Where do I call?
    .how-to-book = How do I book a time?
    .bring = What do I bring?
    .interpreter-help = How do I get an interpreter?
    .change = Cancel or change a time

book-care-closed =
    Your health centre ({ $word-health-centre }) may be closed now. Call { $phone-1177 } now. Nurses answer day and night.

    When it is open: first call your { $word-health-centre }. There you can book a time.
    .advice = Hello! I need healthcare advice.
    .interpreter = I need an interpreter. I speak { $language }.
    .book = Hello! I want to book a time.
    .sentences = More to say in Swedish
    .which-door = Where do I call?
    .how-to-book = How do I book a time?
    .bring = What do I bring?
    .interpreter-help = How do I get an interpreter?
    .change = Cancel or change a time

book-care-sentences-me =
    Read the sentences aloud, or show them.

    You can tell more when the interpreter is there.
    .book = Hello! I want to book a time.
    .interpreter = I need an interpreter. I speak { $language }.
    .explain = I want to tell more with an interpreter.
    .call-back = Can you call me back?

book-care-sentences-child =
    Read the sentences aloud, or show them.

    You can tell more about the child when the interpreter is there.
    .book = Hello! I want to book a time for my child.
    .interpreter = I need an interpreter. I speak { $language }.
    .explain = I want to tell more with an interpreter.
    .call-back = Can you call me back?

book-care-sentences-other =
    Read the sentences aloud, or show them.

    You can both tell more when the interpreter is there.
    .book = Hello! I want to book a time for another person.
    .interpreter = We need an interpreter. We speak { $language }.
    .explain = We want to tell more with an interpreter.
    .call-back = Can you call me back?

book-care-which-door =
    Is a life in danger? Call { $phone-112 } now.

    Is someone very seriously ill or injured? The emergency department (akutmottagning) is open day and night.

    For most other things, first call your health centre ({ $word-health-centre }). Are you not sure? Call { $phone-1177 }.
    .door-health-centre = About your health centre
    .door-1177 = About { $phone-1177 }
    .door-emergency-department = About the emergency department
    .door-112 = About { $phone-112 }

book-care-door-health-centre =
    A health centre ({ $word-health-centre }) helps with most things, both body and feelings. Call before you go there. Then they can book an interpreter.

    Sometimes they ask you to press in your phone number. Then they call you back.

    Are you seeking asylum, or do you have no papers? You can go to any health centre in Sweden.
    .sentences = What do I say?

book-care-door-1177 =
    Nurses answer day and night. They give advice and show you the right clinic.

    They usually answer in Swedish and English. Say your language and the word “tolk” (interpreter).
    .advice = Hello! I need healthcare advice.
    .interpreter = I need an interpreter. I speak { $language }.

book-care-door-emergency-department =
    The emergency department (akutmottagning) is for very serious illness or injury. It is also for people in serious mental distress.

    It is open day and night. The person who is most ill gets help first. So the wait can be long.

    Is a life in danger? Call { $phone-112 }.

book-care-door-112 =
    Call { $phone-112 } when a life is in danger. There you reach ambulance, police and rescue services. Everyone in Sweden may call.

    Say what has happened and where you are. They ask many questions. This does not delay the help.
    .what-to-say = What do I say?

book-care-how-to-book =
    You can always call and book. Then you do not need BankID. You can also go there.

    Do you have BankID or Freja+? Then you can log in at { $phone-1177 }. At many clinics you can book there.

    Say that you need an interpreter when you book. Say which language you speak.
    .sentences = What do I say?

book-care-bring =
    Bring an identity document if you have one. Bring your LMA card ({ $word-lma-card }), UT card ({ $word-ut-card }) or receipt if you have one.

    Do you come from an EU country? Bring your EU card if you have one.

    Do you have no papers? You can still ask for care.
    .price = What does a visit cost?

book-care-interpreter-help =
    You can get an interpreter (tolk) in healthcare. The staff book the interpreter. You pay { $fee-interpreter } for the interpreter.

    You can ask for a woman or a man. You can ask for another interpreter.

    The interpreter has a duty of confidentiality (tystnadsplikt) and may not tell others about you. Family and friends do not have this duty. Children should not interpret.
    .woman = I want a woman as interpreter.
    .man = I want a man as interpreter.
    .other = I want to change interpreter.

book-care-change-fee =
    Can you not come? Call the clinic at least { $hours-cancel } before. Cancel the interpreter too.

    If not, you may have to pay { $fee-missed-visit }. This is also for people who normally pay less or nothing.
    .cancel = I want to cancel my time.
    .rebook = I want to change my time.
    .no-interpreter = I also want to cancel the interpreter.

book-care-change =
    Can you not come? Call the clinic as soon as you can. Cancel the interpreter too.
    .cancel = I want to cancel my time.
    .rebook = I want to change my time.
    .no-interpreter = I also want to cancel the interpreter.
