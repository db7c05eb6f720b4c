"""Words that may mean danger to life: found by lists that editors keep, never by judging anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from halsobot.understand.lists import LEVELS, RedFlags
from halsobot.understand.normalise import words
from halsobot.understand.patterns import HARMLESS, PERSON, Pattern, Patterns, Reading

#: Characters that are searched. A longer message has its emergency in the beginning or in the end.
SEARCHED = 2000
#: Languages whose words people also write in Latin letters.
OTHER_LETTERS = frozenset({"ar", "fa", "fa-AF", "ti", "uk"})
_CALM = ("", "calm")
#: Of so many words at least, such a share must be ordinary ones for the language to be known.
FEW, MAINLY = 3, 0.75
#: Languages whose lists hear each other's cries.
KIN = {"fa-AF": "fa"}
#: The ordinary words of each language, in its own letters.
Everyday = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """``sure`` opens the category's screen at once; otherwise the 112 line stands above the ordinary answer."""

    category: str
    locale: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A red flag; or the category whose support line fits; or neither."""

    flag: RedFlag | None = None
    support: str | None = None


class Hearing:
    """The lists of all languages, made ready once. ``categories``: the first named wins where several are heard."""

    def __init__(self, lists: Iterable[RedFlags], categories: Iterable[str], everyday: Everyday = ()) -> None:
        """``categories`` are in the order of ``content/words/redflags.yaml``; ``everyday`` words of a language are
        not taken for words that are only nearly so.
        """
        self._ordinary = frozenset(word for _, known in everyday for word in known)
        self._in_latin_letters = {locale: known for locale, known in everyday if locale not in OTHER_LETTERS}
        self._everyday = _by_kin(everyday)
        self._rank = {category: place for place, category in enumerate(categories)}
        self._patterns = Patterns()
        for each in lists:
            _add(self._patterns, each)

    def hear(self, written: str) -> Heard:
        """The surest red flag in these words, in any language, or the support that would fit."""
        said = words(both_ends(written))
        telling = [word for word in said if not self._patterns.is_person(word)]  # whoever it is about tells nothing
        tongue = self._tongue(telling)
        reading = self._patterns.read(said, self._ordinary, listening=not self._is_plain(telling))
        candidates = list(reading.candidates())
        reading.cut_out(each for each in candidates if each.meaning == HARMLESS)
        found = {
            (each.meaning, each.locale)
            for each in candidates
            if each.meaning != HARMLESS and self._stands(each, reading, said, tongue)
        }
        calm = any(meaning == _CALM for meaning, _ in found)
        ranked = sorted(
            (LEVELS.index(level), self._rank.get(category, len(self._rank)), locale, category)
            for (category, level), locale in found
            if level in LEVELS
        )
        if not ranked:
            return Heard()
        place, _, locale, category = ranked[0]
        if LEVELS[place] == "support":
            return Heard(support=category)
        return Heard(RedFlag(category, locale, sure=LEVELS[place] == "now" and not calm))

    def _is_plain(self, said: list[str]) -> bool:
        """Whether most words are ordinary ones of languages with Latin letters: then none is another language's."""
        known = sum(any(word in theirs for theirs in self._in_latin_letters.values()) for word in said)
        return 2 * known > len(said)

    def _tongue(self, said: list[str]) -> str | None:
        """The language of which nearly all words are ordinary ones, if there is one."""
        if len(said) < FEW:
            return None
        shares = {tongue: sum(word in known for word in said) for tongue, known in self._everyday.items()}
        most = max(shares, key=shares.__getitem__, default=None)
        return most if most and shares[most] >= MAINLY * len(said) else None

    def _stands(self, pattern: Pattern, reading: Reading, said: list[str], tongue: str | None) -> bool:
        """Whether the pattern stands there. What is nothing but ordinary words of the language she writes in is no
        pattern of another one: "stop" and "is" are a fall and ice in Swedish, "I give" in Persian is "with blood".
        """
        if tongue is None or KIN.get(pattern.locale, pattern.locale) == tongue:
            return reading.holds(pattern)
        ordinary = self._everyday[tongue]
        return any(said[at] not in ordinary for start, end in reading.spans(pattern) for at in range(start, end))


def _by_kin(everyday: Everyday) -> dict[str, frozenset[str]]:
    """The ordinary words of each language, those of two that hear each other's cries together."""
    found: dict[str, frozenset[str]] = {}
    for locale, known in everyday:
        tongue = KIN.get(locale, locale)
        found[tongue] = found.get(tongue, frozenset()) | known
    return found


@lru_cache(maxsize=2)
def hearing(lists: tuple[RedFlags, ...], categories: tuple[str, ...], everyday: Everyday) -> Hearing:
    """The same lists are made ready once, however often other content changes."""
    return Hearing(lists, categories, everyday)


def _add(patterns: Patterns, lists: RedFlags) -> None:
    locale, foreign = lists.locale, lists.locale in OTHER_LETTERS
    patterns.add_group(locale, PERSON, lists.people, foreign)
    for name, entries in lists.groups.items():
        patterns.add_group(locale, name, entries, foreign)
    for written in lists.harmless:
        patterns.add(locale, written, HARMLESS, foreign)
    for written in lists.calm:
        patterns.add(locale, written, _CALM, foreign)
    for category, levels in lists.categories.items():
        for level, entries in levels.items():
            for written in entries:
                patterns.add(locale, written, (category, level), foreign)


def both_ends(written: str) -> str:
    """What is searched of a message."""
    return written if len(written) <= 2 * SEARCHED else f"{written[:SEARCHED]} {written[-SEARCHED:]}"
