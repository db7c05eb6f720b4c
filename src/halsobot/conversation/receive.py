"""The main path: one thing a contact did becomes one stored turn."""

from __future__ import annotations

from halsobot.conversation import effects
from halsobot.conversation.runtime import Runtime
from halsobot.engine.step import step
from halsobot.model.inbound import Inbound


async def receive(inbound: Inbound, rt: Runtime) -> None:
    """Decide and store what follows, or nothing at all. After it returns the channel may say "received".

    A repeat changes nothing. A turn made from an old session is taken again: the step is pure.
    """
    async with rt.turns.of(inbound.address):
        while True:
            known = await rt.store.recall(inbound)
            if known.seen or (known.contact is None and not inbound.opens):
                return
            turn = step(rt.bundle, known.session, inbound.event)
            if await rt.store.commit(effects.unit(known, inbound, turn, rt.bundle)):
                break
    rt.bells.ring(inbound.address)
    rt.outbox_ready.set()
