what-is-1177 = What is { $phone-1177 }?

what-is-1177-what =
    { $phone-1177 } is a phone number for healthcare advice. Nurses answer day and night.

    They ask what you need. They give advice and show you the right clinic.

    Is a life in danger? Call { $phone-112 }.
    .advice = Hello! I need healthcare advice.
    .interpreter = I need an interpreter. I speak { $language }.
    .languages = Which languages do they speak?
    .foreign-phone = I have a foreign phone
    .website = The website

what-is-1177-languages =
    They usually answer in Swedish and English. Other languages differ between regions.

    Say your language and the word “tolk” (interpreter). You can also show the sentence to someone who helps you call.
    .interpreter = I need an interpreter. I speak { $language }.
    .again = Can you speak slowly?
    .foreign-phone = I have a foreign phone

what-is-1177-foreign-phone =
    Does your phone have a foreign number? Then call { $phone-1177-abroad }.

    It is the same healthcare advice.
    .advice = Hello! I need healthcare advice.
    .interpreter = I need an interpreter. I speak { $language }.

what-is-1177-website =
    On the website you can read about healthcare. You can see clinics and when they are open.

    Some texts are in other languages and in easy Swedish.
    .log-in = How do I log in?
    .without-e-id = I do not have BankID

what-is-1177-log-in =
    To log in you need a Swedish e-ID (e-legitimation). It is an ID in your phone. You can use BankID or Freja+.

    When you have logged in, you can book and cancel. You can also read letters from healthcare.

    For BankID you need a Swedish personal identity number (personnummer). You must also be a customer of a bank that gives BankID.
    .without-e-id = I do not have BankID

what-is-1177-without-e-id =
    Do you not have BankID? You can still book care.

    Call the clinic or go there. You can also call { $phone-1177 } and ask.
    .no-e-id = I do not have BankID. Can you help me to book?
    .interpreter = I need an interpreter. I speak { $language }.
