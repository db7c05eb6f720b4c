"""The outbox loop: what is stored is sent, each contact's messages in order, contacts side by side."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress

import structlog

from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Channel, ChannelError
from halsobot.model.outbox import Delivery

#: Deliveries under way at once, and how often the outbox is looked at without a bell (seconds).
BATCH, LOOK = 100, 1.0

log = structlog.get_logger()


async def dispatch(rt: Runtime, channels: Mapping[str, Channel]) -> None:
    """Send what is queued, until cancelled. What was not marked as sent is sent again after a restart."""
    while True:
        rt.outbox_ready.clear()
        deliveries = await rt.store.queued(tuple(channels), BATCH)
        if deliveries:
            await asyncio.gather(*(_send(rt, channels[each.address.channel], each) for each in deliveries))
        else:
            await _wait(rt.outbox_ready)


async def _wait(bell: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LOOK):  # wait_for would swallow a cancellation that meets the bell
            await bell.wait()


async def _send(rt: Runtime, channel: Channel, delivery: Delivery) -> None:
    try:
        await channel.send(delivery)
    except ChannelError as error:
        if error.retry_after is None:
            log.error("message not deliverable", row=delivery.row, channel=channel.name, reason=str(error))
            await rt.store.settle(delivery.row, "failed")
        else:
            await rt.store.settle(delivery.row, "queued", due=int(time.time() + error.retry_after))
    else:
        await rt.store.settle(delivery.row, "sent")
