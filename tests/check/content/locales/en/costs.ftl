costs = What does care cost?
costs-status = The price depends on which papers you have in Sweden. What is true for you?
costs-place = The price is different in different regions. Where do you live?
costs-low-fee = Seeing a doctor at a health centre ({ $word-health-centre }) costs { $fee-doctor-low }.
    .card = What do I show?
costs-card = Show your LMA card, UT card or receipt. If not, you may have to pay the full price.
costs-ordinary-fee = An ordinary visit costs { $fee-visit } in { $region }.
costs-ask-first = I do not know the price for you. Ask when you book, or call { $phone-1177 }.
