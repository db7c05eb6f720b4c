"""Everything one turn changes, stored together or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from halsobot.model.event import Event
from halsobot.model.inbound import Inbound
from halsobot.model.screen import Screen
from halsobot.model.session import Session
from halsobot.model.turn import DropNumber, KeepCase, KeepNumber
from halsobot.model.view import View


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of who did something. A ``new`` contact has an id and no row yet.

    ``seen``: this very thing has had its effect already. ``version`` grows with each turn; a unit made
    from an old one is not stored.
    """

    contact: str
    new: bool
    session: Session
    version: int
    last_seq: int
    seen: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """``said`` goes to the transcript, ``shown`` to the outbox, in the same order.

    ``held``: the channel fetches what is shown by itself (the web chat). ``anew``: it takes the place of
    whatever ordinary screen still waits for her. ``case``: what has become of her case.
    ``number``: that at which she is to be called, or that there is none any more. ``taken_back``: the turn of which
    nothing stays.
    """

    known: Known
    inbound: Inbound
    session: Session
    event: Event
    said: tuple[Screen, ...]
    shown: tuple[View, ...]
    counts: tuple[str, ...]
    farewell: View | None  # not None: everything of hers is erased, and this is said last and not kept
    held: bool
    anew: bool = False
    case: KeepCase | None = None
    number: KeepNumber | DropNumber | None = None
    taken_back: int | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """How a unit's messages go out. ``lease``: this process sends them at once, and they are its own until
    then; None: they wait in the outbox, and not before ``due`` (both in seconds since 1970).
    """

    lease: int | None = None
    due: int | None = None
