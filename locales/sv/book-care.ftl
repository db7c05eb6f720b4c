book-care = Boka vård

book-care-who = Vem behöver vård?
    .me = Jag
    .my-child = Mitt barn
    .someone-else = Någon annan

book-care-open =
    Ring först till din { $word-health-centre }. Där kan du boka en tid. De kan också boka tolk.

    Vet du inte numret? Ring { $phone-1177 }. De visar dig rätt mottagning.
    .book = Hej! Jag vill boka en tid.
    .interpreter = Jag behöver tolk. Jag talar { $language }.
    .sentences = Mer att säga på svenska
    .which-door = Vart ska jag ringa?
    .how-to-book = Hur bokar jag en tid?
    .bring = Vad ska jag ta med?
    .interpreter-help = Hur får jag tolk?
    .change = Avboka eller byta tid

book-care-closed =
    Nu kan din { $word-health-centre } vara stängd. Ring { $phone-1177 } nu. Sjuksköterskor svarar dag och natt.

    När den är öppen: ring först till din { $word-health-centre }. Där kan du boka en tid.
    .advice = Hej! Jag behöver råd om vård.
    .interpreter = Jag behöver tolk. Jag talar { $language }.
    .book = Hej! Jag vill boka en tid.
    .sentences = Mer att säga på svenska
    .which-door = Vart ska jag ringa?
    .how-to-book = Hur bokar jag en tid?
    .bring = Vad ska jag ta med?
    .interpreter-help = Hur får jag tolk?
    .change = Avboka eller byta tid

book-care-sentences-me =
    Läs upp meningarna, eller visa dem.

    Du kan berätta mer när tolken är med.
    .book = Hej! Jag vill boka en tid.
    .interpreter = Jag behöver tolk. Jag talar { $language }.
    .explain = Jag vill berätta mer med tolk.
    .call-back = Kan ni ringa upp mig?

book-care-sentences-child =
    Läs upp meningarna, eller visa dem.

    Du kan berätta mer om barnet när tolken är med.
    .book = Hej! Jag vill boka en tid för mitt barn.
    .interpreter = Jag behöver tolk. Jag talar { $language }.
    .explain = Jag vill berätta mer med tolk.
    .call-back = Kan ni ringa upp mig?

book-care-sentences-other =
    Läs upp meningarna, eller visa dem.

    Ni kan berätta mer när tolken är med.
    .book = Hej! Jag vill boka en tid för en annan person.
    .interpreter = Vi behöver tolk. Vi talar { $language }.
    .explain = Vi vill berätta mer med tolk.
    .call-back = Kan ni ringa upp mig?

book-care-which-door =
    Är det fara för liv? Ring { $phone-112 } nu.

    Är någon mycket allvarligt sjuk eller skadad? Akutmottagningen är öppen dag och natt.

    För det mesta annat ringer du först till din { $word-health-centre }. Är du osäker? Ring { $phone-1177 }.
    .door-health-centre = Om din { $word-health-centre }
    .door-1177 = Om { $phone-1177 }
    .door-emergency-department = Om akutmottagningen
    .door-112 = Om { $phone-112 }

book-care-door-health-centre =
    En { $word-health-centre } hjälper med det mesta, både kropp och känslor. Ring innan du går dit. Då kan de boka tolk.

    Ibland ber de dig trycka in ditt telefonnummer. Då ringer de upp dig.

    Söker du asyl eller saknar du papper? Du kan gå till vilken { $word-health-centre } som helst i Sverige.
    .sentences = Vad ska jag säga?

book-care-door-1177 =
    Sjuksköterskor svarar dag och natt. De ger råd och visar rätt mottagning.

    De svarar oftast på svenska och engelska. Säg ditt språk och ordet “tolk”.
    .advice = Hej! Jag behöver råd om vård.
    .interpreter = Jag behöver tolk. Jag talar { $language }.

book-care-door-emergency-department =
    Akutmottagningen är för mycket allvarlig sjukdom eller skada. Den är också för den som mår mycket dåligt psykiskt.

    Den är öppen dag och natt. Den som är sjukast får hjälp först. Därför kan väntan bli lång.

    Är det fara för liv? Ring { $phone-112 }.

book-care-door-112 =
    Ring { $phone-112 } när det är fara för liv. Där når du ambulans, polis och räddningstjänst. Alla i Sverige får ringa.

    Säg vad som har hänt och var du är. De frågar mycket. Hjälpen blir inte försenad av det.
    .what-to-say = Vad ska jag säga?

book-care-how-to-book =
    Du kan alltid ringa och boka. Då behöver du inte BankID. Du kan också gå dit.

    Har du BankID eller Freja+? Då kan du logga in på { $phone-1177 }. På många mottagningar kan du boka där.

    Säg att du behöver tolk när du bokar. Säg vilket språk du talar.
    .sentences = Vad ska jag säga?

book-care-bring =
    Ta med id-handling om du har. Ta med { $word-lma-card }, { $word-ut-card } eller kvitto om du har.

    Kommer du från ett EU-land? Ta med ditt EU-kort om du har.

    Har du inga papper? Du kan ändå söka vård.
    .price = Vad kostar ett besök?

book-care-interpreter-help =
    Du kan få tolk i vården. Personalen bokar tolken. Du betalar { $fee-interpreter } för tolken.

    Du kan be om en kvinna eller en man. Du kan be om en annan tolk.

    Tolken har tystnadsplikt och får inte berätta om dig. Familj och vänner har inte tystnadsplikt. Barn ska inte tolka.
    .woman = Jag vill ha en kvinna som tolk.
    .man = Jag vill ha en man som tolk.
    .other = Jag vill byta tolk.

book-care-change-fee =
    Kan du inte komma? Ring mottagningen minst { $hours-cancel } före. Avboka tolken också.

    Annars kan du få betala { $fee-missed-visit }. Det gäller också den som brukar betala mindre eller inget.
    .cancel = Jag vill avboka min tid.
    .rebook = Jag vill byta min tid.
    .no-interpreter = Jag vill avboka tolken också.

book-care-change =
    Kan du inte komma? Ring mottagningen så snart du kan. Avboka tolken också.
    .cancel = Jag vill avboka min tid.
    .rebook = Jag vill byta min tid.
    .no-interpreter = Jag vill avboka tolken också.
