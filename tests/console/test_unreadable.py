"""A case of whom something cannot be read any more: the queue goes on, she is answered, or at least it is closed."""

from __future__ import annotations

import sqlite3
from base64 import b64encode
from pathlib import Path

import pytest

from halsobot.model.event import Wrote
from halsobot.model.inbound import Address
from halsobot.store.database import read_url
from halsobot.store.opening import open_keys
from halsobot.store.ring import BadKeys, add_key
from halsobot.store.tables import contact

from .office import Client, Office, Page, opened


async def _breaks(office: Office, case: str, **broken: bytes) -> None:
    """As if a page of the database had rotted."""
    whose = (await office.desk.row(case)).contact
    spoil = contact.update().where(contact.c.id == whose).values(broken)
    await office.rt.store.change(lambda connection: connection.execute(spoil).rowcount)


async def _screens(office: Office, who: Address) -> list[str]:
    return [each.view.screen for each in await office.rt.store.messages(who, 0) or ()]


async def test_where_she_stands_is_lost_and_her_case_is_not(office: Office) -> None:
    """A guide takes it, answers in her language and closes it; she reads all of it, and writes as ever."""
    case, who = await office.asks()
    await _breaks(office, case, session=b"rotten")
    assert await office.desk.check_promises(office.clock()) == 0
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        page = await anna.sends(f"/case/{case}", f"/case/{case}/reply", text="Ett svar")
        assert "Skickat." in page.words
        await office.writes(who, "Tack, och var?")
        assert "Tack, och var?" in (await anna.get(f"/case/{case}")).words
        await anna.closes(case)
    assert (await office.desk.row(case)).state == "closed"
    assert (await _screens(office, who))[-3:] == ["engine-claimed", "engine-said", "engine-closed"]


async def test_she_writes_first_and_still_waits(office: Office) -> None:
    """The bot knows no more where she stood, and knows that she has asked a person."""
    case, who = await office.asks()
    await office.desk.claim(case, "anna", office.clock())
    await _breaks(office, case, session=b"rotten")
    await office.writes(who, "/person")
    assert (await _screens(office, who))[-1] == "engine-case"
    [row] = await office.desk.queue()
    assert (row.id, row.state, row.guide) == (case, "claimed", "anna")


async def _closes_what_nobody_can_read(client: Client, case: str, page: Page) -> None:
    assert "Ärendet går inte att läsa" in page.words
    closed = await client.post(f"/case/{case}/write-off", **page.form(f"/case/{case}/write-off"))
    assert "Ärendet är avslutat." in closed.words


@pytest.mark.parametrize("held", [False, True])
async def test_what_nobody_can_read_is_closed(office: Office, held: bool) -> None:
    """Not even where she is answered: the queue, the bell and the promises of others go on, and a guide who may have
    the case reads in one sentence why it can only be closed.
    """
    case, _ = await office.asks()
    other, _ = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("eva") as eva:
        form = (await anna.get("/")).form(f"/case/{case}/claim")
        if held:
            await anna.claims(case)
        await _breaks(office, case, address=b"rotten", session=b"rotten")
        await office.desk.check_promises(office.clock())
        assert other in (await anna.get("/")).text
        page = await (anna.get(f"/case/{case}") if held else anna.post(f"/case/{case}/claim", **form))
        token = (await eva.get("/shift")).form("/shift/ill")
        await eva.post(f"/case/{case}/write-off", **token)
        assert case in [row.id for row in await office.desk.queue()]
        await _closes_what_nobody_can_read(anna, case, page)
    assert [row.id for row in await office.desk.queue()] == [other]


async def test_what_can_be_read_is_not_written_off(office: Office) -> None:
    """Her guide closes it as ever, and she is told."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        token = (await anna.get("/shift")).form("/shift/ill")
        await anna.post(f"/case/{case}/write-off", **token)
    assert (await office.desk.row(case)).state == "claimed"


async def test_a_key_that_does_not_open_holds_up_nobody(tmp_path: Path) -> None:
    """Her key in the key store has rotted: nothing of hers opens, and the rest goes on."""
    async with opened(tmp_path) as office:
        await office.begins()
        case, _ = await office.asks()
        whose = (await office.desk.row(case)).contact
        await office.rt.store.follow_keys()
        with sqlite3.connect(tmp_path / "contact-keys.db") as keys:
            keys.execute("update key set locked = ? where whose = ?", (b"rotten", whose))
        keys.close()
        await office.rt.store.follow_keys()
        await office.desk.check_promises(office.clock())
        async with office.logs_in("anna") as anna:
            await _closes_what_nobody_can_read(anna, case, await anna.sends("/", f"/case/{case}/claim"))
        assert await office.desk.queue() == []


async def test_without_the_right_ring_nothing_is_given_up(tmp_path: Path) -> None:
    """Keys were locked anew, then the file is away, or another's: no case is written off, no session begins anew."""
    ring, aside = tmp_path / "keys", tmp_path / "aside"
    async with opened(tmp_path) as office:
        await office.begins()
        case, who = await office.asks()
        await office.rt.store.follow_keys()
        add_key(ring)
        again = open_keys(read_url(f"sqlite:///{tmp_path}/contact-keys.db"), ring, now=0)
        assert sum(again.keys.lock_anew())
        ring.rename(aside)
        await office.rt.store.follow_keys()
        for other in (None, b64encode(b"x" * 32)):
            if other:
                ring.write_bytes(other)
            with pytest.raises(BadKeys):
                await office.desk.write_off(case)
            with pytest.raises(BadKeys):
                await office.writes(who, "Hallå?")
        aside.rename(ring)
        await office.writes(who, "Hallå?")
        assert [row.id for row in await office.desk.queue()] == [case]
        lines = (await office.desk.open(case, "anna")).lines
        assert "Hallå?" in [line.what.text for line in lines if isinstance(line.what, Wrote)]
