"""How many calls go out at once, and who goes first when not all can."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from halsobot.model.outbox import MessageClass

#: Calls under way at once, and how many more for emergencies alone: slow answers to others never hold them up.
WAYS, RESERVED = 200, 50


@dataclass(eq=False)
class Ticket:
    """Somebody who may have to wait at the gate. ``turn`` is there while she waits."""

    turn: asyncio.Future[bool] | None = None

    def call_back(self) -> None:
        """She need not wait any more: something more urgent has come up."""
        if self.turn and not self.turn.done():
            self.turn.set_result(False)


class Gate:
    """Lets calls out: none during a pause, and the most urgent first."""

    def __init__(self) -> None:
        self._out = 0
        self._waiting: list[tuple[MessageClass, int, asyncio.Future[bool]]] = []
        self._order = count()
        self._closed_until = 0.0

    async def enter(self, kind: MessageClass, ticket: Ticket) -> bool:
        """Wait until a call of this class may go out; ``leave`` must follow. False: she was called back."""
        if self._open(kind) and not self._waiting:
            self._out += 1
            return True
        turn: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        ticket.turn = turn
        heappush(self._waiting, (kind, next(self._order), turn))
        self._let_out()
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.result():
                self.leave()
            raise
        finally:
            ticket.turn = None

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
        while self._waiting and (self._waiting[0][2].done() or self._open(self._waiting[0][0])):
            _, _, turn = heappop(self._waiting)
            if not turn.done():
                self._out += 1
                turn.set_result(True)
