costs = Vad kostar vården?
costs-status = Priset beror på vilket papper du har i Sverige. Vad stämmer för dig?
costs-place = Priset är olika i olika regioner. Var bor du?
costs-low-fee = Att träffa en läkare på en { $word-health-centre } kostar { $fee-doctor-low }.
    .card = Vad ska jag visa?
costs-card = Visa LMA-kort, UT-kort eller kvitto. Annars kan du få betala hela priset.
costs-ordinary-fee = Ett vanligt besök kostar { $fee-visit } i { $region }.
costs-ask-first = Jag vet inte priset för dig. Fråga när du bokar, eller ring { $phone-1177 }.
