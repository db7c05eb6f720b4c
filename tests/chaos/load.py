"""Forty newcomers on Telegram, and eight senders who do what they do."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress

from rig import FakeChat, Rig, Update

SENDERS, CONTACTS_EACH = 8, 5
#: Words that the Swedish list of red flags has: the emergency screen comes at once.
DANGER = "jag kan inte andas"
#: What she does, and how often of a hundred times.
DEEDS = {
    "writes": 35,
    "writes on and on": 5,
    "presses": 40,
    "presses an old button": 5,
    "starts": 10,
    "is in danger": 5,
}
#: She looks at an answer for less than this before she goes on (seconds).
LOOKS = 0.4
#: However long the bot is away, it takes what she did in this time (seconds); and for an answer she waits so long.
PATIENCE, WAITS = 120.0, 40.0


class Load:
    """Each sender goes on with one of her five contacts as soon as she has looked at the last one's answer."""

    def __init__(self, rig: Rig, dice: random.Random) -> None:
        self._rig, self._dice = rig, dice
        self._ending = False
        self._written = 0
        self._senders: list[asyncio.Task[None]] = []
        #: What each contact did, in her order.
        self.did: dict[int, list[Update]] = {}

    @property
    def deeds(self) -> int:
        """How many things were done."""
        return sum(map(len, self.did.values()))

    @property
    def repeated(self) -> int:
        """How many of them Telegram delivered more than once, because no answer said that they were taken."""
        return sum(update.attempts > 1 for hers in self.did.values() for update in hers)

    def begin(self) -> None:
        for first in range(1, SENDERS * CONTACTS_EACH, CONTACTS_EACH):
            chats = [self._rig.chat(number, language_code="sv") for number in range(first, first + CONTACTS_EACH)]
            self._senders.append(asyncio.create_task(self._sends(chats)))

    async def end(self) -> None:
        """Let each sender end what she does; then nothing more is done."""
        self._ending = True
        await asyncio.gather(*self._senders)

    async def break_off(self) -> None:
        for sender in self._senders:
            sender.cancel()
        await asyncio.gather(*self._senders, return_exceptions=True)

    async def is_answered(self) -> None:
        """Wait until something more is answered. Raises what a sender met."""
        waiting = asyncio.create_task(self._one_answer())
        await asyncio.wait([waiting, *self._senders], return_when=asyncio.FIRST_COMPLETED)
        for ended in (sender for sender in self._senders if sender.done()):
            waiting.cancel()
            ended.result()
        await waiting

    async def _one_answer(self) -> None:
        before = self._rig.log.count["sendMessage"]
        async with asyncio.timeout(PATIENCE):
            while self._rig.log.count["sendMessage"] == before:
                await asyncio.sleep(0.005)

    async def _sends(self, chats: list[FakeChat]) -> None:
        while not self._ending:
            chat = self._dice.choice(chats)
            for update in await self._does(chat):
                self.did.setdefault(chat.id, []).append(update)
                await update.acknowledged(PATIENCE)
            with suppress(AssertionError):  # an answer that never comes is found by the judge
                await chat.waits(1, WAITS)
            await asyncio.sleep(self._dice.uniform(0, LOOKS))

    async def _does(self, chat: FakeChat) -> list[Update]:
        deed = self._dice.choices(list(DEEDS), list(DEEDS.values()))[0]
        shown = [seen for seen in chat.messages.values() if seen.buttons]
        if deed == "starts" or chat.id not in self.did:
            return [await chat.sends("/start __sv")]
        if deed == "is in danger":
            return [await chat.sends(DANGER)]
        if deed == "writes on and on":
            return [await chat.sends(words) for words in (self._words(), self._words(), DANGER)]
        if deed.startswith("presses") and shown:
            seen = shown[-1] if deed == "presses" else self._dice.choice(shown)
            return [await chat.taps(self._dice.choice(seen.buttons)["callback_data"], message_id=seen.message_id)]
        return [await chat.sends(self._words())]

    def _words(self) -> str:
        self._written += 1
        return f"hej {self._written}"
