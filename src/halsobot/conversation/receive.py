"""The main path: one thing a contact did becomes one stored turn."""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex

import structlog

from halsobot.conversation import effects
from halsobot.conversation.dispatch import deliveries, is_urgent
from halsobot.conversation.runtime import Runtime
from halsobot.engine.step import step
from halsobot.model.event import Resumed
from halsobot.model.inbound import Inbound
from halsobot.model.outbox import Delivery
from halsobot.model.unit import Unit
from halsobot.store.store import AT_ONCE, Outcome


async def receive(inbound: Inbound, rt: Runtime) -> None:
    """Decide and store what follows, or nothing at all. After it returns the channel may say "received".

    A repeat changes nothing. A turn made from an old session is taken again: the step is pure. Raises
    Crowded, and what the database raises.
    """
    structlog.contextvars.bind_contextvars(turn=token_hex(4))
    async with rt.turns.of(inbound.address):
        while True:
            known = await rt.store.recall(inbound)
            if known.seen or (known.new and not inbound.opens):
                return
            turn = step(rt.bundle, known.session, inbound.event)
            unit = effects.unit(known, inbound, turn, rt.bundle)
            if await _store(unit, rt) != "stale":
                return


async def _store(unit: Unit, rt: Runtime) -> Outcome:
    """Commit; as soon as that is done, and whoever still waits for it, what follows is on its way."""
    contact, address = unit.known.contact, unit.inbound.address
    sends = bool(unit.shown) and not unit.held
    sending = rt.outbox.reserve(contact, address.channel) if sends else AT_ONCE

    def then(outcome: Outcome | None) -> None:
        if outcome in ("stored", "sending"):
            rt.bells.ring(address)
        if unit.farewell and outcome == "stored":
            rt.outbox.forget(contact)
        if outcome in ("stored", "sending") and sends:
            rt.outbox.begin(contact, deliveries(unit, sending) if outcome == "sending" else (), is_urgent(unit))
        elif sending.lease:
            rt.outbox.release(contact)

    return await rt.store.commit(unit, sending, then)


async def resume(delivery: Delivery, at: datetime, rt: Runtime) -> None:
    """Show her where she stands now, instead of a message that is too old or too uncertain to be sent."""
    again = f"resumed {delivery.message.seq} {delivery.attempts}"
    await receive(Inbound(delivery.address, Resumed(at), again, opens=False), rt)
