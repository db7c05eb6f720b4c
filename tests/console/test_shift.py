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
        page = await anna.sends("/shift", "/shift/hand-over", **goes)
        assert "Överlämnat." in page.words
    rows = {row.id: (row.state, row.guide) for row in await office.desk.queue()}
    assert rows == {kept: ("claimed", "anna"), given: ("claimed", "bilal"), back: ("waiting", None)}


async def test_the_end_of_a_shift_says_what_is_true(office: Office) -> None:
    """Whether nothing was to go, or something could not; what is sent a second time has gone."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        await anna.claims(case)
        page = await anna.sends("/shift", "/shift/hand-over", **{f"to-{case}": "keep"})
        assert "Inget är överlämnat: du behåller det du har." in page.words
        old = (await anna.get("/shift")).form("/shift/hand-over")
        for _ in range(2):
            page = await anna.post("/shift/hand-over", **old, **{f"to-{case}": "queue"})
            assert "Överlämnat." in page.words
        office.clock.passes(minutes=1)
        await anna.claims(case)
        old = (await anna.get("/shift")).form("/shift/hand-over")
        await anna.closes(case)
        page = await anna.post("/shift/hand-over", **old, **{f"to-{case}": "queue"})
        assert "Allt kunde inte lämnas över." in page.words
