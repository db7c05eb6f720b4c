### Names that the engine needs: facts, statuses, places, languages and units.

fact-phone-112 = ቁጽሪ ህጹጽ ረድኤት
fact-phone-1177 = ምኽሪ ክንክን ጥዕና
fact-phone-1177-abroad = ምኽሪ ክንክን ጥዕና፣ ካብ ናይ ወጻኢ ቴሌፎን
fact-phone-kvinnofrid = ሓገዝ ደቂ ኣንስትዮ (Kvinnofridslinjen)
fact-phone-terrafem = Terrafem፣ ንደቂ ኣንስትዮ፣ ብዙሕ ቋንቋታት
fact-phone-sjalvmordslinjen = ንሓሳብ ርእሰ-ቅትለት (Självmordslinjen)
fact-phone-bris = Bris፣ ንቆልዑን መንእሰያትን
fact-web-1177 = መርበብ ሓበሬታ ክንክን ጥዕና
fact-web-rodakorset = ቀይሕ መስቀል (Röda Korset)፣ ክንክን ብዘይ ወረቐት
fact-web-lakare-i-varlden = ሓካይም ዓለም (Läkare i Världen)

status-asylum-seeker = ዑቕባ ይሓትት ኣለኹ
status-temporary-protection = ግዝያዊ ዑቕባ ኣለኒ (ዩክረይን)
status-permit = መንበሪ ፍቓድ ኣለኒ
status-undocumented = ወረቐት የብለይን
status-eu = ካብ ሃገር ሕብረት ኣውሮጳ (EU) እየ
status-relative = ብስድራቤተይ መንበሪ ፍቓድ ኣለኒ
status-unknown = ኣይፈልጥን ወይ ክነግር ኣይደልን

kind-meeting-place = መራኸቢ ቦታ (mötesplats)
kind-family-centre = ማእከል ስድራቤት (familjecentral)
kind-open-preschool = ክፉት መዋእለ-ህጻናት (öppen förskola)
kind-language-friend = መሓዛ ቋንቋ (språkvän)
kind-youth-clinic = መቐበል መንእሰያት (ungdomsmottagning)
kind-health-centre = ማእከል ክንክን ጥዕና (hälsocentral / vårdcentral)
kind-volunteer-clinic = ክሊኒክ ምስ ወለንተኛታት
kind-social-services = ቤትስልጣን ማሕበራዊ ጉዳያት (socialtjänst)
kind-emergency-department = ክፍሊ ህጹጽ ረድኤት (akutmottagning)

region-jamtland-harjedalen = የምትላንድ ሄርየዳለን (Jämtland Härjedalen)
municipality-are = ኦረ (Åre)
municipality-berg = በርይ (Berg)
municipality-bracke = ብሬከ (Bräcke)
municipality-harjedalen = ሄርየዳለን (Härjedalen)
municipality-krokom = ክሩኮም (Krokom)
municipality-ostersund = ኦስተርሹንድ (Östersund)
municipality-ragunda = ራጉንዳ (Ragunda)
municipality-stromsund = ስትሮምሱንድ (Strömsund)

language-sv = ሽወደንኛ
language-en = እንግሊዝኛ
language-ar = ዓረብኛ
language-fa-af = ዳሪ
language-ti = ትግርኛ
language-fa = ፋርስኛ
language-so = ሶማሊ
language-uk = ዩክረይንኛ

unit-fee = { $count ->
    [one] { $number } ክሮነር
   *[other] { $number } ክሮነር
}
unit-age = { $count ->
    [one] { $number } ዓመት
   *[other] { $number } ዓመት
}
unit-days = { $count ->
    [one] { $number } መዓልቲ
   *[other] { $number } መዓልታት
}
unit-weeks = { $count ->
    [one] { $number } ሰሙን
   *[other] { $number } ሰሙናት
}
unit-months = { $count ->
    [one] { $number } ወርሒ
   *[other] { $number } ኣዋርሕ
}
unit-hours = { $count ->
    [one] { $number } ሰዓት
   *[other] { $number } ሰዓታት
}
unit-minutes = { $count ->
    [one] { $number } ደቒቕ
   *[other] { $number } ደቓይቕ
}
unit-percent = { $count ->
    [one] { $number } ሚእታዊት
   *[other] { $number } ሚእታዊት
}
unit-count = { $count ->
    [one] { $number }
   *[other] { $number }
}
