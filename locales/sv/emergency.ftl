emergency = Akut hjälp

emergency-first =
    Är det fara för liv? Ring { $phone-112 }

    Säg vad som har hänt. Säg var du är.

    De frågar mycket. Hjälpen blir inte försenad av det.
    .ambulance = Jag behöver ambulans.
    .address = Adressen är …
    .i-speak = Jag talar { $language }.
    .poison = Någon har fått i sig gift
    .suicide = Jag orkar inte leva
    .violence = Jag är inte trygg

emergency-poison =
    Ring { $phone-112 }

    Be om Giftinformation. Säg vad som har hänt.

    Svårt att andas, vaknar inte eller kramper? Säg att du behöver ambulans.
    .poison-help = Jag vill tala med Giftinformation.
    .ambulance = Jag behöver ambulans.
    .address = Adressen är …

emergency-suicide =
    Är du på väg att skada dig? Ring { $phone-112 }

    Var inte ensam. Be någon vara hos dig.

    Du kan också ringa och prata med någon. Det finns hjälp.
    .help = Jag vill inte leva. Jag behöver hjälp nu.
    .address = Adressen är …
    .i-speak = Jag talar { $language }.

emergency-violence =
    Fara nu? Ring { $phone-112 }

    Det är inte ditt fel. Du kan få hjälp. Socialtjänsten i din kommun kan också hjälpa och skydda.

    Kvinnofridslinjen är gratis och syns inte på telefonräkningen. Du behöver inte säga ditt namn. Numret kan synas i din telefon.
    .police = Jag behöver polis.
    .address = Adressen är …
    .interpreter = Jag behöver tolk. Jag talar { $language }.
