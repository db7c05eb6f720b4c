"""A step half-way: where she will stand, and what is said above the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from halsobot.bundle.content import Bundle
from halsobot.engine.limits import TRAIL
from halsobot.engine.walk import arrive, is_menu
from halsobot.engine.world import World
from halsobot.model.event import Event
from halsobot.model.screen import Text
from halsobot.model.session import Session, Standing


@dataclass(frozen=True, slots=True)
class Move:
    """``notices`` stand above the screen, urgent ones first; ``counts`` are statistics without a person."""

    session: Session
    notices: tuple[Text, ...] = ()
    counts: tuple[str, ...] = ()

    @property
    def here(self) -> Standing:
        return self.session.trail[-1]

    def notice(self, *texts: Text) -> Move:
        return replace(self, notices=(*self.notices, *texts))

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
        return replace(self, session=replace(self.session, trail=trail))


def _same_screen(one: Standing, other: Standing) -> bool:
    same_step = one.answer("place-region") == other.answer("place-region")
    return (one.flow, one.node, one.page) == (other.flow, other.node, other.page) and same_step
