fact-phone-112 = Emergency number
fact-phone-1177 = Healthcare advice
fact-phone-kvinnofrid = Kvinnofridslinjen, for women
fact-phone-terrafem = Terrafem, in many languages
fact-phone-sjalvmordslinjen = Självmordslinjen, about suicide
fact-web-1177 = The healthcare website
status-asylum-seeker = I am seeking asylum
status-temporary-protection = I have temporary protection
status-permit = I have a residence permit
status-undocumented = I have no papers
status-unknown = I do not know
kind-meeting-place = Meeting place
region-jamtland-harjedalen = Jämtland Härjedalen
municipality-are = Åre
municipality-ostersund = Östersund
language-sv = Swedish
language-en = English
unit-fee = { $count ->
    [one] { $number } krona
   *[other] { $number } kronor
}
unit-age = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
