"""People who write to a halsobot in this process, and a way out to them that notes what they were sent."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy.exc import OperationalError

from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.event import Event, Started, Wrote
from halsobot.model.inbound import Address, Inbound
from halsobot.model.outbox import Delivery
from halsobot.scenario.talk import USUAL
from halsobot.store.writer import Busy


class Door:
    """A channel that notes what was sent to each address."""

    def __init__(self, name: str = "terminal") -> None:
        self.name = name
        self.sent: defaultdict[str, list[Delivery]] = defaultdict(list)

    async def send(self, delivery: Delivery, replaces: int | None) -> int | None:
        self.sent[delivery.address.id].append(delivery)
        return delivery.message.seq

    async def withdraw(self, delivery: Delivery, number: int) -> None:
        """Nothing is taken away here."""

    def numbers(self, who: str) -> list[int]:
        """The numbers of the messages that were sent there, as they came."""
        return [delivery.message.seq for delivery in self.sent[who]]


@dataclass
class Person:
    """Somebody who does one thing after the other, each again until it is taken. ``done`` were taken."""

    address: Address
    locale: str = "sv"
    done: int = 0
    refused: int = field(default=0, compare=False)

    async def comes(self, rt: Runtime) -> None:
        await self.does(rt, Started(USUAL, locale=self.locale))

    async def writes(self, rt: Runtime, text: str) -> None:
        await self.does(rt, Wrote(USUAL, text))

    async def does(self, rt: Runtime, event: Event) -> None:
        while True:
            try:
                await receive(Inbound(self.address, event, repeat=f"{self.done}"), rt)
                break
            except (OperationalError, Busy):  # the channel comes again, as Telegram and browsers do
                self.refused += 1
                await asyncio.sleep(0.05)
        self.done += 1
