meeting-places = Mötesplatser nära dig

meeting-places-place = Var bor du? Då visar jag det som finns nära dig.

meeting-places-near =
    Här kan du träffa andra människor. Fråga först om det är öppet.
    .none = Jag hittar ingen mötesplats nära dig. Fråga i din kommun.
    .family-centres = Familjecentral
    .open-preschools = Öppen förskola
    .language-friends = Hitta en språkvän
    .youth-clinics = Ungdomsmottagning
    .health-centres = Hitta en { $word-health-centre }

meeting-places-family-centres =
    En familjecentral är för dig som väntar barn eller har små barn. Där finns barnmorska, barnhälsovård och öppen förskola. Där finns också stöd till familjer.
    .none = Jag hittar ingen familjecentral nära dig. Fråga på din { $word-health-centre }.
    .near = Tillbaka till mötesplatser

meeting-places-open-preschools =
    Öppen förskola är för dig som är hemma med små barn. Du är där tillsammans med barnet. Du behöver inte boka.
    .none = Jag hittar ingen öppen förskola nära dig. Fråga i din kommun.
    .near = Tillbaka till mötesplatser

meeting-places-language-friends =
    En språkvän är en frivillig vän. Ni talar svenska, och vännen hjälper dig i vardagen. Ring och fråga om det finns plats.
    .none = Jag hittar ingen språkvän nära dig. Fråga i din kommun.
    .near = Tillbaka till mötesplatser

meeting-places-youth-clinics =
    Ungdomsmottagningen är för unga från ungefär { $age-youth-from } till { $age-youth-to }. Unga kan fråga om kropp, känslor och relationer.

    Du är välkommen också om du söker asyl eller saknar papper.
    .none = Jag hittar ingen ungdomsmottagning nära dig. Ring { $phone-1177 } och fråga.
    .near = Tillbaka till mötesplatser

meeting-places-health-centres =
    Ring din { $word-health-centre } innan du går dit. Då kan de boka tolk.
    .none = Jag har ingen { $word-health-centre } att visa nära dig. Ring { $phone-1177 }. De visar rätt mottagning.
    .near = Tillbaka till mötesplatser
