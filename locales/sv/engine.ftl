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
engine-not-understood = Jag förstår inte det du skrev. Välj en knapp här under.
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
engine-privacy-kept =
    Allt är låst. Regionen har nyckeln.
    Det som du och jag säger raderas { $days-said } senare.

    Hör jag inget från dig på { $days-silent }? Då raderar jag allt.

    Efter raderingen finns kopior av nyckeln kvar i { $days-backup }. Sedan kan ingen läsa det som är raderat.
