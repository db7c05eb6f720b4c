start = Meny
start-menu = Hej! Jag hjälper dig att hitta rätt i vården i Sverige.
