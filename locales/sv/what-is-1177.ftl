what-is-1177 = Vad är { $phone-1177 }?

what-is-1177-what =
    { $phone-1177 } är ett nummer för råd om vård. Sjuksköterskor svarar dag och natt.

    De frågar vad du behöver. De ger råd och visar rätt mottagning.

    Är det fara för liv? Ring { $phone-112 }.
    .advice = Hej! Jag behöver råd om vård.
    .interpreter = Jag behöver tolk. Jag talar { $language }.
    .languages = Vilka språk talar de?
    .foreign-phone = Jag har en utländsk telefon
    .website = Webbplatsen

what-is-1177-languages =
    De svarar oftast på svenska och engelska. Andra språk är olika i olika regioner.

    Säg ditt språk och ordet “tolk”. Du kan också visa meningen för någon som hjälper dig att ringa.
    .interpreter = Jag behöver tolk. Jag talar { $language }.
    .again = Kan du prata långsamt?
    .foreign-phone = Jag har en utländsk telefon

what-is-1177-foreign-phone =
    Har din telefon ett utländskt nummer? Ring då { $phone-1177-abroad }.

    Det är samma råd om vård.
    .advice = Hej! Jag behöver råd om vård.
    .interpreter = Jag behöver tolk. Jag talar { $language }.

what-is-1177-website =
    På webbplatsen kan du läsa om vård. Du kan se mottagningar och när de är öppna.

    En del texter finns på andra språk och på lätt svenska.
    .log-in = Hur loggar jag in?
    .without-e-id = Jag har inte BankID

what-is-1177-log-in =
    För att logga in behöver du en svensk e-legitimation. Det är ett id i telefonen. Du kan använda BankID eller Freja+.

    När du är inloggad kan du boka och avboka. Du kan också läsa brev från vården.

    För BankID behöver du ett svenskt personnummer. Du måste också vara kund i en bank som ger BankID.
    .without-e-id = Jag har inte BankID

what-is-1177-without-e-id =
    Har du inte BankID? Du kan ändå boka vård.

    Ring mottagningen eller gå dit. Du kan också ringa { $phone-1177 } och fråga.
    .no-e-id = Jag har inte BankID. Kan du hjälpa mig att boka?
    .interpreter = Jag behöver tolk. Jag talar { $language }.
