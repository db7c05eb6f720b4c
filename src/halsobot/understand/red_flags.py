"""Words that may mean danger to life: found by lists that editors keep, never by judging anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from halsobot.understand.lists import LEVELS, RedFlags
from halsobot.understand.normalise import words
from halsobot.understand.patterns import HARMLESS, PERSON, Patterns

#: Characters that are searched. A longer message has its emergency in the beginning or in the end.
SEARCHED = 2000
#: Languages whose words people also write in Latin letters.
OTHER_LETTERS = frozenset({"ar", "fa", "fa-AF", "ti", "uk"})
_CALM = ("", "calm")


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

    def __init__(self, lists: Iterable[RedFlags], categories: Iterable[str], plain: Iterable[str] = ()) -> None:
        """``categories`` are in the order of ``content/words/redflags.yaml``; ``plain`` are words of languages with
        Latin letters, which are not taken for words of another language that only sound alike.
        """
        self._plain = frozenset(plain)
        self._rank = {category: place for place, category in enumerate(categories)}
        self._patterns = Patterns()
        for each in lists:
            _add(self._patterns, each)

    def hear(self, written: str) -> Heard:
        """The surest red flag in these words, in any language, or the support that would fit."""
        reading = self._patterns.read(words(both_ends(written)), self._plain)
        candidates = list(reading.candidates())
        reading.cut_out(each for each in candidates if each.meaning == HARMLESS)
        found = {(each.meaning, each.locale) for each in candidates if each.meaning != HARMLESS and reading.holds(each)}
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


@lru_cache(maxsize=2)
def hearing(lists: tuple[RedFlags, ...], categories: tuple[str, ...], plain: frozenset[str]) -> Hearing:
    """The same lists are made ready once, however often other content changes."""
    return Hearing(lists, categories, plain)


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
