### The web page's own words, around what the flows say. They tell nobody what the page is about.

web-title = Information
web-skip = Hoppa till svaret
web-leave = Lämna sidan snabbt
web-write = Skriv här
web-send = Skicka
web-more = Se nya svar
web-nothing-new = Inget nytt svar än.
web-earlier = Tidigare svar
web-show-large = Visa stort
web-close = Stäng
web-too-long = Texten är för lång. Gör den kortare och skicka igen.
web-sending = Skickar …
web-offline = Inget nät just nu. Jag försöker igen.
web-ended = Samtalet är slut.
web-lost = Sidan finns inte.
web-broken = Något gick fel. Försök igen.
web-begin = Börja om
web-history = Telefonen kan minnas sidans adress. Ta bort den i webbläsarens historik om någon annan läser telefonen.

## Voice and pictures for a person

web-sent = Skickat.
web-record = Spela in din röst
web-record-stop = Stoppa
web-recording = Spelar in. Högst två minuter.
web-recorded = Inspelningen är klar. Lyssna. Skicka den eller släng den.
web-discard = Släng
web-no-microphone = Mikrofonen går inte att använda. Skriv i stället.
web-my-voice = Din inspelning
web-my-picture = Din bild
web-picture = Skicka en bild
web-picture-thumb = Håll tummen över namn och personnummer när du tar bilden.
web-picture-choose = Välj en bild
web-file-large = Det är för stort. Gör en kortare inspelning eller välj en mindre bild.
web-file-broken = Det går inte att läsa. Välj en annan bild eller spela in igen.
web-file-many = Du har skickat många bilder och inspelningar. Skriv i stället.
web-play = Lyssna
web-larger = Visa större
web-save = Hämta
web-file-gone = Den finns inte längre här.

## Coming back from another browser

web-key-offer = Kom tillbaka senare i en annan webbläsare
web-key-title = Din nyckel
web-key-how = Kom ihåg bilderna i rätt ordning, och siffrorna. När du kommer tillbaka, välj ”Jag har en nyckel” på första sidan.
web-key-until = Nyckeln fungerar tills chatten med hälsoguiden är slut.
web-key-warning = Den som har nyckeln kan läsa samtalet. Visa den inte för någon.
web-key-drop = Jag vill inte ha nyckeln
web-key-dropped = Nyckeln är borta.
web-key-closed = Inget samtal med en hälsoguide är öppet nu. Då finns ingen nyckel.
web-key-go-on = Tillbaka till samtalet
web-key-have = Jag har en nyckel
web-key-first = Första bilden
web-key-second = Andra bilden
web-key-third = Tredje bilden
web-key-digits = De fyra siffrorna
web-key-open = Öppna
web-key-wrong = Nyckeln öppnar inget samtal. Se efter att allt är rätt. Vänta en minut och försök igen.
# The pictures of the key: one word each
web-key-sun = Sol
web-key-moon = Måne
web-key-star = Stjärna
web-key-tree = Träd
web-key-flower = Blomma
web-key-house = Hus
web-key-fish = Fisk
web-key-bird = Fågel
web-key-horse = Häst
web-key-apple = Äpple
web-key-bread = Bröd
web-key-boat = Båt
web-key-bus = Buss
web-key-book = Bok
web-key-shoe = Sko
web-key-ball = Boll
