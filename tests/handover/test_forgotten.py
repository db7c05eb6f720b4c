"""How long an open case and its contact are kept: until it is closed, and a forgotten one is closed by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from room import MONDAY, REGION, Room, Woman, opened_room

from halsobot.conversation.desk import Gone
from halsobot.handover.guides import Answering
from halsobot.model.event import Closed, Replied, Wrote

DAYS = 180


@pytest.fixture
async def room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    async with opened_room(tmp_path_factory.mktemp("forgotten")) as one:
        yield one


async def _tidied(room: Room) -> None:
    """The hour in which what is old is erased, and the half minute in which idle chats are."""
    await room.rt.store.tidy()
    await room.rt.store.sweep()


async def _words(room: Room, case: str) -> list[str]:
    """What she wrote and what she was answered, as a guide sees it."""
    lines = (await room.opened(case)).lines
    return [line.what.text or "" for line in lines if isinstance(line.what, Wrote | Replied)]


@pytest.mark.parametrize("channel", ["web", "telegram"])
@pytest.mark.parametrize("held", [False, True])
async def test_who_waits_is_not_erased_nor_her_question(room: Room, channel: str, held: bool) -> None:
    """Silent for longer than anybody is kept: her case stands in the queue with all its words."""
    case = await room.woman("sv", channel).asks("fråga")
    if held:
        assert await room.desk.claim(case, "anna", room.clock())
    room.clock.passes(days=DAYS + 1)
    await _tidied(room)
    assert case in [row.id for row in await room.desk.queue()]
    assert await _words(room, case) == ["fråga"]


async def test_closed_the_usual_time_begins(room: Room) -> None:
    """On Telegram she is kept for as long as anybody, from then on; a web chat, idle for long, goes at once."""
    women = [room.woman("sv", channel) for channel in ("telegram", "web")]
    cases = [await woman.asks("fråga") for woman in women]
    room.clock.passes(days=DAYS + 1)
    for case in cases:
        assert await room.desk.claim(case, "anna", room.clock())
        assert await room.desk.close(case, Closed(room.clock(), "anna", "answered"), case)
    await _tidied(room)
    assert (await women[0].views())[-1].screen == "engine-closed"
    with pytest.raises(Gone):
        await room.row(cases[1])
    room.clock.passes(days=DAYS - 1)
    await _tidied(room)
    assert await room.rt.store.messages(women[0].address, 0) is not None
    room.clock.passes(days=2)
    await _tidied(room)
    assert await room.rt.store.messages(women[0].address, 0) is None


async def test_what_she_says_to_the_bot_meanwhile_goes_as_ever(room: Room) -> None:
    """Only what belongs to the case stays."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    await woman.taps("menu")
    before = len((await room.opened(case)).lines)
    room.clock.passes(days=31)
    await _tidied(room)
    assert len((await room.opened(case)).lines) < before
    assert await _words(room, case) == ["fråga"]


async def _answered(room: Room, woman: Woman) -> str:
    case = await woman.asks("fråga")
    assert await room.desk.claim(case, "anna", room.clock())
    assert await room.desk.reply(case, Replied(room.clock(), "anna", text="svar"), case)
    return case


async def test_answered_and_forgotten_it_is_closed(room: Room) -> None:
    """A month after the answer, without a word of hers: she is told, and asked whether it helped."""
    woman = room.woman("sv", "telegram")
    case = await _answered(room, woman)
    room.clock.passes(days=30)
    assert not await room.desk.check_promises(room.clock())
    room.clock.passes(minutes=1)
    assert await room.desk.check_promises(room.clock()) == 1
    assert (await woman.views())[-1].screen == "engine-closed"
    assert (await room.row(case)).state == "closed"
    await woman.taps("again")
    assert (await room.row(case)).state in ("claimed", "waiting")


async def test_who_writes_again_is_answered_however_late(room: Room) -> None:
    woman = room.woman("sv", "telegram")
    case = await _answered(room, woman)
    room.clock.passes(days=29)
    await woman.writes("och en till")
    room.clock.passes(days=29)
    await room.desk.check_promises(room.clock())
    assert (await room.row(case)).state == "waiting"


async def test_where_nobody_can_answer_any_more_it_does_not_wait_for_ever(room: Room) -> None:
    """She has been told whom to call instead."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    region = replace(room.rt.bundle.regions[REGION], answering=Answering())
    room.rt.bundle = replace(room.rt.bundle, regions={**room.rt.bundle.regions, REGION: region})
    room.clock.now = MONDAY.replace(day=24)
    assert await room.desk.check_promises(room.clock())
    assert (await room.row(case)).state == "waiting"
    room.clock.passes(days=30)
    assert await room.desk.check_promises(room.clock())
    assert (await room.row(case)).state == "closed"
