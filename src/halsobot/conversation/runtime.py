"""What a running halsobot holds: content, store, order per contact, and bells for new messages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from halsobot.bundle.content import Bundle
from halsobot.conversation.dispatch import Outbox
from halsobot.media import Sounds
from halsobot.model.inbound import Address
from halsobot.store.store import Store

#: How many things of one contact may wait for their turn; who does more at once is asked to wait.
WAITING = 10
#: Nobody does more than a few things at once. Who does has her turns at most so often (seconds), which delays only her.
A_FEW, PACE = 3, 0.25


#: The address under which consoles are rung when a case changes.
QUEUE = Address("console", "queue")
#: Fetches what somebody has sent, by the channel's own name of it.
Fetch = Callable[[str], Awaitable[bytes]]


class Crowded(Exception):
    """Too much of one contact waits already. The channel says that it should come again."""


class Turns:
    """One lock per address while it is in use: a contact's events are taken one at a time, in order.

    So one who does very much takes turns with everybody else, and delays only herself.
    """

    def __init__(self) -> None:
        self._of: dict[Address, _Turn] = {}

    def of(self, address: Address) -> _Turn:
        """The contact's turn, as a context: it is waited for and held. Raises Crowded."""
        turn = self._of.get(address)
        if turn is None:
            turn = self._of[address] = _Turn(lambda: self._of.pop(address))
        if turn.users > WAITING:
            raise Crowded
        return turn


class _Turn:
    """A lock that is thrown away when nobody needs it any more."""

    def __init__(self, thrown_away: Callable[[], object]) -> None:
        self.users = 0
        self._lock, self._thrown_away = asyncio.Lock(), thrown_away

    async def __aenter__(self) -> None:
        self.users += 1
        try:
            await self._lock.acquire()
        except asyncio.CancelledError:
            self._leave()
            raise
        if self.users > A_FEW:
            await self._slowly()

    async def _slowly(self) -> None:
        try:
            await asyncio.sleep(PACE)
        except asyncio.CancelledError:
            self._lock.release()
            self._leave()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._lock.release()
        self._leave()

    def _leave(self) -> None:
        self.users -= 1
        if self.users == 0:
            self._thrown_away()


class Bells:
    """Wakes the web streams of an address. A missed ring does no harm: a stream also looks by itself."""

    def __init__(self) -> None:
        self._waiting: dict[Address, set[asyncio.Event]] = {}

    def ring(self, address: Address) -> None:
        for event in self._waiting.get(address, ()):
            event.set()

    @asynccontextmanager
    async def listen(self, address: Address) -> AsyncIterator[asyncio.Event]:
        """An event that is set at each ring; the listener clears it before it looks for messages."""
        event = asyncio.Event()
        self._waiting.setdefault(address, set()).add(event)
        try:
            yield event
        finally:
            self._waiting[address].discard(event)
            if not self._waiting[address]:
                del self._waiting[address]


@dataclass
class Runtime:
    """Put together in ``app``; ``bundle`` is replaced whole when content changes and is sound.

    ``fetch`` has of each channel that keeps what people send how it is fetched from there, by the channel's name of
    it; it raises ChannelError.
    """

    bundle: Bundle
    store: Store
    outbox: Outbox
    clock: Callable[[], datetime]
    turns: Turns = field(default_factory=Turns)
    bells: Bells = field(default_factory=Bells)
    sounds: Sounds = field(default_factory=Sounds)
    fetch: dict[str, Fetch] = field(default_factory=dict)
