costs = Vad kostar vården?

costs-status =
    Priset beror på vilket papper du har i Sverige. Vad stämmer för dig?

    Du behöver inte svara. Ingen hälsoguide får se svaret.

costs-personnummer =
    Har du fått ett svenskt personnummer? Skriv det inte här.
    .have-number = Ja, jag har personnummer
    .no-number = Nej, inte än

costs-low-fee =
    Att träffa en läkare på en { $word-health-centre } kostar { $fee-doctor-low }.

    Efter remiss kostar det { $fee-other-low } att träffa en sjuksköterska eller kurator. Remiss är ett brev från en läkare till en annan mottagning.

    Priset på akuten är olika i olika regioner. Är det fara för liv? Ring { $phone-112 }.
    .card = Vad ska jag visa?
    .without-papers = Jag har inget kort att visa
    .free-care = Vad är gratis?
    .medicines = Vad kostar medicin?
    .children = Vad kostar det för barn?

costs-card =
    Visa ditt { $word-lma-card }, { $word-ut-card } eller kvitto. Visa det i vården och på apoteket.

    Annars kan du få betala hela priset.
    .money-back = Kan jag få pengar tillbaka?

costs-money-back =
    Har du betalat mer än { $fee-special-grant } på { $months-special-grant }? Då kan du söka pengar tillbaka från Migrationsverket.

    Det gäller läkarbesök, resor till vården, medicin på recept och annan behandling. Spara alla kvitton.

costs-without-papers =
    Du behöver inget kort för att söka vård. Fråga vad besöket kostar för dig.

    Röda Korset och Läkare i Världen kan ge dig råd.

costs-free-care =
    Vård när du är gravid och föder barn kostar { $fee-maternity-low }. Det gäller också kontroller av små barn.

    En hälsoundersökning för dig som är ny i Sverige kostar { $fee-health-examination }. Den är frivillig.

costs-medicines-low =
    Medicin på recept kostar ofta högst { $fee-medicine-low }. Det gäller inte all medicin.

    För barn under { $age-adult } kostar medicin på recept ofta { $fee-medicine-child }.

    Fråga på apoteket vad just din medicin kostar.

costs-place = Priset är olika i olika regioner. Var bor du?

costs-ordinary-fee =
    Ett vanligt besök kostar { $fee-visit } i { $region }. Det är för vuxna.

    Fråga om priset när du bokar.
    .children = Vad kostar det för barn?
    .medicines = Vad kostar medicin?
    .emergency-price = Vad kostar akuten?
    .yearly-limit = Finns det ett högsta pris?

costs-emergency-price =
    Ett besök på akutmottagningen kostar { $fee-emergency-department } i { $region }. Det är för vuxna.

    Är det fara för liv? Ring { $phone-112 }.

costs-yearly-limit =
    Det finns ett högsta pris för besök under { $months-frikort }. När du har betalat så mycket får du frikort. Då betalar du inte för fler besök den tiden.

    Frikortet gäller i hela Sverige. Spara alla kvitton.

    Jag vet inte vilken summa som gäller nu. Ring { $phone-1177 } och fråga.

costs-medicines =
    Det finns ett högsta pris för medicin på recept. Det gäller inte all medicin.

    För barn under { $age-adult } kostar medicin på recept ofta { $fee-medicine-child }.

    Fråga på apoteket vad just din medicin kostar.

costs-children-in-region =
    Ett besök för ett barn under { $age-adult } kostar { $fee-visit-child } i { $region }.

    Medicin på recept kostar ofta { $fee-medicine-child } för barn.

costs-children =
    Barn under { $age-adult } får samma vård som andra barn i Sverige. Det gäller också tandvård.

    Medicin på recept kostar ofta { $fee-medicine-child } för barn. Fråga vad besöket kostar när du bokar.
    .price = Vad kostar besöket för mitt barn?

costs-eu =
    Har du ett EU-kort för sjukvård från ditt land? Då betalar du ofta samma avgift som andra i Sverige.

    Utan kort kan du få betala hela priset.
    .have-card = Ja, jag har kortet
    .no-card = Nej, jag har inget kort
    .not-sure = Jag vet inte

costs-eu-without-card =
    Alla får akut vård. Annan vård kan kosta hela priset. Fråga om priset när du bokar.

    Läkare i Världen kan ge dig råd.

    Är det fara för liv? Ring { $phone-112 }.

costs-ask-first =
    Jag vet inte priset för dig. Fråga när du bokar, eller ring { $phone-1177 }.

    Är det fara för liv? Ring { $phone-112 }.
    .price = Vad kostar besöket för mig?
    .interpreter = Jag behöver tolk. Jag talar { $language }.
