### Names that the engine needs: facts, statuses, places, languages and units.

fact-phone-112 = Larmnumret
fact-phone-1177 = Råd om vård
fact-phone-1177-abroad = Råd om vård, från utländsk telefon
fact-phone-kvinnofrid = Kvinnofridslinjen, för kvinnor
fact-phone-terrafem = Terrafem, för kvinnor, många språk
fact-phone-sjalvmordslinjen = Självmordslinjen
fact-phone-bris = Bris, för barn och unga
fact-web-1177 = Vårdens webbplats
fact-web-rodakorset = Röda Korset, vård utan papper
fact-web-lakare-i-varlden = Läkare i Världen

status-asylum-seeker = Jag söker asyl
status-temporary-protection = Jag har tillfälligt skydd (Ukraina)
status-permit = Jag har uppehållstillstånd
status-undocumented = Jag saknar papper
status-eu = Jag kommer från ett EU-land
status-relative = Jag är anhörig med tillstånd
status-unknown = Vet inte eller vill inte säga

kind-meeting-place = Mötesplats
kind-family-centre = Familjecentral
kind-open-preschool = Öppen förskola
kind-language-friend = Språkvän
kind-youth-clinic = Ungdomsmottagning
kind-health-centre = Hälsocentral eller vårdcentral
kind-volunteer-clinic = Mottagning med frivilliga
kind-social-services = Socialtjänst
kind-emergency-department = Akutmottagning

region-jamtland-harjedalen = Jämtland Härjedalen
municipality-are = Åre
municipality-berg = Berg
municipality-bracke = Bräcke
municipality-harjedalen = Härjedalen
municipality-krokom = Krokom
municipality-ostersund = Östersund
municipality-ragunda = Ragunda
municipality-stromsund = Strömsund

language-sv = svenska
language-en = engelska
language-ar = arabiska
language-fa-af = dari
language-ti = tigrinska
language-fa = persiska
language-so = somaliska
language-uk = ukrainska

unit-fee = { $count ->
    [one] { $number } krona
   *[other] { $number } kronor
}
unit-age = { $count ->
    [one] { $number } år
   *[other] { $number } år
}
unit-days = { $count ->
    [one] { $number } dag
   *[other] { $number } dagar
}
unit-weeks = { $count ->
    [one] { $number } vecka
   *[other] { $number } veckor
}
unit-months = { $count ->
    [one] { $number } månad
   *[other] { $number } månader
}
unit-hours = { $count ->
    [one] { $number } timme
   *[other] { $number } timmar
}
unit-minutes = { $count ->
    [one] { $number } minut
   *[other] { $number } minuter
}
unit-percent = { $count ->
    [one] { $number } procent
   *[other] { $number } procent
}
unit-count = { $count ->
    [one] { $number }
   *[other] { $number }
}
