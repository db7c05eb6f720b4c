"""What she is told of her promise when it changes, and what becomes of it when she writes again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from room import MONDAY, Room, answering, guide, opened_room, settings_for

from halsobot.app import running
from halsobot.cli import main
from halsobot.model.event import Closed, Passed, Replied, Started
from halsobot.places.hours import SWEDEN
from halsobot.text.bidi import strip

GUIDES = answering(
    {"anna": guide("Anna", "sv ar", "Mo-Su 09:00-12:00"), "eva": guide("Eva", "sv", "Mo-Su 09:00-12:00")},
    **{"interpreter-hours": [{"language": "ti", "hours": "Mo 10:00-11:00", "guide": "eva"}]},
)


@pytest.fixture(scope="module")
async def open_room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    async with opened_room(tmp_path_factory.mktemp("told"), GUIDES) as one:
        yield one


@pytest.fixture
def room(open_room: Room) -> Room:
    open_room.clock.now = MONDAY
    return open_room


async def _promised(room: Room, case: str) -> datetime | None:
    by = (await room.row(case)).promised
    return datetime.fromtimestamp(by, SWEDEN) if by else None


async def test_a_promise_that_moves_is_told_with_its_new_time(room: Room) -> None:
    """Also where a guide has the case; a minute before noon nobody is left with noon."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    await room.desk.claim(case, "anna", room.clock())
    assert await _promised(room, case) == MONDAY.replace(hour=12)
    room.clock.now = MONDAY.replace(hour=11, minute=56)
    assert await room.desk.check_promises(room.clock())
    assert await _promised(room, case) == MONDAY.replace(day=24, hour=12)
    assert "Svaret dröjer" in (said := strip((await woman.reads())[-1]))
    assert "24 november" in said
    await room.desk.pass_on(case, Passed(room.clock(), "anna", "eva"), case)
    assert "24 november" in strip((await woman.reads())[-1])
    await room.desk.close(case, Closed(room.clock(), "eva", "answered"), case)


async def test_an_interpreter_hour_that_ends_moves_the_promise_a_week(room: Room) -> None:
    """It cannot be promised anew: the same hour is over in four minutes."""
    woman = room.woman("ti", "telegram")
    case = await woman.asks("ሰላም")
    assert await _promised(room, case) == MONDAY.replace(hour=11)
    room.clock.now = MONDAY.replace(hour=10, minute=56)
    assert await room.desk.check_promises(room.clock())
    assert await _promised(room, case) == MONDAY.replace(day=30, hour=11)
    await woman.taps("done")


async def test_what_she_writes_after_an_answer_has_a_promise_of_its_own(room: Room) -> None:
    """The old one has been kept: it is neither late nor sorry."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    await room.desk.claim(case, "anna", room.clock())
    await room.desk.reply(case, Replied(room.clock(), "anna", text="svar"), case)
    room.clock.now = MONDAY.replace(hour=20)
    await woman.writes("och en till")
    assert await _promised(room, case) == MONDAY.replace(day=24, hour=12)
    shown = len(await woman.views())
    assert not await room.desk.check_promises(room.clock() + timedelta(minutes=1))
    assert len(await woman.views()) == shown
    await woman.taps("person", "done")


async def test_an_answered_case_that_goes_to_the_queue_is_no_news_to_her(room: Room) -> None:
    """She has her answer: nobody failed her, nothing is promised, and her page does not say that she waits."""
    woman = room.woman("sv", "telegram")
    case = await woman.asks("fråga")
    await room.desk.claim(case, "anna", room.clock())
    await room.desk.reply(case, Replied(room.clock(), "anna", text="svar"), case)
    shown = len(await woman.views())
    assert await room.desk.pass_on(case, Passed(room.clock(), "anna", None), case)
    row = await room.row(case)
    assert (row.state, row.answered, len(await woman.views())) == ("waiting", True, shown)
    await woman.taps("person")
    assert "väntar på en hälsoguide" not in strip((await woman.reads())[-1])
    assert await room.desk.claim(case, "eva", room.clock())
    assert "Eva tar över din fråga" in strip((await woman.reads())[-1])
    await woman.taps("person", "done")


@pytest.mark.parametrize(("wanted", "screen"), [("person", "engine-person"), ("person-costs", "engine-person")])
async def test_a_link_leads_to_a_person_about_its_topic(room: Room, wanted: str, screen: str) -> None:
    """What is no flow is ignored; the language may be asked first."""
    woman = room.woman("sv")
    await woman.does(Started(room.clock(), flow=wanted), opens=True)
    assert (await woman.views())[-1].screen == "engine-language"
    assert (await woman.taps("sv")).screen == screen
    await woman.taps("ask")
    row = await woman.case()
    assert row
    assert row.topic == (wanted.partition("-")[2] or None)
    await woman.taps("done")
    await woman.does(Started(room.clock(), flow="person-nowhere"), opens=True)
    assert (await woman.views())[-1].screen == "start-menu"


async def test_the_list_of_what_is_to_become_better_shows_no_small_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why cases were closed and whether it helped, by month."""
    settings = settings_for(tmp_path, GUIDES)
    async with running(settings, {}, lambda: MONDAY) as rt:
        room = Room(rt, lambda: MONDAY)  # type: ignore[arg-type]
        for number in range(12):
            woman = room.woman("sv")
            case = await woman.asks("fråga")
            await room.desk.claim(case, "anna", MONDAY)
            reason = "no-time" if number < 2 else "answered"
            await room.desk.close(case, Closed(MONDAY, "anna", reason), case)
            await woman.taps("yes")
    for name in ("database_url", "keys", "content"):
        monkeypatch.setenv(f"HALSOBOT_{name.upper()}", str(getattr(settings, name)))
    printed = (await asyncio.to_thread(CliRunner().invoke, main, ["cases"])).output.split("\n")
    assert [line.split() for line in printed if line] == [
        ["2026-11"],
        ["answered", "10"],
        ["no-time", "<10"],
        ["it", "helped:", "yes", "12"],
        ["it", "helped:", "no", "<10"],
    ]
