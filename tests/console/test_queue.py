"""The queue as a guide sees it, and taking a case."""

from __future__ import annotations

import asyncio

from .office import Client, Office


async def _sections(client: Client) -> dict[str, str]:
    text = (await client.get("/")).text.partition("</main>")[0]
    parts = text.split('<section class="list" aria-labelledby="h-')[1:]
    return {part.partition('"')[0]: part for part in parts}


async def test_who_waits_is_shown_without_her_words(office: Office) -> None:
    """Language, topic, promise, channel and number of messages; no word of what she wrote."""
    await office.asks("Jag vill boka om min tid")
    async with office.logs_in("anna") as anna:
        page = await anna.get("/")
    assert "Arabiska · Boka vård" in page.words
    assert "Svar senast i dag kl. 17:00" in page.words
    assert "Webbchatt" in page.words
    assert "Meddelanden 1" in page.words
    assert "boka om min tid" not in page.text


async def test_in_order_of_danger_and_promise(office: Office) -> None:
    """Urgent first; the rest as they were promised."""
    first, _ = await office.asks()
    office.clock.passes(minutes=1)
    urgent, _ = await office.asks("Jag kan inte andas")
    async with office.logs_in("anna") as anna:
        waiting = (await _sections(anna))["waiting"]
    assert waiting.index(urgent) < waiting.index(first)
    assert "Brådskar" in waiting


async def test_each_sees_her_languages_and_others_below(office: Office) -> None:
    """A language she does not speak stands below; only with an interpreter may she take it. The same for wishes."""
    arabic, _ = await office.asks()
    dari, _ = await office.asks(locale="fa-AF")
    tigrinya, _ = await office.asks(locale="ti")
    woman, _ = await office.asks(wish="woman")
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        hers, his = await _sections(anna), await _sections(bilal)
        assert arabic in hers["waiting"]
        assert woman in hers["waiting"]
        assert f"/case/{dari}/claim" not in hers["others"]
        assert dari in hers["others"]
        assert f"/case/{tigrinya}/claim" in hers["others"]
        assert dari in his["waiting"]
        assert f"/case/{woman}/claim" not in his["others"]
        fields = (await bilal.get("/")).form(f"/case/{arabic}/claim")
        refused = await bilal.post(f"/case/{woman}/claim", **fields)
        assert "waits for another health guide" in refused.words
    assert (await office.desk.row(woman)).state == "waiting"


async def test_who_claims_has_it_and_colleagues_see_only_that(office: Office) -> None:
    """It moves to "Mine"; a colleague sees the holder's name, and neither a button nor a word of it."""
    case, _ = await office.asks("Hemliga ord")
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        page = await anna.claims(case)
        assert page.path == f"/case/{case}"
        assert "Hemliga ord" in page.words
        assert case in (await _sections(anna))["mine"]
        held = (await _sections(bilal))["held"]
        assert "With Anna" in held
        assert "<button" not in held
        other = await bilal.get(f"/case/{case}")
        assert other.status == 403
        assert "Anna has the case." in other.words
        assert "Hemliga ord" not in other.text


async def test_of_two_who_claim_at_once_one_has_it(office: Office) -> None:
    """The other is told so."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        tickets = [(await each.get("/")).form(f"/case/{case}/claim") for each in (anna, bilal)]
        pages = await asyncio.gather(
            *(each.post(f"/case/{case}/claim", **ticket) for each, ticket in zip((anna, bilal), tickets, strict=True))
        )
    assert sorted(page.path for page in pages) == ["/", f"/case/{case}"]
    [loser] = [page for page in pages if page.path == "/"]
    assert "hann före" in loser.words or "was faster" in loser.words


async def test_a_promise_that_is_near_or_past_stands_out(office: Office) -> None:
    """Within the hour, then "now"; both stand in words, not in colour alone."""
    case, _ = await office.asks()
    office.clock.now = office.clock.now.replace(hour=16, minute=30)
    async with office.logs_in("anna") as anna:
        assert "Inom en timme" in (await anna.get("/")).words
        office.clock.passes(hours=1)
        assert "i dag kl. 17:00 · Nu" in (await anna.get("/")).words
    assert case


async def test_empty_queue_says_so(office: Office) -> None:
    """In words, for each list."""
    async with office.logs_in("eva") as eva:
        words = (await eva.get("/")).words
    for said in ("Du har inga ärenden.", "Ingen väntar på ett språk du talar.", "Kollegorna har inga ärenden."):
        assert said in words


async def test_the_stream_tells_of_changes_and_ends_with_the_login(office: Office) -> None:
    """A line at once when somebody writes; after logging out the last one."""
    async with office.logs_in("anna") as anna:
        page = await anna.get("/")
        known = page.text.split('data-state="')[1].split('"')[0]
        async with anna.http.get("/stream", params={"state": known}) as stream:
            assert await stream.content.readline() == b'{"beat":true}\n'
            await office.asks()
            changed = await asyncio.wait_for(stream.content.readline(), 5)
            assert changed.startswith(b'{"state":')
            await anna.post("/logout", token=page.form("/logout")["token"])
            await office.asks()
            assert await asyncio.wait_for(stream.content.readline(), 5) == b'{"ended":true}\n'


async def test_who_was_forgotten_is_gone_from_the_queue(office: Office) -> None:
    """Her page says that there is no such case, as for one that never was."""
    case, _ = await office.asks()
    async with office.logs_in("anna") as anna:
        ticket = (await anna.get("/")).form(f"/case/{case}/claim")
        await office.everybody_leaves()
        gone = await anna.post(f"/case/{case}/claim", **ticket)
        never = await anna.get("/case/0123456789abcdef")
        assert (gone.status, never.status) == (404, 404)
        assert "Ärendet finns inte" in gone.words
        assert (await anna.get("/case/nothing")).status == 404
