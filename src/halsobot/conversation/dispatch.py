"""The outbox loop: what is stored is sent, each contact's messages in order, contacts side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

import structlog

from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Channel, Gone, Later, Refused
from halsobot.model.outbox import Delivery

#: Deliveries under way at once: a slow answer to one contact must not keep the others waiting.
WAYS = 200
#: How often the outbox is looked at without a bell, and the longest pause before trying again (seconds).
LOOK, LONGEST_PAUSE = 1.0, 300.0

log = structlog.get_logger()


async def dispatch(rt: Runtime, channels: Mapping[str, Channel]) -> None:
    """Send what is queued, until cancelled. What was not marked as sent is sent again after a restart."""
    await _Dispatcher(rt, channels).run()


class _Dispatcher:
    """Knows to whom something is being sent just now."""

    def __init__(self, rt: Runtime, channels: Mapping[str, Channel]) -> None:
        self._rt, self._channels = rt, channels
        self._busy: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        try:
            while True:
                await self._rt.resume.wait()
                self._rt.outbox_ready.clear()
                for delivery in await self._due():
                    self._begin(delivery)
                await _wait(self._rt.outbox_ready)
        finally:
            for task in self._busy.values():
                task.cancel()

    async def _due(self) -> list[Delivery]:
        room = WAYS - len(self._busy)
        return await self._rt.store.queued(self._channels, self._busy, room) if room and self._channels else []

    def _begin(self, delivery: Delivery) -> None:
        task = asyncio.create_task(self._send(delivery))
        self._busy[delivery.contact] = task
        task.add_done_callback(lambda _: self._end(delivery.contact))

    def _end(self, contact: str) -> None:
        self._busy.pop(contact, None)
        self._rt.outbox_ready.set()

    async def _send(self, delivery: Delivery) -> None:
        store, row = self._rt.store, delivery.row
        growing = min(LONGEST_PAUSE, 2.0**delivery.attempts)
        try:
            receipt = await self._channels[delivery.address.channel].send(delivery)
        except Later as later:
            pause = later.after if later.after is not None else growing
            if later.everyone:
                self._rt.pause(pause)
            await _settled(lambda: store.postponed(row, pause))
        except Gone:
            await _settled(lambda: store.unreachable(delivery.contact))
        except Refused as error:
            log.error("message refused by the channel", row=row, reason=str(error))
            await _settled(lambda: store.failed(row))
        except Exception as error:  # a fault of ours; only its kind is logged, the text may hold words
            log.error("message not sent, it is tried again", row=row, kind=type(error).__name__)
            await _settled(lambda: store.postponed(row, growing))
        else:
            await _settled(lambda: store.sent(row, receipt))


async def _settled(settle: Callable[[], Awaitable[None]]) -> None:
    """Note what became of a message, however long the store refuses: a full disk must not send it again."""
    pause = 0.5
    while True:
        try:
            return await settle()
        except Exception as error:
            log.error("the store refuses, a sent message is not noted yet", kind=type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


async def _wait(bell: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOK):  # wait_for would swallow a cancellation that meets the bell
            await bell.wait()
