"""People who talk to the bot on Telegram: each does the next thing when the last one was answered."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from rig import Call, FakeChat, Rig, Update

#: How long somebody waits for an answer before the test fails (seconds).
PATIENCE = 100
WORDS = ("hej", "var är vårdcentralen", "tack")


class Person:
    """One chat. ``asked`` says when each turn was begun, ``answers`` what was accepted as its answer."""

    def __init__(self, chat: FakeChat) -> None:
        self.chat = chat
        self.asked: dict[int, float] = {}
        self.answers: dict[int, list[Call]] = defaultdict(list)
        self._dice = random.Random(chat.id)
        self._came = asyncio.Event()

    async def acts(self) -> None:
        """She presses a button of the newest screen, or writes, and waits for the answer."""
        buttons = self.chat.last.buttons if self.asked else []
        if not self.asked:
            await self.waits_for(self.says("/start __sv"))
        elif buttons and self._dice.random() < 0.7:
            pressed = self._dice.choice(buttons)["callback_data"]
            await self.waits_for(self.does(lambda: self.chat.taps(pressed)))
        else:
            await self.waits_for(self.says(self._dice.choice(WORDS)))

    async def says(self, words: str) -> tuple[int, Update]:
        """She writes. Returns the number of the turn."""
        return await self.does(lambda: self.chat.sends(words))

    async def does(self, doing: Callable[[], Awaitable[Update]]) -> tuple[int, Update]:
        turn = len(self.asked) + 1
        self.asked[turn] = self.chat.rig.now()
        return turn, await doing()

    async def waits_for(self, done: Awaitable[tuple[int, Update]]) -> None:
        """Wait until Telegram has got rid of what she did and the answer stands there."""
        turn, update = await done
        await update.acknowledged(PATIENCE)
        await self.is_answered(turn)

    async def is_answered(self, turn: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while turn not in self.answers:
                self._came.clear()
                await self._came.wait()

    async def is_answered_in_all(self) -> None:
        for turn in self.asked:
            await self.is_answered(turn)

    def shown(self, call: Call) -> None:
        self.answers[turn_of(call)].append(call)
        self._came.set()

    def waits(self, since: float = 0, until: float = float("inf")) -> list[float]:
        """How long each answer took (seconds) to what she did at that time."""
        turns = [turn for turn, at in self.asked.items() if since <= at < until and turn in self.answers]
        return [self.answers[turn][0].time - self.asked[turn] for turn in turns]

    @property
    def doubled(self) -> list[int]:
        """Turns whose answer was accepted more than once."""
        return [turn for turn, calls in self.answers.items() if len(calls) > 1]


class Crowd:
    """Several people; each of their answers is known by the turn that stands on its buttons."""

    def __init__(self, rig: Rig, size: int, first: int = 1) -> None:
        self.people = [Person(rig.chat(number)) for number in range(first, first + size)]
        self._by_chat = {person.chat.id: person for person in self.people}
        self._over = False
        rig.log.watchers.append(self._accepted)

    @asynccontextmanager
    async def living(self, think: float) -> AsyncIterator[None]:
        """They go on all the time; in the end all wait for their last answers."""
        self._over = False
        async with asyncio.TaskGroup() as lives:
            for person in self.people:
                lives.create_task(self._lives(person, think))
            yield
            self._over = True

    async def _lives(self, person: Person, think: float) -> None:
        dice = random.Random(-person.chat.id)
        while not self._over:
            await asyncio.sleep(think * 2 * dice.random())
            await person.acts()

    def _accepted(self, call: Call) -> None:
        person = self._by_chat.get(call.chat_id or 0)
        if person and is_screen(call):
            person.shown(call)

    @property
    def turns(self) -> int:
        return sum(len(person.asked) for person in self.people)

    def lost(self) -> list[tuple[int, int]]:
        """Chat and turn of everything that has no answer."""
        return [(each.chat.id, turn) for each in self.people for turn in each.asked if turn not in each.answers]

    def doubled(self) -> list[tuple[int, int]]:
        """Chat and turn of everything that was answered more than once."""
        return [(person.chat.id, turn) for person in self.people for turn in person.doubled]


def is_screen(call: Call) -> bool:
    """Whether a call shows a screen; the lasting keyboard is none."""
    shows = call.method in ("sendMessage", "editMessageText")
    return shows and "inline_keyboard" in call.params.get("reply_markup", {})


def shows(call: Call, crowd: Crowd) -> bool:
    """Whether a call shows a screen to one of these people."""
    return is_screen(call) and any(call.chat_id == person.chat.id for person in crowd.people)


def is_emergency(call: Call) -> bool:
    """Whether a screen is one of the flow of emergencies."""
    buttons = (button for row in call.params["reply_markup"]["inline_keyboard"] for button in row)
    return any(str(button.get("callback_data")).startswith("v1|emergency|") for button in buttons)


def turn_of(call: Call) -> int:
    """Each button says in which turn it was made."""
    return int(call.params["reply_markup"]["inline_keyboard"][-1][-1]["callback_data"].rpartition("|")[2])


def waits(people: Iterable[Person], since: float, until: float) -> list[float]:
    """How long the answers to what these people did at that time took (seconds)."""
    return [wait for person in people for wait in person.waits(since, until)]
