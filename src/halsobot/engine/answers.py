"""Answers to an ``ask``: by button or in words."""

from __future__ import annotations

from halsobot.bundle.content import Bundle
from halsobot.engine import typed
from halsobot.engine.limits import READ, WORDS
from halsobot.engine.world import UNKNOWN
from halsobot.flow.nodes import AskNode, Target
from halsobot.model.session import Standing
from halsobot.text.bidi import strip
from halsobot.understand.normalise import fold, number

#: Where she stands now, and where her answer leads; None where the same node asks on.
Answered = tuple[Standing, Target | None]


def by_button(bundle: Bundle, at: Standing, ask: AskNode, choice: str) -> Answered | None:
    """The answer that a button gives, or None if this ask has no such button."""
    if ask.name == "place":
        return _place(bundle, at, ask, choice)
    if choice == "skip":
        return _keep(at, ask, UNKNOWN), ask.next
    allowed = tuple(bundle.statuses) if ask.name == "status" else ask.answer
    if not isinstance(allowed, tuple) or choice not in allowed:
        return None
    return _keep(at, ask, choice), ask.next


def _keep(at: Standing, ask: AskNode, answer: str) -> Standing:
    """``status`` holds for the conversation, any other answer for its flow."""
    name = ask.name if ask.name == "status" else f"{at.flow}.{ask.name}"
    return at.with_answers(**{name: answer})


def _place(bundle: Bundle, at: Standing, ask: AskNode, choice: str) -> Answered | None:
    if choice == "skip":
        return at.with_answers(place=UNKNOWN), ask.next
    if choice in bundle.regions and len(bundle.regions) > 1:
        return at.with_answers(**{"place-region": choice}), None
    region = next((name for name, known in bundle.regions.items() if choice in known.municipalities), None)
    if region is None:
        return None
    return at.with_answers(place=choice, municipality=choice, region=region), ask.next


def in_words(
    bundle: Bundle, at: Standing, ask: AskNode, written: str, locale: str | None
) -> tuple[Standing, Target] | None:
    """A written number or sentence, or None if this ask takes none or the number is out of bounds."""
    if ask.answer == "number":
        given = number(written)
        if given is None:
            given = typed.in_words(bundle, fold(written[:READ]), locale)
        lowest, highest = ask.lowest or 0, ask.highest if ask.highest is not None else 10**6
        return (_keep(at, ask, str(given)), ask.next) if given is not None and lowest <= given <= highest else None
    if ask.answer == "words" and strip(written).strip():
        return _keep(at, ask, strip(written).strip()[:WORDS]), ask.next
    return None
