"""Guides who want one case at the same moment: one has it, and nobody reads a word of the others."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from room import Clock, Room, Woman, answering, guide, opened_room, settings_for

from halsobot.app import running
from halsobot.conversation.desk import Desk, Gone
from halsobot.model.event import Closed, Left, Replied
from halsobot.model.screen import Screen

CLAIMS = int(os.environ.get("HALSOBOT_TEST_CLAIMS", "60"))
#: So many races run side by side.
TOGETHER = 20
GUIDES = [f"guide{number}" for number in range(8)]
EIGHT = answering({name: guide(name.title(), "sv ar") for name in GUIDES})


@pytest.fixture(scope="module")
async def room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    async with opened_room(tmp_path_factory.mktemp("races"), EIGHT) as one:
        yield one


async def test_of_those_who_claim_one_wins(room: Room) -> None:
    """Two to eight at once, each of whom then writes: she reads the winner, once, and nothing of the others."""
    chance, places = random.Random(7), asyncio.Semaphore(TOGETHER)
    racing = (_raced(room, places, chance.sample(GUIDES, chance.randint(2, 8))) for _ in range(CLAIMS))
    doubled = [found for found in await asyncio.gather(*racing) if found]
    assert doubled == []
    print(f"{CLAIMS} cases claimed by 2 to 8 guides at once: one winner each, 0 words of others")


async def _raced(room: Room, places: asyncio.Semaphore, guides: list[str]) -> str | None:
    """What went wrong in one race, if anything."""
    async with places:
        woman = room.woman()
        case = await woman.asks("سؤال")
        won = await asyncio.gather(*(_claims_and_writes(room.desk, case, name, room) for name in guides))
        winners = [name for name, has in zip(guides, won, strict=True) if has]
        row = await room.row(case)
        await woman.taps("done")
        if len(winners) != 1 or row.guide != winners[0]:
            return f"{winners} won, {row.guide} has it"
        return await _strangers(woman, room, case, winners[0])


async def _claims_and_writes(desk: Desk, case: str, name: str, room: Room) -> bool:
    claimed = await desk.claim(case, name, room.clock())
    wrote = await desk.reply(case, Replied(room.clock(), name, text=f"words of {name}"), f"{case} {name}")
    assert wrote is claimed, "who has it may write, and nobody else"
    return claimed


async def _strangers(woman: Woman, room: Room, case: str, winner: str) -> str | None:
    """Words that are not the winner's, in what is shown to her or in what is kept of her."""
    lines = (await room.opened(case)).lines
    replies = [line.what.text for line in lines if isinstance(line.what, Replied)]
    shown = [repr(line.what) for line in lines if isinstance(line.what, Screen)]
    heard = await woman.hears()
    if heard != [f"words of {winner}"] or replies != heard:
        return f"{winner} won, she reads {heard}, {replies} is kept"
    losers = [name for name in GUIDES if name != winner and any(f"words of {name}" in said for said in shown)]
    return f"words of {losers}" if losers else None


async def test_two_programs_on_one_database_have_one_winner_too(tmp_path: Path) -> None:
    """The lock of a program does not hold another one: the version of her session does."""
    settings = settings_for(tmp_path, EIGHT)
    async with AsyncExitStack() as stack:
        clock = Clock()
        rooms = [Room(await stack.enter_async_context(running(settings, {}, clock)), clock) for _ in range(2)]
        cases = [await rooms[0].woman().asks("سؤال") for _ in range(12)]
        for case in cases:
            won = await asyncio.gather(
                *(room.desk.claim(case, GUIDES[number], room.clock()) for number, room in enumerate(rooms * 2))
            )
            assert sum(won) == 1
            assert (await rooms[1].row(case)).guide == GUIDES[won.index(True)]


async def test_who_writes_to_a_case_that_another_has_by_now_is_refused(room: Room) -> None:
    """Closed, asked again at night, and taken by another a second ago: the words of the first reach nobody."""
    woman = room.woman(channel="telegram")
    case = await woman.asks("سؤال")
    assert await room.desk.claim(case, "guide0", room.clock())
    assert await room.desk.close(case, Closed(room.clock(), "guide0", "answered"), "close")
    room.clock.passes(hours=12)  # at night nobody has it again by herself
    await woman.taps("again")
    room.clock.passes(hours=12)
    assert await room.desk.claim(case, "guide1", room.clock())
    room.clock.passes(seconds=1)
    assert not await room.desk.reply(case, Replied(room.clock(), "guide0", text="from the first"), "late")
    assert not await room.desk.close(case, Closed(room.clock(), "guide0", "answered"), "late close")
    assert await woman.hears() == []
    assert "from the first" not in repr((await room.opened(case)).lines)
    assert await room.desk.reply(case, Replied(room.clock(), "guide1", text="from the second"), "mine")
    assert await woman.hears() == ["from the second"]


async def test_one_who_leaves_while_it_is_claimed_leaves_nothing(room: Room) -> None:
    """She is forgotten at the very moment: the guide is told that there is no case, or has had it for a moment."""
    woman = room.woman()
    case = await woman.asks("سؤال")
    claim = room.desk.claim(case, "guide2", room.clock())
    await asyncio.gather(woman.does(Left(room.clock())), claim, return_exceptions=True)
    with pytest.raises(Gone):
        await room.row(case)
