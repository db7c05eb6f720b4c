"""How many calls go out at once, and who goes first when not all can."""

from __future__ import annotations

import asyncio
from heapq import heappop, heappush
from itertools import count

from halsobot.model.outbox import MessageClass

#: Calls under way at once, and how many more for emergencies alone: slow answers to others never hold them up.
WAYS, RESERVED = 200, 50


class Gate:
    """Lets calls out: none during a pause, and the most urgent first."""

    def __init__(self) -> None:
        self._out = 0
        self._waiting: list[tuple[MessageClass, int, asyncio.Future[None]]] = []
        self._order = count()
        self._closed_until = 0.0

    async def enter(self, kind: MessageClass) -> None:
        """Wait until a call of this class may go out; ``leave`` must follow."""
        if self._open(kind) and not self._waiting:
            self._out += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (kind, next(self._order), turn))
        self._let_out()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise

    def leave(self) -> None:
        """A call has ended."""
        self._out -= 1
        self._let_out()

    def pause(self, seconds: float) -> None:
        """Let nothing out for so long: a channel has asked for it. A longer pause that is under way stays."""
        loop = asyncio.get_running_loop()
        self._closed_until = max(self._closed_until, loop.time() + seconds)
        loop.call_at(self._closed_until, self._let_out)

    def _open(self, kind: MessageClass) -> bool:
        if asyncio.get_running_loop().time() < self._closed_until:
            return False
        return self._out < (WAYS + RESERVED if kind is MessageClass.EMERGENCY else WAYS)

    def _let_out(self) -> None:
        while self._waiting and self._open(self._waiting[0][0]):
            _, _, turn = heappop(self._waiting)
            if not turn.done():
                self._out += 1
                turn.set_result(None)
