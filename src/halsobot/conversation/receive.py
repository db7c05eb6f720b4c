"""The main path: one thing a contact did becomes one stored turn."""

from __future__ import annotations

from halsobot.conversation import effects
from halsobot.conversation.runtime import Runtime
from halsobot.engine.step import step
from halsobot.model.inbound import Inbound
from halsobot.model.view import View


async def receive(inbound: Inbound, rt: Runtime) -> View | None:
    """Decide and store what follows, or nothing at all. After it returns the channel may say "received".

    A repeat changes nothing. A turn made from an old session is taken again: the step is pure. Returns
    what is to be said last to somebody who has just been forgotten; it is kept nowhere.
    """
    async with rt.turns.of(inbound.address):
        while True:
            known = await rt.store.recall(inbound)
            if known.seen or (known.contact is None and not inbound.opens):
                return None
            turn = step(rt.bundle, known.session, inbound.event)
            unit = effects.unit(known, inbound, turn, rt.bundle)
            if await rt.store.commit(unit):
                break
    rt.bells.ring(inbound.address)
    rt.outbox_ready.set()
    return unit.farewell
