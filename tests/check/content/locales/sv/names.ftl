fact-phone-112 = Larmnumret
fact-phone-1177 = Råd om vård
fact-phone-kvinnofrid = Kvinnofridslinjen, för kvinnor
fact-phone-terrafem = Terrafem, på många språk
fact-phone-sjalvmordslinjen = Självmordslinjen
fact-web-1177 = Vårdens webbplats
status-asylum-seeker = Jag söker asyl
status-temporary-protection = Jag har tillfälligt skydd
status-permit = Jag har uppehållstillstånd
status-undocumented = Jag saknar papper
status-unknown = Jag vet inte
kind-meeting-place = Mötesplats
region-jamtland-harjedalen = Jämtland Härjedalen
municipality-are = Åre
municipality-ostersund = Östersund
language-sv = svenska
language-en = engelska
unit-fee = { $count ->
    [one] { $number } krona
   *[other] { $number } kronor
}
unit-age = { $number } år
