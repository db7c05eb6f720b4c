### Botens egna ord: knappar och korta meddelanden som finns på alla skärmar.

## Knappar

engine-emergency = Nödläge
engine-person = Prata med en människa
engine-menu = Meny
engine-language = Språk
engine-back = Tillbaka
engine-continue = Gå vidare
engine-skip = Jag vill inte säga
engine-more = Visa fler
# På nödskärmar i stället för Tillbaka
engine-resume = Fortsätt där jag var
# Knapp som leder till slutet av ett samtal
engine-finish = Tack, det var allt
# Knapp som leder till en människa
engine-ask-person = Jag vill ha hjälp av en människa

## Språk

engine-choose-language = Välj språk
engine-own-name = { $name }
engine-globe = Andra språk
engine-globe-show =
    Visa den här meningen i receptionen, eller säg den i telefon.
    .sentence = Jag talar { $language }. Jag behöver tolk.
# Språket på en webbsida
engine-page-language = Sidan är på { $language }.

## Korta meddelanden

engine-danger = Är det fara för livet? Ring { $phone-112 } nu.
# Below the line above, where words may mean danger; .yes opens the emergency screen
engine-now = Händer det nu?
    .yes = Ja, det händer nu
# Quietly, above the numbers of lines that listen
engine-support = Vill du prata med någon? De här lyssnar.
engine-not-understood = Jag förstår inte det du skrev. Välj en knapp här under.
engine-twice = Jag förstår fortfarande inte. Du kan få hjälp av en människa.
engine-which = Vilken menar du? Välj en knapp.
engine-found = Gäller det något av detta?
engine-offer = Vill du läsa på svenska?
engine-number = Skriv ett tal från { $lowest } till { $highest }.
engine-stale = Den knappen gäller inte längre. Här är du nu.
engine-moved = Sidan du läste finns inte kvar. Här är den närmaste.
engine-doubt = Det kan ha ändrats. Fråga { $phone-1177 }.
engine-doubt-safety = Om ingen svarar, ring { $phone-112 }.
engine-unreviewed = Ingen människa har kontrollerat den här texten än.
engine-thanks = Tack. Bra att du berättade.
engine-unknown = okänd ort
engine-helped =
    Hjälpte det här dig?
    .yes = Ja
    .no = Nej, jag behöver mer hjälp
engine-nobody =
    Just nu kan ingen hälsoguide svara här i chatten.

    Ring { $phone-1177 }. Där svarar sjuksköterskor dag och natt. Säg den här meningen:
    .sentence = Hej! Jag behöver hjälp. Jag talar { $language }. Jag behöver tolk.

## Platser och öppettider

engine-hours-open = Öppet nu
engine-hours-closed = Stängt nu
engine-hours-always = Öppet dag och natt
engine-hours-unknown = Jag vet inte när det är öppet. Ring först.
# Platsen har varken öppettider eller telefonnummer
engine-hours-ask = Jag vet inte när det är öppet och har inget nummer. Fråga i din kommun. Gäller det vård? Ring { $phone-1177 }.
engine-closed-until = Stängt nu. Öppnar { $day } kl. { $time }.
engine-address-unknown = Jag vet inte adressen.
engine-place-phone = Telefon
engine-place-web = Webbplats
engine-place-doubt = Uppgiften kan vara gammal. Kontrollera innan du går dit.
engine-distance = Ungefär { $number } km bort
engine-map = Visa på karta

## Det som bara syns i Telegram, och ord att skriva

engine-restart = Börja om
engine-forget = Ta bort allt om mig
engine-forgotten = Nu är allt om dig borttaget här. Chatten i din telefon kan du själv ta bort.
engine-bar = Knapparna längst ner finns alltid.
engine-media = Ingen här kan höra ljud eller se bilder än. Skriv, eller välj en knapp.
engine-private = Skriv till mig privat, inte i en grupp.
engine-late = Du skrev detta { $day } kl. { $time }. Jag kunde inte svara förrän nu.
engine-resumed = Jag kunde inte nå dig en stund. Här är du nu.
engine-privacy = Vad vet ni om mig?
engine-privacy-says =
    Jag vet inte vad du heter. Jag har inte ditt telefonnummer.

    Det här har jag sparat:
engine-privacy-language = Språk: { $language }
engine-privacy-place = Kommun: { $municipality }
engine-privacy-status = Din situation: “{ $status }”
engine-privacy-more = Antal andra svar från dig: { $number }
engine-privacy-position = Platsen på kartan som du skickade
engine-privacy-call = Telefonnumret som du vill bli uppringd på
engine-privacy-kept =
    Allt är låst. Regionen har nyckeln.
    Det som du och jag säger raderas { $days-said } senare.

    Hör jag inget från dig på { $days-silent }? Då raderar jag allt.
    En fråga till en hälsoguide finns kvar tills samtalet är slut.

    Efter raderingen finns kopior av nyckeln kvar i { $days-backup }. Sedan kan ingen läsa det som är raderat.

## A person instead of the bot

engine-person-says =
    En hälsoguide svarar dig här. Hälsoguiden förklarar och hjälper dig att nå vården, men är ingen sjuksköterska och ger inga medicinska råd.

    Hälsoguiden har tystnadsplikt. Ett undantag: om ett barn far illa.

    Skriv din fråga här. Eller tryck på knappen, så frågar hälsoguiden dig.
engine-guide-woman = { $name }, kvinna, talar { $language }.
engine-guide-man = { $name }, man, talar { $language }.
engine-interpreter =
    Ingen hälsoguide talar ditt språk. Hälsoguiden svarar tillsammans med en tolk på telefon. Tolken får läsa eller höra din fråga, och har tystnadsplikt.
engine-wish-woman = Bara en kvinna
    .off = ✓ Bara en kvinna
engine-wish-outside = Ingen från mitt eget land
    .off = ✓ Ingen från mitt eget land
engine-wish-unmet = Just nu kan ingen sådan svara på ditt språk. Utan det önskemålet får du svar så här:
engine-person-by = Du får svar senast { $day } kl. { $time } (svensk tid).
engine-person-ask = Be en hälsoguide svara
engine-person-now = En hälsoguide arbetar nu och kan läsa det du skriver.
engine-person-present = En hälsoguide arbetar nu. Vill du att någon läser det du skriver? Välj ”Prata med en människa”.
engine-person-next = En hälsoguide svarar nästa gång senast { $day } kl. { $time }.
engine-case = Din fråga väntar på en hälsoguide.
engine-case-held = { $name } har din fråga.
engine-case-interpreter = Hälsoguiden svarar tillsammans med en tolk på telefon. Tolken har tystnadsplikt.
engine-case-go-on = Du kan använda allt annat så länge. Vill du lägga till något? Skriv det här.
engine-case-done = Jag behöver inget svar längre
engine-case-sent = Din fråga är skickad.
engine-case-added = Det är tillagt.
engine-case-again = Jag vill fråga igen
engine-case-claimed = { $name } har läst din fråga och svarar här.
engine-case-passed = { $name } tar över din fråga.
engine-case-returned = Hälsoguiden kunde inte svara. Din fråga går till nästa.
engine-case-moved = Svaret dröjer. Förlåt.
engine-case-nobody = Ingen kan svara här just nu. Ring { $phone-1177 }.
engine-case-closed = Samtalet med hälsoguiden är slut.
engine-call-me = Be att bli uppringd
engine-call-says =
    Skriv ditt telefonnummer här. Hälsoguiden ser numret bara för att ringa dig. Numret raderas när chatten med hälsoguiden är slut.

    Om någon annan svarar lägger hälsoguiden på och säger inget.

    När är det säkert att ringa dig? Välj det först, och skriv sedan numret.
engine-call-morning = På förmiddagen
    .off = ✓ På förmiddagen
engine-call-afternoon = På eftermiddagen
    .off = ✓ På eftermiddagen
engine-call-any = När som helst
    .off = ✓ När som helst
engine-call-bad = Det är inget telefonnummer. Skriv bara siffror. Det du skrev sparas inte.
engine-call-kept = Hälsoguiden ringer dig. Ditt nummer raderas när chatten med hälsoguiden är slut.
engine-call-off = Ring mig inte
engine-call-erased = Ditt nummer är raderat.
engine-from = 👤 { $name }, hälsoguide:
engine-from-interpreter = 👤 { $name }, hälsoguide, med tolk:
engine-changed = 👤 { $name } har ändrat ett svar. Nu gäller det här:
engine-taken-back = 👤 { $name } har tagit tillbaka ett svar. Det gäller inte.
engine-said = { $text }
engine-voice = Jag kan inte höra röster. Ska en människa lyssna?
engine-photo = Jag kan inte se bilder. Ska en människa titta? Håll tummen över namn och personnummer när du tar bilden.
engine-give-voice = Låt en människa lyssna
engine-give-photo = Låt en människa titta
engine-unopened = Det du skickade kan en människa inte öppna här. Skicka en bild eller ett röstmeddelande, eller skriv.
engine-sound = Inspelning
engine-picture = Bild
engine-document = Fil (PDF)
engine-person-web = En hälsoguide svarar dig i webbchatten, inte här. Det du skriver här sparas inte.
engine-person-web-open = Öppna webbchatten
engine-person-phone = En hälsoguide svarar i telefon, inte här.
