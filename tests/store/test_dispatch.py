"""The outbox: what is stored goes out once, in order, by class, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from halsobot.app import running
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.channel import Gone, Later, Refused, Unanswered
from halsobot.model.event import Chose, Started, Wrote
from halsobot.model.inbound import Address, Inbound
from halsobot.model.outbox import Delivery, MessageClass
from halsobot.model.screen import Button
from halsobot.scenario.talk import USUAL

SHE = Address("terminal", "she")


class Door:
    """A way out that notes what it was given, and meets the trouble it is told to."""

    name = "terminal"

    def __init__(self, *trouble: Exception) -> None:
        self.sent: list[Delivery] = []
        self.times: list[float] = []
        self.trouble = list(trouble)
        self.open = asyncio.Event()
        self.open.set()
        self.tried = 0

    async def send(self, delivery: Delivery, replaces: int | None) -> int | None:
        self.tried += 1
        await self.open.wait()
        if self.trouble:
            raise self.trouble.pop(0)
        self.sent.append(delivery)
        self.times.append(time.monotonic())
        return len(self.sent)

    async def withdraw(self, delivery: Delivery, number: int) -> None:
        """Nothing is taken away here."""

    @property
    def who(self) -> list[str]:
        return [delivery.address.id for delivery in self.sent]

    @property
    def screens(self) -> list[str]:
        return [delivery.message.view.screen for delivery in self.sent]

    async def has_tried(self, number: int) -> None:
        async with asyncio.timeout(30):
            while self.tried < number:
                await asyncio.sleep(0.01)

    async def has_sent(self, number: int, timeout: float = 30) -> None:
        async with asyncio.timeout(timeout):
            while len(self.sent) < number:
                await asyncio.sleep(0.01)


class Clock:
    """The program's time, which a test moves."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


def _came(address: Address = SHE) -> Inbound:
    return Inbound(address, Started(USUAL, locale="sv"), "came")


def _wrote(text: str, address: Address = SHE) -> Inbound:
    return Inbound(address, Wrote(USUAL, text), text)


def _emergency(repeat: str = "sos") -> Inbound:
    return Inbound(SHE, Chose(USUAL, Button("start", "menu", "emergency", 1).encode()), repeat)


def _database(settings: Settings) -> str:
    return settings.database_url.removeprefix("sqlite:///")


def _look(settings: Settings, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(_database(settings)) as connection:
        return list(connection.execute(query))


def _states(settings: Settings) -> list[str]:
    return [str(state) for (state,) in _look(settings, "select state from outbox order by seq")]


async def _become(settings: Settings, *states: str) -> None:
    """That is what became of the messages, at last."""
    async with asyncio.timeout(30):
        while _states(settings) != list(states):
            await asyncio.sleep(0.05)


def _left_behind(settings: Settings, kind: MessageClass, cuts: int = 0) -> None:
    """A process was killed in the middle of sending this: it is nobody's, and nobody knows how it ended."""
    with sqlite3.connect(_database(settings)) as connection:
        connection.execute(
            "update outbox set state = 'sending', owner = 'dead', lease = ?, class = ?, cuts = ?, doubts = ?",
            (2**40, kind, cuts, cuts),
        )


@asynccontextmanager
async def _began(settings: Settings, door: Door) -> AsyncIterator[Runtime]:
    """halsobot with one message to her in the outbox, sent."""
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(), rt)
        await door.has_sent(1)
        yield rt


async def test_what_cannot_be_noted_is_not_sent_again(settings: Settings) -> None:
    """A locked database refuses the note that a message was sent: she gets it once all the same."""
    door = Door()
    door.open.clear()
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(), rt)
        other = sqlite3.connect(_database(settings), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        door.open.set()
        await asyncio.sleep(3)
        other.execute("ROLLBACK")
        other.close()
        async with asyncio.timeout(10):
            while _states(settings) != ["sent"]:
                await asyncio.sleep(0.05)
        assert door.screens == ["start-menu"]


async def test_a_pause_for_everyone_is_kept_to_its_end(settings: Settings) -> None:
    """A shorter pause that begins later does not cut a longer one."""
    door = Door(Later("too many", 1.0, everyone=True), Later("too many", 0.1, everyone=True))
    door.open.clear()
    async with running(settings, {door.name: door}) as rt:
        await asyncio.gather(*(receive(_came(Address("terminal", f"{number}")), rt) for number in range(2)))
        begun = time.monotonic()
        door.open.set()
        await asyncio.sleep(0.1)
        await receive(_came(), rt)
        await door.has_sent(3)
    assert min(door.times) - begun >= 1.0


@pytest.mark.parametrize("trouble", [RuntimeError("a bug"), Later("too many requests", 1.0)])
async def test_trouble_with_one_contact_is_not_the_others(settings: Settings, trouble: Exception) -> None:
    """A bug in the channel, or a pause for one chat: the other is served, and this one later."""
    door = Door(trouble)
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(Address("terminal", "one")), rt)
        await asyncio.sleep(0.2)
        await receive(_came(Address("terminal", "two")), rt)
        await door.has_sent(2)
        assert door.who == ["two", "one"]


async def test_after_trouble_her_messages_come_in_their_order(settings: Settings) -> None:
    """What she does while a message waits to be sent again is answered after it."""
    door = Door(Later("a bad gateway"))
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(), rt)
        await asyncio.sleep(0.1)
        await receive(_wrote("hej"), rt)
        await door.has_sent(2)
        assert [delivery.message.seq for delivery in door.sent] == [1, 2]


async def test_only_an_emergency_overtakes(settings: Settings) -> None:
    """Three things wait; the emergency screen, asked for last, is sent first."""
    door, begun = Door(Later("too many requests", 1.0)), time.monotonic()
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(), rt)
        await asyncio.sleep(0.1)
        await receive(_wrote("hej"), rt)
        await receive(_emergency(), rt)
        await door.has_sent(3)
        assert min(door.times) - begun >= 1.0, "nothing before its time"
        assert door.screens == ["emergency-first", "start-menu", "start-menu"]


@pytest.mark.parametrize(
    ("kind", "cuts", "sent", "state"),
    [
        (MessageClass.EMERGENCY, 5, 1, "uncertain"),
        (MessageClass.GUIDE, 5, 1, "uncertain"),
        (MessageClass.ORDINARY, 0, 1, "uncertain"),
        (MessageClass.BROADCAST, 0, 0, "uncertain"),
    ],
)
async def test_what_a_kill_cut_off_is_sent_again_by_its_class(
    settings: Settings, kind: MessageClass, cuts: int, sent: int, state: str
) -> None:
    """Emergencies and a guide's words always, an ordinary screen once, a broadcast never; each is marked."""
    async with _began(settings, Door()):
        pass
    _left_behind(settings, kind, cuts)
    door = Door()
    async with running(settings, {door.name: door}):
        await _become(settings, state)
        await asyncio.sleep(0.5)
    assert len(door.sent) == sent
    assert _states(settings) == [state]
    assert _look(settings, "select doubts from outbox") == [(cuts + 1,)]


async def test_an_ordinary_screen_cut_off_twice_gives_way_to_the_present_one(settings: Settings) -> None:
    """It is not sent a third time, but she is not left in silence: she is shown where she stands."""
    async with _began(settings, Door()):
        pass
    _left_behind(settings, MessageClass.ORDINARY, cuts=1)
    door = Door()
    async with running(settings, {door.name: door}):
        await door.has_sent(1)
        await asyncio.sleep(0.3)
    assert "Jag kunde inte nå dig" in _text(door.sent[0])
    assert _states(settings) == ["uncertain", "sent"]


async def test_a_screen_that_waited_for_an_hour_gives_way_to_the_present_one(settings: Settings) -> None:
    """After an outage of hours she gets one screen, where she stands now, and not all the old ones."""
    clock = Clock()
    async with running(settings, {}, clock) as rt:
        for inbound in (_came(), _wrote("hej"), _wrote("hej hej")):
            await receive(inbound, rt)
    async with running(settings, {"terminal": Door(Later("no network"))}, clock):
        await asyncio.sleep(0.3)
    clock.ahead = timedelta(hours=3)
    door = Door()
    async with running(settings, {door.name: door}, clock):
        await door.has_sent(1)
        await asyncio.sleep(0.3)
    assert door.screens == ["start-menu"]
    assert "Jag kunde inte nå dig" in _text(door.sent[0])
    assert _states(settings) == ["replaced", "replaced", "replaced", "sent"]


async def test_a_stop_while_messages_are_taken_on_leaves_no_doubt_about_them(settings: Settings) -> None:
    """What was not begun is as it was, and not in doubt as after a kill."""
    async with running(settings, {}) as rt:
        await receive(_came(), rt)
    other = sqlite3.connect(_database(settings), isolation_level=None, check_same_thread=False)
    other.execute("update outbox set state = 'sent'")
    door = Door()
    async with running(settings, {door.name: door}):
        await asyncio.sleep(0.5)
        other.execute("update outbox set state = 'queued'")
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(1.2)  # now its next look for messages waits for the database
        asyncio.get_running_loop().call_later(0.5, other.execute, "ROLLBACK")
    assert _look(settings, "select state, owner, doubts from outbox") == [("queued", None, 0)]
    other.close()


async def test_an_emergency_screen_is_sent_however_late(settings: Settings) -> None:
    """112 never gives way."""
    clock = Clock()
    async with running(settings, {}, clock) as rt:
        await receive(_came(), rt)
        await receive(_emergency(), rt)
    clock.ahead = timedelta(hours=3)
    door = Door()
    async with running(settings, {door.name: door}, clock):
        await door.has_sent(2)
    assert door.screens == ["emergency-first", "emergency-first"]


async def test_no_answer_means_try_again_and_is_marked(settings: Settings) -> None:
    """A call without an answer may have arrived: the message is sent again, and marked as uncertain."""
    door = Door(Unanswered("timeout"))
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(), rt)
        await door.has_sent(1)
    assert _states(settings) == ["uncertain"]


async def test_a_refused_message_holds_up_nothing_and_a_closed_chat_ends(settings: Settings) -> None:
    """What will never be taken is set aside; whoever cannot be reached is sent nothing more."""
    door = Door(Refused("too long"))
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(), rt)
        await receive(_wrote("hej"), rt)
        await door.has_sent(1)
        door.trouble = [Gone("blocked")]
        await receive(_wrote("hej hej"), rt)
        await _become(settings, "refused", "sent", "unreachable")


async def test_a_message_is_sent_only_while_it_is_ours(settings: Settings) -> None:
    """Two programs: one is held up for longer than its lease, the other has sent meanwhile. She gets it once."""
    pause = 10.0
    slow, quick = Door(Later("too many", pause, everyone=True)), Door()
    clock, now = Clock(), asyncio.get_running_loop().time
    async with running(settings, {slow.name: slow}, clock) as rt:
        await receive(_came(Address("terminal", "held back")), rt)
        await slow.has_tried(1)
        over = now() + pause
        await receive(_came(), rt)
        clock.ahead = timedelta(seconds=90)
        async with running(settings, {quick.name: quick}, clock):
            await quick.has_sent(1)
        async with asyncio.timeout(30):
            while len(slow.sent) + len(quick.sent) < 2:
                await asyncio.sleep(0.05)
        await asyncio.sleep(max(0.0, over - now()) + 1)  # and the slow one has come to hers
    assert "she" in quick.who
    assert sorted(slow.who + quick.who) == ["held back", "she"]


async def test_what_another_living_program_is_sending_is_left_to_it(settings: Settings) -> None:
    """A second start does not take away what the first has in hand."""
    door, other = Door(), Door()
    door.open.clear()
    async with running(settings, {door.name: door}) as rt:
        await receive(_came(), rt)
        async with running(settings, {other.name: other}):
            await asyncio.sleep(1.5)
        assert other.tried == 0
        door.open.set()
        await door.has_sent(1)


async def test_stopping_lets_calls_end_and_begins_no_new_ones(settings: Settings) -> None:
    """SIGTERM: what is under way is finished and noted, the rest waits for the next start; nothing is doubled."""
    door = Door()
    door.open.clear()
    people = [Address("terminal", f"{number}") for number in range(300)]
    async with running(settings, {door.name: door}) as rt:
        await asyncio.gather(*(receive(_came(who), rt) for who in people))
        await asyncio.sleep(0.2)
        asyncio.get_running_loop().call_later(0.5, door.open.set)
    under_way = len(door.sent)
    assert 100 <= under_way < 300
    assert sorted(_states(settings)) == ["queued"] * (300 - under_way) + ["sent"] * under_way
    after = Door()
    async with running(settings, {after.name: after}):
        await after.has_sent(300 - under_way)
    assert sorted(door.who + after.who) == sorted(who.id for who in people)


async def test_emergencies_go_out_although_all_ways_are_taken(settings: Settings) -> None:
    """Two hundred calls that hang do not keep an emergency waiting."""
    door = Door()
    door.open.clear()
    async with running(settings, {door.name: door}) as rt:
        await asyncio.gather(*(receive(_came(Address("terminal", f"{number}")), rt) for number in range(250)))
        await door.has_tried(200)
        await receive(_came(), rt)
        await asyncio.sleep(0.1)
        assert door.tried == 200, "her first screen waits for a way like everybody's"
        await receive(_emergency(), rt)
        await door.has_tried(201)
        door.open.set()
        await door.has_sent(252)
    hers = [screen for who, screen in zip(door.who, door.screens, strict=True) if who == SHE.id]
    assert hers == ["emergency-first", "start-menu"]


async def test_a_flood_of_one_contact_ends_in_its_newest_screen(settings: Settings) -> None:
    """Who writes without end, faster than can be sent, is sent where she stands at last, and not a thousand screens."""
    door = Door()
    door.open.clear()
    async with running(settings, {door.name: door}) as rt:
        for number in range(150):
            await receive(_wrote(f"hej {number}"), rt)
        door.open.set()
        async with asyncio.timeout(30):
            while not door.sent or door.sent[-1].message.seq < 150:
                await asyncio.sleep(0.05)
    assert 40 <= len(door.sent) < 110


def _text(delivery: Delivery) -> str:
    shown: Callable[[], object] = delivery.message.view.blocks.__repr__
    return str(shown())
