"""What editors keep in ``content/words/``: lists of words and patterns. Frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

#: ``now`` is sure, ``ask`` is in doubt, ``support`` is sensitive and not acute.
Level = Literal["now", "ask", "support"]
LEVELS: tuple[Level, ...] = ("now", "ask", "support")  # surest first

#: What the words of ``answers.yaml`` can ask for.
COMMANDS = ("start", "menu", "back", "language", "person", "help", "emergency", "stop", "privacy", "forget")
HIGHEST = 20  # the highest number that is read in words


#: A pattern as it is read: its parts, and the folded words of each, with their stars.
Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class RedFlags:
    """``content/words/<locale>/redflags.yaml``: patterns by category and level.

    ``people`` are words for age, sex and status, which no pattern may hold. ``harmless`` expressions are taken
    out of a message before anything is looked for in it. Beside a ``calm`` one nothing is sure any more.
    """

    locale: str
    categories: Mapping[str, Mapping[Level, tuple[Parts, ...]]] = field(default_factory=dict)
    groups: Mapping[str, tuple[Parts, ...]] = field(default_factory=dict)
    people: tuple[Parts, ...] = ()
    harmless: tuple[Parts, ...] = ()
    calm: tuple[Parts, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """``content/words/<locale>/answers.yaml``: numbers in words, and the words that always work."""

    locale: str
    numbers: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    commands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Keywords:
    """``content/words/<locale>/keywords.yaml``: what people write when they look for a flow."""

    locale: str
    flows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
