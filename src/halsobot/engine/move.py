"""A step half-way: where she will stand, and what is said above the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from halsobot.bundle.content import Bundle
from halsobot.engine.aside import NOTHING, Aside
from halsobot.engine.limits import TRAIL
from halsobot.engine.walk import arrive, is_menu
from halsobot.engine.world import World
from halsobot.model.case import Case
from halsobot.model.event import Event
from halsobot.model.message import Message
from halsobot.model.screen import Text
from halsobot.model.session import Session, Standing
from halsobot.model.turn import DropNumber, KeepNumber


@dataclass(frozen=True, slots=True)
class Move:
    """What is said beside the screen stands in ``aside``; ``counts`` are statistics without a person.

    ``case`` is hers if it has changed; ``for_person``: what she did is for the person who answers; ``silent``: the
    bot says nothing to it; ``also`` are earlier turns that are for that person too; ``number`` is where
    she is to be called, or that she is not.
    """

    session: Session
    aside: Aside = NOTHING
    counts: tuple[str, ...] = ()
    case: Case | None = None
    for_person: bool = False
    silent: bool = False
    also: tuple[int, ...] = ()
    number: KeepNumber | DropNumber | None = None

    @property
    def here(self) -> Standing:
        return self.session.trail[-1]

    def notice(self, *texts: Text) -> Move:
        return self.beside(notices=(*self.aside.notices, *texts))

    def offer(self, *choices: tuple[str, Message]) -> Move:
        """Choices that only this turn offers, above those of the screen."""
        return self.beside(choices=(*self.aside.choices, *choices))

    def beside(self, **changes: Any) -> Move:
        return replace(self, aside=replace(self.aside, **changes))

    def count(self, name: str) -> Move:
        return replace(self, counts=(*self.counts, name))

    def back(self) -> Move:
        """To what she saw before; what she answered since is forgotten. From the first screen: nowhere."""
        trail = self.session.trail
        return self._at(trail[:-1]) if len(trail) > 1 else self

    def to(self, standing: Standing, bundle: Bundle, event: Event) -> Move:
        """Arrive at ``standing``. Where she stands there already, it is not put on the trail twice."""
        arrived = arrive(standing, World(bundle, self.session, event, standing))
        if is_menu(arrived, bundle):
            return self._at((arrived,))
        trail = self.session.trail
        if trail and _same_screen(trail[-1], arrived):
            arrived = replace(arrived, returns=trail[-1].returns)  # an old button knows nothing of a visit
            trail = trail[:-1]
        return self._at((*trail, arrived)[-TRAIL:])

    def in_locale(self, locale: str) -> Move:
        return replace(self, session=replace(self.session, locale=locale))

    def _at(self, trail: tuple[Standing, ...]) -> Move:
        session = self.session.at(trail, self.session.turn)
        if self.aside is NOTHING and not self.counts and self.case is None and self.number is None:
            return Move(session)  # what nearly every press comes to, without ``replace``, which is slow
        return replace(self, session=session)


def _same_screen(one: Standing, other: Standing) -> bool:
    same_step = one.answer("place-region") == other.answer("place-region")
    return (one.flow, one.node, one.page) == (other.flow, other.node, other.page) and same_step
