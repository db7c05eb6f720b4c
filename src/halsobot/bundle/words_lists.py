"""What is said about lists of words, guides' phrases, and who answers in a region."""

from __future__ import annotations

from collections.abc import Mapping

from halsobot.bundle.words_content import lacks
from halsobot.bundle.words_yaml import Words, error

_SEE = (
    ' The example under "Who answers" in docs/flow-language.md shows it.',
    ' Exemplet under "Who answers" i docs/flow-language.md visar det.',
)

LISTS: Mapping[str, Words] = {
    "phrase-unknown": error(
        'There is no phrase "{name}".',
        "{did}|Write {name} = … in locales/sv/phrases.ftl. The names of phrases begin with phrase-.",
        'Det finns ingen fras "{name}".',
        "{did}|Skriv {name} = … i locales/sv/phrases.ftl. Frasers namn börjar med phrase-.",
    ),
    "answering-lacks": lacks("The file", "Filen", "Who answers", "vem som svarar", *_SEE),
    "guide-lacks": lacks("The guide", "Guiden", "A guide", "en guide", *_SEE),
    "interpreter-hour-lacks": lacks("The entry", "Posten", "An interpreter hour", "en tolktimme", *_SEE),
    "guides-shape": error(
        '"guides" has an entry for each guide: a name of its own, as "anna:", and below it the keys.',
        'The example under "Who answers" in docs/flow-language.md shows it.',
        '"guides" har en post för varje guide: ett eget namn, som "anna:", och nycklarna under det.',
        'Exemplet under "Who answers" i docs/flow-language.md visar det.',
    ),
    "interpreter-hours-shape": error(
        '"interpreter-hours" is a list: each hour begins with a hyphen and has the keys language, hours and guide.',
        'The example under "Who answers" in docs/flow-language.md shows it.',
        '"interpreter-hours" är en lista: varje timme börjar med bindestreck och har language, hours och guide.',
        'Exemplet under "Who answers" i docs/flow-language.md visar det.',
    ),
    "clock-bad": error(
        '"{name}" is not a time of day.',
        "Write it like 12:00.",
        '"{name}" är inget klockslag.',
        "Skriv det som 12:00.",
    ),
    "answer-number": error(
        '"{name}" is not a number from 1 to {known}.',
        "Write the number in digits, and its words after it.",
        '"{name}" är inte ett tal från 1 till {known}.',
        "Skriv talet med siffror, och dess ord efter det.",
    ),
    "answer-twice": error(
        '"{name}" already means "{other}".',
        "One word cannot mean two things. Take one of them away.",
        '"{name}" betyder redan "{other}".',
        "Ett ord kan inte betyda två saker. Ta bort det ena.",
    ),
    "unheard-language": error(
        "There is no list of emergency words for {name}, or nothing in it: no emergency would be heard.",
        "Put the file back as it was, or write at least one line under now: for each category.",
        "Det finns ingen lista med nödord för {name}, eller inget i den: inget nödläge skulle höras.",
        "Lägg tillbaka filen som den var, eller skriv minst en rad under now: för varje kategori.",
    ),
    "unheard-category": error(
        'For {locale} there is nothing under now: in "{name}": such an emergency would not be heard for sure.',
        "Put the lines back. Has the end of the file been cut off?",
        'För {locale} står inget under now: i "{name}": ett sådant nödläge skulle inte höras säkert.',
        "Lägg tillbaka raderna. Har filens slut klippts bort?",
    ),
    "pattern-empty": error(
        'In "{name}" something is missing beside the +.',
        "Write words on both sides of it, or take it away.",
        'I "{name}" fattas något bredvid plustecknet.',
        "Skriv ord på båda sidor om det, eller ta bort det.",
    ),
    "pattern-word": error(
        'I cannot search for "{name}".',
        "A star stands first or last in a word: andas* or *andas. Alone it means nothing.",
        'Jag kan inte söka efter "{name}".',
        "En stjärna står först eller sist i ett ord: andas* eller *andas. Ensam betyder den inget.",
    ),
    "pattern-group": error(
        'I cannot read "{name}" as a group.',
        "Write its name between < and >, with spaces around: <breath> not.",
        'Jag kan inte läsa "{name}" som en grupp.',
        "Skriv dess namn mellan < och >, med mellanslag omkring: <breath> inte.",
    ),
    "pattern-joined": error(
        '"{name}" stands in a group and has a + in it.',
        "In a group each entry is words in a row. Put the + where the group is used.",
        '"{name}" står i en grupp och har ett plustecken i sig.',
        "I en grupp är varje post ord i följd. Sätt plustecknet där gruppen används.",
    ),
    "pattern-person": error(
        '"{name}" is a word for a person, and emergencies are the same for everybody.',
        "Take it out of here, or write <person> in its place.",
        '"{name}" är ett ord för en person, och nödlägen är likadana för alla.',
        "Ta bort det härifrån, eller skriv <person> i stället.",
    ),
    "group-unknown": error(
        'There is no group "{name}" above this line.',
        "{did}|Write it under groups, above where it is used.",
        'Det finns ingen grupp "{name}" ovanför den här raden.',
        "{did}|Skriv den under groups, ovanför där den används.",
    ),
}
