"""She asks to be called: the number is kept for her guide alone, and stands nowhere in what was said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path

import pytest
import sqlalchemy as sa
from room import MONDAY, Room, Woman, opened_room

from halsobot.engine.call import phone
from halsobot.model.event import Closed, Resumed, Wrote
from halsobot.model.inbound import Inbound
from halsobot.model.message import Message
from halsobot.store.crypt import Sealed
from halsobot.store.database import read_url
from halsobot.store.opening import open_keys
from halsobot.store.tables import callback

NUMBER = "+46701740605"
#: The same number in other scripts and with what people write between digits.
WRITTEN = {
    "sv": "+46 70-174 06 05",
    "en": "+46\u00a070 174\u201106\u201105",
    "ar": "\u200e+٤٦٧٠١٧٤٠٦٠٥",
    "fa-AF": "+۴۶ ۷۰ ۱۷۴ ۰۶ ۰۵",
    "ti": "+46701740605 ",
}
#: Who speaks each language.
SPEAKS = {"sv": "anna", "en": "anna", "ar": "anna", "fa-AF": "bilal", "ti": "eva"}
SURE = "hon andas inte"
PERHAPS = "jag orkar inte mer"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("called")


@pytest.fixture(scope="module")
async def open_room(folder: Path) -> AsyncIterator[Room]:
    async with opened_room(folder) as one:
        yield one


@pytest.fixture
def room(open_room: Room) -> Room:
    open_room.clock.now = MONDAY
    return open_room


async def _at_call(room: Room, locale: str = "sv", channel: str = "web", held: bool = True) -> tuple[Woman, str]:
    """Somebody on the page where she is asked for her number."""
    woman = room.woman(locale, channel)
    case = await woman.asks("?")
    if held:
        assert await room.desk.claim(case, SPEAKS[locale], room.clock())
    await woman.taps("person", "call-me")
    return woman, case


def _says(room: Room, woman: Woman, id: str) -> str:
    """A text of the bot in her language."""
    return room.rt.bundle.catalogue.text(Message(id), woman.locale).text


async def _times(room: Room, case: str) -> str | None:
    return (await room.opened(case)).call


async def _number(room: Room, case: str) -> str | None:
    row = await room.row(case)
    return await room.rt.store.read(lambda connection: room.rt.store.cases.number(connection, row))


async def _written(room: Room, case: str) -> list[str]:
    """All words of hers that the transcript holds."""
    return [line.what.text for line in (await room.opened(case)).lines if isinstance(line.what, Wrote)]


@pytest.mark.parametrize("channel", ["web", "telegram"])
@pytest.mark.parametrize("locale", list(WRITTEN))
async def test_she_leaves_her_number_and_takes_it_back(room: Room, locale: str, channel: str) -> None:
    """In each language and script, while she waits and while a guide has the chat; her case says so."""
    woman, case = await _at_call(room, locale, channel, held=locale != "sv")
    assert (await woman.views())[-1].screen == "engine-call"
    await woman.writes(WRITTEN[locale])
    page = (await woman.views())[-1]
    assert page.screen == "engine-case"
    assert _says(room, woman, "engine-call-kept") in (await woman.reads())[-1]
    assert not (await room.row(case)).answered
    assert await _times(room, case) == "any"
    if locale == "sv":
        assert await room.desk.claim(case, "anna", room.clock())
    assert await _number(room, case) == NUMBER
    await woman.writes("/privacy")
    assert _says(room, woman, "engine-privacy-call") in (await woman.reads())[-1]
    await woman.taps("person", "call-off")
    assert _says(room, woman, "engine-call-erased") in (await woman.reads())[-1]
    assert "call-me" in [choice.name for choice in (await woman.views())[-1].choices]
    assert await _times(room, case) is None
    assert await _number(room, case) is None


async def test_when_it_is_safe(room: Room) -> None:
    """Times are chosen and taken back like wishes, shown by a mark; "any time" stands alone; a new number counts."""
    woman, case = await _at_call(room)
    await woman.taps("call-afternoon", "call-any", "call-morning", "call-afternoon")
    labels = [choice.label.text for choice in (await woman.views())[-1].choices]
    assert [label.startswith("✓") for label in labels[:3]] == [True, True, False]
    await woman.taps("call-afternoon")
    await woman.writes("070 123 45 67")
    assert await _times(room, case) == "morning"
    await woman.taps("back", "back")
    await woman.taps("person", "call-off", "call-me", "call-any")
    await woman.writes("0701234568")
    assert await _times(room, case) == "any"
    assert await _number(room, case) == "0701234568"


async def test_what_is_no_number_is_not_kept(room: Room) -> None:
    """The same page again, which says so. Words for the guide, who may have written meanwhile, still reach her."""
    woman, case = await _at_call(room, held=False)
    wrong = ("1234", "123456789012345678901", "070-1234567 Ali", "46+70123456", "hej på dig")
    for text in wrong:
        await woman.writes(text)
        assert (await woman.views())[-1].screen == "engine-call"
        assert _says(room, woman, "engine-call-bad") in (await woman.reads())[-1]
    assert await _written(room, case) == ["?", *("" for _ in wrong)]
    assert await _times(room, case) is None
    assert await room.desk.claim(case, "anna", room.clock())
    await woman.writes("070-1234567 Ali")
    await woman.writes("tack, det räcker")
    assert (await _written(room, case))[-2:] == ["", "tack, det räcker"]


@pytest.mark.parametrize("held", [True, False])
async def test_danger_commands_and_labels_come_first(room: Room, held: bool) -> None:
    """Danger brings 112 and is told to the guide; a command and a whole label do what they do elsewhere."""
    woman, case = await _at_call(room, held=held)
    await woman.writes(PERHAPS)
    assert "112" in (await woman.reads())[-1]
    assert (await room.row(case)).urgent
    await woman.taps("call-me")
    await woman.writes(SURE)
    assert (await woman.views())[-1].screen.startswith("emergency-")
    assert (await _written(room, case))[-2:] == [PERHAPS, SURE]
    await woman.taps("back")
    await woman.writes(_says(room, woman, "engine-call-morning"))
    assert "✓" in (await woman.reads())[-1]
    await woman.writes("/menu")
    assert (await woman.views())[-1].screen == "start-menu"
    await woman.writes(NUMBER)
    assert await _times(room, case) is None
    assert (await _written(room, case))[-1] == NUMBER


@pytest.mark.parametrize("by_guide", [True, False])
async def test_closed_is_gone(room: Room, folder: Path, by_guide: bool) -> None:
    """With the case her number goes in the same moment, then its key; asking again brings none of it back."""
    woman, case = await _at_call(room, channel="telegram")
    await woman.writes(NUMBER)
    room.clock.passes(hours=2)
    await room.rt.store.sweep()
    await room.rt.store.tidy()
    row, [kept] = await room.row(case), await _rows(room, case)
    assert _opened(folder, kept) == NUMBER
    if by_guide:
        assert await room.desk.close(case, Closed(room.clock(), "anna", "answered"), "close")
    else:
        await woman.taps("done")
    assert await _rows(room, case) == []
    room.clock.passes(minutes=2)
    await room.rt.store.sweep()
    with pytest.raises(Sealed):
        _opened(folder, kept)
    files = list(folder.glob("halsobot.db*"))
    assert not any(kept.body[:32] in each.read_bytes() for each in files)
    await woman.taps("again")
    assert "call-me" in [choice.name for choice in (await woman.views())[-1].choices]
    assert await room.rt.store.read(lambda connection: room.rt.store.cases.number(connection, row)) is None


async def test_a_number_that_comes_too_late_is_not_kept(room: Room) -> None:
    """The guide closed the case while she was writing it; the page says so, and can be answered."""
    woman, case = await _at_call(room)
    assert await room.desk.close(case, Closed(room.clock(), "anna", "answered"), "close")
    await woman.writes(NUMBER)
    assert await _rows(room, case) == []
    assert await _written(room, case) == ["?", ""]
    assert _says(room, woman, "engine-case-closed") in (await woman.reads())[-1]
    await woman.taps("yes")
    assert _says(room, woman, "engine-thanks") in (await woman.reads())[-1]


async def test_it_stands_nowhere_in_clear(room: Room, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither as a bad nor as a good number: not in the files, in what was said or shown, or in the log."""
    for channel in ("web", "telegram"):
        woman, case = await _at_call(room, channel=channel)
        for text in (f"{NUMBER} Ali", NUMBER):
            await woman.writes(text)
        opened, views = await room.opened(case), await woman.views()
        assert opened.call == "any"
        assert not any(NUMBER[1:] in repr(asdict(line)) for line in opened.lines)
        assert not any(NUMBER[1:] in repr(asdict(view)) for view in views)
        recalled = await room.rt.store.recall(Inbound(woman.address, Resumed(room.clock()), "who"))
        assert NUMBER[1:] not in repr(asdict(recalled.session))
    held = b"".join(each.read_bytes() for each in folder.glob("*.db*"))
    assert NUMBER[1:].encode() not in held
    assert NUMBER[1:] not in "".join(capfd.readouterr())


async def test_only_where_a_guide_could_call(room: Room) -> None:
    """Not before there is a case; an old button leads to how things stand."""
    woman, _ = await _at_call(room)
    await woman.taps("person", "done", "call-me")
    assert "engine-call-says" not in (await woman.views())[-1].screen
    assert _says(room, woman, "engine-case-closed") in (await woman.reads())[-1]
    await woman.writes(NUMBER)
    assert await woman.case() is None


def test_what_a_phone_number_is() -> None:
    """Five to twenty digits of any script; a plus only before them."""
    good = {written: NUMBER for written in WRITTEN.values()} | {"12345": "12345", "1" * 20: "1" * 20}
    assert {written: phone(written) for written in good} == good
    assert [phone(text) for text in ("", "+", "1234", "1" * 21, "0+12345", "++12345", "12a345", "½²³45678")] == [
        None
    ] * 8


async def _rows(room: Room, case: str) -> list[sa.Row[tuple[object, ...]]]:
    """What the database holds of where she is to be called."""
    query = sa.select(callback).where(callback.c.contact == (await room.row(case)).contact)
    return list(await room.rt.store.read(lambda connection: connection.execute(query).all()))


def _opened(folder: Path, kept: sa.Row[tuple[object, ...]]) -> str:
    """What somebody reads who has a copy of the row, the key store and the key ring. Raises Sealed."""
    vault = open_keys(read_url(f"sqlite:///{folder}/contact-keys.db"), folder / "keys", 0)
    try:
        return vault.open_file(kept.key, kept.contact, kept.number, kept.body, "callback").decode()
    finally:
        vault.keys.engine.dispose()
