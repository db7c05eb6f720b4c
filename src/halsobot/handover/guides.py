"""Who answers "Talk to a person" in a region: data that the region keeps, and absences that guides report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from halsobot.model.case import Wish

#: Who answers: health guides, another named service, or nobody.
Answers = Literal["guides", "service", "nobody"]
#: Where a person is met: in the same chat, in the web chat, or by phone only.
Meet = Literal["here", "web", "phone"]


@dataclass(frozen=True, slots=True)
class Guide:
    """A health guide. ``community`` are the languages whose community she belongs to; ``hours`` are OSM hours."""

    id: str
    name: str
    gender: Literal["woman", "man"]
    languages: tuple[str, ...]
    hours: str
    community: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InterpreterHour:
    """A recurring hour in which a guide and a telephone interpreter answer all cases of one language."""

    language: str
    hours: str
    guide: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A guide is away from one day to another, both included; ``until`` None: until she says she is back."""

    guide: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Answering:
    """What a region says of who answers. ``service`` is a phone fact, where another service does.

    A promise leaves at least ``minutes`` of working time. ``half_days`` end at ``half_day_ends``. A case that is
    claimed and gets no answer for ``silent_hours`` goes back to the queue.
    """

    answers: Answers = "nobody"
    service: str | None = None
    meet: Mapping[str, Meet] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    interpreter_hours: tuple[InterpreterHour, ...] = ()
    minutes: int = 60
    silent_hours: int = 24
    half_days: tuple[str, ...] = ()
    days_off: tuple[str, ...] = ()
    half_day_ends: time = time(12)

    def meets(self, channel: str) -> Meet:
        """Where a person is met by somebody who writes through this channel."""
        return self.meet.get(channel, "here")


def fits(guide: Guide, locale: str, wishes: tuple[Wish, ...]) -> bool:
    """Whether this guide speaks the language and is as she wishes."""
    if locale not in guide.languages:
        return False
    if "woman" in wishes and guide.gender != "woman":
        return False
    return not ("outside" in wishes and locale in guide.community)
