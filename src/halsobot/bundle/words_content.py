"""What is said about texts, facts, places and the other tables."""

from __future__ import annotations

from collections.abc import Mapping

from halsobot.bundle.words_yaml import Words, error, warning


def lacks(english: str, swedish: str, what: str, vad: str, see: str = "", se: str = "") -> Words:
    """An entry lacks a key that it needs; the names of the entry begin the sentences. ``see`` says where to look."""
    return error(
        f'{english} "{{name}}" has no "{{key}}".',
        f"{what} without it may not be shown.{see}",
        f'{swedish} "{{name}}" saknar "{{key}}".',
        f"Utan det får {vad} inte visas.{se}",
    )


CONTENT: Mapping[str, Words] = {
    "no-swedish": error(
        "There are no Swedish texts.",
        "All other languages are translated from them; write them in locales/sv/.",
        "Det finns inga svenska texter.",
        "Alla andra språk översätts från dem; skriv dem i locales/sv/.",
    ),
    "text-missing": error(
        '"{name}" has no text in Swedish.',
        "Write {name} = … in locales/sv/{file}.",
        '"{name}" har ingen svensk text.',
        "Skriv {name} = … i locales/sv/{file}.",
    ),
    "texts-missing": error(
        "The file locales/sv/{file} is missing, and with it {count} texts.",
        "Write it; all other languages are translated from the Swedish.",
        "Filen locales/sv/{file} finns inte, och därför saknas {count} texter.",
        "Skriv den; alla andra språk översätts från svenskan.",
    ),
    "label-missing": error(
        '"{name}" has no words.',
        "Write .{name} = … under {message} in locales/sv/{file}.",
        '"{name}" saknar ord.',
        "Skriv .{name} = … under {message} i locales/sv/{file}.",
    ),
    "text-untranslated": warning(
        '"{name}" is not in {language} yet; people will read it in another language.',
        "Write it in locales/{locale}/{file}.",
        '"{name}" finns inte på {language} än; folk får läsa den på ett annat språk.',
        "Skriv den i locales/{locale}/{file}.",
    ),
    "texts-untranslated": warning(
        "{count} texts of {file} are not in {language} yet; people will read them in another language.",
        "Write them in locales/{locale}/{file}.",
        "{count} texter i {file} finns inte på {language} än; folk får läsa dem på ett annat språk.",
        "Skriv dem i locales/{locale}/{file}.",
    ),
    "locale-begun": warning(
        "{count} texts are not in {language} yet; people will read them in another language.",
        "These files are missing in locales/{locale}: {known}.",
        "{count} texter finns inte på {language} än; folk får läsa dem på ett annat språk.",
        "De här filerna saknas i locales/{locale}: {known}.",
    ),
    "text-unused": warning(
        'No flow uses the text "{name}".',
        "{did} If not needed, take it away.",
        'Inget flöde använder texten "{name}".',
        "{did} Behövs den inte, ta bort den.",
    ),
    "attribute-unused": warning(
        "No flow uses .{name}.",
        "Is the name right? If not needed, take it away.",
        "Inget flöde använder .{name}.",
        "Är namnet rätt? Behövs den inte, ta bort den.",
    ),
    "text-line": error(
        'I cannot read the text "{text}".',
        "Begin each line under a name with four spaces, and close each {{ with }}.",
        'Jag kan inte läsa texten "{text}".',
        "Börja varje rad under ett namn med fyra mellanslag, och stäng varje {{ med }}.",
    ),
    "text-no-equals": error(
        'A "=" is missing in the line "{text}".',
        "Write {name} = and then the words.",
        'Ett "=" saknas på raden "{text}".',
        "Skriv {name} = och sedan orden.",
    ),
    "text-empty": error(
        'No words stand after "{text}".',
        "Write them there, or take the line away.",
        'Det står inga ord efter "{text}".',
        "Skriv dem där, eller ta bort raden.",
    ),
    "text-twice": error(
        '"{name}" stands twice in this file, first on line {line}.',
        "Keep one of them.",
        '"{name}" står två gånger i filen, först på rad {line}.',
        "Behåll bara den ena.",
    ),
    "text-elsewhere": error(
        '"{name}" stands in another file too ({file}:{line}).',
        "Keep one of them.",
        '"{name}" står också i en annan fil ({file}:{line}).',
        "Behåll bara den ena.",
    ),
    "attribute-twice": error(
        '".{name}" stands twice under {message}, first on line {line}.',
        "Keep one of them.",
        '".{name}" står två gånger under {message}, först på rad {line}.',
        "Behåll bara den ena.",
    ),
    "text-term": error(
        '"{name}" is a Fluent term, which we do not use.',
        "Write the words in each text, or make a fact word-… of them.",
        '"{name}" är en Fluent-term, och sådana använder vi inte.',
        "Skriv orden i varje text, eller gör ett faktum word-… av dem.",
    ),
    "text-only-names": error(
        "{text} cannot stand in a text; only {{ $name }} can.",
        "Did you mean {{ ${near} }}?|Write the words out, or the name of a fact.",
        "{text} kan inte stå i en text; bara {{ $namn }} kan det.",
        "Menade du {{ ${near} }}?|Skriv ut orden, eller namnet på ett faktum.",
    ),
    "text-selector": error(
        "A text does not choose between words; a flow chooses between screens.",
        "Only a number can choose, for its plural: {{ $its-name-number -> … }}.",
        "En text väljer inte mellan ord; ett flöde väljer mellan skärmar.",
        "Bara ett tal kan välja, för sin böjning: {{ $dess-namn-number -> … }}.",
    ),
    "text-plural": error(
        'There is no plural form "{name}".',
        "Write zero, one, two, few, many or other.",
        'Det finns ingen talform "{name}".',
        "Skriv zero, one, two, few, many eller other.",
    ),
    "text-equals": error(
        "A = stands inside a text.",
        "Does another text begin here? Then its name needs a line of its own: .name = …",
        "Ett = står inne i en text.",
        "Börjar en annan text här? Då behöver dess namn en egen rad: .namn = …",
    ),
    "digits": error(
        '"{name}" is a number in a text.',
        "Put it in content/facts/ and write {{ $its-name }} here.",
        '"{name}" är ett tal i en text.',
        "Lägg det i content/facts/ och skriv {{ $dess-namn }} här.",
    ),
    "variable-unknown": error(
        "Nothing is called ${name}.",
        "Did you mean ${near}?|A text can use facts, answers of its flow, $region, $municipality and $language.",
        "Inget heter ${name}.",
        "Menade du ${near}?|En text kan använda fakta, svar i sitt flöde, $region, $municipality och $language.",
    ),
    "variable-lost": warning(
        "The Swedish says ${name} here, the {language} does not.",
        "Put {{ ${name} }} in.",
        "På svenska står ${name} här, på {language} inte.",
        "Lägg in {{ ${name} }}.",
    ),
    "label-long": error(
        "This label has {length} characters; a button holds {most}.",
        "Make it shorter.",
        "Knapptexten har {length} tecken; en knapp rymmer {most}.",
        "Gör den kortare.",
    ),
    "caption-long": error(
        "This text has {length} characters; under a picture there is room for {most}.",
        "Make it shorter, or divide it over two screens.",
        "Texten har {length} tecken; under en bild får {most} plats.",
        "Gör den kortare, eller dela den på två skärmar.",
    ),
    "text-long": error(
        "This text has {length} characters; a message holds {most}.",
        "Divide it over several screens.",
        "Texten har {length} tecken; ett meddelande rymmer {most}.",
        "Dela den på flera skärmar.",
    ),
    "bubbles-many": error(
        '"{name}" has {count} bubbles; at most 3 are read.',
        "Take empty lines away, or divide it over two screens.",
        '"{name}" har {count} bubblor; högst 3 blir lästa.',
        "Ta bort tomma rader, eller dela den på två skärmar.",
    ),
    "bubbles-differ": error(
        '"{name}" has other bubbles than the Swedish: {count} here, {swedish} there.',
        "An empty line begins a bubble; let both have as many.",
        '"{name}" har andra bubblor än svenskan: {count} här, {swedish} där.',
        "En tom rad börjar en bubbla; låt båda ha lika många.",
    ),
    "bubbles-alone": error(
        '"{name}" has other bubbles than all its translations: {swedish} here, {count} there.',
        "An empty line begins a bubble; let all have as many.",
        '"{name}" har andra bubblor än alla översättningar: {swedish} här, {count} där.',
        "En tom rad börjar en bubbla; låt alla ha lika många.",
    ),
    "fact-lacks": lacks("The fact", "Faktat", "A fact", "faktat"),
    "place-lacks": lacks("The place", "Platsen", "A place", "platsen"),
    "hours-lacks": lacks("The entry", "Posten", "Opening hours", "öppettiderna"),
    "status-lacks": lacks("The status", "Statusen", "A status", "statusen"),
    "region-lacks": lacks("The region", "Regionen", "A region", "regionen"),
    "source-lacks": lacks("The source", "Källan", "What comes from a source", "det som kommer från källan"),
    "owner-lacks": lacks("The owner", "Ägaren", "An owner", "ägaren"),
    "home-lacks": error(
        'This file has no "{key}".',
        'Write "region: …" and the region in which every conversation begins.',
        'Filen saknar "{key}".',
        'Skriv "region: …" och den region där varje samtal börjar.',
    ),
    "region-file": error(
        'The region "{name}" has no region.yaml.',
        "Write the file, with its name and municipalities.",
        'Regionen "{name}" saknar region.yaml.',
        "Skriv filen, med namn och kommuner.",
    ),
    "entry-name": error(
        '"{name}" stands here without an entry that it belongs to.',
        "Write the name of the entry and a colon on a line above, and begin this line with two spaces.",
        '"{name}" står här utan någon post som det hör till.',
        "Skriv postens namn och ett kolon på en rad ovanför, och börja den här raden med två mellanslag.",
    ),
    "fact-name": error(
        'The first word of "{name}" does not say what kind of fact it is.',
        "{did}|Begin the name with one of: {known}.",
        'Det första ordet i "{name}" säger inte vad för slags faktum det är.',
        "{did}|Börja namnet med något av: {known}.",
    ),
    "fact-twice": error(
        'The fact "{name}" stands in another file too ({file}:{line}).',
        "Keep one of them.",
        'Faktat "{name}" står också i en annan fil ({file}:{line}).',
        "Behåll bara det ena.",
    ),
    "fact-unknown": error(
        'There is no fact "{name}".',
        "{did}|Write it in content/facts/, with its source.",
        'Det finns inget faktum "{name}".',
        "{did}|Skriv det i content/facts/, med sin källa.",
    ),
    "fact-kind": error(
        '"{name}" cannot stand after "{key}".',
        'Only facts whose names begin with "{prefix}" can.',
        '"{name}" kan inte stå efter "{key}".',
        'Bara fakta vars namn börjar med "{prefix}" kan det.',
    ),
    "fact-unguarded": error(
        '"{name}" has no value in an unknown region.',
        'Lead here only "when {name} is known".',
        '"{name}" har inget värde i en okänd region.',
        'Led hit bara "when {name} is known".',
    ),
    "fact-passed": warning(
        'The fact "{name}" was valid until {date}.',
        "Find the new value, and its source.",
        'Faktat "{name}" gällde till {date}.',
        "Ta reda på det nya värdet, och dess källa.",
    ),
    "place-closed": warning(
        'The place "{name}" closed on {date}.',
        "Take it away, or write what is there now.",
        'Platsen "{name}" stängde {date}.',
        "Ta bort den, eller skriv vad som finns där nu.",
    ),
    "phone-bad": error(
        '"{name}" is not a phone number.',
        "Write it like 020-50 50 50 or +46 771 11 77 00.",
        '"{name}" är inget telefonnummer.',
        "Skriv det som 020-50 50 50 eller +46 771 11 77 00.",
    ),
    "web-bad": error(
        '"{name}" is not a web address.',
        "Write it like https://www.1177.se.",
        '"{name}" är ingen webbadress.',
        "Skriv den som https://www.1177.se.",
    ),
    "time-bad": error(
        '"{name}" is not a time.',
        "Write it like 08:30.",
        '"{name}" är ingen tid.',
        "Skriv den som 08:30.",
    ),
    "hours-bad": error(
        'I cannot read the opening hours "{name}".',
        "Write them like Mo-Fr 08:00-17:00; PH off (Mo Tu We Th Fr Sa Su, PH is a holiday).",
        'Jag kan inte läsa öppettiderna "{name}".',
        "Skriv dem som Mo-Fr 08:00-17:00; PH off (Mo Tu We Th Fr Sa Su, PH är helgdag).",
    ),
    "position-bad": error(
        '"{name}" is not a position in Sweden.',
        "Write north and east in degrees, like 63.18 14.65.",
        '"{name}" är ingen plats i Sverige.',
        "Skriv nord och öst i grader, som 63.18 14.65.",
    ),
    "source-unknown": error(
        'There is no source "{name}".',
        "{did}|Write it in content/facts/sources.yaml, with address and date.",
        'Det finns ingen källa "{name}".',
        "{did}|Skriv den i content/facts/sources.yaml, med adress och datum.",
    ),
    "owner-unknown": error(
        'There is no owner "{name}".',
        "{did}|The owners are: {known}.",
        'Det finns ingen ägare "{name}".',
        "{did}|Ägarna är: {known}.",
    ),
    "municipality-unknown": error(
        'There is no municipality "{name}".',
        "{did}|The municipalities are: {known}.",
        'Det finns ingen kommun "{name}".',
        "{did}|Kommunerna är: {known}.",
    ),
    "municipality-twice": error(
        'The municipality "{name}" is in the region "{region}" too.',
        "Keep it in one of them.",
        'Kommunen "{name}" finns i regionen "{region}" också.',
        "Behåll den i en av dem.",
    ),
    "guide-twice": error(
        'The guide "{name}" is in the region "{region}" too.',
        "Give one of them another name: accounts of the console know guides by it.",
        'Guiden "{name}" finns i regionen "{region}" också.',
        "Ge den ena ett annat namn: konsolens konton känner guider på det.",
    ),
    "place-kind-unknown": error(
        'There is no kind of place "{name}".',
        "{did}|Write kind-{name} = … in locales/sv/names.ftl.",
        'Det finns ingen sorts plats "{name}".',
        "{did}|Skriv kind-{name} = … i locales/sv/names.ftl.",
    ),
    "language-unknown": error(
        'There is no language "{name}".',
        "{did}|The languages are: {known}.",
        'Det finns inget språk "{name}".',
        "{did}|Språken är: {known}.",
    ),
    "region-unknown": error(
        'There is no region "{name}".',
        "{did}|The regions are: {known}.",
        'Det finns ingen region "{name}".',
        "{did}|Regionerna är: {known}.",
    ),
    "category-unknown": error(
        'The category "{name}" leads nowhere.',
        "{did}|Say in content/words/redflags.yaml where it leads.",
        'Kategorin "{name}" leder ingenstans.',
        "{did}|Skriv i content/words/redflags.yaml vart den leder.",
    ),
    "red-flag-node": error(
        'No node has the full name "{name}".',
        "{did}|Write the name of the flow, a hyphen and the name of the node.",
        'Ingen nod har hela namnet "{name}".',
        "{did}|Skriv flödets namn, ett bindestreck och nodens namn.",
    ),
    "picture-unknown": error(
        'There is no picture "{name}".',
        "{did}|Put {name}.svg in content/pictures/.",
        'Det finns ingen bild "{name}".',
        "{did}|Lägg {name}.svg i content/pictures/.",
    ),
    "picture-unused": warning(
        'No screen shows the picture "{name}".',
        "Is the name right? If not needed, take it away.",
        'Ingen skärm visar bilden "{name}".',
        "Är namnet rätt? Behövs den inte, ta bort den.",
    ),
    "name-idle": warning(
        'Nothing uses "{name}", but {file}:{line} asks for "{wanted}".',
        "Should both have one name?",
        'Ingenting använder "{name}", men {file}:{line} frågar efter "{wanted}".',
        "Ska de heta lika?",
    ),
    "name-misspelt": error(
        'Nothing uses "{name}", but several places ask for "{wanted}", the first of them {file}:{line}.',
        "Let all have one name.",
        'Ingenting använder "{name}", men flera ställen frågar efter "{wanted}", det första {file}:{line}.',
        "Låt alla heta lika.",
    ),
}
