"""What written words can mean as a press: a label, its beginning, its place in the list."""

from __future__ import annotations

from collections.abc import Iterable

from halsobot.bundle.content import Bundle
from halsobot.engine.limits import PREFIX, READ
from halsobot.model.message import Message
from halsobot.model.screen import Choice, Screen
from halsobot.understand.normalise import fold, number

#: Engine buttons that words reach from anywhere, whatever the language they are written in.
WORDS = ("emergency", "menu", "language", "person", "back")


def press(bundle: Bundle, screen: Screen, locale: str, written: str) -> Choice | None:
    """The one choice these words mean, or None. Two candidates are none: it never guesses."""
    words = fold(written[:READ])
    if not words:
        return None
    offered = [*screen.choices, *screen.bar]
    return (
        _engine_word(bundle, offered, words)
        or _by_label(bundle, offered, locale, words)
        or _by_place(screen.choices, written)
    )


def _engine_word(bundle: Bundle, offered: Iterable[Choice], words: str) -> Choice | None:
    for choice in offered:
        name = choice.button.choice
        if name in WORDS and words in _said_everywhere(bundle, Message(f"engine-{name}")):
            return choice
    return None


def _said_everywhere(bundle: Bundle, message: Message) -> set[str]:
    runs = (bundle.catalogue.in_own_words(message, locale) for locale in bundle.catalogue.locales)
    return {fold(run.text) for run in runs if run}


def _by_label(bundle: Bundle, offered: list[Choice], locale: str, words: str) -> Choice | None:
    labels = [(choice, fold(bundle.catalogue.text(choice.label, locale).text)) for choice in offered]
    exact = [choice for choice, label in labels if label == words]
    begins = [choice for choice, label in labels if len(words) >= PREFIX and label.startswith(words)]
    found = exact or begins
    return found[0] if len({choice.button for choice in found}) == 1 else None


def _by_place(choices: tuple[Choice, ...], written: str) -> Choice | None:
    place = number(written)
    return choices[place - 1] if place and place <= len(choices) else None
