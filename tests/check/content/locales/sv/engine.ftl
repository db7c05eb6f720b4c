engine-back = Tillbaka
engine-danger = Är det fara? Ring { $phone-112 }.
