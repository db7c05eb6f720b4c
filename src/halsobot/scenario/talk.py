"""A scenario test as data: a talk is who she is, when, and the steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from halsobot.flow.nodes import Mark
from halsobot.places.hours import SWEDEN

#: When a talk takes place that says nothing about it: a Monday morning, when care is open.
USUAL = datetime(2026, 11, 23, 10, 0, tzinfo=SWEDEN)
#: What a step can be. ``offers`` and ``hides`` take a list of choices, the others one value.
VERBS = ("taps", "writes", "shares", "waits", "sees", "reads", "offers", "hides")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a talk: a verb and what it is about."""

    verb: str
    values: tuple[str, ...]
    at: Mark


@dataclass(frozen=True, slots=True)
class Talk:
    """``language`` None: in every language in turn. ``region`` None: the home region."""

    title: str
    flow: str
    steps: tuple[Step, ...]
    at: Mark
    language: str | None = None
    status: str | None = None
    region: str | None = None
    place: str | None = None
    when: datetime = USUAL
