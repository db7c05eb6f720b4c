about = Vilka är ni? Vad sparas?

about-whose =
    Region Jämtland Härjedalen ansvarar för den här tjänsten.

    Vi är inte Migrationsverket. Vi är inte polisen. Vi är inte socialtjänsten.
    .what-it-is = Vad kan du hjälpa mig med?
    .what-is-kept = Vad sparas om mig?
    .browser = Syns det i min telefon?
    .secrecy = Får vården berätta om mig?

about-what-it-is =
    Jag är ett datorprogram. Jag ger information om vård. Det är inte vård.

    Ingen sjuksköterska och ingen läkare svarar här. Jag kan inte säga vilken sjukdom du har.

    Vill du prata med en sjuksköterska? Ring { $phone-1177 }.
    .what-is-kept = Vad sparas om mig?

about-what-is-kept =
    Jag frågar inte vad du heter. Jag frågar inte efter ditt telefonnummer. Skriv dem inte här.

    I webbchatten är samtalet låst medan det pågår. Det raderas när du trycker på “Lämna sidan snabbt”.

    Samtalet raderas också när du inte har gjort något på { $minutes-idle }.
    .browser = Syns det i min telefon?
    .telegram = Jag använder Telegram

about-browser =
    Webbläsaren sparar sidans adress i sin historik. Den som har din telefon kan se adressen.

    Du kan ta bort den. Öppna webbläsarens meny och välj historik. Välj sidan och radera den.
    .what-is-kept = Vad sparas om mig?

about-telegram =
    I Telegram finns samtalet kvar i appen. Den som har din telefon kan läsa det.

    Du kan radera chatten i Telegram. Vill du inte ha den i telefonen? Använd webbchatten i stället.

    Vi har samtalet låst hos oss. Skriv “Ta bort allt om mig” här. Då raderas det hos oss.
    .what-is-kept = Vad sparas om mig?

about-secrecy =
    Personalen i vården har tystnadsplikt. Tolken har också tystnadsplikt.

    Det betyder att de inte får berätta om dig för andra. De får bara berätta om du säger ja.

    Vårdens personal arbetar inte för Migrationsverket.

about-secrecy-child =
    Det finns ett viktigt undantag. Kanske tror personalen att någon gör ett barn illa. Då måste de berätta det för socialtjänsten.

    Socialtjänsten ska skydda barnet. Oftast får familjen stöd.
