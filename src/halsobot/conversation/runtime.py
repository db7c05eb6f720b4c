"""What a running halsobot holds: content, store, order per contact, and bells for new messages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from halsobot.bundle.content import Bundle
from halsobot.model.inbound import Address
from halsobot.store.store import Store


class Turns:
    """One lock per address while it is in use: a contact's events are taken one at a time, in order."""

    def __init__(self) -> None:
        self._locks: dict[Address, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, address: Address) -> AsyncIterator[None]:
        lock, users = self._locks.get(address, (asyncio.Lock(), 0))
        self._locks[address] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks.pop(address)
            if users > 1:
                self._locks[address] = (lock, users - 1)


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


def _set_event() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


@dataclass
class Runtime:
    """Put together in ``app``; ``bundle`` is replaced whole when content changes and is sound."""

    bundle: Bundle
    store: Store
    turns: Turns = field(default_factory=Turns)
    bells: Bells = field(default_factory=Bells)
    outbox_ready: asyncio.Event = field(default_factory=asyncio.Event)
    resume: asyncio.Event = field(default_factory=_set_event)
    paused_until: float = 0.0

    def pause(self, seconds: float) -> None:
        """Send nothing to anybody for so long: a channel has asked for it."""
        loop = asyncio.get_running_loop()
        self.paused_until = max(self.paused_until, loop.time() + seconds)
        self.resume.clear()
        loop.call_at(self.paused_until, self._go_on)

    def _go_on(self) -> None:
        if asyncio.get_running_loop().time() >= self.paused_until:
            self.resume.set()
