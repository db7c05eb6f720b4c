"""What becomes of an open case when the region's guides, its hours, her language or where she lives change."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from room import REGION, Room, answering, guide, opened_room

from halsobot.handover.guides import Answering
from halsobot.text.bidi import strip

HOURS = "Mo-Su 09:00-17:00"
GUIDES = answering(
    {"anna": guide("Anna", "sv ar", HOURS), "eva": guide("Eva", "sv en", "Mo-Su 09:00-12:00")},
    **{"interpreter-hours": [{"language": "ti", "hours": "Tu 10:00-11:00", "guide": "eva"}]},
)


@pytest.fixture
async def room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    async with opened_room(tmp_path_factory.mktemp("changes"), GUIDES) as one:
        yield one


def _answers(room: Room, rules: Answering) -> None:
    """The region's guides.yaml is another one from now on."""
    region = replace(room.rt.bundle.regions[REGION], answering=rules)
    room.rt.bundle = replace(room.rt.bundle, regions={**room.rt.bundle.regions, REGION: region})


def _rules(room: Room) -> Answering:
    return room.rt.bundle.regions[REGION].answering


async def test_where_nobody_can_answer_any_more_she_is_told_whom_to_call(room: Room) -> None:
    """At once, with the number, and as long as it is so on the page of her case."""
    woman = room.woman("ti", "telegram")
    case = await woman.asks("ሰላም")
    _answers(room, replace(_rules(room), interpreter_hours=()))
    assert await room.desk.check_promises(room.clock())
    assert (await room.row(case)).promised is None
    assert "1177" in strip((await woman.reads())[-1])
    await woman.taps("person")
    assert "1177" in strip((await woman.reads())[-1])
