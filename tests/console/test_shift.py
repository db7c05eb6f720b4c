"""Being away, and the end of a shift."""

from __future__ import annotations

from .office import Office


async def test_ill_at_one_click(office: Office) -> None:
    """From then on nothing is promised for her, and what she held goes to the queue; then she is back."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        page = await anna.sends("/shift", "/shift/ill")
        assert "Du är borta i dag." in page.words
        assert (await office.desk.row(case)).state == "waiting"
        assert [each.guide for each in await office.desk.away()] == ["anna"]
        page = await anna.sends("/shift", "/shift/back")
        assert "Frånvaron är borttagen." in page.words
    assert await office.desk.away() == []


async def test_planned_absence(office: Office) -> None:
    """From one day to another, or until she says; days that make no sense are refused."""
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        page = await anna.sends("/shift", "/shift/away", since="2026-12-24", until="2027-01-03")
        assert "torsdag 24 december till söndag 3 januari" in page.words
        page = await anna.sends("/shift", "/shift/away", since="2027-02-01", until="")
        assert "tills vidare" in page.words
        for since, until in (("2026-12-24", "2026-12-01"), ("yesterday", ""), ("2026-12-24", "x"), ("", "")):
            wrong = await anna.sends("/shift", "/shift/away", since=since, until=until)
            assert wrong.status == 400
        [first, second] = await office.desk.away()
        ticket = (await bilal.get("/shift")).form("/shift/away")
        await bilal.post("/shift/back", **ticket, absence=str(first.id))
        assert len(await office.desk.away()) == 2
        for each in (first, second):
            token = (await anna.get("/shift")).form("/shift/away")
            await anna.post("/shift/back", **token, absence=str(each.id))
    assert await office.desk.away() == []


async def test_end_of_shift(office: Office) -> None:
    """Of what she holds each stays or goes where she says."""
    kept, _ = await office.asks()
    given, _ = await office.asks()
    back, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        for case in (kept, given, back):
            await anna.claims(case)
        goes = {f"to-{kept}": "keep", f"to-{given}": "bilal", f"to-{back}": "queue"}
        await anna.sends("/shift", "/shift/hand-over", **goes)
    rows = {row.id: (row.state, row.guide) for row in await office.desk.queue()}
    assert rows == {kept: ("claimed", "anna"), given: ("claimed", "bilal"), back: ("waiting", None)}
