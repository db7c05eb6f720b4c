"""The labelled set: invented messages, what is to be heard in them, and how far the word lists come.

``labelled/<locale>.tsv``: kind (emergency, harmless, topic), what is expected, the family of phrases, the message.
A third of the families is closed: whoever writes word lists does not look at them, so that they tell how the lists
do on words that nobody thought of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from halsobot.bundle.understanding import Understanding
from halsobot.understand.normalise import script, words

FOLDER = Path(__file__).parent.parent / "understand" / "labelled"
LOCALES = ("ar", "en", "fa", "fa-AF", "so", "sv", "ti", "uk")
SISTERS = {"fa", "fa-AF"}


@dataclass(frozen=True)
class Row:
    locale: str
    kind: str
    expected: str
    family: str
    text: str

    @property
    def closed(self) -> bool:
        return sha256(self.family.encode()).digest()[0] % 3 == 0

    @property
    def russian(self) -> bool:
        return self.family.endswith("-ru")


@cache
def rows(locale: str) -> tuple[Row, ...]:
    lines = (FOLDER / f"{locale}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Row(locale, *line.split("\t")) for line in lines)


def share(some: Iterable[Row], holds: Callable[[Row], bool]) -> float:
    """How many percent of the rows hold."""
    counted = [holds(row) for row in some]
    return 100 * sum(counted) / len(counted)


def of(locale: str, kind: str, closed: bool | None = None) -> list[Row]:
    return [row for row in rows(locale) if row.kind == kind and closed in (None, row.closed)]


def heard(known: Understanding, row: Row) -> bool:
    return known.hearing.hear(row.text).flag is not None


def broken_into(known: Understanding, row: Row) -> bool:
    flag = known.hearing.hear(row.text).flag
    return flag is not None and flag.sure


def asked(known: Understanding, row: Row) -> bool:
    flag = known.hearing.hear(row.text).flag
    return flag is not None and not flag.sure


def found(known: Understanding, row: Row) -> bool:
    return row.expected in known.topics(row.text, row.locale)


def short(known: Understanding, locale: str) -> list[Row]:
    """Messages of two to eight words in the language's own letters, for the proposal of a language.

    What is half Swedish is left out: it is in both.
    """
    own = {"ar": "arabic", "fa": "arabic", "fa-AF": "arabic", "ti": "geez", "uk": "cyrillic"}.get(locale, "latin")
    return [
        row
        for row in rows(locale)
        if 2 <= len(words(row.text)) <= 8
        and not _half_swedish(known, row)
        and not row.russian
        and all(script(w) in (own, "other") or w.isdigit() for w in words(row.text))
    ]


def _half_swedish(known: Understanding, row: Row) -> bool:
    said = words(row.text)
    swedish = sum(known.tongues.propose(word) == ("sv",) for word in said)
    return row.locale != "sv" and 2 * swedish >= len(said)


def proposed(known: Understanding, row: Row) -> bool:
    """Whether her language is proposed; of sisters it may stand second."""
    languages = known.tongues.propose(row.text)
    return row.locale in (languages if row.locale in SISTERS else languages[:1])


def told_apart(known: Understanding, row: Row) -> bool:
    """Whether her language is proposed first."""
    return known.tongues.propose(row.text)[:1] == (row.locale,)


def table(known: Understanding) -> str:
    """How far the lists come, language by language."""
    head = "language  heard open closed  broken into  asked  topic open closed  language (first)"
    return "\n".join([head, *(_line(known, locale) for locale in LOCALES)])


def _line(known: Understanding, locale: str) -> str:
    emergencies = [share(of(locale, "emergency", closed), partial(heard, known)) for closed in (False, True)]
    harmless = [share(of(locale, "harmless"), partial(rule, known)) for rule in (broken_into, asked)]
    topics = [share(of(locale, "topic", closed), partial(found, known)) for closed in (False, True)]
    language = [share(short(known, locale), partial(rule, known)) for rule in (proposed, told_apart)]
    heard_open, heard_closed = emergencies
    return (
        f"{locale:<9} {heard_open:10.1f} {heard_closed:6.1f} {harmless[0]:12.1f} {harmless[1]:6.1f}"
        f" {topics[0]:11.1f} {topics[1]:6.1f} {language[0]:9.1f} ({language[1]:.1f})"
    )
