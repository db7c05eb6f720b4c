"""What is said about files that cannot be read, or not as YAML. (``{did}``: "Did you mean …?")

In a hint, what stands after ``|`` is said instead where no near name is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Words:
    """What is wrong and what to do, in both languages."""

    severity: Severity
    english: tuple[str, str]
    swedish: tuple[str, str]


def error(english: str, do: str, swedish: str, gor: str) -> Words:
    return Words("error", (english, do), (swedish, gor))


def warning(english: str, do: str, swedish: str, gor: str) -> Words:
    return Words("warning", (english, do), (swedish, gor))


YAML: Mapping[str, Words] = {
    "folder-missing": error(
        'There is no folder "{name}" here.',
        "Is this the folder that holds flows, locales and content?",
        'Här finns ingen mapp "{name}".',
        "Är det här mappen som har flows, locales och content i sig?",
    ),
    "unreadable": error(
        'I cannot open "{name}" as a file.',
        "Is it a folder, or may you not read it? Take it away or give it another name.",
        'Jag kan inte öppna "{name}" som en fil.',
        "Är det en mapp, eller får du inte läsa den? Ta bort den eller ge den ett annat namn.",
    ),
    "too-large": error(
        "This file is larger than 512 kB.",
        "Divide it, or see if something was put into it by mistake.",
        "Filen är större än 512 kB.",
        "Dela den, eller se om något hamnat i den av misstag.",
    ),
    "not-utf8": error(
        "Here stands a letter that is not saved as UTF-8.",
        'Save the file again and choose "UTF-8".',
        "Här står ett tecken som inte är sparat som UTF-8.",
        'Spara filen igen och välj "UTF-8".',
    ),
    "character": error(
        "An invisible character stands here ({name}).",
        "Take it away and write the place anew.",
        "Här står ett osynligt tecken ({name}).",
        "Ta bort det och skriv stället på nytt.",
    ),
    "file-missing": error(
        "The file {name} is missing.",
        "Write it; the other files use names from it.",
        "Filen {name} finns inte.",
        "Skriv den; de andra filerna använder namn från den.",
    ),
    "file-unread": warning(
        'Nobody reads the file "{name}" here.',
        "Is its name right, and its folder?",
        'Ingen läser filen "{name}" här.',
        "Är namnet rätt, och mappen?",
    ),
    "locale-unknown": error(
        'There is no language "{name}".',
        "{did} The languages are: {known}.",
        'Det finns inget språk "{name}".',
        "{did} Språken är: {known}.",
    ),
    "tab": error(
        "A tab stands here.",
        "Use spaces, two for each step in.",
        "Här står ett tabbtecken.",
        "Använd mellanslag, två för varje steg in.",
    ),
    "line": error(
        "I cannot read this line: {text}.",
        "Check the spaces at its start and the colon.",
        "Jag kan inte läsa raden: {text}.",
        "Se på mellanslagen i början och på kolonet.",
    ),
    "second-colon": error(
        "There is a second colon in this line.",
        "A text does not belong here; it belongs in locales/.",
        "Det finns ett andra kolon på raden.",
        "En text hör inte hemma här, utan i locales/.",
    ),
    "colon-in-value": error(
        "There is a second colon in this line.",
        'Put what stands after the first into quotation marks: key: "a: b".',
        "Det finns ett andra kolon på raden.",
        'Sätt det som står efter det första inom citattecken: nyckel: "a: b".',
    ),
    "quote-open": error(
        "A quotation mark is opened here and never closed.",
        "Close it, or take it away; most values need none.",
        "Här börjar ett citattecken som aldrig slutar.",
        "Avsluta det, eller ta bort det; de flesta värden behöver inga.",
    ),
    "bracket-open": error(
        "I cannot read the list that begins here.",
        "Write it as [a, b], with a comma between and ] at the end.",
        "Jag kan inte läsa listan som börjar här.",
        "Skriv den som [a, b], med komma emellan och ] sist.",
    ),
    "braces": error(
        "Braces {{ }} are not used here.",
        "Write each key on a line of its own.",
        "Klamrar {{ }} används inte här.",
        "Skriv varje nyckel på en egen rad.",
    ),
    "colon-in-list": error(
        "A colon cannot stand between [ and ].",
        "Write the list with each on a line of its own that begins with a hyphen.",
        "Ett kolon kan inte stå mellan [ och ].",
        "Skriv listan med var och en på en egen rad som börjar med bindestreck.",
    ),
    "short-hand": error(
        '"{name}" is YAML short-hand that we do not use.',
        "Write the value out in full.",
        '"{name}" är en YAML-genväg som vi inte använder.',
        "Skriv ut värdet helt.",
    ),
    "block-text": error(
        '"{name}" begins a text of several lines.',
        "A text does not belong here; it belongs in locales/.",
        '"{name}" börjar en text på flera rader.',
        "En text hör inte hemma här, utan i locales/.",
    ),
    "several-lines": error(
        "This value goes on over several lines.",
        "Write it on one line. Is a colon missing below?",
        "Värdet fortsätter på flera rader.",
        "Skriv det på en rad. Saknas ett kolon nedanför?",
    ),
    "documents": error(
        'A second document begins here ("---").',
        "Take the line away; a file holds one.",
        'Här börjar ett andra dokument ("---").',
        "Ta bort raden; en fil har bara ett.",
    ),
    "empty-file": error(
        "This file is empty.",
        "Write something in it, or take it away.",
        "Filen är tom.",
        "Skriv något i den eller ta bort den.",
    ),
    "empty-value": error(
        '"{name}" has no value.',
        "Write it after the colon, or take the line away.",
        '"{name}" saknar värde.',
        "Skriv det efter kolonet, eller ta bort raden.",
    ),
    "empty-item": error(
        "Nothing stands in this line of the list.",
        "Write a value, or take the line away.",
        "Det står ingenting på den här raden i listan.",
        "Skriv ett värde eller ta bort raden.",
    ),
    "key-twice": error(
        '"{name}" stands twice, first on line {line}.',
        "Keep one of them.",
        '"{name}" står två gånger, först på rad {line}.',
        "Behåll bara den ena.",
    ),
    "item-twice": error(
        '"{name}" stands twice in this list.',
        "Keep one of them.",
        '"{name}" står två gånger i listan.',
        "Behåll bara den ena.",
    ),
    "too-deep": error(
        "Too many lists stand inside each other here.",
        "Look at the brackets and the spaces at the start of the lines.",
        "För många listor står inuti varandra här.",
        "Se på hakparenteserna och mellanslagen i början av raderna.",
    ),
    "want-word": error(
        'After "{name}" one word belongs, not a list or keys.',
        "Write it on the same line.",
        'Efter "{name}" hör ett ord hemma, inte en lista eller nycklar.',
        "Skriv det på samma rad.",
    ),
    "want-list": error(
        '"{name}" is a list.',
        "Write [a, b], or each on a line of its own that begins with a hyphen.",
        '"{name}" är en lista.',
        "Skriv [a, b], eller var och en på en egen rad som börjar med bindestreck.",
    ),
    "want-table": error(
        '"{name}" has keys, each on a line of its own: "key: value".',
        "Look at the examples in docs/flow-language.md.",
        '"{name}" har nycklar, var och en på en egen rad: "nyckel: värde".',
        "Se exemplen i docs/flow-language.md.",
    ),
    "key-unknown": error(
        '{owner} has no key "{name}".',
        "{did}|The keys are: {known}.",
        '{owner} har ingen nyckel "{name}".',
        "{did}|Nycklarna är: {known}.",
    ),
    "value-unknown": error(
        '"{key}" is never "{name}".',
        "{did}|Write one of: {known}.",
        '"{key}" är aldrig "{name}".',
        "{did}|Skriv något av: {known}.",
    ),
    "name-bad": error(
        '"{name}" cannot be a name.',
        'Use small letters a–z, digits and hyphens, and begin with a letter, as in "{example}".',
        '"{name}" kan inte vara ett namn.',
        'Använd små bokstäver a–z, siffror och bindestreck, och börja med en bokstav, som i "{example}".',
    ),
    "name-long": error(
        "This name has {length} characters; at most 40 are possible.",
        "Make it shorter.",
        "Namnet har {length} tecken; högst 40 går.",
        "Gör det kortare.",
    ),
    "date-bad": error(
        '"{name}" is not a date.',
        "Write it like 2027-05-01.",
        '"{name}" är inget datum.',
        "Skriv det som 2027-05-01.",
    ),
    "number-bad": error(
        '"{name}" is not a whole number.',
        "Write digits only, as in 18.",
        '"{name}" är inget heltal.',
        "Skriv bara siffror, som i 18.",
    ),
}
