"""Values as finished pieces of text: digits always 0-9, each isolated for its direction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Protocol

from babel.dates import format_date
from fluent.runtime.types import fluent_number

from halsobot.model.message import COUNTED, Value
from halsobot.text import bidi
from halsobot.text.locales import LOCALES

Arguments = Mapping[str, Any]
#: Dates are said in the Gregorian calendar and with 0-9, whatever a language's custom (style guide).
_BABEL = {"fa-AF": "fa_AF"}


class Speaker(Protocol):
    """Says names and units in the language of the sentence they stand in."""

    @property
    def locale(self) -> str: ...

    def name(self, id: str) -> str: ...

    def unit(self, kind: str, number: int, digits: str) -> str | None: ...


def arguments(values: Iterable[tuple[str, Value]], speaker: Speaker) -> Arguments | None:
    """What Fluent gets. None if a value cannot be said in this language."""
    found: dict[str, Any] = {}
    for name, value in values:
        said = say(value, speaker)
        if said is None:
            return None
        found[name] = said
        if value.kind in COUNTED:
            found[f"{name}-number"] = fluent_number(int(value.text), useGrouping=False)
    return found


def say(value: Value, speaker: Speaker) -> str | None:
    """One value in a language, isolated. None if the language has no word for its unit."""
    if value.kind in COUNTED:
        said = speaker.unit(value.kind, int(value.text), bidi.left_to_right(value.text))
        return None if said is None else f"{bidi.FSI}{said}{bidi.PDI}"
    if value.kind == "name":
        return bidi.by_its_own(speaker.name(value.text))
    if value.kind == "date":
        return bidi.by_its_own(day(date.fromisoformat(value.text), speaker.locale))
    if value.kind in ("word", "words"):
        return bidi.by_its_own(value.text)
    return bidi.left_to_right(value.text)


def day(when: date, locale: str) -> str:
    """Weekday, day and month, as in "måndag 23 november"."""
    tag = _BABEL.get(locale, locale if locale in LOCALES else "sv")
    return f"{format_date(when, 'EEEE', locale=tag)} {when.day} {format_date(when, 'MMMM', locale=tag)}"
