"""The main path: one thing a contact did becomes one stored turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from secrets import token_hex

import structlog

from halsobot.conversation import effects
from halsobot.conversation.dispatch import deliveries, is_urgent
from halsobot.conversation.runtime import QUEUE, Runtime
from halsobot.engine.step import step
from halsobot.model.event import Resumed
from halsobot.model.inbound import Inbound
from halsobot.model.outbox import Delivery
from halsobot.model.session import Session
from halsobot.model.turn import Turn
from halsobot.model.unit import Unit
from halsobot.store.store import AT_ONCE, Outcome


async def receive(inbound: Inbound, rt: Runtime, holds: Callable[[], Awaitable[bool]] | None = None) -> Turn | None:
    """Decide and store what follows, or nothing at all. After it returns the channel may say "received".

    Returns the turn that was taken; None for a repeat, and for whoever has no conversation. A repeat changes nothing.
    A turn made from an old session is taken again: the step is pure. So what ``holds`` is asked each time is still
    so when the turn is stored; where it is not, nothing follows. Raises Crowded, and what the database raises.
    """
    structlog.contextvars.bind_contextvars(turn=token_hex(4))
    async with rt.turns.of(inbound.address):
        while True:
            known = await rt.store.recall(inbound)
            if known.seen or (known.new and not inbound.opens):
                return None
            if holds and not await holds():
                return Turn(known.session, ())
            turn = step(rt.bundle, _here(known.session, inbound), inbound.event)
            if not turn.outputs:
                return turn  # a guide wanted what the case does not allow
            unit = effects.unit(known, inbound, turn, rt.bundle)
            outcome = await _store(unit, rt)
            if outcome != "stale":
                return None if outcome == "repeated" else turn


def _here(session: Session, inbound: Inbound) -> Session:
    """The session knows through which channel she writes: that decides where a person is met."""
    channel = inbound.address.channel
    return session if session.via == channel else replace(session, via=channel)


async def _store(unit: Unit, rt: Runtime) -> Outcome:
    """Commit; as soon as that is done, and whoever still waits for it, what follows is on its way."""
    contact, address = unit.known.contact, unit.inbound.address
    sends = bool(unit.shown) and not unit.held
    sending = rt.outbox.reserve(contact, address.channel) if sends else AT_ONCE

    def then(outcome: Outcome | None) -> None:
        if outcome in ("stored", "sending"):
            rt.bells.ring(address)
            if unit.case:
                rt.bells.ring(QUEUE)
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
