"""A contact wishes to be called: only the holder sees the number, only when asked for, and each time is kept."""

from __future__ import annotations

import sqlalchemy as sa

from halsobot.model.event import Chose
from halsobot.model.inbound import Address
from halsobot.model.screen import Button
from halsobot.store.tables import access

from .office import Client, Office

NUMBER = "+46701740605"


async def _presses(office: Office, who: Address, node: str, choice: str) -> None:
    await office.does(who, Chose(office.clock(), Button("engine", node, choice, 0).encode()))


async def _to_call(office: Office, client: Client) -> tuple[str, Address]:
    """A held case of somebody who has left her number."""
    case, who = await office.asks()
    await client.claims(case)
    await _presses(office, who, "case", "call-me")
    await _presses(office, who, "call", "call-morning")
    await office.writes(who, "+٤٦ ٧٠ ١٧٤ ٠٦ ٠٥")
    return case, who


async def _shown(office: Office, case: str) -> list[str]:
    """Who has asked for the number."""
    query = sa.select(access.c.staff).where(access.c.case == case, access.c.what == "number")
    return list(await office.rt.store.read(lambda connection: connection.execute(query).scalars().all()))


async def test_only_the_holder_sees_the_number(office: Office) -> None:
    """When it is safe stands on the page; the number comes by a button, with what to do if another answers."""
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        case, _ = await _to_call(office, anna)
        there = f"/case/{case}/number"
        page = await anna.get(f"/case/{case}")
        assert "Vill bli uppringd: på förmiddagen." in page.words
        assert "Skrev något som inte sparas" in page.words
        assert NUMBER[1:] not in page.text
        assert await _shown(office, case) == []
        refused = await bilal.post(there, token=(await bilal.get("/shift")).form("/logout")["token"])
        assert refused.status == 409
        assert (await anna.post(there, token="other")).status == 403
        assert await _shown(office, case) == []
        page = await anna.sends(f"/case/{case}", there)
        assert f'href="tel:{NUMBER}"' in page.text
        assert "Om någon annan svarar: lägg på och säg inget." in page.words
        assert "no-store" in page.headers["Cache-Control"]
        assert await _shown(office, case) == ["anna"]
        for path in (f"/case/{case}", there, "/"):
            assert NUMBER[1:] not in (await anna.get(path)).text
        await anna.sends(f"/case/{case}", f"/case/{case}/pass", to="bilal")
        assert (await anna.post(there, **page.form(there))).status == 409
        assert NUMBER in (await bilal.sends(f"/case/{case}", there)).text


async def test_gone_when_she_takes_it_back_or_the_case_is_closed(office: Office) -> None:
    """A page that still has the button shows nothing any more."""
    async with office.logs_in("anna") as anna:
        case, who = await _to_call(office, anna)
        form = (await anna.get(f"/case/{case}")).form(f"/case/{case}/number")
        await _presses(office, who, "case", "call-off")
        page = await anna.post(f"/case/{case}/number", **form)
        assert (page.status, page.path) == (200, f"/case/{case}")
        assert NUMBER not in page.text
        assert "Vill bli uppringd" not in page.words
        await _presses(office, who, "case", "call-me")
        await office.writes(who, NUMBER)
        assert "när som helst" in (await anna.get(f"/case/{case}")).words
        await anna.closes(case)
        assert (await anna.post(f"/case/{case}/number", **form)).status == 409
