"""The outbox loop under trouble: what was sent is not sent again, and a pause is kept."""

from __future__ import annotations

import asyncio

import pytest
import sqlalchemy as sa

from halsobot.app import running
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.model.channel import Later
from halsobot.model.event import Started
from halsobot.model.inbound import Address, Inbound
from halsobot.model.outbox import Delivery
from halsobot.scenario.talk import USUAL


class Door:
    """A way out that notes whom it was given a message for."""

    name = "terminal"

    def __init__(self, *trouble: Exception) -> None:
        self.sent: list[str] = []
        self._trouble = list(trouble)

    async def send(self, delivery: Delivery) -> int | None:
        if self._trouble:
            raise self._trouble.pop()
        self.sent.append(delivery.address.id)
        return len(self.sent)


def _she(name: str) -> Inbound:
    return Inbound(Address("terminal", name), Started(USUAL, locale="sv"), "1")


async def test_what_cannot_be_noted_is_not_sent_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk refuses the note that a message was sent: she gets it once all the same."""
    door = Door()
    async with running(settings, {door.name: door}) as rt:
        noted, refused = rt.store.sent, 0

        async def refuse_twice(row: int, receipt: int | None) -> None:
            nonlocal refused
            refused += 1
            if refused < 3:
                raise sa.exc.OperationalError("insert", {}, Exception("database or disk is full"))
            await noted(row, receipt)

        monkeypatch.setattr(rt.store, "sent", refuse_twice)
        await receive(_she("one"), rt)
        await asyncio.sleep(3)
        assert (door.sent, refused) == (["one"], 3)


async def test_a_pause_for_everyone_is_kept_to_its_end(settings: Settings) -> None:
    """A shorter pause that begins later does not cut a longer one."""
    door = Door()
    async with running(settings, {door.name: door}) as rt:
        rt.pause(1.0)
        rt.pause(0.1)
        await receive(_she("one"), rt)
        await asyncio.sleep(0.5)
        assert door.sent == []
        await asyncio.sleep(2)
        assert door.sent == ["one"]


@pytest.mark.parametrize("trouble", [RuntimeError("a bug"), Later("too many requests", 1.0)])
async def test_trouble_with_one_contact_is_not_the_others(settings: Settings, trouble: Exception) -> None:
    """A bug in the channel, or a pause for one chat: the other is served, and this one later."""
    door = Door(trouble)
    async with running(settings, {door.name: door}) as rt:
        await receive(_she("one"), rt)
        await asyncio.sleep(0.2)
        await receive(_she("two"), rt)
        async with asyncio.timeout(10):
            while len(door.sent) < 2:
                await asyncio.sleep(0.05)
        assert door.sent == ["two", "one"]
