"""A case: what waits for a person, as far as the contact's own session knows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

State = Literal["waiting", "claimed", "closed"]
#: What she may wish for: a woman; nobody from her own community.
Wish = Literal["woman", "outside"]
WISHES: tuple[Wish, ...] = ("woman", "outside")


@dataclass(frozen=True, slots=True)
class Case:
    """``number`` is the turn in which it was opened. ``promised``: by then she has an answer, or is told anew.

    ``guide`` is the one who holds it; only that one may write. ``answered`` is false while words of hers wait.
    ``interpreter``: no guide speaks her language, and a telephone interpreter will hear her. ``judged``: she has said
    whether it helped. ``call``: she has left a number and wishes to be called. ``asked`` is the turn in which she last
    asked or wrote something; ``calmed`` the turn of the answer since which it is not urgent any more.
    """

    number: int
    state: State
    region: str
    promised: datetime | None
    topic: str | None = None
    guide: str | None = None
    since: datetime | None = None
    answered: bool = False
    urgent: bool = False
    interpreter: bool = False
    wishes: tuple[Wish, ...] = ()
    reason: str | None = None
    judged: bool = False
    call: bool = False
    asked: int = 0
    calmed: int = 0
