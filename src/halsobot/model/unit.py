"""Everything one turn changes, stored together or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from halsobot.model.event import Event
from halsobot.model.inbound import Inbound
from halsobot.model.screen import Screen
from halsobot.model.session import Session
from halsobot.model.view import View


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of who did something. ``contact`` is None before the first turn.

    ``seen``: this very thing has had its effect already. ``version`` grows with each turn; a unit made
    from an old one is not stored.
    """

    contact: str | None
    session: Session
    version: int
    last_seq: int
    seen: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """``said`` goes to the transcript, ``shown`` to the outbox, in the same order."""

    known: Known
    inbound: Inbound
    session: Session
    event: Event
    said: tuple[Screen, ...]
    shown: tuple[View, ...]
    counts: tuple[str, ...]
    farewell: View | None  # not None: everything of hers is erased, and this is said last and not kept
    held: bool  # the channel fetches what is shown by itself (the web chat)
