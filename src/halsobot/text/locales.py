"""The table of languages: those halsobot speaks, and those for which it only shows the way to an interpreter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

SOURCE = "sv"


@dataclass(frozen=True, slots=True)
class Locale:
    """``own`` is the language's name in itself; ``fallback`` is read where a text is missing."""

    tag: str
    own: str
    swedish: str
    english: str
    direction: Literal["ltr", "rtl"]
    fallback: tuple[str, ...]


#: In the order of the language choice.
LOCALES: Mapping[str, Locale] = {
    locale.tag: locale
    for locale in (
        Locale("ar", "العربية", "arabiska", "Arabic", "rtl", ("en", "sv")),
        Locale("fa-AF", "دری", "dari", "Dari", "rtl", ("fa", "en", "sv")),
        Locale("ti", "ትግርኛ", "tigrinska", "Tigrinya", "ltr", ("en", "sv")),
        Locale("uk", "Українська", "ukrainska", "Ukrainian", "ltr", ("en", "sv")),
        Locale("so", "Soomaali", "somaliska", "Somali", "ltr", ("en", "sv")),
        Locale("fa", "فارسی", "persiska", "Persian", "rtl", ("fa-AF", "en", "sv")),
        Locale("en", "English", "engelska", "English", "ltr", ("sv",)),
        Locale("sv", "Svenska", "svenska", "Swedish", "ltr", ()),
    )
}


@dataclass(frozen=True, slots=True)
class GlobeLanguage:
    """A language halsobot does not speak: its own name, and the Swedish one for the desk."""

    name: str
    tag: str
    own: str
    swedish: str
    direction: Literal["ltr", "rtl"] = "ltr"


#: In the order of the globe choice: by script, then by the Swedish name.
GLOBE: Mapping[str, GlobeLanguage] = {
    language.name: language
    for language in (
        GlobeLanguage("albanian", "sq", "Shqip", "albanska"),
        GlobeLanguage("amharic", "am", "አማርኛ", "amhariska"),
        GlobeLanguage("azerbaijani", "az", "Azərbaycanca", "azerbajdzjanska"),
        GlobeLanguage("bengali", "bn", "বাংলা", "bengali"),
        GlobeLanguage("bosnian", "bs", "Bosanski", "bosniska"),
        GlobeLanguage("bulgarian", "bg", "Български", "bulgariska"),
        GlobeLanguage("burmese", "my", "မြန်မာ", "burmesiska"),
        GlobeLanguage("chinese", "zh", "中文", "kinesiska"),
        GlobeLanguage("french", "fr", "Français", "franska"),
        GlobeLanguage("georgian", "ka", "ქართული", "georgiska"),
        GlobeLanguage("german", "de", "Deutsch", "tyska"),
        GlobeLanguage("greek", "el", "Ελληνικά", "grekiska"),
        GlobeLanguage("hindi", "hi", "हिन्दी", "hindi"),
        GlobeLanguage("kinyarwanda", "rw", "Ikinyarwanda", "kinyarwanda"),
        GlobeLanguage("kirundi", "rn", "Ikirundi", "kirundi"),
        GlobeLanguage("kurmanji", "kmr", "Kurmancî", "nordkurdiska (kurmanji)"),
        GlobeLanguage("lingala", "ln", "Lingála", "lingala"),
        GlobeLanguage("mongolian", "mn", "Монгол", "mongoliska"),
        GlobeLanguage("nepali", "ne", "नेपाली", "nepali"),
        GlobeLanguage("oromo", "om", "Afaan Oromoo", "oromo"),
        GlobeLanguage("pashto", "ps", "پښتو", "pashto", "rtl"),
        GlobeLanguage("polish", "pl", "Polski", "polska"),
        GlobeLanguage("portuguese", "pt", "Português", "portugisiska"),
        GlobeLanguage("romanian", "ro", "Română", "rumänska"),
        GlobeLanguage("russian", "ru", "Русский", "ryska"),
        GlobeLanguage("sorani", "ckb", "کوردیی ناوەندی", "centralkurdiska (sorani)", "rtl"),
        GlobeLanguage("spanish", "es", "Español", "spanska"),
        GlobeLanguage("swahili", "sw", "Kiswahili", "swahili"),
        GlobeLanguage("tagalog", "tl", "Tagalog", "tagalog"),
        GlobeLanguage("thai", "th", "ไทย", "thailändska"),
        GlobeLanguage("turkish", "tr", "Türkçe", "turkiska"),
        GlobeLanguage("urdu", "ur", "اردو", "urdu", "rtl"),
        GlobeLanguage("uzbek", "uz", "Oʻzbekcha", "uzbekiska"),
        GlobeLanguage("vietnamese", "vi", "Tiếng Việt", "vietnamesiska"),
    )
}


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """The direction of a text in this language; left to right for one that no table knows."""
    if tag in LOCALES:
        return LOCALES[tag].direction
    return next((language.direction for language in GLOBE.values() if language.tag == tag), "ltr")
