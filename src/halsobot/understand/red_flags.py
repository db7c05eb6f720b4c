"""Words that may mean danger to life: found by lists that editors keep, never by judging anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from halsobot.understand.normalise import fold

#: Characters that are searched. A longer message has its emergency in the beginning or in the end.
SEARCHED = 4096


@dataclass(frozen=True, slots=True)
class RedFlags:
    """The phrases of one locale for one category, as written in ``content/words/<locale>/redflags.yaml``."""

    locale: str
    category: str
    now: tuple[str, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """``sure`` opens the category's screen at once; otherwise the 112 line stands above the ordinary answer."""

    category: str
    locale: str
    sure: bool


def find(lists: Iterable[RedFlags], written: str) -> RedFlag | None:
    """The first sure red flag in these words, in any language; else the first unsure one; else None."""
    words = f" {fold(_both_ends(written))} "
    unsure: RedFlag | None = None
    for phrases in lists:
        if _any(phrases.now, words):
            return RedFlag(phrases.category, phrases.locale, sure=True)
        if unsure is None and _any(phrases.ask, words):
            unsure = RedFlag(phrases.category, phrases.locale, sure=False)
    return unsure


def _both_ends(written: str) -> str:
    return written if len(written) <= 2 * SEARCHED else f"{written[:SEARCHED]} {written[-SEARCHED:]}"


def _any(phrases: tuple[str, ...], words: str) -> bool:
    return any(f" {_folded(phrase)} " in words for phrase in phrases)


@lru_cache(maxsize=20_000)
def _folded(phrase: str) -> str:
    return fold(phrase)
