"""The result of one step of the engine: the new session and what is to be carried out."""

from __future__ import annotations

from dataclasses import dataclass, field

from halsobot.model.case import Case
from halsobot.model.screen import Screen
from halsobot.model.session import Session


@dataclass(frozen=True, slots=True)
class Say:
    """Show a screen in ``locale``."""

    screen: Screen
    locale: str


@dataclass(frozen=True, slots=True)
class Count:
    """Add one to a statistic that holds nothing about a person."""

    name: str


@dataclass(frozen=True, slots=True)
class SayBar:
    """Her language is new: where the bar does not stand on each screen, it is shown in ``screen``."""

    screen: Screen
    locale: str


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase everything about this contact; then say ``screen``, which is not kept."""

    screen: Screen
    locale: str


@dataclass(frozen=True, slots=True)
class KeepCase:
    """Her case stands so now: it is opened, changed or closed, with the language it is in.

    ``words``: what she did in this turn is for the person who answers; ``also``: what she did in those earlier
    turns, too.
    """

    case: Case
    locale: str
    words: bool = False
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepNumber:
    """She wishes to be called at this number, at these times, about the case of this number of hers."""

    number: str = field(repr=False)
    times: tuple[str, ...]
    case: int


@dataclass(frozen=True, slots=True)
class DropNumber:
    """She does not wish to be called any more: her number is erased."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What was said in this earlier turn is erased, here and, as far as the channel allows, where she reads it."""

    turn: int


Output = Say | SayBar | Count | Forget | KeepCase | KeepNumber | DropNumber | TakeBack


@dataclass(frozen=True, slots=True)
class Turn:
    """A decision. Nothing has been done yet."""

    session: Session
    outputs: tuple[Output, ...]
