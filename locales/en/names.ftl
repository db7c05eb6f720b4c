### Names that the engine needs: facts, statuses, places, languages and units.

fact-phone-112 = Emergency number
fact-phone-1177 = Healthcare advice
fact-phone-1177-abroad = Healthcare advice, from a foreign phone
fact-phone-kvinnofrid = Kvinnofridslinjen, for women
fact-phone-terrafem = Terrafem, for women, many languages
fact-phone-sjalvmordslinjen = Självmordslinjen, about suicide
fact-phone-bris = Bris, for children and young people
fact-web-1177 = The healthcare website
fact-web-rodakorset = Red Cross, care without papers
fact-web-lakare-i-varlden = Doctors of the World

status-asylum-seeker = I am seeking asylum
status-temporary-protection = I have temporary protection (Ukraine)
status-permit = I have a residence permit
status-undocumented = I have no papers
status-eu = I come from an EU country
status-relative = I am a relative with a permit
status-unknown = I do not know or do not want to say

kind-meeting-place = Meeting place
kind-family-centre = Family centre (familjecentral)
kind-open-preschool = Open preschool (öppen förskola)
kind-language-friend = Language friend (språkvän)
kind-youth-clinic = Youth clinic (ungdomsmottagning)
kind-health-centre = Health centre
kind-volunteer-clinic = Clinic with volunteers
kind-social-services = Social services (socialtjänst)
kind-emergency-department = Emergency department

region-jamtland-harjedalen = Jämtland Härjedalen
municipality-are = Åre
municipality-berg = Berg
municipality-bracke = Bräcke
municipality-harjedalen = Härjedalen
municipality-krokom = Krokom
municipality-ostersund = Östersund
municipality-ragunda = Ragunda
municipality-stromsund = Strömsund

language-sv = Swedish
language-en = English
language-ar = Arabic
language-fa-af = Dari
language-ti = Tigrinya
language-fa = Persian
language-so = Somali
language-uk = Ukrainian

unit-fee = { $count ->
    [one] { $number } krona
   *[other] { $number } kronor
}
unit-age = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
unit-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
unit-weeks = { $count ->
    [one] { $number } week
   *[other] { $number } weeks
}
unit-months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
unit-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
unit-minutes = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
unit-percent = { $count ->
    [one] { $number } percent
   *[other] { $number } percent
}
unit-count = { $count ->
    [one] { $number }
   *[other] { $number }
}
