costs = What does care cost?

costs-status =
    The price depends on which papers you have in Sweden. What is true for you?

    You do not need to answer. No health guide may see the answer.

costs-personnummer =
    Do you have a Swedish personal identity number (personnummer)? Do not write it here.
    .have-number = Yes, I have a number
    .no-number = No, not yet

costs-low-fee =
    Seeing a doctor at a health centre ({ $word-health-centre }) costs { $fee-doctor-low }.

    After a referral (remiss), seeing a nurse or a counsellor (kurator) costs { $fee-other-low }. A referral is a letter from a doctor to another clinic.

    The price at the emergency department differs between regions. Is a life in danger? Call { $phone-112 }.
    .card = What do I show?
    .without-papers = I have no card to show
    .free-care = What is free of charge?
    .medicines = What does medicine cost?
    .children = What does it cost for children?

costs-card =
    Show your LMA card ({ $word-lma-card }), UT card ({ $word-ut-card }) or receipt. Show it in healthcare and at the pharmacy (apotek).

    If not, you may have to pay the full price.
    .money-back = Can I get money back?

costs-money-back =
    Have you paid more than { $fee-special-grant } in { $months-special-grant }? Then you can apply for money back from the Swedish Migration Agency (Migrationsverket).

    It is for visits to a doctor, travel to care, prescription medicine and other treatment. Keep all receipts.

costs-without-papers =
    You do not need a card to ask for care. Ask what the visit costs for you.

    The Red Cross (Röda Korset) and Doctors of the World (Läkare i Världen) can give you advice.

costs-free-care =
    Care when you are pregnant and give birth costs { $fee-maternity-low }. This is also true for health checks of small children.

    A health examination for people who are new in Sweden costs { $fee-health-examination }. You choose if you want it.

costs-medicines-low =
    Prescription medicine often costs at most { $fee-medicine-low }. This is not true for all medicine.

    For children under { $age-adult }, prescription medicine often costs { $fee-medicine-child }.

    Ask at the pharmacy (apotek) what your medicine costs.

costs-place = The price is different in different regions. Where do you live?

costs-ordinary-fee =
    An ordinary visit costs { $fee-visit } in { $region }. This is for adults.

    Ask about the price when you book.
    .children = What does it cost for children?
    .medicines = What does medicine cost?
    .emergency-price = The emergency department's price
    .yearly-limit = Is there a highest price?

costs-emergency-price =
    A visit to the emergency department (akutmottagning) costs { $fee-emergency-department } in { $region }. This is for adults.

    Is a life in danger? Call { $phone-112 }.

costs-yearly-limit =
    There is a highest price for visits during { $months-frikort }. When you have paid that much, you get a free pass (frikort). Then you do not pay for more visits in that time.

    The free pass is valid in all of Sweden. Keep all receipts.

    I do not know which sum is right now. Call { $phone-1177 } and ask.

costs-medicines =
    There is a highest price for prescription medicine. This is not true for all medicine.

    For children under { $age-adult }, prescription medicine often costs { $fee-medicine-child }.

    Ask at the pharmacy (apotek) what your medicine costs.

costs-children-in-region =
    A visit for a child under { $age-adult } costs { $fee-visit-child } in { $region }.

    Prescription medicine often costs { $fee-medicine-child } for children.

costs-children =
    Children under { $age-adult } get the same care as other children in Sweden. This is also true for dental care.

    Prescription medicine often costs { $fee-medicine-child } for children. Ask what the visit costs when you book.
    .price = What does the visit cost for my child?

costs-eu =
    Do you have an EU health card from your country? Then you often pay the same fee as others in Sweden.

    Without a card you may have to pay the full price.
    .have-card = Yes, I have the card
    .no-card = No, I have no card
    .not-sure = I do not know

costs-eu-without-card =
    Everyone gets emergency care. Other care can cost the full price. Ask about the price when you book.

    Doctors of the World (Läkare i Världen) can give you advice.

    Is a life in danger? Call { $phone-112 }.

costs-ask-first =
    I do not know the price for you. Ask when you book, or call { $phone-1177 }.

    Is a life in danger? Call { $phone-112 }.
    .price = What does the visit cost for me?
    .interpreter = I need an interpreter. I speak { $language }.
