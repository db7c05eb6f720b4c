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
