"""The console's own words, in Swedish and English: ``words/<language>.ftl``."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle

from halsobot.places.hours import SWEDEN
from halsobot.text.fluent import parse
from halsobot.text.locales import LOCALES, SOURCE
from halsobot.text.values import day

#: The languages in which the console speaks.
LANGUAGES = ("sv", "en")


def source(language: str) -> str:
    """The file with the words of a language."""
    return (resources.files("halsobot.console") / "words" / f"{language}.ftl").read_text(encoding="utf-8")


@cache
def _words(language: str) -> Any:  # FluentBundle; fluent.runtime ships no types
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(parse(source(language)))
    return bundle


def say(language: str, id: str, /, **values: str | int) -> str:
    """The words with this id. Raises KeyError for one that is none: a test looks for those."""
    bundle = _words(language)
    message = bundle.get_message(id)
    if message.value is None:
        raise KeyError(id)
    said, _ = bundle.format_pattern(message.value, values)
    return str(said)


def language_name(tag: str, language: str) -> str:
    """A contact's language as the guide calls it."""
    known = LOCALES.get(tag)
    if known is None:
        return tag
    return known.swedish if language == SOURCE else known.english


def clock_time(at: int, now: datetime, language: str) -> str:
    """A moment in Sweden: today only the time, else the day with it."""
    then = datetime.fromtimestamp(at, UTC).astimezone(SWEDEN)
    if then.date() == now.astimezone(SWEDEN).date():
        return say(language, "time-today", time=f"{then:%H:%M}")
    return say(language, "time-day", day=day(then.date(), language), time=f"{then:%H:%M}")
