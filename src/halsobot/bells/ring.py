"""Bells go out beside everything else; a mail server that fails does no harm."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import structlog

from halsobot.bells.watch import Bell, Watch
from halsobot.console.wording import say
from halsobot.conversation.desk import Desk
from halsobot.conversation.runtime import QUEUE, Runtime
from halsobot.text.locales import SOURCE

#: How often it is looked whose hours begin (seconds); red flags are heard at once.
EVERY = 30.0
#: A bell that could not be rung is tried again after so long (seconds), and then given up.
PAUSES = (0.0, 10.0, 60.0, 300.0)
#: Tells the words to an address.
Mail = Callable[[str, str], Awaitable[object]]
#: Tells them to the group.
Group = Callable[[str], Awaitable[object]]

log = structlog.get_logger()


class Ringer:
    """Rings what the watch has found, by mail and in the group where there are such."""

    def __init__(self, rt: Runtime, mail: Mail | None, group: Group | None, pauses: Sequence[float] = PAUSES) -> None:
        self._rt, self._mail, self._group, self._pauses = rt, mail, group, pauses
        self._watch: Watch | None = None
        self._ringing: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Look again and again, and whenever a case has changed."""
        async with self._rt.bells.listen(QUEUE) as changed:
            while True:
                changed.clear()
                await self.look()
                with suppress(TimeoutError):
                    async with asyncio.timeout(EVERY):
                        await changed.wait()

    async def look(self) -> None:
        """Ring whatever there is to ring. What was so when it was first looked rings nobody."""
        rows, now = await Desk(self._rt).queue(), self._rt.clock()
        if self._watch is None:
            self._watch = Watch(now, rows)
        for bell in self._watch.look(rows, self._rt.bundle, now):
            await self._ring(bell)

    async def _ring(self, bell: Bell) -> None:
        if bell.guide is None:
            if self._group:
                self._begin(self._group, say(SOURCE, bell.word, **bell.numbers))
        elif self._mail:
            for guide, address, language in await self._rt.store.read(self._rt.store.staff.addresses):
                if guide == bell.guide:
                    self._begin(self._mail, address, say(language, bell.word, **bell.numbers))

    def _begin(self, tell: Callable[..., Awaitable[object]], *words: str) -> None:
        task = asyncio.create_task(self._until_told(tell, *words))
        self._ringing.add(task)
        task.add_done_callback(self._ringing.discard)

    async def _until_told(self, tell: Callable[..., Awaitable[object]], *words: str) -> None:
        for pause in self._pauses:
            await asyncio.sleep(pause)
            try:
                await tell(*words)
                return
            except Exception as error:  # a mail server can fail in any way; its words may hold an address
                log.warning("a bell was not rung", kind=type(error).__name__)
