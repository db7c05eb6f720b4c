start = Meny
start-menu =
    Hej! Jag visar vägen i vården i Sverige.

    Vad vill du veta mer om?
