emergency = Akut
emergency-first = Är det fara för liv? Ring { $phone-112 }.
