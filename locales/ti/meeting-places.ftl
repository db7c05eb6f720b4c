meeting-places = ኣብ ጥቓኹም መራኸቢ ቦታታት

meeting-places-place = ኣበይ ትነብሩ? ሽዑ ኣብ ጥቓኹም ዘሎ ከርእየኩም እየ።

meeting-places-near =
    ኣብዚ ምስ ካልኦት ሰባት ክትራኸቡ ትኽእሉ። ክፉት ድዩ ኢልኩም ቅድም ሕተቱ።
    .none = ኣብ ጥቓኹም መራኸቢ ቦታ ኣይረኸብኩን። ኣብ ኮሙንኩም (kommun) ሕተቱ።
    .family-centres = ማእከል ስድራቤት
    .open-preschools = ክፉት መዋእለ-ህጻናት
    .language-friends = መሓዛ ቋንቋ ምርካብ
    .youth-clinics = መቐበል መንእሰያት
    .health-centres = ማእከል ክንክን ጥዕና ({ $word-health-centre })

meeting-places-family-centres =
    ማእከል ስድራቤት (familjecentral) ቆልዓ ንእትጽበዩ ወይ ንኣሽቱ ቆልዑ ንዘለዉኹም እዩ። ኣብኡ መወልዳን (barnmorska)፣ ክንክን ጥዕና ቆልዑን ክፉት መዋእለ-ህጻናትን (öppen förskola) ኣሎ። ንስድራቤታት ድጋፍ እውን ኣሎ።
    .none = ኣብ ጥቓኹም ማእከል ስድራቤት ኣይረኸብኩን። ኣብ ናትኩም ማእከል ክንክን ጥዕና ({ $word-health-centre }) ሕተቱ።
    .near = ንድሕሪት ናብ መራኸቢ ቦታታት

meeting-places-open-preschools =
    ክፉት መዋእለ-ህጻናት (öppen förskola) ምስ ንኣሽቱ ቆልዑ ኣብ ገዛ ንእትውዕሉ እዩ። ምስ ቆልዓኹም ብሓባር ኣብኡ ትጸንሑ። ቆጸራ ኣየድልየኩምን።
    .none = ኣብ ጥቓኹም ክፉት መዋእለ-ህጻናት ኣይረኸብኩን። ኣብ ኮሙንኩም (kommun) ሕተቱ።
    .near = ንድሕሪት ናብ መራኸቢ ቦታታት

meeting-places-language-friends =
    መሓዛ ቋንቋ (språkvän) ብወለንታ ዝሕግዝ መሓዛ እዩ። ብሓባር ሽወደንኛ ትዛረቡ፣ ኣብ መዓልታዊ ህይወት ድማ ይሕግዘኩም። ደዊልኩም ቦታ ኣሎ ድዩ ኢልኩም ሕተቱ።
    .none = ኣብ ጥቓኹም መሓዛ ቋንቋ ኣይረኸብኩን። ኣብ ኮሙንኩም (kommun) ሕተቱ።
    .near = ንድሕሪት ናብ መራኸቢ ቦታታት

meeting-places-youth-clinics =
    መቐበል መንእሰያት (ungdomsmottagning) ካብ ኣስታት { $age-youth-from } ክሳብ { $age-youth-to } ንዝዕድሚኦም መንእሰያት እዩ። መንእሰያት ብዛዕባ ኣካል፣ ስምዒትን ዝምድናን ክሓቱ ይኽእሉ።

    ዑቕባ እንተሓተትኩም ወይ ወረቐት እንተዘይብልኩም እውን፣ ብደሓን ምጹ።
    .none = ኣብ ጥቓኹም መቐበል መንእሰያት ኣይረኸብኩን። ናብ { $phone-1177 } ደዊልኩም ሕተቱ።
    .near = ንድሕሪት ናብ መራኸቢ ቦታታት

meeting-places-health-centres =
    ናብ ናትኩም ማእከል ክንክን ጥዕና ({ $word-health-centre }) ቅድሚ ምኻድኩም ደውሉ። ሽዑ ተርጓማይ ከዳልዉልኩም ይኽእሉ።
    .none = ኣብ ጥቓኹም ዘርእየኩም ማእከል ክንክን ጥዕና ({ $word-health-centre }) የብለይን። ናብ { $phone-1177 } ደውሉ። ቅኑዕ ክሊኒክ ይሕብሩኹም።
    .near = ንድሕሪት ናብ መራኸቢ ቦታታት
