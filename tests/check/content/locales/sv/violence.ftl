violence = Trygghet hemma
violence-safe-now = Allt våld är förbjudet, också i familjen. Är du i fara nu?
    .danger = Ja, jag är i fara nu
    .talk = Nej, jag vill prata med någon
violence-danger = Ring { $phone-112 }. Säg vad som har hänt och var du är.
    .police = Jag behöver polis.
    .address = Adressen är …
violence-talk = Här får du stöd på telefon. Socialtjänsten i din kommun kan också ge råd och skyddat boende.
