"""What written words can mean as a press: a label, its beginning, its place in the list."""

from __future__ import annotations

from collections.abc import Iterable

from halsobot.bundle.content import Bundle
from halsobot.engine.commands import command
from halsobot.engine.limits import PREFIX, READ
from halsobot.model.screen import Choice, Screen
from halsobot.understand.normalise import fold, number


def press(bundle: Bundle, screen: Screen, locale: str, written: str) -> Choice | None:
    """The one choice these words mean, or None. Two candidates are none: it never guesses.

    Where an answer in words is awaited, only a whole label counts.
    """
    words = fold(written[:READ])
    if not words:
        return None
    offered = [*screen.choices, *screen.bar]
    return (
        _by_command(bundle, offered, written)
        or _by_label(bundle, offered, locale, words, whole=screen.accepts == "words")
        or (_by_place(screen.choices, written) if screen.accepts is None else None)
    )


def _by_command(bundle: Bundle, offered: Iterable[Choice], written: str) -> Choice | None:
    name = command(bundle, written)
    wanted = "person" if name == "help" else name
    return next((choice for choice in offered if choice.name == wanted), None)


def _by_label(bundle: Bundle, offered: list[Choice], locale: str, words: str, whole: bool) -> Choice | None:
    labels = [(choice, fold(bundle.catalogue.text(choice.label, locale).text)) for choice in offered]
    exact = [choice for choice, label in labels if label == words]
    begins = [choice for choice, label in labels if len(words) >= PREFIX and label.startswith(words)]
    found = exact or ([] if whole else begins)
    return found[0] if len({choice.name for choice in found}) == 1 else None


def _by_place(choices: tuple[Choice, ...], written: str) -> Choice | None:
    place = number(written)
    return choices[place - 1] if place and place <= len(choices) else None
