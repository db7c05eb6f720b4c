### Ready replies of health guides: chosen in the guide's language, read in the contact's.

phrase-hello = Hej! Jag är hälsoguide. Jag läser det du skriver.
phrase-thanks = Tack för att du skrev.
phrase-more = Kan du berätta mer?
phrase-wait = Jag behöver ta reda på något. Jag skriver till dig igen.
phrase-where-live = I vilken kommun bor du?
phrase-since-when = Hur länge har det varit så?
phrase-who-for = Gäller det dig själv eller någon annan?
phrase-called-already = Har du redan ringt vårdcentralen eller { $phone-1177 }?
phrase-has-letter = Har du fått ett brev eller en kallelse?
phrase-language-ok = Förstår du det här språket bra?
phrase-medical = Jag är ingen sjuksköterska och kan inte ge medicinska råd. Ring { $phone-1177 }, där svarar sjuksköterskor dygnet runt. Är det fara för livet? Ring { $phone-112 }.
phrase-call-centre = Ring din vårdcentral (hälsocentral) och boka en tid.
phrase-interpreter-right = Vården ordnar tolk. Säg vilket språk du talar när du bokar.
phrase-free-of-charge = Att skriva till oss kostar ingenting.
phrase-emergency-ward = Blir det värre? Ring { $phone-112 }.
phrase-safe-now = Är du säker just nu?
phrase-secrecy = Jag har tystnadsplikt. Det du skriver berättar jag inte för andra.
phrase-child-duty = Om ett barn far illa måste jag berätta det för socialtjänsten.
phrase-anything-else = Är det något mer du undrar?
phrase-good-luck = Jag hoppas att det löser sig.
phrase-come-back = Du kan fråga igen när du vill.
