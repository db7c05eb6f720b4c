book-care = Book care
book-care-open =
    First call your health centre ({ $word-health-centre }).

    The staff help you to get a time. They can book an interpreter.
    .coach = What do I say?
book-care-closed = Your health centre ({ $word-health-centre }) may be closed. Call { $phone-1177 }. Nurses answer there day and night.
    .coach = What do I say?
book-care-coach = Read the sentences aloud, or show them.
    .book = Hello! I want to book a time.
    .interpreter = I need an interpreter. I speak { $language }.
book-care-bring = Bring ID if you have it. Bring your LMA card, UT card or receipt if you have one.
    .price = What does a visit cost?
