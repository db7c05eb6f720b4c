"""What written words can mean as a press: a label, its beginning, its place in the list."""

from __future__ import annotations

from typing import Literal

from halsobot.bundle.content import Bundle
from halsobot.engine.limits import LABELS, PREFIX, READ
from halsobot.model.message import Message
from halsobot.model.screen import Choice, Screen
from halsobot.understand.normalise import fold, number


def press(bundle: Bundle, screen: Screen, locale: str, written: str) -> Choice | Literal["several"] | None:
    """The one choice these words mean, ``several`` where they fit more than one, or None. It never guesses.

    Where an answer in words is awaited, only a whole label counts.
    """
    words = fold(written[:READ])
    if not words:
        return None
    found = _by_label(bundle, screen, locale, words)
    return found or (_by_place(bundle, screen, locale, words) if screen.accepts is None else None)


def _by_label(bundle: Bundle, screen: Screen, locale: str, words: str) -> Choice | Literal["several"] | None:
    offered = (*screen.choices, *screen.bar)
    labels = [(choice, _label(bundle, choice.label, locale)) for choice in offered]
    exact = [choice for choice, label in labels if label == words]
    begins = [choice for choice, label in labels if len(words) >= PREFIX and label.startswith(words)]
    found = exact or ([] if screen.accepts == "words" else begins)
    if not found:
        return None
    return found[0] if len({choice.name for choice in found}) == 1 else "several"


def _label(bundle: Bundle, label: Message, locale: str) -> str:
    """A folded label; most of them are seen again and again."""
    kept = bundle.labels
    key = (label, locale)
    if key not in kept:
        if len(kept) >= LABELS:
            kept.clear()
        kept[key] = fold(bundle.catalogue.text(label, locale).text)
    return kept[key]


def _by_place(bundle: Bundle, screen: Screen, locale: str, words: str) -> Choice | None:
    """``3``, in the digits of any script, or "three" in her language or, if only one has it, in another."""
    place = number(words) or in_words(bundle, words, locale)
    return screen.choices[place - 1] if place and place <= len(screen.choices) else None


def in_words(bundle: Bundle, words: str, locale: str | None) -> int | None:
    """A number that is written as a word, or None."""
    meant = bundle.understanding.numbers.get(words, {})
    numbers = {meant[locale]} if locale and locale in meant else set(meant.values())
    return numbers.pop() if len(numbers) == 1 else None
