"""What the handlers of the web chat share."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from halsobot.channels.web.assets import Assets
from halsobot.channels.web.html import Html
from halsobot.channels.web.key import Guesses
from halsobot.conversation.runtime import Crowded, Runtime, Turns
from halsobot.engine.person import open_case, promised
from halsobot.engine.world import World
from halsobot.model.event import Resumed
from halsobot.model.inbound import Address, Inbound
from halsobot.model.unit import Known

CHANNEL = "web"
#: So many files of one contact are on their way, and in memory, at once. Our script sends one after the other.
CARRIED = 3


@dataclass(frozen=True)
class Site:
    """``exit_url`` is where the quick exit leads; ``streams`` are open and end when the server stops; ``guesses`` are
    wrong keys; ``bench`` is where a picture is made harmless, one at a time; ``long`` lets each contact do one thing at
    a time that takes long; ``files`` counts those that are on their way.
    """

    rt: Runtime
    exit_url: str
    clock: Callable[[], datetime]
    assets: Assets
    streams: set[asyncio.Task[Any]] = field(default_factory=set)
    guesses: Guesses = field(default_factory=Guesses)
    bench: asyncio.Lock = field(default_factory=asyncio.Lock)
    long: Turns = field(default_factory=Turns)
    files: Counter[Address] = field(default_factory=Counter)

    @contextmanager
    def carrying(self, who: Address) -> Iterator[None]:
        """One more file of hers is on its way. Raises Crowded."""
        if self.files[who] >= CARRIED:
            raise Crowded
        self.files[who] += 1
        try:
            yield
        finally:
            self.files[who] -= 1
            if not self.files[who]:
                del self.files[who]

    @property
    def html(self) -> Html:
        """The pages with the content as it is now; it may be replaced while the server runs."""
        return Html(self.rt.bundle, self.assets, self.exit_url)

    async def known(self, secret: str) -> Known | None:
        """Who has this secret; None where it opens nothing."""
        asks = Inbound(address(secret), Resumed(self.clock()), "asks", opens=False)
        known = await self.rt.store.recall(asks)
        return None if known.new else known

    async def gives(self, secret: str) -> bool:
        """Whether a person can answer her, who could hear her voice and see a picture."""
        known = await self.known(secret)
        return known is not None and self.answered(known)

    def answered(self, known: Known) -> bool:
        """Whether somebody answers her, or can."""
        session = known.session
        if open_case(session.case):
            return True
        if not session.trail:
            return False
        world = World(self.rt.bundle, session, Resumed(self.clock()), session.trail[-1])
        return promised(world) is not None


SITE = web.AppKey("site", Site)


def address(secret: str) -> Address:
    return Address(CHANNEL, secret)
