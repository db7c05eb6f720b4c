children = Barn
children-who = Vem behöver vård?
    .me = Jag
    .my-child = Mitt barn
children-age = Hur gammalt är barnet?
children-free = Vården är gratis för den som är under { $age-adult }. Barnet är { $age }.
children-wish = Vad vill du fråga?
children-thanks = Tack. Du skrev: { $wish }
