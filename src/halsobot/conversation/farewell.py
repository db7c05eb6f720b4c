"""The last words to somebody who has been forgotten: said when nothing else of her is left."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import structlog

from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Channel, Gone, Refused
from halsobot.model.inbound import Address
from halsobot.model.outbox import Delivery, MessageClass, OutMessage
from halsobot.store.erase import Farewell

#: How often last words are looked for (seconds), and the longest pause before another attempt.
LOOK, LONGEST_PAUSE = 0.5, 60

log = structlog.get_logger()


async def last_words(rt: Runtime, channels: Mapping[str, Channel]) -> None:
    """Say them, until cancelled. They are erased when they are said, or after an hour."""
    while channels:
        for farewell in await rt.store.last_words(channels):
            await _say(rt, channels[farewell.channel], farewell)
        await asyncio.sleep(LOOK)


async def _say(rt: Runtime, channel: Channel, farewell: Farewell) -> None:
    now = rt.store.now()
    delivery = Delivery(
        contact=farewell.id,
        address=Address(farewell.channel, farewell.words.to),
        message=OutMessage(1, 0, farewell.words.view),
        kind=MessageClass.ORDINARY,
        stored=now,
        lease=now,
    )
    try:
        await channel.send(delivery, None)
    except (Refused, Gone):
        await rt.store.said(farewell)
    except Exception as error:  # the network, or a fault of ours: she should hear that it is done
        log.warning("last words are not said yet", kind=type(error).__name__)
        await rt.store.unsaid(farewell, min(LONGEST_PAUSE, 2 ** min(farewell.attempts, 6)))
    else:
        await rt.store.said(farewell)
